"""Where a quotation stands in the document. Width and spaces are forgiven, words are not."""

from __future__ import annotations

from functools import lru_cache
from itertools import zip_longest

from yanxi.chinese import fold, fold_character, narrow
from yanxi.model import Clause, Provision


@lru_cache(maxsize=256)
def _folded(text: str) -> tuple[str, tuple[int, ...]]:
    """The folded text, and for each of its characters the offset in `text` that it came from."""
    characters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        for part in fold_character(character):
            characters.append(part)
            offsets.append(offset)
    return "".join(characters), tuple(offsets)


def find(text: str, quotation: str) -> list[tuple[int, int]]:
    """Every place of `quotation` in `text`, as (start, end) offsets into `text`; overlapping ones too."""
    needle = fold(quotation)
    if not needle:
        return []
    folded, offsets = _folded(text)
    spans, position = [], folded.find(needle)
    while position >= 0:
        spans.append((offsets[position], offsets[position + len(needle) - 1] + 1))
        position = folded.find(needle, position + 1)
    return spans


def altered(typed: str, official: str) -> tuple[str, str] | None:
    """The first character in which what was typed and what was found for it differ in more than width and space.

    Quotation marks of another shape and characters that only look like the official ones (⼀ U+2F00 for 一) are found all
    the same. None where there is no such difference.
    """
    pairs = zip_longest(narrow(typed), narrow(official), fillvalue="")
    return next(((one, other) for one, other in pairs if one != other), None)


def nearest(text: str, quotation: str) -> tuple[str, str]:
    """Where a quotation that is not in `text` begins to differ from it.

    Returns the quotation's longest beginning that does stand in `text`, and the words that follow there. Both are empty
    when not even two characters stand there.
    """
    folded, offsets = _folded(text)
    needle = fold(quotation)
    low, high = 0, len(needle)
    while low < high:
        middle = (low + high + 1) // 2
        if needle[:middle] in folded:
            low = middle
        else:
            high = middle - 1
    if low < 2:
        return "", ""
    start = folded.find(needle[:low])
    end = offsets[start + low - 1] + 1
    return text[offsets[start] : end], text[end : end + 6]


def stands(words: str, text: str, apart: int) -> bool:
    """Whether `words` stand in `text`, in one piece or in pieces of two characters or more, one behind the other, with at most
    `apart` characters between them: 每月一次 in 每月安排部署或检查一次, but not 每年 in 每半年."""
    needle, folded = fold(words), fold(text)
    return any(_pieces(needle, folded, start, apart) for start in range(len(folded)) if folded[start] == needle[:1])


def _pieces(needle: str, text: str, start: int, apart: int) -> bool:
    """Whether a piece of `needle` stands at `start`, and the rest of it behind."""
    if text.startswith(needle, start):
        return True
    for size in range(len(needle) - 2, 1, -1):
        end = start + size
        if text.startswith(needle[:size], start) and any(
            _pieces(needle[size:], text, place, apart) for place in range(end + 1, min(end + apart, len(text)) + 1)
        ):
            return True
    return False


def clauses_of(provision: Provision, start: int, end: int) -> tuple[Clause, ...]:
    """The clauses that a span of `provision.text` touches, in order."""
    touched, position = [], 0
    for clause in provision.clauses:
        begin = provision.text.find(clause.text, position)
        position = begin + len(clause.text)
        if begin < end and start < position:
            touched.append(clause)
    return tuple(touched)
