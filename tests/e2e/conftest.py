"""A real browser, held like a phone. Whatever goes wrong in a page unseen fails the test."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from tests.e2e import reader
from tests.e2e.reader import KINDS, Item
from tests.site.generators import mkdocs

# Safari's engine is for Linux alone, and its driver loses a session now and then: `make safari`.
collect_ignore = [] if "YANXI_SAFARI" in os.environ else ["test_safari.py"]

PHONE = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "has_touch": True,
    "is_mobile": True,
    "locale": "zh-CN",
    "timezone_id": "Asia/Shanghai",
    "service_workers": "block",
}


@pytest.fixture
def faults() -> list[str]:
    """What went wrong in this test's pages. A test that provokes one finds it here and clears the list."""
    return []


@pytest.fixture
def new_page(browser: Browser, faults: list[str]) -> Iterator[Callable[..., Page]]:
    """new_page(java_script_enabled=False, …) is a page of a new reader; the options are new_context's."""
    contexts: list[BrowserContext] = []

    def open_page(**options: object) -> Page:
        context = browser.new_context(**(PHONE | options))
        context.set_default_timeout(10_000)
        context.on("page", lambda page: _watch(page, faults))
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    assert not faults


@pytest.fixture(scope="session")
def stick(plan: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the same site's folder, built to be opened without a server."""
    return mkdocs(plan, tmp_path_factory.mktemp("stick"), "--no-directory-urls").as_uri()


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


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    return new_page()


@pytest.fixture(scope="session")
def seen() -> list[str]:
    """What went wrong in `tab`."""
    return []


@pytest.fixture(scope="session")
def _tab(browser: Browser, seen: list[str]) -> Page:
    context = browser.new_context(**PHONE)
    context.set_default_timeout(10_000)
    page = context.new_page()
    _watch(page, seen)
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


def _watch(page: Page, faults: list[str]) -> None:
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on("request", lambda request: _is_ours(request.url) or faults.append(f"foreign host: {request.url}"))
    page.on(
        "requestfailed",
        # A reader who goes on to the next page aborts what the last one still loads.
        lambda request: request.failure == "net::ERR_ABORTED" or faults.append(f"{request.url}: {request.failure}"),
    )
    page.on(
        "response",
        lambda response: response.status < 400 or faults.append(f"{response.url}: {response.status}"),
    )


def _is_ours(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in ("data", "blob", "file", "about") or parts.hostname == "127.0.0.1"
