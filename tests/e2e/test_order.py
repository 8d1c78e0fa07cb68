"""排序：依次点，点一下排一项，再点一次取消。"""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e import reader
from tests.e2e.reader import Item, Step, wrongly

pytestmark = pytest.mark.parametrize("item", ["order"], indirect=True)


def places(question: Locator, item: Item) -> list[str]:
    """What is in the circles, by the bank's order."""
    rows = [reader.row(question, option["text"]) for option in item["options"]]
    return [row.locator("b").inner_text() for row in rows]


def test_the_right_order_is_right(tab: Page, question: Locator, item: Item) -> None:
    reader.answer(tab, item)
    expect(question).to_have_attribute("data-result", "right")
    expect(question.locator(".yx-tag")).to_have_text(["位置对"] * len(item["options"]))


def test_the_wrong_order_shows_where_each_belongs(tab: Page, question: Locator, item: Item) -> None:
    reader.answer(tab, item, wrongly)
    expect(question).to_have_attribute("data-result", "wrong")
    for place, option in enumerate(item["options"], 1):
        tag = "位置对" if 2 * place == len(item["options"]) + 1 else f"应排第 {place}"
        expect(reader.row(question, option["text"]).locator(".yx-tag")).to_have_text(tag)


def test_taps_number_the_rows_and_a_second_tap_closes_the_gap(tab: Page, question: Locator, item: Item) -> None:
    first, second, third, *rest = (Step("choose", option["text"]) for option in item["options"])
    reader.by_touch(question, [first, second, third])
    assert places(question, item) == ["1", "2", "3", *("" for _ in rest)]
    reader.by_touch(question, [second])
    assert places(question, item) == ["1", "", "2", *("" for _ in rest)]
    expect(question.locator(".yx-said")).to_have_text(f"已排 2 / {len(item['options'])}，再点一次取消")


def test_what_to_do_is_said_before_the_first_tap(tab: Page, question: Locator) -> None:
    expect(question.locator(".yx-how")).to_be_visible()
    expect(question.get_by_role("group").first).to_have_accessible_name(re.compile("按先后依次点选项"))


def test_a_placed_row_says_its_place(tab: Page, question: Locator, item: Item) -> None:
    last = item["options"][-1]["text"]
    reader.by_touch(question, [Step("choose", last)])
    expect(reader.row(question, last).locator("input")).to_have_accessible_name(f"1 {last}")


def test_an_unfinished_order_is_not_graded(tab: Page, question: Locator, item: Item) -> None:
    reader.by_touch(question, [Step("choose", item["options"][0]["text"]), Step("press", "提交")])
    expect(question.locator(".yx-said")).to_have_text("还有没排的，依次点完再提交。")
    expect(question.locator("output")).to_have_text("")


def test_the_right_order_is_never_the_one_shown(tab: Page, question: Locator, item: Item) -> None:
    right = [option["text"] for option in item["options"]]
    for _ in range(5):
        assert reader.shown(question) != right
        reader.answer(tab, item, wrongly)
        reader.by_touch(question, [Step("press", "重做")])
        assert places(question, item) == [""] * len(right)
