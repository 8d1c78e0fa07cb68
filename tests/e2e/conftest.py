"""The site in a browser, with the questions that it asks."""

import json
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.conftest import PHONE, watch
from tests.e2e import reader
from tests.e2e.reader import KINDS, Item
from yanxi import commands
from yanxi.site.stick import FOLDER

# Safari's engine is for Linux alone, and its driver loses a session now and then: `make safari`.
collect_ignore = [] if "YANXI_SAFARI" in os.environ else ["test_safari.py"]


@pytest.fixture(scope="session")
def unpacked(whole: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site for a stick, unpacked into a folder as people call them."""
    made = tmp_path_factory.mktemp("stick") / "usb.zip"
    assert commands.main(["build", "--root", str(whole), "--usb", str(made)]) == 0
    folder = made.with_name("学习 100% #1")
    with zipfile.ZipFile(made) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture(scope="session")
def stick(unpacked: Path) -> str:
    """The address of the site in that folder."""
    return (unpacked / FOLDER).as_uri()


@pytest.fixture(scope="session")
def questions(site: Path) -> list[Item]:
    """The whole bank, as the site publishes it."""
    return json.loads((site / "data/plan/questions.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def one_page(questions: list[Item]) -> list[Item]:
    """The questions of one page that has every kind."""
    pages: dict[str, list[Item]] = {}
    for item in questions:
        pages.setdefault(item["provision"], []).append(item)
    return next(items for items in pages.values() if {item["kind"] for item in items} == set(KINDS))


@pytest.fixture
def item(request: pytest.FixtureRequest, one_page: list[Item]) -> Item:
    """The first question of a kind on that page: @pytest.mark.parametrize("item", ["single"], indirect=True)."""
    return next(each for each in one_page if each["kind"] == request.param)


@pytest.fixture(scope="session")
def seen() -> list[str]:
    """What went wrong in `tab`."""
    return []


@pytest.fixture(scope="session")
def _tab(browser: Browser, seen: list[str]) -> Page:
    context = browser.new_context(**PHONE)
    context.set_default_timeout(10_000)
    page = context.new_page()
    watch(page, seen)
    return page


@pytest.fixture
def tab(_tab: Page, seen: list[str], address: str) -> Iterator[Page]:
    """A page like `page`, of a reader who has forgotten everything. A third of the price of a new one.

    For tests that only read and answer: what they set up otherwise (routes, scripts, a clock) would stay.
    """
    # Of the same site, and with nothing in it that writes.
    _tab.goto(f"{address}/assets/yanxi.css")
    devtools = _tab.context.new_cdp_session(_tab)
    devtools.send("Storage.clearDataForOrigin", {"origin": address, "storageTypes": "all"})
    devtools.detach()
    _tab.set_viewport_size(PHONE["viewport"])
    seen.clear()
    yield _tab
    assert not seen


@pytest.fixture
def question(tab: Page, address: str, item: Item) -> Locator:
    """That question in front of the reader."""
    tab.goto(f"{address}/{item['url']}")
    return reader.find(tab, item)
