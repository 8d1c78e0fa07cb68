"""Values out of a mapping: its keys held against those that are known, its texts and lists."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from collections.abc import Mapping as Names
from dataclasses import replace
from typing import Literal

from yanxi import bold, chinese
from yanxi.problem import WARNING
from yanxi.yamltext.nodes import Mapping, Node, Report, Sequence, Text, describe

Marks = Literal["bold", "plain", "official"]
BOLD: Marks = "bold"
"""Prose: `bold` has its meaning."""
PLAIN: Marks = "plain"
"""A name, a time, what a reader types: nothing has a meaning."""
OFFICIAL: Marks = "official"
"""The document's words, whose asterisks are the document's."""

_SPACES = re.compile(r"[ \t]{2,}|[\n\t]")

# What Word, web pages and Markdown leave in a text: <u>, <br/>, <!-- -->, &nbsp;, \\n, [text](address), ~~text~~.
_MARKUP = re.compile(
    r"</?(?:a|b|br|div|em|font|h[1-6]|hr|i|img|li|ol|p|script|span|strong|sub|sup|table|t[dhr]|u|ul)(?:\s[^<>]*|\s*/)?>"
    r"|<!--.*?-->|!?\[[^\[\]]*\]\((?![^)]*[一-鿿])[^()\s]+\)|~~[^~]+~~|==[^=]+==|\$\$[^$]+\$\$"
    r"|&(?:nbsp|lt|gt|amp|quot|#\d{2,5});|\\[nrt](?![A-Za-z])|\\u[0-9a-f]{4}|\\x[0-9a-f]{2}",
    re.IGNORECASE | re.DOTALL,
)

MAX_TEXT = 2000
"""Characters in one text; the whole plan of 2022 has 6,151."""

SHORTEST_REASON = 6
"""Characters of a reason; with fewer it says nothing, and `false` is none."""


def unknown_keys(
    entry: Mapping,
    allowed: tuple[str, ...],
    report: Report,
    others: tuple[str, ...] = (),
    chinese: Names[str, str] | None = None,
) -> Mapping:
    """Reports each key that is not in `allowed`, naming the nearest that is. `others` are keys that are known elsewhere,
    `chinese` what a key may be called in Chinese.

    Returns the mapping as it was meant: a misspelt key under the name it was taken for, so that it is not also missed.
    """
    if all(key.value in allowed for key, _ in entry.entries):  # as nearly always
        return entry
    meant: list[tuple[Text, Node]] = []
    for key, value in entry.entries:
        near = (
            [key.value]
            if key.value in allowed
            else _nearest((chinese or {}).get(key.value, key.value.lower()), allowed)
        )
        if key.value in others and key.value not in allowed:
            report(key.problem("未知的键", f"“{key.value}”在这里用不上。", "请删掉它，或检查 kind 写得对不对。"))
            continue
        if key.value not in allowed:
            if near and entry.get(near[0]):  # that one is there
                near = []
            hint = f"最接近的是“{near[0]}”，请改正。" if near else f"可用的键：{'、'.join(allowed)}。"
            report(key.problem("未知的键", f"认不出“{key.value}”。", hint))
        if near and (near[0] == key.value or not entry.get(near[0])):
            key = replace(key, value=near[0])
        meant.append((key, value))
    return replace(entry, entries=tuple(meant))


def _nearest(key: str, allowed: tuple[str, ...]) -> list[str]:
    return difflib.get_close_matches(key, allowed, 1, 0.5 if len(key) < 4 else 0.55)


def text(entry: Mapping, key: str, report: Report, required: bool = True, marks: Marks = BOLD) -> str:
    """The text under `key`, or an empty string after reporting what is wrong with it."""
    node = entry.get(key)
    if node is None:
        if required:
            report(entry.problem("缺少的键", f"这里没有“{key}”。", "请补上这一行。"))
        return ""
    return words(node, key, report, marks)


def words(node: Node, what: str, report: Report, marks: Marks = BOLD) -> str:
    """The text of a node that has to be a text, or an empty string after reporting.

    `marks` says what asterisks mean in it. What would not be shown as it is typed is reported, and the text taken.
    """
    if not isinstance(node, Text):
        report(node.problem("应为文字", f"“{what}”应当是文字，这里是{describe(node)}。", "请写成一行文字。"))
        return ""
    if not node.value:
        report(node.problem("空白", f"“{what}”是空的。", "请填写，或删掉这一行。"))
    if len(node.value) > MAX_TEXT:
        report(
            node.problem(
                "过长", f"“{what}”有 {len(node.value)} 个字符，上限是 {MAX_TEXT}。", "请精简；多半是少了一个引号。"
            )
        )
        return ""
    if marks != OFFICIAL:
        _shown(node, what, report, marks)
    return node.value


def _shown(node: Text, what: str, report: Report, marks: Marks) -> None:
    """A warning for what a page cannot show as typed."""
    if _SPACES.search(node.value.strip()):
        message = f"“{what}”里有连着的空格或换行，网页上只剩一个空格。"
        report(node.problem("连着的空格", message, "请写在一行里，只留一个空格，或改用全角空格。", WARNING))
    if marks == PLAIN and bold.plain(node.value) != node.value:
        hint = "请去掉星号。"
        report(node.problem("加粗用不上", f"“{what}”不能加粗，两对星号会照原样显示。", hint, WARNING))


def shown_otherwise(
    node: Node, official: str, report: Report, not_in: tuple[str, ...] = ("quote", "allow", "retired")
) -> None:
    """A warning for every text in a value whose asterisks would vanish, or are shown though they were meant for bold, and for
    what is left in it of a web page.

    `official` is the document's text, which has asterisks of its own; `not_in` are keys that are not looked into.
    """
    if isinstance(node, Mapping):
        for key, value in node.entries:
            if key.value not in not_in:
                shown_otherwise(value, official, report, not_in)
    elif isinstance(node, Sequence):
        for item in node.items:
            shown_otherwise(item, official, report, not_in)
    elif isinstance(node, Text):
        if doubt := bold.doubtful(node.value, official):
            report(node.problem(*_DOUBTS[doubt], WARNING))
        markup(node, official, report)


def markup(node: Text, official: str, report: Report) -> None:
    """A warning for what is left in a text of a web page or of a program, and is not the document's own."""
    if (match := _MARKUP.search(node.value)) and match[0] not in official:
        hint = "这里不认网页的写法：请删去它；加粗写 **文字**，一句话写在一行里。"
        report(node.problem("网页标签", f"“{match[0][:40]}”会照样显示。", hint, WARNING))


_DOUBTS = {
    bold.UNPAIRED: ("加粗没有配对", "两个星号没有配对，会照原样显示。", "请补上另一半，或删去。"),
    bold.MASKS: (
        "星号会不见",
        "原文的星号成了加粗的记号，网页上看不到。",
        "请把照录的星号写成全角的“＊＊”，或只引一处。",
    ),
}


def name(entry: Mapping, key: str, most: int, report: Report, required: bool = True, marks: Marks = PLAIN) -> str:
    """A name under `key`, as `text` takes it; one that no heading or list has room for is reported, and taken."""
    found, node = text(entry, key, report, required, marks), entry.get(key)
    if node and len(found) > most:
        message = f"“{key}”有 {len(found)} 个字，标题和目录里放不下。"
        report(node.problem("过长", message, f"请写 {most} 个字以内。"))
    return found


def reason(entry: Mapping, key: str, report: Report) -> str:
    """The reason written under `key`; empty where the key is not there, or after reporting that no reason is given."""
    value = text(entry, key, report, required=False)
    meant = chinese.meaning(value)
    if value and (len(meant) < SHORTEST_REASON or not re.search(r"[^\W\d_]", meant)):
        hint = f"请写一句原因，至少 {SHORTEST_REASON} 个字；不是这个意思时，请删掉这一行。"
        report(entry.get(key).problem("取值不对", f"“{key}”要写原因，这里是“{value}”。", hint))  # type: ignore[union-attr]
        return ""
    return value


def flag(entry: Mapping, key: str, report: Report, default: bool = False) -> bool:
    """The `true` or `false` under `key`; `default` where it is not written, or after reporting."""
    node = entry.get(key)
    if node is None:
        return default
    if isinstance(node, Text) and node.value in ("true", "false"):
        return node.value == "true"
    report(node.problem("取值不对", f"“{key}”只能是 true 或 false，这里是{describe(node)}。", "不需要时请删掉这一行。"))
    return default


def wide_comma(nodes: Iterable[Node]) -> str:
    """A hint where items of a list have been set apart by Chinese punctuation, which YAML takes for text; otherwise empty."""
    texts = [node.value for node in nodes if isinstance(node, Text)]
    mark = next((mark for mark in "，、；;｜|" if any(mark in text for text in texts)), "")
    if not mark and len(texts) == 1 and re.search(r"\S[ \u3000]\S", texts[0]):
        return "这里用的是空格，各项之间要用英文逗号“,”。"
    return f"这里用的是“{mark}”，各项之间要用英文逗号“,”。" if mark else ""


def items(entry: Mapping, key: str, report: Report, example: str) -> tuple[Node, ...] | None:
    """The nodes of the list under `key`, or None after reporting that it is not a list."""
    node = entry.get(key)
    if node is None:
        report(entry.problem("缺少的键", f"这里没有“{key}”。", f"请补上，如 {example}。"))
        return None
    if not isinstance(node, Sequence):
        wide = isinstance(node, Text) and node.value[:1] in "【［〔（" and node.value
        hint = f"方括号和逗号都要用英文的：{example}。" if wide else f"请写成 {example}。"
        report(node.problem("应为列表", f"“{key}”应当是列表，这里是{describe(node)}。", hint))
        return None
    return node.items
