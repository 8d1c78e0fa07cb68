"""An address that is not there, at any depth of a site that lies below a folder and has not been told so."""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.reader import tap
from tests.e2e.test_accessibility import axe

DEPTHS = ["nothing", "nothing/", "plan/a1/m9/", "not/a/folder/here.html?x=1#c4"]


class Host(SimpleHTTPRequestHandler):
    """Answers what it does not have with the 404.html of the site in the folder plan-2022."""

    protocol_version = "HTTP/1.1"

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = (Path(self.directory) / "plan-2022/404.html").read_bytes()
        self.send_response(self.server.status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(page)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def host(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ThreadingHTTPServer]:
    root = tmp_path_factory.mktemp("host")
    shutil.copytree(site, root / "plan-2022")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(root)))
    server.status = 404
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(params=[404, 200], ids=["404", "200"])
def address(request: pytest.FixtureRequest, host: ThreadingHTTPServer) -> str:
    """Where the site begins, on a host that answers so; some say 200 by mistake."""
    host.status = request.param
    return f"http://127.0.0.1:{host.server_port}/plan-2022/"


@pytest.fixture
def page(page: Page, faults: list[str], address: str) -> Iterator[Page]:
    """The answer to the address itself is 404, and so are those to the search for the site's home."""
    yield page
    faults[:] = [fault for fault in faults if not fault.endswith(": 404")]


@pytest.mark.parametrize("path", DEPTHS)
def test_the_page_needs_nothing_and_leads_home(page: Page, address: str, path: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + path, wait_until="networkidle")
    assert asked == [(address + path).split("#")[0]]
    expect(page.get_by_role("heading")).to_have_text("没有这一页")
    tap(page.get_by_role("link", name="回到首页"))
    expect(page).to_have_url(address)
    expect(page.locator(".yx-home")).to_be_visible()


def test_outside_the_site_the_link_leads_to_the_root(page: Page, host: ThreadingHTTPServer, address: str) -> None:
    root = address.removesuffix("plan-2022/")
    page.goto(f"{root}other/page")
    tap(page.get_by_role("link", name="回到首页"))
    expect(page).to_have_url(root)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    new_page: Callable[..., Page], serve: Callable[[Path], str], site: Path, scheme: str
) -> None:
    page = new_page(color_scheme=scheme)
    page.goto(f"{serve(site)}/404.html")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_javascript_the_link_leads_to_the_root(
    new_page: Callable[..., Page], serve: Callable[[Path], str], site: Path
) -> None:
    page = new_page(java_script_enabled=False)
    root = serve(site)
    page.goto(f"{root}/404.html")
    page.get_by_role("link", name="回到首页").tap()
    expect(page).to_have_url(f"{root}/")
