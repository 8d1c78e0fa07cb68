"""原文背诵：一步步遮住，点一下看一处，自己评判，停在哪里记在哪里。"""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e import examinee, reader, student

MEASURE = "a1-m3"


@pytest.fixture
def clauses(site: Path) -> list[str]:
    """The measure's clauses, without its heading."""
    text = (site / "data/plan/provisions.json").read_text(encoding="utf-8")
    provisions: list[dict[str, Any]] = json.loads(text)
    return [clause["text"] for each in provisions if each["id"] == MEASURE for clause in each["clauses"]][1:]


def recite(page: Page, address: str, provision: str = MEASURE) -> None:
    page.goto(f"{address}/study/recite/?at={provision}")
    words(page).wait_for()


def words(page: Page) -> Locator:
    return page.locator(".yx-recited")


def masks(page: Page) -> Locator:
    return page.locator(".yx-mask")


def press(page: Page, name: str) -> None:
    reader.tap(page.locator(".yx-study").get_by_role("button", name=name, exact=True))


def step(page: Page, name: str) -> None:
    reader.tap_for_good(page.locator(".yx-fold > summary"))
    reader.tap(page.locator(".yx-chip", has=page.get_by_text(name, exact=True)))


def test_each_step_hides_more_and_nothing_of_the_text_is_lost(tab: Page, address: str, clauses: list[str]) -> None:
    recite(tab, address)
    press(tab, "下一句")
    hidden = []
    for name in ("不遮", "数字和期限", "再遮主体", "再遮术语", "再遮并列的词"):
        step(tab, name)
        hidden.append(words(tab).inner_text().count("＿"))
        if masks(tab).count():
            press(tab, "全部看")
        assert words(tab).inner_text() == clauses[2]
    assert hidden[0] == 0 and hidden == sorted(set(hidden))


def test_it_begins_with_something_hidden_and_the_sentence_in_sight(tab: Page, address: str, clauses: list[str]) -> None:
    tab.set_viewport_size({"width": 320, "height": 568})
    tab.goto(f"{address}/")
    student.set_settings(tab, textSize=30, large=True)
    tab.goto(f"{address}/study/recite/#list")
    reader.tap_for_good(tab.locator(f".yx-list a[href$='{MEASURE}']"))
    expect(tab.locator(".yx-count")).to_have_text("第 1 句，共 3 句")
    expect(masks(tab).first).to_be_in_viewport()
    expect(tab.get_by_role("button", name="记住了", exact=True)).to_be_in_viewport()
    assert words(tab).bounding_box()["y"] < 568 / 3
    # What is recited needs the screen more than what can be chosen.
    expect(tab.locator(".yx-chip").first).to_be_hidden()


def test_sentences_with_nothing_hidden_are_passed_over(tab: Page, address: str) -> None:
    recite(tab, address)
    step(tab, "数字和期限")
    expect(tab.get_by_text("这一句在这一步没有要遮的词")).to_be_visible()
    expect(tab.get_by_role("button", name="记住了", exact=True)).to_have_count(0)
    press(tab, "下一句")
    expect(tab.locator(".yx-count")).to_have_text("第 3 句，共 3 句")
    press(tab, "记住了")
    expect(tab.locator(".yx-sum")).to_have_text("背了 1 句，记住 1 句。")
    assert [each["clause"] for each in reader.logged(tab, 1)] == ["c4"]


def test_reading_alone_remembers_nothing(tab: Page, address: str) -> None:
    recite(tab, address)
    step(tab, "不遮")
    for _ in range(3):
        press(tab, "下一句")
    expect(tab.locator(".yx-sum")).to_have_text("这一条看完了。")
    assert reader.logged(tab, 0) == []


def test_a_tap_shows_and_hides_one_place(tab: Page, address: str) -> None:
    recite(tab, address)
    step(tab, "再遮主体")
    first = masks(tab).first
    expect(first).to_have_accessible_name("遮住的 7 个字，点开看")
    reader.tap(first)
    expect(first).to_have_text("局党委班子成员")
    reader.tap(first)
    expect(first).to_have_text("＿" * 7)


def test_showing_moves_nothing(tab: Page, address: str) -> None:
    recite(tab, address)
    step(tab, "再遮并列的词")
    # On the page, not on the screen: a finger may scroll to the button.
    place = "e => [e.offsetTop, e.offsetWidth, e.offsetHeight]"
    before = words(tab).evaluate(place)
    press(tab, "全部看")
    assert words(tab).evaluate(place) == before


def test_what_is_judged_is_kept(tab: Page, address: str) -> None:
    recite(tab, address)
    step(tab, "再遮并列的词")
    press(tab, "没记住")
    press(tab, "记住了")
    expect(tab.locator(".yx-sum")).to_have_text("背了 2 句，记住 1 句。")
    log = sorted(reader.logged(tab, 2), key=lambda each: each["at"])
    assert [(each["type"], each["provision"], each["clause"], each["result"]) for each in log] == [
        ("recite", MEASURE, "c2", "wrong"),
        ("recite", MEASURE, "c4", "right"),
    ]
    press(tab, "再背没记住的")
    expect(tab.locator(".yx-count")).to_have_text("第 1 句，共 1 句")
    expect(tab.locator(".yx-hint")).to_contain_text("今天没记住")
    tab.goto(f"{address}/study/recite/#list")
    expect(tab.locator(".yx-list a", has_text="二（一）三是")).to_contain_text("共 3 句，记住 1/2 句")


def test_it_goes_on_where_it_was_left(tab: Page, address: str) -> None:
    recite(tab, address)
    step(tab, "再遮术语")
    press(tab, "下一句")
    tab.goto(f"{address}/study/recite/")
    reader.tap(tab.get_by_role("link", name="接着背"))
    expect(tab.locator(".yx-count")).to_have_text("第 3 句，共 3 句")
    expect(tab.locator(".yx-fold > summary")).to_have_text("遮住什么：再遮术语")


def test_a_measures_page_leads_here(tab: Page, address: str) -> None:
    tab.goto(f"{address}/plan/a1/m3/")
    reader.tap(tab.get_by_role("link", name="背诵", exact=True))
    expect(tab.locator(".yx-recite-title")).to_contain_text("二（一）三是")


@pytest.mark.parametrize("at", ["a9-m9", "constructor", "%3Cb%3E"])
def test_a_link_to_what_is_not_there_says_so(tab: Page, address: str, at: str) -> None:
    tab.goto(f"{address}/study/recite/?at={at}")
    expect(tab.get_by_text("链接里的那一条这里没有")).to_be_visible()


def test_by_keyboard_alone(tab: Page, address: str) -> None:
    recite(tab, address)
    step(tab, "再遮主体")
    reader.reach(masks(tab).first, 200)
    tab.keyboard.press("Enter")
    expect(masks(tab).first).to_have_text("局党委班子成员")
    tab.keyboard.press("Space")
    expect(masks(tab).first).to_have_text("＿" * 7)
    reader.reach(tab.get_by_role("button", name="记住了", exact=True))
    tab.keyboard.press("Enter")
    expect(tab.locator(".yx-count")).to_have_text("第 3 句，共 3 句")


@pytest.mark.parametrize("width", [320, 1366])
def test_it_fits_and_axe_finds_nothing(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    for path in ("#list", f"?at={MEASURE}"):
        page.goto(f"{address}/study/recite/{path}")
        page.locator(".yx-list, .yx-recited").wait_for()
        examinee.look_over(page)
