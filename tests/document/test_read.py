"""The real plan, read into provisions and clauses."""

import hashlib
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.real import TEXT, document
from yanxi.document.read import read_document

GOLDEN = [line.split("\t") for line in (Path(__file__).parent / "provisions.tsv").read_text().splitlines()[2:]]
SHA256 = "ca80398ed35690aaa7bc045f275a561c9697f829fc550cc81e281c8e05c1452b"


def test_the_official_text_is_the_source_byte_for_byte() -> None:
    assert hashlib.sha256(TEXT.read_bytes()).hexdigest() == SHA256
    assert len(document().text) == 6151


def test_there_are_36_provisions_on_35_pages() -> None:
    assert [provision.id for provision in document().provisions] == [row[0] for row in GOLDEN]
    assert (len(document().provisions), len(document().by_page)) == (36, 35)
    kinds = [provision.kind for provision in document().provisions]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "preamble": 1,
        "section": 3,
        "area": 6,
        "measure": 22,
        "safeguard": 4,
    }


@pytest.mark.parametrize("row", GOLDEN, ids=lambda row: row[0])
def test_a_provision_is_what_was_counted_by_hand(row: list[str]) -> None:
    name, lines, start, end, label, title, citation, sentences = row
    provision = document().by_id[name]
    first, last = document().text.count("\n", 0, provision.start) + 1, document().text.count("\n", 0, provision.end) + 1
    assert "-".join(map(str, sorted({first, last}))) == lines
    assert document().text[provision.start : provision.end].rstrip() == document().text[int(start) : int(end)]
    assert (provision.label or "-", provision.title, provision.citation) == (label, title, citation)
    assert provision.text.count("。") == int(sentences)


def test_every_provision_has_its_own_address() -> None:
    pages = {provision.page for provision in document().provisions}
    assert {"index.md", "s1.md", "a1/index.md", "a1/m3.md", "a6/m4.md", "g/index.md", "g/m4.md"} < pages
    assert [provision.id for provision in document().by_page["index.md"]] == ["pre", "s2"]
    assert document().url(document().by_id["a1-m3"]) == "2022/a1/m3/"
    assert document().url(document().by_id["a1"]) == "2022/a1/"
    assert document().by_id["a1-m3"].parent == "a1"
    assert document().by_id["g-m1"].parent == "g"
    assert [child.id for child in document().children(document().by_id["a6"])] == ["a6-m1", "a6-m2", "a6-m3", "a6-m4"]


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
    """Provisions tile the text, clauses tile the provisions; only white space lies between them."""
    problems = []
    read = read_document(text, "2099", "text.txt", problems.append)
    position = 0
    for provision in read.provisions:
        assert not text[position : provision.start].strip()
        lines = text[provision.start : provision.end].split("\n")
        assert [line for line in lines if line.strip()] == list(provision.lines)
        position = provision.end
        inside = provision.start
        for clause in provision.clauses:
            assert not text[inside : clause.start].strip()
            assert text[clause.start : clause.end] == clause.text
            inside = clause.end
        assert not text[inside : provision.end].strip()
    assert not text[position:].strip()
    assert not problems


def test_the_real_plan_is_tiled() -> None:
    tiled(document().text)


NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
words = some.text("甲乙丙丁，、；。“”《》）（*, 0", min_size=1, max_size=30).filter(
    lambda text: text.strip() and not re.match(r"\s*[(（0-9]", text)
)
sentence = words.map("坚持{}".format)
measures = some.lists(sentence, max_size=12)
areas = some.lists(some.tuples(sentence, measures), min_size=1, max_size=4)
section = some.one_of(
    some.tuples(sentence, sentence.map(lambda text: ("text", text))),
    some.tuples(sentence, measures.filter(bool).map(lambda each: ("measures", each))),
    some.tuples(sentence, areas.map(lambda each: ("areas", each))),
)
documents = some.tuples(sentence, some.lists(section, min_size=1, max_size=4), some.sampled_from(["", " ", "\n", "　"]))


def written(document: tuple) -> tuple[str, list[tuple[str, str]]]:
    """A document as text, and (kind, citation) of what is in it."""
    preamble, sections, gap = document
    lines, expected = [preamble], [("preamble", "导语")]
    for number, (title, (kind, content)) in zip(NUMERALS, sections, strict=False):
        lines.append(f"{number}、{title}")
        expected.append(("section", number))
        if kind == "text":
            lines.append(content)
        elif kind == "measures":
            for count, measure in zip(NUMERALS, content, strict=False):
                lines.append(f"{count}是{measure}")
                expected.append(("safeguard", f"{number}·{count}是"))
        else:
            for place, (area, below) in zip(NUMERALS, content, strict=False):
                lines.append(f"（{place}）{area}")
                expected.append(("area", f"{number}（{place}）"))
                for count, measure in zip(NUMERALS, below, strict=False):
                    lines.append(f"{count}是{measure}")
                    expected.append(("measure", f"{number}（{place}）{count}是"))
    return f"{gap}\n".join(lines) + gap, expected


@given(documents)
def test_a_document_that_keeps_the_levels_comes_back_as_it_was_written(document: tuple) -> None:
    text, expected = written(document)
    problems = []
    read = read_document(text, "2099", "text.txt", problems.append)
    assert [(provision.kind, provision.citation) for provision in read.provisions] == expected
    assert len({provision.id for provision in read.provisions}) == len(expected)
    assert len({clause.id for each in read.by_page["index.md"] for clause in each.clauses}) == sum(
        len(each.clauses) for each in read.by_page["index.md"]
    )
    tiled(text)


@given(some.text("一二三十、（）(是。；甲 \n1第条", max_size=60))
def test_no_text_makes_the_reader_stumble(text: str) -> None:
    problems = []
    read = read_document(text, "2099", "text.txt", problems.append)
    assert all(1 <= problem.line <= text.count("\n") + 1 for problem in problems)
    kept = "".join("".join(provision.lines) for provision in read.provisions)
    lost = len("".join(text.split())) - len("".join(kept.split()))
    assert lost == 0 or problems
