"""The pages to look things up in: with JavaScript they filter, without it they are all there."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.documents import PLAN, TEXT
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
    # A heading counts what is under it; the files have everything.
    groups = page.locator(".yx-group:visible")
    counts = (
        "each => [each.querySelector('small').textContent, `${each.querySelectorAll('li:not([hidden])').length} 件`]"
    )
    for group in groups.all():
        told, held = group.evaluate(counts)
        assert told == held
    expect(page.get_by_text(f"下载（全部 {len(DUTIES)} 件）")).to_be_visible()
    box.fill("<img onerror=x>")
    expect(page.get_by_text("没有这样的事")).to_be_visible()
    box.fill("")
    expect(page.locator(".yx-group:visible")).to_have_count(page.locator(".yx-group").count())
    expect(page.locator(".yx-group[open]")).to_have_count(0)
    assert sum(
        map(
            int,
            page.locator(".yx-group small").evaluate_all(
                "all => all.filter((each) => each.matches('summary > *')).map((each) => each.textContent.replace(' 件', ''))"
            ),
        )
    ) == 3 * len(DUTIES)


def test_a_duty_leads_to_its_words_in_the_text(page: Page, address: str) -> None:
    page.goto(f"{address}/plan/duties/")
    page.locator(".yx-group > summary").first.click()
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


@pytest.mark.parametrize("name", ["duties", "calendar", "full"])
def test_nothing_is_wider_than_a_small_phone(new_page: Callable[..., Page], address: str, name: str) -> None:
    page = new_page(viewport={"width": 320, "height": 568})
    page.goto(f"{address}/plan/{name}/")
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_what_is_copied_from_the_whole_text_is_the_source(page: Page, address: str) -> None:
    page.goto(f"{address}/plan/full/")
    copied = page.evaluate(
        "getSelection().selectAllChildren(document.querySelector('.yx-full-text')), getSelection().toString()"
    )
    lines = [line.strip() for line in TEXT.read_text(encoding="utf-8").splitlines()]
    assert [line for line in copied.splitlines() if line.strip()] == [line for line in lines if line]


@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_a_link_to_a_sentence_shows_it_below_the_header(
    new_page: Callable[..., Page], address: str, site: Path, java_script_enabled: bool
) -> None:
    page = new_page(java_script_enabled=java_script_enabled)
    last = json.loads((site / "data/plan/provisions.json").read_text(encoding="utf-8"))[-1]
    end = f"{last['id']}-{last['clauses'][-1]['id']}"
    for path, name in (("plan/full/", "a1-m3-c4"), ("plan/a1/m3/", "c4"), ("plan/full/", end)):
        page.goto(f"{address}/{path}#{name}")
        clause = page.locator(f"[id='{name}']")
        expect(clause).to_be_in_viewport()
        header = page.locator(".md-header").bounding_box()
        # Just below it, with its number.
        assert 0 <= clause.bounding_box()["y"] - header["y"] - header["height"] <= 8
        number = clause.locator(".yx-no")
        assert number.bounding_box()["y"] >= header["y"] + header["height"]


def test_the_whole_text_is_printed_on_a4_with_the_contents(page: Page, address: str) -> None:
    page.goto(f"{address}/plan/full/")
    assert re.search(rb"/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]", page.pdf(prefer_css_page_size=True))
    page.emulate_media(media="print")
    expect(page.locator(".yx-full-contents a").first).to_be_visible()


def test_on_paper_the_whole_text_begins_with_its_title(page: Page, address: str) -> None:
    page.goto(f"{address}/plan/full/")
    page.emulate_media(media="print")
    expect(page.locator("article")).not_to_contain_text("SHA-256", use_inner_text=True)
    expect(page.locator("article")).not_to_contain_text("下载", use_inner_text=True)
    title = project.load(PLAN).packages[0].settings.title
    assert page.locator("article").inner_text().strip().startswith(title)
