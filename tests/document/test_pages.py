"""What the fences of a page say besides the official text: one page a case in pages/, its problems below the dashes."""

from pathlib import Path

import pytest

from tests.documents import document
from yanxi.document.pages import Page, read_page

CASES = sorted((Path(__file__).parent / "pages").glob("*.md"))


def read(page: str, path: str = "a1/index.md") -> tuple[Page, list[str]]:
    found = []
    made = read_page(path, f"docs/plan/{path}", page, document(), found.append)
    assert all(problem.hint and problem.path == f"docs/plan/{path}" for problem in found)
    return made, [f"{problem.line}:{problem.column} {problem.code}" for problem in sorted(found)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_page(case: Path) -> None:
    page, _, expected = case.read_text(encoding="utf-8").partition("----\n")
    assert read(page)[1] == expected.splitlines()


def test_what_a_page_says_comes_back_with_its_clauses() -> None:
    page, problems = read((Path(__file__).parent / "pages/all-is-well.md").read_text().partition("----\n")[0])
    assert not problems
    assert (page.title, [provision.id for provision in page.provisions]) == ("政治建设", ["a1"])
    [[point]], [[duty]], [[note]] = (page.filled[kind] for kind in ("points", "duties", "note"))
    assert (point.text, point.clause.id) == ("政治建设摆在首位", "c1")
    assert (duty.who, duty.what, duty.when, duty.occasion) == ("", "把政治建设摆在首位", "", "全过程")
    assert [clause.id for clause in duty.quote.clauses] == ["c1"]
    assert (note.quote.text, note.text) == ("全过程", "此处照录。")
    assert [quiz.value for quiz in page.quizzes] == ["a1"]


def test_a_fence_without_official_text_beside_it_cannot_be_checked_and_says_so() -> None:
    _, problems = read("# 附页\n\n```duties\n- what: 抓\n  quote: 抓\n```\n", "more.md")
    assert problems == ["3:1 没有原文"]
