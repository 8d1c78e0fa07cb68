"""Banks as large as wanted, with real quotations, all kinds, and the same bytes every time.

`bank` makes one bank for one page; `banks` spreads questions over all pages of a document, in words as editors write
them or, `templated`, from one template and whatever words come next, as scripts do.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import cycle, islice, product

from yanxi.model import Clause, Document

Fields = dict[str, object]
Stem = Callable[[int, str, list[str]], str]

ALLOWED = ("题干雷同", "答案不在引文", "题干泄底", "答案过长", "用词露馅", "出处不明")
EXPLAIN = "原文在这里写的是“{words}”，其余几项出自方案的别处，读的时候要看清它们各在哪一条、由谁去做，不要混在一起。"


def bank(document: Document, provision: str, count: int) -> str:
    """YAML of `count` questions for the bank beside the page of `provision`. JSON is YAML, and quotes every text."""
    return _yaml(provision, islice(_questions(document), count))


def banks(document: Document, count: int, templated: bool = False) -> dict[str, str]:
    """YAML of `count` questions, by the bank's path below the document's folder of quizzes."""
    source = _questions(document, _templated if templated else _varied)
    pages = document.by_page
    made = {}
    for number, (page, provisions) in enumerate(pages.items()):
        share = count // len(pages) + (number < count % len(pages))
        made[page.removesuffix(".md") + ".yml"] = _yaml(provisions[0].id, islice(source, share))
    return made


def _yaml(provision: str, questions: Iterable[Fields]) -> str:
    made = ["questions:"]
    for number, fields in enumerate(questions, 1):
        entry = {"id": f"{provision}-q{number:02}"} | fields
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in entry.items()]
        made += [f"  - {lines[0]}", *(f"    {line}" for line in lines[1:])]
    return "\n".join(made) + "\n"


# Stems: number, the place that is cited, and words from elsewhere; they end where the kind's own question begins.


def _far(number: int, citation: str, others: list[str]) -> str:
    # Two passages from far apart make every stem another.
    return f"{citation}里，与“{others[5]}”“{others[number // 40 + 9]}”写在一起"


WHO = ("某校党支部", "局机关一科室", "新任的支部书记", "片区的联络员", "一位入党积极分子", "包抓的班子成员")
WHEN = ("年初排计划时", "半年自查时", "年底考核前", "换届以后", "专题会议上", "廉政谈话之后", "接到举报以后")
DOES = ("读到", "讨论", "抄下", "引用", "问起", "反复核对")


def _varied(number: int, citation: str, others: list[str]) -> str:
    openings = list(product(WHO, WHEN, DOES))
    who, when, does = openings[number * 41 % len(openings)]
    far = others[(number // len(openings)) * 3 + 5]
    match number % 4:
        case 0:
            return f"{who}{when}{does}“{others[4]}”。{citation}里与“{far}”有关"
        case 1:
            return f"对照{citation}，{who}{when}把“{others[4]}”与“{far}”放在一起，其中写到"
        case 2:
            return f"{citation}针对“{far}”，{when}{who}{does}“{others[4]}”，原话"
        case _:
            return f"{when}，{who}{does}{citation}：“{others[4]}”之外，要落实“{far}”，写明"


def _templated(number: int, citation: str, others: list[str]) -> str:
    words = "".join(others)
    start = number // 300 * 5
    return f"关于{words[start : start + 4 + number % 3]}，下列说法正确"


def _questions(document: Document, stem_of: Stem = _far) -> Iterator[Fields]:
    clauses = [clause for each in document.provisions for clause in each.clauses if _fits(document, clause)]
    pieces = [piece for clause in clauses for piece in _pieces(clause)]
    for number, (clause, make) in enumerate(zip(cycle(clauses), cycle(KINDS), strict=False)):
        own = _pieces(clause)[-1]
        start = number * 7 % len(pieces)
        others = [piece for piece in dict.fromkeys(pieces[start:] + pieces) if piece not in clause.text]
        text = clause.text.rstrip("；。")
        stem = stem_of(number, document.by_id[clause.provision].citation, others)
        yield make(number, stem, own, others[:4]) | {
            "quote": [{"at": clause.provision, "text": text}],
            "explain": EXPLAIN.format(words=text[:40]),
            "level": "understand",
            "allow": dict.fromkeys(ALLOWED, "生成的题只用来测速度"),
        }


def _fits(document: Document, clause: Clause) -> bool:
    text = clause.text.rstrip("；。")
    # Masked names are stars, which mean something in a question.
    return document.by_id[clause.provision].text.count(text) == 1 and "*" not in text and len(_pieces(clause)) > 1


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
    answer = ("AC", "BC", "ABDE", "ACE", "AD")[number // 10 % 5]
    return {"kind": "multiple", "stem": f"{stem}的是哪几项？", "options": [own, *others], "answer": answer}


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
