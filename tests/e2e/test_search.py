"""A reader types into the box for search, key by key, and is led to the sentence."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.e2e import reader
from tests.e2e.reader import Item
from tests.e2e.test_accessibility import axe, darken

PAGE = "plan/a1/m3/"
BAIT = "<img src=x onerror=\"document.title='caught'\">"


def ask(page: Page, words: str) -> Locator:
    """Opens the box, types, and gives the links that are shown, best first."""
    if not page.locator("yx-search").is_visible():
        page.locator("[data-yx-search]").click()
    field = page.locator("yx-search input[type=search]")
    field.fill("")
    field.press_sequentially(words)
    return page.locator("[data-yx-results] a[href]")


def status(page: Page) -> Locator:
    return page.locator("yx-search").get_by_role("status")


@pytest.mark.parametrize("path", ["", PAGE, "plan/glossary/", "study/practice/", "help/"])
def test_words_of_the_text_lead_to_their_clause_and_light_it(tab: Page, address: str, path: str) -> None:
    tab.goto(f"{address}/{path}")
    links = ask(tab, "每半年以书面形式")
    expect(status(tab)).to_have_text(re.compile(r"^找到 \d+ 处，在 \d+ 页$"))
    expect(links.first.locator("mark")).to_have_text("每半年以书面形式")
    links.first.tap()
    expect(tab).to_have_url(f"{address}/{PAGE}#c4")
    clause = tab.locator("#c4")
    expect(clause).to_be_in_viewport()
    assert clause.evaluate("e => e.matches(':target')")
    expect(tab.locator("yx-search:visible")).to_have_count(0)


def test_each_key_changes_what_is_found(tab: Page, address: str) -> None:
    tab.goto(f"{address}/")
    links = ask(tab, "一")
    expect(links).not_to_have_count(0)
    ask(tab, "一岗双责")
    expect(links.first).to_have_attribute("href", re.compile("plan/glossary/#K"))
    tab.locator("yx-search input").fill("")
    expect(links).to_have_count(0)
    expect(status(tab)).to_be_empty()


@pytest.mark.parametrize(("words", "url"), [("ygsz", "plan/glossary/#"), ("二（一）三是", PAGE), ("a1-m3", PAGE)])
def test_sounds_and_addresses(tab: Page, address: str, words: str, url: str) -> None:
    tab.goto(f"{address}/")
    assert ask(tab, words).first.evaluate("e => e.href").startswith(f"{address}/{url}")


def test_a_slip_is_forgiven_and_said(tab: Page, address: str) -> None:
    tab.goto(f"{address}/")
    links = ask(tab, "主体责仁")
    expect(status(tab)).to_have_text("没有找到“主体责仁”，相近的有：")
    expect(links.first.locator("mark").first).to_have_text("主体责任")


def test_where_nothing_is_found_it_says_so_and_what_to_try(tab: Page, address: str) -> None:
    tab.goto(f"{address}/")
    links = ask(tab, "量子力学")
    expect(status(tab)).to_have_text("没有找到“量子力学”。")
    expect(tab.get_by_text("换一个说法")).to_be_visible()
    expect(links).to_have_count(0)


def test_enter_opens_the_first_and_not_while_a_candidate_is_confirmed(tab: Page, address: str) -> None:
    tab.goto(f"{address}/")
    ask(tab, "每半年以书面形式")
    field = tab.locator("yx-search input")
    for options in ({"isComposing": True, "keyCode": 229}, {"isComposing": False, "keyCode": 229}):
        field.evaluate(
            """(field, options) => {
              const how = { key: 'Enter', bubbles: true, cancelable: true, ...options }
              if (field.dispatchEvent(new KeyboardEvent('keydown', how))) field.form.requestSubmit()
            }""",
            options,
        )
    assert tab.url.split("?")[0] == f"{address}/"
    expect(field).to_be_focused()
    field.press("Enter")
    expect(tab).to_have_url(f"{address}/{PAGE}#c4")


def test_by_keyboard_alone(tab: Page, address: str) -> None:
    tab.goto(f"{address}/{PAGE}")
    expect(tab.locator("[data-yx-search]")).to_be_visible()
    tab.wait_for_load_state("networkidle")
    tab.keyboard.press("/")
    field = tab.locator("yx-search input")
    expect(field).to_be_focused()
    tab.keyboard.type("责任")
    links = tab.locator("[data-yx-results] a")
    expect(links.nth(1)).to_be_attached()
    tab.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    tab.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    tab.keyboard.press("ArrowUp")
    tab.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    # Nothing behind the box can be reached.
    for _ in range(3):
        tab.keyboard.press("Shift+Tab")
        assert tab.evaluate("!document.activeElement.closest('.md-container, .md-header')")
    field.focus()
    tab.keyboard.press("Escape")
    expect(tab.locator("yx-search")).to_be_hidden()
    expect(tab.locator("[data-yx-search]")).to_be_focused()
    expect(tab.locator(".md-header")).not_to_have_attribute("inert", "")


def test_an_address_asks_and_the_way_back_leads_to_what_was_found(tab: Page, address: str) -> None:
    tab.goto(f"{address}/?q=每半年以书面形式")
    links = tab.locator("[data-yx-results] a")
    expect(links.first).to_be_visible()
    links.first.click()
    expect(tab).to_have_url(f"{address}/{PAGE}#c4")
    tab.go_back()
    expect(links.first).to_be_visible()
    expect(tab.locator("yx-search input")).to_have_value("每半年以书面形式")
    tab.get_by_role("button", name="关闭").click()
    expect(tab).to_have_url(f"{address}/")


def test_what_was_entered_on_the_page_stays_when_search_leads_to_its_own_text(
    tab: Page, address: str, one_page: list[Item]
) -> None:
    item = next(each for each in one_page if each["kind"] == "single" and not each["retired"])
    tab.goto(f"{address}/{item['url']}")
    question = reader.answer(tab, item)
    tab.locator("[data-yx-search]").click()
    quote = item["quotes"][0]
    links = ask(tab, quote["text"][:10])
    here = tab.locator(f"[data-yx-results] a[href*='{item['url'].split('#')[0]}#']").first
    expect(links.first).to_be_visible()
    here.click()
    expect(tab.locator("yx-search")).to_be_hidden()
    expect(question).to_have_attribute("data-result", re.compile("right|wrong"))
    assert "q=" not in tab.url and "#" in tab.url


def test_the_last_five_searches_are_offered_on_this_device(tab: Page, address: str) -> None:
    tab.goto(f"{address}/")
    for words in ("责任", "每月", "支部", "监督", "谈话", "考核"):
        ask(tab, words).first.click()
        tab.wait_for_load_state()
        tab.goto(f"{address}/{PAGE}")
    tab.locator("[data-yx-search]").click()
    offered = tab.locator(".yx-besides button")
    expect(offered).to_have_text(["考核", "谈话", "监督", "支部", "每月", "清除"])
    offered.nth(1).click()
    expect(tab.locator("[data-yx-results] a").first).to_be_visible()
    tab.locator("yx-search input").fill("")
    tab.get_by_role("button", name="清除").click()
    expect(offered).to_have_count(0)


def test_what_storage_holds_in_their_place_is_not_trusted(tab: Page, address: str) -> None:
    tab.goto(f"{address}/")
    tab.evaluate(
        "bait => localStorage.setItem('yanxi / searches', JSON.stringify([bait, 7, null, '每月', 'x'.repeat(9999)]))",
        BAIT,
    )
    tab.locator("[data-yx-search]").click()
    expect(tab.locator(".yx-besides button")).to_have_text(["每月", "清除"])


@pytest.mark.parametrize("query", [BAIT, "\u202e责任\u2066", "%ED%A0%80", "&q=责任#c1", "__proto__"])
def test_hostile_queries_are_text(tab: Page, address: str, query: str) -> None:
    tab.goto(f"{address}/")
    title, images = tab.title(), tab.locator("img, script").count()
    tab.goto(f"{address}/?q=")
    tab.evaluate("query => { location.search = new URLSearchParams({ q: query }) }", query)
    tab.wait_for_load_state("networkidle")
    expect(tab.locator("yx-search input")).to_have_value(query)
    expect(status(tab)).not_to_be_empty()
    tab.locator("yx-search input").press("End")
    tab.keyboard.type("x")
    expect(status(tab)).not_to_be_empty()
    assert tab.title() == title and not tab.locator("yx-search img").count()
    # The three files of search are all that came.
    assert tab.locator("img, script").count() <= images + 3


def test_ten_thousand_characters_are_cut_and_leave_the_address_short(tab: Page, address: str) -> None:
    tab.goto(f"{address}/")
    ask(tab, "").first.wait_for(state="detached")
    tab.locator("yx-search input").fill("责任" * 5_000)
    expect(status(tab)).to_contain_text("没有找到")
    tab.wait_for_url(re.compile("q="))
    assert len(tab.url) < 1_200
    tab.reload()
    expect(status(tab)).to_contain_text("没有找到")


def test_a_lone_surrogate_is_found_nowhere(tab: Page, address: str) -> None:
    tab.goto(f"{address}/")
    ask(tab, "责")
    tab.locator("yx-search input").evaluate(
        "field => { field.value = '\\ud800'; field.dispatchEvent(new Event('input', { bubbles: true })) }"
    )
    expect(status(tab)).to_contain_text("没有找到")


def test_nothing_of_search_is_loaded_before_it_is_opened(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/{PAGE}", wait_until="networkidle")
    assert not [url for url in asked if "search" in url]
    with page.expect_request_finished(lambda request: "search-more.js" in request.url):
        expect(ask(page, "责任").first).to_be_visible()
    names = [url.split("?")[0].removeprefix(f"{address}/") for url in asked if "search" in url]
    assert sorted(names) == ["assets/search.css", "assets/search.js", "data/search-more.js", "data/search.js"]


def test_what_only_an_explanation_says_is_found_a_little_later(page: Page, address: str, questions: list[Item]) -> None:
    held: list[Route] = []
    page.route("**/search-more.js*", lambda route: held.append(route))
    explained = questions[0]["explain"]
    page.goto(f"{address}/{PAGE}", wait_until="networkidle")
    with page.expect_request("**/search-more.js*"):
        page.locator("[data-yx-search]").click()
    page.locator("yx-search input").fill(explained.replace("*", ""))
    expect(status(page)).to_have_text("还在找……")
    expect(page.get_by_text("可以少写几个字")).to_have_count(0)
    held[0].continue_()
    expect(status(page)).to_contain_text("找到")
    expect(page.locator("yx-search [data-yx-results] a").first).to_contain_text("解析")


def test_without_the_network_it_says_so_and_works_when_it_is_back(
    new_page: Callable[..., Page], address: str, faults: list[str]
) -> None:
    page = new_page()
    page.goto(f"{address}/{PAGE}", wait_until="networkidle")
    page.route("**/search.js*", lambda route: route.abort())
    page.locator("[data-yx-search]").click()
    expect(page.get_by_text("搜索没能载入，请检查网络，关上再开。")).to_be_visible()
    page.unroute("**/search.js*")
    faults.clear()
    page.get_by_role("button", name="关闭").click()
    expect(ask(page, "每半年").first).to_be_visible()


def test_without_javascript_there_is_no_way_in_that_leads_nowhere(new_page: Callable[..., Page], address: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{address}/{PAGE}")
    expect(page.locator("[data-yx-search]")).to_be_hidden()


def test_from_a_stick(page: Page, stick: str) -> None:
    page.goto(f"{stick}/index.html")
    links = ask(page, "每半年以书面形式")
    links.first.click()
    expect(page).to_have_url(f"{stick}/plan/a1/m3.html#c4")
    assert page.locator("#c4").evaluate("e => e.matches(':target')")


def test_axe_finds_nothing_in_the_box(tab: Page, address: str) -> None:
    tab.goto(f"{address}/{PAGE}")
    tab.locator("[data-yx-search]").click()
    expect(tab.locator(".yx-besides p")).to_be_visible()
    assert axe(tab) == []
    ask(tab, "主体责任")
    assert axe(tab) == []
    tab.get_by_role("button", name="关闭").click()
    darken(tab)
    ask(tab, "主体责仁")
    assert axe(tab) == []
    # In a title too.
    ask(tab, "责任")
    assert axe(tab, runOnly=["color-contrast"]) == []


@pytest.mark.parametrize("width", [320, 640])
def test_nothing_leaves_a_narrow_screen_at_the_largest_text(tab: Page, address: str, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 568})
    tab.goto(f"{address}/{PAGE}")
    tab.evaluate("document.documentElement.style.setProperty('--yx-scale', 30 / 18)")
    ask(tab, "主体责任")
    expect(tab.locator("[data-yx-results] a").first).to_be_visible()
    assert tab.locator("yx-search").evaluate("e => e.scrollWidth") <= width
    for button in tab.locator("yx-search button, [data-yx-results] a").all()[:4]:
        assert button.bounding_box()["height"] >= 44
