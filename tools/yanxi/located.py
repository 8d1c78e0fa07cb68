"""YAML as values that know where they stand.

Every scalar stays the text that was typed (``no``, ``1.10`` and ``2022`` are never turned into something else), and every
mistake an editor can make in a YAML file comes out as a `Problem` with the line to look at. Nothing here knows a question.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from yanxi.problem import Problem

# libyaml is ten times faster; its marks agree with those of the Python loader.
_Fast = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_BYTES = 2_000_000
"""A bank of 2,000 questions has about 1 MB; a larger file is not a bank."""

Report = Callable[[Problem], None]


@dataclass(frozen=True)
class Node:
    """A value and its place. `line` and `column` count from 1."""

    path: str
    line: int
    column: int

    def problem(self, code: str, message: str, hint: str = "", severity: str = "error") -> Problem:
        """A problem that stands where this value stands."""
        return Problem(self.path, self.line, self.column, code, message, hint, severity)


@dataclass(frozen=True)
class Text(Node):
    value: str


@dataclass(frozen=True)
class Sequence(Node):
    items: tuple[Node, ...]


@dataclass(frozen=True)
class Mapping(Node):
    entries: tuple[tuple[Text, Node], ...]

    def get(self, key: str) -> Node | None:
        """The value of `key`, or None."""
        return next((value for name, value in self.entries if name.value == key), None)

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


def read_file(file: Path, name: str, report: Report) -> Node | None:
    """Reads a YAML file; `name` is its path as shown to the editor.

    Returns None after reporting, when nothing can be made of the file.
    """
    try:
        data = file.read_bytes()
    except OSError as error:
        report(
            Problem(
                name, 1, 1, "读不了文件", f"打不开这个文件（{error.strerror}）。", "请检查文件是否存在、是否正被占用。"
            )
        )
        return None
    text = decode(data, name, report)
    return None if text is None else parse(text, name, report)


def decode(data: bytes, name: str, report: Report) -> str | None:
    """UTF-8, with or without a byte order mark; anything else is reported with the line of its first strange byte."""
    if len(data) > MAX_BYTES:
        report(Problem(name, 1, 1, "文件过大", f"文件有 {len(data)} 字节，超过 {MAX_BYTES} 字节。", "请拆成几个题库。"))
        return None
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        report(_encoding(name, 1, "UTF-16（“Unicode”）"))
        return None
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        try:
            data.decode("gb18030")
        except UnicodeDecodeError:
            report(_encoding(name, line, "一种认不出的编码"))
        else:
            report(_encoding(name, line, "GBK（“ANSI”）"))
        return None


def _encoding(name: str, line: int, found: str) -> Problem:
    return Problem(
        name,
        line,
        1,
        "文件编码",
        f"文件存成了{found}，网站只认 UTF-8。",
        "请用记事本打开，“另存为”时把编码选成 UTF-8。",
    )


def parse(text: str, name: str, report: Report, first_line: int = 1) -> Node | None:
    """Reads YAML text. `first_line` is the line of the file on which it begins, for YAML inside a page.

    All scalars are `Text`. Duplicate keys, aliases, tags, tabs, full-width colons and syntax errors are reported.
    """
    reader = _Reader(text, name, report, first_line - 1)
    return reader.read()


class _Reader:
    def __init__(self, text: str, name: str, report: Report, offset: int) -> None:
        self.text, self.name, self.report, self.offset = text, name, report, offset
        self.lines = text.split("\n")
        self.seen: set[int] = set()
        self.blocks: list[range] = []

    def at(self, line: int, column: int, code: str, message: str, hint: str = "") -> None:
        self.report(Problem(self.name, line + self.offset, column, code, message, hint))

    def read(self) -> Node | None:
        if not any(line.strip() and not line.lstrip().startswith("#") for line in self.lines):
            self.at(1, 1, "空文件", "这里什么也没有写。", "请照手册里的样例填写，或把它删掉。")
            return None
        if self._unreadable():
            return None
        try:
            node = yaml.compose(self.text, _Fast)
        except yaml.YAMLError:
            self._explain_syntax()
            return None
        value = self._convert(node)
        self._colons(self.blocks)
        return value

    # Characters that YAML would choke on, or that nobody can see.

    def _unreadable(self) -> bool:
        if match := re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]", self.text):
            line, column = self._place(match.start())
            self.at(
                line,
                column,
                "看不见的字符",
                f"这里有一个控制字符（U+{ord(match[0]):04X}）。",
                "请删掉它，多半是粘贴时带进来的。",
            )
            return True
        # A parser recurses once a level; no bank needs more than four.
        if match := re.search(r"(?:[\[{]\s*){20}|(?:[-?] +){20}|\n {200}", self.text):
            line, column = self._place(match.end() - 1)
            self.at(line, column, "嵌套太深", "这里一层套一层，超过了 20 层。", "题库最多只要四层，请照样例改写。")
            return True
        return False

    def _place(self, position: int) -> tuple[int, int]:
        before = self.text[:position]
        return before.count("\n") + 1, position - (before.rfind("\n") + 1) + 1

    # Syntax errors. The slow loader is asked again: it says where a construct began, which is where the mistake is.

    def _explain_syntax(self) -> None:
        if self._tabs() or self._wide_spaces() or self._colons([]):
            return
        try:
            yaml.compose(self.text, yaml.SafeLoader)
        except yaml.MarkedYAMLError as error:
            self._explain(error)
        except (yaml.YAMLError, RecursionError):
            self.at(1, 1, "写法错误", "这个文件不是合法的 YAML。", "请照手册里的样例检查。")
        else:  # the two loaders disagree: trust neither
            self.at(1, 1, "写法错误", "这个文件的写法有歧义。", "请照手册里的样例检查引号和缩进。")

    def _explain(self, error: yaml.MarkedYAMLError) -> None:
        problem, context = error.problem or "", error.context or ""
        mark = error.problem_mark or error.context_mark
        began = error.context_mark or mark
        if "quoted scalar" in context:
            self._at_mark(
                began, "引号没有配对", "这里的引号没有结束。", "请补上另一半引号；中文引号“ ”不需要另加英文引号。"
            )
        elif "flow" in context:
            self._at_mark(
                began,
                "括号没有配对",
                "这里的方括号或花括号没有写完，或中间少了英文逗号。",
                "请补全；选项里若有英文逗号、方括号，请给该项加引号。",
            )
        elif "simple key" in context or "expected ':'" in problem:
            self._at_mark(
                began,
                "少了冒号",
                "这一行没有写成“键: 值”。",
                "请在键后写英文冒号和一个空格；若是上一行没写完，请把这一行再缩进两格。",
            )
        elif "mapping values are not allowed" in problem:
            self._mapping_values(mark)
        elif "alias" in context or "alias" in problem or "anchor" in context:
            self._at_mark(
                began or mark,
                "以 * 或 & 开头",
                "值以 * 或 & 开头，YAML 会把它当成记号。",
                "请把整个值放进英文单引号：'…'。",
            )
        elif "cannot start any token" in problem or "directive" in context:
            self._at_mark(mark, "开头的符号", "这里以 YAML 的保留符号开头。", "请把整个值放进英文单引号：'…'。")
        elif "document" in problem or "document" in context:
            self._at_mark(
                mark, "多余的内容", "这里又开始了一份新的内容。", "请检查引号和 --- ：一个文件里只能有一份题库。"
            )
        elif "block end" in problem or "block" in context:
            self._at_mark(
                mark,
                "缩进不齐",
                "这一行的缩进和上面对不齐，或上一个值的引号后还有字。",
                "同一题的各个键要上下对齐，用空格缩进。",
            )
        else:
            self._at_mark(mark, "写法错误", "这里不是合法的 YAML。", "请照手册里的样例检查引号、冒号和缩进。")

    def _mapping_values(self, mark: yaml.Mark) -> None:
        line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        if ":" in line[: mark.column]:
            self._at_mark(
                mark,
                "值里有冒号",
                "值里有英文冒号加空格，YAML 分不清哪是键。",
                "请改用中文冒号“：”，或把整个值放进英文单引号。",
            )
        else:
            self._at_mark(mark, "缩进不齐", "这一行的缩进和上面对不齐。", "同一题的各个键要上下对齐，用空格缩进。")

    def _at_mark(self, mark: yaml.Mark, code: str, message: str, hint: str) -> None:
        line = min(mark.line, max(len(self.lines) - 1, 0))
        self.at(line + 1, mark.column + 1, code, message, hint)

    def _tabs(self) -> bool:
        found = False
        for number, line in enumerate(self.lines, 1):
            if match := re.match(r" *(?:- *)?\t", line):
                self.at(number, match.end(), "制表符", "缩进里有制表符（Tab）。", "请改成空格，每一层两个。")
                found = True
        return found

    def _wide_spaces(self) -> bool:
        found = False
        for number, line in enumerate(self.lines, 1):
            if match := re.match(r" *(?:- *)?[\u3000\u00a0\u200b]", line):
                self.at(
                    number, match.end(), "全角空格", "缩进里有全角空格或不换行空格。", "请改成半角空格，每一层两个。"
                )
                found = True
        return found

    def _colons(self, blocks: list[range]) -> bool:
        """`kind：single` would be swallowed as text of the line above; in a block scalar it is text."""
        found = False
        for number, line in enumerate(self.lines, 1):
            if match := re.match(r"\s*(?:-\s+)?[A-Za-z_]+\s*(：)", line):
                if any(number in block for block in blocks):
                    continue
                self.at(
                    number, match.start(1) + 1, "全角冒号", "键后面是中文冒号“：”。", "请改成英文冒号加一个空格“: ”。"
                )
                found = True
        return found

    # From PyYAML's nodes to ours.

    def _convert(self, node: yaml.Node) -> Node:
        line, column = node.start_mark.line + 1, node.start_mark.column + 1
        place = (self.name, line + self.offset, column)
        if id(node) in self.seen:
            self.at(
                line,
                column,
                "锚点",
                "这里用了 YAML 的锚点（& 和 *）。",
                "请直接写出内容；以 * 开头的文字要加英文单引号。",
            )
            return Text(*place, "")
        self.seen.add(id(node))
        if not node.tag.startswith("tag:yaml.org,2002:"):
            self.at(
                line,
                column,
                "以 ! 开头",
                f"值以 {node.tag} 开头，YAML 会把它当成记号。",
                "请把整个值放进英文单引号：'…'。",
            )
        if isinstance(node, yaml.SequenceNode):
            return Sequence(*place, tuple(self._convert(item) for item in node.value))
        if isinstance(node, yaml.MappingNode):
            return Mapping(*place, tuple(self._entries(node)))
        if node.style in ("|", ">"):
            self.blocks.append(range(line, node.end_mark.line + 1))
        return Text(*place, node.value.strip())

    def _entries(self, node: yaml.MappingNode) -> Iterator[tuple[Text, Node]]:
        first: dict[str, Text] = {}
        for key_node, value_node in node.value:
            key, value = self._convert(key_node), self._convert(value_node)
            if not isinstance(key, Text):
                self.report(key.problem("键的写法", "这里的键不是文字。", "请写成“键: 值”。"))
                continue
            if key.value in first:
                earlier = first[key.value].line
                self.report(key.problem("重复的键", f"“{key.value}”写了两次（第 {earlier} 行已有）。", "请只留一个。"))
                continue
            first[key.value] = key
            yield key, value
