"""题干泄底：正确答案的原话不能已经写在题干里，而别的选项没有。

为什么：照着题干找字就能答对，不用读方案。把几个选项都写进题干、请人挑选，不算泄底。

反例：

    - stem: 各支部每半年以书面形式报告履行主体责任情况，多久报告一次？
      options: [每月, 每季度, 每半年, 每年]
      answer: C

正例：

    - stem: 每月、每季度、每半年、每年几种间隔里，各支部书面报告履行主体责任情况用的是哪一种？
      options: [每月, 每年, 每半年, 每季度]
      answer: C
"""

from __future__ import annotations

from collections.abc import Iterator

from yanxi.bank.checks.words import gapless, live, meaning
from yanxi.model import Bank, Document, Question, Term
from yanxi.problem import ERROR, Problem
from yanxi.yamltext.nodes import Node

NAME = "题干泄底"
SEVERITY = ERROR


def check(banks: tuple[Bank, ...], document: Document, glossary: tuple[Term, ...]) -> Iterator[Problem]:
    for question in live(banks):
        for place, answer in _given_away(question):
            yield place.problem(
                NAME,
                f"答案“{answer}”的原话已经写在题干里。",
                "请改写题干，换一种说法指明所问的事。",
                SEVERITY,
            )


def _given_away(question: Question) -> Iterator[tuple[Node, str]]:
    stem = "|".join(map(meaning, gapless(question.stem).split("|")))
    place = question.at.get("stem")
    if question.kind in ("single", "multiple"):
        if not any(meaning(option.text) in stem for option in question.wrong):
            for option in question.right:
                if len(meaning(option.text)) > 1 and meaning(option.text) in stem:
                    yield place, option.text
    elif question.kind == "blank":
        for accepted in question.blanks:
            for answer in accepted:
                if len(meaning(answer)) > 1 and meaning(answer) in stem:
                    yield place, answer
    elif question.kind == "recall":
        given = [point for point in question.points if meaning(point) in stem]
        if 2 * len(given) > len(question.points):
            yield place, given[0]
    elif question.kind == "order":
        places = [stem.find(meaning(option.text)) for option in question.options]
        if -1 not in places and places == sorted(places):
            yield place, "、".join(option.text for option in question.options)
    elif question.kind == "match":
        for left, right in question.pairs:
            if len(meaning(right)) > 1 and meaning(right) in meaning(left):
                yield question.at.get("pairs"), right
