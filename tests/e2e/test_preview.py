"""The bar of a preview: it says what is wrong on every page, opens, and goes when all is well."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.documents import complete
from tests.site.conftest import Drawn
from yanxi.commands.check import everything
from yanxi.site.preview import Preview, Server

BANK = "quizzes/plan/a1/m3.yml"


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    (tmp_path / "sites").mkdir()
    return Preview(complete(tmp_path / "project", "plan"), tmp_path / "sites", everything, lambda _: None)


@pytest.fixture
def server(preview: Preview) -> Iterator[str]:
    preview.refresh()
    made = Server(("127.0.0.1", 0), preview)
    threading.Thread(target=made.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{made.server_port}"
    made.shutdown()
    made.server_close()


def test_the_bar_opens_on_every_page_and_what_is_saved_appears(preview: Preview, server: str, page: Page) -> None:
    project = Drawn(preview.root)
    good = project[BANK]
    page.goto(f"{server}/plan/a1/m1/")
    bar = page.locator("details summary", has_text="个问题")
    expect(bar).to_have_count(0)

    project[BANK] = good.replace("answer: C", "answer: F", 1)
    preview.refresh()
    expect(bar).to_have_text("1 个问题，改好以前页面停在上一次没有错误的样子")
    bar.click()
    expect(page.get_by_text(f"{BANK}:6:13")).to_be_visible()
    expect(page.get_by_text("[答案越界] 答案是 F")).to_be_visible()
    page.goto(f"{server}/study/practice/")
    expect(page.get_by_text("[答案越界] 答案是 F")).to_be_visible()  # it is still open

    page.goto(f"{server}/plan/a1/m3/")
    project[BANK] = good.replace("stem: 二（一）三是要求", "stem: 二（一）三是原文要求", 1)
    preview.refresh()
    expect(page.get_by_text("二（一）三是原文要求").first).to_be_visible()
    expect(bar).to_have_count(0)


def test_what_is_wrong_is_text(preview: Preview, server: str, page: Page) -> None:
    project = Drawn(preview.root)
    page.goto(f"{server}/plan/a1/m3/")
    project[BANK] = project[BANK].replace("kind: single", "kind: <img src=x onerror=document.title='run'>", 1)
    preview.refresh()
    page.locator("details summary", has_text="个问题").click()
    expect(page.get_by_text("<img src=x onerror").first).to_be_visible()
    assert page.title() != "run"
