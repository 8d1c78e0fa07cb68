"""A term in the official text says in place what it means, and the text stays the text; a clause that is held is cited."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.documents import document
from tests.e2e import examinee, reader
from tests.e2e.test_clause_links import COPIES

PATH = "plan/a1/m3/"
TEXT = "getSelection().selectAllChildren(document.querySelector('.yx-official')), getSelection().toString()"


def panel(page: Page) -> Locator:
    return page.get_by_role("dialog", name="一岗双责")


def marked(page: Page) -> Locator:
    return page.locator(".clause > [data-term=K24]")


def test_a_term_is_explained_in_place_by_finger_and_by_keys(tab: Page, address: str) -> None:
    tab.goto(f"{address}/{PATH}", wait_until="networkidle")
    official, shown, term = tab.locator(".yx-official"), panel(tab), marked(tab)
    top = tab.locator("h2").first.evaluate("e => e.offsetTop")
    expect(term).to_have_role("button")

    def told() -> None:
        expect(shown).to_be_focused()
        expect(term).to_have_attribute("aria-expanded", "true")
        words = tab.locator("#K24 > dd").all_text_contents()
        assert words and all(word in (shown.text_content() or "") for word in words)
        assert "出处" in words[0] and "核对" in (shown.text_content() or "")
        # Over the page, below its line; nothing moves.
        assert tab.locator("h2").first.evaluate("e => e.offsetTop") == top
        assert (shown.bounding_box() or {})["y"] >= (term.bounding_box() or {})["y"] + 20

    def hushed(again: bool = True) -> None:
        expect(shown).to_have_count(0)
        expect(term).to_have_attribute("aria-expanded", "false")
        if again:
            expect(term).to_be_focused()

    def elsewhere() -> None:
        reader.tap_here(tab.locator("h1"))

    for close in (
        lambda: tab.keyboard.press("Escape"),
        lambda: reader.tap_here(term),
        lambda: reader.tap(shown.get_by_role("button", name="关上")),
        elsewhere,
    ):
        tab.evaluate("scrollTo(0, 0)")
        reader.tap(term)
        told()
        expect(tab.locator(".yx-lit")).to_have_count(0)
        tab.evaluate("scrollTo(0, 0)") if close is elsewhere else None
        close()
        hushed()
    for key in ("Enter", " "):
        term.focus()
        tab.keyboard.press(key)
        told()
        tab.keyboard.press("Tab")
        expect(shown.get_by_role("button", name="关上")).to_be_focused()
        tab.keyboard.press("Tab")
        expect(shown.get_by_role("link", name="在术语表里看")).to_be_focused()
        # Past its end one goes on behind the term.
        tab.keyboard.press("Tab")
        hushed(again=False)
        expect(tab.locator(".clause > [data-term=K25]")).to_be_focused()
    reader.tap(term)
    told()
    copied = tab.evaluate(TEXT)
    assert copied.strip() == document().by_id["a1-m3"].text.strip()
    tab.evaluate("getSelection().removeAllRanges()")
    assert official.evaluate("e => e.textContent") == document().by_id["a1-m3"].text.strip()
    reader.tap(shown.get_by_role("link", name="在术语表里看"))
    expect(tab).to_have_url(f"{address}/plan/glossary/#K24")
    expect(tab.locator("#K24 > p").first).to_be_in_viewport()


def test_words_quoted_that_run_through_a_term_are_lit_to_the_character(tab: Page, address: str) -> None:
    tab.goto(f"{address}/{PATH}#c4")
    quote = "按照党组织书记“一岗双责”要求"
    tab.evaluate(
        "words => sessionStorage.setItem('yanxi / quotation', JSON.stringify({ href: location.href, words }))", quote
    )
    tab.reload()
    assert "".join(tab.locator(".yx-quote").all_inner_texts()) == quote
    reader.tap(marked(tab))
    expect(panel(tab)).to_be_focused()


@pytest.mark.parametrize("width", [320, 1366])
def test_it_fits_with_the_largest_type_and_axe_finds_nothing(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 568})
    page.goto(f"{address}/{PATH}")
    page.evaluate("localStorage.setItem('yanxi / settings', '{\"textSize\":30,\"large\":true}')")
    page.reload(wait_until="networkidle")
    reader.tap(marked(page)) if width == 320 else marked(page).click()
    term, shown, close = (
        marked(page).bounding_box(),
        panel(page).bounding_box(),
        page.get_by_role("button", name="关上"),
    )
    assert term and shown and shown["x"] >= 0 and shown["x"] + shown["width"] <= width
    expect(marked(page)).to_be_in_viewport()
    expect(close).to_be_in_viewport(ratio=1)
    assert (close.bounding_box() or {})["height"] >= 44
    examinee.look_over(page)
    page.emulate_media(media="print")
    expect(panel(page)).to_be_hidden()
    assert marked(page).evaluate("e => getComputedStyle(e).textDecorationLine") == "none"


def test_without_javascript_a_term_leads_to_its_entry(new_page: Callable[..., Page], address: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{address}/{PATH}")
    marked(page).click()
    expect(page).to_have_url(f"{address}/plan/glossary/#K24")


HOLD = "(clause) => { const { x, y } = clause.getClientRects()[1]; return [x + 40, y + 8] }"


def test_a_clause_that_is_held_is_cited_and_a_finger_that_moves_on_selects(tab: Page, address: str) -> None:
    tab.goto(f"{address}/{PATH}", wait_until="networkidle")
    # Its own page alone is asked: `tab` is of other tests too.
    tab.evaluate(f"void ({COPIES})")
    clause = tab.locator(".clause").nth(2)
    clause.scroll_into_view_if_needed()
    devtools = tab.context.new_cdp_session(tab)

    def hold(moves: int = 0, ms: int = 600) -> None:
        x, y = clause.evaluate(HOLD)
        points = [{"x": x, "y": y}]
        devtools.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": points})
        tab.evaluate("ms => new Promise((resolve) => setTimeout(resolve, ms))", ms)
        if moves:
            points = [{"x": x + moves, "y": y}]
            devtools.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": points})
        devtools.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    hold(moves=60)
    hold(ms=50)
    assert tab.evaluate("window.copied") is None
    hold()
    expect(clause.locator(".yx-copied")).to_be_visible()
    expect(tab.locator(".yx-acts output")).to_have_text("这一句的出处和链接已复制。")
    words, where = tab.evaluate("window.copied").split("\n")
    assert words.endswith(f"二（一）三是第3句：“{clause.text_content()}”")
    assert where == f"{address}/{PATH}#c3"
    tab.evaluate("void (navigator.clipboard.writeText = async () => { throw new Error() })")
    hold()
    # Nothing takes the selection away.
    expect(tab.locator(".yx-acts output")).to_have_text("点句子上面的数字，复制出处和链接。")
    expect(tab.get_by_label("要复制的文字")).to_have_count(0)
    devtools.detach()
