"""术语：按拼音和部分排，收起来，能找；没有 JavaScript 也能看。"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import examinee

PAGE = "plan/glossary/"


def test_words_and_sounds_find_a_term(tab: Page, address: str) -> None:
    tab.goto(f"{address}/{PAGE}")
    terms = tab.locator(".yx-term")
    name = terms.first.locator("summary").inner_text().split()[0]
    sound = (terms.first.get_attribute("data-sound") or "").split()
    for typed in (name, *sound):
        tab.get_by_label("找术语").fill(typed)
        expect(terms.first).to_be_visible()
        expect(tab.get_by_text("找到")).to_be_visible()
    tab.get_by_label("找术语").fill("没有这样的词")
    expect(tab.get_by_text("没有这样的术语")).to_be_visible()
    expect(terms.locator("visible=true")).to_have_count(0)
    tab.get_by_label("找术语").fill("")
    expect(terms.locator("visible=true")).to_have_count(terms.count())


def test_a_link_unfolds_the_term(tab: Page, address: str) -> None:
    tab.goto(f"{address}/{PAGE}")
    name = tab.locator(".yx-term").last.get_attribute("id")
    tab.goto(f"{address}/")
    tab.goto(f"{address}/{PAGE}#{name}")
    expect(tab.locator(".yx-term").last.locator("p").first).to_be_in_viewport()


def test_a_link_shows_a_term_that_the_words_typed_leave_out(tab: Page, address: str) -> None:
    tab.goto(f"{address}/{PAGE}")
    field = tab.get_by_label("找术语")
    field.fill(tab.locator(".yx-term").first.locator("summary").inner_text().split()[0])
    last = tab.locator(".yx-term").last
    expect(last).to_be_hidden()
    tab.evaluate("(id) => { location.hash = id }", last.get_attribute("id"))
    expect(last.locator("p").first).to_be_in_viewport()
    expect(field).to_have_value("")


def test_without_javascript_terms_unfold(new_page: Callable[..., Page], address: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{address}/{PAGE}")
    expect(page.get_by_label("找术语")).to_have_count(0)
    # Frames are not counted without JavaScript, and a tap would wait for one.
    page.locator(".yx-term > summary").first.click()
    expect(page.locator(".yx-term > p").first).to_be_visible()
    page.locator(".yx-by-area > summary").click()
    expect(page.locator(".yx-by-area details > summary").first).to_be_visible()


@pytest.mark.parametrize("width", [320, 1366])
def test_it_fits_and_axe_finds_nothing(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{address}/{PAGE}")
    page.get_by_label("找术语").wait_for()
    examinee.look_over(page)
