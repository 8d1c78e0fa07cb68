"""Recipes for mock exams: broken ones, one fault a file in papers/, and what the bank can and cannot deliver."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.documents import document
from yanxi.bank.paper import read_paper, shortages
from yanxi.model import Case, Paper, Question, Section
from yanxi.problem import Problem
from yanxi.yamltext import parse
from yanxi.yamltext.nodes import Node

CASES = sorted((Path(__file__).parent / "papers").glob("*.yml"))
NAME = "quizzes/plan/papers/case.yml"


def read(text: str) -> tuple[Paper | None, list[Problem]]:
    found: list[Problem] = []
    return read_paper(parse.parse(text, NAME, found.append), "case", document(), found.append), found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_broken_recipe_says_where_and_what(case: Path) -> None:
    text = case.read_text(encoding="utf-8")
    _, found = read(text)
    assert [f"{each.line}:{each.column} {each.code}" for each in found] == re.findall(
        r"^# 期望 (.+)$", text, re.MULTILINE
    )
    for each in found:
        assert each.path == NAME and each.message and each.hint
        assert not re.search(r"\b(expected|found|None|Error)\b", each.message + each.hint)


AT = Node(NAME, 1, 1)
KINDS = ("single", "judge", "blank")


def section(*kinds: str, count: int, title: str = "部分") -> Section:
    return Section(title, kinds, (), (), count, 1, AT)


def question(number: int, kind: str) -> Question:
    made = object.__new__(Question)
    vars(made).update(id=f"q{number}", kind=kind, provision="a1-m1", level="apply")
    return made


def test_parts_that_take_each_others_questions_are_named_together() -> None:
    bank = [question(1, "single"), question(2, "single"), question(3, "judge")]
    rich = section("single", "judge", count=2, title="甲")
    poor = section("single", count=2, title="乙")
    [problem] = shortages(Paper("p", "卷", 10, 1, "种", (rich, poor)), bank)
    assert problem.code == "题目不够" and "“甲”、“乙”共要 4 道题" in problem.message and "只有 3 道" in problem.message


def test_a_part_that_is_short_by_itself_is_named_alone() -> None:
    bank = [question(1, "single"), question(2, "judge")]
    parts = (section("judge", count=1, title="甲"), section("single", count=3, title="乙"))
    [problem] = shortages(Paper("p", "卷", 10, 1, "种", parts), bank)
    assert "“乙”共要 3 道题" in problem.message and "甲" not in problem.message


def in_case(number: int, kind: str, name: str) -> Question:
    made = question(number, kind)
    vars(made)["case"] = Case(name, "材料的文字", AT)
    return made


def test_a_part_for_cases_counts_those_of_which_every_question_fits() -> None:
    bank = [
        in_case(1, "single", "甲"),
        in_case(2, "judge", "甲"),
        in_case(3, "judge", "乙"),
        in_case(4, "recall", "乙"),
    ]
    whole = replace(section("single", "judge", count=1), cases=True)
    assert not list(shortages(Paper("p", "卷", 10, 1, "种", (whole,)), bank))
    for short in (replace(whole, count=2), replace(whole, kinds=("single",))):
        [problem] = shortages(Paper("p", "卷", 10, 1, "种", (short,)), bank)
        assert "份材料" in problem.message


def test_no_other_part_takes_a_question_of_a_case() -> None:
    bank = [in_case(1, "single", "甲"), in_case(2, "single", "甲"), question(3, "single")]
    [problem] = shortages(Paper("p", "卷", 10, 1, "种", (section("single", count=2),)), bank)
    assert "只有 1 道" in problem.message


def test_a_part_for_cases_need_not_say_its_kinds() -> None:
    text = (
        "title: 卷\nminutes: 10\npass: 6\nseed: 一\nsections:\n  - {title: 材料题, cases: true, count: 2, points: 6}\n"
    )
    paper, problems = read(text)
    assert not problems and paper and paper.points == 12
    [part] = paper.sections
    assert part.cases and "single" in part.kinds and "recall" not in part.kinds


@given(
    some.lists(some.sampled_from(KINDS), max_size=5),
    some.lists(
        some.tuples(some.sets(some.sampled_from(KINDS), min_size=1), some.integers(1, 3)), min_size=1, max_size=3
    ),
)
def test_a_shortage_is_told_exactly_where_no_arrangement_fills_the_paper(
    kinds: list[str], parts: list[tuple[set[str], int]]
) -> None:
    bank = [question(number, kind) for number, kind in enumerate(kinds)]
    sections = tuple(section(*sorted(part), count=count) for part, count in parts)
    places = [each for each in sections for _ in range(each.count)]
    assert bool(list(shortages(Paper("p", "卷", 10, 1, "种", sections), bank))) != _fillable(places, bank)


def _fillable(places: Sequence[Section], bank: Sequence[Question]) -> bool:
    """By trying everything."""
    return any(
        all(place.fits(each) for place, each in zip(places, order, strict=True))
        for order in permutations(bank, len(places))
    )
