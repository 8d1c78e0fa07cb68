"""The bank: clean, complete, and enough for its papers."""

import re

import pytest

from tests.documents import ROOT
from yanxi.bank.coverage import coverage
from yanxi.bank.paper import read_paper, shortages
from yanxi.project import Package, Project
from yanxi.render import recite
from yanxi.yamltext import parse


def test_nothing_is_wrong_with_any_file(shipped: Project) -> None:
    assert [str(problem) for problem in shipped.problems] == []


def test_every_page_has_its_questions(plan2022: Package) -> None:
    first = {provisions[0].id for provisions in plan2022.document.by_page.values()}
    assert {name for name, bank in plan2022.banks.items() if bank.live} == first
    # What was asked once is retired at most, never lost.
    assert sum(len(bank.questions) for bank in plan2022.banks.values()) >= 377


def test_every_duty_number_and_list_is_asked(plan2022: Package) -> None:
    missing = [
        f"{row.clause.provision} {row.clause.id}: {part.text}（{part.why}）"
        for row in coverage(plan2022.document, plan2022.questions, plan2022.duties)
        for part in row.missing
    ]
    assert missing == []


@pytest.mark.parametrize("name", ["short", "full", "cases", "material"])
def test_a_paper_is_100_points_and_can_be_filled(plan2022: Package, name: str) -> None:
    [paper] = [each for each in plan2022.papers if each.id == name]
    assert paper.points == 100
    assert not list(shortages(paper, plan2022.questions))


def test_the_manuals_specimen_of_a_paper_can_be_filled(plan2022: Package) -> None:
    manual = (ROOT / "docs/help/papers.md").read_text(encoding="utf-8")
    [specimen] = re.findall(r"```yaml\n(.+?)```", manual, re.DOTALL)
    problems = []
    paper = read_paper(parse.parse(specimen, "case.yml", problems.append), "case", plan2022.document, problems.append)
    assert paper and not problems
    assert paper.points == 60
    assert not list(shortages(paper, plan2022.questions))


def test_most_clauses_have_something_to_hide(plan2022: Package) -> None:
    made = [
        pieces
        for each in plan2022.document.provisions
        for pieces in recite.provision(each, plan2022.pages[each.page].duties, plan2022.glossary)
    ]
    assert sum(any(step for _, step in pieces) for pieces in made) >= 0.8 * len(made)
