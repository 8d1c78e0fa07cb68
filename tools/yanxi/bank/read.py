"""A bank's file, read into questions. What is common to all kinds is here; the rest is in kinds/."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from yanxi.bank import kinds
from yanxi.bank.kinds import KINDS
from yanxi.chinese import meaning
from yanxi.document.pages import quotation
from yanxi.model import Bank, Case, Document, Question, Quotation, Term
from yanxi.problem import ERROR, NOTICE, Problem
from yanxi.yamltext import fields as take
from yanxi.yamltext.nodes import Mapping, Node, Report, Sequence, Text, describe

LEVELS = {"remember": "识记", "understand": "理解", "apply": "运用"}
COMMON = (
    "id", "kind", "case", "stem", "quote", "term", "explain", "level", "replaces", "retired", "draft", "pin", "allow", "terms",
)  # fmt: skip
SHARING = range(2, 5)
"""So many questions share a case."""

CHINESE_KEYS = {
    "题号": "id", "编号": "id", "题型": "kind", "题干": "stem", "题目": "stem", 
    "材料": "case", "原文": "quote", "引文": "quote", "解析": "explain", "说明": "explain", "难度": "level", "层次": "level",
}  # fmt: skip

_ELSEWHERE = "引句须与原文逐字相同；引自别处时请用 at 写明出处。"

QUESTION_ID = re.compile(r"[a-z]+[0-9]*(?:-[a-z]+[0-9]+)*-q[0-9]{2,}")


def read_bank(
    node: Node | None,
    provision: str,
    name: str,
    document: Document,
    report: Report,
    glossary: tuple[Term, ...] | None = (),
) -> Bank:
    """Reads the bank beside one page.

    Args:
        node: the file's content from `parse.read_file`; None gives an empty bank.
        provision: id of the page's first provision, where plain quotations are looked for.
        name: the file's path, relative to the project.
        document: for quotations.
        glossary: the terms that a question may rest on; None where they cannot be read, and nothing is said of them.
        report: takes every `Problem`; a question with an error is left out of the bank.
    """
    entries = _entries(node, report)
    cases = _cases(node, document, report)
    _shared(entries, cases, report)
    read = (read_question(entry, provision, document, cases, glossary, report) for entry in entries)
    return Bank(provision, name, tuple(filter(None, read)))


def _entries(node: Node | None, report: Report) -> list[Mapping]:
    if node is None:
        return []
    if not isinstance(node, Mapping):
        report(
            node.problem("题库写法", f"文件开头应当是“questions:”，这里是{describe(node)}。", "请照手册里的样例改写。")
        )
        return []
    node = take.unknown_keys(node, ("cases", "questions"), report)
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


def _cases(node: Node | None, document: Document, report: Report) -> dict[str, Case]:
    """The texts at the top of the file, by name."""
    written = node.get("cases") if isinstance(node, Mapping) else None
    if written is None:
        return {}
    if not isinstance(written, Mapping):
        hint = "请写成“名称: 一段话”，一份材料一行。"
        report(written.problem("材料写法", f"“cases”应当是材料的名称和文字，这里是{describe(written)}。", hint))
        return {}
    take.shown_otherwise(written, document.text, report)
    read = ((key, take.words(value, f"材料“{key.value}”", report)) for key, value in written.entries)
    return {key.value: Case(key.value, text, key) for key, text in read if text}


def _shared(entries: Iterable[Mapping], cases: dict[str, Case], report: Report) -> None:
    """Problems where a case is not shared by two to four questions that stand one after another."""
    named = [_named(entry, "case") for entry in entries if entry.get("retired") is None]
    for name, case in cases.items():
        places = [number for number, each in enumerate(named) if each == name]
        if len(places) not in SHARING:
            message = f"材料“{name}”有 {len(places)} 道题。"
            report(case.at.problem("材料的题数", message, f"一份材料配 {SHARING[0]} 到 {SHARING[-1]} 道题。"))
        elif places[-1] - places[0] >= len(places):
            message = f"材料“{name}”的几道题没有挨着写。"
            report(case.at.problem("材料题不相连", message, "请把它们移到一起，中间不夹别的题。"))


def _named(entry: Mapping, key: str) -> str:
    node = entry.get(key)
    return node.value if isinstance(node, Text) else ""


def read_question(
    entry: Mapping,
    provision: str,
    document: Document,
    cases: dict[str, Case],
    glossary: tuple[Term, ...] | None,
    report: Report,
) -> Question | None:
    """One question, or None after reporting an error; the arguments are those of `read_bank`, `cases` those of its file."""
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
    draft = take.flag(entry, "draft", watch)
    fields: dict[str, Any] = {
        "id": _id(entry, document, watch),
        "kind": name,
        "provision": provision,
        "stem": _stem(entry, watch),
        "explain": take.text(entry, "explain", watch, required=not draft),
        "level": _one_of(entry, "level", tuple(LEVELS), watch) if entry.get("level") else "remember",
        "quotes": () if draft and entry.get("quote") is None else _quotes(entry, provision, document, watch),
        "term": _term(entry, glossary, watch),
        "case": _case(entry, cases, watch),
        "pin": take.flag(entry, "pin", watch),
        "replaces": take.text(entry, "replaces", watch, required=False),
        "retired": take.reason(entry, "retired", watch),
        "draft": draft,
        "terms": tuple(_terms(entry, glossary, watch)),
        "allow": _allow(entry, watch),
        "at": entry,
    }
    if fields["pin"] and kind and kind.ORDERED:
        place = entry.key("pin")
        assert place
        watch(place.problem("取值不对", f"{kind.LABEL}题的顺序就是答案，不能写 pin。", "请删掉这一行。"))
    own = kind.read(entry, watch) if kind else None
    if draft:
        whole = fields["explain"] and (fields["quotes"] or fields["term"])
        place, hint = entry.key("draft"), f"请{'改好' if whole else '补上 quote 和 explain'}，再删去 draft 这一行。"
        assert place
        report(place.problem("草稿", "这一题是草稿，网站上不显示。", hint, NOTICE))
    take.shown_otherwise(entry, document.text, watch)
    if broken or own is None:
        return None
    made = Question(**fields, **own)
    return replace(made, version=kinds.version(made))


def _id(entry: Mapping, document: Document, report: Report) -> str:
    name = take.text(entry, "id", report)
    node = entry.get("id")
    if name and node:
        if not QUESTION_ID.fullmatch(name):
            meant = re.sub(r"[\s_–—−－-]+", "-", unicodedata.normalize("NFKC", name).lower())
            hint = f"请写成 {meant}。" if QUESTION_ID.fullmatch(meant) else "请写成 页号-q两位数字，如 a1-m3-q07。"
            report(node.problem("题号写法", f"题号“{name}”的写法不对。", hint))
        elif name.rsplit("-q", 1)[0] not in document.by_id:
            report(
                node.problem("题号无此页", f"方案里没有“{name.rsplit('-q', 1)[0]}”这一条。", "题号以所在页的编号开头。")
            )
    return name


def _one_of(entry: Mapping, key: str, allowed: tuple[str, ...], report: Report) -> str:
    value = take.text(entry, key, report)
    node = entry.get(key)
    if value and node and value not in allowed:
        labels = {name: kind.LABEL for name, kind in KINDS.items()} if key == "kind" else LEVELS
        near = [name for name in allowed if value.removesuffix("题") == labels[name]]
        near = near or difflib.get_close_matches(value.lower(), allowed, 1, 0.6)
        hint = f"最接近的是“{near[0]}”；" if near else ""
        named = "、".join(f"{name}（{labels[name]}）" for name in allowed)
        report(node.problem("取值不对", f"“{key}”不能是“{value}”。", f"{hint}可写：{named}。"))
        return ""
    return value


def _term(entry: Mapping, glossary: tuple[Term, ...] | None, report: Report) -> Term | None:
    """The settled term under `term`, by its id or its name."""
    name, node = take.text(entry, "term", report, required=False), entry.get("term")
    if not name or node is None or glossary is None:
        return None
    term = next((each for each in glossary if name in (each.id, each.term)), None)
    if term is None:
        near = difflib.get_close_matches(name, [each for term in glossary for each in (term.id, term.term)], 1, 0.5)
        hint = f"最接近的是“{near[0]}”。" if near else "请写术语的编号，如 K28。"
        report(node.problem("没有这个术语", f"术语表里没有“{name}”。", hint))
    elif not term.settled:
        message = f"术语“{term.term}”的状态是“{term.state}”，不能作答案的依据。"
        report(node.problem("术语未核对", message, "请先在术语表里核对它，或改引原文。"))
    elif not term.source:
        report(node.problem("术语没有出处", f"术语“{term.term}”没有写 source。", "请在术语表里补上出处。"))
    return term


def _terms(entry: Mapping, glossary: tuple[Term, ...] | None, report: Report) -> Iterator[str]:
    """The terms under `terms`, by id or name, each of which the glossary has."""
    known = [name for term in glossary or () for name in (term.id, term.term)]
    for node in _list(entry, "terms", report):
        name = take.words(node, "terms", report)
        if name and glossary is not None and name not in known:
            near = difflib.get_close_matches(name, known, 1, 0.6)
            other = f"最接近的是“{near[0]}”。" if near else "请写术语表里的编号或名称，或删去。"
            hint = take.wide_comma([node]) or other
            report(node.problem("没有这个术语", f"术语表里没有“{name}”。", hint))
        elif name:
            yield name


def _stem(entry: Mapping, report: Report) -> str:
    words = take.text(entry, "stem", report)
    node = entry.get("stem")
    if words and node and not meaning(words):
        report(node.problem("题干无字", f"题干“{words}”里没有字。", "请写上要问的话。"))
    return words


def _case(entry: Mapping, cases: dict[str, Case], report: Report) -> Case | None:
    name, node = take.text(entry, "case", report, required=False), entry.get("case")
    if not name or node is None:
        return None
    if name not in cases:
        near = difflib.get_close_matches(name, cases, 1, 0.5)
        hint = f"最接近的是“{near[0]}”。" if near else "请在文件开头的 cases: 下面写“名称: 一段话”。"
        report(node.problem("没有这份材料", f"“cases”里没有“{name}”。", hint))
    return cases.get(name)


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
    if node is None and entry.get("term") is not None:
        return ()
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
        return quotation(node, (document.by_id[provision],), report, _ELSEWHERE)
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
