"""报告问题 copies what an editor needs to find the question: its id, the version of its meaning, the page, the stem."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import reader
from tests.e2e.reader import Item, Step, wrongly

pytestmark = pytest.mark.parametrize("item", ["single", "blank"], indirect=True)

REPORT = Step("press", "报告问题")


def test_the_text_is_copied(new_page: Callable[..., Page], address: str, item: Item) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{address}/{item['url']}")
    question = reader.answer(page, item, wrongly)
    reader.by_touch(question, [REPORT])
    expect(question.get_by_role("status").filter(has_text="已复制，请发给编辑。")).to_be_visible()
    _check(page.evaluate("navigator.clipboard.readText()"), address, item)


def test_where_nothing_can_be_copied_the_text_can_be_taken_by_hand(page: Page, address: str, item: Item) -> None:
    # As on plain http, and in some phones' browsers.
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(f"{address}/{item['url']}")
    question = reader.answer(page, item, wrongly)
    reader.by_touch(question, [REPORT, REPORT])
    expect(question.locator(".yx-said")).to_have_text("长按复制，发给编辑。")
    area = question.get_by_role("textbox", name="要复制的文字")
    expect(area).to_be_focused()
    _check(area.input_value(), address, item)
    assert page.evaluate("getSelection().toString()") == area.input_value()
    reader.by_touch(question, [Step("press", "重做")])
    expect(area).to_have_count(0)


def _check(text: str, address: str, item: Item) -> None:
    first, second, third, last = text.split("\n")
    assert first == f"题目：{item['id']}（版本 {item['version']}）"
    assert second == f"页面：{address}/{item['url']}"
    assert third.removeprefix("题干：").replace("_", "") == item["stem"].replace("_", "")
    assert last == "问题："
