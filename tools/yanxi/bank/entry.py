"""What every kind needs to take values out of a question's mapping: texts, lists, options, letters."""

from __future__ import annotations

import difflib
import string
import unicodedata
from dataclasses import replace

from yanxi.chinese import meaning
from yanxi.located import Mapping, Node, Report, Sequence, Text, describe
from yanxi.model import Option

LETTERS = string.ascii_uppercase
MAX_TEXT = 2000
"""Characters in one text of a bank; the whole plan has 6,151."""

CHINESE_KEYS = {
    "题号": "id", "编号": "id", "题型": "kind", "题干": "stem", "题目": "stem", "选项": "options", "答案": "answer",
    "原文": "quote", "引文": "quote", "解析": "explain", "说明": "explain", "难度": "level", "层次": "level", "配对": "pairs",
}  # fmt: skip


def unknown_keys(entry: Mapping, allowed: tuple[str, ...], report: Report, others: tuple[str, ...] = ()) -> Mapping:
    """Reports each key that is not in `allowed`, naming the nearest that is. `others` are keys that are known elsewhere.

    Returns the mapping as it was meant: a misspelt key under the name it was taken for, so that it is not also missed.
    """
    meant: list[tuple[Text, Node]] = []
    for key, value in entry.entries:
        near = [key.value] if key.value in allowed else _nearest(key.value, allowed)
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
    return difflib.get_close_matches(CHINESE_KEYS.get(key, key.lower()), allowed, 1, 0.5)


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


def options(entry: Mapping, report: Report, least: int, most: int = 8) -> tuple[Option, ...] | None:
    """The options of a question, `least` to `most` of them, all different; None after reporting."""
    nodes = items(entry, "options", report, "options: [甲, 乙, 丙]")
    if nodes is None:
        return None
    place = entry.get("options")
    assert place
    if not least <= len(nodes) <= most:
        report(
            place.problem(
                "选项个数",
                f"这里有 {len(nodes)} 个选项。",
                f"应有 {least} 到 {most} 个；各项之间用英文逗号，选项里的英文逗号要加引号。",
            )
        )
        return None
    found = tuple(_option(letter, node, report) for letter, node in zip(LETTERS, nodes, strict=False))
    seen: dict[str, Option] = {}
    for option in filter(lambda each: each.text, found):
        folded = meaning(option.text) or option.text
        if folded in seen:
            earlier = seen[folded]
            report(
                option.at.problem(
                    "选项重复",
                    f"选项 {option.letter} 与选项 {earlier.letter}（第 {earlier.at.line} 行）相同：“{option.text}”。",
                    "请改写其中一个。",
                )
            )
        seen.setdefault(folded, option)
    return found if all(option.text for option in found) else None


def _option(letter: str, node: Node, report: Report) -> Option:
    name = f"选项 {letter}"
    if not isinstance(node, Mapping):
        return Option(letter, words(node, name, report), "", node)
    if not node.get("text") and not node.get("why"):
        message = f"{name}不是文字，这里是{describe(node)}。"
        report(
            node.problem(
                "选项写法", message, "文字里若有英文冒号，请改用“：”或加引号；要附说明，请写 text: 和 why: 两行。"
            )
        )
        return Option(letter, "", "", node)
    node = unknown_keys(node, ("text", "why"), report)
    return Option(letter, text(node, "text", report), text(node, "why", report, required=False), node)


def letters(entry: Mapping, choices: tuple[Option, ...], report: Report) -> tuple[str, ...] | None:
    """The right options' letters, in order, as `answer` gives them (`C`, `ABD`, `A、B`); None after reporting."""
    node = entry.get("answer")
    if node is None:
        report(entry.problem("缺少的键", "这一题没有“answer”。", "请写正确选项的字母，如 answer: C。"))
        return None
    given = list(node.items) if isinstance(node, Sequence) else [node]
    written = "".join(words(each, "answer", report) for each in given)
    wanted = [letter for letter in _plain(written)]
    last = choices[-1].letter
    if not wanted:
        if written:
            report(node.problem("答案写法", f"答案“{written}”里没有选项字母。", f"请写 A 到 {last} 的字母。"))
        return None
    for letter in wanted:
        if letter not in LETTERS:
            report(
                node.problem("答案写法", f"答案“{written}”不是选项字母。", f"请写 A 到 {last} 的字母，不写选项的文字。")
            )
            return None
        if letter > last:
            report(
                node.problem(
                    "答案越界",
                    f"答案是 {letter}，而选项只到 {last}（共 {len(choices)} 个）。",
                    "请改正答案，或补上选项。",
                )
            )
            return None
    if len(set(wanted)) < len(wanted):
        report(node.problem("答案重复", f"答案“{written}”里有重复的字母。", "每个字母只写一次。"))
        return None
    return tuple(sorted(wanted))


def _plain(written: str) -> str:
    """Letters as typed by people: full width, lower case, separated by commas or spaces."""
    return "".join(c for c in unicodedata.normalize("NFKC", written).upper() if c not in " ,、;；.。/\t")
