"""A question as a row of cells, and what people call these columns.

A cell that has to hold several things has a line for each; parts of a line stand apart by “ | ”. A stroke, a line end or a
backslash that belongs to the text itself is written with a backslash before it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from yanxi.bank.kinds import KINDS
from yanxi.bank.options import LETTERS
from yanxi.bank.read import LEVELS
from yanxi.model import Document, Question

OPTIONS = tuple(LETTERS[:8])

COLUMNS: dict[str, int] = {
    "题号": 13, "题型": 8, "题干": 50, **dict.fromkeys(OPTIONS, 18), "答案": 16, "解析": 40, "依据": 40, "章节": 18,
    "难度": 8, "材料": 30, "术语": 8, "相关术语": 16, "选项说明": 24, "设置": 12, "顶替": 13, "退役": 16, "破例": 24,
}  # fmt: skip
"""The columns of our own table, and how many characters wide they are."""

FLAGS = {"pin": "不打乱", "any_order": "次序不限", "draft": "草稿"}
"""What stands under 设置."""

_NAMES = {
    "题号": ("编号",),
    "题型": ("题目类型", "试题类型", "类型", "题型分类"),
    "题干": ("题目", "试题", "题目内容", "试题内容", "题干内容", "大题题干"),
    **{letter: (f"选项{letter}", f"{letter}选项", f"选择项{number}") for number, letter in enumerate(OPTIONS, 1)},
    "答案": ("正确答案", "参考答案", "标准答案", "试题答案"),
    "解析": ("答案解析", "试题解析", "解释", "说明"),
    "依据": ("原文", "原文依据", "引文", "出处"),
    "章节": ("页号", "条款", "所属章节", "目录"),
    "难度": ("层次", "难易度", "难度等级"),
}
HEAD_ROWS = 5
"""The headings stand in one of so many rows."""
ANSWERS = ("答案", *(f"答案{number}" for number in range(1, 11)))
"""Columns that hold the answer together."""
IDLE = ("选项数", "序号")
"""Columns that say nothing that the others do not."""
NAMES = {name: head for head in COLUMNS for name in (head, *_NAMES.get(head, ()))} | {
    name: name for name in (*ANSWERS, "小题题干", "小题题型")
}
"""Every name of a column that is understood."""

_REMARK = re.compile(r"[(（][^()（）]*(?:必填|勿删|选填|可不填)[^()（）]*[)）]|[*＊]")
_ESCAPED = re.compile(r"\\([\\|｜n])")
_TOKEN = re.compile(r"\\.|.", re.DOTALL)
_SPECIAL = re.compile(r"[\\|｜\n]")


def head(text: str) -> str:
    """The column that a heading means, or nothing: 正确答案（必填） is 答案."""
    plain = "".join(unicodedata.normalize("NFKC", _REMARK.sub("", text)).upper().split())
    return NAMES.get(_REMARK.sub("", plain), "")


def cells(question: Question, document: Document) -> dict[str, str]:
    """What stands in each column; columns that the question has no use for are missing."""
    kind = KINDS[question.kind]
    made = {
        "题号": question.id,
        "题型": kind.LABEL,
        "题干": question.stem,
        "答案": "".join(question.key) or lines(question.content),
        "解析": question.explain,
        "依据": lines(
            (quote.text,) if quote.provision == question.provision else (quote.provision, quote.text)
            for quote in question.quotes
        ),
        "章节": place(question.provision, document),
        "难度": LEVELS[question.level],
        "材料": joined((question.case.name, question.case.text)) if question.case else "",
        "术语": question.term.id if question.term else "",
        "相关术语": lines(question.terms),
        "选项说明": lines((option.letter, option.why) for option in question.options if option.why),
        "设置": lines(name for flag, name in FLAGS.items() if getattr(question, flag)),
        "顶替": question.replaces,
        "退役": question.retired,
        "破例": lines(question.allow.items()),
    }
    if "pairs" in kind.KEYS:
        made["答案"] = ""
        made |= dict(zip(OPTIONS, map(joined, question.content), strict=False))
    return {name: text for name, text in made.items() if text} | {each.letter: each.text for each in question.options}


def place(provision: str, document: Document) -> str:
    """A page as it stands under 章节: a1-m3 二（一）三是."""
    return f"{provision} {document.by_id[provision].citation}".strip()


def lines(items: Iterable[str | Iterable[str]]) -> str:
    """Several things as one cell."""
    return "\n".join(joined((item,) if isinstance(item, str) else item) for item in items)


def joined(texts: Iterable[str]) -> str:
    """Several texts as one line of a cell."""
    return " | ".join(_SPECIAL.sub(lambda found: "\\" + found[0].replace("\n", "n"), text) for text in texts)


def split(cell: str) -> list[list[str]]:
    """A cell's lines and their texts; the other way round from `lines`. Empty lines are left out."""
    return [[_whole(part) for part in _parts(row)] for row in cell.split("\n") if row.strip()]


def _parts(row: str) -> list[str]:
    """A line cut at its strokes, but not at those that a backslash stands before."""
    parts = [""]
    for token in _TOKEN.findall(row):
        if token in ("|", "｜"):
            parts.append("")
        else:
            parts[-1] += token
    return parts


def _whole(part: str) -> str:
    return _ESCAPED.sub(lambda found: found[1].replace("n", "\n"), part.strip(" \t"))
