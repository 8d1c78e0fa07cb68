"""What is typed, linked to or found in storage never becomes HTML."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e import reader
from tests.e2e.reader import Item, Step

BAIT = "<img src=x onerror=\"document.title='caught'\"><script>document.title='caught'</script>"


@pytest.mark.parametrize("item", ["blank"], indirect=True)
def test_typed_html_stays_text(tab: Page, question: Locator, item: Item) -> None:
    title = tab.title()
    images = tab.locator("img, script").count()
    reader.answer(tab, item, lambda item: [*(Step("type", BAIT) for _ in item["blanks"]), Step("press", "提交")])
    expect(question.locator(".yx-blank").first).to_have_value(BAIT)
    reader.by_touch(question, [Step("press", "报告问题")])
    expect(question.locator(".yx-said")).to_be_visible()
    assert tab.locator("img, script").count() == images
    reader.logged(tab, 1)
    tab.reload()
    expect(question.locator(".yx-last")).to_be_visible()
    assert tab.locator("img, script").count() == images
    assert tab.title() == title


@pytest.mark.parametrize("item", ["single"], indirect=True)
def test_a_log_full_of_html_stays_text(tab: Page, question: Locator, address: str, item: Item) -> None:
    title = tab.title()
    reader.remember(
        tab,
        reader.entry(item, result="wrong", version=BAIT, **{"from": BAIT}),
        reader.entry(item, id="other", question=BAIT, version=BAIT, at=1_800_000_000_000),
        reader.entry(item, id="third", result=BAIT),
    )
    tab.reload()
    expect(question.locator(".yx-last")).to_have_text("上次答过，题目已修订")
    assert tab.title() == title
    tab.goto(f"{address}/")
    expect(tab.locator("yx-progress").first).not_to_be_empty()
    assert not tab.locator("article img").count()


@pytest.mark.parametrize("fragment", ["#<img src=x onerror=alert(1)>", "#'\"]yx-question", "#%E0%A4%A", "#constructor"])
def test_a_strange_link_is_a_link_to_the_page(tab: Page, address: str, one_page: list[Item], fragment: str) -> None:
    tab.goto(f"{address}/{one_page[0]['url'].split('#')[0]}{fragment}")
    reader.answer(tab, next(each for each in one_page if each["kind"] == "single"))
    assert not tab.locator("article img").count()
