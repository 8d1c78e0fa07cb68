"""连线：左右各点一项连成一对，点已连的一项取消。"""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e import reader
from tests.e2e.reader import Item, Step, wrongly

pytestmark = pytest.mark.parametrize("item", ["match"], indirect=True)


def signs(question: Locator, item: Item) -> list[tuple[str, str]]:
    """What is in the circles of each pair of the bank."""
    return [
        (
            reader.row(question, left, 0).locator("b").inner_text(),
            reader.row(question, right, 1).locator("b").inner_text(),
        )
        for left, right in item["pairs"]
    ]


def pair(item: Item, left: int, right: int) -> list[Step]:
    return [Step("choose", item["pairs"][left][0], 0), Step("choose", item["pairs"][right][1], 1)]


def test_the_right_pairs_are_right(tab: Page, question: Locator, item: Item) -> None:
    reader.answer(tab, item)
    expect(question).to_have_attribute("data-result", "right")
    expect(question.locator(".yx-tag")).to_have_text(["连对了"] * 2 * len(item["pairs"]))


def test_wrong_pairs_tell_whole_with_which_each_belongs(tab: Page, question: Locator, item: Item) -> None:
    tab.set_viewport_size({"width": 320, "height": 900})
    reader.answer(tab, item, wrongly)
    expect(question).to_have_attribute("data-result", "wrong")
    for (left, right), (one, other) in zip(item["pairs"], signs(question, item), strict=True):
        expect(reader.row(question, left, 0).locator(".yx-tag")).to_have_text(f"应连另一组的 {other}")
        expect(reader.row(question, right, 1).locator(".yx-tag")).to_have_text(f"应连另一组的 {one}")
    assert question.locator(".yx-tag").evaluate_all("tags => tags.every((tag) => tag.scrollWidth <= tag.clientWidth)")


def test_what_to_do_is_said_before_the_first_tap(tab: Page, question: Locator) -> None:
    expect(question.locator(".yx-how")).to_be_visible()
    expect(question.get_by_role("group").first).to_have_accessible_name(re.compile("左右各点一项连成一对"))


def test_pairs_get_equal_signs_and_a_tap_undoes_one(tab: Page, question: Locator, item: Item) -> None:
    free = [("", "")] * (len(item["pairs"]) - 2)
    reader.by_touch(question, pair(item, 0, 0) + pair(item, 1, 1))
    assert signs(question, item) == [("1", "1"), ("2", "2"), *free]
    expect(question.locator(".yx-said")).to_have_text(f"已连 2 / {len(item['pairs'])}，点已连的一项取消")
    reader.by_touch(question, [Step("choose", item["pairs"][0][1], 1)])
    assert signs(question, item) == [("", ""), ("2", "2"), *free]
    reader.by_touch(question, pair(item, 0, 0))
    assert signs(question, item) == [("1", "1"), ("2", "2"), *free]


def test_it_does_not_matter_which_side_is_tapped_first(tab: Page, question: Locator, item: Item) -> None:
    reader.by_touch(question, pair(item, 0, 0)[::-1])
    assert signs(question, item)[0] == ("1", "1")


def test_a_choice_can_be_changed_before_its_pair_is_made(tab: Page, question: Locator, item: Item) -> None:
    reader.by_touch(question, [Step("choose", item["pairs"][1][0], 0), *pair(item, 0, 0)])
    assert signs(question, item)[:2] == [("1", "1"), ("", "")]


def test_an_unfinished_match_is_not_graded(tab: Page, question: Locator, item: Item) -> None:
    reader.by_touch(question, [*pair(item, 0, 0), Step("press", "提交")])
    expect(question.locator(".yx-said")).to_have_text("还有没连的，左右各点一项连成一对。")
    expect(question.locator("output")).to_have_text("")


def test_redo_unties_everything_and_never_shows_the_pairs_side_by_side(
    tab: Page, question: Locator, item: Item
) -> None:
    lefts, rights = (list(side) for side in zip(*item["pairs"], strict=True))
    for _ in range(4):
        assert reader.shown(question)[: len(lefts)] == lefts
        assert reader.shown(question)[len(lefts) :] != rights
        reader.answer(tab, item)
        reader.by_touch(question, [Step("press", "重做")])
        assert signs(question, item) == [("", "")] * len(lefts)
