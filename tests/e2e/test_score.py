"""The page ends with how many were right, and practises again exactly those that were not."""

from playwright.sync_api import Locator, Page, expect

from tests.e2e import reader
from tests.e2e.reader import Item, Step, rightly, wrongly


def total(tab: Page) -> Locator:
    return tab.locator("yx-score .yx-total")


def button(tab: Page, name: str) -> Locator:
    return tab.locator("yx-score").get_by_role("button", name=name)


def test_it_counts_as_the_reader_goes(tab: Page, address: str, one_page: list[Item]) -> None:
    tab.goto(f"{address}/{one_page[0]['url']}")
    expect(total(tab)).to_have_text("")
    expect(tab.locator("yx-score").get_by_role("button")).to_have_count(0)
    left, right = len(one_page), 0
    for item, steps in zip(one_page[:3], [rightly, wrongly, rightly], strict=True):
        question = reader.answer(tab, item, steps)
        left, right = left - 1, right + (steps is rightly)
        expect(total(tab)).to_have_text(f"这次 {len(one_page) - left} 题对 {right} 题，还有 {left} 题")
    reader.by_touch(question, [Step("press", "重做")])
    expect(total(tab)).to_have_text(f"这次 2 题对 1 题，还有 {left + 1} 题")


def test_practice_of_mistakes_asks_the_wrong_ones_and_no_other(tab: Page, address: str, one_page: list[Item]) -> None:
    tab.goto(f"{address}/{one_page[0]['url']}")
    missed = one_page[1::2]
    for item in one_page:
        reader.answer(tab, item, wrongly if item in missed else rightly)
    expect(total(tab)).to_have_text(f"这次 {len(one_page)} 题对 {len(one_page) - len(missed)} 题")
    reader.tap(button(tab, "再练错题"))
    assert _asked(tab) == [item["id"] for item in missed]
    expect(total(tab)).to_have_text(f"再练错题：0 题对 0 题，还有 {len(missed)} 题")
    expect(reader.find(tab, missed[0])).to_be_in_viewport()
    for item in missed[:-1]:
        reader.answer(tab, item)
    expect(button(tab, "再练错题")).to_have_count(0)
    reader.answer(tab, missed[-1], wrongly)
    expect(total(tab)).to_have_text(f"再练错题：{len(missed)} 题对 {len(missed) - 1} 题")
    # Once more, what is still wrong.
    reader.tap(button(tab, "再练错题"))
    assert _asked(tab) == [missed[-1]["id"]]
    reader.answer(tab, missed[-1])
    expect(button(tab, "再练错题")).to_have_count(0)
    reader.tap(button(tab, "回到全部题目"))
    assert _asked(tab) == [item["id"] for item in one_page]
    expect(total(tab)).to_have_text(f"这次 {len(one_page)} 题对 {len(one_page)} 题")


def test_mistakes_can_be_practised_before_the_end_and_left_again(tab: Page, address: str, one_page: list[Item]) -> None:
    tab.goto(f"{address}/{one_page[0]['url']}")
    reader.answer(tab, one_page[0], wrongly)
    reader.tap(button(tab, "再练错题"))
    assert _asked(tab) == [one_page[0]["id"]]
    reader.tap(button(tab, "回到全部题目"))
    assert len(_asked(tab)) == len(one_page)
    expect(total(tab)).to_have_text("")


def test_the_way_on_follows(tab: Page, address: str) -> None:
    tab.goto(f"{address}/plan/a1/m4/")
    reader.tap(tab.locator(".yx-next a").last)
    expect(tab).to_have_url(f"{address}/plan/a2/")


def _asked(tab: Page) -> list[str]:
    return [question.get_attribute("id") or "" for question in tab.locator("yx-question").locator("visible=true").all()]
