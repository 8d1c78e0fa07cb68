"""What a document says of itself in document.yml."""

from __future__ import annotations

from collections.abc import Mapping as Names
from dataclasses import dataclass, field

from yanxi.yamltext import fields as take
from yanxi.yamltext.nodes import Mapping, Node, Report, Sequence, Text


@dataclass(frozen=True)
class Settings:
    title: str
    short: str
    summary: str
    levels: object = None
    words: Names[str, tuple[str, ...]] = field(default_factory=dict)
    current: bool = False


def read_settings(node: Node | None, name: str, report: Report) -> Settings:
    if not isinstance(node, Mapping):
        return Settings(name, name, "")
    current = node.get("current")
    title = take.text(node, "title", report)
    words = node.get("words")
    return Settings(
        title or name,
        take.text(node, "short", report, required=False) or title or name,
        take.text(node, "summary", report, required=False),
        current=isinstance(current, Text) and current.value == "true",
        words={
            key.value: tuple(item.value for item in value.items if isinstance(item, Text))
            for key, value in (words.entries if isinstance(words, Mapping) else ())
            if isinstance(value, Sequence)
        },
    )
