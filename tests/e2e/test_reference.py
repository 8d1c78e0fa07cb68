"""The pages to look things up in: with JavaScript they filter, without it they are all there."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.documents import PLAN
from yanxi import project

DUTIES = project.load(PLAN).packages[0].duties


def test_typed_words_leave_the_duties_that_have_them_all(page: Page, address: str) -> None:
    page.goto(f"{address}/plan/duties/")
    box = page.get_by_label("筛选")
    box.fill("各支部 每半年")
    wanted = [each for each in DUTIES if "各支部" in each.who + each.quote.text and "每半年" in each.quote.text]
    shown = page.locator(".yx-duty:visible")
    expect(page.get_by_text(f"找到 {len(wanted)} 件")).to_be_visible()
    expect(shown).to_have_count(3 * len(wanted))
    assert wanted
    box.fill("<img onerror=x>")
    expect(page.get_by_text("没有这样的事")).to_be_visible()
    box.fill("")
    expect(page.locator(".yx-duty-group:visible")).to_have_count(page.locator(".yx-duty-group").count())
    expect(page.locator(".yx-duty-group[open]")).to_have_count(0)


def test_a_duty_leads_to_its_words_in_the_text(page: Page, address: str) -> None:
    page.goto(f"{address}/plan/duties/")
    page.locator(".yx-duty-group > summary").first.click()
    row = page.locator(".yx-duty:visible").first
    words = row.locator("q").text_content()
    row.get_by_role("link").click()
    expect(page.locator(".yx-quote").first).to_be_in_viewport()
    assert "".join(page.locator(".yx-quote").all_text_contents()) == words


@pytest.mark.parametrize("name", ["duties", "calendar"])
def test_without_javascript_everything_is_there(new_page: Callable[..., Page], address: str, name: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{address}/plan/{name}/")
    expect(page.get_by_label("筛选")).to_have_count(0)
    assert page.locator(".yx-duty").count() > 0


@pytest.mark.parametrize("name", ["duties", "calendar"])
def test_nothing_is_wider_than_a_small_phone(new_page: Callable[..., Page], address: str, name: str) -> None:
    page = new_page(viewport={"width": 320, "height": 568})
    page.goto(f"{address}/plan/{name}/")
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
