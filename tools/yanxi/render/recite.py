"""The official text prepared for learning by heart: which words are hidden at which step.

Made from the text, the duties and the glossary; nobody writes cards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from yanxi.chinese import QUANTITY
from yanxi.document.settings import Words
from yanxi.model import Clause, Duty, Provision, Term

NUMBER, ACTOR, TERM, MEMBER = 1, 2, 3, 4
"""The steps: each hides its own words and those of the steps before it."""

NO_WORDS = Words()

_LIST = re.compile(r"[^，。；、：“”《》（）]+(?:、[^，。；、：“”《》（）]+)+")

Segment = tuple[str, int]


def segments(clause: Clause, actors: Iterable[str], terms: Iterable[Term], times: Iterable[str] = ()) -> list[Segment]:
    """A clause cut into (words, step); step 0 is never hidden. The words, put together, are the clause.

    `times` are words that are hidden with the figures, beside those that can be told by their form.
    """
    text = clause.text
    steps = [0] * len(text)
    forms = (alias for term in terms for alias in term.aliases)
    for step, spans in (
        (MEMBER, _members(text)),
        (TERM, _places(text, forms)),
        (ACTOR, _places(text, actors)),
        (NUMBER, _places(text, times)),
        (NUMBER, (match.span() for match in QUANTITY.finditer(text))),
    ):
        for start, end in spans:
            steps[start:end] = [step] * (end - start)
    made: list[Segment] = []
    for character, step in zip(text, steps, strict=True):
        if made and made[-1][1] == step:
            made[-1] = made[-1][0] + character, step
        else:
            made.append((character, step))
    return made


def _places(text: str, forms: Iterable[str]) -> Iterator[tuple[int, int]]:
    for form in forms:
        for match in re.finditer(re.escape(form), text):
            yield match.span()


def _members(text: str) -> Iterator[tuple[int, int]]:
    """The members of 甲、乙、丙 but the first, whose beginning cannot be told from the verb before it."""
    for match in _LIST.finditer(text):
        position = match.start()
        for number, member in enumerate(match[0].split("、")):
            end = position + len(member)
            if number:
                yield position, position + len(re.split(r"等|和|及", member, maxsplit=1)[0])
            position = end + 1


def provision(
    item: Provision, duties: Iterable[Duty], terms: Iterable[Term], words: Words = NO_WORDS
) -> list[list[Segment]]:
    """Every clause of a provision but its heading, cut into segments.

    Actors are those that its duties name; `words` of document.yml add to them (`actors`) and to the figures (`time`).
    """
    actors = sorted({duty.who for duty in duties if duty.who} | set(words.actors), key=len, reverse=True)
    return [segments(clause, actors, terms, words.time) for clause in item.body]
