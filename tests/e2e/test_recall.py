"""简答：先在心里答，看了答案自己评判。"""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e import reader
from tests.e2e.reader import Item, Step, rightly, wrongly

pytestmark = pytest.mark.parametrize("item", ["recall"], indirect=True)


@pytest.mark.parametrize(
    ("steps", "result", "verdict"), [(rightly, "right", "记住了。"), (wrongly, "wrong", "没关系，对着原文再看一遍。")]
)
def test_the_reader_judges(tab: Page, question: Locator, item: Item, steps, result: str, verdict: str) -> None:
    reader.answer(tab, item, steps)
    expect(question).to_have_attribute("data-result", result)
    expect(question.locator("output")).to_have_text(verdict)
    for point in item["points"]:
        expect(question.locator(".yx-key")).to_contain_text(point)


def test_there_is_nothing_to_judge_before_the_answer_is_seen(tab: Page, question: Locator, item: Item) -> None:
    expect(question.get_by_role("button")).to_have_count(0)
    reader.by_touch(question, [Step("unfold", "答案与解析")])
    expect(question.get_by_role("button")).to_have_text(["没记住", "记住了"])


def test_looking_alone_is_no_answer(tab: Page, question: Locator, item: Item) -> None:
    reader.by_touch(question, [Step("unfold", "答案与解析")])
    expect(question.get_by_role("button", name="记住了")).to_be_visible()
    reader.by_touch(question, [Step("unfold", "答案与解析")])
    expect(question.locator(".yx-key")).to_be_hidden()
    expect(question.locator("output")).to_have_text("")


def test_redo_folds_the_answer_away_and_asks_again(tab: Page, question: Locator, item: Item) -> None:
    reader.answer(tab, item, wrongly)
    reader.by_touch(question, [Step("press", "重做")])
    expect(question.locator(".yx-key")).to_be_hidden()
    expect(question.get_by_role("button")).to_have_count(0)
    reader.answer(tab, item, rightly)
    expect(question).to_have_attribute("data-result", "right")
