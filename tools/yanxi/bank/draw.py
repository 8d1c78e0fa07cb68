"""Draws the questions of a paper: for the same seed the same ones as the browser, whose core/exam.js and core/shuffle.js these
are. tests/widget/golden/papers.json holds both to each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from yanxi.model import Paper, Question

T = TypeVar("T")
Block = tuple[Question, ...]
"""What a paper takes or leaves as one: a question, or all questions of a case."""

_WORD = 0xFFFFFFFF


@dataclass(frozen=True)
class Drawn:
    """A question's place in a paper; `part` is that of the recipe, from 0."""

    question: Question
    part: int
    points: int


def seeded(seed: str) -> Callable[[], float]:
    """A pseudorandom generator, FNV-1a into mulberry32: numbers from 0 up to, not including, 1."""
    state = 0x811C9DC5
    units = seed.encode("utf-16-le")
    for at in range(0, len(units), 2):
        state = (state ^ int.from_bytes(units[at : at + 2], "little")) * 0x01000193 & _WORD

    def random() -> float:
        nonlocal state
        state = state + 0x6D2B79F5 & _WORD
        mixed = (state ^ state >> 15) * (state | 1) & _WORD
        mixed ^= mixed + (mixed ^ mixed >> 7) * (mixed | 61) & _WORD
        return (mixed ^ mixed >> 14) / 4294967296

    return random


def shuffle(
    items: Sequence[T], random: Callable[[], float], refused: Callable[[list[T]], bool] = lambda _: False
) -> list[T]:
    """The items in another order. One that is refused is rotated until it is not, or until all rotations have been tried."""
    order = list(items)
    for last in range(len(order) - 1, 0, -1):
        other = int(random() * (last + 1))
        order[last], order[other] = order[other], order[last]
    for _ in range(1, len(order)):
        if not refused(order):
            break
        order = [*order[1:], order[0]]
    return order


def blocks(questions: Iterable[Question]) -> list[Block]:
    """The questions as blocks, each where its first question stands."""
    made: dict[object, Block] = {}
    for question in questions:
        key = question.case.key if question.case else question.id
        made[key] = (*made.get(key, ()), question)
    return list(made.values())


def draw(paper: Paper, questions: Iterable[Question], seed: str) -> list[Drawn] | None:
    """Fills a recipe from the live questions, which come in the document's order; None where they cannot fill it.

    No question stands twice; provisions take turns as far as the recipe lets them.
    """
    every = blocks(questions)
    every.sort(key=lambda block: (seeded(f"{seed} {block[0].id}")(), block[0].id))
    pools = [[block for block in every if all(map(section.fits, block))] for section in paper.sections]
    taken = _Places(pools)
    if not all(taken.add(part) for part, section in enumerate(paper.sections) for _ in range(section.count)):
        return None
    return [
        Drawn(question, part, points * (at + 1) // len(block) - points * at // len(block))
        for part, points in enumerate(section.points for section in paper.sections)
        for block in taken.of(part)
        for at, question in enumerate(block)
    ]


class _Places:
    """Assigns blocks to the parts of a paper: a bipartite matching, so that no part takes what another one needs."""

    def __init__(self, pools: list[list[Block]]) -> None:
        """`pools` is what fits each part, as drawn."""
        self.pools = pools
        self.part_of: dict[str, int] = {}
        self.used: dict[str, int] = {}

    def of(self, part: int) -> list[Block]:
        return [block for block in self.pools[part] if self.part_of.get(block[0].id) == part]

    def add(self, part: int) -> bool:
        """Assigns one more block to a part, if necessary by reassigning those of other parts (an augmenting path)."""
        reached: dict[int, tuple[int, str]] = {part: (-1, "")}
        parts = [part]
        for each in parts:
            if free := self._freest(each):
                self._hand(free, each, reached)
                return True
            for block in self.pools[each]:
                holder = self.part_of[block[0].id]
                if holder not in reached:
                    reached[holder] = each, block[0].id
                    parts.append(holder)
        return False

    def _freest(self, part: int) -> Question | None:
        """The first drawn of the provisions that were used least."""
        free = (block[0] for block in self.pools[part] if block[0].id not in self.part_of)
        return min(free, key=lambda question: self.used.get(question.provision, 0), default=None)

    def _hand(self, question: Question, part: int, reached: dict[int, tuple[int, str]]) -> None:
        self.used[question.provision] = self.used.get(question.provision, 0) + 1
        step, holder = (part, question.id), part
        while holder >= 0:
            self.part_of[step[1]] = holder
            step = reached[holder]
            holder = step[0]
