"""听写: an eighth kind, as its file in bank/kinds/ would be. Its content is a value that nothing else knows."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from yanxi.chinese import meaning
from yanxi.model import Question
from yanxi.yamltext import fields as take
from yanxi.yamltext import shape
from yanxi.yamltext.nodes import Mapping, Node, Report

NAME, LABEL, KEYS = "dictation", "听写", {"spoken": "朗读", "speed": "语速"}
FIELDS = ("spoken",)
ORDERED, STATES, SELF_JUDGED = False, False, False
FREEDOM = 0
SHAPE = {
    "properties": {"spoken": shape.text("要读的话"), "speed": shape.text("语速")},
    "required": ["spoken", "speed"],
}
SPECIMEN = {"stem": "请听写。", "spoken": "写要读的话", "speed": "慢"}


@dataclass(frozen=True)
class Spoken:
    words: str
    speed: str


def read(entry: Mapping, report: Report) -> dict[str, Any] | None:
    words, speed = take.text(entry, "spoken", report), take.text(entry, "speed", report)
    return {"content": Spoken(words, speed)} if words and speed else None


def wanted(question: Question) -> tuple[str, ...]:
    return (question.content.words,)


def told(question: Question, stem: str) -> Iterator[tuple[str, str]]:
    if meaning(question.content.words) in stem:
        yield "spoken", question.content.words


def quoted(question: Question) -> Iterator[tuple[Node, str, str]]:
    yield question.at.get("spoken"), question.content.words, "听写的话"


def asked(question: Question) -> list[Any]:
    return [meaning(question.content.words)]


def data(question: Question) -> dict[str, Any]:
    return {"spoken": [question.content.words]}
