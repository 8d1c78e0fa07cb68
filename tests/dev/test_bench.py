"""What the bench measures is what an editor could have: its projects pass the check."""

from pathlib import Path

import pytest

from tools.dev.bench import projects
from yanxi import project
from yanxi.document import fences


@pytest.mark.parametrize("templated", [False, True])
def test_questions_spread_over_the_pages_have_no_problem(tmp_path: Path, templated: bool) -> None:
    assert project.load(projects.spread(200, tmp_path / "made", templated)).problems == ()


def test_one_page_of_them_has_none(tmp_path: Path) -> None:
    assert project.load(projects.generated(100, tmp_path / "made")).problems == ()


def test_stock_pages_say_the_same_without_a_fence_of_ours(tmp_path: Path) -> None:
    pages = projects.stock(projects.ROOT, tmp_path / "stock") / "docs"
    assert [page for page in pages.rglob("*.md") if any(fences.typed(page.read_text("utf-8").split("\n")))] == []
    assert "一岗双责" in (pages / "glossary.md").read_text(encoding="utf-8")
