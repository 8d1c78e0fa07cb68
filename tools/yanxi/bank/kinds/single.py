"""单选: one option is right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yanxi.bank import options
from yanxi.model import Question
from yanxi.yamltext import shape
from yanxi.yamltext.nodes import Mapping, Node, Report

NAME, LABEL, KEYS = "single", "单选", {"options": "选项", "answer": "答案"}
FIELDS: tuple[str, ...] = ()
ORDERED, STATES, SELF_JUDGED = False, False, False
FREEDOM = 0.12

LEAST = 2
SHAPE: shape.Shape = {
    "properties": {
        "options": options.shaped(LEAST),
        "answer": options.lettered("正确选项的字母，按这里写的先后：第一个选项是 A", many=False),
    },
    "required": ["options", "answer"],
}
SPECIMEN: dict[str, Any] = {
    "stem": "把要问的话写在这里？",
    "options": ["写正确的一项", "写错误的一项", "再写错误的一项"],
    "answer": "A",
}


def read(entry: Mapping, report: Report) -> dict[str, Any] | None:
    found = options.read_options(entry, report, LEAST)
    key = found and options.read_letters(entry, found, report)
    if not found or not key:
        return None
    if len(key) > 1:
        node = entry.get("answer")
        assert node
        lines = dict.fromkeys(str(option.at.line) for option in found if option.letter in key)
        where = f"（第 {'、'.join(lines)} 行）" if len(lines) > 1 else ""
        report(
            node.problem(
                "单选多答案",
                f"单选题标了 {len(key)} 个正确答案{where}。",
                "请只留一个，或把 kind 改为 multiple。",
            )
        )
        return None
    return {"options": found, "key": key}


def wanted(question: Question) -> tuple[str, ...]:
    return options.right_words(question)


def told(question: Question, stem: str) -> Iterator[tuple[str, str]]:
    yield from options.told(question, stem)


def quoted(question: Question) -> Iterator[tuple[Node, str, str]]:
    yield from options.quoted(question, "正确项")


def asked(question: Question) -> list[Any]:
    return [sorted(options.meanings(question.options)), sorted(options.meanings(question.right)), [], [], []]


def data(question: Question) -> dict[str, Any]:
    return {}
