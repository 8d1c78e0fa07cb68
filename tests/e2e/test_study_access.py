"""练习的每一种画面：axe 没有意见，浅色深色都是；320 像素宽、字放大一倍，不用横着滚；手指点得准。"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import reader
from tests.e2e.reader import KINDS, Item, wrongly
from tests.e2e.student import go_on, in_scope, item_of, open_study, present, press, start
from tests.e2e.test_accessibility import axe, darken

View = Callable[[Page, str, list[Item]], None]


def choosing(page: Page, address: str, questions: list[Item]) -> None:
    open_study(page, address, "practice", *(reader.entry(item, "wrong") for item in questions[:3]))
    start(page, "a1")
    press(page, "返回")
    page.get_by_role("link", name="继续").wait_for()


def practising(kind: str) -> View:
    def view(page: Page, address: str, questions: list[Item]) -> None:
        open_study(page, address, "practice")
        page.get_by_role("button", name="接着练十题").wait_for()
        start(page, "", (page.evaluate("kind => window.yanxiIndex.kinds[kind]", kind),))
        go_on(page, "跳过")
        reader.answer(page, item_of(page, questions), wrongly)

    return view


def reviewing(page: Page, address: str, questions: list[Item]) -> None:
    open_study(page, address, "review", *(reader.entry(item) for item in in_scope(questions, "a1")[:30]))
    present(page).wait_for()
    press(page, "没把握")


def nothing_due(page: Page, address: str, questions: list[Item]) -> None:
    open_study(page, address, "review")
    page.locator(".yx-state").wait_for()


def mistakes(page: Page, address: str, questions: list[Item]) -> None:
    open_study(page, address, "mistakes", *(reader.entry(item, "wrong") for item in in_scope(questions, "a1")[:12]))
    reader.tap(page.locator(".yx-filter > summary"))
    reader.tap(page.locator(".yx-mistake > summary").first)
    page.locator(".yx-mistake yx-question").wait_for()


def reading(page: Page, address: str, questions: list[Item]) -> None:
    open_study(page, address, "cards")
    start(page, "a1")


VIEWS: dict[str, View] = {
    "choosing": choosing,
    **{kind: practising(kind) for kind in KINDS},
    "reviewing": reviewing,
    "nothing due": nothing_due,
    "mistakes": mistakes,
    "cards": reading,
}
views = pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS.keys())


@views
def test_axe_finds_nothing(tab: Page, address: str, questions: list[Item], view: View) -> None:
    # A colour on its way to another is neither.
    tab.emulate_media(color_scheme="light", reduced_motion="reduce")
    view(tab, address, questions)
    assert axe(tab) == []
    darken(tab)
    assert axe(tab, runOnly=["color-contrast"]) == []
    tab.emulate_media(color_scheme="light", reduced_motion="no-preference")


@views
def test_small_screens_and_large_text_need_no_scrolling_sideways(
    tab: Page, address: str, questions: list[Item], view: View
) -> None:
    view(tab, address, questions)
    tab.set_viewport_size({"width": 320, "height": 568})
    for size in ("", "250%"):
        tab.evaluate("size => { document.documentElement.style.fontSize = size }", size)
        assert tab.evaluate("document.scrollingElement.scrollWidth") <= 320, size
        small = tab.evaluate(SMALL)
        assert not small, f"{size}: {small}"


# 48 px, as at the 18 px that this text is set in: what grows with the text is measured before it does.
SMALL = """() => Array.from(document.querySelectorAll('.yx-study button, .yx-study summary, .yx-study select, .yx-chip, .yx-way, .yx-study .yx-option, .yx-actions a, .yx-bar > a'))
  .filter((each) => each.getClientRects().length && each.getBoundingClientRect().height < 47.5)
  .map((each) => each.outerHTML.slice(0, 120))"""


def test_the_bar_tells_where_one_is(tab: Page, address: str) -> None:
    bar = tab.get_by_role("navigation", name="主要栏目")
    for path, name in (
        ("", "学习"),
        ("plan/a1/m3/", "学习"),
        ("study/cards/", "练习"),
        ("study/mistakes/", "错题"),
        ("study/me/", "我的"),
    ):
        tab.goto(f"{address}/{path}")
        expect(bar.get_by_role("link")).to_have_text(["学习", "练习", "错题", "我的"])
        expect(bar.locator("[aria-current]")).to_have_text(name)
        expect(bar).to_be_in_viewport(ratio=1)
    tab.set_viewport_size({"width": 1280, "height": 800})
    assert bar.bounding_box()["y"] < 60


def test_the_bar_covers_nothing_at_the_end_of_a_page(tab: Page, address: str) -> None:
    tab.goto(f"{address}/plan/a1/m3/")
    tab.evaluate("scrollTo(0, document.body.scrollHeight)")
    foot = tab.locator(".md-footer").bounding_box()
    assert foot["y"] + foot["height"] <= tab.get_by_role("navigation", name="主要栏目").bounding_box()["y"] + 1


def test_where_the_practice_script_does_not_come_the_theme_works(page: Page, address: str, faults: list[str]) -> None:
    page.route("**/assets/study.js*", lambda route: route.abort())
    page.goto(f"{address}/study/practice/")
    darken(page)
    [fault] = faults
    assert "study.js" in fault
    faults.clear()
