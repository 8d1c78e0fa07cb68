"""Word documents as teachers send them: what is shown is read, and what cannot be read as shown is refused at its paragraph."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml

from yanxi.exchange import files
from yanxi.exchange.rows import Row

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def run(text: str, *properties: str) -> str:
    marks = "".join(f"<w:{each}/>" for each in properties)
    return f'<w:r><w:rPr>{marks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inside: str, properties: str = "") -> str:
    """A paragraph: text, or what stands in it."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside if '<' in inside else run(inside)}</w:p>"


def listed(text: str, number: int, level: int = 0) -> str:
    """A paragraph with an automatic number."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def table(*rows: list[str]) -> str:
    cells = ["".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows]
    return f"<w:tbl>{''.join(f'<w:tr>{each}</w:tr>' for each in cells)}</w:tbl>"


def element(xml: str):
    return parse_xml(re.sub(r"^<([\w:]+)", rf"<\1 {SPACES}", xml, count=1))


def definition(number: int, *levels: tuple[str, str]) -> str:
    inner = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{number}">{inner}</w:abstractNum>'


def use(number: int, of: int, restart: bool = False) -> str:
    change = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' if restart else ""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{change}</w:num>'


def document(*blocks: str, lists: tuple[str, ...] = ()) -> bytes:
    """A document of these paragraphs and tables; what is no XML is the text of a paragraph."""
    made = Document()
    body = made.element.body
    for each in list(body)[:-1]:
        body.remove(each)
    for block in blocks:
        body.insert(len(body) - 1, element(block if block.startswith("<w:") else paragraph(block)))
    for each in lists:
        made.part.numbering_part.element.append(element(each))
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


Found = tuple[list[Row], list[str]]


@pytest.fixture
def given(tmp_path: Path) -> Callable[[bytes], Found]:
    """given(bytes) is the questions of a file, and all that is said of it."""

    def read(data: bytes) -> Found:
        file = tmp_path / "题.docx"
        file.write_bytes(data)
        said = []
        found = files.read(file, said.append)
        return found.rows, [str(found.shown(each)) for each in said]

    return read


def cells(row: Row) -> dict[str, str]:
    return {name: cell.value for name, cell in row.cells.items()}


CHOICE = {"题干": "多久报告一次？", "A": "每月", "B": "每半年", "C": "每年", "答案": "B"}


@pytest.mark.parametrize(
    "lines",
    [
        ["1. 多久报告一次？（  ）", "A. 每月", "B. 每半年", "C. 每年", "答案：B"],
        ["1、多久报告一次？（ B ）", "A、每月  B、每半年  C、每年"],
        ["１．多久报告一次？（　）", "Ａ．每月\tＢ．每半年\tＣ．每年", "【答案】Ｂ"],
        ["1.多久报告一次？（）A.每月B.每半年C.每年", "正确答案：B"],
        ["第1题 多久报告一次？", "(A) 每月", "(B) 每半年", "(C) 每年", "参考答案：(B)"],
        ["1. 多久报告一次？", "A 每月  B 每半年  C 每年", "答案 B"],
    ],
)
def test_a_choice_as_people_lay_it_out(given, lines: list[str]) -> None:
    [row], said = given(document(*lines))
    assert (
        said == []
        and {name: text for name, text in cells(row).items() if text in CHOICE.values()}
        | {"答案": cells(row)["答案"].replace("Ｂ", "B")}
        == CHOICE
    )


def test_manual_breaks_part_a_paragraph_into_lines(given) -> None:
    inside = "<w:r><w:t>1. 多久报告一次？</w:t><w:br/><w:t>A. 每月</w:t><w:br/><w:t>B. 每半年</w:t><w:br/><w:t>C. 每年</w:t></w:r>"
    [row], said = given(document(paragraph(inside), "答案：B"))
    assert (cells(row), said) == (CHOICE, [])


def test_automatic_numbers_are_what_is_shown(given) -> None:
    lists = (
        definition(90, ("decimal", "%1.")),
        definition(91, ("upperLetter", "%1．")),
        definition(92, ("chineseCounting", "%1、")),
        *(use(90, 90), use(91, 91), use(92, 92), use(93, 91, restart=True)),
    )
    rows, said = given(
        document(
            listed("单选题", 92),
            *(listed("多久报告一次？", 90), listed("每月", 91), listed("每半年", 91), listed("每年", 91), "答案：B"),
            *(listed("怎样报告？", 90), listed("口头", 93), listed("书面", 93), "答案：B"),
            listed("判断题", 92),
            *(listed("每半年报告一次。（√）", 90),),
            lists=lists,
        )
    )
    assert said == []
    assert cells(rows[0]) == CHOICE | {"题型": "单选"}
    assert cells(rows[1]) == {"题型": "单选", "题干": "怎样报告？", "A": "口头", "B": "书面", "答案": "B"}
    assert cells(rows[2]) == {"题型": "判断", "题干": "每半年报告一次。", "答案": "√"}


def test_a_list_that_does_not_begin_anew_is_said_with_the_letter_that_is_shown(given) -> None:
    lists = (
        definition(90, ("decimal", "%1."), ("upperLetter", "%2.")),
        definition(91, ("upperLetter", "%1.")),
        use(90, 90),
        use(91, 91),
    )
    good, said = given(
        document(
            *(
                listed(text, 90, level)
                for text, level in (("甲题", 0), ("一", 1), ("二", 1), ("乙题", 0), ("三", 1), ("四", 1))
            ),
            lists=lists,
        )
    )
    assert said == [] and [cells(row)["A"] for row in good] == ["一", "三"]
    one = [listed(text, 91) for text in "一二"]
    _, said = given(
        document("1. 甲题", *one, "答案：A", "2. 乙题", *[listed(text, 91) for text in "三四"], lists=lists)
    )
    assert said == [] or "C" in said[0]


def test_drawn_lines_are_gaps_and_what_stands_on_them_the_answer(given) -> None:
    drawn = '<w:u w:val="single"/>'
    blanks = "".join(
        (run("1. 每"), f"<w:r><w:rPr>{drawn}</w:rPr><w:t xml:space='preserve'>      </w:t></w:r>", run("报告。"))
    )
    filled = "".join(
        (run("2. 以"), f"<w:r><w:rPr>{drawn}</w:rPr><w:t xml:space='preserve'> 书面 </w:t></w:r>", run("形式报告。"))
    )
    rows, said = given(document("四、填空题", paragraph(blanks), "答案：半年", paragraph(filled)))
    assert said == []
    assert cells(rows[0]) == {"题型": "填空", "题干": "每____报告。", "答案": "半年"}
    assert cells(rows[1]) == {"题型": "填空", "题干": "以____形式报告。", "答案": "书面"}


def test_what_stands_out_in_a_stem_is_bold_and_a_stem_that_is_bold_as_a_whole_is_not(given) -> None:
    out = paragraph(run("1. 下列", "b") + run("不正确", "b") + run("的是") + run("（A）", "b"))
    part = paragraph(run("1. 下列") + run("不正确", "b") + run("的是（A）"))
    whole = paragraph(run("2. 下列正确的是（B）", "b"))
    rows, _ = given(document(part, "A.甲", "B.乙", whole, "A.甲", "B.乙"))
    assert [cells(row)["题干"] for row in rows] == ["下列**不正确**的是", "下列正确的是"]
    [row], _ = given(document(out, "A.甲", "B.乙"))
    assert cells(row)["题干"] == "**下列不正确**的是"


def test_answers_gathered_at_the_end_find_their_questions(given) -> None:
    questions = [
        "一、单选题",
        "1.甲题",
        "A.一 B.二",
        "2.乙题",
        "A.一 B.二",
        "二、判断题",
        "1.丙题（ ）",
        "2.丁题（ ）",
        "三、简答题",
        "1.戊题",
    ]
    answers = [
        "参考答案及解析",
        "一、单选题",
        "1-2 BA",
        "二、判断题",
        "1.√ 2.×",
        "三、简答题",
        "1.（1）甲点",
        "（2）乙点",
        "解析：两点。",
    ]
    rows, said = given(document(*questions, *answers))
    assert said == [] and [cells(row)["答案"] for row in rows] == ["B", "A", "√", "×", "甲点\n乙点"]
    assert cells(rows[4])["解析"] == "两点。"
    rows, said = given(
        document("1.甲题", "A.一 B.二", "2.乙题", "A.一 B.二", table(["题号", "1", "2"], ["答案", "B", "A"]))
    )
    assert [cells(row).get("答案") for row in rows] == ["B", "A"] and said == []


def test_an_answer_without_a_question_is_a_problem_at_its_paragraph(given) -> None:
    _, said = given(document("1.甲题", "A.一 B.二", "参考答案", "7. B"))
    assert [each for each in said if each.startswith("题.docx!第4段“7. B”:4:") and "[答案对不上]" in each]


def test_a_table_with_headings_is_a_table_of_questions(given) -> None:
    heads = ["题型", "题干", "A", "B", "答案"]
    rows, said = given(
        document("测试题", table(heads, ["单选", "甲题", "一", "二", "B"], ["单选", "乙题", "一", "二", "Z"]))
    )
    assert [cells(row)["题干"] for row in rows] == ["甲题", "乙题"]
    assert rows[1].cells["答案"].path == "题.docx!表格1" and (
        rows[1].cells["答案"].line,
        rows[1].cells["答案"].column,
    ) == (3, 5)
    assert said == [
        "题.docx!第1段“测试题”:1:1: [没有读的文字] 第 1 段不是题目，没有读，如“测试题”。是题目的话，请在前面写题号。"
    ]


def test_a_table_that_only_lays_out_is_read_cell_by_cell(given) -> None:
    [row], said = given(document("1. 多久报告一次？", table(["A. 每月", "B. 每半年"], ["C. 每年", ""]), "答案：B"))
    assert (cells(row), said) == (CHOICE, [])


BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx>"
    "<w:txbxContent><w:p><w:r><w:t>A. 框里的选项</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>"
    "</wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
)
REFUSED = {
    "a text box": (BOX, "文本框"),
    "an older text box": ("<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>字</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>", "文本框"),
    "an insertion": ("<w:ins w:id='1' w:author='某'><w:r><w:t>新</w:t></w:r></w:ins>", "修订"),
    "a deletion": ("<w:del w:id='1' w:author='某'><w:r><w:delText>旧</w:delText></w:r></w:del>", "修订"),
    "a formula": ("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", "公式对象"),
    "an embedded formula": ("<w:r><w:object><o:OLEObject/></w:object></w:r>", "公式对象"),
    "hidden text": (run("藏着的答案", "vanish"), "隐藏的文字"),
    "a sign of another font": ("<w:r><w:sym w:font='Webdings' w:char='F061'/></w:r>", "符号字体"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_read_as_shown_is_refused_at_its_paragraph(given, case: str) -> None:
    inside, code = REFUSED[case]
    _, said = given(document("1. 甲题（A）", "A. 一", paragraph(run("B. 二") + inside)))
    assert [each.partition("] ")[0] for each in said] == [
        f"题.docx!第3段“B. 二”:3:1: [{code}"
        if code != "修订" or "del" in inside
        else f"题.docx!第3段“B. 二新”:3:1: [{code}"
    ]


def test_what_is_left_out_is_said(given) -> None:
    note = "<w:r><w:commentReference w:id='0'/></w:r><w:r><w:footnoteReference w:id='1'/></w:r>"
    picture = "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><a:blip/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    [row], said = given(document(paragraph(run("1. 甲题（A）") + note), paragraph(run("A. 一") + picture), "B. 二"))
    assert cells(row)["A"] == "一"
    assert sorted(each.partition("] ")[2] for each in said) == [
        "第 1 段的批注没有读。题库里没有它的地方。",
        "第 1 段的脚注和尾注没有读。题库里没有它的地方。",
        "第 2 段的图片没有读。题库里没有它的地方。",
    ]


def test_a_tick_of_a_symbol_font_is_a_tick(given) -> None:
    inside = run("1. 每半年报告一次。（") + "<w:r><w:sym w:font='Wingdings 2' w:char='F050'/></w:r>" + run("）")
    [row], said = given(document("判断题", paragraph(inside)))
    assert (cells(row)["答案"], said) == ("√", [])


# Files that mean harm, or are something else.


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            held = old.read(part)
            new.writestr(part, change(held) if part == name else held)
        if name not in old.namelist():
            new.writestr(name, change(b""))
    return made.getvalue()


PLAIN = document("1. 甲题（A）", "A. 一", "B. 二")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
DEEP = b"<w:tbl><w:tr><w:tc>" * 80 + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * 80
HOSTILE = {
    "a macro": (with_part(PLAIN, "word/vbaProject.bin", lambda _: b"x"), "宏"),
    "an entity": (with_part(PLAIN, "word/document.xml", lambda old: old.replace(b"?>", b'?><!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>', 1)), "外部实体"),
    "a bomb": (with_part(PLAIN, "word/media/a.bin", lambda _: bytes(70_000_000)), "压缩炸弹"),
    "half a document": (PLAIN[:-300], "坏的"),
    "nonsense": (with_part(PLAIN, "word/document.xml", lambda _: b"<x/>"), "坏的"),
    "tables in tables": (with_part(PLAIN, "word/document.xml", lambda old: old.replace(b"<w:body>", b"<w:body>" + DEEP)), "太深"),
    "an old document": (OLE + "WordDocument".encode("utf-16-le") + bytes(40), "旧版的 Word"),
    "an encrypted document": (OLE + "EncryptedPackage".encode("utf-16-le") + bytes(40), "密码"),
    "rich text": (b"{\\rtf1 \\ansi hello}", "RTF"),
    "a page of Word's": (b'<html xmlns:w="urn:schemas-microsoft-com:office:word"><p>1</p></html>', "Word"),
    "OpenDocument": (with_part(with_part(PLAIN, "mimetype", lambda _: b"x"), "content.xml", lambda _: b"<x/>"), ""),
    "nothing in it": (document(), "没有认出题目"),
}  # fmt: skip


@pytest.mark.parametrize("case", [case for case in HOSTILE if HOSTILE[case][1]])
def test_what_means_harm_is_refused_in_words(given, case: str) -> None:
    data, word = HOSTILE[case]
    rows, said = given(data)
    assert rows == [] and len(said) == 1 and word in said[0]


def test_what_is_printed_for_those_who_mark_is_no_part_of_a_question(given) -> None:
    head = table(["得分", "评卷人"], ["", ""])
    rows, said = given(
        document(
            "一、单选题",
            head,
            "1.甲题（A）",
            "A.一 B.二",
            "第 1 页 共 2 页",
            head,
            "二、判断题",
            "1.乙（√）",
            "答：______",
        )
    )
    assert [cells(row)["题干"] for row in rows] == ["甲题", "乙"] and cells(rows[0])["B"] == "二"
    assert len(said) == 1 and "不是题目，没有读，如“得分”" in said[0]


def test_a_heading_of_words_own_is_the_place_of_what_follows(given) -> None:
    heading = paragraph("a1-m3", '<w:pStyle w:val="Heading2"/>')
    rows, said = given(document("1.甲题（A）", "A.一 B.二", heading, "2.乙题（B）", "A.一 B.二"))
    assert [cells(row).get("标题") for row in rows] == [None, "a1-m3"] and cells(rows[0])["B"] == "二"
    assert len(said) == 1 and "“a1-m3”" in said[0]


ASKED = [
    "一、单选题",
    "1.甲题",
    "A.一 B.二",
    "2.乙题",
    "A.一 B.二",
    "二、填空题",
    "1.每____。",
    "2.以____形式。",
    "三、判断题",
    "1.丙",
    "2.丁",
]
KEYS = ["B", "A", "半年", "书面", "√", "×"]


@pytest.mark.parametrize(
    "answers",
    [
        ["参考答案", "一、单选题：1-2 BA", "二、填空题", "1. 半年  2. 书面", "三、判断题", "1-2：√×"],
        [
            "党务知识测试题参考答案及评分标准",
            "一、BA",
            "一、单选题",
            "1、B 2、A",
            "二、填空题",
            "1、半年",
            "2、书面",
            "三、判断题 √ ×",
        ],
        ["答案：", "一、单选题（每题2分）", "1.B", "2.A", "二、填空题", "1.半年", "2.书面", "三、判断题", "1.√", "2.×"],
    ],
)
def test_answers_at_the_end_as_people_write_them(given, answers: list[str]) -> None:
    rows, said = given(document(*ASKED, *answers))
    assert [cells(row).get("答案") for row in rows] == KEYS
    assert [each for each in said if "答案对不上" in each] == []


def test_answers_of_several_questions_may_stand_behind_one_label(given) -> None:
    asked = ["1.甲题", "A.一 B.二", "2.乙题", "A.一 B.二", "3.丙题", "A.一 B.二 C.三"]
    for answers in ("答案：1.B 2.A 3.ABC", "参考答案：1-2 BA 3-3 ABC"):
        rows, said = given(document(*asked, answers))
        assert ([cells(row)["答案"] for row in rows], said) == (["B", "A", "ABC"], [])


@pytest.mark.parametrize(
    "text",
    [
        "1. 题" + " " * 100_000 + "x",
        "1. 题" + "（单选 " * 30_000,
        "1. 题\n答案" + " " * 100_000 + "x",
        "1. 题" + "（A、" * 50_000,
    ],
)
def test_a_long_line_costs_no_more_than_its_length(given, text: str) -> None:
    rows, _ = given(document(*text.split("\n")))
    assert len(rows) == 1
