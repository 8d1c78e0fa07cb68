"""Why single options are wrong is told after the answer, by the letters on the screen, and not before."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import reader
from tests.e2e.reader import Item, Step, wrongly


@pytest.fixture
def item(questions: list[Item]) -> Item:
    """The one with the most reasons to tell."""
    shuffled = (each for each in questions if not each["pin"])
    return max(shuffled, key=lambda each: sum(bool(option["why"]) for option in each["options"]))


def test_reasons_follow_the_letters_through_a_redo(tab: Page, address: str, item: Item) -> None:
    tab.goto(f"{address}/{item['url']}")
    question = reader.find(tab, item)
    expect(question.locator(".yx-why").locator("visible=true")).to_have_count(0)
    assert question.locator(".yx-why").count() > 1
    for _ in range(2):
        reader.answer(tab, item, wrongly)
        order = reader.shown(question)
        whys = {option["text"]: option["why"] for option in item["options"] if option["why"]}
        told = [f"{'ABCDE'[at]}{whys[text]}" for at, text in enumerate(order) if text in whys]
        expect(question.locator(".yx-whys > li")).to_have_text(told)
        reader.by_touch(question, [Step("press", "重做")])
        expect(question.locator(".yx-why").locator("visible=true")).to_have_count(0)
