"""The typed fences of a page: fenced code blocks whose info string names a part of the site.

There is one reader of fences. The proof of the official text and the Markdown extension both use it, so what is proven is
what is shown. Fences are those of CommonMark 0.31, section 4.5, at the left margin; a longer fence around a shorter one shows it
as an example. One of ours that has not ended where the next of ours begins ends there: what follows is not its content.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

TYPES = (
    "official", "note", "points", "duties", "terms", "quiz", "contents", "glossary", "duty-list", "calendar", "full-text",
    "home", "study", "rules", "vote-cards",
)  # fmt: skip
VIEWS = ("", "actor", "measure", "time")
"""What a `duty-list` fence may be arranged by; with nothing it says how many there are, and where to download them."""

_OPEN = re.compile(r" {0,3}(`{3,}|~{3,})\s*([^`]*)$")


@dataclass(frozen=True)
class Fence:
    """A fenced block. `line` is that of the opening fence, counted from 1; `lines` are those between the fences."""

    type: str
    argument: str
    line: int
    lines: tuple[str, ...]
    closed: bool

    @property
    def end(self) -> int:
        """The line of the closing fence, or the last line if there is none."""
        return self.line + len(self.lines) + (1 if self.closed else 0)

    @property
    def body(self) -> str:
        return "\n".join(self.lines)

    @property
    def address(self) -> str:
        """What the fence is about, e.g. ``a1-m3``: behind its type, or alone on its first line."""
        return self.argument or self.body.strip()


def scan(lines: list[str]) -> Iterator[Fence]:
    """Every fenced block of a page, in order; `type` is the info string's first word."""
    number = 0
    while number < len(lines):
        match = _OPEN.match(lines[number])
        if not match:
            number += 1
            continue
        mark, info = match[1], match[2].split(maxsplit=1)
        closing = re.compile(rf" {{0,3}}{re.escape(mark[0])}{{{len(mark)},}}\s*$")
        begin, ours = number + 1, bool(info) and info[0] in TYPES
        stop = begin
        while stop < len(lines) and not closing.match(lines[stop]) and not (ours and _begins(lines[stop], mark)):
            stop += 1
        closed = stop < len(lines) and bool(closing.match(lines[stop]))
        yield Fence(
            info[0] if info else "",
            info[1].strip() if len(info) > 1 else "",
            begin,
            tuple(lines[begin:stop]),
            closed,
        )
        number = stop + closed


def _begins(line: str, mark: str) -> bool:
    """Whether a line begins a fence of ours that is no example within the one that `mark` has begun."""
    match = _OPEN.match(line)
    return bool(match) and len(match[1]) >= len(mark) and match[2].startswith(TYPES) and match[2].split()[0] in TYPES


def typed(lines: list[str]) -> Iterator[Fence]:
    """The fences that are ours."""
    return (fence for fence in scan(lines) if fence.type in TYPES)
