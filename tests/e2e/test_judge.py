"""判断：点对或错就是作答，两项的次序从不改变。"""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e import reader
from tests.e2e.reader import Item, Step, rightly, wrongly

pytestmark = pytest.mark.parametrize("item", ["judge"], indirect=True)


@pytest.mark.parametrize(
    ("steps", "result", "verdict"), [(rightly, "right", "答对了。"), (wrongly, "wrong", "答错了，看看原文怎么说。")]
)
def test_one_tap_answers(tab: Page, question: Locator, item: Item, steps, result: str, verdict: str) -> None:
    reader.answer(tab, item, steps)
    expect(question).to_have_attribute("data-result", result)
    expect(question.locator("output")).to_have_text(verdict)
    expect(question.locator(".yx-key")).to_have_text(f"答案：{item['answer']}")


def test_redo_keeps_the_order(tab: Page, question: Locator, item: Item) -> None:
    for _ in range(3):
        assert reader.shown(question) == ["对", "错"]
        reader.answer(tab, item)
        reader.by_touch(question, [Step("press", "重做")])
    assert reader.shown(question) == ["对", "错"]
