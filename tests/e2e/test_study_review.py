"""今日复习：答过的题到时间就回来，每天有限度；没有要复习的，就说下一次是什么时候。"""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import reader, student
from tests.e2e.reader import Item, rightly, wrongly
from tests.e2e.student import DAY, MINUTE, NOW, go_on, in_scope, item_of, open_study, present, press

COUNT = ".yx-count > [aria-hidden]"


@pytest.fixture
def page(page: Page) -> Page:
    page.clock.install(time=NOW / 1000)
    return page


def long_ago(items: list[Item], **fields: object) -> list[dict[str, object]]:
    """Each was answered rightly a year ago, one a minute."""
    return [reader.entry(item, at=NOW - 365 * DAY + number * MINUTE) | fields for number, item in enumerate(items)]


def test_two_taps_lead_from_the_site_to_the_first_answer(page: Page, address: str, questions: list[Item]) -> None:
    items = in_scope(questions, "a1-m3")[:4]
    open_study(page, address, "mistakes", *long_ago(items))
    page.goto(address)
    link = page.get_by_role("link", name="今日复习")
    expect(link).to_contain_text("今日复习 4 题")
    reader.tap(link)
    question = present(page)
    expect(question).to_have_attribute("id", items[0]["id"])
    expect(question).to_be_in_viewport()
    reader.answer(page, items[0], wrongly)
    expect(question).to_have_attribute("data-result", "wrong")


def test_where_nothing_was_ever_answered_the_page_leads_to_practice(page: Page, address: str) -> None:
    page.goto(f"{address}/study/review/")
    expect(page.locator(".yx-state")).to_contain_text("还没有答过题")
    expect(page.get_by_role("link", name="去练习")).to_be_visible()


def test_the_longest_due_comes_first(page: Page, address: str, questions: list[Item]) -> None:
    items = in_scope(questions, "a2")[:3]
    records = long_ago(items)
    records[0]["at"], records[2]["at"] = records[2]["at"], records[0]["at"]
    open_study(page, address, "review", *records)
    for item in reversed(items):
        expect(present(page)).to_have_attribute("id", item["id"])
        press(page, "跳过")
    # What was skipped is still due.
    expect(page.locator(".yx-sum")).to_have_text("3 题都跳过了")
    press(page, "回去做跳过的 3 题")
    expect(present(page)).to_have_attribute("id", items[2]["id"])


def test_the_day_has_a_limit_and_says_so(page: Page, address: str, questions: list[Item]) -> None:
    student_set(page, address, reviewLimit=2)
    open_study(page, address, "review", *long_ago(in_scope(questions, "a1")[:5]))
    expect(page.locator(COUNT)).to_have_text("1 / 2")
    expect(page.locator(".yx-remark")).to_have_text("到时间的有 5 题，今天先复习 2 题。")
    for last in (False, True):
        reader.answer(page, item_of(page, questions), wrongly)
        press(page, "完成") if last else go_on(page, "下一题")
    expect(page.locator(".yx-sum")).to_have_text("复习了 2 题，对 0 题。")
    expect(page.locator(".yx-state")).to_contain_text("今天已经复习了 2 题，到了每天的上限。")
    expect(page.locator(".yx-state")).to_contain_text("下一题：明天（11月25日）。")
    page.reload()
    expect(page.locator(".yx-state")).to_contain_text("到了每天的上限")
    # Another day, another two.
    page.clock.fast_forward(DAY)
    page.goto(f"{address}/study/practice/")
    page.goto(f"{address}/study/review/")
    expect(page.locator(COUNT)).to_have_text("1 / 2")


def test_nothing_due_says_when_the_next_is(page: Page, address: str, questions: list[Item]) -> None:
    item = in_scope(questions, "a1-m3")[0]
    # What was answered today is for tomorrow, however it went.
    open_study(page, address, "review", reader.entry(item, at=NOW - 3 * MINUTE))
    expect(page.locator(".yx-state")).to_contain_text("现在没有要复习的题。")
    expect(page.locator(".yx-state")).to_contain_text("下一题：明天（11月25日）。")
    # Past three in the night it comes by itself, when the day turns at four.
    page.clock.fast_forward(18 * 60 * MINUTE + 53 * MINUTE)
    page.reload()
    expect(page.locator(".yx-state")).to_contain_text("下一题：7 分钟后。")
    page.clock.run_for(7 * MINUTE)
    press(page, "又有 1 题到时间了，接着复习")
    expect(present(page)).to_have_attribute("id", item["id"])


def test_what_was_wrong_comes_back_the_next_day(page: Page, address: str, questions: list[Item]) -> None:
    (item,) = in_scope(questions, "a1-m3")[:1]
    open_study(page, address, "review", *long_ago([item]))
    reader.answer(page, item_of(page, questions), wrongly)
    press(page, "完成")
    expect(page.locator(".yx-state")).to_contain_text("下一题：明天（11月25日）。")
    # What comes next is under the thumb, and stands beside no words.
    expect(page.locator(".yx-end > .yx-foot").get_by_role("link", name="去练习")).to_be_in_viewport()
    expect(page.locator(".yx-actions > .yx-state")).to_have_count(0)
    page.clock.fast_forward(DAY)
    page.reload()
    expect(present(page)).to_have_attribute("id", item["id"])
    expect(present(page)).not_to_have_attribute("data-result", "wrong")


@pytest.mark.parametrize("guessed", [False, True])
def test_a_guess_is_logged_as_one(page: Page, address: str, questions: list[Item], guessed: bool) -> None:
    items = [item for item in in_scope(questions, "a1") if item["kind"] == "judge"][:2]
    open_study(page, address, "review", *long_ago(items))
    item = item_of(page, questions)
    if guessed:
        press(page, "没把握")
        expect(page.get_by_role("button", name="没把握")).to_have_attribute("aria-pressed", "true")
    reader.answer(page, item, rightly)
    entry = next(entry for entry in reader.logged(page, 3) if entry["from"] == "review")
    assert (entry["question"], entry["result"], entry["version"]) == (item["id"], "right", item["version"])
    assert entry.get("sure") is (False if guessed else None)
    # It holds for one question.
    press(page, "下一题")
    expect(present(page)).not_to_have_attribute("id", item["id"])
    expect(page.get_by_role("button", name="没把握")).to_have_attribute("aria-pressed", "false")


def test_a_guess_comes_back_sooner(page: Page, address: str, questions: list[Item]) -> None:
    guess, known = in_scope(questions, "a1-m3")[:2]
    records = [
        reader.entry(item, at=NOW - days * DAY, id=f"{item['id']}-{days}")
        for item in (guess, known)
        for days in (40, 39)
    ]
    last = [
        reader.entry(guess, at=NOW - 20 * DAY, id="guess", sure=False),
        reader.entry(known, at=NOW - 20 * DAY, id="known"),
    ]
    open_study(page, address, "review", *records, *last)
    present(page).or_(page.locator(".yx-state")).first.wait_for()
    due = page.evaluate(
        "ids => ids.map((id) => document.querySelector('yx-review').app.schedule.card(id).due)",
        [guess["id"], known["id"]],
    )
    assert due[0] < due[1]


def test_an_answer_to_what_has_changed_since_counts_for_nothing(
    page: Page, address: str, questions: list[Item]
) -> None:
    items = in_scope(questions, "a1-m3")[:2]
    open_study(page, address, "review", *long_ago(items[:1], version="00000000"), *long_ago(items[1:]))
    expect(page.locator(COUNT)).to_have_text("1 / 1")
    expect(present(page)).to_have_attribute("id", items[1]["id"])


def test_answers_in_another_tab_are_seen(page: Page, address: str, questions: list[Item]) -> None:
    open_study(page, address, "review")
    expect(page.locator(".yx-state")).to_contain_text("还没有答过题")
    other = page.context.new_page()
    item = in_scope(questions, "a1-m3")[0]
    other.goto(f"{address}/{item['url']}")
    reader.answer(other, item)
    expect(page.locator(".yx-state")).to_contain_text("下一题：明天（11月25日）")


def student_set(page: Page, address: str, **settings: object) -> None:
    page.goto(f"{address}/study/mistakes/")
    student.set_settings(page, **settings)
