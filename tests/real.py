"""The real plan, its pages and its banks, read once for tests that only look at them."""

from functools import cache
from pathlib import Path

from yanxi.document.read import read_document
from yanxi.model import Document

ROOT = Path(__file__).parents[1]
TEXT = ROOT / "docs/2022/text.txt"


@cache
def document() -> Document:
    problems = []
    read = read_document(TEXT.read_bytes().decode(), "2022", "docs/2022/text.txt", problems.append)
    assert not problems
    return read


@cache
def banks() -> dict[str, str]:
    """Every bank's text, by its path in the project."""
    files = [file for file in sorted((ROOT / "quizzes/2022").rglob("*.yml")) if file.parent.name != "papers"]
    return {file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8") for file in files}


def first_provision(bank: str) -> str:
    """The provision whose bank stands at this path."""
    page = bank.removeprefix("quizzes/2022/").removesuffix(".yml") + ".md"
    return document().by_page[page][0].id
