"""判断: the stem is a statement, right or wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yanxi.model import Question
from yanxi.yamltext import fields as take
from yanxi.yamltext import shape
from yanxi.yamltext.nodes import Mapping, Node, Report

NAME, LABEL, KEYS = "judge", "判断", {"answer": "答案"}
FIELDS: tuple[str, ...] = ()
ORDERED, STATES, SELF_JUDGED = False, True, False
FREEDOM = 0

RIGHT, WRONG = "对", "错"
_WRITTEN = {
    **dict.fromkeys(("对", "正确", "是", "√", "✓", "T", "TRUE"), RIGHT),
    **dict.fromkeys(("错", "错误", "否", "×", "✗", "F", "FALSE"), WRONG),
}
SHAPE: shape.Shape = {
    "properties": {
        "answer": shape.either(
            "题干这句话是对是错",
            {"enum": [RIGHT, WRONG]},
            {"type": "boolean"},
            # Of those that have letters any case is read.
            {"pattern": f"^(?:{'|'.join(_WRITTEN)}|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|[tf])$", "type": "string"},
        )
    },
    "required": ["answer"],
}
SPECIMEN: dict[str, Any] = {"stem": "把要判断的一句话写在这里。", "answer": RIGHT}


def read(entry: Mapping, report: Report) -> dict[str, Any] | None:
    written = take.text(entry, "answer", report)
    if not written:
        return None
    if written.upper() not in _WRITTEN:
        node = entry.get("answer")
        assert node
        report(node.problem("判断答案", f"判断题的答案是“{written}”。", "请写“对”或“错”。"))
        return None
    return {"key": (_WRITTEN[written.upper()],)}


def wanted(question: Question) -> tuple[str, ...]:
    return question.key


def told(question: Question, stem: str) -> Iterator[tuple[str, str]]:
    yield from ()


def quoted(question: Question) -> Iterator[tuple[Node, str, str]]:
    yield from ()


def asked(question: Question) -> list[Any]:
    return [[], list(question.key), [], [], []]


def data(question: Question) -> dict[str, Any]:
    return {}
