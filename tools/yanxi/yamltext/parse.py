"""YAML text as nodes; every mistake an editor can make in it comes out as a `Problem` with the line to look at."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from yanxi.problem import Problem
from yanxi.yamltext import enumerated, repair
from yanxi.yamltext.decode import INVISIBLE, odd_character, read_text
from yanxi.yamltext.nodes import Mapping, Node, Report, Sequence, Text

MAX_DEPTH = 20
MAX_STRANGE = 10
MAX_FAULTS = 40
"""Mistakes of syntax that are mended in one file so that reading can go on."""

_BRACKET = re.compile(r"[\[\]{}]")
_DASHES = re.compile(rf" *(?:[-?][ \t]+){{{MAX_DEPTH}}}")
# Keys as editors may write them in Chinese, too: what they mean is for the reader of the file to say.
_WIDE_COLON = re.compile(
    r"(\s*(?:- *)?(?:[A-Za-z_]+[0-9]*|题号|编号|题型|题干|题目|选项|答案|解析|引文|原文|材料|配对|难度|主体|时限|标题))\s*(：)[\s:]*(.*)$"
)
_NARROW_COLON = re.compile(r"(\s*(?:- +)?[a-z_]+):(\S\S?)")
_ITEM = re.compile(r" *[-－–—−•·] *(\S.*)$")
_SENTENCE = re.compile(r"\b(?:title|short|summary|stem|explain|why|text|what|definition|note|quote):\s*$")
_SPLIT = re.compile("[一-鿿，。；：、”）》] [一-鿿“（《]")
_BARE_KEY = re.compile(r"( *[a-z_]+) +(\S.*)$")
_ENTRY = re.compile(r" *(- |[A-Za-z_]+:( |$))")


def read_file(file: Path, name: str, report: Report) -> Node | None:
    """Reads a YAML file; `name` is its path as shown to the editor.

    Returns None after reporting, when nothing can be made of the file.
    """
    text = read_text(file, name, report)
    return None if text is None else parse(text, name, report)


def parse(text: str, name: str, report: Report, first_line: int = 1) -> Node | None:
    """Reads YAML text. `first_line` is the line of the file on which it begins, for YAML inside a page.

    All scalars are `Text`. Duplicate keys, aliases, tags, tabs, full-width colons and syntax errors are reported.
    """
    reader = _Reader(text, name, report, first_line - 1)
    return reader.read()


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _scalars(root: yaml.Node) -> Iterator[tuple[yaml.ScalarNode, bool]]:
    """Every scalar once, aliases or not, and whether it is an item of a list with dashes."""
    waiting, seen = [(root, False)], {id(root)}
    while waiting:
        node, item = waiting.pop()
        if isinstance(node, yaml.ScalarNode):
            yield node, item
            continue
        pairs = isinstance(node, yaml.MappingNode)
        for each in itertools.chain.from_iterable(node.value) if pairs else node.value:
            if id(each) not in seen:
                seen.add(id(each))
                waiting.append((each, not pairs and not node.flow_style))


class _Reader:
    def __init__(self, text: str, name: str, report: Report, offset: int) -> None:
        self.text, self.name, self.report, self.offset = text, name, report, offset
        self.lines = text.split("\n")
        self.seen: set[int] = set()
        self.told: set[int] = set()
        self.lost = False  # nothing more can be said without guessing

    def at(self, line: int, column: int, code: str, message: str, hint: str = "") -> None:
        self.told.add(line)
        self.report(Problem(self.name, line + self.offset, column, code, message, hint))

    def read(self) -> Node | None:
        if not any(line.strip() and not line.lstrip().startswith("#") for line in self.lines):
            hint = "请照手册里的样例填写，或把它删掉。"
            if not self.offset:
                hint = f"误删了的，请从原来的版本恢复：git restore {self.name}；新建的，请照手册里的样例填写。"
            self.at(1, 1, "空文件", "这里什么也没有写。", hint)
            return None
        if self._invisible() or self._deep():
            return None
        self._enumerated()
        for _ in range(MAX_FAULTS):
            try:
                node = yaml.compose("\n".join(self.lines), repair.LOADER)
            except yaml.YAMLError:
                if not self._mend():
                    return None
            else:
                if node is None:  # nothing is left of it
                    break
                if not self._swallowed(node):
                    return self._convert(node)
            if self.lost:
                break
        return None

    # Characters that YAML would choke on, or that nobody can see.

    def _invisible(self) -> bool:
        """Reports and removes them; True when there are so many that this is hardly text."""
        if not INVISIBLE.search(self.text):
            return False
        for number, line in enumerate(self.lines, 1):
            if match := INVISIBLE.search(line):
                self.at(
                    number,
                    match.start() + 1,
                    "看不见的字符",
                    f"这里有一个看不见的字符（U+{ord(match[0]):04X}）。",
                    "请删掉它，多半是粘贴时带进来的。",
                )
                self.lines[number - 1] = INVISIBLE.sub("", line)
        return len(self.told) > MAX_STRANGE

    def _enumerated(self) -> None:
        """Reports A. B. C. and 1. 2. 3. where a list is meant, and puts the list in their place."""
        while run := enumerated.first_run(self.lines):
            if run.letters:
                message = "选项写成了 A. B. C.，会并到上一行里去。"
                hint = "请写成一行 options: [甲, 乙, 丙]，或每项另起一行、以“- ”开头；不写字母，网站会自己加。"
                self.at(run.line + 1, run.column + 1, "选项写法", message, hint)
            else:
                hint = "请每条另起一行，以“- ”开头，不写序号。"
                self.at(run.line + 1, run.column + 1, "少了短横", "分条写成了 1. 2. 3.，会并成一句话。", hint)
            self.lines = list(run.lines)

    def _deep(self) -> bool:
        """A parser recurses once a level, libyaml until the stack is gone; no file of ours needs more than four."""
        depth = 0
        for number, line in enumerate(self.lines, 1):
            column = match.end() + 1 if (match := _DASHES.match(line)) else 0
            for match in _BRACKET.finditer(line):
                depth = max(0, depth + (1 if match[0] in "[{" else -1))
                if depth > MAX_DEPTH:
                    column = match.end()
                    break
            if column or _indent(line) > 10 * MAX_DEPTH:
                self.at(
                    number,
                    column or 1,
                    "嵌套太深",
                    f"这里一层套一层，超过了 {MAX_DEPTH} 层。",
                    "题库最多只要四层，请照样例改写。",
                )
                return True
        return False

    # Syntax errors: named, mended, and read on.

    def _mend(self) -> bool:
        """Reports what keeps `lines` from being read and puts it right; False when reading cannot go on."""
        if self._colons() | self._spaces():
            return True
        fault = repair.first_fault(self.lines)
        assert fault
        self._tell(fault.line - 1, fault.column - 1, fault.code, fault.message, fault.hint)
        if fault.lines is None or self.lost:
            return False
        self.lines = list(fault.lines)
        return True

    def _colons(self) -> bool:
        """`kind：single`. In a file that can be read, what was swallowed is found in `_swallowed`."""
        found = False
        for number, line in enumerate(self.lines, 1):
            if match := _WIDE_COLON.match(line):
                self._wide_colon(number, match.start(2) + 1)
                self.lines[number - 1] = f"{match[1]}: {match[3]}"
                found = True
        return found

    def _wide_colon(self, number: int, column: int) -> None:
        self.at(number, column, "全角冒号", "键后面是中文冒号“：”。", "请改成英文冒号加一个空格“: ”。")

    def _spaces(self) -> bool:
        """Tabs and wide spaces in an indentation; how many spaces they stand for is left to `repair`."""
        found = False
        for number, line in enumerate(self.lines, 1):
            match = re.match(r"[ \u3000\u00a0\t]*(?:-[ \u3000\u00a0\t]*)?", line)
            assert match
            odd = re.search(r"[\u3000\u00a0\t]", match[0])
            if not odd:
                continue
            if not line.strip():
                name = "制表符" if odd[0] == "\t" else "全角空格"
                self.at(number, odd.start() + 1, name, f"这一行看着是空的，其实有{name}。", "请把这一行删空。")
                self.lines[number - 1] = ""
                found = True
                continue
            if odd[0] == "\t":
                self.at(number, odd.end(), "制表符", "缩进里有制表符（Tab）。", "请改成空格，每一层两个。")
            else:
                self.at(number, odd.end(), "全角空格", "缩进里有全角空格或不换行空格。", "请改成半角空格，每一层两个。")
            self.lines[number - 1] = ("- " if "-" in match[0] else "") + line[match.end() :]
            self.lines[number - 1] = repair.indented(self.lines, number - 1)
            found = True
        return found

    # What YAML reads without complaint, but not as it was meant: lines swallowed by the text above them.

    def _swallowed(self, node: yaml.Node) -> bool:
        """Reports such lines and puts them right; True when the text has to be read again."""
        return any([self._swallows(scalar, item) for scalar, item in _scalars(node)])

    def _swallows(self, node: yaml.ScalarNode, item: bool) -> bool:
        first, last = node.start_mark.line, min(node.end_mark.line, len(self.lines) - 1)
        if first > last:  # an empty value after the last line
            return False
        alone = not self.lines[first][: node.start_mark.column].strip(" -")
        if first == last:  # as nearly all
            return not node.style and alone and self._line_swallowed(first, first, item)
        below = [number for number in range(first + 1, last + 1) if self.lines[number].strip()]
        if node.style in ("'", '"'):
            if any(_ENTRY.match(self.lines[number]) for number in below):
                self._tell(
                    first, node.start_mark.column, "引号没有配对", "这里的引号到后面几行才结束。", "请补上另一半引号。"
                )
            return False
        if node.style:
            return False
        if alone and self._first_astray(first, below):
            return True
        return any([self._line_swallowed(number, first, item) for number in ([first] if alone else []) + below])

    def _tell(self, number: int, column: int, code: str, message: str, hint: str) -> None:
        """Reports on a line and column counted from 0, unless something has been said about that line."""
        if number + 1 in self.told:
            self.lost = True
        else:
            self.at(number + 1, column + 1, code, message, hint)

    def _first_astray(self, first: int, below: list[int]) -> bool:
        """The first of several items stands apart from the others, which follow one another in line."""
        columns = {_indent(self.lines[number]) for number in below if _ITEM.match(self.lines[number])}
        if len(columns) != 1 or not all(_ITEM.match(self.lines[number]) for number in below):
            return False
        line, column = self.lines[first], columns.pop()
        match = _ITEM.match(line)
        if match and line.lstrip().startswith("- ") and len(below) < 2 and _indent(line) % 2 == 0:
            return False  # two items: the second is the one that stands apart
        message = f"这一项的短横在第 {_indent(line) + 1} 列，下面各项在第 {column + 1} 列。"
        if match and _indent(line) == column:
            hint = "请每项都写成“- ”：英文的短横，后面空一格。"
            self._tell(first, column, "短横", "这几项的短横不是英文的“-”，或后面没有空格。", hint)
        elif match:
            self._tell(first, _indent(line), "缩进不齐", message, "同一列表各项的“- ”要上下对齐。")
        else:
            self._tell(first, _indent(line), "少了短横", "列表的第一项前面没有短横。", "请在前面写“- ”，与下面对齐。")
        self.lines[first] = f"{' ' * column}- {match[1] if match else line.strip()}"
        return True

    def _line_swallowed(self, number: int, first: int, item: bool) -> bool:
        line, above = self.lines[number], self.lines[first]
        if number == first and not (_WIDE_COLON.match(line) or _NARROW_COLON.match(line)):
            return False
        indent = _indent(line)
        aligned = f"{' ' * _indent(above)}- "
        if match := _WIDE_COLON.match(line):
            self._wide_colon(number + 1, match.start(2) + 1)
            self.lines[number] = f"{match[1]}: {match[3]}"
        elif (match := _NARROW_COLON.match(line)) and match[2] != "//":
            self._tell(
                number, match.end(1) + 1, "冒号后少空格", "键和值之间只有冒号，没有空格。", "请在英文冒号后空一格。"
            )
            self.lines[number] = f"{match[1]}: {line[match.end(1) + 1 :]}"
        elif number == first:  # an address: https://…
            return False
        elif match := _ITEM.match(line):
            message = "这一项会被并到上一行后面：它的短横没有和上面对齐，或写法不对。"
            self._tell(number, indent, "缩进不齐", message, "同一列表各项的“- ”要上下对齐。")
            if not item:
                self.lost = True
            self.lines[number] = aligned + match[1]
        elif match := _BARE_KEY.match(line):
            self._tell(number, match.end(1), "少了冒号", "这一行会被并到上一行后面。", "若是一个键，请写成“键: 值”。")
            self.lines[number] = f"{match[1]}: {match[2]}"
        elif item:
            message = "这一行会被并到上一项后面。"
            hint = "若是新的一项，请在前面写“- ”并与上面对齐；若是上一项没写完，请写在同一行里。"
            self._tell(number, indent, "少了短横", message, hint)
            self.lines[number] = aligned + line.strip()
        else:
            return False
        return True

    # From PyYAML's nodes to ours.

    def _convert(self, node: yaml.Node) -> Node:
        mark = node.start_mark
        line, column = mark.line + 1, mark.column + 1
        place = (self.name, line + self.offset, column)
        if id(node) in self.seen:  # an alias: its anchor has been reported
            return Text(*place, node.value.strip() if isinstance(node, yaml.ScalarNode) else "")
        self.seen.add(id(node))
        if line <= len(self.lines) and self.lines[mark.line].startswith(("&", "!"), mark.column):
            self.at(line, column, *repair.why(self.lines[mark.line][mark.column]))
        if isinstance(node, yaml.ScalarNode):
            if node.style == '"' and (hidden := INVISIBLE.search(node.value)):
                message = f"引号里用 \\ 写了一个看不见的字符（U+{ord(hidden[0]):04X}）。"
                self.at(line, column, "看不见的字符", message, "请删去这个 \\ 和后面的几个字，或去掉英文双引号。")
                return Text(*place, INVISIBLE.sub("", node.value).strip())
            if not node.style:
                if not node.value and (meant := self._hidden(mark.line, mark.column)):
                    return Text(*place, meant)
                self._cut(node)
            if not node.style or node.style == ">":
                self._folded(node)
            if (odd := odd_character(node.value)) and line not in self.told:
                self.at(line, column + odd[0] * (mark.line == node.end_mark.line), *odd[1:])
            return Text(*place, node.value.strip())
        if isinstance(node, yaml.SequenceNode):
            self._thousands(node)
            return Sequence(*place, tuple([self._convert(item) for item in node.value]))
        return Mapping(*place, tuple(self._entries(node)))

    def _hidden(self, number: int, column: int) -> str:
        """The text behind a key that begins with a number sign, which makes a remark of it, after reporting it; empty where
        there is none."""
        line = self.lines[number] if number < len(self.lines) else ""
        match = re.match(r"\s*(#(?=\S).*)$" if not _SENTENCE.search(line[:column]) else r"\s*(#.*)$", line[column:])
        if not match:
            return ""
        message = f"“{match[1][:20]}”以 # 开头，网页上没有。"
        hint = "是要显示的文字，请把整句放进英文单引号；是说明，请另起一行。"
        self.at(number + 1, column + match.start(1) + 1, "值里有井号", message, hint)
        return match[1].strip()

    def _folded(self, node: yaml.ScalarNode) -> None:
        """Reports a sentence on several lines: YAML puts a space between them, which Chinese has none of."""
        first, last = node.start_mark.line, node.end_mark.line
        if last > first and _SPLIT.search(node.value) and _SENTENCE.search(self.lines[first][: node.start_mark.column]):
            message = "这一句写成了几行，网页上会多出空格。"
            self.at(first + 1, node.start_mark.column + 1, "分成几行", message, "请写在一行里，多长都行。")

    def _thousands(self, node: yaml.SequenceNode) -> None:
        """Reports 1,000元 in a list in brackets: two items for YAML."""
        for left, right in itertools.pairwise(node.value) if node.flow_style else ():
            if (
                not (isinstance(left, yaml.ScalarNode) and isinstance(right, yaml.ScalarNode))
                or left.style
                or right.style
            ):
                continue
            together = right.start_mark.index == left.end_mark.index + 1
            if together and re.search(r"[0-9]$", left.value) and re.match(r"[0-9]{3}(?![0-9])", right.value):
                message = f"“{left.value},{right.value}”里的英文逗号把它切成了两项。"
                hint = f"请加英文单引号：'{left.value},{right.value}'，或删去逗号。"
                self.at(left.start_mark.line + 1, left.start_mark.column + 1, "数字里有逗号", message, hint)

    def _cut(self, node: yaml.ScalarNode) -> None:
        """Reports what looks like text behind a plain value and is a remark for YAML: 第 #1 题 would be 第."""
        end = node.end_mark
        if not node.value:
            return
        rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        line = self.lines[node.start_mark.line][: node.start_mark.column]
        # 题号 behind “# ” is a remark; behind a sentence, and not apart from it, it hardly is one.
        if match := re.match(r"\s#" if _SENTENCE.search(line) else r"\s+#(?=\S)", rest):
            message = f"“{rest.strip()[:20]}”从 # 起网页上没有。"
            hint = "是要显示的文字，请把整句放进英文单引号；是说明，请另起一行，以“# ”开头。"
            self.at(end.line + 1, end.column + match.end(), "值里有井号", message, hint)

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
