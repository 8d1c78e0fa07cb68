"""多选：选好以后提交，一个不多、一个不少才算对。"""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e import reader
from tests.e2e.reader import Item, Step, wrongly

pytestmark = pytest.mark.parametrize("item", ["multiple"], indirect=True)

SUBMIT = Step("press", "提交")


def test_all_of_the_right_ones_and_no_other_are_right(tab: Page, question: Locator, item: Item) -> None:
    reader.answer(tab, item)
    expect(question).to_have_attribute("data-result", "right")
    expect(question.locator(".yx-tag")).to_have_text(["你选的，正确"] * len(item["answer"]))


def test_one_missing_is_wrong_and_is_shown(tab: Page, question: Locator, item: Item) -> None:
    reader.answer(tab, item, wrongly)
    expect(question).to_have_attribute("data-result", "wrong")
    missing = reader.row(question, reader.texts(item, True)[0])
    expect(missing.locator(".yx-tag")).to_have_text("漏选")


def test_one_too_many_is_wrong_and_is_shown(tab: Page, question: Locator, item: Item) -> None:
    extra = reader.texts(item, False)[0]
    reader.answer(tab, item, lambda item: [Step("choose", extra), *reader.rightly(item)])
    expect(question).to_have_attribute("data-result", "wrong")
    expect(reader.row(question, extra).locator(".yx-tag")).to_have_text("你选的")


def test_nothing_is_graded_before_it_is_submitted(tab: Page, question: Locator, item: Item) -> None:
    reader.by_touch(question, [Step("choose", text) for text in reader.texts(item, True)])
    expect(question.locator("[aria-disabled]")).to_have_count(0)
    expect(question.locator("output")).to_have_text("")


def test_a_second_tap_takes_an_option_back(tab: Page, question: Locator, item: Item) -> None:
    extra = Step("choose", reader.texts(item, False)[0])
    reader.answer(tab, item, lambda item: [extra, extra, *reader.rightly(item)])
    expect(question).to_have_attribute("data-result", "right")


def test_submitting_nothing_says_so_in_kind_words(tab: Page, question: Locator, item: Item) -> None:
    submit = question.get_by_role("button", name="提交")
    # Just above the bar: what is said below it would be behind that.
    submit.evaluate("e => scrollBy({ top: e.getBoundingClientRect().bottom - innerHeight + 75, behavior: 'instant' })")
    submit.tap()
    said = question.get_by_role("status").filter(has_text="还没选，选好再提交。")
    expect(said).to_be_visible()
    tab.wait_for_function(
        "e => e.getBoundingClientRect().bottom <= document.querySelector('.yx-bar').getBoundingClientRect().top",
        arg=said.element_handle(),
    )
    expect(question.locator("output")).to_have_text("")
    reader.answer(tab, item)
    expect(question.locator(".yx-said")).to_have_count(0)


def test_letters_told_are_the_letters_shown_in_their_order_after_a_redo(
    tab: Page, question: Locator, item: Item
) -> None:
    for _ in range(3):
        reader.answer(tab, item)
        order = reader.shown(question)
        told = sorted(f"{'ABCDE'[order.index(text)]} {text}" for text in reader.texts(item, True))
        expect(question.locator(".yx-key")).to_have_text(f"答案：{'；'.join(told)}")
        reader.by_touch(question, [Step("press", "重做")])
