"""A bank as large as wanted, with real quotations, all kinds, and the same bytes every time."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from itertools import cycle, islice

from yanxi.model import Clause, Document

Fields = dict[str, object]

ALLOWED = ("题干雷同", "答案不在引文", "题干泄底")
EXPLAIN = "原文在这里写的是“{words}”，其余几项出自方案的别处，读的时候要看清它们各在哪一条、由谁去做，不要混在一起。"


def bank(document: Document, provision: str, count: int) -> str:
    """YAML of `count` questions for the bank beside the page of `provision`. JSON is YAML, and quotes every text."""
    rows = [
        json.dumps({"id": f"{provision}-q{number:02}"} | fields, ensure_ascii=False)
        for number, fields in enumerate(islice(_questions(document), count), 1)
    ]
    return "questions:\n" + "".join(f"  - {row}\n" for row in rows)


def _questions(document: Document) -> Iterator[Fields]:
    clauses = [clause for each in document.provisions for clause in each.clauses if _fits(document, clause)]
    pieces = [piece for clause in clauses for piece in _pieces(clause)]
    for number, (clause, make) in enumerate(zip(cycle(clauses), cycle(KINDS), strict=False)):
        own = _pieces(clause)[-1]
        start = number * 7 % len(pieces)
        others = [piece for piece in dict.fromkeys(pieces[start:] + pieces) if piece not in clause.text]
        text = clause.text.rstrip("；。")
        # Two passages from far apart make every stem another.
        stem = f"{document.by_id[clause.provision].citation}里，与“{others[5]}”“{others[number // 40 + 9]}”写在一起"
        yield make(number, stem, own, others[:4]) | {
            "quote": [{"at": clause.provision, "text": text}],
            "explain": EXPLAIN.format(words=text[:40]),
            "level": "understand",
            "allow": dict.fromkeys(ALLOWED, "生成的题只用来测速度"),
        }


def _fits(document: Document, clause: Clause) -> bool:
    text = clause.text.rstrip("；。")
    return document.by_id[clause.provision].text.count(text) == 1 and len(_pieces(clause)) > 1


def _pieces(clause: Clause) -> list[str]:
    """Stretches between commas that are long enough for an option and no longer than one."""
    return [piece for piece in re.split("[，；。、：]", clause.text) if 6 <= len(piece) <= 24 and "“" not in piece]


def _single(number: int, stem: str, own: str, others: list[str]) -> Fields:
    place = number % 4
    return {
        "kind": "single",
        "stem": f"{stem}的是哪一项？",
        "options": [*others[:place], own, *others[place:3]],
        "answer": "ABCD"[place],
    }


def _multiple(number: int, stem: str, own: str, others: list[str]) -> Fields:
    return {"kind": "multiple", "stem": f"{stem}的是哪几项？", "options": [own, *others], "answer": "AC"}


def _judge(number: int, stem: str, own: str, others: list[str]) -> Fields:
    return {"kind": "judge", "stem": f"{stem}的是“{own}”。", "answer": "对错"[number // 10 % 2]}


def _blank(number: int, stem: str, own: str, others: list[str]) -> Fields:
    return {"kind": "blank", "stem": f"{stem}的是{own[:2]}____。", "answer": [[own[2:], own]]}


def _order(number: int, stem: str, own: str, others: list[str]) -> Fields:
    return {"kind": "order", "stem": f"{stem}的各项，请排出先后。", "options": [own, *others[:3]]}


def _match(number: int, stem: str, own: str, others: list[str]) -> Fields:
    words = [own, *others[:2]]
    pairs = [[f"{place}、{word[:3]}……", f"……{word[3:]}"] for place, word in zip("甲乙丙", words, strict=False)]
    return {"kind": "match", "stem": f"{stem}的各项，请把前半与后半连起来。", "pairs": pairs}


def _recall(number: int, stem: str, own: str, others: list[str]) -> Fields:
    return {"kind": "recall", "stem": f"{stem}的是什么？", "answer": own}


Maker = Callable[[int, str, str, list[str]], Fields]
KINDS: tuple[Maker, ...] = (_single, _multiple, _judge, _single, _blank, _order, _judge, _single, _match, _recall)
