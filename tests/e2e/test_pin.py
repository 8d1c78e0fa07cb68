"""An order that is pinned stays as the bank has it, at first and after 重做."""

import pytest
from playwright.sync_api import Page

from tests.e2e import reader
from tests.e2e.reader import Item, Step


@pytest.fixture
def item(questions: list[Item]) -> Item:
    return next(each for each in questions if each["pin"] and each["options"])


def test_a_pinned_order_stays(tab: Page, address: str, item: Item) -> None:
    tab.goto(f"{address}/{item['url']}")
    question = reader.find(tab, item)
    for _ in range(3):
        assert reader.shown(question) == [option["text"] for option in item["options"]]
        reader.answer(tab, item)
        reader.by_touch(question, [Step("press", "重做")])
