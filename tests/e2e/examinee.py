"""What somebody does who sits a mock exam."""

from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.e2e import reader
from tests.e2e.reader import Item, rightly, wrongly
from tests.e2e.test_accessibility import axe, darken, switch_colours

# A recipe of 22 questions and 20 minutes, and one that asks every kind.
SHORT, FULL = "short", "full"


def set_clock(page: Page, at: int) -> None:
    """The page's clock begins at this moment, in milliseconds, and goes on."""
    # Playwright counts in seconds here, and in milliseconds elsewhere.
    page.clock.install(time=at / 1000)


def offer(page: Page, address: str, paper: str = SHORT, seed: str = "甲") -> None:
    """Opens a paper by its link."""
    page.goto(f"{address}/study/exam/?paper={paper}&seed={seed}")


def sit(page: Page, address: str, paper: str = SHORT, seed: str = "甲") -> None:
    offer(page, address, paper, seed)
    reader.tap(page.get_by_role("button", name="开始考试"))
    present(page).wait_for()


def present(page: Page) -> Locator:
    """The question that is asked now."""
    return page.locator(".yx-place yx-question")


def asked(page: Page) -> list[str]:
    """The whole paper's questions, as the device keeps them."""
    return kept(page)["questions"]


def kept(page: Page) -> dict[str, Any]:
    """The exam that is going on, as the device keeps it."""
    return page.evaluate("JSON.parse(localStorage['yanxi / session.exam plan'] || '{}')")


def answer(page: Page, questions: list[Item], right: bool = True) -> Item:
    """Answers the question that is asked, and stays there."""
    name = present(page).get_attribute("id")
    item = next(each for each in questions if each["id"] == name)
    steps = (rightly if right else wrongly)(item)
    reader.by_touch(present(page), [step for step in steps if step.act != "press"])
    return item


def answer_all(page: Page, questions: list[Item]) -> None:
    """Answers the whole paper without a finger: what a test is about comes after."""
    bank = {item["id"]: item for item in questions}
    names = asked(page)
    for number, name in enumerate(names, 1):
        expect(present(page)).to_have_attribute("id", name)
        reader.by_script(page, [bank[name]], lambda item: [step for step in rightly(item) if step.act != "press"])
        if number < len(names):
            page.locator(".yx-foot .yx-go").evaluate("button => button.click()")


def go(page: Page, number: int) -> None:
    """By the answer sheet to a question."""
    reader.tap(page.get_by_role("button", name="答题卡"))
    reader.tap(cell(page, number))
    page.locator(".yx-sheet").wait_for(state="hidden")


def cell(page: Page, number: int) -> Locator:
    return page.locator(".yx-cell").nth(number - 1)


def press(page: Page, name: str) -> None:
    reader.tap(page.locator(".yx-study").get_by_role("button", name=name, exact=True).locator("visible=true").first)


def hand_in(page: Page) -> None:
    """Hands in, whatever is missing."""
    press(page, "交卷")
    reader.tap(page.locator(".yx-foot").get_by_role("button", name="交卷", exact=True))
    outcome(page).wait_for()


def outcome(page: Page) -> Locator:
    """The heading that says how it went."""
    return page.locator(".yx-study > h2.yx-passed, .yx-study > h2.yx-missed")


def unfold(page: Page, title: str) -> None:
    """Opens a part of the outcome."""
    reader.tap(page.locator(".yx-fold > summary", has_text=title))


def exams(page: Page) -> list[dict[str, Any]]:
    return [each for each in reader.logged(page, 0) if each["type"] == "exam"]


def look_over(page: Page, *others: int) -> None:
    """What stands there fits the screen, with the text twice as large too, and axe finds nothing in light and dark.

    It fits in the `others` of these widths as well.
    """
    screen = page.viewport_size
    assert screen
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    assert axe(page) == []
    darken(page)
    assert axe(page, runOnly=["color-contrast"]) == []
    switch_colours(page)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    for width in (*others, screen["width"]):
        page.set_viewport_size({"width": width, "height": screen["height"]})
        for size in ("250%", ""):
            page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
