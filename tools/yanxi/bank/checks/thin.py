"""解析太薄：解析至少 15 个字，并且要比答案多说一点。

为什么：只说“选错了，正确答案是每半年”，学员学不到东西。请写出原文怎么说、出自哪一条，最容易错选的那一项又错在哪里。

反例：

    - stem: 各支部多久书面报告一次履行主体责任情况？
      options: [每月, 每季度, 每半年, 每年]
      answer: C
      explain: 正确答案是每半年，各支部每半年报告一次。

正例：

    - stem: 各支部多久书面报告一次履行主体责任情况？
      options: [每月, 每季度, 每半年, 每年]
      answer: C
      explain: 二（一）三是写明“每半年”。“每月”是班子成员安排部署或检查工作的频次，见三·一是。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yanxi.bank.checks.words import gapless, left_over, length, live, meaning, wanted
from yanxi.model import Bank, Document, Question, Term
from yanxi.problem import WARNING, Problem

NAME = "解析太薄"
SEVERITY = WARNING

LEAST = 15
NEW = 7
"""Characters that an explanation has to add to stem and answer."""

# What is said about any answer to any question.
_EMPTY = re.compile(
    r"正确答案|参考答案|标准答案|答案|正确选项|正确的?项|正确|错误|有误|选项|本题|这道题|此题|该题|这题|题干|题目|说法|表述|这句话|这个|这种|原文|方案|文件|规定|要求"
    r"|所以|因此|因而|因为|故此?|应当|应该|应选|选择|应|选|根据|按照|依据|可知|可见|由此|显然|写明|写的?是|明确|指出|如此|就是|即|为|是|的|了|对|错|与|和|一致|相符|符合"
    r"|不符|没有|问题|请|认真|学习|阅读|记住|牢记|掌握|注意|其他|其余|别的|各项|都|均|不|很|我们|大家|同志|需要|内容|相关|有关|上述|以上|以下|如上|如下|本条|该条|这里|这一条"
    r"|[一二三四五六七八九十]+[、·]?(?:（[一二三四五六七八九十]+）)?[一二三四五六七八九十]是"
)


def check(banks: tuple[Bank, ...], document: Document, glossary: tuple[Term, ...]) -> Iterator[Problem]:
    for question in live(banks):
        place = question.at.get("explain")
        size = length(question.explain)
        if size < LEAST:
            yield place.problem(
                NAME,
                f"解析只有 {size} 个字。",
                f"请写满 {LEAST} 个字：原文怎么说，出自哪一条，最容易错选的为什么错。",
                SEVERITY,
            )
        elif len(_new(question, document)) < NEW:
            yield place.problem(
                NAME,
                "解析只是把题目和答案重说一遍。",
                "请补上原文的话、出处，或最容易错选的那一项错在哪里。",
                SEVERITY,
            )


def _new(question: Question, document: Document) -> str:
    """What the explanation says beyond stem, answer and the headings of the measures and items it quotes."""
    places = (document.by_id[quote.provision] for quote in question.quotes)
    titles = (place.title for place in places if place.kind in ("measure", "safeguard", "item"))
    said = (meaning(gapless(question.stem, wanted(question))), *map(meaning, wanted(question)), *map(meaning, titles))
    words = meaning(_EMPTY.sub("|", question.explain))
    return left_over(words, *said)
