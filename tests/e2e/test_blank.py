"""填空：写法不同、意思相同的都算对；宽窄、空格、标点不计。"""

import unicodedata

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e import reader
from tests.e2e.reader import Item, Step, wrongly


def typed(*words: str) -> list[Step]:
    return [*(Step("type", word) for word in words), Step("press", "提交")]


@pytest.mark.parametrize("item", ["blank"], indirect=True)
@pytest.mark.parametrize(
    "dress",
    [
        lambda word: word,
        lambda word: f"  {word[:1]} {word[1:]}　",
        lambda word: f"“{word}”。",
        lambda word: f"《{word[:1]}，{word[1:]}》",
        lambda word: unicodedata.normalize("NFKC", word).upper(),
    ],
    ids=["as it is", "spaces", "quotation marks", "punctuation", "half width"],
)
def test_the_right_words_are_right_however_they_are_set(tab: Page, question: Locator, item: Item, dress) -> None:
    reader.answer(tab, item, lambda item: typed(*(dress(accepted[0]) for accepted in item["blanks"])))
    expect(question).to_have_attribute("data-result", "right")


def test_every_alternative_is_right(tab: Page, address: str, questions: list[Item]) -> None:
    item = next(each for each in questions if any(len(accepted) > 1 for accepted in each["blanks"]))
    tab.goto(f"{address}/{item['url']}")
    for words in _combinations(item["blanks"]):
        reader.answer(tab, item, lambda item, words=words: typed(*words))
        expect(reader.find(tab, item)).to_have_attribute("data-result", "right")
        reader.by_touch(reader.find(tab, item), [Step("press", "重做")])


def test_full_width_digits_are_digits(tab: Page, address: str, questions: list[Item]) -> None:
    item = next(each for each in questions if any(accepted[0].isdecimal() for accepted in each["blanks"]))
    tab.goto(f"{address}/{item['url']}")
    words = [accepted[0].translate({ord("0") + n: ord("０") + n for n in range(10)}) for accepted in item["blanks"]]
    reader.answer(tab, item, lambda item: typed(*words))
    expect(reader.find(tab, item)).to_have_attribute("data-result", "right")


@pytest.mark.parametrize("typed_number", ["15条", "１５ 條", "十五條。", "十五"])
def test_a_number_may_bring_its_measure_word_and_traditional_characters_are_forgiven(
    tab: Page, address: str, questions: list[Item], typed_number: str
) -> None:
    item = next(each for each in questions if ["15", "十五"] in each["blanks"])
    tab.goto(f"{address}/{item['url']}")
    reader.answer(tab, item, lambda item: typed("要求", typed_number))
    expect(reader.find(tab, item)).to_have_attribute("data-result", "right")


def test_gaps_in_any_order_take_each_value_once(tab: Page, address: str, questions: list[Item]) -> None:
    item = next(each for each in questions if each["any_order"])
    (one,), (other,) = item["blanks"]
    tab.goto(f"{address}/{item['url']}")
    question = reader.find(tab, item)
    expect(question.locator(".yx-stem")).to_contain_text("次序不限")
    reader.answer(tab, item, lambda item: typed(other, one))
    expect(question).to_have_attribute("data-result", "right")
    reader.by_touch(question, [Step("press", "重做")])
    reader.answer(tab, item, lambda item: typed(other, other))
    expect(question).to_have_attribute("data-result", "wrong")
    expect(question.locator(".yx-fill")).to_have_text(["", f"应填“{one}”"])


@pytest.mark.parametrize("item", ["blank"], indirect=True)
def test_a_wrong_word_stays_and_the_right_one_stands_beside_it(tab: Page, question: Locator, item: Item) -> None:
    reader.answer(tab, item, wrongly)
    expect(question).to_have_attribute("data-result", "wrong")
    expect(question.locator(".yx-blank").first).to_have_value("都不是")
    expect(question.locator(".yx-fill")).to_have_text([f"应填“{accepted[0]}”" for accepted in item["blanks"]])


@pytest.mark.parametrize("item", ["blank"], indirect=True)
@pytest.mark.parametrize("word", ["　", "。，"])
def test_a_blank_with_nothing_in_it_but_spaces_or_marks_is_not_right(
    tab: Page, question: Locator, item: Item, word: str
) -> None:
    reader.answer(tab, item, lambda item: typed(*(word for _ in item["blanks"])))
    expect(question).to_have_attribute("data-result", "wrong")


@pytest.mark.parametrize("item", ["blank"], indirect=True)
def test_an_empty_blank_is_not_graded(tab: Page, question: Locator, item: Item) -> None:
    reader.by_touch(question, [Step("press", "提交")])
    expect(question.locator(".yx-said")).to_have_text("还有空没填，填好再提交。")
    expect(question.locator("output")).to_have_text("")


@pytest.mark.parametrize("item", ["blank"], indirect=True)
def test_after_the_answer_nothing_more_can_be_typed(tab: Page, question: Locator, item: Item) -> None:
    reader.answer(tab, item, wrongly)
    reader.tap(question.locator(".yx-blank").first)
    tab.keyboard.type("再来")
    expect(question.locator(".yx-blank").first).to_have_value("都不是")


@pytest.mark.parametrize("item", ["blank"], indirect=True)
def test_redo_empties_the_blanks(tab: Page, question: Locator, item: Item) -> None:
    reader.answer(tab, item, wrongly)
    reader.by_touch(question, [Step("press", "重做")])
    for blank in question.locator(".yx-blank").all():
        expect(blank).to_have_value("")
    expect(question.locator(".yx-fill, .yx-wrong")).to_have_count(0)
    reader.answer(tab, item)
    expect(question).to_have_attribute("data-result", "right")


def _combinations(blanks: list[list[str]]) -> list[list[str]]:
    """Every alternative at least once."""
    most = max(map(len, blanks))
    return [[accepted[min(at, len(accepted) - 1)] for accepted in blanks] for at in range(most)]
