"""题干雷同：全部题库里，两道题不能问同一件事。

为什么：同一题做两遍，学员记住的是题，不是方案；错题、掌握与否也会算重。换几个虚词、调换语序、改一改开头的
“根据……”，仍是同一题。只差一个数字、一个主体而答案不同的两道题，不算雷同。

反例：

    - stem: 各支部多久以书面形式向局党委报告一次履行主体责任情况？
      options: [每月, 每季度, 每半年, 每年]
      answer: C
    - stem: 根据方案，各支部应当多久向局党委以书面形式报告一次履行主体责任的情况？
      options: [每年, 每半年, 每月]
      answer: B

正例：

    - stem: 各支部多久以书面形式向局党委报告一次履行主体责任情况？
      options: [每月, 每季度, 每半年, 每年]
      answer: C
    - stem: 各支部每半年向谁书面报告履行主体责任情况？
      options: [县委, 局党委, 派驻纪检监察组]
      answer: B
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from yanxi.bank.checks.words import bigrams, gapless, likeness, live, meaning, wanted
from yanxi.model import Bank, Document, Question, Term
from yanxi.problem import ERROR, Problem

NAME = "题干雷同"
SEVERITY = ERROR

ALIKE = 0.75
"""Stems of one kind with one answer are the same question from here on."""
SAME_PASSAGE = 0.5
"""The same, when they also lean on one passage."""

_HOLLOW = re.compile(
    r"根据|按照|依照|依据|对照|请问|请|下列|以下|下面|本方案|方案|原文|规定|关于|应当|应该|需要"
    r"|哪一项|哪项|哪一个|哪个|什么|的|了|呢|吗|着|得"
)


def check(banks: tuple[Bank, ...], document: Document, glossary: tuple[Term, ...]) -> Iterator[Problem]:
    questions = list(live(banks))
    hollowed = [_HOLLOW.sub("", meaning(gapless(question.stem))) for question in questions]
    first: dict[str, int] = {}
    reported: set[int] = set()
    for n, words in enumerate(hollowed):
        if words in first:
            reported.add(n)
            yield _problem(questions[first[words]], questions[n], "相同")
        first.setdefault(words, n)
    for m, n in _near(hollowed):
        if n not in reported and _same(questions[m], questions[n], likeness(hollowed[m], hollowed[n])):
            reported.add(n)
            yield _problem(questions[m], questions[n], "几乎一样，答案也一样")


def _problem(earlier: Question, later: Question, how: str) -> Problem:
    return later.at.get("stem").problem(
        NAME,
        f"题干与 {earlier.id}（{earlier.at.path} 第 {earlier.at.line} 行）{how}：“{earlier.stem[:20]}”。",
        "请删去一题，或改问另一个要点。",
        SEVERITY,
    )


def _same(one: Question, other: Question, alike: float) -> bool:
    if one.kind != other.kind or not _answers_agree(one, other):
        return False
    return alike >= ALIKE or (one.kind != "judge" and _passages_meet(one, other))


def _answers_agree(one: Question, other: Question) -> bool:
    first, second = ("".join(sorted(map(meaning, wanted(each)))) for each in (one, other))
    return first == second or (min(len(first), len(second)) >= 4 and likeness(first, second) >= 0.75)


def _passages_meet(one: Question, other: Question) -> bool:
    first, second = ("".join(meaning(quote.text) for quote in each.quotes) for each in (one, other))
    return first in second or second in first or likeness(first, second) >= 0.6


def _near(texts: list[str]) -> Iterator[tuple[int, int]]:
    """Pairs of texts at least SAME_PASSAGE alike.

    Two sets that share enough must share one of their rarest members, so only those are indexed: common pairs of
    characters (三是, 要求) never bring every question together.
    """
    often = Counter(pair for text in texts for pair in bigrams(text))
    index: dict[str, list[int]] = {}
    for n, text in enumerate(texts):
        pairs = sorted(bigrams(text), key=lambda pair: (often[pair], pair))
        must_share = int(len(pairs) * SAME_PASSAGE / (2 - SAME_PASSAGE))
        rare = pairs[: len(pairs) - must_share + 1]
        for m in sorted({m for pair in rare for m in index.get(pair, ())}):
            if likeness(texts[m], text) >= SAME_PASSAGE:
                yield m, n
        for pair in rare:
            index.setdefault(pair, []).append(n)
