"""Every kind as HTML: golden/ has a bank of one question and, beside it, what it becomes, broken into lines before each tag.

To accept a change on purpose: `YANXI_ACCEPT=1 python -m pytest tests/render/test_golden.py`, and read the difference.
"""

import os
import re
from pathlib import Path

import pytest

from tests.documents import document, glossary
from yanxi.bank.read import read_bank
from yanxi.model import Bank
from yanxi.render import question
from yanxi.render.place import Place
from yanxi.yamltext import parse

CASES = sorted((Path(__file__).parent / "golden").glob("*.yml"))


def bank(case: Path) -> Bank:
    problems = []
    node = parse.read_file(case, case.name, problems.append)
    read = read_bank(node, "a1-m3", case.name, document(), problems.append, glossary())
    assert problems == []
    return read


def rendered(case: Path) -> str:
    html = question.quiz(bank(case), Place.on(document(), document().by_id["a1-m3"]))
    return re.sub(r"(?<=[^\n])(?=<(?!/))", "\n", html) + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_golden(case: Path) -> None:
    golden = case.with_suffix(".html")
    if "YANXI_ACCEPT" in os.environ:
        golden.write_text(rendered(case), encoding="utf-8")
    assert rendered(case) == golden.read_text(encoding="utf-8")


def test_the_same_bank_gives_the_same_bytes() -> None:
    assert [rendered(case) for case in CASES] == [rendered(case) for case in CASES]


def test_links_follow_the_kind_of_address() -> None:
    case = next(case for case in CASES if case.stem == "two-quotations")
    [item] = bank(case).questions
    here = document().by_id["a1-m3"]
    folders = question.question(item, Place.on(document(), here))
    files = question.question(item, Place.on(document(), here, directories=False))
    assert re.findall(r'href="([^"]+)"', folders) == ["#c4", "../m2/#c2"]
    assert re.findall(r'href="([^"]+)"', files) == ["#c4", "m2.html#c2"]
