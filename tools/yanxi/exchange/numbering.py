"""The numbers that Word writes by itself: they stand in no text, and what is shown has to be reckoned.

A paragraph belongs to a list (`numId`) at a level (`ilvl`), by itself or through its style. Lists of one abstract definition
count together, unless a list begins anew (`startOverride`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from yanxi.chinese import spell

_NONE = "0"
_DEEPEST = 9


@dataclass(frozen=True)
class _Level:
    start: int
    form: str
    text: str
    restart: int | None
    style: str


@dataclass
class Numbering:
    """The lists of a document. `label` is to be asked of every paragraph, in order.

    Args:
        definitions: the root of the part with the lists, or None.
        styles: the root of the part with the styles, or None.
    """

    definitions: Any
    styles: Any
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._abstract = {
            _value(each, "abstractNumId", own=True): each for each in _all(self.definitions, "abstractNum")
        }
        self._lists = {_value(each, "numId", own=True): each for each in _all(self.definitions, "num")}
        self._styles = {each.get(qn("w:styleId")): each for each in _all(self.styles, "style")}

    def label(self, paragraph: Any) -> str:
        """What Word shows before a paragraph: 1., A., 一、; empty where it shows nothing, or a bullet."""
        name, depth = self._place(paragraph)
        found = self._lists.get(name)
        if name == _NONE or found is None:
            return ""
        key = self._definition(found)
        levels = self._levels(found, key)
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(key, [None] * _DEEPEST)
        self._restart(found, name, counts)
        counts[depth] = level.start if counts[depth] is None else (counts[depth] or 0) + 1
        for below in range(depth + 1, _DEEPEST):
            again = levels[below].restart if below in levels else None
            if again is None or depth < again:
                counts[below] = None
        return _shown(level, levels, counts)

    def _place(self, paragraph: Any) -> tuple[str, int]:
        """The list and the level of a paragraph; its own properties come before those of its style."""
        properties = paragraph.find(qn("w:pPr"))
        own = properties.find(qn("w:numPr")) if properties is not None else None
        name, depth = _value(own, "numId"), _value(own, "ilvl")
        style = _value(properties, "pStyle")
        for each in self._line(style) if not name else ():
            inherited = each.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            if not name and _value(inherited, "numId"):
                name, depth = _value(inherited, "numId"), depth or _value(inherited, "ilvl")
                tied = self._tied(name, style)
                depth = depth or (str(tied) if tied is not None else "")
        return name or _NONE, min(int(depth) if depth.isdigit() else 0, _DEEPEST - 1)

    def _line(self, style: str) -> Iterator[Any]:
        """A style and those that it is based on; without one, the document's usual style."""
        if not style:
            usual = [each for each in self._styles.values() if each.get(qn("w:default")) in ("1", "true")]
            style = next((each.get(qn("w:styleId")) for each in usual if each.get(qn("w:type")) == "paragraph"), "")
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = _value(self._styles[style], "basedOn")

    def _tied(self, name: str, style: str) -> int | None:
        """The level of a list that names a style as its own."""
        if name not in self._lists:
            return None
        levels = self._levels(self._lists[name], self._definition(self._lists[name]))
        return next((depth for depth, level in levels.items() if level.style and level.style == style), None)

    def _definition(self, found: Any) -> str:
        """The abstract definition of a list, also where it is that of a style."""
        key = _value(found, "abstractNumId")
        for _ in range(4):
            linked = _value(self._abstract.get(key), "numStyleLink")
            style = self._styles.get(linked)
            other = _value(style.find(f"{qn('w:pPr')}/{qn('w:numPr')}"), "numId") if style is not None else ""
            if other not in self._lists:
                break
            key = _value(self._lists[other], "abstractNumId")
        return key

    def _levels(self, found: Any, key: str) -> dict[int, _Level]:
        made = {_depth(each): _level(each) for each in _all(self._abstract.get(key), "lvl")}
        for change in _all(found, "lvlOverride"):
            for each in _all(change, "lvl"):
                made[_depth(change)] = _level(each)
        return made

    def _restart(self, found: Any, name: str, counts: list[int | None]) -> None:
        """Begins anew where a list that is met for the first time says so."""
        if name in self._begun:
            return
        self._begun.add(name)
        for change in _all(found, "lvlOverride"):
            start = _value(change, "startOverride")
            if start.isdigit() and _depth(change) < _DEEPEST:
                counts[_depth(change)] = int(start) - 1


def _all(root: Any, name: str) -> list[Any]:
    return [] if root is None else root.findall(qn(f"w:{name}"))


def _value(parent: Any, name: str, own: bool = False) -> str:
    """The value of a child, or of the element's own attribute."""
    if parent is None:
        return ""
    if own:
        return parent.get(qn(f"w:{name}")) or ""
    child = parent.find(qn(f"w:{name}"))
    return "" if child is None else child.get(qn("w:val")) or ""


def _depth(element: Any) -> int:
    depth = element.get(qn("w:ilvl")) or "0"
    return int(depth) if depth.isdigit() else 0


def _level(element: Any) -> _Level:
    start, restart = _value(element, "start"), _value(element, "lvlRestart")
    return _Level(
        int(start) if start.isdigit() else 0,
        _value(element, "numFmt") or "decimal",
        _value(element, "lvlText"),
        int(restart) if restart.isdigit() else None,
        _value(element, "pStyle"),
    )


def _shown(level: _Level, levels: dict[int, _Level], counts: list[int | None]) -> str:
    if level.form in ("bullet", "none"):
        return ""

    def figure(found: re.Match[str]) -> str:
        depth = int(found[1]) - 1
        above = levels.get(depth)
        if above is None:
            return ""
        count = counts[depth] if counts[depth] is not None else above.start
        return _FORMS.get(above.form, str)(count or 0)

    return re.sub(r"%([1-9])", figure, level.text)


def _letters(count: int) -> str:
    """1 is A, 27 is AA."""
    return chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 + 1) if 0 < count < 780 else str(count)


def _roman(count: int) -> str:
    values = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    made = ""
    for value, sign in values if count < 40 else ():
        made, count = made + sign * (count // value), count % value
    return made or str(count)


def _chinese(count: int) -> str:
    return spell(count) if 0 < count < 100 else str(count)


def _row(signs: str) -> Callable[[int], str]:
    """A form whose signs follow one another."""
    return lambda count: signs[count - 1] if 0 < count <= len(signs) else str(count)


_FORMS: dict[str, Callable[[int], str]] = {
    "upperLetter": _letters,
    "lowerLetter": lambda count: _letters(count).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda count: _roman(count).lower(),
    "decimalZero": lambda count: f"{count:02}",
    "ideographTraditional": _row("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _row("子丑寅卯辰巳午未申酉戌亥"),
    **dict.fromkeys(
        ("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _row("".join(map(chr, range(0x2460, 0x2474))))
    ),
    "decimalEnclosedParen": _row("".join(map(chr, range(0x2474, 0x2488)))),
    "decimalEnclosedFullstop": _row("".join(map(chr, range(0x2488, 0x249C)))),
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
         "taiwaneseCountingThousand", "ideographDigital", "ideographEnclosedCircle"),
        _chinese,
    ),
    **dict.fromkeys(
        ("decimalFullWidth", "decimalFullWidth2"),
        lambda count: str(count).translate({ord("0") + each: 0xFF10 + each for each in range(10)}),
    ),
}  # fmt: skip
