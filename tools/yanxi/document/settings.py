"""A document's own settings, docs/NAME/document.yml: what it is called, its levels, and the words that checks and recitation need."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from collections.abc import Mapping as Names
from dataclasses import dataclass, field, replace

from yanxi.document.levels import DEFAULT, Level, named, ordered
from yanxi.problem import Problem
from yanxi.yamltext import fields as take
from yanxi.yamltext.nodes import Mapping, Node, Report, Sequence, Text, describe

KEYS = ("title", "short", "summary", "levels", "words", "current", "sha256", "retired")

_CHINESE = {
    "标题": "title",
    "全名": "title",
    "名称": "title",
    "简称": "short",
    "介绍": "summary",
    "层级": "levels",
    "指纹": "sha256",
    "退役": "retired",
}

MOST = 30
"""Characters of a short title, which stands in the navigation."""

_SHA256 = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True)
class Words:
    """Words of a document that the engine cannot know: `time` (每半年, 三月底前) and `actors` (局党委, 各支部)."""

    time: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()


@dataclass(frozen=True)
class Settings:
    """Attributes:
    title: the document's full title.
    short: what it is called where there is little room.
    summary: the home page's sentence; may be empty.
    levels: the table of level marks, the highest first.
    words: see `Words`.
    current: whether the site's home page shows this document.
    sha256: the fingerprint of text.txt, as written; None where it is not.
    retired: published ids that are given up for good, with the reason; see `bank.published`.
    """

    title: str
    short: str
    summary: str = ""
    levels: tuple[Level, ...] = DEFAULT
    words: Words = Words()
    current: bool = False
    sha256: Text | None = None
    retired: Names[str, Text] = field(default_factory=dict)


def read_settings(node: Node | None, name: str, report: Report) -> Settings:
    """Reads a document.yml.

    Args:
        node: the file's content from `parse.read_file`; None (no file, or nothing readable in it) gives the defaults.
        name: the document's folder, which stands in for a title.
        report: takes a `Problem` for each unknown key, wrong type and unknown mark.
    """
    if node is None:
        return Settings(name, name)
    if not isinstance(node, Mapping):
        report(
            node.problem("设置写法", f"document.yml 应当是一组“键: 值”，这里是{describe(node)}。", "第一行写 title:。")
        )
        return Settings(name, name)
    node = take.unknown_keys(node, KEYS, report, chinese=_CHINESE)
    title = take.text(node, "title", report, marks=take.PLAIN) or name
    if isinstance(summary := node.get("summary"), Text):
        take.markup(summary, title, report)
    return Settings(
        title=title,
        short=take.name(node, "short", MOST, report, required=False) or title,
        summary=take.text(node, "summary", report, required=False),
        levels=_levels(node, report) if node.get("levels") else DEFAULT,
        words=_words(node.get("words"), report),
        current=take.flag(node, "current", report),
        sha256=_fingerprint(node, report),
        retired=_retired(node.get("retired"), report),
    )


def check_text(settings: Settings, data: bytes, name: str) -> Iterator[Problem]:
    """A problem where the text is not the one whose fingerprint document.yml has.

    `name` is the text's path as shown. The text and its pages can be changed together, so that nothing else would tell.
    """
    found = hashlib.sha256(data).hexdigest()
    if settings.sha256 and settings.sha256.value != found:
        message = f"{name} 与这里记的指纹不符，它被改动过。"
        hint = f"不是有意改的，请恢复 {name}；确实要换原文，就把这一行改成 sha256: {found}。"
        yield settings.sha256.problem("原文的指纹", message, hint)


def _fingerprint(node: Mapping, report: Report) -> Text | None:
    written, place = take.text(node, "sha256", report, required=False), node.get("sha256")
    if written and isinstance(place, Text) and _SHA256.fullmatch(written.lower()):
        return replace(place, value=written.lower())
    if written and place:
        report(
            place.problem("原文的指纹", f"“{written[:12]}”不是 SHA-256 指纹。", "请写 64 位十六进制，只用 0-9 和 a-f。")
        )
    return None


def _retired(node: Node | None, report: Report) -> dict[str, Text]:
    """The ids that are given up, each where its reason stands."""
    if node is None:
        return {}
    if not isinstance(node, Mapping):
        hint = "请写成 retired: 下面空两格“a1-m3#c4: 原因”，一个编号一行。"
        report(node.problem("设置写法", f"“retired”应当是编号和原因，这里是{describe(node)}。", hint))
        return {}
    return {key.value: key for key, _ in node.entries if take.reason(node, key.value, report)}


def _levels(node: Mapping, report: Report) -> tuple[Level, ...]:
    """The editor's own table; the usual one where nothing can be made of it."""
    found: list[Level] = []
    for item in take.items(node, "levels", report, "levels: [一、, （一）, 一是]") or ():
        level = _level(item, report)
        if level and level.mark in {each.mark for each in found}:
            report(item.problem("层级重复", f"“{level.mark}”这一级写了两次。", "请删去一个。"))
        elif level:
            found.append(level)
    if not found:
        value = node.get("levels")
        if isinstance(value, Sequence) and not value.items:
            report(value.problem("空白", "“levels”里一级也没有。", "用通常的层级时，请删掉这一行。"))
        return DEFAULT
    return ordered(found)


def _level(item: Node, report: Report) -> Level | None:
    """One entry: 一、, or {mark: 一、, page: false}. A mark by itself makes pages."""
    mark, page = item, True
    if isinstance(item, Mapping):
        item = take.unknown_keys(item, ("mark", "page"), report)
        page = take.flag(item, "page", report, default=True)
        given = item.get("mark")
        if given is None:
            take.text(item, "mark", report)
            return None
        mark = given
    words = take.words(mark, "levels", report)
    if not words:
        return None
    level = named(words)
    if level is None:
        known = "、".join(f"“{each.mark}”" for each in DEFAULT)
        report(mark.problem("不认得的层级", f"认不出层级“{words}”。", f"可写：{known}。"))
        return None
    return replace(level, page=page)


def _words(node: Node | None, report: Report) -> Words:
    if node is None:
        return Words()
    if not isinstance(node, Mapping):
        report(
            node.problem(
                "设置写法", f"“words”应当是一组“键: 值”，这里是{describe(node)}。", "下面写 time: 和 actors:。"
            )
        )
        return Words()
    node = take.unknown_keys(node, ("time", "actors"), report)
    return Words(_list(node, "time", report), _list(node, "actors", report))


def _list(node: Mapping, key: str, report: Report) -> tuple[str, ...]:
    items = take.items(node, key, report, f"{key}: [甲, 乙]") if node.get(key) else ()
    return tuple(filter(None, (take.words(item, key, report) for item in items or ())))
