"""Options and points numbered as on paper (A. B. C., 1. 2. 3.), where YAML wants a list: it would run them together, or make keys
of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_MARKS = r"(?:[（(]?(?P<mark>[A-Ha-hＡ-Ｈ]|[0-9]{1,2})[)）.．、:：]|(?P<ring>[①-⑩]))"
_LINE = re.compile(rf" *{_MARKS}\s*(?P<text>\S.*?)\s*$")
_KEY = re.compile(r"(?P<indent> *(?:- +)?)(?P<key>[a-z_]+):\s*(?P<value>.*?)\s*$")


@dataclass(frozen=True)
class Run:
    """Numbered lines that follow one another. `line` is that of the first, from 0; `lines` are all of the text, mended."""

    line: int
    column: int
    letters: bool
    lines: tuple[str, ...]


def first_run(lines: list[str]) -> Run | None:
    """The first numbered lines of a YAML text; None where there are none."""
    for number, line in enumerate(lines):
        key = _KEY.match(line)
        if key and (made := _run(lines, number, key)):
            return made
    return None


def _run(lines: list[str], number: int, key: re.Match[str]) -> Run | None:
    """Numbered lines below the line of a key, or beginning behind the key itself."""
    behind = _LINE.match(key["value"])
    found = [*_numbered(lines, number + 1, 1 if behind and _order(behind) == 1 else 0)]
    if behind and _order(behind) == 1:
        found = [(number, behind), *found]
    if len(found) < 2:
        return None
    letters = (found[0][1]["mark"] or "").isalpha()
    if not letters and key["value"] and found[0][0] != number:  # a sentence, and what it counts up below it
        return None
    items = ", ".join("'" + match["text"].replace("'", "''") + "'" for _, match in found)
    mended, first = list(lines), found[0][0]
    for place, _ in found:
        mended[place] = ""
    own = letters and key["key"] != "options" and first != number
    indent = re.sub("-", " ", key["indent"]) if own else key["indent"]
    mended[first if own else number] = f"{indent}{'options' if own else key['key']}: [{items}]"
    return Run(first, key.start("value") if first == number else _indent(lines[first]), letters, tuple(mended))


def _numbered(lines: list[str], number: int, done: int) -> Iterator[tuple[int, re.Match[str]]]:
    """The lines from `number` on that count on from `done`."""
    while number < len(lines):
        match = _LINE.match(lines[number])
        if match and _order(match) == done + 1:
            done += 1
            yield number, match
        elif lines[number].strip():
            return
        number += 1


def _order(match: re.Match[str]) -> int:
    """What a mark counts: 2 for B, b, 2 and ②."""
    if match["ring"]:
        return ord(match["ring"]) - ord("①") + 1
    mark = unicodedata.normalize("NFKC", match["mark"])
    return int(mark) if mark.isdigit() else ord(mark.upper()) - ord("A") + 1


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
