"""What the reader has just touched stays where it is when the verdict appears."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e import reader
from tests.e2e.reader import KINDS, Item, Step, rightly, wrongly

# Of a recall the reader has the answer before the eyes, which may be longer than the screen.
TOPS = """question => {
  const parts = [...question.querySelectorAll(question.dataset.kind === 'recall' ? '.yx-explain' : '.yx-stem, .yx-option')]
  return parts.map((part) => Math.round(part.getBoundingClientRect().top))
}"""
PAINTED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


@pytest.mark.parametrize("item", KINDS, indirect=True)
def test_the_verdict_moves_nothing(tab: Page, question: Locator, item: Item) -> None:
    for width, steps in [(390, rightly), (320, wrongly), (1366, wrongly)]:
        tab.set_viewport_size({"width": width, "height": 900})
        *before, last = steps(item)
        reader.by_touch(question, before)
        target = reader.target(question, last)
        reader.look_at(target)
        tops = question.evaluate(TOPS)
        reader.tap_here(target)
        expect(question.locator("output")).not_to_be_empty()
        tab.evaluate(PAINTED)
        # A word put beside a blank may make its stem longer, but it begins where it did.
        assert question.evaluate(TOPS) == tops
        reader.by_touch(question, [Step("press", "重做")])


@pytest.mark.parametrize("steps", [rightly, wrongly])
def test_nor_does_it_at_the_end_of_a_page(tab: Page, address: str, one_page: list[Item], steps) -> None:
    item = next(each for each in reversed(one_page) if each["kind"] in ("single", "judge"))
    tab.goto(f"{address}/{item['url']}")
    tab.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    tab.evaluate(PAINTED)
    question = reader.find(tab, item)
    row = reader.row(question, steps(item)[0].text)
    reader.look_at(row)
    before = row.evaluate("e => e.getBoundingClientRect().top")
    reader.tap(row)
    expect(question.locator("output")).not_to_be_empty()
    tab.evaluate(PAINTED)
    assert row.evaluate("e => e.getBoundingClientRect().top") == pytest.approx(before, abs=1)
