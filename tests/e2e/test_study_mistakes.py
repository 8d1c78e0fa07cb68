"""错题本：哪里错的都在，错得多的、最近错的在前；隔天答对两次才移出。"""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import reader, student
from tests.e2e.reader import Item, rightly, wrongly
from tests.e2e.student import DAY, NOW, in_scope, item_of, open_study, present, press

ROWS = ".yx-mistakes > li"


@pytest.fixture
def page(page: Page) -> Page:
    page.clock.install(time=NOW / 1000)
    return page


def wrong(item: Item, days: int, result: str = "wrong") -> dict[str, object]:
    """An answer some days ago."""
    return reader.entry(item, result, at=NOW - days * DAY, id=f"{item['id']}-{days}-{result}")


def stems(page: Page) -> list[str]:
    page.locator(ROWS).first.wait_for()
    page.wait_for_function(
        "[...document.querySelectorAll('.yx-mistakes summary .yx-stem')].every((e) => e.textContent)"
    )
    return page.locator(f"{ROWS} summary .yx-stem").all_inner_texts()


def stem(page: Page, item: Item) -> str:
    return re.sub(r"\{\{.*?\}\}|_{2,}", "____", item["stem"])


@pytest.fixture
def plain(questions: list[Item]) -> list[Item]:
    """Questions whose stem reads on the page as it does in the bank."""
    return [
        item
        for item in in_scope(questions, "a1")
        if item["kind"] in ("single", "judge") and not re.search(r"[*_`{\\]", item["stem"])
    ]


def test_without_mistakes_it_says_so(page: Page, address: str, questions: list[Item]) -> None:
    open_study(page, address, "mistakes", wrong(questions[0], 1, "right"))
    expect(page.locator("yx-mistakes")).to_contain_text("还没有错题")


def test_when_all_are_put_right_it_says_so(page: Page, address: str, plain: list[Item]) -> None:
    days = [wrong(plain[0], 9), wrong(plain[0], 5, "right"), wrong(plain[0], 3, "right")]
    open_study(page, address, "mistakes", *days)
    expect(page.locator("yx-mistakes")).to_contain_text("错题都清掉了：答错过的 1 题")


def test_many_are_practised_ten_at_a_time(page: Page, address: str, plain: list[Item]) -> None:
    open_study(page, address, "mistakes", *(wrong(item, 1) for item in plain[:12]))
    expect(page.get_by_role("button", name="练全部（12 题）")).to_be_visible()
    press(page, "练十题")
    for _ in range(9):
        student.go_on(page, "跳过")
    press(page, "跳过")
    press(page, "再练 2 题")
    expect(page.locator(".yx-count > [aria-hidden]")).to_have_text("1 / 2")


def test_the_most_often_then_the_most_recently_wrong_come_first(page: Page, address: str, plain: list[Item]) -> None:
    once, recently, often = plain[:3]
    records = [wrong(once, 5), wrong(recently, 1), wrong(often, 9), wrong(often, 8)]
    open_study(page, address, "mistakes", *records)
    assert stems(page) == [often["stem"], recently["stem"], once["stem"]]
    facts = page.locator(f"{ROWS} small").all_inner_texts()
    assert facts[0] == "错 2 次 · 最近：8 天前 · 隔天答对两次就移出"
    assert facts[1].startswith("错 1 次 · 最近：昨天")


def test_it_leaves_only_after_two_separate_days(page: Page, address: str, plain: list[Item]) -> None:
    item, other = plain[:2]
    once = [wrong(item, 9), wrong(item, 3, "right"), wrong(other, 9)]
    open_study(page, address, "mistakes", *once)
    expect(page.locator(ROWS)).to_have_count(2)
    expect(page.locator(ROWS, has_text=item["stem"])).to_contain_text("已对一天，再隔天答对就移出")
    # The same day once more does not do.
    again = wrong(item, 3, "right") | {"id": "again", "at": NOW - 3 * DAY + 1000}
    open_study(page, address, "mistakes", again)
    expect(page.locator(ROWS)).to_have_count(2)
    open_study(page, address, "mistakes", wrong(item, 2, "right"))
    expect(page.locator(ROWS)).to_have_count(1)
    assert stems(page) == [other["stem"]]


def test_a_row_unfolds_into_question_answer_and_source(page: Page, address: str, plain: list[Item]) -> None:
    item = plain[0]
    open_study(page, address, "mistakes", wrong(item, 1))
    reader.tap(page.locator(f"{ROWS} summary").first)
    question = page.locator(f"{ROWS} yx-question")
    expect(question.locator(".yx-explain")).to_be_visible()
    expect(question.locator(".yx-option.yx-right")).to_have_count(1)
    expect(question.locator("fieldset[disabled]")).to_have_count(1)
    question.locator(".yx-source a").first.click()
    expect(page.locator(".clause:target")).to_be_visible()


def test_a_part_or_a_kind_can_be_filtered(page: Page, address: str, questions: list[Item]) -> None:
    here, there = in_scope(questions, "a1-m3")[0], in_scope(questions, "a2-m1")[0]
    open_study(page, address, "mistakes", wrong(here, 1), wrong(there, 2))
    reader.tap(page.get_by_text("筛选"))
    page.get_by_label("范围").select_option("a2")
    expect(page.locator(ROWS)).to_have_count(1)
    expect(page.locator(".yx-total")).to_have_text("选出 1 题，共 2 题")
    page.get_by_label("范围").select_option("g")
    expect(page.locator(".yx-total")).to_have_text("这个范围里没有错题。")
    expect(page.get_by_role("button", name="练错题")).to_have_count(0)


def test_exactly_the_mistakes_are_practised(page: Page, address: str, plain: list[Item], questions: list[Item]) -> None:
    first, second = plain[:2]
    open_study(page, address, "mistakes", wrong(first, 1), wrong(second, 2))
    press(page, "练错题（2 题）")
    assert item_of(page, questions)["id"] == first["id"]
    reader.answer(page, first, rightly)
    press(page, "下一题")
    expect(present(page)).to_have_attribute("id", second["id"])
    page.reload()
    expect(present(page)).to_have_attribute("id", second["id"])
    reader.answer(page, second, wrongly)
    press(page, "完成")
    expect(page.locator(".yx-sum")).to_have_text("练了 2 题，对 1 题。")
    assert {entry["from"] for entry in reader.logged(page, 4)} == {"page", "mistakes"}
    # The reload began the history anew; the list is one tap away all the same.
    press(page, "回到错题本")
    assert stems(page) == [second["stem"], first["stem"]]


def test_all_of_them_can_be_copied_as_text(page: Page, address: str, plain: list[Item]) -> None:
    item = next(each for each in plain if each["kind"] == "single")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_study(page, address, "mistakes", wrong(item, 1))
    press(page, "复制成文字")
    expect(page.locator(".yx-copied")).to_have_text("已复制。")
    words = page.evaluate("navigator.clipboard.readText()")
    assert words.startswith("错题本\n\n1. ")
    for part in (item["stem"], *(option["text"] for option in item["options"]), "答案：", "原文（"):
        assert part in words


def test_where_a_page_may_not_copy_the_text_is_shown(page: Page, address: str, plain: list[Item]) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    open_study(page, address, "mistakes", wrong(plain[0], 1))
    press(page, "复制成文字")
    expect(page.locator(".yx-copied")).to_contain_text("长按选中的文字复制")
    expect(page.get_by_label("要复制的文字")).to_have_value(re.compile(re.escape(plain[0]["stem"])))


def test_they_print_with_answers_and_without_buttons(page: Page, address: str, plain: list[Item]) -> None:
    page.add_init_script("window.print = () => { window.printed = true }")
    open_study(page, address, "mistakes", *(wrong(item, 1) for item in plain[:3]))
    press(page, "打印")
    page.wait_for_function("window.printed")
    page.emulate_media(media="print")
    expect(page.locator(f"{ROWS} .yx-explain")).to_have_count(3)
    for explanation in page.locator(f"{ROWS} .yx-explain").all():
        expect(explanation).to_be_visible()
    expect(page.get_by_role("button", name="打印")).to_be_hidden()
    expect(page.get_by_role("navigation", name="主要栏目")).to_be_hidden()


def test_a_long_list_is_drawn_bit_by_bit_and_printed_whole(page: Page, address: str, questions: list[Item]) -> None:
    page.add_init_script("window.requestIdleCallback = () => 0; window.print = () => { window.printed = true }")
    many = in_scope(questions, "")[:70]
    open_study(page, address, "mistakes", *(wrong(item, 1) for item in many))
    expect(page.locator(".yx-total")).to_contain_text("共 70 题")
    expect(page.locator(ROWS)).to_have_count(20)
    press(page, "打印")
    page.wait_for_function("window.printed")
    expect(page.locator(f"{ROWS} .yx-explain")).to_have_count(70)


def test_all_rows_of_a_long_list_come(page: Page, address: str, questions: list[Item]) -> None:
    many = in_scope(questions, "")[:70]
    open_study(page, address, "mistakes", *(wrong(item, 1) for item in many))
    expect(page.locator(ROWS)).to_have_count(70)
    assert len(set(stems(page))) > 60


def test_wechat_has_no_printer(new_page, address: str, plain: list[Item]) -> None:
    page = new_page(user_agent="Mozilla/5.0 (Linux; Android 14) Chrome/134.0 MicroMessenger/8.0")
    open_study(page, address, "mistakes", wrong(plain[0], 0))
    expect(page.get_by_role("button", name="复制成文字")).to_be_visible()
    expect(page.get_by_role("button", name="打印")).to_have_count(0)
