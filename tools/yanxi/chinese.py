"""Chinese text as strings: width, quotation marks, numerals. Knows no plan and no question."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

DIGITS = "一二三四五六七八九"
_NUMERAL = re.compile(f"(?:([{DIGITS}])百)?(?:([{DIGITS}])?(十))?([零〇])?([{DIGITS}])?")
_MARKS = str.maketrans("“”„‟＂‘’‚‛＇", "\"\"\"\"\"'''''")


def numeral(text: str) -> int | None:
    """The value of 一 … 九百九十九, or None for anything else."""
    match = _NUMERAL.fullmatch(text)
    if not text or not match:
        return None
    hundreds, tens, ten, zero, ones = match.groups()
    if bool(zero) != bool(hundreds and not ten and ones):  # 一百零二, but neither 一百二 nor 十零二
        return None
    digit = lambda written: DIGITS.find(written) + 1 if written else 0  # noqa: E731
    return 100 * digit(hundreds) + (10 * (digit(tens) or 1) if ten else 0) + digit(ones)


def number(text: str) -> int | None:
    """The value of a numeral, or of digits of any width; None for anything else."""
    digits = fold(text)
    return int(digits) if digits.isascii() and digits.isdigit() else numeral(digits)


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
