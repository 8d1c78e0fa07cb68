"""A page of the plan asks for our second script and the style sheet for paper; the rest is in it. Nothing else, from nobody else."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.e2e import reader
from tests.e2e.reader import Item

OURS = {"assets/page.js", "assets/print.css"}
# What progress is counted over, where a page shows any; late, and the same for every page.
INDEX = {"data/plan/index.js"}


@pytest.mark.parametrize(("path", "ours"), [("plan/a1/m3/", OURS), ("plan/", OURS), ("plan/a1/", OURS | INDEX)])
def test_what_a_page_asks_for(
    new_page: Callable[..., Page], address: str, path: str, ours: set[str], questions: list[Item]
) -> None:
    page = new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/{path}", wait_until="networkidle")
    item = next(each for each in questions if each["url"].startswith(f"{path}#") and each["kind"] == "single")
    reader.answer(page, item)
    reader.logged(page, 1)
    assert all(url.startswith(f"{address}/") for url in asked)
    names = [url.removeprefix(f"{address}/").split("?")[0] for url in asked]
    assert {name for name in names if name != path} == ours
    assert len(names) == len(set(names))
