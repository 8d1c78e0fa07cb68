"""A paper's questions are the same on paper and in the browser, which is held to the same golden file."""

import json
from dataclasses import replace

import pytest

from tests.documents import PLAN, ROOT
from yanxi import project
from yanxi.bank import draw
from yanxi.model import Case, Paper, Question, Section
from yanxi.yamltext.nodes import Text

GOLDEN = json.loads((ROOT / "tests/widget/golden/papers.json").read_text(encoding="utf-8"))
HERE = Text("here", 1, 1, "")
PLAN_PACKAGE = project.load(PLAN).packages[0]


def question(name: str, facts: dict[str, str]) -> Question:
    case = Case(str(facts["c"]), "", HERE) if "c" in facts else None
    return Question(name, facts["k"], facts["p"], "", "", facts["l"], (), case=case)


def paper(recipe: dict) -> Paper:
    sections = [
        Section(
            each["title"], tuple(each["kinds"]), tuple(each["areas"]), tuple(each["levels"]), each["count"], each["points"],
            HERE, each["cases"],
        )
        for each in recipe["sections"]
    ]  # fmt: skip
    return Paper("p", recipe["title"], recipe["minutes"], recipe["pass"], "", tuple(sections))


@pytest.mark.parametrize("seed", GOLDEN["orders"])
def test_a_seed_shuffles_as_in_the_browser(seed: str) -> None:
    assert "".join(draw.shuffle("ABCDEFGH", draw.seeded(seed))) == GOLDEN["orders"][seed]


@pytest.mark.parametrize("number", range(len(GOLDEN["papers"])))
def test_a_seed_draws_the_questions_that_the_browser_draws(number: int) -> None:
    bank = [question(*each) for each in GOLDEN["questions"].items()]
    for seed, wanted in GOLDEN["drawn"][number].items():
        drawn = draw.draw(paper(GOLDEN["papers"][number]), bank, seed)
        assert (drawn and [f"{each.question.id} {each.part} {each.points}" for each in drawn]) == wanted


def test_a_refused_order_is_turned_until_it_is_not() -> None:
    for seed in range(50):
        assert draw.shuffle("AB", draw.seeded(str(seed)), lambda order: order == ["A", "B"]) == ["B", "A"]
    assert len(draw.shuffle("ABC", draw.seeded(""), lambda _: True)) == 3


def test_a_bank_that_cannot_fill_a_recipe_fills_none() -> None:
    recipe = PLAN_PACKAGE.papers[0]
    greedy = replace(recipe, sections=tuple(replace(each, count=500) for each in recipe.sections))
    assert draw.draw(greedy, PLAN_PACKAGE.questions, "1") is None
