"""What a reader does on the practice pages, beside answering."""

from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.e2e import reader
from tests.e2e.reader import Item

# 2026-11-24 09:00 in Shanghai; the clocks of these tests begin here.
NOW = 1_795_482_000_000
MINUTE = 60_000
DAY = 86_400_000


def open_study(page: Page, address: str, name: str, *records: dict[str, Any]) -> None:
    """One of the practice pages, by a reader who has these records in the log."""
    if records:
        page.goto(f"{address}/study/mistakes/")
        reader.remember(page, *records)
    page.goto(f"{address}/study/{name}/")


def start(page: Page, scope: str = "", kinds: tuple[str, ...] = (), manner: str = "按原文顺序") -> None:
    """Chooses questions, as far as they are not chosen already, and begins."""
    unfold_chooser(page)
    page.get_by_label("范围").select_option(scope)
    for kind in (*kinds, manner):
        reader.tap(page.locator(".yx-chip", has=page.get_by_text(kind, exact=True)))
    reader.tap(page.get_by_role("button", name="开始"))
    present(page).wait_for()


def unfold_chooser(page: Page) -> None:
    """Opens the form that selects questions, unless it is not folded."""
    fold = page.locator(".yx-part")
    fold.wait_for()
    if fold.locator("summary").count() and fold.get_attribute("open") is None:
        reader.tap(fold.locator("summary"))


def present(page: Page) -> Locator:
    """The question that stands on the page."""
    return page.locator(".yx-run yx-question")


def item_of(page: Page, questions: list[Item]) -> Item:
    present(page).wait_for()
    name = present(page).get_attribute("id")
    return next(item for item in questions if item["id"] == name)


def press(page: Page, name: str) -> None:
    reader.tap(page.get_by_role("button", name=name, exact=True))


def go_on(page: Page, name: str) -> None:
    """Presses what leads to another question, and waits until it is there."""
    before = present(page).get_attribute("id") or ""
    press(page, name)
    expect(present(page)).not_to_have_attribute("id", before)


def in_scope(questions: list[Item], scope: str) -> list[Item]:
    """The questions that are asked in a part of the plan, as the plan goes."""
    live = [item for item in questions if not item["retired"]]
    return [item for item in live if f"{item['provision']}-".startswith(f"{scope}-" if scope else "")]


def clear(page: Page) -> None:
    """Clears what is chosen in 重新开始, and says yes."""
    reader.tap(page.get_by_role("button", name="清掉进度", exact=True))
    expect(page.get_by_text("要清掉")).to_be_visible()
    press(page, "清掉")
    expect(page.get_by_text("进度清掉了")).to_be_visible()


def set_settings(page: Page, **settings: Any) -> None:
    page.evaluate("settings => localStorage.setItem('yanxi / settings', JSON.stringify(settings))", settings)
