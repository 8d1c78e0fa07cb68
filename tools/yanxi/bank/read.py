"""A bank's file, read into questions. What is common to all kinds is here; the rest is in kinds/."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from yanxi.bank import kinds
from yanxi.bank.kinds import KINDS
from yanxi.document.pages import quotation
from yanxi.model import Bank, Document, Question, Quotation
from yanxi.problem import ERROR, Problem
from yanxi.yamltext import fields as take
from yanxi.yamltext.nodes import Mapping, Node, Report, Sequence, Text, describe

LEVELS = {"remember": "识记", "understand": "理解", "apply": "运用"}
COMMON = ("id", "kind", "stem", "quote", "explain", "level", "replaces", "retired", "pin", "allow", "terms")

CHINESE_KEYS = {
    "题号": "id", "编号": "id", "题型": "kind", "题干": "stem", "题目": "stem", 
    "原文": "quote", "引文": "quote", "解析": "explain", "说明": "explain", "难度": "level", "层次": "level",
}  # fmt: skip

_ID = re.compile(r"[a-z]+[0-9]*(?:-[a-z]+[0-9]+)*-q[0-9]{2,}")


def read_bank(node: Node | None, provision: str, name: str, document: Document, report: Report) -> Bank:
    """Reads the bank beside one page.

    Args:
        node: the file's content from `parse.read_file`; None gives an empty bank.
        provision: id of the page's first provision, where plain quotations are looked for.
        name: the file's path, relative to the project.
        document: for quotations.
        report: takes every `Problem`; a question with an error is left out of the bank.
    """
    questions = tuple(filter(None, (_question(entry, provision, document, report) for entry in _entries(node, report))))
    return Bank(provision, name, questions)


def _entries(node: Node | None, report: Report) -> list[Mapping]:
    if node is None:
        return []
    if not isinstance(node, Mapping):
        report(
            node.problem("题库写法", f"文件开头应当是“questions:”，这里是{describe(node)}。", "请照手册里的样例改写。")
        )
        return []
    node = take.unknown_keys(node, ("questions",), report)
    questions = node.get("questions")
    if questions is None:
        report(node.problem("缺少的键", "文件里没有“questions:”。", "请在第一行写 questions:，各题写在它下面。"))
        return []
    if not isinstance(questions, Sequence):
        report(
            questions.problem(
                "应为列表", f"“questions”应当是题目的列表，这里是{describe(questions)}。", "每一题以“- id:”开头。"
            )
        )
        return []
    entries = []
    for item in questions.items:
        if isinstance(item, Mapping):
            entries.append(item)
        else:
            report(
                item.problem("题目写法", f"每一题应当是一组“键: 值”，这里是{describe(item)}。", "每一题以“- id:”开头。")
            )
    return entries


def _question(entry: Mapping, provision: str, document: Document, report: Report) -> Question | None:
    broken = False

    def watch(problem: Problem) -> None:
        nonlocal broken
        broken = broken or problem.severity == ERROR
        report(problem)

    # The kind decides which keys are known, and its own key may be misspelt.
    special = kinds.keys()
    chinese = CHINESE_KEYS | {chinese: key for key, chinese in special.items()}
    meant = take.unknown_keys(entry, (*COMMON, *special), lambda _: None, chinese=chinese)
    name = _one_of(meant, "kind", tuple(KINDS), watch)
    kind = KINDS.get(name)
    entry = take.unknown_keys(entry, (*COMMON, *(kind.KEYS if kind else special)), watch, tuple(special), chinese)
    fields: dict[str, Any] = {
        "id": _id(entry, document, watch),
        "kind": name,
        "provision": provision,
        "stem": take.text(entry, "stem", watch),
        "explain": take.text(entry, "explain", watch),
        "level": _one_of(entry, "level", tuple(LEVELS), watch) if entry.get("level") else "remember",
        "quotes": _quotes(entry, provision, document, watch),
        "pin": take.flag(entry, "pin", watch),
        "replaces": take.text(entry, "replaces", watch, required=False),
        "retired": take.text(entry, "retired", watch, required=False),
        "terms": tuple(take.words(term, "terms", watch) for term in _list(entry, "terms", watch)),
        "allow": _allow(entry, watch),
        "at": entry,
    }
    if fields["pin"] and kind and kind.ORDERED:
        place = entry.key("pin")
        assert place
        watch(place.problem("取值不对", f"{kind.LABEL}题的顺序就是答案，不能写 pin。", "请删掉这一行。"))
    own = kind.read(entry, watch) if kind else None
    take.asterisks(entry, document.text, watch)
    if broken or own is None:
        return None
    made = Question(**fields, **own)
    return replace(made, version=kinds.version(made))


def _id(entry: Mapping, document: Document, report: Report) -> str:
    name = take.text(entry, "id", report)
    node = entry.get("id")
    if name and node:
        if not _ID.fullmatch(name):
            report(node.problem("题号写法", f"题号“{name}”的写法不对。", "请写成 页号-q两位数字，如 a1-m3-q07。"))
        elif name.rsplit("-q", 1)[0] not in document.by_id:
            report(
                node.problem("题号无此页", f"方案里没有“{name.rsplit('-q', 1)[0]}”这一条。", "题号以所在页的编号开头。")
            )
    return name


def _one_of(entry: Mapping, key: str, allowed: tuple[str, ...], report: Report) -> str:
    value = take.text(entry, key, report)
    node = entry.get(key)
    if value and node and value not in allowed:
        near = [name for name in allowed if key == "kind" and value.removesuffix("题") == KINDS[name].LABEL]
        near = near or difflib.get_close_matches(value.lower(), allowed, 1, 0.5)
        hint = f"最接近的是“{near[0]}”；" if near else ""
        report(node.problem("取值不对", f"“{key}”不能是“{value}”。", f"{hint}可写：{'、'.join(allowed)}。"))
        return ""
    return value


def _list(entry: Mapping, key: str, report: Report) -> tuple[Node, ...]:
    return () if entry.get(key) is None else take.items(entry, key, report, f"{key}: [甲, 乙]") or ()


def _allow(entry: Mapping, report: Report) -> dict[str, str]:
    node = entry.get("allow")
    if node is None:
        return {}
    if not isinstance(node, Mapping):
        report(
            node.problem(
                "应为规则", f"“allow”应当写成“规则名: 理由”，这里是{describe(node)}。", "请写明允许哪条规则、为什么。"
            )
        )
        return {}
    return {key.value: take.words(value, f"{key.value} 的理由", report) for key, value in node.entries}


def _quotes(entry: Mapping, provision: str, document: Document, report: Report) -> tuple[Quotation, ...]:
    node = entry.get("quote")
    if node is None:
        report(entry.problem("缺少的键", "这一题没有“quote”。", "请从本页原文复制一句能说明答案的话。"))
        return ()
    nodes = node.items if isinstance(node, Sequence) else (node,)
    if not nodes:
        report(node.problem("空白", "“quote”是空的。", "请从本页原文复制一句能说明答案的话。"))
    find: Callable[[Node], Quotation | None] = lambda each: _quote(each, provision, document, report)  # noqa: E731
    return tuple(filter(None, map(find, nodes)))


def _quote(node: Node, provision: str, document: Document, report: Report) -> Quotation | None:
    if not isinstance(node, Mapping):
        if isinstance(node, Text) and not node.value:
            report(node.problem("空白", "“quote”是空的。", "请从本页原文复制一句能说明答案的话。"))
            return None
        return quotation(node, (document.by_id[provision],), report)
    node = take.unknown_keys(node, ("at", "text"), report)
    place, words = take.text(node, "at", report), take.text(node, "text", report, marks=take.OFFICIAL)
    if not place or not words:
        return None
    if place not in document.by_id:
        at = node.get("at")
        assert at
        report(at.problem("没有这一条", f"方案里没有“{place}”。", "请写页号，如 a1-m3、g-m1。"))
        return None
    return quotation(node.get("text"), (document.by_id[place],), report)
