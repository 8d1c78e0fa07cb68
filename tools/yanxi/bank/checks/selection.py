"""多选个数：多选题至少两项正确，至少一项错误。

为什么：全对的多选题，全勾就行；只有一项对的，其实是单选题。

反例：

    - stem: 二（三）四是要求自觉净化的“圈”有哪些？
      kind: multiple
      options: [社交圈, 生活圈, 朋友圈]
      answer: ABC
      quote: {at: a3-m4, text: 自觉净化社交圈、生活圈、朋友圈}

正例：

    - stem: 二（三）四是要求自觉净化的“圈”有哪些？
      kind: multiple
      options: [社交圈, 生活圈, 朋友圈, 职业圈]
      answer: ABC
      quote: {at: a3-m4, text: 自觉净化社交圈、生活圈、朋友圈}
"""

from __future__ import annotations

from collections.abc import Iterator

from yanxi.bank.checks.words import live
from yanxi.bank.kinds import multiple, single
from yanxi.model import Bank, Document, Term
from yanxi.problem import WARNING, Problem

NAME = "多选个数"
SEVERITY = WARNING


def check(banks: tuple[Bank, ...], document: Document, glossary: tuple[Term, ...]) -> Iterator[Problem]:
    for question in live(banks):
        if question.kind != multiple.NAME:
            continue
        place = question.at.get("answer")
        if not question.wrong:
            yield place.problem(
                NAME,
                f"{len(question.options)} 个选项全对，全勾就能得分。",
                "请加一两个出自方案别处的干扰项。",
                SEVERITY,
            )
        elif len(question.right) == 1:
            hint = f"请把 kind 改为 {single.NAME}，或补上别的正确项。"
            yield place.problem(NAME, "多选题只有一项正确。", hint, SEVERITY)
