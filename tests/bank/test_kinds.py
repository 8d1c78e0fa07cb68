"""Good banks: every kind comes back as the question it was written as."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.documents import document, glossary
from yanxi.bank.kinds import KINDS, Kind
from yanxi.bank.kinds.blank import spellings
from yanxi.bank.read import read_bank
from yanxi.chinese import meaning
from yanxi.model import Question
from yanxi.yamltext import parse

QUOTE = "每半年以书面形式分别向局党委报告"


def read(entry: str) -> Question:
    """The question that is written so; whatever is common to all kinds is filled in."""
    lines = ["id: a1-m3-q01", f"quote: {QUOTE}", "explain: 原文写明“每半年”。", *entry.strip().splitlines()]
    text = "questions:\n  - " + "\n    ".join(lines) + "\n"
    problems = []
    bank = read_bank(
        parse.parse(text, "m3.yml", problems.append), "a1-m3", "m3.yml", document(), problems.append, glossary()
    )
    assert problems == []
    [question] = bank.questions
    return question


def test_a_kind_has_what_the_skeleton_says_and_a_name_of_its_own() -> None:
    parts = {*Kind.__annotations__, *(name for name in vars(Kind) if callable(vars(Kind)[name]) and name[0] != "_")}
    assert {"NAME", "FREEDOM", "read", "asked"} <= parts
    for kind in KINDS.values():
        assert parts <= set(vars(kind))
    assert len({kind.LABEL for kind in KINDS.values()}) == len(KINDS)


def test_single() -> None:
    question = read("kind: single\nstem: 多久？\noptions: [每月, 每季度, 每半年]\nanswer: C")
    assert [(option.letter, option.text) for option in question.options] == [
        ("A", "每月"),
        ("B", "每季度"),
        ("C", "每半年"),
    ]
    assert question.key == ("C",)
    assert [option.text for option in question.right] == ["每半年"]
    assert (question.provision, question.level, question.pin, question.retired) == ("a1-m3", "remember", False, "")
    [quote] = question.quotes
    assert (quote.provision, quote.text, [clause.id for clause in quote.clauses]) == ("a1-m3", QUOTE, ["c4"])


@pytest.mark.parametrize("answer", ["ABD", "A、B、D", "[A, B, D]", "DBA", "ａｂｄ", "A, B, D", "A B D", "a,b，d。"])
def test_letters_may_be_written_as_people_write_them(answer: str) -> None:
    question = read(f"kind: multiple\nstem: 哪些？\noptions: [甲, 乙, 丙, 丁]\nanswer: {answer}")
    assert question.key == ("A", "B", "D")


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        ("对", "对"),
        ("错", "错"),
        ("正确", "对"),
        ("×", "错"),
        ("true", "对"),
        ("False", "错"),
        ("√", "对"),
        ("否", "错"),
    ],
)
def test_judge(answer: str, key: str) -> None:
    assert read(f"kind: judge\nstem: 每半年报告。\nanswer: {answer}").key == (key,)


def test_blank() -> None:
    question = read("kind: blank\nstem: 每____以＿＿形式。\nanswer: [[半年, 六个月], 书面]")
    assert question.content == (("半年", "六个月"), ("书面",))
    assert read("kind: blank\nstem: 每____报告。\nanswer: 半年").content == (("半年",),)


def typed(stem: str, answer: str, more: str = "") -> tuple[tuple[str, ...], ...]:
    return spellings(read(f"kind: blank\nstem: {stem}\nanswer: {answer}{more}"))


@pytest.mark.parametrize(
    ("stem", "answer", "accepted"),
    [
        ("严格落实____条具体措施。", "15", {"15", "15条", "十五", "十五条"}),
        ("严格落实____条具体措施。", "十五", {"十五", "十五条", "15", "15条"}),
        ("严格落实____具体措施。", "15条", {"15条", "十五条", "15", "十五"}),
        ("每年不少于____个学时。", "'20'", {"20", "二十", "20个", "二十个"}),
        ("每____报告一次。", "半年", {"半年", "每半年"}),
        ("每____报告一次。", "三个月", {"三个月", "3个月", "每三个月", "每3个月"}),
        ("履行“____”。", "一岗双责", {"一岗双责"}),
        ("共____元。", "5000", {"5000", "5000元"}),
        ("写明____的比例。", "1.5", {"1.5"}),
        ("各支部____形式报告。", "书面", {"书面"}),
    ],
)
def test_a_blank_takes_what_a_person_would_type(stem: str, answer: str, accepted: set[str]) -> None:
    [gap] = typed(stem, answer)
    assert set(gap) == accepted and gap[0] == answer.strip("'")


def test_in_any_order_a_value_may_be_typed_as_its_new_place_has_it() -> None:
    gaps = typed("共____条、____项。", "[15, 6]", "\nany_order: true")
    assert {"15条", "15项", "十五"} <= set(gaps[0]) and {"6条", "6项"} <= set(gaps[1])
    assert "15项" not in typed("共____条、____项。", "[15, 6]")[0]


def test_the_order_of_values_in_any_order_does_not_change_what_is_asked() -> None:
    stem = "kind: blank\nstem: 一体推进____、____。\nanswer: "
    one, other = (read(f"{stem}{answer}\nany_order: true") for answer in ("[不敢腐, 不能腐]", "[不能腐, 不敢腐]"))
    assert one.any_order and one.version == other.version
    assert read(f"{stem}[不敢腐, 不能腐]").version != read(f"{stem}[不能腐, 不敢腐]").version


def test_gaps_that_have_one_answer_may_have_the_same_alternatives() -> None:
    stem = "每____报告，每____开会。"
    assert typed(stem, "[[半年, 六个月], [半年, 六个月]]")


def test_order() -> None:
    question = read("kind: order\nstem: 排列。\noptions: [甲, 乙, 丙]")
    assert (question.key, [option.text for option in question.options]) == (("A", "B", "C"), ["甲", "乙", "丙"])


def test_match() -> None:
    assert read("kind: match\nstem: 配对。\npairs:\n  - [甲, 一]\n  - [乙, 二]").content == (("甲", "一"), ("乙", "二"))


def test_recall() -> None:
    assert read("kind: recall\nstem: 三方面？\nanswer: [制定, 细化, 完善]").content == ("制定", "细化", "完善")
    assert read("kind: recall\nstem: 三方面？\nanswer: 制定、细化、完善").content == ("制定、细化、完善",)


def test_an_option_may_carry_its_own_reason() -> None:
    question = read(
        "kind: single\nstem: 多久？\noptions:\n  - 每半年\n  - text: 每月\n    why: 那是三·一是。\nanswer: A"
    )
    assert [(option.text, option.why) for option in question.options] == [("每半年", ""), ("每月", "那是三·一是。")]


def test_the_rarer_keys() -> None:
    question = read(
        "kind: judge\nstem: 每半年报告。\nanswer: 对\nlevel: apply\nretired: 题意不清，容易误解\n"
        "terms: [四个意识]\nallow: {解析太短: 一句话足够说明}\npin: true"
    )
    assert (question.level, question.retired, question.terms, question.pin) == (
        "apply",
        "题意不清，容易误解",
        ("四个意识",),
        True,
    )
    assert question.allow == {"解析太短": "一句话足够说明"}


def test_quotations_may_come_from_several_provisions() -> None:
    text = (
        f"kind: judge\nstem: 每半年报告。\nanswer: 对\nquote:\n  - {QUOTE}\n  - at: a1-m2\n    text: 严格执行民主集中制"
    )
    lines = "questions:\n  - id: a1-m3-q01\n    explain: 原文。\n    " + text.replace("\n", "\n    ") + "\n"
    problems = []
    bank = read_bank(
        parse.parse(lines, "m3.yml", problems.append), "a1-m3", "m3.yml", document(), problems.append, glossary()
    )
    assert not problems
    assert [quote.provision for quote in bank.questions[0].quotes] == ["a1-m3", "a1-m2"]


@pytest.mark.parametrize("typed", ["no", "yes", "1.10", "2022", "null", "~", "0o17", "1e3", "2022-01-01", "12:30"])
def test_what_is_typed_stays_text(typed: str) -> None:
    assert read(f"kind: recall\nstem: 何时？\nanswer: {typed}").content == (typed,)


plain = some.text("甲乙丙丁每半年对错“”《》（）·，。；ＡAb12", min_size=1, max_size=12).filter(
    lambda text: text.strip() == text
)


@given(some.lists(plain, min_size=3, max_size=8, unique=True), plain.filter(meaning))
def test_a_long_way_of_writing_a_list_means_the_same_as_the_short_way(options: list[str], stem: str) -> None:
    long = "".join(f"\n  - '{option}'" for option in options)
    short = "[" + ", ".join(f"'{option}'" for option in options) + "]"
    entry = f"kind: recall\nstem: '{stem}'\nanswer: "
    assert read(entry + short).content == read(entry + long).content == tuple(options)
