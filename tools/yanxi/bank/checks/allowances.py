"""放行无据：`allow` 里写的规则要真有，理由要说得出（六个字以上）。

为什么：规则是给人用的，确有道理时可以放行；理由写下来，后来的人才知道当初为什么。规则名写错了，放行就落了空。

反例：

    - stem: 各支部多久书面报告一次履行主体责任情况？
      options: [每月, 每季度, 每半年, 每年]
      answer: C
      allow: {题目太短: 没事}

正例：

    - stem: 各支部多久书面报告一次履行主体责任情况？
      options: [每月, 每季度, 每半年, 每年]
      answer: C
      allow:
        答案过长: 四个频次都照原文写，凑齐字数反而失真。
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from yanxi.bank.checks.words import length, live, meaning
from yanxi.model import Bank, Document, Term
from yanxi.problem import ERROR, Problem
from yanxi.yamltext.nodes import Mapping

NAME = "放行无据"
SEVERITY = ERROR
NAMES: tuple[str, ...] = ()
"""The names of all rules; filled in by the package, which knows them."""

LEAST = 6


def check(banks: tuple[Bank, ...], document: Document, glossary: tuple[Term, ...]) -> Iterator[Problem]:
    for question in live(banks):
        node = question.at.get("allow")
        for rule, reason in question.allow.items():
            place = node.key(rule) if isinstance(node, Mapping) else question.at
            if rule not in NAMES:
                near = difflib.get_close_matches(rule, NAMES, 1, 0.4)
                hint = f"最接近的是“{near[0]}”。" if near else f"可写：{'、'.join(NAMES)}。"
                yield place.problem(NAME, f"没有名叫“{rule}”的规则。", hint, SEVERITY)
            elif length(meaning(reason)) < LEAST:
                yield place.problem(
                    NAME,
                    f"放行“{rule}”的理由“{reason}”太短。",
                    f"请用 {LEAST} 个字以上说明这一题为什么可以例外。",
                    SEVERITY,
                )
