"""答案带符号：填空的答案，头尾不带原文没有的括号、引号和标点。

为什么：答案照打的样子给读者看。多写的“【】”和句号不是原文的字，读者以为要照样填。

反例：

    - stem: 各支部____以书面形式报告一次。
      kind: blank
      answer: [【每半年】]
      quote: 每半年以书面形式分别向局党委报告

正例：

    - stem: 各支部____以书面形式报告一次。
      kind: blank
      answer: [每半年]
      quote: 每半年以书面形式分别向局党委报告
"""

from __future__ import annotations

from collections.abc import Iterator

from yanxi.bank.checks.words import fold, live
from yanxi.bank.kinds import blank
from yanxi.model import Bank, Document, Term
from yanxi.problem import ERROR, Problem

NAME = "答案带符号"
SEVERITY = ERROR

# What may stand beside figures: 5%, +3, 37.5℃.
_FIGURES = "%‰℃°+-±"


def check(banks: tuple[Bank, ...], document: Document, glossary: tuple[Term, ...]) -> Iterator[Problem]:
    for question in live(banks):
        if question.kind != blank.NAME:
            continue
        said = [fold(quote.text) for quote in question.quotes]
        for answer in (answer for accepted in question.content for answer in accepted):
            words = fold(answer)
            plain = _plain(words)
            if plain != words and not any(words in text for text in said):
                yield question.at.get("answer").problem(
                    NAME,
                    f"填空的答案“{answer}”头尾带着符号，引文里没有。",
                    f"请只写“{plain}”。",
                    SEVERITY,
                )


def _plain(words: str) -> str:
    """An answer without the marks at its ends."""
    keep = lambda character: character.isalnum() or character in _FIGURES  # noqa: E731
    while words and not keep(words[0]):
        words = words[1:]
    while words and not keep(words[-1]):
        words = words[:-1]
    return words
