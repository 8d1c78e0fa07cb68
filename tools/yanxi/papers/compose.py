"""A variant of a paper: which questions in which order, how their options are lettered, and so what is right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from yanxi.bank.draw import Drawn, draw, seeded, shuffle
from yanxi.bank.kinds import KINDS, blank, judge, match, multiple, order, recall, single
from yanxi.bank.options import LETTERS
from yanxi.model import Document, Paper, Question, Section
from yanxi.project import Package
from yanxi.render.choices import shuffled

T = TypeVar("T")
Mixed = Callable[[Sequence[T]], list[T]]

RIGHT, WRONG = "√", "×"
"""How 对 and 错 are written by hand."""


@dataclass(frozen=True)
class Slot:
    """Where something is written on the answer sheet.

    Attributes:
        label: what stands before it, empty where there is one alone.
        answer: what is right there.
        room: how many characters there is room for; 0 where `lines` are ruled.
    """

    label: str
    answer: str
    room: int
    lines: int = 0


@dataclass(frozen=True)
class Item:
    """A question as it is printed.

    Attributes:
        points: of this question; `told` where its part does not say it.
        options: what is lettered A, B …, in the order printed.
        left: what is numbered 1, 2 …, to be joined with the options.
        slots: where the answer is written, and what it is.
    """

    number: int
    question: Question
    points: int
    told: bool
    options: tuple[str, ...]
    left: tuple[str, ...]
    slots: tuple[Slot, ...]

    @property
    def answer(self) -> str:
        """What is right, as the key says it."""
        return "　".join(f"{slot.label}{slot.answer}" for slot in self.slots)


@dataclass(frozen=True)
class Part:
    """A part of a recipe with its questions; what belongs to one case stands side by side."""

    section: Section
    items: tuple[Item, ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that are there, in the order of `KINDS`."""
        there = {item.question.kind for item in self.items}
        return tuple(name for name in KINDS if name in there)


@dataclass(frozen=True)
class Variant:
    """One printing of a paper. `name` is empty where there is one alone: then it is the site's own exam."""

    paper: Paper
    title: str
    document: Document
    seed: str
    name: str
    parts: tuple[Part, ...]

    @property
    def items(self) -> Iterator[Item]:
        for part in self.parts:
            yield from part.items


def compose(paper: Paper, package: Package, seed: str, name: str = "") -> Variant | None:
    """The variant of that name; None where the bank cannot fill the recipe.

    A variant with a name shuffles the questions within their parts, those of a case as one, and the options of each
    question unless they are pinned. Without a name both stand as on the site.
    """
    drawn = draw(paper, package.questions, seed)
    if drawn is None:
        return None
    parts, number = [], 0
    for at, held in groupby(drawn, key=lambda each: each.part):
        items = []
        for each in _arranged(list(held), f"{seed} {name} {at}" if name else ""):
            number += 1
            items.append(_item(number, each, paper.sections[at], f"{seed} {name}" if name else ""))
        parts.append(Part(paper.sections[at], tuple(items)))
    return Variant(paper, package.settings.title, package.document, seed, name, tuple(parts))


def _arranged(drawn: list[Drawn], seed: str) -> list[Drawn]:
    """The questions of a part, shuffled by a seed if there is one; the questions of a case keep their order."""
    together = [list(held) for _, held in groupby(drawn, key=lambda each: _together(each.question))]
    return [each for held in (shuffle(together, seeded(seed)) if seed else together) for each in held]


def _together(question: Question) -> object:
    return question.case.key if question.case else question.id


def _item(number: int, drawn: Drawn, section: Section, seed: str) -> Item:
    question = drawn.question

    def mixed(items: Sequence[T]) -> list[T]:
        shown = shuffled(items, question)
        if not seed or (question.pin and not KINDS[question.kind].ORDERED):
            return shown
        given = list(items) if KINDS[question.kind].ORDERED else None
        return shuffle(shown, seeded(f"{seed} {question.id}"), lambda order: order == given)

    options, left, slots = _ASKED.get(question.kind, _open)(question, mixed)
    return Item(number, question, drawn.points, section.cases, options, left, slots)


# How each kind is asked on paper: its options, its left side, and where the answer goes.

Asked = tuple[tuple[str, ...], tuple[str, ...], tuple[Slot, ...]]


def _choice(question: Question, mixed: Mixed) -> Asked:
    options = mixed(question.options)
    right = "".join(letter for letter, each in zip(LETTERS, options, strict=False) if each.letter in question.key)
    return tuple(each.text for each in options), (), (Slot("", right, 3 if question.kind == single.NAME else 5),)


def _judge(question: Question, mixed: Mixed) -> Asked:
    return (), (), (Slot("", RIGHT if question.key[0] == judge.RIGHT else WRONG, 3),)


def _blank(question: Question, mixed: Mixed) -> Asked:
    widest = max(len(answer) for accepted in question.content for answer in accepted)
    several = len(question.content) > 1
    slots = []
    for number, accepted in enumerate(question.content, 1):
        # A gap as wide as its answer would give it away; see render.kinds.blank.
        longest = widest if question.any_order else max(map(len, accepted))
        slots.append(Slot(f"（{number}）" if several else "", "／".join(accepted), 4 * (1 + longest // 4) + 2))
    return (), (), tuple(slots)


def _order(question: Question, mixed: Mixed) -> Asked:
    options = mixed(question.options)
    right = "".join(LETTERS[options.index(each)] for each in question.options)
    return tuple(each.text for each in options), (), (Slot("", right, len(options) + 3),)


def _match(question: Question, mixed: Mixed) -> Asked:
    rights = mixed([right for _, right in question.content])
    slots = (
        Slot(f"{number}—", LETTERS[rights.index(right)], 3) for number, (_, right) in enumerate(question.content, 1)
    )
    return tuple(rights), tuple(left for left, _ in question.content), tuple(slots)


def _open(question: Question, mixed: Mixed) -> Asked:
    points = KINDS[question.kind].wanted(question)
    answer = points[0] if len(points) == 1 else "；".join(f"（{at}）{point}" for at, point in enumerate(points, 1))
    return (), (), (Slot("", answer, 0, min(12, 2 + sum(1 + len(point) // 30 for point in points))),)


_ASKED: dict[str, Callable[[Question, Mixed], Asked]] = {
    single.NAME: _choice,
    multiple.NAME: _choice,
    judge.NAME: _judge,
    blank.NAME: _blank,
    order.NAME: _order,
    match.NAME: _match,
    recall.NAME: _open,
}
