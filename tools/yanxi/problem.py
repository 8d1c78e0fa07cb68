"""A problem is a value: where it stands, what was found, what to do. Nothing here knows a question."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

ERROR = "error"
WARNING = "warning"
NOTICE = "notice"

DISK_FULL = "磁盘满了。"
"""The message of what is no editor's mistake: whoever passes problems on looks for it."""


@dataclass(frozen=True, order=True)
class Problem:
    """Something an editor has to look at.

    Attributes:
        path: the file, relative to the project, with forward slashes.
        line, column: counted from 1, in characters.
        code: the rule's short Chinese name, e.g. ``答案越界``.
        message: what was found, in Chinese.
        hint: what to do, in Chinese; may be empty.
        severity: ``error`` fails the build; ``warning`` fails a strict one; ``notice`` is a habit worth knowing, and fails nothing.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    severity: str = ERROR

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: [{self.code}] {self.message}{self.hint}"


def as_text(problems: Iterable[Problem]) -> str:
    """One line a problem, as editors and terminals read it."""
    return "\n".join(map(str, problems))


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON array of objects with the attributes of `Problem`."""
    return json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=2)


def as_github(problems: Iterable[Problem]) -> str:
    """GitHub's workflow commands, which put each problem beside its line in a pull request.

    The escapes are those of https://docs.github.com/actions/reference/workflow-commands-for-github-actions.
    """
    return "\n".join(
        f"::{problem.severity} file={_property(problem.path)},line={problem.line},col={problem.column},"
        f"title={_property(problem.code)}::{_data(problem.message + problem.hint)}"
        for problem in problems
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


PRINTERS = {"text": as_text, "json": as_json, "github": as_github}
