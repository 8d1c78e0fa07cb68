"""Chinese text as strings: width, quotation marks, numerals. Knows no plan and no question."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

DIGITS = "一二三四五六七八九"
_MARKS = str.maketrans("“”„‟＂‘’‚‛＇", "\"\"\"\"\"'''''")


def numeral(text: str) -> int | None:
    """The value of 一 … 九十九, or None for anything else."""
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return DIGITS.find(text) + 1 or None if len(text) == 1 else None
    value = 10 * ((DIGITS.find(tens) + 1) if len(tens) == 1 else 1 if not tens else 0)
    if not value or len(ones) > 1 or (ones and ones not in DIGITS):
        return None
    return value + (DIGITS.find(ones) + 1 if ones else 0)


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Text without the differences that are not words: width (NFKC), quotation marks' shape, white space."""
    return "".join(fold_character(character) for character in text)


@lru_cache(maxsize=4096)
def fold_character(character: str) -> str:
    """The folded form of one character: nothing, one or several characters."""
    return "".join(unicodedata.normalize("NFKC", character.translate(_MARKS)).split())


def meaning(text: str) -> str:
    """Folded text without punctuation: what it says, however it is set."""
    return "".join(character for character in fold(text) if character.isalnum())
