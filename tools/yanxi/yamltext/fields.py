"""Values out of a mapping: its keys held against those that are known, its texts and lists."""

from __future__ import annotations

import difflib
from collections.abc import Mapping as Names
from dataclasses import replace

from yanxi.yamltext.nodes import Mapping, Node, Report, Sequence, Text, describe

MAX_TEXT = 2000
"""Characters in one text; the whole plan of 2022 has 6,151."""


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
            hint = f"最接近的是“{near[0]}”，请改正。" if near else f"可用的键：{'、'.join(allowed)}。"
            report(key.problem("未知的键", f"认不出“{key.value}”。", hint))
        if near and (near[0] == key.value or not entry.get(near[0])):
            key = replace(key, value=near[0])
        meant.append((key, value))
    return replace(entry, entries=tuple(meant))


def _nearest(key: str, allowed: tuple[str, ...]) -> list[str]:
    return difflib.get_close_matches(key, allowed, 1, 0.5)


def text(entry: Mapping, key: str, report: Report, required: bool = True) -> str:
    """The text under `key`, or an empty string after reporting what is wrong with it."""
    node = entry.get(key)
    if node is None:
        if required:
            report(entry.problem("缺少的键", f"这里没有“{key}”。", "请补上这一行。"))
        return ""
    return words(node, key, report)


def words(node: Node, what: str, report: Report) -> str:
    """The text of a node that has to be a text."""
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
    return node.value


def items(entry: Mapping, key: str, report: Report, example: str) -> tuple[Node, ...] | None:
    """The nodes of the list under `key`, or None after reporting that it is not a list."""
    node = entry.get(key)
    if node is None:
        report(entry.problem("缺少的键", f"这里没有“{key}”。", f"请补上，如 {example}。"))
        return None
    if not isinstance(node, Sequence):
        report(node.problem("应为列表", f"“{key}”应当是列表，这里是{describe(node)}。", f"请写成 {example}。"))
        return None
    return node.items
