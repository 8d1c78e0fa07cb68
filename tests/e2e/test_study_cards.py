"""背题：题目和答案一起看，左右翻，记得翻到哪里；不作答，也就不记录。"""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import reader
from tests.e2e.reader import KINDS, Item
from tests.e2e.student import in_scope, open_study, present, press, start

COUNT = ".yx-count > [aria-hidden]"


@pytest.mark.parametrize("kind", KINDS)
def test_question_and_answer_stand_together(tab: Page, address: str, questions: list[Item], kind: str) -> None:
    open_study(tab, address, "cards")
    tab.get_by_role("button", name="开始").wait_for()
    words = tab.evaluate("kind => window.yanxiIndex.kinds[kind]", kind)
    start(tab, "", (words,))
    question = present(tab)
    expect(question.locator(".yx-stem")).to_be_visible()
    for part in (".yx-key", ".yx-explain", ".yx-source"):
        expect(question.locator(part).first).to_be_visible()
    # Nothing can be answered.
    expect(question.locator("fieldset[disabled]")).to_have_count(1)
    expect(question.locator(".yx-submit")).to_have_count(0 if kind in ("single", "judge", "recall") else 1)
    for submit in question.locator(".yx-submit").all():
        expect(submit).to_be_hidden()
    expect(question.locator("summary")).to_be_hidden()
    item = next(each for each in in_scope(questions, "") if each["kind"] == kind)
    if kind == "multiple":
        assert question.locator(".yx-option.yx-right").count() == len(item["answer"])
    if kind == "blank":
        assert [blank.input_value() for blank in question.locator(".yx-blank").all()] == [
            accepted[0] for accepted in item["blanks"]
        ]
    if kind == "order":
        texts = [option["text"] for option in item["options"]]
        shown = question.locator(".yx-option").all()
        assert {int(row.locator("b").inner_text()): row.locator("span").inner_text() for row in shown} == dict(
            enumerate(texts, 1)
        )
    if kind == "match":
        rows = {}
        for row in question.locator(".yx-option").all():
            rows.setdefault(row.locator("b").inner_text(), []).append(row.locator("span").inner_text())
        assert sorted(map(tuple, rows.values())) == sorted(map(tuple, item["pairs"]))


def swipe(page: Page, across: int, down: int = 0) -> None:
    """A finger moves over the card."""
    devtools = page.context.new_cdp_session(page)
    x, y = 200, 300
    devtools.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for part in (1, 2, 3, 4):
        point = {"x": x + across * part / 4, "y": y + down * part / 4}
        devtools.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
    devtools.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    devtools.detach()


def test_a_swipe_turns_the_card(tab: Page, address: str, questions: list[Item]) -> None:
    open_study(tab, address, "cards")
    start(tab, "a1")
    second, third = (item["id"] for item in in_scope(questions, "a1")[1:3])
    swipe(tab, -120)
    expect(present(tab)).to_have_attribute("id", second)
    swipe(tab, -120)
    expect(present(tab)).to_have_attribute("id", third)
    swipe(tab, 120)
    expect(present(tab)).to_have_attribute("id", second)
    # Scrolling and a trembling finger turn nothing.
    swipe(tab, -80, -160)
    swipe(tab, -30)
    expect(present(tab)).to_have_attribute("id", second)
    expect(tab.locator(COUNT)).to_have_text(f"2 / {len(in_scope(questions, 'a1'))}")


def test_arrow_keys_turn_the_card(tab: Page, address: str, questions: list[Item]) -> None:
    open_study(tab, address, "cards")
    start(tab, "a1")
    first, second = (item["id"] for item in in_scope(questions, "a1")[:2])
    tab.keyboard.press("ArrowLeft")
    expect(present(tab)).to_have_attribute("id", first)
    tab.keyboard.press("ArrowRight")
    expect(present(tab)).to_have_attribute("id", second)
    expect(present(tab).locator(".yx-stem")).to_be_focused()
    tab.keyboard.press("ArrowLeft")
    expect(present(tab)).to_have_attribute("id", first)


def test_it_remembers_its_place(tab: Page, address: str, questions: list[Item]) -> None:
    open_study(tab, address, "cards")
    start(tab, "a1", ("单选",))
    press(tab, "下一题")
    press(tab, "下一题")
    expect(tab.locator(COUNT)).to_contain_text("3 / ")
    there = present(tab).get_attribute("id")
    tab.reload()
    expect(present(tab)).to_have_attribute("id", there)
    tab.goto(f"{address}/study/cards/")
    reader.tap(tab.get_by_role("link", name="继续：政治建设 · 单选"))
    expect(present(tab)).to_have_attribute("id", there)
    assert reader.logged(tab, 0) == []


def test_the_last_card_says_so(tab: Page, address: str, questions: list[Item]) -> None:
    open_study(tab, address, "cards")
    start(tab, "a1-m3", ("判断",))
    total = len([item for item in in_scope(questions, "a1-m3") if item["kind"] == "judge"])
    for _ in range(total - 1):
        press(tab, "下一题")
    press(tab, "完成")
    expect(tab.locator(".yx-sum")).to_have_text(f"{total} 题都看完了。")
    press(tab, "从头看")
    expect(tab.locator(COUNT)).to_have_text(f"1 / {total}")
