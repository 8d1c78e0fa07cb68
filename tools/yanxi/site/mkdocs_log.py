"""What MkDocs says in English while it builds, as problems that an editor can do something about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from yanxi.problem import WARNING, Problem
from yanxi.site.mkdocs_yml import FILE

_SAID = re.compile(r"(?:DEBUG|INFO|WARNING|ERROR|CRITICAL) +- +(.*)")
_LINK = re.compile(r"Doc file '([^']+)' contains .*?link '([^']+)', but (.*)")
_SETTING = re.compile(r"Config value '?([\w.]+)'?|Unrecognised configuration name: (\w+)")
_OURS = re.compile(r"(\S+?):(\d+):(\d+): \[([^\]]+)\] (.*)")
_END = re.compile(r"Aborted|Exited")


def problems(root: Path, output: str) -> list[Problem]:
    """The problems in what `mkdocs build --strict` has printed; one for all that has no other name."""
    found = list(_problems(root, output.splitlines()))
    return found or [_unknown(output)]


def _problems(root: Path, lines: list[str]) -> Iterator[Problem]:
    for line in lines:
        said = _SAID.match(line)
        words = said[1] if said else line
        if match := _OURS.match(words):
            yield Problem(match[1], int(match[2]), int(match[3]), match[4], match[5])
        elif match := _LINK.match(words):
            yield _link(root, *match.groups())
        elif match := _SETTING.match(words):
            message = f"“{match[1] or match[2]}”写得不对。"
            yield Problem(FILE, 1, 1, "网站设置", message, "请从原来的版本恢复这个文件：git restore mkdocs.yml。")


def _link(root: Path, page: str, target: str, what: str) -> Problem:
    """A link that leads nowhere. MkDocs names the page alone; the line is the first that has the link."""
    file = root / "docs" / page
    lines = file.read_text(encoding="utf-8-sig").split("\n") if file.is_file() else []
    line = next((number for number, text in enumerate(lines, 1) if f"({target}" in text), 1)
    if "anchor" in what:
        message = f"链接“{target}”里 # 后面的位置，那一页上没有。"
        return Problem(
            f"docs/{page}", line, 1, "链接的位置", message, "# 后面写那个小标题的文字，空格写成 -。", WARNING
        )
    return Problem(
        f"docs/{page}", line, 1, "链接的文件不在", f"链接“{target}”指的文件不在。", "请检查路径和文件名。", WARNING
    )


def _unknown(output: str) -> Problem:
    """What nobody has thought of; the last words say most."""
    said = [line for line in output.splitlines() if line.strip() and not _END.match(line)]
    words = _SAID.sub(r"\1", said[-1].strip()) if said else "没有说明"
    hint = "请把这一行原样发给管网站的人。"
    return Problem(FILE, 1, 1, "生成失败", f"内容检查没有问题，生成网页的程序却停下了（{words}）。", hint)
