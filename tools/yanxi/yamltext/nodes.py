"""Values that know where they stand: every scalar stays the text that was typed (``no``, ``1.10`` and ``2022`` too)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from yanxi.problem import Problem

Report = Callable[[Problem], None]


@dataclass(frozen=True, slots=True)
class Node:
    """A value and its place. `line` and `column` count from 1."""

    path: str
    line: int
    column: int

    def problem(self, code: str, message: str, hint: str = "", severity: str = "error") -> Problem:
        """A problem that stands where this value stands."""
        return Problem(self.path, self.line, self.column, code, message, hint, severity)


@dataclass(frozen=True, slots=True)
class Text(Node):
    value: str


@dataclass(frozen=True, slots=True)
class Sequence(Node):
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Mapping(Node):
    entries: tuple[tuple[Text, Node], ...]

    def get(self, key: str) -> Node | None:
        """The value of `key`, or None."""
        for name, value in self.entries:
            if name.value == key:
                return value
        return None

    def key(self, key: str) -> Text | None:
        """The key itself, for its place."""
        return next((name for name, _ in self.entries if name.value == key), None)


def describe(node: Node) -> str:
    """What kind of value this is, in an editor's words."""
    if isinstance(node, Sequence):
        return "一个列表"
    if isinstance(node, Mapping):
        return "一组“键: 值”"
    return f"“{node.value}”" if isinstance(node, Text) and node.value else "空白"
