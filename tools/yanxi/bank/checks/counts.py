"""个数可猜：全部多选题里，看有几个选项就猜得出有几项对的，不要超过六成。

为什么：五个选项的题总是三项对，读者数到三就停手，不必读方案。两项对的、只错一项的，都要有。三个选项的不计，它只能两项对。

反例：

    - {kind: multiple, stem: 二（三）四是要求自觉净化哪些圈？, options: [社交圈, 生活圈, 朋友圈, 职业圈, 亲属圈], answer: ABC}
    - {kind: multiple, stem: 三·二是写到哪些谈话？, options: [廉政谈话, 任前谈话, 提醒谈话, 入党谈话, 离任谈话], answer: ABC}
    - {kind: multiple, stem: 三·四是写到哪些办法？, options: [“一案双查”, 责任追究, 通报曝光, 个别约谈, 书面检讨], answer: ABC}
    - {kind: multiple, stem: 二（一）二是写到哪些性质？, options: [政治性, 时代性, 战斗性, 群众性, 先进性], answer: ABC}
    - {kind: multiple, stem: 二（四）二是凡提必做哪些事？, options: [档案必审, 举报必查, 意见必听, 面谈必录, 考试必过], answer: ABC}
    - {kind: multiple, stem: 二（二）二是坚持哪些读法？, options: [读原著, 学原文, 悟原理, 抄原句, 背原话], answer: ABC}

正例：

    - {kind: multiple, stem: 二（三）四是要求自觉净化哪些圈？, options: [社交圈, 生活圈, 朋友圈, 职业圈, 亲属圈], answer: ABC}
    - {kind: multiple, stem: 三·二是写到哪些谈话？, options: [廉政谈话, 任前谈话, 提醒谈话, 入党谈话, 离任谈话], answer: AB}
    - {kind: multiple, stem: 三·四是写到哪些办法？, options: [“一案双查”, 责任追究, 通报曝光, 个别约谈, 书面检讨], answer: ABCD}
    - {kind: multiple, stem: 二（一）二是写到哪些性质？, options: [政治性, 时代性, 战斗性, 群众性, 先进性], answer: ABC}
    - {kind: multiple, stem: 二（四）二是凡提必做哪些事？, options: [档案必审, 举报必查, 意见必听, 面谈必录, 考试必过], answer: AC}
    - {kind: multiple, stem: 二（二）二是坚持哪些读法？, options: [读原著, 学原文, 悟原理, 抄原句, 背原话], answer: ABCE}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from yanxi.bank.checks.words import beyond_chance, live
from yanxi.bank.kinds import multiple
from yanxi.model import Bank, Document, Term
from yanxi.problem import NOTICE, Problem

NAME = "个数可猜"
SEVERITY = NOTICE

LIMIT = 0.6


def check(banks: tuple[Bank, ...], document: Document, glossary: tuple[Term, ...]) -> Iterator[Problem]:
    items = [question for question in live(banks) if question.kind == multiple.NAME and len(question.options) > 3]
    rows = Counter((len(question.options), len(question.right)) for question in items)
    usual = {size: max((times, right) for (of, right), times in rows.items() if of == size) for size, _ in rows}
    guessed = sum(times for times, _ in usual.values())
    if beyond_chance(guessed, len(items), LIMIT):
        size = max(usual, key=lambda size: usual[size])
        times, right = usual[size]
        same = [question for question in items if (len(question.options), len(question.right)) == (size, right)]
        of = sum(each for (options, _), each in rows.items() if options == size)
        yield (
            same[0]
            .at.get("answer")
            .problem(
                NAME,
                f"全部 {len(items)} 道多选题里，看选项的个数就猜得出有几项对的有 {guessed} 道（{guessed / len(items):.0%}）；"
                f"{size} 个选项的 {of} 道里，{times} 道是 {right} 项对。",
                "请把其中几道改成只有两项对，或只错一项。",
                SEVERITY,
            )
        )
