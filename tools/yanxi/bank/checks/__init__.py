"""The rules that keep questions honest, one a file.

Each module has

    NAME        the rule's short Chinese name, as shown in a problem and written in `allow`
    SEVERITY    error, warning or notice
    __doc__     what it forbids and why, with a bad and a good example: it is also the rule's page in the manual
    check(banks, document, glossary) -> the problems found, in any order

A problem stands in the question it is about, or in the first that a rule on the whole bank can name. That question's
`allow` lets it pass, with a reason; so no rule has to think of it. To add a rule: a file here, its name in RULES, its
cases in tests/bank/lint/.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from types import ModuleType

from yanxi.bank.checks import (
    absolutes,
    allowances,
    catchall,
    counts,
    edges,
    giveaway,
    ids,
    keys,
    length,
    lengths,
    letters,
    negation,
    phrase,
    places,
    selection,
    sequence,
    shorter,
    stems,
    thin,
    truths,
    unquoted,
)
from yanxi.model import Bank, Document, Question, Term
from yanxi.problem import Problem

RULES: tuple[ModuleType, ...] = (
    ids, allowances, stems, catchall, letters, unquoted, edges, sequence, giveaway,
    length, negation, absolutes, phrase, selection, thin, places,
    lengths, shorter, truths, keys, counts,
)  # fmt: skip
allowances.NAMES = tuple(rule.NAME for rule in RULES)


def check_banks(banks: tuple[Bank, ...], document: Document, glossary: tuple[Term, ...]) -> Iterator[Problem]:
    """Puts all banks through all rules; what a question allows with a reason is left out."""
    owners = _Owners(question for bank in banks for question in bank.questions)
    for rule in RULES:
        for problem in rule.check(banks, document, glossary):
            owner = owners.of(problem)
            if rule in (ids, allowances) or owner is None or rule.NAME not in owner.allow:
                yield problem


class _Owners:
    """Which question a problem stands in: the last one that begins before it."""

    def __init__(self, questions: Iterable[Question]) -> None:
        self.by_path: dict[str, list[tuple[int, Question]]] = {}
        for question in questions:
            self.by_path.setdefault(question.at.path, []).append((question.at.line, question))
        for starts in self.by_path.values():
            starts.sort(key=lambda start: start[0])

    def of(self, problem: Problem) -> Question | None:
        starts = self.by_path.get(problem.path, [])
        place = bisect_right(starts, problem.line, key=lambda start: start[0])
        return starts[place - 1][1] if place else None
