"""Which sentences of the document the questions ask about, and why some need no question.

A sentence (a clause, c1 …) is asked about when a question's quotation touches it. Sentences of an official document are
long, so what no quotation touches inside one is shown too, comma by comma. Whether such a part has to be asked follows
from the pages and the words: it states a duty (the pages' `duties` say so), a number or a frequency, or a list. What is
left is a heading, a connective, or exhortation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from yanxi.chinese import QUANTITY
from yanxi.document.quote import find
from yanxi.model import Clause, Document, Duty, Provision, Question, Quotation

HEADING, CONNECTIVE, EXHORTATION = "标题", "连接", "号召"
DUTY, NUMBER, LIST = "职责", "数字或频次", "列举"
NEEDED = (DUTY, NUMBER, LIST)
"""Reasons to ask; the others are reasons not to."""

_PART = re.compile(r"[^，；。\n]+")
_CONNECTIVES = ("同时", "此外", "另外", "其次", "因此", "现就")
_COUNT = re.compile(r"\d|[一二两三四五六七八九十](?:项|个[^、一])")
_LIST = re.compile(r"、[^、]+、")


@dataclass(frozen=True)
class Part:
    """Words between two commas that no quotation touches, and what they are."""

    text: str
    why: str


@dataclass(frozen=True)
class Coverage:
    """One clause: the ids of the questions that quote it, and its parts that none of them quotes."""

    clause: Clause
    questions: tuple[str, ...]
    untouched: tuple[Part, ...]

    @property
    def why(self) -> str:
        """What the clause is, when no question asks about it: the weightiest of its parts; empty when one does."""
        if self.questions or not self.untouched:
            return ""
        order = (*NEEDED, EXHORTATION, CONNECTIVE, HEADING)
        return min((part.why for part in self.untouched), key=order.index)

    @property
    def missing(self) -> tuple[Part, ...]:
        """The parts that ought to be asked about."""
        return tuple(part for part in self.untouched if part.why in NEEDED)


def coverage(document: Document, questions: Iterable[Question], duties: Iterable[Duty]) -> tuple[Coverage, ...]:
    """Every clause of the document, in order."""
    quoted: dict[str, list[tuple[str, Quotation]]] = {provision.id: [] for provision in document.provisions}
    for question in questions:
        for quote in question.quotes:
            quoted[quote.provision].append((question.id, quote))
    stated = [duty.quote for duty in duties]
    return tuple(row for provision in document.provisions for row in _rows(provision, quoted[provision.id], stated))


def _rows(provision: Provision, quoted: list[tuple[str, Quotation]], stated: list[Quotation]) -> Iterator[Coverage]:
    """The clauses of one provision; `quoted` are the quotations from it, each with its question's id."""
    touched = _marked(provision, [quote for _, quote in quoted])
    bound = _marked(provision, stated)
    asked: dict[str, dict[str, None]] = {}
    for name, quote in quoted:
        for clause in quote.clauses:
            asked.setdefault(clause.id, {})[name] = None
    position = 0
    for clause in provision.clauses:
        start = provision.text.index(clause.text, position)
        position = start + len(clause.text)
        untouched = tuple(
            Part(match[0], _why(match[0], clause, provision, any(bound[match.start() : match.end()])))
            for match in _PART.finditer(provision.text, start, position)
            if not any(touched[match.start() : match.end()])
        )
        yield Coverage(clause, tuple(asked.get(clause.id, ())), untouched)


def _marked(provision: Provision, quotations: list[Quotation]) -> bytearray:
    """For each character of the provision, whether one of the quotations covers it."""
    marks = bytearray(len(provision.text))
    for text in {quotation.text for quotation in quotations if quotation.provision == provision.id}:
        for start, end in find(provision.text, text):
            marks[start:end] = b"\1" * (end - start)
    return marks


def _why(part: str, clause: Clause, provision: Provision, bound: bool) -> str:
    if clause not in provision.body:
        return HEADING
    if part.startswith(_CONNECTIVES):
        return CONNECTIVE
    if bound:
        return DUTY
    if QUANTITY.search(part) or _COUNT.search(part):
        return NUMBER
    return LIST if _LIST.search(part) else EXHORTATION
