"""A source sentence leads to its clause, and the clause lights up, on the same page and on another."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e import reader
from tests.e2e.reader import Item

LIT = """clause => {
  const { top, bottom } = clause.getBoundingClientRect()
  const style = getComputedStyle(clause)
  const number = getComputedStyle(clause, '::before')
  return {
    ground: style.backgroundColor !== 'rgba(0, 0, 0, 0)',
    number: number.content !== 'none',
    inView: top >= document.querySelector('.md-header').getBoundingClientRect().bottom && top < innerHeight
  }
}"""
YES = {"ground": True, "number": True, "inView": True}


@pytest.mark.parametrize("item", ["single", "recall"], indirect=True)
def test_the_source_of_an_answer_leads_to_its_clause(tab: Page, question: Locator, item: Item) -> None:
    _follow(tab, item)


def test_a_source_on_another_page_leads_there(tab: Page, address: str, questions: list[Item]) -> None:
    item = next(each for each in questions if each["quotes"] and each["quotes"][0]["at"] != each["provision"])
    tab.goto(f"{address}/{item['url']}")
    _follow(tab, item)


def test_back_from_the_clause_the_answer_is_still_there(tab: Page, address: str, one_page: list[Item]) -> None:
    item = next(each for each in one_page if each["quotes"][0]["at"] == each["provision"])
    tab.goto(f"{address}/{item['url']}")
    _follow(tab, item)
    tab.go_back()
    expect(reader.find(tab, item)).to_have_attribute("data-result", "right")


def _follow(tab: Page, item: Item) -> None:
    question = reader.answer(tab, item)
    quote = item["quotes"][0]
    reader.tap(question.locator(".yx-source a").first)
    clause = tab.locator(f"[data-provision='{quote['at']}'] [id='{quote['clauses'][0]}']")
    expect(clause).to_be_in_viewport()
    assert clause.evaluate("e => e.matches(':target')")
    assert clause.evaluate(LIT) == YES
    # One quotation may run over several clauses; it begins in the one that is lit.
    assert quote["text"][:4] in clause.inner_text()


@pytest.mark.parametrize("part", [".yx-points", ".yx-duties"])
def test_points_and_duties_lead_to_their_clauses(tab: Page, address: str, part: str) -> None:
    tab.goto(f"{address}/plan/a1/m3/")
    link = tab.locator(f"{part} a").last
    clause = tab.locator(f".clause[id='{link.get_attribute('href').removeprefix('#')}']")
    assert not clause.evaluate(LIT)["number"]
    reader.tap(link)
    expect(clause).to_be_in_viewport()
    assert clause.evaluate(LIT) == YES


def test_a_touched_clause_lights_up_until_it_or_another_is_touched(tab: Page, address: str) -> None:
    tab.goto(f"{address}/plan/a1/m3/")
    first, second = tab.locator(".clause").all()[:2]
    top = tab.locator("h2").first.evaluate("e => e.getBoundingClientRect().top")
    for touched, lit in [(first, [first]), (second, [second]), (second, [])]:
        reader.tap(touched)
        expect(tab.locator(".yx-lit")).to_have_count(len(lit))
        for clause in lit:
            assert clause.evaluate(LIT) == YES
    # Nothing moved for it.
    assert tab.locator("h2").first.evaluate("e => e.getBoundingClientRect().top") == top


def test_the_number_shown_is_the_number_of_the_clause(tab: Page, address: str) -> None:
    tab.goto(f"{address}/plan/a1/m3/#c3")
    counter = tab.locator(".clause:target").evaluate(
        """clause => [...clause.closest('.yx-official').querySelectorAll('.clause')].indexOf(clause) + 1"""
    )
    assert counter == 3
    assert tab.locator(".clause:target").evaluate("e => getComputedStyle(e, '::before').content") == "counter(clause)"
