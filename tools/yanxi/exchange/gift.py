"""GIFT: Moodle's text format. Texts are marked as plain, so that nothing in them is taken for HTML."""

from __future__ import annotations

import re

from yanxi.bank.kinds import KINDS as ALL
from yanxi.bank.kinds import blank, judge, match, multiple, recall, single
from yanxi.bank.kinds.blank import GAP, spellings
from yanxi.exchange.selection import Selection, explained, line, stem
from yanxi.model import Question

NAME, LABEL = "gift", "GIFT 文本（Moodle）"
SUFFIX = "txt"
KINDS = (single.NAME, multiple.NAME, judge.NAME, blank.NAME, match.NAME, recall.NAME)
PARTS = frozenset(("题号", "解析", "依据", "术语", "材料", "选项说明", "填空的别的写法", "章节"))
UNASKED = False

_SPECIAL = re.compile(r"[\\~=#{}:]")


def refuses(question: Question) -> str:
    if question.kind == blank.NAME and len(question.content) > 1:
        return f"几个空的{ALL[question.kind].LABEL}题"
    return ""


def write(chosen: Selection) -> bytes:
    made, place = [], ""
    for question in chosen.questions:
        if question.provision != place:
            place = question.provision
            made.append(f"$CATEGORY: $course$/{_category(chosen, place)}\n")
        made.append(f"::{question.id}::[plain]{_question(question, explained(question, chosen.document))}\n")
    return "\n".join(made).encode()


def _category(chosen: Selection, place: str) -> str:
    provision = chosen.document.by_id[place]
    return line(f"{place} {provision.citation}").replace("/", "／")


def _question(question: Question, explain: str) -> str:
    asked, general = stem(question), f"####{_text(explain)}"
    if question.kind == blank.NAME:
        before, after = GAP.split(asked)
        answers = " ".join(f"={_answer(each)}" for each in spellings(question)[0])
        return f"{_text(before)}{{{answers}{general}}}{_text(after)}"
    return f"{_text(asked)}{{{_answers(question)}{general}}}"


def _answers(question: Question) -> str:
    if question.kind == judge.NAME:
        return "TRUE" if question.key[0] == judge.RIGHT else "FALSE"
    if question.kind == match.NAME:
        return "\n".join(["", *(f"={_side(left)} -> {_side(right)}" for left, right in question.content), ""])
    if question.kind == recall.NAME:
        return ""
    rows = []
    for option in question.options:
        right = option.letter in question.key
        if question.kind == multiple.NAME:
            mark = f"~%{round(100 / len(question.key), 5):g}%" if right else "~%-100%"
        else:
            mark = "=" if right else "~"
        words = _text(line(option.text)) if mark.endswith("%") else _answer(option.text, mark)
        rows.append(f"{mark}{words}" + (f"#{_text(line(option.why))}" if option.why else ""))
    return "\n".join(["", *rows, ""])


def _text(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _answer(text: str, mark: str = "=") -> str:
    """An answer that does not begin like a share of the points."""
    written = _text(line(text))
    return f"%{100 if mark == '=' else 0}%{written}" if written.startswith("%") else written


def _side(text: str) -> str:
    return _text(line(text).replace("->", "→"))
