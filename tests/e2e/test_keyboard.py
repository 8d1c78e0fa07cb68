"""Every kind can be answered by keyboard alone, and no key answers by mistake."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e import reader
from tests.e2e.reader import KINDS, Item, Step, rightly, wrongly

# A link to the question puts the next Tab into it.
FOCUSED = "question => question.contains(document.activeElement)"


@pytest.mark.parametrize("item", KINDS, indirect=True)
@pytest.mark.parametrize("steps", [rightly, wrongly])
def test_tab_arrows_and_space_answer(tab: Page, question: Locator, item: Item, steps) -> None:
    reader.by_keyboard(question, steps(item))
    expect(question).to_have_attribute("data-result", steps.__name__.removesuffix("ly"))
    assert question.evaluate(FOCUSED)


def test_the_keys_pass_by_a_drawer_that_is_shut(tab: Page, address: str) -> None:
    tab.goto(f"{address}/plan/a1/m3/")
    entries = tab.locator(".md-sidebar--primary a[href]")
    for _ in range(30):
        tab.keyboard.press("Tab")
        assert not entries.evaluate_all("links => links.includes(document.activeElement)")
    tab.locator(".md-header label[for=__drawer]").tap()
    expect(entries.filter(has_text="深化“以案促改”工作")).to_be_in_viewport()
    entries.filter(has_text="深化“以案促改”工作").tap()
    expect(tab).to_have_url(f"{address}/plan/a1/m4/")


def test_the_keys_open_the_drawer_and_shut_it(tab: Page, address: str) -> None:
    tab.goto(f"{address}/plan/a1/m3/")
    button = tab.get_by_role("button", name="目录", expanded=False)
    reader.reach(button)
    tab.evaluate("scrollTo(0, 500)")
    tab.keyboard.press("Enter")
    entries = tab.locator(".md-sidebar--primary a[href]")
    expect(entries.first).to_be_focused()
    expect(entries.first).to_be_in_viewport()
    tab.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(entries.first).not_to_be_in_viewport()
    assert tab.evaluate("scrollY") == 500


def test_the_drawer_that_a_finger_opened_is_shut_by_a_key(tab: Page, address: str) -> None:
    tab.goto(f"{address}/")
    button = tab.get_by_role("button", name="目录")
    button.tap()
    expect(button).to_have_attribute("aria-expanded", "true")
    tab.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()


@pytest.mark.parametrize("item", ["single", "judge"], indirect=True)
def test_enter_answers_as_space_does(tab: Page, question: Locator, item: Item) -> None:
    reader.by_keyboard(question, rightly(item), choose="Enter")
    expect(question).to_have_attribute("data-result", "right")


@pytest.mark.parametrize("item", ["blank"], indirect=True)
def test_enter_in_the_last_blank_submits(tab: Page, question: Locator, item: Item) -> None:
    reader.by_keyboard(question, rightly(item)[:-1])
    tab.keyboard.press("Enter")
    expect(question).to_have_attribute("data-result", "right")


@pytest.mark.parametrize("item", ["multiple", "order"], indirect=True)
def test_enter_on_a_box_submits(tab: Page, question: Locator, item: Item) -> None:
    reader.by_keyboard(question, rightly(item)[:-1])
    tab.keyboard.press("Enter")
    expect(question).to_have_attribute("data-result", "right")


@pytest.mark.parametrize("item", ["single", "judge", "match"], indirect=True)
def test_arrows_move_without_choosing(tab: Page, question: Locator, item: Item) -> None:
    tab.keyboard.press("Tab")
    seen = set()
    for key in ["ArrowDown", "ArrowRight", "ArrowDown", "ArrowUp", "ArrowLeft", "ArrowUp", "ArrowUp"]:
        tab.keyboard.press(key)
        seen.add(tab.evaluate("document.activeElement.value"))
    assert len(seen) > 1
    expect(question.locator(":checked")).to_have_count(0)
    expect(question.locator("output")).to_have_text("")


@pytest.mark.parametrize("item", ["single"], indirect=True)
def test_tab_leaves_the_options_after_one_stop(tab: Page, question: Locator, item: Item) -> None:
    tab.keyboard.press("Tab")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Tab")
    assert not question.evaluate(FOCUSED)


@pytest.mark.parametrize("item", ["single", "judge", "multiple", "order"], indirect=True)
def test_a_number_or_letter_chooses_what_stands_at_it(tab: Page, question: Locator, item: Item) -> None:
    wanted = [step.text for step in rightly(item) if step.act == "choose"]
    for signs in ["123456789", "ABCDEFGHI", "abcdefghi"]:
        reader.reach(question.locator("input").first)
        for text in wanted:
            tab.keyboard.press(signs[reader.shown(question).index(text)])
        tab.keyboard.press("Enter")
        expect(question).to_have_attribute("data-result", "right")
        reader.by_keyboard(question, [Step("press", "重做")])


@pytest.mark.parametrize("item", ["single"], indirect=True)
def test_other_keys_answer_nothing(tab: Page, question: Locator, item: Item) -> None:
    tab.keyboard.press("Tab")
    for key in ["Control+a", "Alt+1", "Meta+c", "9", "0", "z", "Shift", "Escape"]:
        tab.keyboard.press(key)
    expect(question.locator(":checked")).to_have_count(0)


@pytest.mark.parametrize("item", ["blank"], indirect=True)
def test_letters_typed_into_a_blank_are_letters(tab: Page, question: Locator, item: Item) -> None:
    tab.keyboard.press("Tab")
    tab.keyboard.type("a1 b2")
    expect(question.locator(".yx-blank").first).to_have_value("a1 b2")


@pytest.mark.parametrize("item", ["single", "multiple", "order"], indirect=True)
def test_keys_change_nothing_once_it_is_graded(tab: Page, question: Locator, item: Item) -> None:
    reader.by_keyboard(question, wrongly(item))
    before = question.inner_text()
    reader.reach(question.locator("input").last)
    for key in ["ArrowUp", "Space", "Enter", "a", "1", "2"]:
        tab.keyboard.press(key)
    assert question.locator(":checked").count() == sum(step.act == "choose" for step in wrongly(item))
    assert question.inner_text() == before


@pytest.mark.parametrize("item", KINDS, indirect=True)
def test_after_the_answer_tab_leads_to_source_redo_and_report(tab: Page, question: Locator, item: Item) -> None:
    reader.by_keyboard(question, rightly(item))
    reader.reach(question.locator(".yx-source a").first)
    reader.by_keyboard(question, [Step("press", "重做")])
    expect(question.locator("output")).to_have_text("")
    # At its beginning, ready to be answered again.
    assert question.evaluate("e => document.activeElement === e.querySelector('input, summary')")
    reader.by_keyboard(question, rightly(item))
    expect(question).to_have_attribute("data-result", "right")


@pytest.mark.parametrize("item", ["single", "multiple", "blank", "recall"], indirect=True)
def test_the_focus_can_be_seen(tab: Page, question: Locator, item: Item) -> None:
    tab.keyboard.press("Tab")
    ring = tab.evaluate(
        """() => {
          const active = document.activeElement
          const row = active.matches('.yx-option > input')
          const { outlineStyle, outlineWidth } = getComputedStyle(row ? active.parentElement.querySelector('span') : active, row ? '::after' : null)
          return `${outlineStyle} ${outlineWidth}`
        }"""
    )
    assert ring == "solid 3px"


@pytest.fixture
def gapped(tab: Page, address: str, questions: list[Item]) -> Locator:
    """A question with several gaps."""
    item = next(each for each in questions if len(each["blanks"]) > 1)
    tab.goto(f"{address}/{item['url']}")
    return reader.find(tab, item)


def test_enter_goes_on_to_the_next_empty_gap_and_submits_when_there_is_none(tab: Page, gapped: Locator) -> None:
    gaps = gapped.locator(".yx-blank")
    gaps.last.focus()
    for gap in gaps.all():
        tab.keyboard.press("Enter")
        # From the last one round to the first, and on.
        expect(gap).to_be_focused()
        expect(gapped.locator("output")).to_be_empty()
        tab.keyboard.insert_text("错")
    tab.keyboard.press("Enter")
    expect(gapped).to_have_attribute("data-result", "wrong")


def test_so_does_the_key_of_a_phone_that_submits_the_form(tab: Page, gapped: Locator) -> None:
    gaps = gapped.locator(".yx-blank")
    gaps.first.focus()
    tab.keyboard.insert_text("错")
    tab.evaluate("document.activeElement.form.requestSubmit()")
    expect(gaps.nth(1)).to_be_focused()
    expect(gapped.locator("output")).to_be_empty()


@pytest.mark.parametrize("last", [{"keyCode": 229}, {"keyCode": 229, "isComposing": True}], ids=["Safari", "others"])
@pytest.mark.parametrize("item", ["blank"], indirect=True)
def test_the_enter_that_takes_a_candidate_answers_nothing(tab: Page, question: Locator, last: dict) -> None:
    for blank in question.locator(".yx-blank").all():
        blank.evaluate(
            """(blank, last) => {
              blank.focus()
              blank.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
              blank.value = 'mei ban nian'
              blank.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }))
              blank.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: 'mei ban nian' }))
              const enter = { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true, ...last }
              blank.dispatchEvent(new KeyboardEvent('keydown', enter))
            }""",
            last,
        )
        expect(blank).to_be_focused()
    expect(question.locator("output")).to_be_empty()
    tab.keyboard.press("Enter")
    expect(question).to_have_attribute("data-result", "wrong")
