"""Keys, pages and widget agree about every question of the bank; and touch alone is enough to answer."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import reader
from tests.e2e.reader import PLAN_PAGES, Item, rightly


def expect_all_right(page: Page, count: int) -> None:
    left = page.locator("yx-question:not([data-result=right])")
    assert left.evaluate_all("(questions) => questions.map(({ id }) => id)") == []
    expect(page.locator("yx-score .yx-total")).to_have_text(f"这次 {count} 题对 {count} 题")
    expect(page.locator("yx-score").get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize("path", PLAN_PAGES)
def test_every_question_of_a_page_is_graded_right_by_its_key(
    tab: Page, address: str, path: str, questions: list[Item]
) -> None:
    here = [item for item in questions if item["url"].split("#")[0] == path]
    tab.goto(f"{address}/{path}")
    reader.by_script(tab, here)
    expect_all_right(tab, len(here))


@pytest.mark.parametrize("path", PLAN_PAGES[1::3])
def test_a_page_is_answered_by_touch_alone(tab: Page, address: str, path: str, questions: list[Item]) -> None:
    here = [item for item in questions if item["url"].split("#")[0] == path]
    tab.goto(f"{address}/{path}")
    for item in here:
        reader.by_touch(reader.find(tab, item), rightly(item))
    expect_all_right(tab, len(here))
