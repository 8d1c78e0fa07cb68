"""320 pixels wide, and text at twice its size: nothing scrolls sideways, nothing is too small for a thumb."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import reader
from tests.e2e.reader import PAGES, Item, wrongly

# WeChat's own setting does the same to rem units.
DOUBLED = "html { font-size: 250% !important }"

TOO_WIDE = """() => {
  const { clientWidth, scrollWidth } = document.documentElement
  const wide = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > clientWidth + 1)
  return scrollWidth > clientWidth ? wide.map((e) => e.outerHTML.slice(0, 120)) : []
}"""

TARGETS = """() => [...document.querySelectorAll(`
  yx-question .yx-option, yx-question button, yx-question summary, yx-score button,
  .yx-contents a, .yx-areas a, .yx-actions a, .yx-next a, .yx-bar a
`)].filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 47.5)
  .map((e) => [Math.round(e.getBoundingClientRect().height), e.outerHTML.slice(0, 120)])"""


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits(tab: Page, address: str, path: str) -> None:
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.goto(f"{address}/{path}")
    tab.add_style_tag(content="yx-question { content-visibility: visible !important }")
    assert tab.evaluate(TOO_WIDE) == []
    assert tab.evaluate(TARGETS) == []
    tab.add_style_tag(content=DOUBLED)
    assert tab.evaluate(TOO_WIDE) == []
    # Both at once is more than WCAG asks.
    tab.set_viewport_size({"width": 390, "height": 844})
    assert tab.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize("doubled", [False, True])
def test_every_kind_fits_and_can_be_answered(tab: Page, address: str, one_page: list[Item], doubled: bool) -> None:
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.goto(f"{address}/{one_page[0]['url']}")
    if doubled:
        tab.add_style_tag(content=DOUBLED)
    for item in one_page:
        question = reader.answer(tab, item, wrongly)
        expect(question).to_have_attribute("data-result", "wrong")
    assert tab.evaluate(TOO_WIDE) == []
    assert tab.evaluate(TARGETS) == []


def test_the_body_is_18_pixels_and_grows_with_the_readers_setting(tab: Page, address: str) -> None:
    tab.goto(f"{address}/plan/a1/m3/")
    size = "e => getComputedStyle(e).fontSize"
    for part in [".yx-official p", ".yx-stem", ".yx-option > span", ".yx-points li"]:
        assert tab.locator(part).first.evaluate(size) == "18px"
    tab.add_style_tag(content=DOUBLED)
    assert tab.locator(".yx-stem").first.evaluate(size) == "36px"
