"""多选: at least two options are right, and the reader has to find all of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yanxi.bank import options
from yanxi.model import Question
from yanxi.yamltext import shape
from yanxi.yamltext.nodes import Mapping, Node, Report

NAME, LABEL, KEYS = "multiple", "多选", {"options": "选项", "answer": "答案"}
FIELDS: tuple[str, ...] = ()
ORDERED, STATES, SELF_JUDGED = False, False, False
FREEDOM = 0.12

LEAST = 3
SHAPE: shape.Shape = {
    "properties": {
        "options": options.shaped(LEAST),
        "answer": options.lettered("全部正确选项的字母，连着写，如 ABD", many=True),
    },
    "required": ["options", "answer"],
}
SPECIMEN: dict[str, Any] = {
    "stem": "把要问的话写在这里，包括哪些？",
    "options": ["写正确的一项", "再写正确的一项", "写错误的一项", "再写错误的一项"],
    "answer": "AB",
}


def read(entry: Mapping, report: Report) -> dict[str, Any] | None:
    found = options.read_options(entry, report, LEAST)
    key = found and options.read_letters(entry, found, report)
    if not found or not key:
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
