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
  .yx-contents a, .yx-parts li, .yx-step, .yx-actions a, .yx-next a, .yx-bar a
`)].filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 47.5)
  .map((e) => [Math.round(e.getBoundingClientRect().height), e.outerHTML.slice(0, 120)])"""


@pytest.mark.parametrize("path", [*PAGES, "study/classroom/cards/"])
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


@pytest.mark.parametrize("place", [".yx-drawn summary", ".yx-keys dd"])
def test_a_long_word_on_the_secretarys_phone_fits(tab: Page, address: str, place: str) -> None:
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.goto(f"{address}/study/classroom/")
    if place.startswith(".yx-keys"):
        tab.get_by_role("button", name="开始（只有一个屏幕）").click()
        tab.evaluate("location.hash = 'host'")
    tab.add_style_tag(content=DOUBLED)
    word = tab.locator(place).first
    word.evaluate("(place) => { place.closest('details:not([open])')?.toggleAttribute('open') }")
    word.evaluate("(place) => { place.textContent = 'incomprehensibilities' }")
    assert tab.evaluate(TOO_WIDE) == []


def test_a_long_time_of_a_duty_fits(tab: Page, address: str) -> None:
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.goto(f"{address}/plan/a1/m3/")
    tab.add_style_tag(content=DOUBLED)
    tab.locator("td.yx-when").first.evaluate("(when) => { when.textContent = '及时（通报检查结果）' }")
    assert tab.evaluate(TOO_WIDE) == []


# The narrowest line of letters: large targets have wide edges.
LARGEST = "localStorage.setItem('yanxi / settings', JSON.stringify({ textSize: 30, large: true }))"


def test_a_year_of_months_fits_at_the_largest_type(page: Page, address: str) -> None:
    page.add_init_script(LARGEST)
    page.set_viewport_size({"width": 320, "height": 568})
    page.goto(f"{address}/plan/calendar/")
    assert page.locator(".yx-months").count()
    assert page.evaluate(TOO_WIDE) == []
    rows = page.locator(".yx-months").first.evaluate(
        "e => [...e.children].map((month) => month.getBoundingClientRect().top)"
    )
    assert [rows.count(row) for row in sorted(set(rows))] == [6, 6]


# Notes that stand on the line of their step, and end in three dots.
CUT = """() => [...document.querySelectorAll('.yx-step:not(.yx-start) > small')]
  .filter((note) => note.getBoundingClientRect().top < note.parentElement.getBoundingClientRect().bottom)
  .filter((note) => note.scrollWidth > note.clientWidth)
  .map((note) => note.textContent)"""


def test_a_note_on_the_home_page_is_whole_or_not_there(page: Page, address: str) -> None:
    page.add_init_script(LARGEST)
    for width in (320, 390):
        page.set_viewport_size({"width": width, "height": 844})
        page.goto(f"{address}/")
        page.locator(".yx-steps[data-decided]").wait_for()
        assert page.evaluate(CUT) == []


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


# Small things among words, which a thumb has to hit all the same.
SMALL = """() => [...document.querySelectorAll('.yx-at, .yx-blank')].map((e) => e.getBoundingClientRect())
  .filter(({ width, height }) => Math.min(width, height) < 44).map(({ width, height }) => [width, height])"""


@pytest.mark.parametrize("large", [False, True])
def test_clause_numbers_and_blanks_are_as_large_as_a_thumb(tab: Page, address: str, large: bool) -> None:
    tab.goto(f"{address}/plan/a1/m3/")
    tab.evaluate("large => document.documentElement.classList.toggle('yx-large', large)", large)
    tab.add_style_tag(content="yx-question { content-visibility: visible !important }")
    assert tab.locator(".yx-at, .yx-blank").count() > 5
    assert tab.evaluate(SMALL) == []
    # A number among words moves their lines no further apart.
    point = tab.locator(".yx-points li").first
    height = point.evaluate("e => e.getBoundingClientRect().height")
    assert height / point.evaluate("e => parseFloat(getComputedStyle(e).lineHeight)") == pytest.approx(
        round(height / 31.5), abs=0.1
    )


# Paragraphs and items of which the next begins less than 1.3 lines below the last line.
CROWDED = """() => {
  const lines = (element) => {
    const range = document.createRange()
    range.selectNodeContents(element)
    const rects = [...range.getClientRects()].filter(({ width, height }) => width > 3 && height > 12)
    return rects.map(({ top, bottom }) => (top + bottom) / 2).sort((one, other) => one - other)
  }
  const parts = [...document.querySelectorAll('.md-content :is(p, li)')].filter((e) => e.checkVisibility())
  return parts.flatMap((part) => {
    const next = part.nextElementSibling
    const [own, its] = [lines(part), next && next.tagName === part.tagName ? lines(next) : []]
    const step = own.length && its.length ? (its[0] - own.at(-1)) / parseFloat(getComputedStyle(part).lineHeight) : 9
    // What stands side by side is no paragraph below another.
    return step > 0.5 && step < 1.3 ? [`${step.toFixed(2)} ${part.className} ${part.textContent.slice(0, 20)}`] : []
  })
}"""


@pytest.mark.parametrize("path", PAGES)
def test_paragraphs_stand_further_apart_than_lines(tab: Page, address: str, path: str, questions: list[Item]) -> None:
    tab.goto(f"{address}/{path}")
    tab.add_style_tag(content="yx-question { content-visibility: visible !important }")
    reader.by_script(tab, [item for item in questions if item["url"].split("#")[0] == path], wrongly)
    tab.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true })")
    assert tab.evaluate(CROWDED) == []


def test_the_words_of_a_link_like_a_button_stand_in_its_middle(tab: Page, address: str) -> None:
    for path in ["", "plan/a1/m3/"]:
        tab.goto(f"{address}/{path}")
        tab.evaluate("document.documentElement.classList.add('yx-large')")
        off = tab.locator("a:is(.yx-quiet, .yx-start, .yx-due, .yx-resume)").evaluate_all(
            """links => links.filter((link) => link.checkVisibility()).map((link) => {
              const range = document.createRange()
              range.selectNodeContents(link)
              const [box, words] = [link.getBoundingClientRect(), range.getBoundingClientRect()]
              return [box.top + box.bottom - words.top - words.bottom, box.left + box.right - words.left - words.right]
            })"""
        )
        assert off and all(abs(each) < 3 for pair in off for each in pair)
