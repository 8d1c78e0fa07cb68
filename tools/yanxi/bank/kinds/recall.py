"""简答: the reader answers in mind, looks, and judges; `answer` is a model answer or a list of points."""

from __future__ import annotations

from typing import Any

from yanxi.yamltext import fields as take
from yanxi.yamltext.nodes import Mapping, Report, Sequence

NAME, LABEL, KEYS = "recall", "简答", ("answer",)


def read(entry: Mapping, report: Report) -> dict[str, Any] | None:
    node = entry.get("answer")
    if node is None:
        report(entry.problem("缺少的键", "这一题没有“answer”。", "请写参考答案，可以是一句话，也可以分条写成列表。"))
        return None
    nodes = node.items if isinstance(node, Sequence) else (node,)
    points = tuple(take.words(each, "answer", report) for each in nodes)
    if not points:
        report(node.problem("空白", "参考答案是空的。", "请填写。"))
    return {"points": points} if points and all(points) else None
