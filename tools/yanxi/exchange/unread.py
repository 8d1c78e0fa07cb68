"""What of a file is not read, gathered and said once for each sort, with every place."""

from __future__ import annotations

from dataclasses import dataclass, field

from yanxi.problem import NOTICE, Problem
from yanxi.yamltext.nodes import Report, Text

_NAMED = 12
"""So many places are written out."""


@dataclass
class Unread:
    """`note` for each piece, `say` at the end."""

    held: dict[str, list[Text]] = field(default_factory=dict)

    def note(self, what: str, place: Text) -> None:
        self.held.setdefault(what, []).append(place)

    def say(self, report: Report, code: str = "没有读的内容", hint: str = "题库里没有它的地方。") -> None:
        for what, places in self.held.items():
            report(
                Problem(places[0].path, places[0].line, 1, code, f"第 {named(places)} 行的{what}没有读。", hint, NOTICE)
            )


def named(places: list[Text]) -> str:
    """The lines of these places: 3、5、8等."""
    lines = list(dict.fromkeys(place.line for place in places))
    return "、".join(map(str, lines[:_NAMED])) + ("等" if len(lines) > _NAMED else "")
