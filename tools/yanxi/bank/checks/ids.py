"""题号重复：一个题号在全部题库里只能出现一次，退役的题也占着它的号；`replaces` 指向的题必须还在，已经退役，只由一道题顶替。

为什么：学员手机上的记录是按题号记的。两题同号，记录就会张冠李戴。

反例：

    - id: a1-m3-q01
      stem: 各支部多久书面报告一次履行主体责任情况？
      options: [每月, 每季度, 每半年, 每年]
      answer: C
    - id: a1-m3-q01
      kind: recall
      stem: 各支部定期召开专题会议，要研究制定什么？
      answer: [长期和年度工作计划, 目标要求, 具体措施]
      quote: 研究制定长期和年度工作计划、目标要求和具体措施

正例：

    - id: a1-m3-q01
      stem: 各支部多久书面报告一次履行主体责任情况？
      options: [每月, 每季度, 每半年, 每年]
      answer: C
    - id: a1-m3-q02
      kind: recall
      stem: 各支部定期召开专题会议，要研究制定什么？
      answer: [长期和年度工作计划, 目标要求, 具体措施]
      quote: 研究制定长期和年度工作计划、目标要求和具体措施
"""

from __future__ import annotations

from collections.abc import Iterator

from yanxi.model import Bank, Document, Question, Term
from yanxi.problem import ERROR, Problem

NAME = "题号重复"
SEVERITY = ERROR


def check(banks: tuple[Bank, ...], document: Document, glossary: tuple[Term, ...]) -> Iterator[Problem]:
    first: dict[str, Question] = {}
    for question in (question for bank in banks for question in bank.questions):
        place = question.at.get("id")
        if question.id in first:
            earlier = first[question.id].at
            yield place.problem(
                NAME, f"题号“{question.id}”已用于 {earlier.path} 第 {earlier.line} 行。", "请换一个没有用过的号。"
            )
        first.setdefault(question.id, question)
    heirs: dict[str, Question] = {}
    for question in first.values():
        if question.replaces:
            place, replaced = question.at.get("replaces"), first.get(question.replaces)
            if replaced is None:
                hint = "被替换的题要留在题库里，写上 retired: 原因。"
                yield place.problem("替换的题不在", f"没有题号“{question.replaces}”。", hint)
            elif replaced is question:
                yield place.problem(
                    "替换自己", f"“{question.id}”写着替换它自己。", "请写被替换的旧题的号，或删掉这一行。"
                )
            elif not replaced.retired:
                message = f"“{replaced.id}”还在考，没有退役。"
                yield place.problem("替换的题还在考", message, f"请在 {replaced.id} 那一题写上 retired: 原因。")
            elif earlier := heirs.get(replaced.id):
                message = f"“{replaced.id}”已由 {earlier.id} 替换。"
                yield place.problem("替换了两次", message, "一道旧题只由一道新题顶替，请删掉这一行。")
            else:
                heirs[replaced.id] = question
