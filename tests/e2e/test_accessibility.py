"""axe finds nothing: on no page, light or dark, before or after the answers."""

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Page, expect

from tests.e2e import reader
from tests.e2e.reader import PAGES, Item, rightly, wrongly

AXE = Path(AXE_FILE_PATH).read_text(encoding="utf-8")


@pytest.mark.parametrize("path", PAGES)
def test_a_page_in_light_and_dark(tab: Page, address: str, path: str) -> None:
    tab.goto(f"{address}/{path}")
    assert axe(tab) == []
    darken(tab)
    assert axe(tab, runOnly=["color-contrast"]) == []


@pytest.mark.parametrize("steps", [rightly, wrongly])
def test_every_kind_after_the_answer(tab: Page, address: str, one_page: list[Item], steps) -> None:
    tab.goto(f"{address}/{one_page[0]['url']}")
    for item in one_page:
        reader.answer(tab, item, steps)
    expect(tab.get_by_text(f"{len(one_page)} 题对")).to_be_visible()
    assert axe(tab) == []
    darken(tab)
    assert axe(tab, runOnly=["color-contrast"]) == []


def test_every_kind_half_answered(tab: Page, address: str, one_page: list[Item]) -> None:
    tab.goto(f"{address}/{one_page[0]['url']}")
    for item in one_page:
        if item["kind"] in reader.SUBMIT:
            reader.by_touch(reader.find(tab, item), [reader.Step("press", "提交"), *rightly(item)[:1]])
    assert axe(tab) == []


def test_a_lit_clause_and_the_readers_progress(tab: Page, address: str, one_page: list[Item]) -> None:
    tab.goto(f"{address}/{one_page[0]['url']}")
    reader.answer(tab, one_page[0])
    reader.logged(tab, 1)
    tab.goto(f"{address}/")
    expect(tab.get_by_role("link", name="继续")).to_be_visible()
    assert axe(tab) == []
    tab.goto(f"{address}/{one_page[0]['url'].split('#')[0]}#c1")
    expect(tab.locator(".yx-last")).to_be_visible()
    assert axe(tab) == []


def test_axe_sees_what_lies_below_the_screen(tab: Page, address: str, one_page: list[Item]) -> None:
    tab.goto(f"{address}/{one_page[0]['url']}")
    tab.evaluate("document.querySelector('yx-question:last-of-type .yx-stem').style.color = '#bbb'")
    assert [rule for rule, _ in axe(tab)] == ["color-contrast"]


def switch_colours(page: Page) -> None:
    """What the switch in the header does; the finger's way to it is test_header's."""
    page.locator("[data-md-component=palette] label:not([hidden])").evaluate("label => label.click()")


def darken(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")  # or axe sees colours on their way
    switch_colours(page)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def axe(page: Page, **options: Any) -> list[tuple[str, list[str]]]:
    """What axe objects to: the rule, and the beginnings of the elements."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found = page.evaluate(
        "async (options) => (await axe.run(options)).violations", {"resultTypes": ["violations"], **options}
    )
    return [(rule["id"], [node["html"][:120] for node in rule["nodes"]]) for rule in found]
