"""Chinese text as strings: width, quotation marks, numerals. Knows no plan and no question."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

DIGITS = "一二三四五六七八九"
_NUMERAL = re.compile(f"(?:([{DIGITS}])百)?(?:([{DIGITS}])?(十))?([零〇])?([{DIGITS}])?")
_MARKS = str.maketrans("“”„‟＂‘’‚‛＇", "\"\"\"\"\"'''''")

_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}

_FIGURE = r"(?:\d+(?:[.．]\d+)?|[〇零一二两三四五六七八九十百千万亿]+)"
_UNIT = (
    r"(?:个?百分点|%|％|‰|[万亿]?元|年度?|个?学期|个?季度|个?月份?|个?工作日|日|号|天|周|个?小时|学时|课时|分钟|人次|次|条|(?<!一)件"
    r"|场|篇|期|批|轮|倍|所|名|岁|人(?![民员])|分(?![管工别类析散之]))"
)
_POINT = r"(?:(?:上旬|中旬|下旬|[底末初])?(?:之?前|以前|以内|内|以上|以下|之?后)?)"
FIGURE = re.compile(_FIGURE)
MEASURE = re.compile(rf"{_UNIT}|[个项点款类份种层级面位句步节章页处届门套本支块元]")
"""A measure word at the beginning of a text: 条, 个月, 学时, 万元."""
QUANTITY = re.compile(
    rf"每(?:半年|季度|学期|学年|周|天|日|月|年|{_FIGURE}{_UNIT})(?:至少)?|至少|不少于|不低于|不超过|百分之{_FIGURE}{_POINT}"
    rf"|{_FIGURE}分之{_FIGURE}|第?{_FIGURE}{_UNIT}{_POINT}|[上下]半年|(?:年|月|季度|学期|学年)[底末](?:之?前|以前)?"
    r"|定期|及时|长期|年度|动态|[一二两三四五六七八九十]个(?=[^，。；、])|第一"
)
"""Figures with their units, dates, shares and frequencies: 三月底前, 五千元以上, 每两个月, 不少于."""


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


def spell(value: int) -> str:
    """A number from 1 to 99 in characters: 15 is 十五."""
    tens, ones = divmod(value, 10)
    digits = "〇" + DIGITS
    if not tens:
        return digits[ones]
    return (digits[tens] if tens > 1 else "") + "十" + (digits[ones] if ones else "")


def traditional(text: str) -> dict[str, str]:
    """The traditional characters, and other forms, that somebody may type for those of `text`: 雙 -> 双, 責 -> 责."""
    return {
        form: character for character in dict.fromkeys(text) for form in _forms().get(character, ()) if form not in text
    }


@lru_cache(maxsize=1)
def _forms() -> dict[str, tuple[str, ...]]:
    """For each simplified character the traditional ones that become it."""
    from opencc import OpenCC  # a tenth of a second, which only a build needs

    every = [chr(code) for code in range(0x3400, 0xA000)]
    forms: dict[str, tuple[str, ...]] = {}
    for form, character in zip(every, OpenCC("t2s").convert("\n".join(every)).split("\n"), strict=True):
        if form != character:
            forms[character] = (*forms.get(character, ()), form)
    return forms


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Text without the differences that are not words: width (NFKC), quotation marks' shape, white space."""
    return "".join(map(fold_character, text))


@lru_cache(maxsize=4096)
def fold_character(character: str) -> str:
    """The folded form of one character: nothing, one or several characters."""
    return "".join(unicodedata.normalize("NFKC", character.translate(_MARKS)).split())


def narrow(text: str) -> str:
    """Text without the differences of width and white space: full-width ＡＢ（ as AB(, which `fold` does and more."""
    return "".join(text.translate(_NARROW).split())


def meaning(text: str) -> str:
    """Folded text without punctuation: what it says, however it is set."""
    return "".join(filter(str.isalnum, fold(text)))
