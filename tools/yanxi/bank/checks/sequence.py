"""次序不符：排序题各项的先后，要与本题引文里的先后一致。

为什么：排序题的选项就按正确的次序写。引文里写的是另一个次序，照引文排的人反而判错。不以原文先后为准的（如按时间先后），请写明理由破例。

反例：

    - stem: 二（二）二是要求怎样学习？请按原文的先后排列。
      kind: order
      options: [悟原理, 学原文, 读原著]
      quote: {at: a2-m2, text: 坚持读原著、学原文、悟原理}

正例：

    - stem: 二（二）二是要求怎样学习？请按原文的先后排列。
      kind: order
      options: [读原著, 学原文, 悟原理]
      quote: {at: a2-m2, text: 坚持读原著、学原文、悟原理}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from yanxi.bank.checks.words import live, meaning
from yanxi.bank.kinds import order
from yanxi.model import Bank, Document, Term
from yanxi.problem import ERROR, Problem

NAME = "次序不符"
SEVERITY = ERROR


def check(banks: tuple[Bank, ...], document: Document, glossary: tuple[Term, ...]) -> Iterator[Problem]:
    for question in live(banks):
        if question.kind != order.NAME:
            continue
        items = {meaning(option.text): option for option in question.options}
        for quote in question.quotes:
            said = meaning(quote.text)
            there = [item for item in items if item and item in said]
            if astray := _astray(there, said):
                option, above = items[astray], items[there[there.index(astray) - 1]]
                message = f"“{option.text}”排在“{above.text}”之后，引文里却在它前面。"
                hint = "选项要按正确的先后写：请照引文重排；引文写错了的，请换引文。"
                yield option.at.problem(NAME, message, hint, SEVERITY)
                break


def _astray(items: Iterable[str], said: str) -> str:
    """The first of the items that does not stand behind those before it; empty where all do."""
    position = 0
    for item in items:
        place = said.find(item, position)
        if place < 0:
            return item
        position = place + 1
    return ""
