"""问卷星: the text that its exams take in."""

from __future__ import annotations

from yanxi.bank.kinds import KINDS as ALL
from yanxi.bank.kinds import blank, judge, multiple, recall, single
from yanxi.exchange.selection import Selection, explained, line, stem
from yanxi.model import Document, Question

NAME, LABEL = "wenjuanxing", "问卷星文本"
SUFFIX = "txt"
KINDS = (single.NAME, multiple.NAME, judge.NAME, blank.NAME, recall.NAME)
PARTS = frozenset(("解析", "依据", "术语", "材料"))
UNASKED = False


def refuses(question: Question) -> str:
    return ""


def write(chosen: Selection) -> bytes:
    numbered = enumerate(chosen.questions, 1)
    text = "\n".join(_question(number, question, chosen.document) for number, question in numbered)
    return text.replace("\n", "\r\n").encode("utf-8-sig")


def _question(number: int, question: Question, document: Document) -> str:
    options = [f"{option.letter}. {line(option.text)}" for option in question.options]
    if question.kind == judge.NAME:
        options = [judge.RIGHT, judge.WRONG]
    if question.kind == blank.NAME:
        answer = "；".join(line(accepted[0]) for accepted in question.content)
    else:
        answer = "".join(question.key) or _points([line(point) for point in question.content])
    return "\n".join(
        [
            f"{number}. {stem(question)}[{ALL[question.kind].LABEL}题]",
            *options,
            f"正确答案：{answer}",
            f"答案解析：{explained(question, document)}",
            "",
        ]
    )


def _points(points: list[str]) -> str:
    """The points of an answer on one line."""
    return points[0] if len(points) == 1 else " ".join(f"（{number}）{point}" for number, point in enumerate(points, 1))
