"""The official text prepared for learning by heart: which words are hidden at which step.

Made from the text, the duties and the glossary; nobody writes cards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from yanxi.document.settings import Words
from yanxi.model import Clause, Duty, Provision, Term

NUMBER, ACTOR, TERM, MEMBER = 1, 2, 3, 4
"""The steps: each hides its own words and those of the steps before it."""

NO_WORDS = Words()

_FIGURE = r"(?:\d+(?:[.．]\d+)?|[〇零一二两三四五六七八九十百千万亿]+)"
_UNIT = (
    r"(?:个?百分点|%|％|‰|[万亿]?元|年度?|个?学期|个?季度|个?月份?|个?工作日|日|号|天|周|个?小时|学时|课时|分钟|人次|次|条|件"
    r"|场|篇|期|批|轮|倍|所|名|岁|人(?![民员])|分(?![管工别类析散之]))"
)
_POINT = r"(?:(?:上旬|中旬|下旬|[底末初])?(?:之?前|以前|以内|内|以上|以下|之?后)?)"
_NUMBERS = re.compile(
    rf"每(?:半年|季度|学期|学年|周|天|日|月|年|{_FIGURE}{_UNIT})(?:至少)?|至少|不少于|不低于|不超过|百分之{_FIGURE}{_POINT}"
    rf"|{_FIGURE}分之{_FIGURE}|第?{_FIGURE}{_UNIT}{_POINT}|[上下]半年|(?:年|月|季度|学期|学年)[底末](?:之?前|以前)?"
    r"|定期|及时|长期|年度|动态|[一二两三四五六七八九十]个(?=[^，。；、])|第一"
)
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
        (NUMBER, (match.span() for match in _NUMBERS.finditer(text))),
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
