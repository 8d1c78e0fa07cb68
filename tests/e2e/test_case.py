"""材料题：材料和它的每一道题一起显示，几道题排在一起；依据术语的题，点得开术语。"""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import reader
from tests.e2e.reader import Item
from tests.e2e.student import open_study, present, press, start


@pytest.fixture
def case(questions: list[Item]) -> list[Item]:
    """The questions of the first case."""
    first = next(item for item in questions if item["case"])
    return [item for item in questions if item["case"] == first["case"]]


def test_a_page_shows_the_case_with_each_of_its_questions(page: Page, address: str, case: list[Item]) -> None:
    page.goto(f"{address}/{case[0]['url']}")
    expect(page.locator(".yx-case")).to_have_count(len(case))
    for item in case:
        question = reader.find(page, item)
        expect(question.locator(".yx-case")).to_have_text(f"材料 {item['case']['text']}")
        expect(question.locator("fieldset")).to_have_accessible_description(f"材料 {item['case']['text']}")


def test_on_paper_the_case_stands_once(page: Page, address: str, case: list[Item]) -> None:
    page.goto(f"{address}/{case[0]['url']}")
    page.emulate_media(media="print")
    expect(page.locator(".yx-case").locator("visible=true")).to_have_count(1)


@pytest.mark.parametrize("manner", ["打乱", "没答过的在前"])
def test_practice_keeps_the_questions_of_a_case_together(
    tab: Page, address: str, questions: list[Item], case: list[Item], manner: str
) -> None:
    open_study(tab, address, "practice")
    start(tab, case[0]["provision"], manner=manner)
    seen = []
    for _ in [item for item in questions if item["provision"] == case[0]["provision"]]:
        seen.append(present(tab).get_attribute("id"))
        if seen[-1] in [item["id"] for item in case]:
            expect(present(tab).locator(".yx-case")).to_contain_text(case[0]["case"]["text"])
        else:
            expect(present(tab).locator(".yx-case")).to_have_count(0)
        press(tab, "跳过")
    place = seen.index(case[0]["id"])
    assert seen[place : place + len(case)] == [item["id"] for item in case]


def test_what_rests_on_a_term_leads_to_the_term(tab: Page, address: str, questions: list[Item]) -> None:
    item = next(item for item in questions if item["term"])
    tab.goto(f"{address}/{item['url']}")
    question = reader.find(tab, item)
    expect(question.locator(".yx-source", has_text="依据")).to_be_hidden()
    reader.answer(tab, item)
    basis = question.locator(".yx-source", has_text="依据")
    expect(basis).to_contain_text("出处：")
    reader.tap(basis.get_by_role("link"))
    expect(tab.locator(f"[id='{item['term']}']")).to_be_in_viewport()
