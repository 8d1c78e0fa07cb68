"""A plan, read into provisions and clauses."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.document.test_quote import written
from tests.documents import document
from yanxi.document.levels import (
    AREA,
    ARTICLE,
    DEFAULT,
    DIVISION,
    EITHER,
    ITEM,
    MEASURE,
    PART,
    POINT,
    RUN,
    SECTION,
    Level,
    find,
    ordered,
    value,
)
from yanxi.document.read import read_document
from yanxi.document.roles import ROLES
from yanxi.model import Document


def test_provisions_come_in_the_order_of_the_text_each_of_its_kind() -> None:
    kinds = [(provision.id, provision.kind) for provision in document().provisions]
    assert kinds == [
        ("pre", "preamble"),
        ("s1", "section"),
        ("s2", "section"),
        ("a1", "area"),
        *((f"a1-m{number}", "measure") for number in (1, 2, 3, 4)),
        ("a2", "area"),
        *((f"a2-m{number}", "measure") for number in (1, 2)),
        ("g", "section"),
        *((f"g-m{number}", "safeguard") for number in (1, 2)),
    ]


@pytest.mark.parametrize(
    ("name", "label", "title", "citation"),
    [
        ("pre", "", "导语", "导语"),
        ("s1", "一、", "总体要求", "一"),
        ("a2", "（二）", "从严抓好思想建设，把思想建设作为党的基础性建设", "二（二）"),
        ("a1-m4", "四是", "深化“以案促改”工作", "二（一）四是"),
        ("g-m2", "二是", "细化任务分工", "三·二是"),
    ],
)
def test_a_provision_has_its_number_its_title_and_how_it_is_cited(
    name: str, label: str, title: str, citation: str
) -> None:
    provision = document().by_id[name]
    assert (provision.label, provision.title, provision.citation) == (label, title, citation)


def test_every_provision_has_its_own_address() -> None:
    pages = {provision.page for provision in document().provisions}
    assert {"index.md", "s1.md", "a1/index.md", "a1/m3.md", "a2/m2.md", "g/index.md", "g/m2.md"} < pages
    assert [provision.id for provision in document().by_page["index.md"]] == ["pre", "s2"]
    assert document().url(document().by_id["a1-m3"]) == "plan/a1/m3/"
    assert document().url(document().by_id["a1"]) == "plan/a1/"
    assert document().by_id["a1-m3"].parent == "a1"
    assert document().by_id["g-m1"].parent == "g"
    assert [child.id for child in document().children(document().by_id["a1"])] == ["a1-m1", "a1-m2", "a1-m3", "a1-m4"]


def test_a_clause_ends_at_a_semicolon_or_a_full_stop() -> None:
    clauses = document().by_id["a1-m3"].clauses
    assert [clause.id for clause in clauses] == ["c1", "c2", "c3", "c4"]
    assert clauses[0].text == "三是严格落实党内各项制度。"
    assert clauses[1].text.startswith("局党委班子成员要严格落实") and clauses[1].text.endswith("各项监督工作；")
    assert clauses[3].text.startswith("各支部要将主体责任纳入本单党建") and clauses[3].text.endswith("责任情况。")


def test_clauses_of_one_page_are_numbered_through_its_provisions() -> None:
    numbers = [clause.id for provision in document().by_page["index.md"] for clause in provision.clauses]
    assert numbers == ["c1", "c2", "c3"]


def tiled(text: str) -> None:
    """Provisions tile the text, clauses tile the provisions. Between provisions on one line there is nothing, and otherwise
    only empty lines."""
    problems = []
    read = read_document(text, "2099", "text.txt", problems.append)
    position = 0
    for provision in read.provisions:
        between = text[position : provision.start]
        assert not between.strip()
        assert not between or between.endswith("\n")
        lines = text[provision.start : provision.end].split("\n")
        assert [line for line in lines if line.strip()] == list(provision.lines)
        assert len(provision.roles) == len(provision.lines) and set(provision.roles) <= set(ROLES)
        position = provision.end
        inside = provision.start
        for clause in provision.clauses:
            assert not text[inside : clause.start].strip()
            assert text[clause.start : clause.end] == clause.text
            inside = clause.end
        assert not text[inside : provision.end].strip()
    assert not text[position:].strip()
    assert not problems


def test_the_plan_is_tiled() -> None:
    tiled(document().text)


words = some.text("甲乙丙丁，、《》*, 0\t", max_size=20)
sentence = words.map("坚持{}甲。".format)


@some.composite
def tables(draw) -> tuple[Level, ...]:
    """Some of the levels in any order, some of them left in the text."""
    chosen = draw(some.lists(some.sampled_from(DEFAULT), unique=True, min_size=1, max_size=5))
    return ordered(replace(level, page=draw(some.integers(0, 4)) > 0) for level in chosen)


def mark(level: Level, number: int, digits: bool) -> str:
    """A printed mark of a level, in one of its variants."""
    chinese = written(number)
    forms = {
        "第×编": (f"第{chinese}编", f"第{chinese}部分"),
        "第×章": (f"第{chinese}章 ", f"第{number}章　"),
        "第×节": (f"第{chinese}节　", f"第{number}节"),
        "第×条": (f"第{chinese}条　", f"第{number}条 "),
        "一、": (f"{chinese}、", f"{chinese}．"),
        "（一）": (f"（{chinese}）", f"({chinese})"),
        "1.": (f"{number}.", f"{number}、"),
        "（1）": (f"（{number}）", f"{number}）"),
        "一是": (f"{chinese}是", f"{chinese}是"),
    }
    return forms[level.mark][digits]


@some.composite
def documents(draw) -> tuple[tuple[Level, ...], str, list[tuple[str, str]]]:
    """A table of levels, a text that keeps it, and (kind, printed mark) of every provision in it."""
    table = draw(tables())
    gap = draw(some.sampled_from(["", " ", "\n", "　", "\t"]))
    indent = draw(some.sampled_from(["", "　　", "  "]))
    lines, expected = ["为做好工作，制定本方案。"], [("preamble", "")]
    run = dict.fromkeys((level.mark for level in DEFAULT), 0)
    runs = {
        level.mark: level.numbering == RUN or (level.numbering == EITHER and draw(some.booleans())) for level in table
    }

    def children(levels: tuple[Level, ...], depth: int, above: str) -> None:
        pages = [level for level in levels if level.page]
        if not pages or depth > 3:
            return
        level = draw(some.sampled_from(pages))
        below = () if level.leaf else levels[levels.index(level) + 1 :]
        for number in range(1, draw(some.integers(1, 3)) + 1):
            run[level.mark] += 1
            printed = mark(level, run[level.mark] if runs[level.mark] else number, draw(some.booleans()))
            lines.append(printed + draw(sentence))
            kind = "safeguard" if (level.kind, above) == ("measure", "section") else level.kind
            expected.append((kind, printed.strip()))
            for unpaged in levels:
                if not unpaged.page and draw(some.booleans()):
                    lines.append(mark(unpaged, draw(some.integers(1, 99)), False) + draw(sentence))
            lines.extend(draw(some.lists(sentence, max_size=2)))
            children(below, depth + 1, level.kind)

    children(table, 1, "")
    return table, f"{gap}\n".join(indent + line for line in lines) + gap, expected


@given(documents())
def test_a_document_that_keeps_its_levels_comes_back_as_it_was_written(document: tuple) -> None:
    levels, text, expected = document
    problems = []
    read = read_document(text, "2099", "text.txt", problems.append, levels)
    assert not problems
    assert [(each.kind, each.label) for each in read.provisions] == expected
    assert "".join("".join(each.lines) for each in read.provisions) == text.replace("\n", "")
    check(read, text)


def check(read: Document, text: str) -> None:
    """What holds for every document: ids, pages and clauses are distinct, and every parent is there."""
    assert len({each.id for each in read.provisions}) == len(read.provisions)
    assert all(re.fullmatch(r"[a-z]+[0-9]*(-[a-z]+[0-9]+)*", each.id) for each in read.provisions)
    assert all(each.parent is None or each.parent in read.by_id for each in read.provisions)
    assert all(each.title and each.citation and each.clauses for each in read.provisions)
    for page, held in read.by_page.items():
        assert page == "index.md" or len(held) == 1
        numbers = [clause.id for each in held for clause in each.clauses]
        assert numbers == [f"c{number}" for number in range(1, len(numbers) + 1)]
    position = 0
    for each in read.provisions:
        assert position <= each.start < each.end <= len(text)
        position = each.end


PIECES = [
    *"一二三十百、（）(是。；：甲 1①．.\n\n\n\t　",
    *(
        "第一条",
        "第二章",
        "（一）",
        "一是",
        "二是",
        "。二是",
        "附件1",
        "附件：",
        "2022年3月5日",
        "县教育局",
        "目录",
        "特此通知。",
    ),
    *("抄送：", "云教发〔2022〕3号", "各学校：", "第一章"),
]


@given(some.lists(some.sampled_from(PIECES), max_size=40).map("".join), tables() | some.just(DEFAULT))
def test_no_text_makes_the_reader_stumble(text: str, levels: tuple[Level, ...]) -> None:
    problems = []
    read = read_document(text, "2099", "text.txt", problems.append, levels)
    assert all(1 <= problem.line <= text.count("\n") + 1 and problem.hint for problem in problems)
    kept = "".join("".join(provision.lines) for provision in read.provisions)
    assert "".join(kept.split()) == "".join(text.split()) or problems
    check(read, text)


@pytest.mark.parametrize(
    ("level", "number", "printed", "above", "cited"),
    [
        (AREA, 1, "(一)", "二", "二（一）"),
        (MEASURE, 3, "三是", "二（一）", "二（一）三是"),
        (MEASURE, 1, "一是", "三", "三·一是"),
        (ITEM, 1, "１．", "一（一）", "一（一）1"),
        (ITEM, 12, "12、", "一", "一·12"),
        (POINT, 3, "③", "一（一）1", "一（一）1（3）"),
        (ARTICLE, 102, "第一百零二条", "第三章", "第一百零二条"),
        (ARTICLE, 12, "第12条", "", "第12条"),
        (DIVISION, 2, "第 二 节", "第三章", "第三章第二节"),
        (PART, 1, "第一部分", "", "第一部分"),
        (SECTION, 2, "二．", "第一章", "第一章·二"),
    ],
)
def test_a_printed_mark_is_counted_and_cited(level: Level, number: int, printed: str, above: str, cited: str) -> None:
    assert (find(DEFAULT, printed), value(printed)) == ((level, printed), number)
    assert level.cite(printed, above) == cited


@pytest.mark.parametrize("words", ["1.5万元", "2022.3.5", "第一节课", "十一点", "3月5日", "（2022年）", "12：30签到"])
def test_what_only_looks_like_a_mark_is_none(words: str) -> None:
    assert find(DEFAULT, words) is None
