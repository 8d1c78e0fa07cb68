"""Pages that were read, without a network: kept by a worker, replaced by the next release, and never made of two.

The server is the worst there is: it has nothing but the present release, whatever version an address asks for, and goes on to the
next one when it likes. YANXI_RELEASES says how many releases there are.
"""

import os
import random
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import _Server
from yanxi import offline
from yanxi.publish import served

RELEASES = int(os.environ.get("YANXI_RELEASES", "3"))
BASE = "/a/b/"
PATHS = ["", "plan/", "plan/a1/m3/", "plan/a2/m1/", "plan/full/", "study/practice/", "study/me/"]

# Who a page is made of: its own release, and what its scripts and style sheets say of themselves.
MADE_OF = """() => ({
  page: document.querySelector('meta[name=release]')?.content,
  wanted: document.querySelector('meta[name=parts]')?.content,
  scripts: window.releases || [],
  sheets: ['--yanxi', '--study'].map((name) => getComputedStyle(document.documentElement).getPropertyValue(name)).filter(Boolean)
})"""

SETTLED = """async ([release, read]) => {
  let left
  const registration = await navigator.serviceWorker.ready
  for (const start = performance.now(); performance.now() - start < 20000; await new Promise((next) => setTimeout(next, 20))) {
    const names = (await caches.keys()).filter((name) => name.startsWith('yanxi '))
    const { active, installing, waiting } = registration
    if (active && active.state === 'activated' && !installing && !waiting && names.some((name) => name.endsWith(release))) {
      const cache = await caches.open(names.find((name) => name.endsWith(release)))
      const found = await Promise.all([location.href.split(/[?#]/)[0], ...read].map((url) => cache.match(url)))
      if (found.every(Boolean)) return ''
      left = found.map(Boolean)
    }
  }
  const states = ['active', 'installing', 'waiting'].map((name) => registration[name] && registration[name].state)
  return `${release}: ${states} ${await caches.keys()} ${read} ${left}`
}"""


class Host:
    """A site of many releases below a path, of which one is up, or none."""

    def __init__(self, releases: list[Path]) -> None:
        self.releases, self.present, self.up = releases, 0, True
        # A request, behind which the last release goes live.
        self.next_after = ""
        self.server = _Server(("127.0.0.1", 0), partial(_Handler, self))
        self.address = f"http://127.0.0.1:{self.server.server_port}{BASE}"
        Thread(target=self.server.serve_forever, daemon=True).start()


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, host: Host, *args: object) -> None:
        self.host = host
        super().__init__(*args)

    def translate_path(self, path: str) -> str:
        self.directory = str(self.host.releases[self.host.present])
        return super().translate_path(path.removeprefix(BASE.rstrip("/")))

    def parse_request(self) -> bool:
        parsed = super().parse_request()
        if not self.host.up:
            self.close_connection = True
            return False
        return parsed

    def do_GET(self) -> None:
        # All releases are of one second, and would be taken for one.
        del self.headers["If-Modified-Since"]
        super().do_GET()
        if self.host.next_after and self.path.endswith(self.host.next_after):
            self.host.present, self.host.next_after = len(self.host.releases) - 1, ""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=60" if "?v=" in self.path else "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


def release(site: Path, folder: Path, number: int, parts: int) -> Path:
    """The site as its release of this number: pages say so, and their scripts and style sheets that they are those of `parts`."""
    shutil.copytree(site, folder)
    for name in ("yanxi.js", "page.js", "study.js", "home.js", "search.js"):
        file = folder / "assets" / name
        code = f"\n;(window.releases = window.releases || []).push('{parts}')\n"
        file.write_text(file.read_text(encoding="utf-8") + code, encoding="utf-8")
    for name in ("yanxi", "study"):
        file = folder / "assets" / f"{name}.css"
        file.write_text(file.read_text(encoding="utf-8") + f"\n:root {{ --{name}: {parts} }}\n", encoding="utf-8")
    said = f'<meta name="release" content="{number}"><meta name="parts" content="{parts}">'
    for page in folder.rglob("*.html"):
        text = page.read_text(encoding="utf-8").replace("<head>", f"<head>{said}", 1)
        text = re.sub(r"(assets/\w+\.(?:js|css)\?v=)\w+", rf"\g<1>{parts:08x}", text)
        # As it is published: nothing but the page's own scripts may run.
        page.write_text(served.with_policy(text), encoding="utf-8")
    offline.write(folder)
    return folder


@pytest.fixture(scope="module")
def releases(site: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every other release changes pages alone."""
    folder = tmp_path_factory.mktemp("releases")
    return [release(site, folder / f"{number}", number, number // 2) for number in range(RELEASES)]


@pytest.fixture
def host(releases: list[Path]) -> Iterator[Host]:
    made = Host(list(releases))
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def reading(new_page: Callable[..., Page]) -> Page:
    return new_page(service_workers="allow")


def is_whole(page: Page) -> str:
    """Which release a page is of, once it is seen that all of it is."""
    made = page.evaluate(MADE_OF)
    assert {*made["scripts"], *made["sheets"]} == {made["wanted"]}, (page.url, made)
    return made["page"]


def settle(page: Page, host: Host, read: Iterable[str] = ()) -> None:
    """Until the worker of the present release has taken over, and has the page, and these."""
    text = (host.releases[host.present] / offline.FILE).read_text(encoding="utf-8")
    name = re.search(r'RELEASE = "(\w+)"', text)[1]
    assert page.evaluate(SETTLED, [name, [host.address + path for path in read]]) == ""


def test_whatever_is_released_no_page_is_made_of_two_and_what_was_read_can_be_read(
    reading: Page, host: Host, faults: list[str]
) -> None:
    chance = random.Random(int(os.environ.get("YANXI_SEED", "1")))
    read: set[str] = set()
    for number in range(RELEASES):
        host.present = number
        other = reading.context.new_page() if number % 3 == 1 else None
        if other and read:
            other.goto(host.address + min(read))
        for path in chance.sample(PATHS, 3):
            reading.goto(host.address + path)
            assert is_whole(reading) == str(number)
            read.add(path)
        settle(reading, host, read)
        if other:
            other.close()
        host.up = False
        for path in read:
            reading.goto(host.address + path)
            assert is_whole(reading) == str(number)
            expect(reading.locator("h1").first).to_be_visible()
        reading.goto(host.address + "plan/glossary/")
        expect(reading.locator("h1")).to_have_text("没有网络")
        expect(reading.locator("li a")).to_have_count(len(read))
        host.up = True
    reading.goto(host.address)
    # Nothing of earlier releases is left, once no page is open that may need it.
    reading.wait_for_function("caches.keys().then((names) => names.length === 1)")
    faults.clear()


def test_an_open_page_gets_the_scripts_of_its_own_release_or_none(reading: Page, host: Host, faults: list[str]) -> None:
    reading.goto(host.address + "plan/a1/m3/")
    settle(reading, host)
    reading.reload()
    assert is_whole(reading) == "0"
    host.present = RELEASES - 1
    other = reading.context.new_page()
    other.goto(host.address)
    settle(other, host)
    assert is_whole(other) == f"{RELEASES - 1}"
    reading.locator("[data-yx-search]").click()
    # The server has only another release's, and that is not taken.
    expect(reading.locator("yx-search .yx-notice")).to_be_visible()
    assert is_whole(reading) == "0"
    faults.clear()


def test_a_release_in_the_middle_of_a_page_gives_it_nothing_of_its_own(
    reading: Page, host: Host, faults: list[str]
) -> None:
    reading.goto(host.address)
    settle(reading, host)
    reading.reload()
    # Once the page has been asked for, the server has nothing but the next release.
    host.next_after = "study/practice/"
    reading.goto(host.address + "study/practice/")
    assert host.present == RELEASES - 1
    made = reading.evaluate(MADE_OF)
    assert made["page"] == "0" and {*made["scripts"], *made["sheets"]} <= {"0"}
    reading.reload()
    assert is_whole(reading) == f"{RELEASES - 1}"
    faults.clear()


def test_practice_goes_on_without_a_network(reading: Page, host: Host, faults: list[str]) -> None:
    reading.goto(host.address + "study/practice/")
    reading.get_by_role("button", name=re.compile("十题")).first.tap()
    question = reading.locator(".yx-place yx-question")
    name = question.get_attribute("id")
    settle(reading, host)
    reading.wait_for_function(KEPT, arg=["data/plan/index.js", f"fragments/{name.rpartition('-')[0]}.js"])
    assert reading.evaluate(MADE_BY_THE_WORKER) == []
    host.up = False
    reading.reload()
    expect(question).to_have_attribute("id", name)
    expect(question).to_be_visible()
    faults.clear()


# Whether something is kept of each of these.
KEPT = """async (names) => {
  const [cache] = await Promise.all((await caches.keys()).map((name) => caches.open(name)))
  const urls = (await cache.keys()).map(({ url }) => url)
  return names.every((name) => urls.some((url) => url.includes(name)))
}"""


# The scripts that are not kept as they came. Of those browsers do not keep what they have compiled.
MADE_BY_THE_WORKER = """async () => {
  const [cache] = await Promise.all((await caches.keys()).map((name) => caches.open(name)))
  const scripts = (await cache.keys()).map(({ url }) => url).filter((url) => url.includes('.js'))
  const kept = await Promise.all(scripts.map((url) => cache.match(url)))
  return scripts.filter((_, at) => kept[at].url !== scripts[at])
}"""


def known(page: Page) -> tuple[int, int]:
    """How many workers and caches there are."""
    return tuple(
        page.evaluate(
            "async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]"
        )
    )


def test_a_worker_goes_when_its_script_is_gone(reading: Page, host: Host, tmp_path: Path, faults: list[str]) -> None:
    host.releases = [Path(shutil.copytree(host.releases[0], tmp_path / "site"))]
    reading.goto(host.address)
    settle(reading, host)
    (tmp_path / "site" / offline.FILE).unlink()
    reading.goto(host.address + "plan/")
    reading.wait_for_function("navigator.serviceWorker.getRegistrations().then((all) => all.length === 0)")
    reading.wait_for_function("caches.keys().then((names) => names.length === 0)")
    faults.clear()


def test_a_worker_goes_when_the_site_says_so(reading: Page, host: Host, tmp_path: Path, faults: list[str]) -> None:
    host.releases = [Path(shutil.copytree(host.releases[0], tmp_path / "site"))]
    reading.goto(host.address)
    settle(reading, host)
    for page in (tmp_path / "site").rglob("*.html"):
        page.write_text(page.read_text(encoding="utf-8").replace(" data-offline", ""), encoding="utf-8")
    reading.goto(host.address + "plan/")
    reading.wait_for_function("navigator.serviceWorker.getRegistrations().then((all) => all.length === 0)")
    assert known(reading) == (0, 0)
    faults.clear()


def test_wechat_on_an_iphone_has_none(new_page: Callable[..., Page], host: Host) -> None:
    agent = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.50"
    page = new_page(service_workers="allow", user_agent=agent)
    page.goto(host.address, wait_until="networkidle")
    assert known(page) == (0, 0)
