"""What tests of every kind lean on: a project and its site, built once, a server for a folder, a browser.

The browser is held like a phone. Whatever goes wrong in a page unseen fails the test.
"""

import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import hypothesis
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.documents import ROOT, complete
from tests.site.generators import mkdocs
from tools.dev.browser import NoBrowser, find

# A slow machine is not a wrong answer; and what CI says once it says again.
hypothesis.settings.register_profile("yanxi", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("yanxi")

# The browser's own errands to its maker are refused on a closed network, many at a time.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "has_touch": True,
    "is_mobile": True,
    "locale": "zh-CN",
    "timezone_id": "Asia/Shanghai",
    "service_workers": "block",
}


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole project with the plan in it. Nobody writes here."""
    return complete(tmp_path_factory.mktemp("plan") / "project", "plan")


@pytest.fixture(scope="session")
def site(whole: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of its site."""
    return mkdocs(whole, tmp_path_factory.mktemp("built") / "site")


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """serve(folder) gives the address, without a slash at its end, where that folder is served."""
    servers: list[ThreadingHTTPServer] = []

    def start(folder: Path) -> str:
        server = _Server(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
        servers.append(server)
        Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def address(site: Path, serve: Callable[[Path], str]) -> str:
    """Where that site is served."""
    return serve(site)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    try:
        path = find()
    except NoBrowser as missing:
        pytest.fail(str(missing), pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


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
        context.on("page", lambda page: watch(page, faults))
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    assert not faults


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    return new_page()


def watch(page: Page, faults: list[str]) -> None:
    """Adds whatever goes wrong in a page to the list."""
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


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A reader who goes on to the next page hangs up on the last one: no matter."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        pass
