"""What MkDocs says in English while it builds, as problems that an editor can do something about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from yanxi.problem import DISK_FULL, WARNING, Problem
from yanxi.site.mkdocs_yml import FILE

_SAID = re.compile(r"(?:DEBUG|INFO|WARNING|ERROR|CRITICAL) +- +(.*)")
_LINK = re.compile(r"Doc file '([^']+)' contains .*?link '([^']+)', (?:but|it was) (.*)")
_SETTING = re.compile(r"Config value '?([\w.]+)'?|Unrecognised configuration name: (\w+)")
_PART = re.compile(r"(?:extension|[Pp]lugin) '([^']+)'|'([^']+)' plugin")
# Words of the last line, and what they mean; {0} is what the words name.
_KNOWN = [
    (re.compile(pattern), message, hint)
    for pattern, message, hint in (
        (r"No space left|\[Errno 28\]|\[Errno 122\]", DISK_FULL, "请腾出空间，再来一次。"),
        (r"PermissionError|\[Errno 13\]", "有文件没有权限读写。", "请关掉正打开它的程序，再来一次。"),
        (r"MemoryError|Cannot allocate memory", "内存不够。", "请关掉别的程序，再来一次。"),
        (r"No module named '([^']+)'", "缺少程序 {0}。", "请运行 pip install -r requirements.txt，再来一次。"),
        (
            r"TemplateNotFound: '?([^'\s]+)|template '([^']+)' not found",
            "主题里没有 {0}。",
            "请从原来的版本恢复 theme: 和下面的各行：git restore mkdocs.yml。",
        ),
    )
]
_CLASS = re.compile(r"(?:[a-z_]\w*\.)*([A-Z]\w+)(?::|$)")
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
            yield _setting(root, match[1] or match[2], words)


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


def _setting(root: Path, key: str, words: str) -> Problem:
    """A setting that nobody has looked at before, on its line; the name of a plugin or an extension says more."""
    part = next(filter(None, match.groups()), "") if (match := _PART.search(words)) else ""
    file = root / FILE
    lines = file.read_text(encoding="utf-8-sig", errors="replace").split("\n") if file.is_file() else []
    line = next((number for number, text in enumerate(lines, 1) if text.startswith(f"{key}:")), 1)
    line = next((n for n in range(line, len(lines) + 1) if part and part in lines[n - 1]), line)
    message = f"“{key}”里“{part}”的设置写得不对。" if part else f"“{key}”写得不对。"
    return Problem(FILE, line, 1, "网站设置", message, "请从原来的版本恢复这个文件：git restore mkdocs.yml。")


def _unknown(output: str) -> Problem:
    """What nobody has thought of: its words are English, and of use to nobody but who looks after the program."""
    said = [line for line in output.splitlines() if line.strip() and not _END.match(line)]
    words = _SAID.sub(r"\1", said[-1].strip()) if said else ""
    for pattern, message, hint in _KNOWN:
        if match := pattern.search(words):
            named = next(filter(None, match.groups()), "") if match.groups() else ""
            return Problem(FILE, 1, 1, "生成失败", message.format(named), hint)
    named = f"（{match[1]}）" if (match := _CLASS.match(words)) else ""
    hint = "请把这一行发给管网站的人；他运行 python -m mkdocs build --strict 能看到原来的话。"
    return Problem(FILE, 1, 1, "生成失败", f"内容检查没有问题，生成网页的程序却停下了{named}。", hint)
