"""YAML laid out as the house writes it: two spaces a level, one space behind a colon, keys in their order. Remarks stay.

Nothing is read anew: what stands in one line is taken as it was typed. Where the result would not say exactly what the text
said, or would have lost a remark, there is none, and the file stays as its editor has written it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from yanxi.yamltext import nodes, parse
from yanxi.yamltext.repair import LOADER
from yanxi.yamltext.scalar import scalar

Orders = Mapping[tuple[str, ...], Sequence[str]]
"""By the keys that lead to a mapping, lists left out, the order of its own keys: ("questions",) is each question's."""

STEP = "  "
_ROUNDS = 5


class _UnusualError(Exception):
    """Something that no file of ours has a use for, and that is left alone."""


def laid_out(text: str, orders: Orders | None = None) -> str | None:
    """The text of a file that can be read without a problem, laid out; None where that cannot be done safely.

    What has been laid out once stays as it is when it is laid out again.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    made = text
    for _ in range(_ROUNDS):
        before = made
        try:
            made = _once(before, orders or {})
        except (_UnusualError, yaml.YAMLError):
            return None
        if made == before:
            return made if _same(text, made) else None
    return None


def _once(text: str, orders: Orders) -> str:
    root = yaml.compose(text, LOADER)
    if root is None:
        raise _UnusualError
    source = _Source(text)
    block = _Reader(source, orders).block(root, 0, ())
    lines = list(_printed(block, 0))
    lines += [STEP * remark.depth + remark.text if remark.text else "" for remark in source.rest()]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines) + "\n"


# What a file holds, apart from where it stands.


@dataclass(frozen=True)
class _Remark:
    """A line that begins with #, or an empty one. `depth` is the level that it belongs to."""

    text: str
    depth: int = 0


@dataclass
class _Entry:
    """A key with its value, or an item: what stands before it, `key:` or nothing, and a value in one line or lines below."""

    before: list[_Remark]
    key: str
    value: str = ""
    remark: str = ""
    below: _Block | list[str] | None = None

    @property
    def name(self) -> str:
        return self.key.strip("\"'")


@dataclass
class _Block:
    dashes: bool
    entries: list[_Entry] = field(default_factory=list)


class _Source:
    """The lines of a text, and its remarks, each to be taken once."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.next = 0
        self.columns: list[int] = []

    def before(self, line: int, depth: int) -> list[_Remark]:
        """The remarks above a line that is an entry of the block at `depth`; one that stands deeper stays there."""
        found: list[_Remark] = []
        while self.next < line:
            row = self.lines[self.next]
            self.next += 1
            if row.lstrip().startswith("#"):
                column = len(row) - len(row.lstrip())
                fits = [level for level, each in enumerate(self.columns) if each <= column]
                found.append(_Remark(row.strip(), max(depth, fits[-1] if fits else 0)))
            elif not row.strip() and not (found and not found[-1].text):
                found.append(_Remark(""))
        return found

    def enter(self, depth: int, column: int) -> None:
        del self.columns[depth:]
        self.columns.append(column)

    def rest(self) -> list[_Remark]:
        return self.before(len(self.lines), 0)


class _Reader:
    def __init__(self, source: _Source, orders: Orders) -> None:
        self.source, self.orders = source, orders

    def block(self, node: yaml.Node, depth: int, path: tuple[str, ...]) -> _Block:
        """A block mapping or list; in braces or brackets it has to go over several lines."""
        made = _Block(isinstance(node, yaml.SequenceNode))
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                made.entries.append(self._entry(_slice(self.source, key), key.start_mark, key, value, depth, path))
            order = self.orders.get(path)
            if order:
                made.entries.sort(key=lambda each: order.index(each.name) if each.name in order else len(order))
        elif isinstance(node, yaml.SequenceNode):
            for item in node.value:
                line = self._dash(item, node) if not node.flow_style else item.start_mark.line
                made.entries.append(self._item(item, line, node, depth, path))
        else:
            raise _UnusualError
        return made

    def _dash(self, item: yaml.Node, within: yaml.Node) -> int:
        """The line of an item's dash, which may stand above the item."""
        line, column = item.start_mark.line, within.start_mark.column
        while line >= within.start_mark.line:
            row = self.source.lines[line]
            if row[column : column + 1] == "-" and not row[:column].strip(" -"):
                return line
            line -= 1
        raise _UnusualError

    def _entry(
        self, key: str, mark: Any, node: yaml.Node, value: yaml.Node, depth: int, path: tuple[str, ...]
    ) -> _Entry:
        before = self.source.before(mark.line, depth)
        self.source.enter(depth, mark.column)
        self.source.next = max(self.source.next, mark.line + 1)
        made = _Entry(before, key)
        self._value(made, value, depth, (*path, node.value), node.end_mark)
        return made

    def _item(self, item: yaml.Node, line: int, within: yaml.Node, depth: int, path: tuple[str, ...]) -> _Entry:
        before = self.source.before(line, depth)
        self.source.enter(depth, within.start_mark.column)
        made = _Entry(before, "")
        if _leaf(item):
            self.source.next = max(self.source.next, line + 1)
            self._value(made, item, depth, path, None)
        else:
            made.below = self.block(item, depth + 1, path)
        return made

    def _value(self, entry: _Entry, value: yaml.Node, depth: int, path: tuple[str, ...], after: Any) -> None:
        """What stands behind a key or a dash."""
        if not _leaf(value):
            colon = self.source.lines[after.line].find(":", after.column)
            if value.start_mark.line > after.line and colon >= 0:
                entry.remark = _remark(self.source.lines[after.line][colon + 1 :])
            entry.below = self.block(value, depth + 1, path)
            return
        first, last = value.start_mark.line, _last_line(value)
        self.source.next = max(self.source.next, last + 1)
        if isinstance(value, yaml.ScalarNode) and value.style in ("|", ">"):
            entry.value = self.source.lines[first][value.start_mark.column :].rstrip()
            entry.below = _held(self.source.lines[first + 1 : last + 1])
            if any(each.isdigit() or each == "+" for each in entry.value.split("#")[0]):
                raise _UnusualError  # how far it is indented, or which empty lines it ends in, is part of it
            return
        entry.value = _inline(self.source, value)
        end = value.end_mark
        if (last == end.line and first != last) or first == last:
            entry.remark = _remark(self.source.lines[end.line][end.column :])


def _leaf(node: yaml.Node) -> bool:
    """Whether it is printed in the line of its key or dash."""
    if isinstance(node, yaml.ScalarNode):
        return True
    return bool(node.flow_style) and (node.start_mark.line == node.end_mark.line or not node.value)


def _last_line(node: yaml.Node) -> int:
    """The last line of a value; a block scalar's end is the beginning of what follows."""
    end = node.end_mark
    return end.line - 1 if end.column == 0 and end.line > node.start_mark.line else end.line


def _slice(source: _Source, node: yaml.Node) -> str:
    """What stands between the marks of a node, in one line."""
    start, end = node.start_mark, node.end_mark
    if start.line != end.line:
        raise _UnusualError
    return source.lines[start.line][start.column : end.column].strip()


def _inline(source: _Source, node: yaml.Node) -> str:
    """A value in one line: as it was typed where it was one."""
    if isinstance(node, yaml.ScalarNode):
        one = node.start_mark.line == node.end_mark.line
        return _slice(source, node) if one else scalar(node.value.strip())
    if isinstance(node, yaml.SequenceNode):
        return f"[{', '.join(_inline(source, each) for each in node.value)}]"
    pairs = (f"{_inline(source, key)}: {_inline(source, value)}".rstrip() for key, value in node.value)
    return f"{{{', '.join(pairs)}}}"


def _remark(rest: str) -> str:
    """What stands behind a value, with the space before it: columns that somebody has lined up stay so."""
    return rest.rstrip() if rest.lstrip().startswith("#") and rest[:1].isspace() else ""


def _held(lines: list[str]) -> list[str]:
    """The lines of a block scalar, without the indentation that they share."""
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    margin = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
    return [line[margin:].rstrip("\n") for line in lines]


# On paper again.


def _printed(block: _Block, depth: int) -> Iterator[str]:
    indent = STEP * depth
    for entry in block.entries:
        for remark in entry.before:
            yield STEP * remark.depth + remark.text if remark.text else ""
        head = "-" if block.dashes else f"{entry.key}:"
        if block.dashes and isinstance(entry.below, _Block) and entry.below.entries:
            yield from _item(entry.below, depth)
        else:
            yield f"{indent}{head} {entry.value}".rstrip() + entry.remark
            if isinstance(entry.below, _Block):
                yield from _printed(entry.below, depth + 1)
            for line in entry.below if isinstance(entry.below, list) else ():
                yield f"{indent}{STEP}{line}" if line.strip() else line.strip()


def _item(block: _Block, depth: int) -> Iterator[str]:
    """A block behind a dash: what stands before its first entry comes before the dash."""
    first = block.entries[0]
    for remark in first.before:
        yield STEP * depth + remark.text if remark.text else ""
    first.before = []
    rows = _printed(block, depth + 1)
    yield f"{STEP * depth}- {next(rows).lstrip(' ')}"
    yield from rows


# Whether it is still the same.


def _same(text: str, made: str) -> bool:
    """Whether two texts are read as the same, and have the same remarks."""
    held = _read(text)
    return held is not None and held == _read(made) and sorted(_remarks(text)) == sorted(_remarks(made))


def _read(text: str) -> Any:
    problems: list[object] = []
    root = parse.parse(text, "", problems.append)
    return None if problems or root is None else _plain(root)


def _plain(node: nodes.Node) -> Any:
    if isinstance(node, nodes.Mapping):
        return {key.value: _plain(value) for key, value in node.entries}
    if isinstance(node, nodes.Sequence):
        return [_plain(each) for each in node.items]
    assert isinstance(node, nodes.Text)
    return node.value


def _remarks(text: str) -> Iterator[str]:
    """Every remark: what follows a # that begins a line or follows a space, outside of all values."""
    rows = text.split("\n")
    for node in _leaves(yaml.compose(text, LOADER)):
        start, last = node.start_mark, _last_line(node)
        for line in range(start.line, last + 1):
            begin = start.column if line == start.line else 0
            # The line that begins a block scalar may end in a remark.
            block = node.style in ("|", ">") and line == start.line
            end = begin + 1 if block else node.end_mark.column if line == node.end_mark.line else len(rows[line])
            rows[line] = rows[line][:begin] + "." * (end - begin) + rows[line][end:]
    for row in rows:
        place = next((n for n, c in enumerate(row) if c == "#" and (n == 0 or row[n - 1].isspace())), None)
        if place is not None:
            yield row[place:].rstrip()


def _leaves(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.MappingNode):
        for pair in node.value:
            for each in pair:
                yield from _leaves(each)
    elif isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _leaves(each)
