"""最长不对：全部单选题里，最长的一项只有一个时，它也该按机会常常是正确项，不能几乎总是错的。

为什么：怕“最长常对”，就总把一个干扰项写得最长，读者发现最长的可以先划掉，四选一成了三选一。长短不该说明什么。

反例：

    - {stem: 二（一）三是要求报告采用什么形式？, options: [书面形式, 口头形式或者电话], answer: A}
    - {stem: 三·三是由谁分片带队？, options: [派驻纪检监察组和各支部, 局党委班子成员], answer: B}
    - {stem: 三·四是实行哪一种制度？, options: [“一案双查”, “凡提必核”和述职], answer: A}
    - {stem: 二（六）一是要形成怎样的链条？, options: [相互制约又相互监督的链条, 上下贯通、逐级负责], answer: B}
    - {stem: 三·三是怎样通报检查结果？, options: [及时通报, 每季度集中通报], answer: A}

正例：

    - {stem: 二（一）三是要求报告采用什么形式？, options: [书面形式, 口头形式], answer: A}
    - {stem: 三·三是由谁分片带队？, options: [派驻纪检监察组, 局党委班子成员], answer: B}
    - {stem: 三·四是实行哪一种制度？, options: [“一案双查”, “凡提必核”], answer: A}
    - {stem: 二（六）一是要形成怎样的链条？, options: [相互制约与监督, 上下贯通、逐级负责], answer: B}
    - {stem: 三·三是怎样通报检查结果？, options: [及时通报, 每月通报], answer: A}
"""

from __future__ import annotations

from collections.abc import Iterator

from yanxi.bank.checks.words import below_chance, length, live
from yanxi.bank.kinds import single
from yanxi.model import Bank, Document, Question, Term
from yanxi.problem import NOTICE, Problem

NAME = "最长不对"
SEVERITY = NOTICE


def check(banks: tuple[Bank, ...], document: Document, glossary: tuple[Term, ...]) -> Iterator[Problem]:
    items = [question for question in live(banks) if question.kind == single.NAME and _one_is_longest(question)]
    wrong = [question for question in items if not _key_is_longest(question)]
    chances = [1 / len(question.options) for question in items]
    if below_chance(len(items) - len(wrong), chances):
        worst = max(wrong, key=lambda question: sum(each.at.path == question.at.path for each in wrong))
        here = [question.id for question in wrong if question.at.path == worst.at.path]
        yield worst.at.problem(
            NAME,
            f"{len(items)} 道单选题有一项最长，只有 {len(items) - len(wrong)} 道的正确项最长，按机会应有 {sum(chances):.0f} 道；"
            f"这个文件最多，有 {len(here)} 道：{'、'.join(here)}。",
            "请把其中几道最长的干扰项写短，或把正确项写得最长。",
            SEVERITY,
        )


def _lengths(question: Question) -> list[int]:
    return sorted(length(option.text) for option in question.options)


def _one_is_longest(question: Question) -> bool:
    *_, second, first = _lengths(question)
    return first > second


def _key_is_longest(question: Question) -> bool:
    return length(question.right[0].text) == _lengths(question)[-1]
