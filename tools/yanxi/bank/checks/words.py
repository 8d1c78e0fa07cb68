"""What several rules need to weigh Chinese text: length, what two texts share, what a question wants to hear.

Everything counts characters: Chinese has no spaces to split words by.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from sys import intern

from yanxi import bold, chinese
from yanxi.bank.kinds import KINDS
from yanxi.bank.kinds.blank import GAP
from yanxi.model import Bank, Document, Provision, Question

# Every rule folds the same texts.
fold = lru_cache(maxsize=None)(chinese.fold)
meaning = lru_cache(maxsize=None)(chinese.meaning)

ENOUGH = 20
"""From so many items on a share is a habit of the writer; below, it may be chance."""


def live(banks: tuple[Bank, ...]) -> Iterator[Question]:
    """The questions that are asked, in the order of the files."""
    for bank in banks:
        yield from bank.live


def length(text: str) -> int:
    """Characters a reader sees, punctuation included, spaces not."""
    return len(bare(text))


def bare(text: str) -> str:
    """Folded text as a reader sees it."""
    return fold(bold.plain(text))


def said(question: Question) -> str:
    """What a reader has before the answer: the stem, and the case that it is about."""
    return question.case.text + question.stem if question.case else question.stem


def gapless(stem: str, fillings: tuple[str, ...] = ()) -> str:
    """A stem whose gaps are filled, or closed by a mark that joins nothing."""
    answers = iter(fillings)
    return GAP.sub(lambda _: next(answers, "|"), stem)


def shared(one: str, other: str) -> str:
    """The longest run of characters that stands in both."""
    match = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return one[match.a : match.a + match.size]


def left_over(text: str, *sources: str, least: int = 2) -> str:
    """What remains of `text` when every run of at least `least` characters that stands in a source is taken out."""
    source = "\0".join(sources)  # which no text contains
    rest, start = [], 0
    while start < len(text):
        end = start + least
        if end <= len(text) and text[start:end] in source:
            while end < len(text) and text[start : end + 1] in source:
                end += 1
            start = end
        else:
            rest.append(text[start])
            start += 1
    return "".join(rest)


@lru_cache(maxsize=4096)
def bigrams(text: str) -> frozenset[str]:
    return frozenset(intern(text[n : n + 2]) for n in range(len(text) - 1))


def share(first: frozenset[str], second: frozenset[str]) -> float:
    """How much of two sets they have in common, 0 to 1: Dice's measure."""
    return 2 * len(first & second) / ((len(first) + len(second)) or 1)


def likeness(one: str, other: str) -> float:
    """How alike two texts are, 0 to 1: the share of their pairs of characters."""
    return share(bigrams(one), bigrams(other)) if len(one) > 1 or len(other) > 1 else float(one == other)


def wanted(question: Question) -> tuple[str, ...]:
    """What the question wants to hear, in words; 对 or 错 of a statement."""
    return KINDS[question.kind].wanted(question)


def names(stem: str, provision: Provision, document: Document, others: tuple[Provision, ...] = ()) -> bool:
    """Whether a stem says which provision it means.

    It does by its citation (also shortened: 三·一是, （三）二是), by four characters or more of its title that are its
    own, or by the citation or title of its area or section when none of `others` belongs there.
    """
    said = meaning(stem)
    if any(meaning(form) in said for form in _citations(provision)):
        return True
    title = meaning(provision.title)
    common = shared(said, title)
    if len(common) >= min(4, len(title)) and _distinctive(common, provision, others, document):
        return True
    parent = document.by_id.get(provision.parent or "")
    if parent and parent.kind != "section" and parent.id not in {other.parent for other in others}:
        return names(stem, parent, document)
    if parent and provision.kind == "safeguard" and all(other.parent != parent.id for other in others):
        return names(stem, parent, document)
    return False


def _owners(words: str, document: Document) -> frozenset[str]:
    return frozenset(provision.id for provision in document.provisions if words in meaning(provision.text))


def _distinctive(words: str, provision: Provision, others: tuple[Provision, ...], document: Document) -> bool:
    """Whether these words of a title are not in `others` and in one more provision at most, its own family aside."""
    family = {provision.id, provision.parent, *(child.id for child in document.children(provision))}
    owners = _owners(words, document)
    return len(owners - family) <= 1 and owners.isdisjoint(other.id for other in others)


def _citations(provision: Provision) -> Iterator[str]:
    yield provision.citation if provision.kind != "section" else provision.label + provision.title
    if provision.kind in ("measure", "area", "item") and "（" in provision.citation:
        yield provision.citation[provision.citation.index("（") :]
    if provision.kind == "section":
        yield provision.title
    if provision.kind == "preamble":
        yield from ("导语", "开头", "引言")
    if provision.kind == "safeguard":
        yield "保障措施" + provision.label


def below_chance(hits: int, chances: list[float]) -> bool:
    """Whether there are fewer hits than chance gives, and not merely by chance: one time in twenty or rarer.

    `chances` has for each item how likely a hit is.
    """
    if not chances or hits >= sum(chances):
        return False
    from math import exp, lgamma, log

    items, chance = len(chances), sum(chances) / len(chances)
    hit, miss = log(chance), log(1 - chance) if chance < 1 else float("-inf")
    # As logarithms: of a thousand items there are more choices than a float can say.
    likely = (
        exp(lgamma(items + 1) - lgamma(n + 1) - lgamma(items - n + 1) + n * hit + (items - n) * miss)
        for n in range(hits + 1)
    )
    return sum(likely) < 0.05


def beyond_chance(hits: int, items: int, limit: float) -> bool:
    """Whether `hits` of `items` are more than `limit` allows, and not merely by chance in a small bank."""
    if not items or hits / items <= limit:
        return False
    if items >= ENOUGH:
        return True
    from math import comb

    tail = sum(comb(items, n) * limit**n * (1 - limit) ** (items - n) for n in range(hits, items + 1))
    return tail < 0.05
