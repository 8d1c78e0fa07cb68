"""Every answer is logged once, on the device, and told to the reader who comes back. What storage does is nobody's trouble."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e import reader
from tests.e2e.reader import Item, Step, rightly, wrongly

single = pytest.mark.parametrize("item", ["single"], indirect=True)

REFUSED = "这台设备不让网页保存记录，本次答题只在当前页面有效。"

FULL = "存储空间满了，新的记录还没存进去；请腾出空间，别清理浏览器。"


@pytest.mark.parametrize("item", ["single", "blank", "recall"], indirect=True)
@pytest.mark.parametrize("steps", [rightly, wrongly])
def test_an_answer_is_one_entry(tab: Page, question: Locator, item: Item, steps) -> None:
    before = tab.evaluate("Date.now()")
    reader.answer(tab, item, steps)
    (line,) = reader.logged(tab, 1)
    after = tab.evaluate("Date.now()")
    assert line.pop("id")
    assert before <= line.pop("at") <= after
    assert 0 < line.pop("ms") < 60_000
    assert line == {
        "type": "answer",
        "document": "plan",
        "offset": 480,
        "question": item["id"],
        "version": item["version"],
        "result": steps.__name__.removesuffix("ly"),
        "from": "page",
    }


def test_its_time_begins_when_it_comes_into_sight(tab: Page, address: str, one_page: list[Item]) -> None:
    item = [item for item in one_page if item["kind"] == "single"][-1]
    tab.goto(f"{address}/{item['url'].split('#')[0]}")
    tab.wait_for_function("performance.now() > 1500")
    before = tab.evaluate("performance.now()")
    reader.answer(tab, item)
    (line,) = reader.logged(tab, 1)
    assert line["ms"] <= tab.evaluate("performance.now()") - before


@single
def test_a_redone_question_is_another_entry_with_a_time_of_its_own(tab: Page, question: Locator, item: Item) -> None:
    reader.answer(tab, item, wrongly)
    reader.by_touch(question, [Step("press", "重做")])
    reader.answer(tab, item)
    lines = sorted(reader.logged(tab, 2), key=lambda line: line["at"])
    assert [line["result"] for line in lines] == ["wrong", "right"]
    assert lines[0]["id"] != lines[1]["id"]
    assert lines[1]["ms"] <= lines[1]["at"] - lines[0]["at"] + 1


@single
def test_an_answer_is_kept_though_the_reader_goes_on_at_once(
    tab: Page, question: Locator, address: str, item: Item
) -> None:
    reader.remember(tab)
    reader.answer(tab, item)
    reader.tap(tab.locator(".yx-next a").last)
    tab.wait_for_url("**/plan/a1/")
    assert [line["question"] for line in reader.logged(tab, 1)] == [item["id"]]


@single
@pytest.mark.parametrize("then", ["location.reload()", "location.href = '/'"])
def test_an_answer_is_kept_though_the_page_is_gone_in_the_same_moment(
    tab: Page, question: Locator, address: str, item: Item, then: str
) -> None:
    with tab.expect_navigation():
        tab.evaluate(f"id => {{ document.getElementById(id).querySelector('input').click(); {then} }}", item["id"])
    tab.goto(f"{address}/study/me/")
    assert [line["question"] for line in reader.logged(tab, 1)] == [item["id"]]
    expect(tab.locator(".yx-progress-list > li").first).to_contain_text(re.compile(r"做过\s*1 /"))
    tab.wait_for_function("!Object.keys(localStorage).some((key) => key.startsWith('yanxi / new.'))")
    tab.reload()
    tab.locator(".yx-progress-list").wait_for()
    assert len(reader.logged(tab, 1)) == 1


@single
def test_a_returning_reader_sees_how_it_went_last_time(tab: Page, question: Locator, item: Item) -> None:
    height = "e => e.querySelector('.yx-meta').getBoundingClientRect().height"
    before = question.evaluate(height)
    expect(question.locator(".yx-last")).to_have_count(0)
    reader.answer(tab, item, wrongly)
    reader.logged(tab, 1)
    tab.reload()
    expect(question.locator(".yx-last")).to_have_text("上次答错 · 今天")
    assert question.evaluate(height) == before
    expect(tab.locator(".yx-last")).to_have_count(1)
    expect(tab.locator("[data-result], yx-question :checked")).to_have_count(0)


@single
def test_a_question_that_was_changed_since_says_so(tab: Page, question: Locator, item: Item) -> None:
    reader.remember(tab, reader.entry(item, version="0ld0ld00"))
    tab.reload()
    expect(question.locator(".yx-last")).to_have_text("上次答过，题目已修订")


@single
def test_records_that_make_no_sense_disturb_nothing(tab: Page, question: Locator, item: Item) -> None:
    reader.remember(
        tab,
        reader.entry(item, result="wrong", at=1),
        {"id": "1"},
        {"id": "2", "type": "answer", "question": item["id"]},
        {"id": "3", "type": "answer", "question": {"a": 1}, "at": "now"},
        reader.entry(item, id="4", result="perhaps"),
        reader.entry(item, id="5", at="gestern"),
        reader.entry(item, id="6", type="from a later version"),
        {"id": 7, "question": item["id"]},
    )
    tab.reload()
    expect(question.locator(".yx-last")).to_contain_text("上次答错")
    reader.answer(tab, item)
    expect(question).to_have_attribute("data-result", "right")
    assert len(reader.logged(tab, 9)) == 9
    expect(tab.locator(".yx-notice")).to_have_count(0)


@single
def test_two_tabs_write_one_log(page: Page, address: str, item: Item, one_page: list[Item]) -> None:
    other_item = next(each for each in one_page if each["kind"] == "judge")
    other = page.context.new_page()
    for each in (page, other):
        each.goto(f"{address}/{item['url']}")
    reader.answer(page, item)
    reader.answer(other, other_item)
    reader.answer(page, other_item)
    lines = reader.logged(other, 3)
    assert sorted(line["question"] for line in lines) == sorted([item["id"], other_item["id"], other_item["id"]])
    expect(page.locator(".yx-notice")).to_have_count(0)


@single
@pytest.mark.parametrize(
    "refusal",
    [
        "indexedDB.open = () => { throw new DOMException('no', 'SecurityError') }",
        """indexedDB.open = () => {
          const request = new EventTarget()
          setTimeout(() => {
            request.error = new DOMException('no', 'UnknownError')
            request.dispatchEvent(new Event('error'))
          })
          return request
        }""",
        "Object.defineProperty(window, 'indexedDB', { value: undefined })",
        "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError') } })",
    ],
    ids=["throws", "fails", "undefined", "forbidden"],
)
def test_where_storage_is_refused_the_page_says_so_and_grades(
    new_page: Callable[..., Page], address: str, item: Item, refusal: str
) -> None:
    page = new_page()
    page.add_init_script(refusal)
    page.goto(f"{address}/{item['url']}")
    expect(page.get_by_role("status").filter(has_text=REFUSED)).to_have_count(1)
    reader.answer(page, item)
    question = reader.find(page, item)
    expect(question).to_have_attribute("data-result", "right")
    reader.by_touch(question, [Step("press", "重做")])
    reader.answer(page, item, wrongly)
    expect(page.locator(".yx-notice")).to_contain_text(REFUSED)
    page.goto(f"{address}/")
    expect(page.locator(".yx-notice")).to_contain_text(REFUSED)
    expect(page.locator("yx-progress").first).to_have_text("记录暂时读不出来")


def test_storage_that_fills_up_on_the_way_is_admitted(page: Page, address: str, one_page: list[Item]) -> None:
    page.add_init_script(
        "IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError') }"
    )
    item = next(each for each in one_page if each["kind"] == "single")
    page.goto(f"{address}/{item['url']}")
    reader.answer(page, item)
    expect(page.locator(".yx-notice")).to_have_text(FULL)
