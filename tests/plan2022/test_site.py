"""The plan's pages as they are built: its whole text, and every question where it belongs and graded by its key."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import PHONE
from tests.documents import ROOT
from tests.e2e import reader
from tests.e2e.reader import Item, pages
from tests.render.reader import Element, parse
from yanxi.project import Package

REFERENCE = {f"2022/{name}/" for name in ("glossary", "duties", "calendar", "full")}
PAGES = [path for path in pages(ROOT / "docs", "2022/**/*.md") if path not in REFERENCE]


@pytest.fixture(scope="module")
def built(shipped_site: Path) -> dict[str, Element]:
    """The plan's pages by their address."""
    return {path: parse((shipped_site / path / "index.html").read_text(encoding="utf-8")) for path in PAGES}


def test_the_clauses_of_all_pages_are_the_text(built: dict[str, Element], plan2022: Package) -> None:
    shown = {
        box.attributes["data-provision"]: "".join(clause.text for clause in box.all(class_="clause"))
        for page in built.values()
        for box in page.all(class_="yx-official")
    }
    text = "".join(shown[provision.id] for provision in plan2022.document.provisions)
    assert text == "".join(plan2022.document.text.split())


def test_every_question_is_on_its_page(built: dict[str, Element], questions: list[Item]) -> None:
    shown = {
        f"{path}#{question.attributes['id']}": question.attributes["data-version"]
        for path, page in built.items()
        for question in page.all("yx-question")
    }
    assert shown == {item["url"]: item["version"] for item in questions if not item["retired"]}


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(**PHONE)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_every_question_is_graded_right_by_its_key(
    tab: Page, shipped_address: str, questions: list[Item], path: str
) -> None:
    here = [item for item in questions if item["url"].split("#")[0] == path and not item["retired"]]
    tab.goto(f"{shipped_address}/{path}")
    reader.by_script(tab, here)
    expect(tab.locator("yx-question:not([data-result=right])")).to_have_count(0)
    expect(tab.locator("yx-question")).to_have_count(len(here))
