"""With JavaScript off every question can be read, and every answer reached."""

import functools
import operator
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import PHONE
from tests.e2e import reader
from tests.e2e.reader import PLAN_PAGES, Item


@pytest.fixture(scope="module")
def _plain(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(**(PHONE | {"java_script_enabled": False}))
    yield context.new_page()
    context.close()


@pytest.fixture
def plain(_plain: Page) -> Page:
    """A browser with JavaScript off, and nothing in it."""
    _plain.goto("about:blank")
    return _plain


@pytest.mark.parametrize("path", PLAN_PAGES)
def test_a_page_tells_questions_and_under_the_fold_answers(
    plain: Page, address: str, path: str, questions: list[Item]
) -> None:
    plain.goto(f"{address}/{path}")
    here = [item for item in questions if item["url"].split("#")[0] == path]
    read = _closed_and_open(plain)
    assert list(read) == [item["id"] for item in here]
    for item in here:
        before, after = read[item["id"]]
        for words in _asked(item):
            assert words in before
        for words in _answered(item):
            assert words in after
        assert _words(item["explain"]) not in before
    expect(plain.locator("yx-question button").locator("visible=true")).to_have_count(0)


@pytest.mark.parametrize("item", reader.KINDS, indirect=True)
def test_the_answer_unfolds_at_a_tap(plain: Page, address: str, item: Item) -> None:
    plain.goto(f"{address}/{item['url']}")
    question = reader.find(plain, item)
    expect(question.locator(".yx-key")).to_be_hidden()
    question.locator("summary").tap()
    expect(question.locator(".yx-key")).to_be_visible()
    expect(question.locator(".yx-explain")).to_be_visible()
    expect(question.locator(".yx-source a").first).to_be_visible()


@pytest.mark.parametrize("item", ["single", "multiple", "judge"], indirect=True)
def test_options_can_be_chosen_and_are_seen_to_be(plain: Page, address: str, item: Item) -> None:
    plain.goto(f"{address}/{item['url']}")
    option = reader.find(plain, item).locator(".yx-option").first
    edge = "e => getComputedStyle(e.querySelector('span'), '::after').borderTopWidth"
    assert option.evaluate(edge) == "1px"
    option.tap()
    expect(option.locator("input")).to_be_checked()
    assert option.evaluate(edge) == "2px"


@pytest.mark.parametrize("path", ["", "study/review/", "glossary/"])
def test_pages_without_questions_say_something_too(plain: Page, address: str, path: str) -> None:
    plain.goto(f"{address}/{path}")
    assert len(plain.locator("article").inner_text()) > 60


TEXTS = """() => [...document.querySelectorAll('yx-question')].map((question) => {
  // Off the screen the browser leaves a question out, for anyone who asks for its text too.
  question.style.contentVisibility = 'visible'
  const before = question.innerText
  question.querySelector('details').open = true
  return [question.id, [before, question.innerText]]
})"""


def _closed_and_open(page: Page) -> dict[str, list[str]]:
    """What can be read of each question before and after its answer is unfolded."""
    return {name: [_words(text) for text in texts] for name, texts in page.evaluate(TEXTS)}


def _asked(item: Item) -> list[str]:
    # In a stem ____ stands for a gap.
    stem = re.split("_{2,}", item["stem"])
    return [
        _words(text)
        for text in [
            *stem,
            *(option["text"] for option in item["options"]),
            *functools.reduce(operator.iadd, item["pairs"], []),
        ]
    ]


def _answered(item: Item) -> list[str]:
    texts = [
        *reader.texts(item, among=True),
        *(accepted[0] for accepted in item["blanks"]),
        *(f"{left}—{right}" for left, right in item["pairs"]),
        *item["points"],
        item["explain"],
        *(quote["text"] for quote in item["quotes"]),
        *([item["answer"]] if item["kind"] == "judge" else []),
    ]
    return [_words(text) for text in texts]


def _words(text: str) -> str:
    """What is read: neither spaces nor the marks of emphasis."""
    return re.sub(r"[\s*`\\]", "", text)
