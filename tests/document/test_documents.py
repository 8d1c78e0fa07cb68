"""Documents of every kind, read into provisions: the text in documents/NAME.txt, what has to come out of it in NAME.tsv."""

from pathlib import Path

import pytest

from tests.document.test_read import tiled
from yanxi.document.read import read_document
from yanxi.yamltext.decode import read_text

FOLDER = Path(__file__).parent / "documents"
COLUMNS = ["id", "kind", "page", "lines", "label", "title", "citation", "roles"]


def rows(text: str) -> list[str]:
    """A row a provision, as in the golden files."""
    problems = []
    document = read_document(text, "2099", "docs/2099/text.txt", problems.append)
    assert not problems
    made = ["\t".join(COLUMNS)]
    for each in document.provisions:
        first, last = text.count("\n", 0, each.start) + 1, text.count("\n", 0, each.end) + 1
        lines = str(first) if first == last else f"{first}-{last}"
        made.append(
            "\t".join(
                [each.id, each.kind, each.page, lines, each.label, each.title, each.citation, " ".join(each.roles)]
            )
        )
    return made


def text_of(case: Path) -> str:
    text = read_text(case, case.name, lambda problem: pytest.fail(str(problem)))
    assert text
    return text


@pytest.mark.parametrize("case", sorted(FOLDER.glob("*.txt")), ids=lambda case: case.stem)
def test_a_document_is_read_as_a_reader_would(case: Path) -> None:
    assert rows(text_of(case)) == case.with_suffix(".tsv").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("case", sorted(FOLDER.glob("*.txt")), ids=lambda case: case.stem)
def test_every_character_is_in_one_provision(case: Path) -> None:
    tiled(text_of(case))
