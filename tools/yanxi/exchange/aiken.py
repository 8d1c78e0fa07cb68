"""Aiken: one right option out of several, in plain text."""

from __future__ import annotations

import re

from yanxi.bank.kinds import judge, single
from yanxi.bank.options import LETTERS
from yanxi.exchange.selection import Selection, line, stem
from yanxi.model import Question

NAME, LABEL = "aiken", "Aiken 文本"
SUFFIX = "txt"
KINDS = (single.NAME, judge.NAME)
PARTS = frozenset(("材料",))
UNASKED = False

_MARKED = re.compile(r"[A-Z][.)]|ANSWER:")


def refuses(question: Question) -> str:
    return ""


def write(chosen: Selection) -> bytes:
    return "\n".join(_question(each) for each in chosen.questions).encode()


def _question(question: Question) -> str:
    asked = stem(question)
    if _MARKED.match(asked):  # else it is read as an option
        asked = f"题：{asked}"
    options = [option.text for option in question.options] or [judge.RIGHT, judge.WRONG]
    right = question.key[0] if question.options else LETTERS[options.index(question.key[0])]
    rows = [f"{letter}. {line(text)}" for letter, text in zip(LETTERS, options, strict=False)]
    return "\n".join([asked, *rows, f"ANSWER: {right}", ""])
