"""The home page knows how far the reader is, and where to go on."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e import reader
from tests.e2e.reader import Item, Step, wrongly


def row(tab: Page, scope: str) -> Locator:
    return tab.locator(f"yx-progress[data-scope='{scope}']")


def count(questions: list[Item], scope: str) -> int:
    return sum(item["provision"] == scope or item["provision"].startswith(f"{scope}-") for item in questions)


def test_a_new_reader_is_offered_a_start_and_nothing_to_resume(tab: Page, address: str, questions: list[Item]) -> None:
    tab.goto(f"{address}/")
    for scope in ["s1", "a1", "a2", "g"]:
        expect(row(tab, scope)).to_have_text(f"共 {count(questions, scope)} 题，还没有答")
    expect(tab.locator(".yx-resume")).to_be_hidden()
    tab.get_by_role("link", name="开始学习").tap()
    expect(tab).to_have_url(f"{address}/plan/")


def test_answers_count_for_their_area_and_lead_back(tab: Page, address: str, questions: list[Item]) -> None:
    first, second, third = (
        next(each for each in questions if each["provision"] == name and each["kind"] == "single")
        for name in ("a1-m1", "a1-m4", "g-m2")
    )
    answers = [(first, reader.rightly), (second, wrongly), (third, reader.rightly)]
    for number, (item, steps) in enumerate(answers, 1):
        tab.goto(f"{address}/{item['url']}")
        reader.answer(tab, item, steps)
        reader.logged(tab, number)
    tab.goto(f"{address}/")
    expect(row(tab, "a1")).to_have_text(f"已答 2 / {count(questions, 'a1')} 题，答对 1 题")
    expect(row(tab, "g")).to_have_text(f"已答 1 / {count(questions, 'g')} 题，答对 1 题")
    expect(row(tab, "a2")).to_contain_text("还没有答")
    resume = tab.get_by_role("link", name="继续：")
    resume.tap()
    expect(tab).to_have_url(f"{address}/plan/g/m2/")


def test_an_area_page_tells_the_same(tab: Page, address: str, questions: list[Item]) -> None:
    item = next(each for each in questions if each["provision"] == "a1-m1")
    tab.goto(f"{address}/plan/a1/")
    reader.remember(tab, reader.entry(item))
    tab.reload()
    expect(row(tab, "a1")).to_have_text(f"已答 1 / {count(questions, 'a1')} 题，答对 1 题")


@pytest.mark.parametrize("name", ["a9-m9-q99", "constructor", "__proto__", "a1-m1-q99", "<img src=x onerror=alert(1)>"])
def test_answers_to_questions_that_are_gone_are_passed_over(
    tab: Page, address: str, questions: list[Item], name: str
) -> None:
    item = questions[0]
    tab.goto(f"{address}/")
    reader.remember(tab, reader.entry(item, id="now", question=name, at=1_800_000_000_000), reader.entry(item))
    tab.reload()
    expect(tab.get_by_role("link", name="继续：")).to_have_attribute("href", "plan/")
    expect(row(tab, "a1")).to_contain_text("还没有答")
    assert not tab.locator("article img").count()


def test_an_answer_to_an_older_version_does_not_count(tab: Page, address: str, questions: list[Item]) -> None:
    item = next(each for each in questions if each["provision"] == "a2-m1")
    tab.goto(f"{address}/")
    reader.remember(tab, reader.entry(item, version="0ld0ld00"))
    tab.reload()
    expect(tab.get_by_role("link", name="继续：")).to_be_visible()
    expect(row(tab, "a2")).to_contain_text("还没有答")


def test_back_from_a_question_home_shows_the_answer(tab: Page, address: str, questions: list[Item]) -> None:
    item = next(each for each in questions if each["provision"] == "a1-m1" and each["kind"] == "single")
    tab.goto(f"{address}/")
    expect(row(tab, "a1")).to_contain_text("还没有答")
    tab.goto(f"{address}/{item['url']}")
    reader.answer(tab, item)
    reader.logged(tab, 1)
    tab.go_back()
    expect(row(tab, "a1")).to_contain_text("已答 1 /")


def test_progress_takes_its_room_before_it_is_known(tab: Page, address: str) -> None:
    tab.goto(f"{address}/")
    tops = "() => [...document.querySelectorAll('.yx-areas li')].map((row) => row.getBoundingClientRect().top)"
    expect(row(tab, "g")).to_contain_text("还没有答")
    after = tab.evaluate(tops)
    tab.evaluate("document.querySelectorAll('yx-progress').forEach((progress) => { progress.textContent = '' })")
    assert tab.evaluate(tops) == after


def test_redo_of_a_right_answer_counts_the_newest(tab: Page, address: str, questions: list[Item]) -> None:
    item = next(each for each in questions if each["provision"] == "a1-m1" and each["kind"] == "single")
    tab.goto(f"{address}/{item['url']}")
    question = reader.answer(tab, item)
    reader.by_touch(question, [Step("press", "重做")])
    reader.answer(tab, item, wrongly)
    reader.logged(tab, 2)
    tab.goto(f"{address}/")
    expect(row(tab, "a1")).to_have_text(f"已答 1 / {count(questions, 'a1')} 题，答对 0 题")
