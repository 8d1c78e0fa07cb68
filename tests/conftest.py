"""What tests of every kind lean on: a project and its site, built once, a server for a folder, a browser."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import hypothesis
import pytest
from playwright.sync_api import Browser, sync_playwright

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


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole project with the plan in it. Nobody writes here."""
    return complete(tmp_path_factory.mktemp("plan") / "project", "plan")


@pytest.fixture(scope="session")
def site(plan: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of its site."""
    return mkdocs(plan, tmp_path_factory.mktemp("built") / "site")


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """serve(folder) gives the address, without a slash at its end, where that folder is served."""
    servers: list[ThreadingHTTPServer] = []

    def start(folder: Path) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
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


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        pass
