"""排序: `options` are written in the right order and shown shuffled."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yanxi.bank import options
from yanxi.chinese import meaning
from yanxi.model import Question
from yanxi.yamltext import shape
from yanxi.yamltext.nodes import Mapping, Node, Report

NAME, LABEL, KEYS = "order", "排序", {"options": "选项"}
FIELDS: tuple[str, ...] = ()
ORDERED, STATES, SELF_JUDGED = True, False, False
FREEDOM = 0.25

LEAST = 3
SHAPE: shape.Shape = {"properties": {"options": options.shaped(LEAST)}, "required": ["options"]}
SPECIMEN: dict[str, Any] = {
    "stem": "下面几件事，请按原文先后排列。",
    "options": ["写第一件事", "写第二件事", "写第三件事"],
}


def read(entry: Mapping, report: Report) -> dict[str, Any] | None:
    found = options.read_options(entry, report, LEAST)
    if not found:
        return None
    return {"options": found, "key": tuple(option.letter for option in found)}


def wanted(question: Question) -> tuple[str, ...]:
    return options.right_words(question)


def told(question: Question, stem: str) -> Iterator[tuple[str, str]]:
    places = [stem.find(meaning(option.text)) for option in question.options]
    if -1 not in places and places == sorted(places):
        yield "stem", "、".join(option.text for option in question.options)


def quoted(question: Question) -> Iterator[tuple[Node, str, str]]:
    yield from options.quoted(question, "排序项")


def asked(question: Question) -> list[Any]:
    written = options.meanings(question.options)
    return [written, sorted(written), [], [], []]


def data(question: Question) -> dict[str, Any]:
    return {}
