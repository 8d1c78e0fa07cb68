"""简答: the reader answers in mind, looks, and judges; `answer` is a model answer or a list of points.

The points are its `content`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from yanxi.chinese import meaning
from yanxi.model import Question
from yanxi.yamltext import fields as take
from yanxi.yamltext import shape
from yanxi.yamltext.nodes import Mapping, Node, Report, Sequence

NAME, LABEL, KEYS = "recall", "简答", {"answer": "答案"}
FIELDS: tuple[str, ...] = ("points",)
ORDERED, STATES, SELF_JUDGED = False, False, True
FREEDOM = 0.25

# 1. 甲 2. 乙 in one line.
_NUMBERED = re.compile(r"\s*[（(]?1[)）.．、].+?[\s；;。，][（(]?2[)）.．、]|\s*①.+②")
_HEADING = re.compile("^[^：:]{1,6}[：:]")  # 预防：……

_POINT = shape.text("一个要点")
SHAPE: shape.Shape = {
    "properties": {"answer": shape.either("参考答案：一句话，或分条写的要点", _POINT, shape.items("要点", _POINT, 1))},
    "required": ["answer"],
}
SPECIMEN: dict[str, Any] = {"stem": "把要问的话写在这里？", "answer": ["写第一个要点", "写第二个要点"]}


def read(entry: Mapping, report: Report) -> dict[str, Any] | None:
    node = entry.get("answer")
    if node is None:
        report(entry.problem("缺少的键", "这一题没有“answer”。", "请写参考答案，可以是一句话，也可以分条写成列表。"))
        return None
    nodes = node.items if isinstance(node, Sequence) else (node,)
    points = tuple(take.words(each, "answer", report) for each in nodes)
    for each, point in zip(nodes, points, strict=True):
        if _NUMBERED.match(point):
            hint = "请每条另起一行，以“- ”开头，不写序号。"
            report(each.problem("少了短横", "分条写成了 1. 2.，读者看到的是一句话。", hint))
            return None
    if not points:
        report(node.problem("空白", "参考答案是空的。", "请填写。"))
    return {"content": points} if points and all(points) else None


def wanted(question: Question) -> tuple[str, ...]:
    return question.content


def told(question: Question, stem: str) -> Iterator[tuple[str, str]]:
    given = [point for point in question.content if meaning(point) in stem]
    if 2 * len(given) > len(question.content):
        yield "stem", given[0]


def quoted(question: Question) -> Iterator[tuple[Node, str, str]]:
    for point in question.content:
        yield question.at.get("answer"), _HEADING.sub("", point), "要点"


def asked(question: Question) -> list[Any]:
    return [[], [], [], [], [meaning(point) for point in question.content]]


def data(question: Question) -> dict[str, Any]:
    return {"points": question.content}
