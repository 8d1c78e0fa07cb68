"""A line that fits no level is a problem with its number: one document a case in unplaced/, its problems below the dashes."""

from pathlib import Path

import pytest

from yanxi.document.read import read_document

CASES = sorted((Path(__file__).parent / "unplaced").glob("*.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_unplaced(case: Path) -> None:
    document, _, expected = case.read_text(encoding="utf-8").partition("----\n")
    found = []
    document = read_document(document, "2099", "docs/2099/text.txt", found.append)
    assert [f"{problem.line} {problem.code}" for problem in found] == expected.splitlines()
    assert all(problem.message and problem.hint and problem.path == "docs/2099/text.txt" for problem in found)
    assert len({provision.id for provision in document.provisions}) == len(document.provisions)
