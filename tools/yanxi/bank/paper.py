"""Recipes for mock exams, read and held against what the bank can deliver."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any

from yanxi.bank.kinds import KINDS
from yanxi.bank.read import LEVELS, SHARING
from yanxi.model import Document, Paper, Question, Section
from yanxi.problem import Problem
from yanxi.yamltext import fields as take
from yanxi.yamltext.nodes import Mapping, Node, Report, Text

KEYS = ("title", "minutes", "pass", "seed", "print", "sections")
REQUIRED = tuple(key for key in KEYS if key != "print")
SECTION_KEYS = ("title", "cases", "kinds", "areas", "levels", "count", "points")

_CHINESE = {
    "标题": "title", "名称": "title", "时间": "minutes", "分钟": "minutes", "及格": "pass", "及格线": "pass", "卷号": "seed", "部分": "sections",
    "题型": "kinds", "范围": "areas", "难度": "levels", "层次": "levels", "题数": "count", "分数": "points", "分值": "points",
}  # fmt: skip

MINUTES, PASS, COUNT, POINTS = (1, 300), (1, 1000), (1, 200), (1, 100)
"""Least and most."""
MOST = 60
"""Characters of a paper's title."""
MAX_SECTIONS = 10
"""`shortages` looks at every combination of sections."""


def read_paper(node: Node | None, name: str, document: Document, report: Report) -> Paper | None:
    """Reads one recipe; `name` is its file's name without the ending. Returns None after reporting."""
    if node is None:
        return None
    if not isinstance(node, Mapping):
        report(node.problem("试卷写法", "试卷配方应当是一组“键: 值”。", "请照手册里的样例改写。"))
        return None
    node = take.unknown_keys(node, KEYS, report, chinese=_CHINESE)
    title, seed = take.name(node, "title", MOST, report), take.text(node, "seed", report)
    minutes, pass_mark = _number(node, "minutes", *MINUTES, report), _number(node, "pass", *PASS, report)
    take.shown_otherwise(node, document.text, report)
    entries = take.items(node, "sections", report, "sections: 下面每一部分以“- title:”开头") or ()
    if len(entries) > MAX_SECTIONS:
        report(
            entries[MAX_SECTIONS].problem(
                "部分太多", f"试卷有 {len(entries)} 个部分。", f"最多 {MAX_SECTIONS} 个，请合并。"
            )
        )
        return None
    print_only = take.flag(node, "print", report)
    sections = tuple(filter(None, (_section(each, print_only, document, report) for each in entries)))
    if not (title and seed and minutes and pass_mark and sections) or len(sections) < len(entries):
        return None
    paper = Paper(name, title, minutes, pass_mark, seed, sections, print_only)
    if pass_mark > paper.points:
        place = node.get("pass")
        assert place
        report(place.problem("及格线", f"及格线是 {pass_mark} 分，而满分只有 {paper.points} 分。", "请改低及格线。"))
    return paper


def _section(node: Node, print_only: bool, document: Document, report: Report) -> Section | None:
    if not isinstance(node, Mapping):
        report(node.problem("试卷写法", "试卷的每一部分应当是一组“键: 值”。", "每一部分以“- title:”开头。"))
        return None
    node = take.unknown_keys(node, SECTION_KEYS, report, chinese=_CHINESE)
    askable = tuple(name for name, kind in KINDS.items() if print_only or not kind.SELF_JUDGED)
    cases = take.flag(node, "cases", report)
    fields: dict[str, Any] = {
        "title": take.text(node, "title", report, marks=take.PLAIN),
        "cases": cases,
        "kinds": _words(node, "kinds", askable, report, required=not cases) or (askable if cases else None),
        "scopes": _words(node, "areas", tuple(document.by_id), report),
        "levels": _words(node, "levels", tuple(LEVELS), report),
        "count": _number(node, "count", *COUNT, report),
        "points": _number(node, "points", *POINTS, report),
    }
    if None in fields.values() or not fields["title"]:
        return None
    if cases and fields["points"] < SHARING[-1]:
        place = node.get("points")
        assert place
        message = f"一份材料只有 {fields['points']} 分，它的题多的有 {SHARING[-1]} 道。"
        report(place.problem("材料的分数", message, f"请写 {SHARING[-1]} 分或更多。"))
        return None
    return Section(**fields, at=node)


def _words(
    node: Mapping, key: str, allowed: tuple[str, ...], report: Report, required: bool = False
) -> tuple[str, ...] | None:
    """The words of the list under `key`; None after reporting."""
    if node.get(key) is None and not required:
        return ()
    items = take.items(node, key, report, f"{key}: [{allowed[0]}]")
    if items is None:
        return None
    for item in items:
        word = item.value if isinstance(item, Text) else ""
        if key == "kinds" and word in KINDS and word not in allowed:
            message = f"{KINDS[word].LABEL}题由读者自己评判，不能进模拟卷。"
            hint = f"请去掉 {word}；只印在纸上、不上网站的试卷，请在 sections 前面加一行 print: true。"
            report(item.problem("取值不对", message, hint))
            return None
        if word not in allowed:
            named = [name for name in allowed if key == "kinds" and word.removesuffix("题") == KINDS[name].LABEL]
            hint = f"请写 {named[0]}。" if named else take.wide_comma([item]) or f"可写：{'、'.join(allowed)}。"
            report(item.problem("取值不对", f"“{key}”里不能有“{word}”。", hint))
            return None
    return tuple(item.value for item in items if isinstance(item, Text))


def _number(node: Mapping, key: str, least: int, most: int, report: Report) -> int | None:
    written = take.text(node, key, report)
    if not written:
        return None
    if not re.fullmatch(r"\d{1,4}", written) or not least <= int(written) <= most:
        place = node.get(key)
        assert place
        report(place.problem("取值不对", f"“{key}”不能是“{written}”。", f"请写 {least} 到 {most} 的整数。"))
        return None
    return int(written)


def shortages(paper: Paper, questions: Iterable[Question]) -> Iterator[Problem]:
    """A problem for each part of the paper that the bank cannot fill, no question standing twice in a paper.

    By Hall's theorem the parts can be filled if and only if every combination of parts finds as many fitting questions as
    they need together; the smallest combination that does not is named.
    """
    questions = list(questions)
    pools = [frozenset(_pool(section, questions)) for section in paper.sections]
    named: set[int] = set()
    for size in range(1, len(pools) + 1):
        for chosen in combinations(range(len(pools)), size):
            if named & set(chosen):
                continue
            need = sum(paper.sections[index].count for index in chosen)
            there = len(frozenset().union(*(pools[index] for index in chosen)))
            if there < need:
                named.update(chosen)
                yield _shortage([paper.sections[index] for index in chosen], need, there)


def _pool(section: Section, questions: Iterable[Question]) -> Iterator[str | tuple[str, str]]:
    """What a part may take: questions by id, or cases, all of whose questions have to fit, by key."""
    if not section.cases:
        yield from (question.id for question in questions if section.fits(question))
        return
    fitting: dict[tuple[str, str], bool] = {}
    for question in questions:
        if question.case:
            key = question.case.key
            fitting[key] = fitting.get(key, True) and section.fits(question)
    yield from (key for key, fits in fitting.items() if fits)


def _shortage(sections: Sequence[Section], need: int, there: int) -> Problem:
    titles = "、".join(f"“{section.title}”" for section in sections)
    if sections[0].cases:
        message = f"试卷的{titles}共要 {need} 份材料，题库里符合条件的只有 {there} 份。"
        return sections[0].at.problem("题目不够", message, "请减少 count，或放宽 kinds、areas、levels。")
    return sections[0].at.problem(
        "题目不够",
        f"试卷的{titles}共要 {need} 道题，题库里符合条件的只有 {there} 道。",
        "请减少 count，或放宽 kinds、areas、levels。",
    )
