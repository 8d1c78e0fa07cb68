"""单选：点一下就是作答。"""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e import reader
from tests.e2e.reader import Item, rightly, wrongly

pytestmark = pytest.mark.parametrize("item", ["single"], indirect=True)

SIGN = "e => getComputedStyle(e, '::before').content"


def test_a_right_answer_is_said_in_words_and_by_a_sign(tab: Page, question: Locator, item: Item) -> None:
    reader.answer(tab, item)
    expect(question).to_have_attribute("data-result", "right")
    verdict = question.get_by_role("status").first
    expect(verdict).to_have_text("答对了。")
    assert verdict.evaluate(SIGN) == '"✓ "'
    own = reader.row(question, reader.texts(item, True)[0])
    expect(own.locator(".yx-tag")).to_have_text("你选的，正确")
    assert own.locator(".yx-tag").evaluate(SIGN) == '"✓ "'
    expect(question.locator(".yx-tag")).to_have_count(1)


def test_a_wrong_answer_shows_the_right_option_and_the_readers_own(tab: Page, question: Locator, item: Item) -> None:
    reader.answer(tab, item, wrongly)
    expect(question).to_have_attribute("data-result", "wrong")
    verdict = question.get_by_role("status").first
    expect(verdict).to_have_text("答错了，看看原文怎么说。")
    assert verdict.evaluate(SIGN) == '"✗ "'
    right = reader.row(question, reader.texts(item, True)[0]).locator(".yx-tag")
    own = reader.row(question, reader.texts(item, False)[0]).locator(".yx-tag")
    expect(right).to_have_text("正确答案")
    expect(own).to_have_text("你选的")
    assert [right.evaluate(SIGN), own.evaluate(SIGN)] == ['"✓ "', '"✗ "']
    expect(question.locator(".yx-tag")).to_have_count(2)


@pytest.mark.parametrize("steps", [rightly, wrongly])
def test_every_answer_ends_with_explanation_and_source(tab: Page, question: Locator, item: Item, steps) -> None:
    expect(question.locator(".yx-explain")).to_be_hidden()
    reader.answer(tab, item, steps)
    expect(question.locator(".yx-explain")).to_be_visible()
    expect(question.locator(".yx-source a").first).to_be_visible()
    expect(question.locator("summary")).to_be_hidden()


def test_an_answer_stands_whatever_is_tapped_afterwards(tab: Page, question: Locator, item: Item) -> None:
    reader.answer(tab, item, wrongly)
    reader.tap(reader.row(question, reader.texts(item, True)[0]))
    expect(reader.row(question, reader.texts(item, False)[0]).locator("input")).to_be_checked()
    expect(question).to_have_attribute("data-result", "wrong")
    assert len(reader.logged(tab, 1)) == 1


def test_redo_forgets_the_answer_and_deals_the_options_anew(tab: Page, question: Locator, item: Item) -> None:
    before = reader.shown(question)
    reader.answer(tab, item, wrongly)
    reader.by_touch(question, [reader.Step("press", "重做")])
    expect(question).not_to_have_attribute("data-result", "wrong")
    expect(question.locator(":checked, .yx-tag, .yx-right, .yx-wrong, [aria-disabled], .yx-tools")).to_have_count(0)
    expect(question.locator("output")).to_have_text("")
    expect(question.locator(".yx-explain")).to_be_hidden()
    assert reader.shown(question) != before
    assert sorted(reader.shown(question)) == sorted(before)
    reader.answer(tab, item)
    expect(question).to_have_attribute("data-result", "right")


def test_the_letter_told_is_the_letter_shown_after_every_redo(tab: Page, question: Locator, item: Item) -> None:
    right = reader.texts(item, True)[0]
    for _ in range(4):
        reader.answer(tab, item)
        letter = "ABCDE"[reader.shown(question).index(right)]
        expect(question.locator(".yx-key")).to_have_text(f"答案：{letter} {right}")
        reader.by_touch(question, [reader.Step("press", "重做")])


def test_an_options_letter_is_in_its_name(tab: Page, question: Locator, item: Item) -> None:
    for _ in range(2):
        rows = question.locator(".yx-option").all()
        for letter, row, text in zip("ABCDE", rows, reader.shown(question), strict=False):
            expect(row.locator("input")).to_have_accessible_name(f"{letter} {text}")
        reader.answer(tab, item)
        reader.by_touch(question, [reader.Step("press", "重做")])


def test_the_row_is_as_tall_as_a_thumb_and_all_of_it_answers(tab: Page, question: Locator, item: Item) -> None:
    option = question.locator(".yx-option").last
    box = option.bounding_box()
    assert box and box["height"] >= 52 and box["width"] > 340
    option.tap(position={"x": box["width"] - 4, "y": box["height"] - 4})
    expect(option.locator("input")).to_be_checked()
