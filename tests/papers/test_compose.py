"""A variant's questions, letters and key: whatever the seed, every variant asks the same, and its own key is right."""

from dataclasses import replace

import pytest

from tests.documents import PLAN
from yanxi import project
from yanxi.bank.draw import draw
from yanxi.bank.kinds import KINDS
from yanxi.bank.options import LETTERS
from yanxi.model import Paper
from yanxi.papers.compose import Item, Variant, compose
from yanxi.papers.leaves import columns
from yanxi.site import practice

PACKAGE = project.load(PLAN).packages[0]
PAPERS = {paper.id: paper for paper in PACKAGE.papers}
SECTION = PAPERS["short"].sections[0]
EVERYTHING = replace(
    PAPERS["short"],
    sections=(
        *(replace(SECTION, title=kind.LABEL, kinds=(name,), count=1) for name, kind in KINDS.items()),
        replace(SECTION, title="材料", kinds=tuple(KINDS), cases=True, count=1, points=4),
    ),
)
"""A paper with every kind, and a case."""


def variant(paper: Paper, seed: str, name: str = "") -> Variant:
    made = compose(paper, PACKAGE, seed, name)
    assert made
    return made


def said(item: Item) -> object:
    """What an item says is right, in words, as its printed letters tell."""
    letters = dict(zip(LETTERS, item.options, strict=False))
    if item.left:
        return {(left, letters[slot.answer]) for left, slot in zip(item.left, item.slots, strict=True)}
    if item.options:
        return [letters[letter] for letter in item.slots[0].answer]
    return {"√": ["对"], "×": ["错"]}.get(item.slots[0].answer) or [slot.answer for slot in item.slots]


def wanted(item: Item) -> object:
    """What is right, in words, as the bank tells."""
    question = item.question
    if item.left:
        return set(question.content)
    if KINDS[question.kind].ORDERED or not question.options:
        return list(KINDS[question.kind].wanted(question))
    return [text for text in item.options if text in {option.text for option in question.right}]


def test_a_hundred_seeds_make_variants_of_equal_content_with_right_keys() -> None:
    for seed in map(str, range(100)):
        one, other = (variant(PAPERS["short"], seed, name) for name in "AB")
        assert content(one) == content(other)
        for made in (one, other):
            assert [item.number for item in made.items] == list(range(1, len(content(made)) + 1))
            assert all(said(item) == wanted(item) for item in made.items)


def content(made: Variant) -> list[tuple[object, ...]]:
    """What a variant asks, whatever the order."""
    return sorted(
        (part.section.title, item.question.id, item.points, sorted(item.options), item.left)
        for part in made.parts
        for item in part.items
    )


@pytest.mark.parametrize("name", ["", "A", "B"])
def test_every_kind_has_a_right_key(name: str) -> None:
    made = variant(EVERYTHING, "7", name)
    assert {item.question.kind for item in made.items} == set(KINDS)
    for item in made.items:
        question = item.question
        if question.kind == "blank":
            assert [slot.answer for slot in item.slots] == ["／".join(accepted) for accepted in question.content]
        elif question.kind == "recall":
            assert all(point in item.answer for point in question.content)
        else:
            assert said(item) == wanted(item)


def test_variants_differ_in_the_order_of_questions_and_options() -> None:
    one, other = (variant(PAPERS["short"], "7", name) for name in "AB")
    assert [item.question.id for item in one.items] != [item.question.id for item in other.items]
    options = {item.question.id: item.options for item in other.items}
    assert sum(item.options != options[item.question.id] for item in one.items) > 10


def test_what_is_in_order_is_never_printed_in_the_right_order() -> None:
    for seed in map(str, range(50)):
        for item in variant(EVERYTHING, seed, "A").items:
            if KINDS[item.question.kind].ORDERED:
                assert item.slots[0].answer != LETTERS[: len(item.options)]
                assert [slot.answer for slot in item.slots] != list(LETTERS[: len(item.slots)])


def test_pinned_options_stay_and_a_case_stays_together() -> None:
    pinned = replace(PACKAGE, banks={
        name: replace(bank, questions=tuple(replace(each, pin=True) for each in bank.questions))
        for name, bank in PACKAGE.banks.items()
    })  # fmt: skip
    made = compose(PAPERS["short"], pinned, "7", "A")
    assert made
    for item in made.items:
        assert item.options == tuple(option.text for option in item.question.options)
    cases = [item.question.case for item in variant(EVERYTHING, "7", "B").parts[-1].items]
    assert len(set(cases)) == 1 and len(cases) > 1


def test_without_a_name_it_is_the_exam_of_the_site() -> None:
    drawn = draw(PAPERS["short"], PACKAGE.questions, "小测一")
    assert drawn
    assert [item.question for item in variant(PAPERS["short"], "小测一").items] == [each.question for each in drawn]


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (("每月", "每季度", "每半年", "每年"), 4),
        (("每月", "每年"), 2),
        (("局党委班子成员", "机关各科室负责人", "关键岗位年轻干部", "党政主要负责人"), 2),
        (("始终坚持用新时代的思想武装头脑并且真学真懂", "每月", "每季度", "每年"), 1),
        (("2022", "2023", "2024", "CPPCC 2025"), 4),
    ],
)
def test_options_stand_side_by_side_as_far_as_they_fit(options: tuple[str, ...], count: int) -> None:
    assert columns(options) == count


def test_a_paper_for_printing_alone_is_not_on_the_site() -> None:
    papers = [replace(each, print_only=each.id == "short") for each in PACKAGE.papers]
    shown = practice.index(replace(PACKAGE, papers=tuple(papers)), True)["papers"]
    assert [each["id"] for each in shown] == [each.id for each in PACKAGE.papers if each.id != "short"]
