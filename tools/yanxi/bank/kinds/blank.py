"""填空: the stem has gaps, written ____; `answer` has one entry for each, alternatives in a list of their own.

`content` is for each gap the accepted answers, the first being the one shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from yanxi.chinese import meaning
from yanxi.model import Question
from yanxi.yamltext import fields as take
from yanxi.yamltext.nodes import Mapping, Node, Report, Sequence, Text

NAME, LABEL, KEYS = "blank", "填空", {"answer": "答案"}
FIELDS: tuple[str, ...] = ("blanks",)
ORDERED, STATES, SELF_JUDGED = False, True, False
FREEDOM = 0

GAP = re.compile(r"_{2,}|＿{2,}")


def read(entry: Mapping, report: Report) -> dict[str, Any] | None:
    node, stem = entry.get("answer"), entry.get("stem")
    if not isinstance(stem, Text):  # `read_bank` says so
        return None
    gaps = len(GAP.findall(stem.value))
    if not gaps:
        report(stem.problem("没有空", "填空题的题干里没有空。", "请在要填的地方写四个下划线 ____。"))
        return None
    if node is None:
        report(entry.problem("缺少的键", "这一题没有“answer”。", "请写每个空的答案，如 answer: [半年]。"))
        return None
    answers = node.items if isinstance(node, Sequence) else (node,)
    if len(answers) != gaps:
        report(
            node.problem(
                "空数不符",
                f"题干有 {gaps} 个空，答案有 {len(answers)} 个。",
                "每个空写一个答案；一个空有几种写法时，再套一层方括号：[[半年, 六个月]]。",
            )
        )
        return None
    blanks = tuple(_accepted(answer, number, report) for number, answer in enumerate(answers, 1))
    return {"content": blanks} if all(blanks) else None


def wanted(question: Question) -> tuple[str, ...]:
    return tuple(accepted[0] for accepted in question.content)


def told(question: Question, stem: str) -> Iterator[tuple[str, str]]:
    for accepted in question.content:
        for answer in accepted:
            if len(meaning(answer)) > 1 and meaning(answer) in stem:
                yield "stem", answer


def quoted(question: Question) -> Iterator[tuple[Node, str, str]]:
    for answer in wanted(question):
        yield question.at.get("answer"), answer, "填空的答案"


def asked(question: Question) -> list[Any]:
    return [[], [], [meaning(answer) for answer in wanted(question)], [], []]


def data(question: Question) -> dict[str, Any]:
    return {"blanks": question.content}


def _accepted(node: Node, number: int, report: Report) -> tuple[str, ...]:
    nodes = node.items if isinstance(node, Sequence) else (node,)
    if not nodes:
        report(node.problem("空白", f"第 {number} 个空没有答案。", "请填写。"))
    found = []
    for each in nodes:
        answer = take.words(each, f"第 {number} 个空的答案", report, take.PLAIN)
        if answer and not meaning(answer):
            report(
                each.problem(
                    "答案无字", f"第 {number} 个空的答案“{answer}”只有标点，读者填什么都对不上。", "请换一处设空。"
                )
            )
            return ()
        found.append(answer)
    return tuple(found) if all(found) else ()
