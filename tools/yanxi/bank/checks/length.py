"""答案过长：正确项的字数不要达到最长干扰项的 1.3 倍。

为什么：写的人总想把对的说周全，做题的人早就学会了挑最长的。请把干扰项写得一样具体，或把正确项写短。
多选题看的是：每一个正确项都比最长的干扰项长这么多。

反例：

    - stem: 二（一）三是要求各支部做什么？
      options: [发放津贴, 每半年以书面形式向局党委报告履行主体责任情况, 安排食堂]
      answer: B

正例：

    - stem: 二（一）三是要求各支部做什么？
      options: [每月以口头形式向县委报告分片考核情况, 每半年以书面形式向局党委报告履行主体责任情况, 每年以书面形式向纪检监察组报告约谈函询情况]
      answer: B
"""

from __future__ import annotations

from collections.abc import Iterator

from yanxi.bank.checks.words import length, live
from yanxi.model import Bank, Document, Term
from yanxi.problem import WARNING, Problem

NAME = "答案过长"
SEVERITY = WARNING

TIMES = 1.3


def check(banks: tuple[Bank, ...], document: Document, glossary: tuple[Term, ...]) -> Iterator[Problem]:
    for question in live(banks):
        if not question.wrong:
            continue
        right = min(question.right, key=lambda option: length(option.text))
        longest = max(length(option.text) for option in question.wrong)
        if length(right.text) >= TIMES * longest:
            yield right.at.problem(
                NAME,
                f"正确项有 {length(right.text)} 个字，最长的干扰项只有 {longest} 个字。",
                "请把干扰项写得一样具体，或把正确项写短。",
                SEVERITY,
            )
