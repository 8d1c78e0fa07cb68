"""YAML that cannot be read: which line is to blame, and how reading can go on.

A parser stops where it can go no further, often below the slip: a key without its colon is noticed at the next key. So what a
person would try is tried here. Each line near the stop is put right in the few ways in which lines of our files go wrong; the
line whose repair lets the parser get furthest is the one to name, and the mended text is read on for further mistakes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml


# libyaml is ten times faster; its marks agree with those of the Python loader.
class LOADER(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Every scalar stays text, so nothing has to be found out about what it may be instead."""

    def resolve(self, kind: type, value: str | None, implicit: object) -> str:
        return ""


NEAR = 12
"""Lines with text above the stop that may be to blame."""
AHEAD = 30
"""Lines below the stop that a repair has to make sense of."""

_KEY = re.compile(r"(?P<indent> *)(?P<dash>(?:- +)?)(?P<key>[A-Za-z_]+) *:(?: +(?P<value>\S.*)| *)$")
_ALIGN = "同一题的各个键要上下对齐，用空格缩进。"


@dataclass(frozen=True)
class Fault:
    """A mistake at a line and column, both counted from 1; `lines` are the text with that mistake mended, if it can be."""

    line: int
    column: int
    code: str
    message: str
    hint: str
    lines: tuple[str, ...] | None = None


@dataclass(frozen=True)
class _Repair:
    text: str
    column: int
    code: str
    message: str
    hint: str


def first_fault(lines: list[str]) -> Fault | None:
    """The first mistake that keeps YAML from being read, or None when it can be read."""
    error = _error("\n".join(lines))
    if error is None:
        return None
    if not isinstance(error, yaml.MarkedYAMLError):
        return Fault(1, 1, "写法错误", "这个文件不是合法的 YAML。", "请照手册里的样例检查。")
    return _by_repair(lines, error) or _by_message(lines, error)


def _error(text: str) -> yaml.YAMLError | None:
    try:
        yaml.compose(text, LOADER)
    except yaml.YAMLError as error:
        return error
    return None


def _stop(error: yaml.YAMLError) -> int:
    """How far the parser got, as a line counted from 0. What was never closed got no further than where it opened."""
    assert isinstance(error, yaml.MarkedYAMLError)
    context, marks = error.context or "", [mark for mark in (error.problem_mark, error.context_mark) if mark]
    if "quoted scalar" in context or "flow" in context:
        return min(mark.line for mark in marks)
    return marks[0].line


# By trying.


def _by_repair(lines: list[str], error: yaml.MarkedYAMLError) -> Fault | None:
    stop = min(_stop(error), len(lines) - 1)
    near = [number for number in range(stop, -1, -1) if lines[number].strip()][:NEAR]
    near += [number for number in _eldest(lines, stop) if number not in near]
    begin, window = _window(lines, min(near, default=0), stop)
    best: tuple[tuple[int, ...], Fault] | None = None
    for number in near:
        for rank, repair in _repairs(lines, number):
            rest = _error("\n".join([*window[: number - begin], repair.text, *window[number - begin + 1 :]]))
            reached = len(window) if rest is None else _stop(rest)
            if reached <= stop - begin + 1 and rest is not None:
                continue
            merit = (reached, -rank, *_usual(lines, number, repair.text), number)
            if best is None or merit > best[0]:
                mended = (*lines[:number], repair.text, *lines[number + 1 :])
                best = merit, Fault(number + 1, repair.column, repair.code, repair.message, repair.hint, mended)
    return best and best[1]


def _usual(lines: list[str], number: int, text: str) -> tuple[int, int]:
    """How usual it is for a line to begin where `text` does: other lines with its key do, or the line above it does."""
    match, column = _KEY.match(text), _content(text)
    others = (_KEY.match(line) for line in lines[max(number - 300, 0) : number] + lines[number + 1 : number + 300])
    alike = sum(
        bool(match and other and other["key"] == match["key"] and other.end("dash") == column) for other in others
    )
    return alike, _content(_above(lines, number)) == column


def indented(lines: list[str], number: int) -> str:
    """A line whose indentation cannot be read, as far in as its like."""
    words = lines[number].strip()
    made = [" " * column + words for column in _columns([*lines[:number], "", *lines[number + 1 :]], number)]
    return max(made, key=lambda text: _usual(lines, number, text), default=words)


def _eldest(lines: list[str], stop: int) -> Iterator[int]:
    """The first line of each block that is still open at `stop`: a slip there shows when the block does not go on."""
    depth, child = _indent(lines[stop]) + 1, None
    for number in range(stop, max(stop - 5 * AHEAD, -1), -1):
        if lines[number].strip() and not lines[number].lstrip().startswith("#"):
            if _indent(lines[number]) < depth and child is not None and number < stop:
                depth = _indent(lines[number])
                yield child
            child = number


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _window(lines: list[str], first: int, stop: int) -> tuple[int, list[str]]:
    """The entries around the stop, and the line (from 0) on which they begin: a large file is not read again and again."""
    top = next((line for line in lines if line.strip() and not line.lstrip().startswith("#")), "")
    begin = next((number for number in range(first, -1, -1) if re.match(r" {0,2}- ", lines[number])), 0)
    begin = next((number for number in range(begin - 1, -1, -1) if re.match(r" {0,2}- ", lines[number])), 0)
    window = lines[begin : stop + AHEAD]
    if begin and _content(top) == 0 and top.rstrip().endswith(":"):
        return begin - 1, [top, *window]
    return begin, window


def _content(line: str) -> int:
    """The column, from 0, at which a line's content begins, after a dash if it has one."""
    match = re.match(r" *(?:- +)*", line)
    assert match
    return match.end()


def _repairs(lines: list[str], number: int) -> Iterator[tuple[int, _Repair]]:
    """What could be wrong with one line, the likeliest first (rank 0)."""
    line = lines[number]
    indent = _indent(line)
    if re.match(r"(---|\.\.\.)\s*$", line):
        yield 0, _Repair("", 1, "多余的内容", f"这一行是“{line.strip()}”，文件到这里断成了两份。", "请删去这一行。")
        return
    if made := _colon(line):
        yield 0, made
    if match := re.match(r"( *)(?:-(?![\s-])|[－–—−•·]\s*)(\S.*)$", line):
        fixed = f"{match[1]}- {match[2]}"
        yield (
            0 if _error(fixed) is None else 1,
            _Repair(fixed, indent + 1, "短横", "短横应当是英文的“-”，后面空一格。", "请改成“- ”。"),
        )
    if made := _value(line):
        yield 2, made
    first = next((n for n, each in enumerate(lines) if each.strip() and not each.lstrip().startswith("#")), 0)
    for around in _columns(lines, number) if number > first else [0]:
        if around != indent:
            yield (
                3,
                _Repair(
                    " " * around + line.lstrip(" "),
                    indent + 1,
                    "缩进不齐",
                    f"这一行前面有 {indent} 个空格，应当是 {around} 个。",
                    _ALIGN,
                ),
            )
    if (match := _KEY.match(line)) and match["dash"]:
        made = f"{match['indent']}{line[match.start('key') :]}"
        yield (
            3,
            _Repair(
                made, indent + 1, "多余的短横", "这一行不是新的一项，前面却有短横。", "请删去短横，并与上面的键对齐。"
            ),
        )
    prose = not _KEY.match(line) and not line.lstrip().startswith("- ")
    among_items = re.match(r" *- (?![A-Za-z_]+:)", _above(lines, number))
    if indent >= 2 and not line.lstrip().startswith("- "):
        made = f"{line[: indent - 2]}- {line[indent:]}"
        message = "新的一项从这里开始，前面却没有短横。"
        yield 2 if prose and among_items else 4, _Repair(made, indent + 1, "少了短横", message, "请在前面写“- ”。")
    if prose:
        message = "这一行不是“键: 值”，也不是“- ”开头的一项。"
        yield 2, _Repair("", indent + 1, "多余的内容", message, "若是上一行没写完，请并到上一行；说明请在前面加“# ”。")


def _above(lines: list[str], number: int) -> str:
    return next((line for line in reversed(lines[:number]) if line.strip()), "")


def _columns(lines: list[str], number: int) -> list[int]:
    """The columns at which lines near this one begin, or begin after a dash, and those of the dashes around it."""
    around = [line for line in lines[max(number - 4, 0) : number + 5] if line.strip()]
    dashes = [line for line in lines[max(number - AHEAD, 0) : number + AHEAD] if line.lstrip(" ").startswith("- ")]
    return sorted({_indent(line) for line in around + dashes} | {_content(line) for line in around})


def _colon(line: str) -> _Repair | None:
    """`kind single`, `kind:single`, `kind; single`, `kind= single`, `kind:` followed by a space that is none."""
    match = re.match(r"( *(?:- *)?)([A-Za-z_]+)(\s*[:：;；=＝︰])?([\s>]*)(.*)$", line)
    if not match or _KEY.match(line) or not (match[3] or match[4]):
        return None
    column = match.end(2) + 1
    fixed = f"{match[1]}{match[2]}: {match[5]}"
    if match[3] and match[3].strip() == ":":
        return _Repair(
            fixed, match.end(3) + 1, "冒号后少空格", f"“{match[2]}:”后面没有半角空格。", "请在英文冒号后空一格。"
        )
    return _Repair(
        fixed,
        column,
        "少了冒号",
        f"“{match[2]}”后面没有英文冒号和空格。",
        f"请写成“{match[2]}: …”；若是上一行没写完，请并到上一行去。",
    )


def _value(line: str) -> _Repair | None:
    """A value that YAML takes for something else; put in quotation marks it is what was typed."""
    match = re.match(r"( *(?:- +)*(?:[A-Za-z_]+: +)?)(\S.*)$", line)
    if not match:
        return None
    head, value = match[1], match[2].rstrip()
    if _error(f"{head}{value}") is None:
        return None
    column = len(head) + 1
    code, message, hint = why(value)
    plain = value.strip("\"'") if value[0] in "\"'" else value
    mended = "'" + plain.replace("'", "''") + "'"
    if value[0] == "[" or value[-1] == "]":
        inner = value.strip("[]")
        if _error(f"[{inner}]") is None:
            mended = f"[{inner}]"
    return _Repair(head + mended, column + value.find(": ") if code == "值里有冒号" else column, code, message, hint)


def why(value: str) -> tuple[str, str, str]:
    """Code, message and hint for a value that YAML cannot take as text."""
    if value[0] in "\"'":
        if value.find(value[0], 1) < 0:
            return (
                "引号没有配对",
                "这里的引号没有结束。",
                "请补上另一半引号；中文引号“ ”不需要另加英文引号。",
            )
        return (
            "引号后还有字",
            f"英文引号 {value[0]} 结束之后，这一行还有字。",
            "请让引号包住整个值；句中的引号请用中文引号“ ”。",
        )
    if value[0] in "[{":
        return (
            "括号没有配对",
            "这里的方括号或花括号没有写完，或少了英文逗号，或两个逗号之间没有字，或有 #。",
            "请补全；选项里若有英文逗号、方括号，请给该项加引号。",
        )
    if value[0] in "*&!":
        code = "以 ! 开头" if value[0] == "!" else "以 * 或 & 开头"
        return code, f"值以 {value[0]} 开头，YAML 会把它当成记号。", "请把整个值放进英文单引号：'…'。"
    if value[0] in "%@`|>?,]}#":
        return "开头的符号", f"值以 {value[0]} 开头，这在 YAML 里另有意思。", "请把整个值放进英文单引号：'…'。"
    if ": " in value:
        return (
            "值里有冒号",
            "值里有英文冒号加空格，YAML 分不清哪是键。",
            "请改用中文冒号“：”，或把整个值放进英文单引号。",
        )
    return "写法错误", "YAML 读不懂这一行的值。", "请把整个值放进英文单引号：'…'。"


# By what the parser says.


def _by_message(lines: list[str], error: yaml.MarkedYAMLError) -> Fault:
    """When no single repair helps: the place the parser names, in an editor's words."""
    problem, context = error.problem or "", error.context or ""
    mark = error.problem_mark or error.context_mark
    began = error.context_mark or mark
    if "quoted scalar" in context:
        return _at(lines, began, *why("'"))
    if "flow" in context:
        return _at(lines, began, *why("["))
    if "alias" in problem + context or "anchor" in problem + context:
        return _at(lines, began, *why("*"))
    if "cannot start any token" in problem or "directive" in context:
        return _at(lines, mark, "开头的符号", "这里以 YAML 的保留符号开头。", "请把整个值放进英文单引号：'…'。")
    if "simple key" in context or "expected ':'" in problem:
        return _at(lines, began, "少了冒号", "这一行没有写成“键: 值”。", "请在键后写英文冒号和一个空格。")
    if "block" in context or "mapping values" in problem:
        return _at(lines, mark, "缩进不齐", "这一行的缩进和上面对不齐。", _ALIGN)
    return _at(lines, mark, "写法错误", "这里不是合法的 YAML。", "请照手册里的样例检查引号、冒号和缩进。")


def _at(lines: list[str], mark: yaml.Mark, code: str, message: str, hint: str) -> Fault:
    return Fault(min(mark.line + 1, len(lines)), mark.column + 1, code, message, hint)
