"""判断失衡：全部判断题里，答案为“对”的应在四成到六成之间。

为什么：一边倒的判断题，闭着眼睛都选“对”也能及格。

反例：

    - {kind: judge, stem: 二（一）三是要求各支部每半年书面报告。, answer: 对}
    - {kind: judge, stem: 三·一是写到每月安排部署或检查。, answer: 对}
    - {kind: judge, stem: 三·二是写到廉政谈话。, answer: 对}
    - {kind: judge, stem: 三·三是要求及时通报检查结果。, answer: 对}
    - {kind: judge, stem: 三·四是要求敢于问责。, answer: 对}
    - {kind: judge, stem: 二（六）一是要求履行“一岗双责”。, answer: 对}

正例：

    - {kind: judge, stem: 二（一）三是要求各支部每半年书面报告。, answer: 对}
    - {kind: judge, stem: 三·一是写到每月安排部署和检查各一次。, answer: 错}
    - {kind: judge, stem: 三·二是写到廉政谈话。, answer: 对}
    - {kind: judge, stem: 三·三是要求每半年通报检查结果。, answer: 错}
    - {kind: judge, stem: 三·四是要求敢于问责。, answer: 对}
    - {kind: judge, stem: 二（六）一是要求支部书记履行“一岗双责”。, answer: 错}
"""

from __future__ import annotations

from collections.abc import Iterator

from yanxi.bank.checks.words import beyond_chance, live
from yanxi.bank.kinds import judge
from yanxi.model import Bank, Document, Term
from yanxi.problem import WARNING, Problem

NAME = "判断失衡"
SEVERITY = WARNING

LIMIT = 0.6


def check(banks: tuple[Bank, ...], document: Document, glossary: tuple[Term, ...]) -> Iterator[Problem]:
    items = [question for question in live(banks) if question.kind == judge.NAME]
    for key in (judge.RIGHT, judge.WRONG):
        same = [question for question in items if question.key == (key,)]
        if beyond_chance(len(same), len(items), LIMIT):
            worst = max(same, key=lambda question: sum(each.at.path == question.at.path for each in same))
            here = [question.id for question in same if question.at.path == worst.at.path]
            yield worst.at.get("answer").problem(
                NAME,
                f"全部 {len(items)} 道判断题里，{len(same)} 道（{len(same) / len(items):.0%}）的答案是“{key}”；"
                f"这个文件最多，有 {len(here)} 道：{'、'.join(here)}。",
                f"请把几道改写成答案为“{judge.WRONG if key == judge.RIGHT else judge.RIGHT}”的题，使两者都在四成到六成之间。",
                SEVERITY,
            )
