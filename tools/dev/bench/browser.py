"""What a phone on a slow network sees: the tests' browser, held back through the DevTools protocol."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import FLAGS, PHONE
from tools.dev.bench.serve import Served
from tools.dev.browser import find

HERE = Path(__file__).parent
WATCH = (HERE / "watch.js").read_text(encoding="utf-8").split("\n", 1)[1].lstrip(";")
TAPS = (HERE / "taps.js").read_text(encoding="utf-8").split("\n", 1)[1]

SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
SLOWDOWN = 4


@dataclass(frozen=True)
class Answer:
    """Milliseconds: navigation to the first graded answer, first sight of an option to that, a tap to its painted verdict."""

    first: float
    dead: float
    tap: float


@contextmanager
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=find(), args=FLAGS)
        yield made
        made.close()


@contextmanager
def _page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(**PHONE)
    yield context.new_page()
    context.close()


def load(browser: Browser, served: Served, path: str) -> list[tuple[str, int]]:
    """What one visit with an empty cache makes the server send."""
    with _page(browser) as page:
        served.sent.clear()
        page.goto(served.address + path, wait_until="networkidle")
        # A thousand questions keep the page busy; what it asks for after that counts too.
        page.wait_for_timeout(1500)
        page.wait_for_load_state("networkidle")
        return list(served.sent)


def answer(browser: Browser, address: str, option: str, question: str, taps: int) -> Answer:
    """Answers the first question as soon as there is one, then `taps` more when the page is at rest."""
    selectors = {"option": option, "question": question}
    with _page(browser) as page:
        page.add_init_script(f"({WATCH})({json.dumps(selectors)})")
        devtools = page.context.new_cdp_session(page)
        devtools.send("Network.enable")
        devtools.send("Network.setCacheDisabled", {"cacheDisabled": True})
        devtools.send("Network.emulateNetworkConditions", SLOW_4G)
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
        page.goto(address, wait_until="networkidle", timeout=60_000)
        page.wait_for_function("bench.graded", timeout=60_000)
        bench = page.evaluate("bench")
        times = page.evaluate(TAPS, selectors | {"count": taps})
    return Answer(bench["graded"], bench["graded"] - bench["seen"], median(times))
