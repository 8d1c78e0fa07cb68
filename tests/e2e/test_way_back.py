"""The phone's back key closes what covers the page, and the reader is where he was."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import examinee, reader, student
from tests.e2e.reader import Item
from tests.e2e.test_header import open_drawer
from tests.e2e.test_search import ask

PAGE = "plan/a1/m3/"


def length(page: Page) -> int:
    return page.evaluate("history.length")


def opens_search(page: Page) -> None:
    page.locator("[data-yx-search]").tap()
    expect(page.locator("yx-search")).to_be_visible()


def goes_back(page: Page) -> None:
    # What was not loaded anew tells no load event.
    page.evaluate("history.back()")


def test_back_closes_search_and_the_page_is_where_it_was(tab: Page, address: str) -> None:
    tab.goto(f"{address}/{PAGE}#c2")
    tab.evaluate("window.stayed = true")
    tab.locator("#c4").evaluate("e => e.scrollIntoView({ block: 'center', behavior: 'instant' })")
    place = tab.evaluate("scrollY")
    ask(tab, "责任").first.wait_for()
    tab.wait_for_url("**/?q=*")
    goes_back(tab)
    expect(tab.locator("yx-search")).to_be_hidden()
    expect(tab).to_have_url(f"{address}/{PAGE}#c2")
    assert tab.evaluate("window.stayed") and tab.evaluate("scrollY") == place


def test_closed_otherwise_it_leaves_nothing_in_the_history(tab: Page, address: str) -> None:
    tab.goto(f"{address}/plan/a1/m1/")
    tab.goto(f"{address}/{PAGE}")
    before = length(tab)
    for _ in range(2):
        opens_search(tab)
        tab.get_by_role("button", name="关闭").tap()
        expect(tab.locator("yx-search")).to_be_hidden()
        opens_search(tab)
        tab.keyboard.press("Escape")
        expect(tab.locator("yx-search")).to_be_hidden()
        open_drawer(tab)
        tab.locator("label.md-overlay").tap(position={"x": 370, "y": 500})
        expect(tab.locator("#__drawer")).not_to_be_checked()
    tab.wait_for_function("!(history.state || {}).over")
    assert length(tab) <= before + 1
    tab.go_back()
    expect(tab).to_have_url(f"{address}/plan/a1/m1/")


def test_from_a_hit_back_leads_to_what_was_found_and_then_to_the_page(tab: Page, address: str) -> None:
    tab.goto(f"{address}/study/practice/")
    ask(tab, "每半年以书面形式").first.tap()
    expect(tab).to_have_url(f"{address}/{PAGE}#c4")
    tab.go_back()
    expect(tab.locator("[data-yx-results] a").first).to_be_visible()
    goes_back(tab)
    expect(tab.locator("yx-search:visible")).to_have_count(0)
    expect(tab).to_have_url(f"{address}/study/practice/")


def test_a_hit_on_the_page_itself_takes_the_entry_of_search(tab: Page, address: str) -> None:
    tab.goto(f"{address}/{PAGE}")
    tab.evaluate("window.stayed = true")
    ask(tab, "每半年以书面形式").first.tap()
    expect(tab).to_have_url(f"{address}/{PAGE}#c4")
    expect(tab.locator("#c4")).to_be_in_viewport()
    goes_back(tab)
    expect(tab).to_have_url(f"{address}/{PAGE}")
    expect(tab.locator("yx-search")).to_be_hidden()
    assert tab.evaluate("window.stayed")


def test_in_practice_and_in_an_exam_what_was_going_on_goes_on(tab: Page, address: str, questions: list[Item]) -> None:
    student.open_study(tab, address, "practice")
    student.start(tab)
    asked = student.item_of(tab, questions)
    opens_search(tab)
    goes_back(tab)
    expect(tab.locator("yx-search")).to_be_hidden()
    assert tab.url.endswith("#run") and student.item_of(tab, questions) == asked
    examinee.sit(tab, address)
    examinee.go(tab, 2)
    ask(tab, "责任").first.wait_for()
    tab.wait_for_url("**q=*")
    tab.reload()
    expect(tab.locator("[data-yx-results] a").first).to_be_visible()
    goes_back(tab)
    expect(tab.locator("yx-search")).to_be_hidden()
    assert tab.url.endswith("#run")
    assert examinee.present(tab).get_attribute("id") == examinee.asked(tab)[1]


def test_back_shuts_the_drawer_and_from_where_it_led_to_the_page(tab: Page, address: str) -> None:
    tab.goto(f"{address}/{PAGE}")
    drawer = tab.locator("#__drawer")
    open_drawer(tab)
    goes_back(tab)
    expect(drawer).not_to_be_checked()
    open_drawer(tab)
    tab.locator(".yx-nav").get_by_role("link", name="首页", exact=True).tap()
    expect(tab).to_have_url(f"{address}/")
    tab.go_back()
    expect(tab).to_have_url(f"{address}/{PAGE}")
    expect(drawer).not_to_be_checked()
    open_drawer(tab)
    tab.locator(".yx-toc").get_by_text("自测").tap()
    expect(tab.get_by_role("heading", name="自测")).to_be_in_viewport()
    expect(drawer).not_to_be_checked()
    goes_back(tab)
    expect(tab).to_have_url(f"{address}/{PAGE}")
    expect(drawer).not_to_be_checked()


@pytest.mark.parametrize("opened", ["search", "drawer"])
def test_from_a_stick(page: Page, stick: str, opened: str) -> None:
    page.goto(f"{stick}/plan/a1/m3.html")
    page.evaluate("window.stayed = true")
    if opened == "search":
        ask(page, "责任").first.wait_for()
    else:
        open_drawer(page)
    goes_back(page)
    expect(page.locator("yx-search:visible, #__drawer:checked")).to_have_count(0)
    assert page.evaluate("window.stayed")
    reader.tap(page.locator(".yx-official p").first)


def test_on_a_wide_screen_search_is_no_step(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{address}/{PAGE}")
    before = length(page)
    page.keyboard.press("/")
    page.keyboard.press("Escape")
    expect(page.locator("yx-search")).to_be_hidden()
    assert length(page) == before
