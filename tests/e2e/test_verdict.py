"""After an answer the verdict and the first line of the explanation are in sight, and nothing has to be scrolled for it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e import reader
from tests.e2e.reader import KINDS, Item, Step, rightly, wrongly

PHONES = {
    "phone": ({"width": 390, "height": 844}, 18, False),
    "small phone": ({"width": 320, "height": 568}, 18, False),
    "small phone, large mode": ({"width": 320, "height": 568}, 18, True),
    "small phone, largest type": ({"width": 320, "height": 568}, 30, True),
}

# What the parts that stay on the screen leave of it, and where verdict and the explanation's first line are.
SIGHT = """async question => {
  const box = (part) => part.getBoundingClientRect()
  const verdict = question.querySelector('output'), explain = question.querySelector('.yx-explain')
  for (let still = 0; still < 9; ) {
    const before = box(verdict).top
    await new Promise(requestAnimationFrame)
    still = box(verdict).top === before ? still + 1 : 0
  }
  return {
    from: box(document.querySelector('.md-header')).bottom,
    to: box(document.querySelector('.yx-bar')).top,
    top: box(verdict).top,
    bottom: box(explain).top + parseFloat(getComputedStyle(explain).lineHeight),
  }
}"""

# Its foot stands where the bar begins.
JUST_ABOVE_THE_BAR = """async thing => {
  const foot = () => thing.getBoundingClientRect().bottom - document.querySelector('.yx-bar').getBoundingClientRect().top
  for (let patience = 20; patience && Math.abs(foot() + 2) > 1; patience--) {
    scrollBy({ top: foot() + 2, behavior: 'instant' })
    await new Promise(requestAnimationFrame)
  }
}"""


def held(tab: Page, address: str, item: Item, phone: str) -> Locator:
    """The question on a phone of this size, with the reader's settings."""
    size, pixels, large = PHONES[phone]
    tab.set_viewport_size(size)
    tab.goto(f"{address}/{item['url']}")
    tab.evaluate(
        """([pixels, large]) => {
          document.documentElement.style.setProperty('--yx-scale', pixels / 18)
          document.documentElement.classList.toggle('yx-large', large)
        }""",
        [pixels, large],
    )
    return reader.find(tab, item)


def is_in_sight(question: Locator) -> None:
    sight = question.evaluate(SIGHT)
    assert sight["from"] <= sight["top"] + 0.5, sight
    assert sight["bottom"] <= sight["to"] + 0.5, sight


@pytest.mark.parametrize("phone", PHONES)
@pytest.mark.parametrize("item", KINDS, indirect=True)
def test_the_verdict_is_in_sight(tab: Page, address: str, item: Item, phone: str) -> None:
    question = held(tab, address, item, phone)
    *before, last = wrongly(item)
    reader.by_touch(question, before)
    target = reader.target(question, last)
    if item["kind"] != "recall":
        target.evaluate(JUST_ABOVE_THE_BAR)
    reader.tap_here(target)
    expect(question.locator("output")).not_to_be_empty()
    is_in_sight(question)


@pytest.mark.parametrize("phone", ["phone", "small phone"])
def test_so_it_is_for_every_single_and_judge(tab: Page, address: str, one_page: list[Item], phone: str) -> None:
    items = [item for item in one_page if item["kind"] in ("single", "judge")]
    for item in items:
        question = held(tab, address, item, phone)
        last = question.locator(".yx-option").last
        last.evaluate(JUST_ABOVE_THE_BAR)
        reader.tap_here(last)
        is_in_sight(question)


@pytest.mark.parametrize("item", ["single"], indirect=True)
def test_nothing_moves_where_it_is_in_sight_already(tab: Page, question: Locator, item: Item) -> None:
    question.evaluate("question => scrollTo(0, question.offsetTop)")
    option = question.locator(".yx-option").first
    before = option.bounding_box()
    reader.tap_here(option)
    is_in_sight(question)
    assert option.bounding_box()["y"] == before["y"]


@pytest.mark.parametrize("item", ["single"], indirect=True)
def test_it_goes_there_at_once_for_who_wants_no_motion(new_page, address: str, item: Item) -> None:
    page = new_page(reduced_motion="reduce")
    question = held(page, address, item, "small phone")
    last = question.locator(".yx-option").last
    last.evaluate(JUST_ABOVE_THE_BAR)
    page.evaluate("() => { scrollBy = ({ behavior }) => { window.behavior = behavior } }")
    reader.tap_here(last)
    page.wait_for_function("window.behavior")
    assert page.evaluate("behavior") == "auto"


@pytest.mark.parametrize("phone", PHONES)
@pytest.mark.parametrize("item", ["recall"], indirect=True)
def test_the_readers_judgement_is_under_the_thumb(tab: Page, address: str, item: Item, phone: str) -> None:
    question = held(tab, address, item, phone)
    # An answer longer than any screen.
    question.locator(".yx-key").evaluate("key => key.append('一岗双责，'.repeat(200))")
    reader.by_touch(question, [Step("unfold", "答案与解析")])
    for name in ["没记住", "记住了"]:
        button = question.get_by_role("button", name=name, exact=True)
        box, bar = button.bounding_box(), tab.locator(".yx-bar").bounding_box()
        assert bar["y"] - 60 < box["y"] + box["height"] <= bar["y"]
    # The beginning of the answer is there as well.
    expect(question.locator("summary")).to_be_in_viewport()
    reader.tap_here(button)
    is_in_sight(question)


@pytest.mark.parametrize("item", KINDS, indirect=True)
@pytest.mark.parametrize("steps", [rightly, wrongly])
def test_one_thing_is_said_after_an_answer(tab: Page, question: Locator, item: Item, steps: Callable) -> None:
    *before, last = steps(item)
    reader.by_touch(question, before)
    target = reader.target(question, last)
    reader.look_at(target)
    tab.evaluate(
        """() => {
          window.said = []
          const live = '[aria-live]:not([aria-live=off]), :is([role=status], [role=alert], output):not([aria-live])'
          new MutationObserver((changes) => {
            for (const { target } of changes) {
              const region = (target.nodeType === 1 ? target : target.parentElement)?.closest(live)
              if (region && region.textContent.trim()) said.push(region.textContent)
            }
          }).observe(document.body, { subtree: true, childList: true, characterData: true })
          document.addEventListener('focusin', ({ target }) => target.matches('output') && said.push(target.textContent))
        }"""
    )
    reader.tap(target)
    expect(tab.locator("yx-score .yx-total")).not_to_be_empty()
    is_in_sight(question)
    assert tab.evaluate("said") == [question.locator("output").inner_text()]
