"""The rules that keep questions honest, one a file.

Each module has

    NAME        the rule's short Chinese name, as shown in a problem and written in `allow`
    SEVERITY    error or warning
    __doc__     what it forbids and why, with a bad and a good example: it is also the rule's page in the manual
    check(banks, plan, glossary) -> the problems found, in any order

A question that names a rule in `allow`, with a reason, is let pass by that rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from yanxi.bank.checks import ids
from yanxi.model import Bank, Plan, Term
from yanxi.problem import Problem

RULES: tuple[ModuleType, ...] = (ids,)


def check_banks(banks: tuple[Bank, ...], plan: Plan, glossary: tuple[Term, ...]) -> Iterator[Problem]:
    """Puts all banks through all rules."""
    for rule in RULES:
        yield from rule.check(banks, plan, glossary)
