"""A page come back to is as it was left, or clean; never graded by what the browser filled in again."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import FLAGS, PHONE
from tests.e2e import reader
from tests.e2e.reader import Item, Step, rightly
from tools.dev.browser import find


def test_after_a_reload_nothing_is_chosen_and_nothing_graded(tab: Page, address: str, one_page: list[Item]) -> None:
    tab.goto(f"{address}/{one_page[0]['url']}")
    _begin_everything(tab, one_page)
    tab.reload()
    _is_clean(tab, one_page)


def test_back_to_a_page_that_was_put_away_it_is_clean(tab: Page, address: str, one_page: list[Item]) -> None:
    tab.goto(f"{address}/{one_page[0]['url']}")
    _begin_everything(tab, one_page)
    tab.goto(f"{address}/glossary/")
    tab.go_back()
    _is_clean(tab, one_page)


def test_a_browser_that_restores_forms_against_our_wish_grades_nothing(
    page: Page, address: str, one_page: list[Item]
) -> None:
    """As it does where an extension, or an old WebView, passes over autocomplete=off."""
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => document.querySelectorAll('form').forEach((form) => form.removeAttribute('autocomplete')))"
    )
    page.goto(f"{address}/{one_page[0]['url']}")
    _begin_everything(page, one_page)
    page.goto(f"{address}/glossary/")
    page.go_back()
    page.wait_for_load_state("networkidle")
    # The blanks are given back, which shows that the browser restores; choices are not.
    expect(page.locator("yx-question :checked")).to_have_count(0)
    expect(page.locator("[data-result]")).to_have_count(0)
    single = next(each for each in one_page if each["kind"] == "single")
    reader.answer(page, single)
    expect(reader.find(page, single)).to_have_attribute("data-result", "right")
    assert len(reader.logged(page, 2)) == 2


@pytest.fixture(scope="module")
def keeping_browser(browser: Browser) -> Iterator[Browser]:
    """One with the back and forward cache that phones have, Chromium's engine alone lacks and Playwright switches off."""
    keeping = browser.browser_type.launch(
        executable_path=find(whole=True), args=FLAGS, ignore_default_args=["--disable-back-forward-cache"]
    )
    yield keeping
    keeping.close()


def test_back_to_a_page_that_was_kept_it_is_as_it_was(
    keeping_browser: Browser, address: str, one_page: list[Item], questions: list[Item]
) -> None:
    context = keeping_browser.new_context(**PHONE)
    page = context.new_page()
    single, multiple = (next(each for each in one_page if each["kind"] == kind) for kind in ("single", "multiple"))
    page.goto(f"{address}/{single['url']}")
    page.evaluate("window.kept = true")
    reader.answer(page, single)
    reader.by_touch(reader.find(page, multiple), rightly(multiple)[:1])
    reader.tap(page.locator(".yx-next a").last)
    page.wait_for_url("**/plan/a1/")
    page.go_back(wait_until="commit")
    assert page.evaluate("window.kept"), "the page was not kept, so this test shows nothing"
    expect(reader.find(page, single)).to_have_attribute("data-result", "right")
    expect(reader.find(page, multiple).locator(":checked")).to_have_count(1)
    reader.by_touch(reader.find(page, multiple), rightly(multiple)[1:])
    expect(reader.find(page, multiple)).to_have_attribute("data-result", "right")
    assert len(reader.logged(page, 2)) == 2


def test_back_to_a_home_page_that_was_kept_progress_is_new(
    keeping_browser: Browser, address: str, questions: list[Item]
) -> None:
    page = keeping_browser.new_context(**PHONE).new_page()
    page.goto(f"{address}/")
    page.evaluate("window.kept = true")
    progress = page.locator("yx-progress[data-scope='s1']")
    expect(progress).to_contain_text("还没有做")
    page.get_by_role("link", name="总体要求").first.tap()
    page.wait_for_url("**/plan/s1/")
    item = next(each for each in questions if each["provision"] == "s1" and each["kind"] == "judge")
    reader.answer(page, item)
    reader.logged(page, 1)
    page.go_back(wait_until="commit")
    assert page.evaluate("window.kept"), "the page was not kept, so this test shows nothing"
    expect(progress).to_contain_text("做过 1 /")


def _begin_everything(page: Page, items: list[Item]) -> None:
    """Whatever takes more than one step is begun; one question is answered."""
    for item in items:
        if item["kind"] in reader.SUBMIT:
            reader.by_touch(reader.find(page, item), rightly(item)[:1])
    reader.answer(page, next(each for each in items if each["kind"] == "judge"))
    reader.logged(page, 1)


def _is_clean(page: Page, items: list[Item]) -> None:
    expect(page.locator(".yx-last")).to_have_count(1)
    expect(page.locator("yx-question :checked, [data-result], [data-ready]")).to_have_count(0)
    for blank in page.locator(".yx-blank").all():
        expect(blank).to_have_value("")
    judge = next(each for each in items if each["kind"] == "judge")
    expect(reader.find(page, judge).locator("output")).to_have_text("")
    reader.answer(page, judge)
    reader.by_touch(reader.find(page, judge), [Step("press", "重做")])
