"""Questions written into a bank's file: those that have changed in their place, new ones at its end, all else as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Names

from yanxi.yamltext import parse
from yanxi.yamltext.nodes import Mapping, Node, Sequence, Text
from yanxi.yamltext.scalar import scalar

ORDER = (
    "id", "kind", "case", "stem", "options", "answer", "any_order", "pairs", "pin", "quote", "term", "explain", "level",
    "draft", "terms", "replaces", "retired", "allow",
)  # fmt: skip
"""The keys of a question as they are written; others follow."""

_NAMED = re.compile(r"[\w“”‘’（）《》、·-]+")


def written(text: str, changed: Names[int, Mapping], added: Iterable[Mapping], cases: Names[str, str] | None) -> str:
    """A bank's text with other questions in it.

    Args:
        text: the file as it is; one that can be read.
        changed: by the line on which a question begins, what is to stand there instead.
        added: what comes at the end.
        cases: all cases of the file, where they have to be written anew.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    rows = text.rstrip("\n").split("\n")
    starts = [entry.line for entry in _entries(text)]
    for start in sorted(changed, reverse=True):
        end = next((line for line in starts if line > start), len(rows) + 1) - 1
        while end > start and (not rows[end - 1].strip() or rows[end - 1].lstrip().startswith("#")):
            end -= 1
        rows[start - 1 : end] = _entry(changed[start], rows[start - 1].partition("-")[0])
    new = list(added)
    if new:
        indent = rows[starts[-1] - 1].partition("-")[0] if starts else "  "
        rows = [re.sub(r"^questions:\s*(\[\s*\])?\s*$", "questions:", row) for row in rows]
        rows += [row for entry in new for row in _entry(entry, indent)]
    if cases is not None:
        rows = _with_cases(rows, cases)
    return "\n".join(rows) + "\n"


def _entries(text: str) -> list[Node]:
    root = parse.parse(text, "", lambda _: None)
    questions = root.get("questions") if isinstance(root, Mapping) else None
    return list(questions.items) if isinstance(questions, Sequence) else []


def _with_cases(rows: list[str], cases: Names[str, str]) -> list[str]:
    """The rows with these cases before the questions; those that stood there go."""
    start = next((number for number, row in enumerate(rows) if row.startswith("cases:")), None)
    first = next(number for number, row in enumerate(rows) if row.startswith("questions:"))
    head = rows[:first] if start is None else rows[:start]
    made = ["cases:", *(f"  {scalar(name, _NAMED)}: {scalar(words)}" for name, words in cases.items())] if cases else []
    return [*head, *made, *rows[first:]]


def _entry(entry: Mapping, indent: str) -> list[str]:
    """A question's lines."""
    names = [name.value for name, _ in entry.entries]
    inner = f"{indent}  "
    made: list[str] = []
    for name in sorted(names, key=lambda each: ORDER.index(each) if each in ORDER else len(ORDER)):
        value = entry.get(name)
        assert value
        made += _key(name, value, inner)
    return [f"{indent}- {made[0].removeprefix(inner)}", *made[1:]]


def _key(name: str, value: Node, indent: str) -> list[str]:
    if isinstance(value, Text):
        return [f"{indent}{name}: {scalar(value.value)}"]
    return [f"{indent}{name}:", *_block(value, f"{indent}  ")]


def _block(value: Node, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        for name, each in value.entries:
            yield from _key(scalar(name.value, _NAMED), each, indent)
    for item in value.items if isinstance(value, Sequence) else ():
        if isinstance(item, Text):
            yield f"{indent}- {scalar(item.value)}"
        elif isinstance(item, Sequence):
            yield f"{indent}- [{', '.join(scalar(each.value, _NAMED) for each in item.items if isinstance(each, Text))}]"
        else:
            first, *rest = _block(item, f"{indent}  ")
            yield f"{indent}- {first.strip()}"
            yield from rest
