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
from yanxi.bank.kinds import KINDS
from yanxi.model import Bank, Document, Term
from yanxi.problem import ERROR, Problem

NAME = "题干泄底"
SEVERITY = ERROR


def check(banks: tuple[Bank, ...], document: Document, glossary: tuple[Term, ...]) -> Iterator[Problem]:
    for question in live(banks):
        stem = "|".join(map(meaning, gapless(question.stem).split("|")))
        for key, answer in KINDS[question.kind].told(question, stem):
            yield question.at.get(key).problem(
                NAME,
                f"答案“{answer}”的原话已经写在题干里。",
                "请改写题干，换一种说法指明所问的事。",
                SEVERITY,
            )
