"""A document's own settings, docs/NAME/document.yml: what it is called, its levels, and the words that checks and recitation need."""

from __future__ import annotations

from dataclasses import dataclass, replace

from yanxi.document.levels import DEFAULT, Level, named, ordered
from yanxi.yamltext import fields as take
from yanxi.yamltext.nodes import Mapping, Node, Report, Sequence, describe

KEYS = ("title", "short", "summary", "levels", "words", "current")


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
    """

    title: str
    short: str
    summary: str = ""
    levels: tuple[Level, ...] = DEFAULT
    words: Words = Words()
    current: bool = False


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
    node = take.unknown_keys(node, KEYS, report)
    title = take.text(node, "title", report, marks=take.PLAIN) or name
    return Settings(
        title=title,
        short=take.text(node, "short", report, required=False, marks=take.PLAIN) or title,
        summary=take.text(node, "summary", report, required=False),
        levels=_levels(node, report) if node.get("levels") else DEFAULT,
        words=_words(node.get("words"), report),
        current=take.flag(node, "current", report),
    )


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
