"""The official text: the source byte for byte, read as it was counted by hand, and whole on its pages."""

import hashlib
from pathlib import Path

import pytest

from tests.documents import ROOT
from yanxi.project import Package

DOCS = ROOT / "docs/2022"
GOLDEN = [line.split("\t") for line in (Path(__file__).parent / "provisions.tsv").read_text("utf-8").splitlines()[2:]]
SHA256 = "ca80398ed35690aaa7bc045f275a561c9697f829fc550cc81e281c8e05c1452b"


def test_the_official_text_is_the_source_byte_for_byte(plan2022: Package) -> None:
    assert hashlib.sha256((DOCS / "text.txt").read_bytes()).hexdigest() == SHA256
    assert len(plan2022.document.text) == 6151


def test_there_are_36_provisions_on_35_pages(plan2022: Package) -> None:
    document = plan2022.document
    assert [provision.id for provision in document.provisions] == [row[0] for row in GOLDEN]
    assert (len(document.provisions), len(document.by_page)) == (36, 35)
    kinds = [provision.kind for provision in document.provisions]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "preamble": 1,
        "section": 3,
        "area": 6,
        "measure": 22,
        "safeguard": 4,
    }


@pytest.mark.parametrize("row", GOLDEN, ids=lambda row: row[0])
def test_a_provision_is_what_was_counted_by_hand(plan2022: Package, row: list[str]) -> None:
    name, lines, start, end, label, title, citation, sentences = row
    document = plan2022.document
    provision = document.by_id[name]
    first, last = document.text.count("\n", 0, provision.start) + 1, document.text.count("\n", 0, provision.end) + 1
    assert "-".join(map(str, sorted({first, last}))) == lines
    assert document.text[provision.start : provision.end].rstrip() == document.text[int(start) : int(end)]
    assert (provision.label or "-", provision.title, provision.citation) == (label, title, citation)
    assert provision.text.count("。") == int(sentences)


def test_provisions_and_clauses_tile_the_text(plan2022: Package) -> None:
    text, position = plan2022.document.text, 0
    for provision in plan2022.document.provisions:
        for clause in provision.clauses:
            assert not text[position : clause.start].strip()
            assert text[clause.start : clause.end] == clause.text
            position = clause.end
    assert not text[position:].strip()


def test_every_provision_stands_on_its_page_line_for_line(plan2022: Package) -> None:
    for path, provisions in plan2022.document.by_page.items():
        page = (DOCS / path).read_text(encoding="utf-8")
        assert page.count("```official ") == len(provisions)
        for provision in provisions:
            assert page.count("\n".join([f"```official {provision.id}", *provision.lines, "```", ""])) == 1
