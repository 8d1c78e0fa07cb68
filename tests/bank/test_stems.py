"""The rule on repeated questions finds what comparing all with all finds."""

from __future__ import annotations

from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bank.test_lint import GLOSSARY, PLAN, bank_of
from yanxi.bank.checks import stems
from yanxi.bank.checks.words import gapless, likeness, meaning, share, wanted
from yanxi.model import Bank, Question

WORDS = st.sampled_from(
    ["每半年", "各支部", "局党委", "书面报告", "专题会议", "谁", "何时", "研究制定", "责任清单", "一"]
)
STEMS = st.one_of(
    st.lists(WORDS, min_size=1, max_size=8).map("".join),
    st.tuples(WORDS, WORDS).map(lambda words: f"关于{''.join(words)}的说法，其中完全正确的一项是哪一项"),
)
ANSWERS = st.lists(WORDS, min_size=1, max_size=4).map("".join)
QUOTES = st.sampled_from(
    [
        "每半年以书面形式分别向局党委报告履行全面从严治党主体责任情况",
        "以书面形式分别向局党委报告履行全面从严治党主体责任情况",
        "定期召开专题会议，研究制定长期和年度工作计划、目标要求和具体措施",
    ]
)
QUESTIONS = st.one_of(
    st.fixed_dictionaries(
        {"kind": st.just("judge"), "stem": STEMS, "answer": st.sampled_from("对错"), "quote": QUOTES}
    ),
    st.fixed_dictionaries({"kind": st.just("recall"), "stem": STEMS, "answer": ANSWERS, "quote": QUOTES}),
)


def hollow(question: Question) -> str:
    return stems._HOLLOW.sub("", meaning(gapless(question.stem)))


def same(one: Question, other: Question) -> bool:
    """What makes two questions one, as the rule's page in the manual tells it."""
    if hollow(one) == hollow(other):
        return True
    alike = likeness(hollow(one), hollow(other))
    first, second = ("".join(sorted(map(meaning, wanted(each)))) for each in (one, other))
    agree = first == second or (min(len(first), len(second)) >= 4 and likeness(first, second) >= 0.75)
    one_passage, another = ("".join(meaning(quote.text) for quote in each.quotes) for each in (one, other))
    meet = one_passage in another or another in one_passage or likeness(one_passage, another) >= 0.6
    close = alike >= stems.ALIKE or (one.kind != "judge" and alike >= stems.SAME_PASSAGE and meet)
    return one.kind == other.kind and agree and close


def repeated(bank: Bank) -> dict[str, str]:
    """For each question that repeats one, the first that it repeats: an equal stem before all others."""
    found = {}
    for number, later in enumerate(bank.questions):
        before = bank.questions[:number]
        equal = [each for each in before if hollow(each) == hollow(later)]
        if first := next(iter(equal or [each for each in before if same(each, later)]), None):
            found[later.id] = first.id
    return found


def reported(bank: Bank) -> dict[str, str]:
    ids = {question.at.line: question.id for question in bank.questions}
    problems = stems.check((bank,), PLAN, GLOSSARY)
    pairs = [(ids[problem.line], problem.message.split("（")[0].removeprefix("题干与 ")) for problem in problems]
    assert len(dict(pairs)) == len(pairs), "a question is reported once"
    return dict(pairs)


@pytest.mark.parametrize("few", [0, stems.FEW])
@given(questions=st.lists(QUESTIONS, min_size=1, max_size=25))
def test_the_same_questions_are_found_as_by_comparing_all(few: int, questions: list[dict]) -> None:
    bank = bank_of(questions)
    with mock.patch.object(stems, "FEW", few):
        assert reported(bank) == repeated(bank)


SETS = st.lists(st.frozensets(st.sampled_from("甲乙丙丁戊"), max_size=5), max_size=8)


@settings(max_examples=300)
@given(SETS, st.sampled_from([stems.ALIKE, stems.SAME_PASSAGE]))
def test_the_index_misses_no_set_that_is_alike_enough(sets: list[frozenset[str]], least: float) -> None:
    index = stems._Index(sets, least)
    for number, each in enumerate(sets):
        alike = {other for other in range(number) if share(sets[other], each) >= least}
        assert alike <= set().union(*index.before(number))
