"""连线: `pairs` of left and right, which are its `content`; every right fits one left only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yanxi.chinese import meaning
from yanxi.model import Question
from yanxi.yamltext import fields as take
from yanxi.yamltext import shape
from yanxi.yamltext.nodes import Mapping, Node, Report, Sequence, describe

NAME, LABEL, KEYS = "match", "连线", {"pairs": "配对"}
FIELDS: tuple[str, ...] = ("pairs",)
ORDERED, STATES, SELF_JUDGED = True, False, False
FREEDOM = 0.25

LEAST, MOST = 2, 8

_PAIR = shape.items("一对，如 [左, 右]", shape.text("一项"), 2, 2)
SHAPE: shape.Shape = {
    "properties": {"pairs": shape.items("左右配对，每一项只对应一项", _PAIR, LEAST, MOST)},
    "required": ["pairs"],
}
SPECIMEN: dict[str, Any] = {
    "stem": "请把左右两边连起来。",
    "pairs": [["写左边第一项", "写它的右边"], ["写左边第二项", "写第二项的右边"]],
}


def read(entry: Mapping, report: Report) -> dict[str, Any] | None:
    nodes = take.items(entry, "pairs", report, "pairs: [[左, 右], [左, 右]]")
    if nodes is None:
        return None
    if not LEAST <= len(nodes) <= MOST:
        place = entry.get("pairs")
        assert place
        report(place.problem("对数", f"这里有 {len(nodes)} 对。", f"应有 {LEAST} 到 {MOST} 对。"))
        return None
    pairs = tuple(_pair(node, report) for node in nodes)
    for side, name in ((0, "左边"), (1, "右边")):
        seen: dict[str, Node] = {}
        for node, pair in zip(nodes, pairs, strict=True):
            folded = meaning(pair[side])
            if folded and folded in seen:
                report(
                    node.problem(
                        "连线重复",
                        f"{name}的“{pair[side]}”与第 {seen[folded].line} 行相同。",
                        "每一项只能对应一项，请改写。",
                    )
                )
            seen.setdefault(folded, node)
    return {"content": pairs} if all(left and right for left, right in pairs) else None


def wanted(question: Question) -> tuple[str, ...]:
    return tuple(f"{left}{right}" for left, right in question.content)


def told(question: Question, stem: str) -> Iterator[tuple[str, str]]:
    for left, right in question.content:
        if len(meaning(right)) > 1 and meaning(right) in meaning(left):
            yield "pairs", right


def quoted(question: Question) -> Iterator[tuple[Node, str, str]]:
    for _, right in question.content if question.level == "remember" else ():
        yield question.at.get("pairs"), right, "右边的"


def asked(question: Question) -> list[Any]:
    return [[], [], [], sorted([meaning(left), meaning(right)] for left, right in question.content), []]


def data(question: Question) -> dict[str, Any]:
    return {"pairs": question.content}


def _pair(node: Node, report: Report) -> tuple[str, str]:
    if not isinstance(node, Sequence) or len(node.items) != 2:
        report(
            node.problem(
                "连线写法",
                f"每一对应当是两项，这里是{_found(node)}。",
                (take.wide_comma(node.items) if isinstance(node, Sequence) and len(node.items) < 2 else "")
                or "请写成 - [左, 右]；文字里若有英文逗号，请加引号。",
            )
        )
        return "", ""
    left, right = node.items
    return take.words(left, "左边", report), take.words(right, "右边", report)


def _found(node: Node) -> str:
    return f"{len(node.items)} 项" if isinstance(node, Sequence) else describe(node)
