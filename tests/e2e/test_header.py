"""The header of every page says where one is, leads everywhere, and makes everything larger where it stands."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import reader, student
from tests.e2e.reader import PLAN_PAGES, Item

BUTTONS = ".md-header label[for=__drawer], .yx-display > summary, .md-header [data-yx-search]"


def open_drawer(page: Page) -> None:
    page.locator(".md-header label[for=__drawer]").tap()


def choose_size(page: Page, name: str) -> None:
    page.locator(".yx-display > summary").tap()
    page.get_by_role("radio", name=name, exact=True).tap()


# The drawer.


@pytest.mark.parametrize("scripts", [False, True], ids=["without JavaScript", "with it"])
@pytest.mark.parametrize("width", [320, 390, 768])
@pytest.mark.parametrize("path", ["", "plan/a1/m3/", "study/me/"])
def test_the_drawer_opens_on_every_page_and_leads_on(
    new_page: Callable[..., Page], address: str, path: str, width: int, scripts: bool
) -> None:
    page = new_page(java_script_enabled=scripts, viewport={"width": width, "height": 800})
    page.goto(f"{address}/{path}")
    link = page.locator(".yx-nav").get_by_role("link", name="首页", exact=True)
    open_drawer(page)
    expect(link).to_be_in_viewport()
    drawer = page.locator(".md-sidebar--primary")
    expect(drawer).to_have_js_property("hidden", False)
    if not path.startswith("study/"):
        page.locator(".yx-nav summary", has_text="练习").tap()
    page.locator(".yx-nav").get_by_role("link", name="模拟考试").tap()
    expect(page).to_have_url(f"{address}/study/exam/")


def test_the_drawer_names_ordinals_and_headings_and_what_is_done(
    tab: Page, address: str, questions: list[Item]
) -> None:
    items = student.in_scope(questions, "a1-m3")
    begun, done = items[:1], student.in_scope(questions, "a1-m1")
    tab.goto(f"{address}/plan/a1/m3/")
    reader.remember(tab, *(reader.entry(item) for item in begun + done))
    open_drawer(tab)
    here = tab.locator(".yx-nav [aria-current]")
    expect(here).to_have_text(f"三是 严格落实党内各项制度1/{len(items)}")
    expect(tab.locator(".yx-nav a", has_text="一是").first).to_contain_text("做完")
    expect(tab.locator(".yx-nav .yx-mark")).to_have_count(3)  # and the part that both are in
    tab.locator(".yx-toc").get_by_text("自测").tap()
    expect(tab.get_by_role("heading", name="自测")).to_be_in_viewport()
    expect(here).not_to_be_in_viewport()


def test_a_wide_page_has_the_list_beside_it_and_the_home_page_has_none(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{address}/plan/a1/m3/")
    expect(page.locator(".yx-nav [aria-current]")).to_be_in_viewport()
    contents = page.locator(".md-sidebar--secondary .md-sidebar__scrollwrap")
    assert contents.evaluate("each => each.scrollHeight - each.clientHeight") == 0
    page.goto(f"{address}/")
    expect(page.locator(".yx-nav")).to_be_hidden()


# Where one is.


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("", "节选方案"),
        ("plan/a1/m3/", "二（一）三是 严格落实党内各项制度"),
        ("plan/a1/", "二（一） 政治建设"),
        ("plan/s1/", "一、 总体要求"),
        ("study/me/", "我的"),
    ],
)
def test_on_a_phone_the_header_names_the_page(tab: Page, address: str, path: str, words: str) -> None:
    tab.goto(f"{address}/{path}")
    expect(tab.locator(".yx-here")).to_have_text(words)


@pytest.mark.parametrize("large", [False, True], ids=["ordinary", "large"])
@pytest.mark.parametrize("width", [320, 390])
def test_the_place_is_never_cut_and_every_target_is_large_enough(
    tab: Page, address: str, width: int, large: bool
) -> None:
    tab.set_viewport_size({"width": width, "height": 640})
    tab.goto(f"{address}/")
    student.set_settings(tab, textSize=30, large=large)
    tab.goto(f"{address}/plan/a1/m3/")
    place = tab.locator(".yx-here > b").bounding_box()
    next_to_it = tab.locator(".yx-display").bounding_box()
    assert place and next_to_it and place["x"] + place["width"] <= next_to_it["x"]
    boxes = [button.bounding_box() for button in tab.locator(BUTTONS).all()]
    assert len(boxes) == 3
    least = 60 if large else 44
    assert all(box and box["width"] >= least and box["height"] >= least for box in boxes)
    header = tab.locator(".md-header").bounding_box()
    assert header and header["height"] <= 64


# How it looks.


def test_two_taps_make_the_text_larger_on_this_page_and_the_next(tab: Page, address: str) -> None:
    size = "parseFloat(getComputedStyle(document.querySelector('.yx-official p')).fontSize)"
    tab.goto(f"{address}/plan/a1/m3/")
    choose_size(tab, "很大")
    assert tab.evaluate(size) == pytest.approx(27, abs=0.1)
    tab.goto(f"{address}/plan/a1/m1/")
    assert tab.evaluate(size) == pytest.approx(27, abs=0.1)
    tab.locator(".yx-display > summary").tap()
    expect(tab.get_by_role("radio", name="很大", exact=True)).to_be_checked()


# The character that is the first below the header, wherever the question is.
FIRST = """() => {
  const header = document.querySelector('.md-header').getBoundingClientRect().bottom
  const walker = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node; (node = walker.nextNode()); ) {
    if (!node.parentElement.checkVisibility()) continue
    for (let at = 0; at < node.length; at++) {
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      const { top, width } = range.getBoundingClientRect()
      if (width && top > header && node.data[at].trim()) {
        window.kept = range
        return top
      }
    }
  }
}"""
TOP = """() => new Promise((done) => {
  let frames = 30
  const wait = () => frames-- ? requestAnimationFrame(wait) : done(window.kept.getBoundingClientRect().top)
  wait()
})"""


@pytest.mark.parametrize("place", [0.2, 0.5, 0.9])
@pytest.mark.parametrize(("before", "after"), [("标准", "最大"), ("最大", "标准"), ("较大", "很大")])
def test_another_size_leaves_what_is_read_where_it_is(
    tab: Page, address: str, before: str, after: str, place: float
) -> None:
    tab.goto(f"{address}/plan/a1/m3/")
    choose_size(tab, before)
    tab.keyboard.press("Escape")
    tab.evaluate(
        "place => scrollTo({ top: place * document.documentElement.scrollHeight, behavior: 'instant' })", place
    )
    tab.evaluate("() => new Promise((done) => setTimeout(done, 300))")
    tab.locator(".yx-display > summary").tap()
    top = tab.evaluate(FIRST)
    tab.get_by_role("radio", name=after, exact=True).tap()
    # A line of text more or less at the seam between two questions.
    assert tab.evaluate(TOP) == pytest.approx(top, abs=12)


# How far a sign stands above its words, and not beside them.
OFF_THE_MIDDLE = """(label) => {
  const [whole, sign] = [label, label.firstElementChild].map((each) => each.getBoundingClientRect())
  return whole.top + whole.height / 2 - sign.top - sign.height / 2
}"""


def test_large_targets_and_dark_colours_are_chosen_there_too(tab: Page, address: str) -> None:
    tab.goto(f"{address}/plan/a1/m3/")
    tab.locator(".yx-display > summary").tap()
    tab.get_by_label("大按钮").tap()
    option = tab.locator(".yx-option").first
    assert option.evaluate("each => each.getBoundingClientRect().height") >= 60
    top = option.evaluate("() => scrollY")
    switch = tab.locator("[data-md-component=palette] label").locator("visible=true")
    assert abs(switch.evaluate(OFF_THE_MIDDLE)) < 3
    switch.tap()
    expect(tab.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert option.evaluate("() => scrollY") == top
    tab.locator("article").tap(position={"x": 20, "y": 700})
    expect(tab.locator(".yx-panel")).to_be_hidden()


def test_settings_on_their_own_page_follow(tab: Page, address: str) -> None:
    tab.goto(f"{address}/study/me/")
    tab.locator("yx-settings form").wait_for(state="attached")
    choose_size(tab, "最大")
    expect(tab.locator("yx-settings [name=textSize][value='30']")).to_be_checked()


def test_what_cannot_be_kept_is_said_and_holds_for_the_page(page: Page, address: str) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('full') }")
    page.goto(f"{address}/plan/a1/m3/")
    choose_size(page, "最大")
    expect(page.locator(".yx-panel output")).to_have_text("没能存下来，只在这一页有效。")
    assert page.evaluate("document.documentElement.style.getPropertyValue('--yx-scale')") == str(30 / 18)


def test_without_javascript_nothing_offers_what_needs_it(new_page: Callable[..., Page], address: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{address}/plan/a1/m3/")
    expect(page.locator(".yx-display")).to_be_hidden()


# The foot of the page.


@pytest.mark.parametrize("path", PLAN_PAGES)
def test_every_page_of_a_document_leads_on_by_name_and_covers_nothing(tab: Page, address: str, path: str) -> None:
    tab.goto(f"{address}/{path}")
    ways = tab.locator(".yx-next > a")
    names = [" ".join(words.split()) for words in ways.all_inner_texts()]
    assert len(names) == (1 if path == "plan/" else 2) and all(len(name) > 6 for name in names)
    assert names[-1].startswith(("下一条", "都读完了"))
    reader.tap(ways.last)
    expect(tab).not_to_have_url(f"{address}/{path}")
    expect(tab.locator(".md-top")).to_have_count(0)
