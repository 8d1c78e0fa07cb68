"""绝对词露馅：“一律”“必须”“只能”“所有”一类的词，不要只出现在干扰项里。

为什么：做惯题的人见了“一律”“从不”就划掉。请去掉这个词，或让正确项也用原文里的绝对词。原文本来就这样写的
话（如“一律从严查处”）照录在干扰项里，不算。

反例：

    - stem: 二（一）三是对支部报告形式怎样要求？
      options: [只能由书记口头报告, 以书面形式分别报告, 所有班子成员一律当面报告]
      answer: B

正例：

    - stem: 二（一）三是对支部报告形式怎样要求？
      options: [由书记口头报告, 以书面形式分别报告, 由班子成员当面报告]
      answer: B
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yanxi.bank.checks.words import bare, fold, live
from yanxi.model import Bank, Document, Term
from yanxi.problem import WARNING, Problem

NAME = "绝对词露馅"
SEVERITY = WARNING

_ABSOLUTE = re.compile(
    r"一律|一概|必须|必定|必然|务必|只能|只有|只准|只许|仅限|仅能|所有|一切|从不|从来|从未|任何|绝不|绝对|决不|永远|永不|完全|唯一|全部(?!正确|是|都|对)|全都(?!正确|是|对)|统统"
    r"|毫无|毫不|无一|凡是|百分之百|每一个|唯有|无论(?:如何|何时|何种|什么)|无条件|不得不"
    r"|(?<![不确固有])一定(?!程度|范围|时期|条件|比例|数额|期限|的)"
)


def check(banks: tuple[Bank, ...], document: Document, glossary: tuple[Term, ...]) -> Iterator[Problem]:
    text = fold(document.text)
    for question in live(banks):
        if any(_ABSOLUTE.search(bare(option.text)) for option in question.right):
            continue
        for option in question.wrong:
            if found := _own(bare(option.text), text):
                yield option.at.problem(
                    NAME,
                    f"只有干扰项里有绝对词，如“{found}”。",
                    "请去掉它，或换成原文里别处的话。",
                    SEVERITY,
                )
                break


def _own(option: str, text: str) -> str:
    """The first absolute that the option's writer put there; the document's own (the word with its neighbours) is let be."""
    for match in _ABSOLUTE.finditer(option):
        around = option[max(match.start() - 2, 0) : match.end() + 2]
        if around not in text and option[match.start() : match.end() + 3] not in text:
            return match[0]
        if len(around) == len(match[0]) and around not in text:
            return match[0]
    return ""
