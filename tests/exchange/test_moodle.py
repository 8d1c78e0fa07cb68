"""Moodle's two formats as Moodle and people write them: HTML as text, shares as right and wrong, the rest refused by item."""

from collections.abc import Callable
from pathlib import Path

import pytest

from yanxi.exchange import files
from yanxi.exchange.rows import Row

Found = tuple[list[dict[str, str]], list[str]]


def cells(row: Row) -> dict[str, str]:
    return {name: cell.value for name, cell in row.cells.items()}


@pytest.fixture
def given(tmp_path: Path) -> Callable[[str], Found]:
    """given(text) is the questions of a file, and all that is said of it."""

    def read(text: str | bytes) -> Found:
        file = tmp_path / "题库.txt"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        said = []
        found = files.read(file, said.append)
        return [cells(row) for row in found.rows], [str(found.shown(each)) for each in said]

    return read


# XML.


def quiz(*questions: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n{"".join(questions)}</quiz>'


def question(kind: str, inside: str, text: str = "<p>多久报告一次？</p>", feedback: str = "") -> str:
    return (
        f'<!-- question: 7  -->\n<question type="{kind}"><name><text>甲</text></name><questiontext format="html"><text><![CDATA[{text}]]></text>'
        f'</questiontext><generalfeedback format="html"><text><![CDATA[{feedback}]]></text></generalfeedback>{inside}</question>\n'
    )


def answer(text: str, share: str, why: str = "", form: str = "html") -> str:
    return f'<answer fraction="{share}" format="{form}"><text><![CDATA[{text}]]></text><feedback format="html"><text>{why}</text></feedback></answer>'


CATEGORY = (
    '<question type="category"><category><text>$course$/top/方案/a1-m3 二（一）三是</text></category><info/></question>'
)
ONE = "<single>true</single>"
CHOICE = {"题型": "单选", "题干": "多久报告一次？", "A": "每月", "B": "每半年", "答案": "B"}


def test_a_choice_is_read_with_its_html_its_category_and_its_feedback(given) -> None:
    answers = answer("<p>每月</p>", "0", "&lt;p&gt;那是&lt;b&gt;另一处&lt;/b&gt;。&lt;/p&gt;") + answer(
        '<p dir="ltr">每半年<br></p>', "100"
    )
    text = '<p dir="ltr">支部<strong>多久</strong>报告&nbsp;一次？</p><p>选一项&lt;1&gt;。</p>'
    [found], said = given(quiz(CATEGORY, question("multichoice", ONE + answers, text, "<p>见原文。</p>")))
    assert said == [] and found == CHOICE | {
        "题干": "支部**多久**报告\xa0一次？\n选一项<1>。",
        "章节": "a1-m3 二（一）三是",
        "解析": "见原文。",
        "选项说明": "A | 那是**另一处**。",
    }


def test_several_right_answers_share_the_points(given) -> None:
    shares = [("甲", "33.33333"), ("乙", "-100"), ("丙", "33.33333"), ("丁", "33.33333")]
    inside = "<single>false</single>" + "".join(answer(text, share) for text, share in shares)
    [found], said = given(quiz(question("multichoice", inside)))
    assert (found["题型"], found["答案"], said) == ("多选", "ACD", [])


def test_a_statement_a_pair_an_essay_and_an_order_are_read(given) -> None:
    truth = answer("true", "0", "错了", "moodle_auto_format") + answer("false", "100", "", "moodle_auto_format")
    pairs = "".join(
        f'<subquestion format="html"><text><![CDATA[{left}]]></text><answer><text>{right}</text></answer></subquestion>'
        for left, right in (("<p>制定</p>", "目标"), ("细化", "清单"), ("", "多的"))
    )
    essay = '<responseformat>editor</responseformat><graderinfo format="html"><text><![CDATA[<ul><li>甲点</li><li>乙点</li></ul>]]></text></graderinfo>'
    order = "".join(
        answer(text, share) for text, share in (("二", "2.0000000"), ("一", "1.0000000"), ("三", "3.0000000"))
    )
    found, said = given(
        quiz(
            question("truefalse", truth),
            question("matching", pairs),
            question("essay", essay),
            question("ordering", order),
        )
    )
    assert [(each["题型"], each.get("答案")) for each in found] == [
        ("判断", "错"), ("连线", None), ("简答", "甲点\n乙点"), ("排序", "ABC"),
    ]  # fmt: skip
    assert found[0]["解析"] == "错了" and found[1]["A"] == "制定 | 目标" and found[3]["A"] == "一"
    assert len(said) == 1 and "多出来的连线项没有读" in said[0]


def test_a_word_to_be_typed_is_a_gap_with_all_its_spellings(given) -> None:
    typed = answer("半年", "100") + answer("六个月", "100") + answer("月", "50") + answer("*", "0", "不对")
    text = "每{1:SHORTANSWER:=半年~六个月#也行~%100%6个月}以{1:SA:%100%书面\\}}形式报告 &lt;甲&gt;。"
    found, said = given(quiz(question("shortanswer", typed), question("cloze", "", text)))
    assert (found[0]["题干"], found[0]["答案"]) == ("多久报告一次？ ____", "半年 | 六个月")
    assert (found[1]["题干"], found[1]["答案"]) == ("每____以____形式报告 <甲>。", "半年 | 6个月\n书面}")
    assert len(said) == 2 and "得一部分分的答案没有读" in said[0]


REFUSED = {
    "a number": (question("numerical", answer("3", "100")), "数值题"),
    "a formula": (question("calculated", ""), "计算题"),
    "words to drag": (question("ddwtos", ""), "拖放填词题"),
    "a plugin's": (question("coderunner", ""), "coderunner"),
    "a gap to choose from": (question("cloze", "", "{1:MULTICHOICE:=甲~乙}"), "MULTICHOICE"),
    "half the points": (question("multichoice", ONE + answer("甲", "100") + answer("乙", "50")), "单选"),
    "nine options": (question("multichoice", ONE + answer("甲", "100") + "".join(answer(str(each), "0") for each in range(8))), "9 个选项"),
    "a pattern": (question("shortanswer", answer("半*", "100")), "通配符"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_a_bank_cannot_hold_is_refused_by_item(given, case: str) -> None:
    made, word = REFUSED[case]
    good = question("truefalse", answer("true", "100") + answer("false", "0"))
    found, said = given(quiz(good, made))
    assert len(found) == 1 and len(said) == 1
    assert said[0].startswith("题库.txt:6:1: [题型用不上] “甲”") and word in said[0]


def test_what_is_left_out_of_a_question_is_said(given) -> None:
    extra = "<tags><tag><text>党务</text></tag></tags><hint><text>想想</text></hint>"
    text = '<p>看图<img src="@@PLUGINFILE@@/a.png" alt="图"/>，x<sup>2</sup></p>'
    described = question("description", "", "先读这一段。")
    [found], said = given(quiz(question("truefalse", answer("true", "100") + extra, text), described))
    assert found["题干"] == "看图，x²"
    assert sorted(each.partition("] ")[2].partition("没有读")[0] for each in said) == sorted(
        ["第 4 行的提示（hint）", "第 4 行的标签", "第 4 行的图片", "“甲”只是一段说明，"]
    )


DECLARED = '<?xml version="1.0"?>{}<quiz><question type="essay"><name><text>&a;</text></name></question></quiz>'
LAUGHS = '<!DOCTYPE q [<!ENTITY a "ha">' + "".join(f'<!ENTITY a{each} "{"&a;" * 10}">' for each in range(9)) + "]>"
HOSTILE = {
    "an entity from a file": (DECLARED.format('<!DOCTYPE q [<!ENTITY a SYSTEM "file:///etc/passwd">]>'), "实体"),
    "entities in entities": (DECLARED.format(LAUGHS), "实体"),
    "a declaration behind a remark": (
        DECLARED.format("<!-- a --> <!DOCTYPE q SYSTEM 'http://127.0.0.1/q.dtd'>"),
        "实体",
    ),
    "a declaration in UTF-16": (DECLARED.format("<!DOCTYPE q [<!ENTITY a 'b'>]>").encode("utf-16"), "实体"),
    "an entity nobody declared": (DECLARED.format(""), "不是完整的 XML"),
    "half a file": (quiz(question("essay", ""))[:-30], "不是完整的 XML"),
    "elements in elements": ("<quiz>" + "<a>" * 200 + "</a>" * 200 + "</quiz>", "太深"),
    "another XML": ('<?xml version="1.0"?><rss></rss>', "不是 Moodle"),
    "no question": (quiz(CATEGORY), "没有认出题目"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_what_means_harm_is_refused_in_words(given, case: str) -> None:
    data, word = HOSTILE[case]
    found, said = given(data)
    assert found == [] and len(said) == 1 and word in said[0]


def test_a_document_type_may_be_what_is_asked_about(given) -> None:
    [found], said = given(
        quiz(question("truefalse", answer("true", "100"), "<p>网页以 &lt;!DOCTYPE html&gt; 开头。</p>"))
    )
    assert (found["题干"], said) == ("网页以 <!DOCTYPE html> 开头。", [])


# GIFT.

GIFT = """// 说明，不读
$CATEGORY: $course$/top/方案/a1-m3

// question: 7  name: 甲
// [id:a1-m3-q91] [tag:党务]
::报告的间隔::[html]<p>支部<b>多久</b>报告一次？</p>{
	=<p>每半年</p>#<p>对。</p>
	~每月\\: 1\\=1
	~%-50%每年
	####<p>见原文。</p>
}

::多选::监督有哪几样？{
  ~%50%党内
  ~%50%舆论
  ~%-100%别的
}

每半年报告一次。{T}

::错的::每月报告一次。 {FALSE#是每半年。}

::填空::每{=半年 =六个月}以书面形式报告。

连一连。{
  =制定 -> 目标
  =细化 -> 清单
}

::简答::提了哪两点？{####甲点、
乙点}
"""


def test_gift_is_read_as_moodle_reads_it(given) -> None:
    found, said = given(GIFT)
    assert [(each["题型"], each.get("答案")) for each in found] == [
        ("单选", "A"), ("多选", "AB"), ("判断", "对"), ("判断", "错"), ("填空", "半年 | 六个月"), ("连线", None), ("简答", "甲点、 乙点"),
    ]  # fmt: skip
    assert found[0] == {
        "题号": "a1-m3-q91", "章节": "a1-m3", "题型": "单选", "题干": "支部**多久**报告一次？", "A": "每半年", "B": "每月: 1=1",
        "C": "每年", "答案": "A", "解析": "见原文。", "选项说明": "A | 对。",
    }  # fmt: skip
    assert found[3]["解析"] == "是每半年。" and found[4]["题干"] == "每____以书面形式报告。"
    assert said == ["题库.txt:6:1: [没有读的内容] 第 6 行的标签没有读。题库里没有它的地方。"]


@pytest.mark.parametrize(
    ("written", "code", "place"),
    [
        ("::甲::多少？{#3:1}", "题型用不上", 1),
        ("::甲::多少？{\n=一\n~%50%二\n}", "题型用不上", 1),
        ("::甲::多少？{=一 ~二", "花括号不成对", 1),
        ("甲{T}\n\n::乙::一{=二}三{=四}", "花括号不成对", 3),
        ("甲{T}\n\n::乙::多少？{=一*}", "题型用不上", 3),
    ],
)
def test_gift_that_a_bank_cannot_hold_is_refused_by_item(given, written: str, code: str, place: int) -> None:
    _, said = given(written)
    assert [each.partition("] ")[0] for each in said] == [f"题库.txt:{place}:1: [{code}"]


def test_an_empty_line_inside_the_braces_ends_nothing(given) -> None:
    [one, two], said = given("甲？{\n=一\n\n~二\n}\n\n乙？{F}")
    assert (one["B"], two["答案"], said) == ("二", "错", [])


# Plain text.


def test_aiken_and_wenjuanxing_are_papers(given) -> None:
    found, said = given("首都是哪里？\nA. 上海\nB) 北京\nANSWER: B\n\n对吗？\nA. 对\nB. 错\nANSWER: A\n")
    assert said == [] and [each["答案"] for each in found] == ["B", "A"] and found[0]["题干"] == "首都是哪里？"
    found, said = given(
        "1. 甲题[多选题]\r\nA. 一\r\nB. 二\r\nC. 三\r\n正确答案：AC\r\n答案解析：因为。\r\n\r\n2. 乙题[判断题]\r\n对\r\n错\r\n正确答案：错\r\n"
    )
    assert said == [] and found == [
        {"题型": "多选题", "题干": "甲题", "A": "一", "B": "二", "C": "三", "答案": "AC", "解析": "因为。"},
        {"题型": "判断题", "题干": "乙题", "答案": "错"},
    ]
