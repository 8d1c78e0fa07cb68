"""题干雷同：全部题库里，两道题不能问同一件事。

为什么：同一题做两遍，学员记住的是题，不是方案；错题、掌握与否也会算重。换几个虚词、调换语序、改一改开头的
“根据……”，仍是同一题。只差一个数字、一个主体而答案不同的两道题，不算雷同。

反例：

    - stem: 各支部多久以书面形式向局党委报告一次履行主体责任情况？
      options: [每月, 每季度, 每半年, 每年]
      answer: C
    - stem: 根据方案，各支部应当多久向局党委以书面形式报告一次履行主体责任的情况？
      options: [每年, 每半年, 每月]
      answer: B

正例：

    - stem: 各支部多久以书面形式向局党委报告一次履行主体责任情况？
      options: [每月, 每季度, 每半年, 每年]
      answer: C
    - stem: 各支部每半年向谁书面报告履行主体责任情况？
      options: [县委, 局党委, 派驻纪检监察组]
      answer: B
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

from yanxi.bank.checks.words import bigrams, gapless, likeness, live, meaning, share, wanted
from yanxi.bank.kinds import judge
from yanxi.model import Bank, Case, Document, Question, Term
from yanxi.problem import ERROR, Problem

NAME = "题干雷同"
SEVERITY = ERROR

ALIKE = 0.75
"""Stems of one kind with one answer are the same question from here on."""
SAME_PASSAGE = 0.5
"""The same, when they also lean on one passage."""
FEW = 50
"""So many stems are compared one by one sooner than looked up."""

_HOLLOW = re.compile(
    r"根据|按照|依照|依据|对照|请问|请|下列|以下|下面|本方案|方案|原文|规定|关于|应当|应该|需要"
    r"|哪一项|哪项|哪一个|哪个|什么|的|了|呢|吗|着|得"
)


def check(banks: tuple[Bank, ...], document: Document, glossary: tuple[Term, ...]) -> Iterator[Problem]:
    first: dict[tuple[Case | None, str], Question] = {}
    by_kind: dict[str, list[tuple[Question, str, bool]]] = {}
    for question in live(banks):
        stem = _HOLLOW.sub("", meaning(gapless(question.stem)))
        # What is asked about one case may be asked about another.
        asked = question.case, stem
        if known := asked in first:
            yield _problem(first[asked], question, "相同")
        first.setdefault(asked, question)
        by_kind.setdefault(question.kind, []).append((question, stem, known))
    for kind, rows in by_kind.items():
        questions, stems, known = zip(*rows, strict=True)
        for earlier, later in _repeated(questions, stems, ALIKE if kind == judge.NAME else SAME_PASSAGE):
            if not known[later]:
                yield _problem(questions[earlier], questions[later], "几乎一样，答案也一样")


def _problem(earlier: Question, later: Question, how: str) -> Problem:
    return later.at.get("stem").problem(
        NAME,
        f"题干与 {earlier.id}（{earlier.at.path} 第 {earlier.at.line} 行）{how}：“{earlier.stem[:20]}”。",
        "请删去一题，或改问另一个要点。",
        SEVERITY,
    )


def _repeated(questions: Sequence[Question], stems: Sequence[str], least: float) -> Iterator[tuple[int, int]]:
    """Each question of one kind that asks what an earlier one asks, after the first such: (earlier, later).

    Stems have to be `least` alike and answers have to agree. Of the earlier questions only those are looked at that may
    meet one of the two, whichever are fewer, so that neither a common answer nor a common way to begin a stem makes
    this slow.
    """
    answers = ["".join(sorted(map(meaning, wanted(each)))) for each in questions]
    agreeing = _agreeing(dict.fromkeys(answers))
    by_answer: dict[str, list[int]] = {}
    pairs = [bigrams(stem) for stem in stems]
    by_stem = _Index(pairs, least)
    for n, question in enumerate(questions):
        agree = agreeing[answers[n]]
        groups = [by_answer[answer] for answer in agree if answer in by_answer]
        if _size(groups) > FEW:
            groups = min(groups, by_stem.before(n), key=_size)
        for m in sorted(set().union(*groups)):
            if questions[m].case != question.case:
                continue
            alike = share(pairs[m], pairs[n]) if answers[m] in agree else 0
            if alike >= ALIKE or (alike >= least and _passages_meet(questions[m], question)):
                yield m, n
                break
        by_answer.setdefault(answers[n], []).append(n)


def _size(groups: list[list[int]]) -> int:
    return sum(map(len, groups))


def _agreeing(answers: Collection[str]) -> dict[str, set[str]]:
    """For each answer those that say the same: itself, and if it is long enough those that are much like it."""
    agreeing = {answer: {answer} for answer in answers}
    long = [answer for answer in answers if len(answer) >= 4]
    pairs = [bigrams(answer) for answer in long]
    index = _Index(pairs, ALIKE)
    for n, answer in enumerate(long):
        for m in set().union(*index.before(n)):
            if share(pairs[m], pairs[n]) >= ALIKE:
                agreeing[answer].add(long[m])
                agreeing[long[m]].add(answer)
    return agreeing


def _passages_meet(one: Question, other: Question) -> bool:
    first, second = ("".join(meaning(quote.text) for quote in each.quotes) for each in (one, other))
    if not first or not second:
        return one.term == other.term
    return first in second or second in first or likeness(first, second) >= 0.6


class _Index:
    """Sets of pairs of characters, each to be found by what is `least` like it.

    All sets are put in one order, the rarest pair first. The first pair that two sets share stands at a place in each;
    the two can be alike enough only if enough of both is left from there on. So of a common pair (三是, 要求), which
    stands near the end, only the few sets are looked at in which much still follows it.
    """

    def __init__(self, sets: Sequence[frozenset[str]], least: float) -> None:
        self.sets, self.least = sets, least
        self.added = 0
        # By a pair: the sets that have it among their first, by their size and its place.
        self.numbers: dict[str, dict[tuple[int, int], list[int]]] = {}

    def before(self, number: int) -> list[list[int]]:
        """The numbers, in groups, of all sets before this one that are alike enough, and of some that are not."""
        for earlier in range(self.added, number):
            for place, pair in enumerate(self._first[earlier]):
                here = self.numbers.setdefault(pair, {})
                here.setdefault((len(self.sets[earlier]), place), []).append(earlier)
        self.added = number
        size = len(self.sets[number])
        return [
            numbers
            for place, pair in enumerate(self._first[number])
            for (other, at), numbers in self.numbers.get(pair, {}).items()
            if min(size - place, other - at) >= self.least / 2 * (size + other)
        ]

    @cached_property
    def _first(self) -> list[list[str]]:
        """Of each set the rarest pairs, as far as one of them must be in any set that is alike enough."""
        often = Counter(pair for each in self.sets for pair in each)
        ordered = [sorted(sorted(each), key=often.__getitem__) for each in self.sets]
        return [each[: len(each) - int(len(each) * self.least / (2 - self.least)) + 1] for each in ordered]
