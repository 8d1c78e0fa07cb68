"""答案扎堆：全部单选题里，正确项写在同一个位置的，不要超过 35%。

为什么：打印的题册、导出的 Word 按题库里的次序排，C 占了一半，人人都猜 C。手机上会打乱次序，但纸上不会。

反例：

    - {stem: 各支部多久书面报告一次履行情况？, options: [每半年, 每季度, 每年], answer: A}
    - {stem: 三·三是由谁分片带队？, options: [局党委班子成员, 各党组织负责人, 派驻纪检监察组], answer: A}
    - {stem: 三·四是实行哪一种制度？, options: [“一案双查”, “凡提必核”, “以案促改”], answer: A}

正例：

    - {stem: 各支部多久书面报告一次履行情况？, options: [每半年, 每季度, 每年], answer: A}
    - {stem: 三·三是由谁分片带队？, options: [各党组织负责人, 局党委班子成员, 派驻纪检监察组], answer: B}
    - {stem: 三·四是实行哪一种制度？, options: [“凡提必核”, “以案促改”, “一案双查”], answer: C}
"""

from __future__ import annotations

from collections.abc import Iterator

from yanxi.bank.checks.words import beyond_chance, live
from yanxi.bank.kinds import single
from yanxi.model import Bank, Document, Term
from yanxi.problem import WARNING, Problem

NAME = "答案扎堆"
SEVERITY = WARNING

LIMIT = 0.35


def check(banks: tuple[Bank, ...], document: Document, glossary: tuple[Term, ...]) -> Iterator[Problem]:
    items = [question for question in live(banks) if question.kind == single.NAME]
    for letter in sorted({question.key[0] for question in items}):
        same = [question for question in items if question.key == (letter,)]
        if beyond_chance(len(same), len(items), LIMIT):
            worst = max(same, key=lambda question: sum(each.at.path == question.at.path for each in same))
            here = [question.id for question in same if question.at.path == worst.at.path]
            yield worst.at.get("answer").problem(
                NAME,
                f"全部 {len(items)} 道单选题里，{len(same)} 道（{len(same) / len(items):.0%}）的答案是 {letter}；"
                f"这个文件最多，有 {len(here)} 道：{'、'.join(here)}。",
                "请调换其中几道的选项次序。",
                SEVERITY,
            )
