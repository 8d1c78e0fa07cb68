"""The level marks of Chinese official documents, as a table: one entry a mark.

The usual order is that of 党政机关公文格式 (GB/T 9704-2012, 7.3.3) below that of regulations (规章制定程序条例): 编, 章, 节, 条,
then 一、 （一） 1. （1）, and 一是 in running text. A document with another order says so in its document.yml.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from yanxi.chinese import number

RESTART, RUN, EITHER = "restart", "run", "either"
"""How a level is numbered: anew below each provision above it, through the whole document, or the one way or the other, but the
same in the whole document."""

NUMERAL = "[一二三四五六七八九十百零〇]{1,7}"
_DIGITS = "[0-9０-９]{1,3}"
_ANY = f"(?:{NUMERAL}|{_DIGITS})"
_OPEN, _CLOSE = r"[（(〔【\[]\s*", r"\s*[）)〕】\]]"


@dataclass(frozen=True)
class Level:
    """A mark that begins provisions.

    Attributes:
        mark: as an editor writes it in document.yml, e.g. ``（一）``.
        pattern: the mark at the beginning of a line, in every printed variant.
        letters: what the ids of its provisions begin with.
        kind: the kind of its provisions.
        form: how it is cited; ``{}`` stands for the numeral as printed. Empty: as the mark is printed.
        numbering: `RESTART`, `RUN` or `EITHER`.
        page: whether it makes provisions; otherwise it stays in the text of the provision above.
        leaf: whether all that stands below it stays its text.
    """

    mark: str
    pattern: re.Pattern[str]
    letters: str
    kind: str
    form: str
    numbering: str = RESTART
    page: bool = True
    leaf: bool = False

    def cite(self, mark: str, above: str) -> str:
        """The citation of a provision whose mark is printed as `mark`, below one that is cited as `above`.

        What is numbered through the document is cited alone: 第五条, not 第二章第五条.
        """
        own = self.form.format(_numeral(mark)) if self.form else "".join(mark.split())
        if self.numbering == RUN or not above:
            return own
        return f"{above}{'' if own[0] in '第（' or above[-1] == '）' else '·'}{own}"


def _numeral(mark: str) -> str:
    """The numeral in a printed mark: 十二 of （十二）, 3 of ③."""
    match = re.search(_ANY, unicodedata.normalize("NFKC", mark))
    return match[0] if match else ""


def value(mark: str) -> int | None:
    """What a printed mark counts, or None when its numeral is none (十十是)."""
    return number(_numeral(mark))


PART = Level("第×编", re.compile(rf"第\s*{_ANY}\s*(?:编|篇|部分)"), "pt", "part", "")
CHAPTER = Level("第×章", re.compile(rf"第\s*{_ANY}\s*章"), "ch", "chapter", "", EITHER)
DIVISION = Level("第×节", re.compile(rf"第\s*{_ANY}\s*节(?!课)"), "sec", "division", "")
ARTICLE = Level("第×条", re.compile(rf"第\s*{_ANY}\s*条(?!例)"), "art", "article", "", RUN, leaf=True)
SECTION = Level("一、", re.compile(rf"{NUMERAL}\s*[、．.]"), "s", "section", "{}", EITHER)
AREA = Level("（一）", re.compile(rf"{_OPEN}{NUMERAL}{_CLOSE}|[㈠-㈩]"), "a", "area", "（{}）", EITHER)
ITEM = Level("1.", re.compile(rf"{_DIGITS}\s*[.．、](?![0-9０-９])|[⒈-⒛]"), "n", "item", "{}", EITHER)
POINT = Level(
    "（1）", re.compile(rf"{_OPEN}{_DIGITS}{_CLOSE}|{_DIGITS}[）)]|[①-⑳⑴-⒇]"), "p", "point", "（{}）", page=False
)
MEASURE = Level("一是", re.compile(rf"{NUMERAL}是"), "m", "measure", "{}是")

DEFAULT: tuple[Level, ...] = (PART, CHAPTER, DIVISION, ARTICLE, SECTION, AREA, ITEM, POINT, MEASURE)


def named(mark: str) -> Level | None:
    """The level that an editor means: by its mark, or by any printed variant of it (第一条, 第X条, (一), 1、)."""
    wanted = re.sub(r"[xX*＊]", "×", mark)
    for level in DEFAULT:
        if wanted == level.mark or level.pattern.fullmatch(mark):
            return level
    return None


def ordered(levels: Iterable[Level]) -> tuple[Level, ...]:
    """An editor's own order as a table: 第×条 keeps what is below it as its text only where nothing below it has a page."""
    table = tuple(levels)
    return tuple(
        replace(level, leaf=level.leaf and not any(below.page for below in table[rank + 1 :]))
        for rank, level in enumerate(table)
    )


def find(levels: Iterable[Level], words: str) -> tuple[Level, str] | None:
    """The level whose mark `words` begin with, and the mark as printed; None without one."""
    for level in levels:
        if match := level.pattern.match(words):
            return level, match[0]
    return None
