"""The law of pages: their `official` fences are the official text, and a change of one character anywhere is named.

The page, the line and the character that are named are computed here from the mutated text, not by the code under test.
"""

import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.documents import PLAN, document
from yanxi import project
from yanxi.document.pages import read_page
from yanxi.model import Provision
from yanxi.problem import Problem

DOCS = PLAN / "docs/plan"
PAGES = {path: (DOCS / path).read_text(encoding="utf-8") for path in document().by_page}


def problems(path: str, text: str) -> list[Problem]:
    found: list[Problem] = []
    read_page(path, f"docs/plan/{path}", text, document(), found.append)
    return found


def place(page: str, provision: Provision) -> int:
    """Where a provision's words begin on its page, found by looking for them."""
    opening = f"```official {provision.id}\n"
    fence = opening + "\n".join(provision.lines) + "\n```\n"
    assert page.count(fence) == 1
    return page.index(fence) + len(opening)


def mutations(text: str, position: int, other: str) -> Iterator[tuple[str, str]]:
    """What one slip of the hand can do at one position: another character, one less, one more."""
    before, here, after = text[:position], text[position], text[position + 1 :]
    yield "replace", before + other + after
    yield "delete", before + after
    yield "insert", before + other + here + after
    yield "insert a space", before + " " + here + after
    yield "break the line", before + "\n" + here + after
    yield "double", before + here + here + after


def first_difference(old: str, new: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))


def line_and_column(text: str, position: int) -> tuple[int, int]:
    return text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)


def test_the_pages_as_they_are_hold_the_whole_text_in_order() -> None:
    held = [line for each in document().provisions for line in each.lines]
    shown = [
        line
        for path, provisions in document().by_page.items()
        for provision in provisions
        for line in PAGES[path][place(PAGES[path], provision) :].split("\n```\n")[0].split("\n")
    ]
    assert sorted(shown) == sorted(held)
    assert held == [line for line in document().text.split("\n") if line]
    assert [problem for path, text in PAGES.items() for problem in problems(path, text)] == []


def bare(text: str) -> str:
    """The page with nothing but its official text; other fences are read again at every mutation, and cost the time."""
    return re.sub(
        r"```(points|duties|note|quiz)\n.*?```\n", lambda fence: "\n" * fence[0].count("\n"), text, flags=re.S
    )


@pytest.mark.parametrize("path", PAGES)
def test_every_change_of_one_character_is_caught_with_line_and_character(path: str) -> None:
    text = bare(PAGES[path])
    for provision in document().by_page[path]:
        begin = place(text, provision)
        # The line end after the last line is the closing fence's own.
        for position in range(begin, begin + len("\n".join(provision.lines)) + 1):
            for what, mutated in mutations(text, position, "改"):
                if mutated == text:
                    continue
                found = problems(path, mutated)
                assert found, (what, position)
                first = min(found)
                assert first.path == f"docs/plan/{path}"
                if text[position] == "\n" or what == "break the line":
                    # A line more or less: either of the two lines concerned may be the one that is named.
                    assert abs(first.line - line_and_column(text, position)[0]) <= 1, (what, position)
                else:
                    assert (first.line, first.column) == line_and_column(text, first_difference(text, mutated))
                    assert first.code == "原文被改动"


def test_what_was_found_and_what_is_expected_are_both_named() -> None:
    text = PAGES["a1/m3.md"]
    [found] = problems("a1/m3.md", text.replace("本单党建", "本单位党建", 1))
    assert (found.line, found.column) == line_and_column(text, text.index("本单党建") + 2)
    assert "“位”" in found.message and "“党”" in found.message and "text.txt" in found.hint
    [found] = problems("a1/m3.md", text.replace("责任情况。 \n", "责任情况。\n"))
    assert "空格" in found.message and "行末" in found.hint


def test_two_provisions_may_not_change_places() -> None:
    text = PAGES["index.md"]
    first, second = ("\n".join(provision.lines) for provision in document().by_page["index.md"])
    swapped = text.replace(first, "§").replace(second, first).replace("§", second)
    assert [problem.code for problem in problems("index.md", swapped)] == ["原文被改动", "原文被改动"]


def test_a_fence_left_out_and_a_fence_too_many_are_problems() -> None:
    text = PAGES["a1/m3.md"]
    fence = text[text.index("```official") : text.index("```\n", text.index("```official") + 3) + 4]
    assert [problem.code for problem in problems("a1/m3.md", text.replace(fence, ""))] == ["原文缺失"]
    [found] = problems("a1/m3.md", text + fence)
    assert (found.code, found.line) == ("原文多余", text.count("\n") + 1)
    assert "围栏没有结束" in [problem.code for problem in problems("a1/m3.md", text[: text.index("```\n")])]
    assert problems("a1/m3.md", text.replace("```official", "```offical"))


def test_a_fence_that_is_only_shown_as_an_example_is_no_official_text() -> None:
    text = PAGES["a1/m3.md"]
    wrapped = text.replace("```official", "````\n```official").replace("情况。 \n```\n", "情况。 \n```\n````\n")
    assert [problem.code for problem in problems("a1/m3.md", wrapped)][:1] == ["原文缺失"]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return shutil.copytree(PLAN, tmp_path / "plan")


def errors(root: Path) -> set[Problem]:
    return {problem for problem in project.load(root).problems if problem.severity == "error"}


def test_a_change_is_caught_by_the_whole_project_too(copy: Path) -> None:
    before = errors(copy)
    chance = random.Random(20220101)
    for path in chance.sample(sorted(PAGES), 5):
        text = PAGES[path]
        provision = chance.choice(document().by_page[path])
        position = place(text, provision) + chance.randrange(len("\n".join(provision.lines)))
        what, mutated = chance.choice(list(mutations(text, position, "改")))
        (copy / "docs/plan" / path).write_text(mutated, encoding="utf-8")
        named = {problem.path for problem in errors(copy) - before}
        assert f"docs/plan/{path}" in named, (path, position, what)
        (copy / "docs/plan" / path).write_text(text, encoding="utf-8")
    assert errors(copy) == before


def test_a_page_left_out_is_a_problem_of_its_own(copy: Path) -> None:
    (copy / "docs/plan/a2/m2.md").unlink()
    [found] = [problem for problem in errors(copy) if problem.code == "缺少页面"]
    assert found.path == "docs/plan/a2/m2.md" and "二（二）二是" in found.message


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(copy: Path) -> None:
    before = errors(copy)
    for path, text in PAGES.items():
        (copy / "docs/plan" / path).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert errors(copy) == before
