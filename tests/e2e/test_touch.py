"""Every question of the whole bank can be answered rightly by touch alone: keys, pages and widget agree."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import reader
from tests.e2e.reader import PLAN_PAGES, Item, rightly


@pytest.mark.parametrize("path", PLAN_PAGES)
def test_every_question_of_a_page_is_answered_rightly(
    tab: Page, address: str, path: str, questions: list[Item]
) -> None:
    tab.set_viewport_size({"width": 390, "height": 1600})
    tab.goto(f"{address}/{path}")
    here = [item for item in questions if item["url"].split("#")[0] == path]
    for item in here:
        reader.by_touch(reader.find(tab, item), rightly(item))
    # Every question is graded, or this says which are not.
    expect(tab.locator("yx-question:not([data-result=right])")).to_have_count(0)
    expect(tab.locator("yx-score").get_by_role("status")).to_have_text(f"{len(here)} 题对 {len(here)} 题")
    expect(tab.locator("yx-score").get_by_role("button")).to_have_count(0)
