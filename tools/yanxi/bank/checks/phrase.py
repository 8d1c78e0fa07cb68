"""用词露馅：题干里少见的说法，不要只有正确项跟着用。

为什么：不懂方案的人也会挑那个和题干“长得像”的选项。请把题干换个说法，或让干扰项也带上这个词。

反例：

    - stem: 某校营养餐供应出了问题，应当依据方案的哪一处？
      options: [营养餐发放领域的查处, 因私出国（境）的审批, 外出和婚丧嫁娶的报备]
      answer: A
      level: apply

正例：

    - stem: 某校克扣学生的午餐补助，应当依据方案的哪一处？
      options: [营养餐发放领域的查处, 因私出国（境）的审批, 外出和婚丧嫁娶的报备]
      answer: A
      level: apply
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from yanxi.bank.checks.words import live, meaning
from yanxi.model import Bank, Document, Question, Term
from yanxi.problem import WARNING, Problem

NAME = "用词露馅"
SEVERITY = WARNING

LEAST = 3
"""Characters of a phrase: two make a word that anybody uses."""
RARE = 2
"""How often the document may have a phrase for it still to be rare; one of three characters, once less."""

_SMALL = re.compile("[的了是哪和与等及在一不有没还要应当于把将对为]")


def check(banks: tuple[Bank, ...], document: Document, glossary: tuple[Term, ...]) -> Iterator[Problem]:
    text = meaning(document.text)
    for question in live(banks):
        if question.wrong and (found := _phrase(question, text)):
            yield question.at.get("stem").problem(
                NAME,
                f"“{found}”只在题干和正确项里出现，等于指了路。",
                "请把题干换个说法，或让干扰项也带上它。",
                SEVERITY,
            )


def _phrase(question: Question, text: str) -> str:
    stem = meaning(question.stem)
    wrong = [meaning(option.text) for option in question.wrong]
    right = [meaning(option.text) for option in question.right]
    tempting = max((len(phrase) for option in wrong for phrase in _rare(option, stem, text)), default=0)
    for option in right:
        for phrase in _rare(option, stem, text):
            # The whole option is a giveaway, another rule's; a distractor with as long a phrase tempts as much.
            if phrase != option and len(phrase) > tempting and not any(phrase in other for other in wrong):
                return phrase
    return ""


def _rare(option: str, stem: str, text: str) -> Iterator[str]:
    for block in SequenceMatcher(None, option, stem, autojunk=False).get_matching_blocks():
        phrase = option[block.a : block.a + block.size]
        content = len(_SMALL.sub("", phrase))
        if content >= LEAST and text.count(phrase) <= (RARE if len(phrase) > LEAST else RARE - 1):
            yield phrase
