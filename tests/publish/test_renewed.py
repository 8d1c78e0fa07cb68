"""A tab that is open over a release, with two real ones: it goes on with what it had, and its next page says 网站已更新."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import reader
from tests.e2e.student import unfold_chooser
from tests.site.generators import mkdocs
from yanxi.publish import sync

BANK = "quizzes/plan/a1/m1.yml"


@pytest.fixture(scope="module")
def later(whole: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site a release later: one page's questions have other options, and its first question is retired."""
    root = Path(shutil.copytree(whole, tmp_path_factory.mktemp("later") / "project", symlinks=True))
    bank = (root / BANK).read_text(encoding="utf-8")
    bank = bank.replace("    explain: ", "    retired: 照常识就能答对\n    explain: ", 1).replace(
        "options: [", "options: [另一项, "
    )
    (root / BANK).write_text(bank.replace("      - ", "      - 另", 1), encoding="utf-8")
    return mkdocs(root, tmp_path_factory.mktemp("later") / "site")


def test_a_tab_goes_on_over_a_release_and_its_next_page_says_so(
    site: Path, later: Path, tmp_path: Path, serve: Callable[[Path], str], page: Page
) -> None:
    sync.stage(site, tmp_path / "there")
    items = json.loads((site / "data/plan/questions.json").read_text(encoding="utf-8"))
    first = next(each["id"] for each in items if each["provision"] == "a1-m1" and not each["retired"])
    address = serve(tmp_path / "there")
    page.goto(f"{address}/study/practice/")
    page.locator(".yx-part").wait_for()
    sync.stage(later, tmp_path / "there")  # what open pages load stays beside it
    unfold_chooser(page)
    page.get_by_label("范围").select_option("a1-m1")
    reader.tap(page.get_by_role("button", name="开始"))
    expect(page.locator(f"yx-question#{first}")).to_be_visible()
    expect(page.get_by_text("网站已更新")).to_have_count(0)
    page.goto(f"{address}/plan/a1/m1/")
    expect(page.locator(".yx-renewed")).to_have_text("网站已更新，已有的记录都在。")
    expect(page.locator(f"yx-question#{first}")).to_have_count(0)
    page.goto(f"{address}/plan/a1/m2/")
    page.wait_for_load_state("networkidle")
    expect(page.locator(".yx-renewed")).to_have_count(0)
