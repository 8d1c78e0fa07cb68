"""JSON Schemas of what editors write, for text editors that complete and underline as one types.

Keys, words and limits are those of the readers; only what each key is for is said here. `yanxi schema` writes them into
.vscode/schemas, where .vscode/settings.json says which file has which.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from yanxi import glossary
from yanxi.bank import kinds, paper, read
from yanxi.bank.checks import RULES, allowances, ids
from yanxi.bank.kinds import KINDS
from yanxi.document import levels, review, settings
from yanxi.yamltext import shape
from yanxi.yamltext.shape import Shape

DRAFT = "http://json-schema.org/draft-07/schema#"
"""What text editors know best."""

_ID = f"^(?:{read.QUESTION_ID.pattern})$"
_PLACE = shape.text("页号，如 a1-m3")
_LABELS = {name: f"{kind.LABEL}题" for name, kind in KINDS.items()}


def bank() -> Shape:
    """quizzes/NAME/…/*.yml: `cases` and `questions`."""
    cases = {
        "description": "几道题共用的材料，一份一行：名称: 一段话",
        "type": "object",
        "additionalProperties": shape.text("材料的文字"),
    }
    questions = shape.items("题目，每一题以“- id:”开头", _question())
    return _schema("题库", {"cases": cases, "questions": questions}, ["questions"])


def _question() -> Shape:
    common = {
        "id": shape.text("题号：页号-q两位数字，一辈子不变，不重复", _ID, "请写成 页号-q两位数字，如 a1-m3-q07。"),
        "kind": shape.one_of("题型", _LABELS),
        "case": shape.text("材料的名称，文件开头的 cases 里有"),
        "stem": shape.text("题干：要问的话"),
        "quote": _quotes(),
        "term": shape.text("依据的术语的编号，如 K28；要已核对、有出处"),
        "explain": shape.text("解析：为什么对，为什么错"),
        "level": shape.one_of("层次，不写就是 remember", read.LEVELS),
        "replaces": shape.text("顶替的旧题的题号，旧题要写 retired"),
        "retired": shape.reason("不再考的原因；题留着，读者的记录也留着"),
        "draft": shape.flag("草稿：网站上不显示，可以先不写 quote 和 explain"),
        "pin": shape.flag("选项不打乱"),
        "allow": _allow(),
        "terms": shape.items("相关术语的编号或名称", shape.text("编号或名称")),
    }
    assert set(common) == set(read.COMMON)
    special: dict[str, Any] = {key: {"description": said} for key, said in _SPECIAL.items()}
    made = shape.mapping("一道题", common | special, ["id", "kind", "stem"])
    finished = {"anyOf": [{"required": ["quote"]}, {"required": ["term"]}], "required": ["explain"]}
    return made | {"if": _true("draft"), "else": finished, "allOf": [_of_kind(name) for name in KINDS]}


def _of_kind(name: str) -> Shape:
    """What a question of one kind has besides; the keys of the others it has not."""
    kind = KINDS[name]
    barred: dict[str, Any] = {key: False for key in _SPECIAL if key not in kind.KEYS} | (
        {"pin": _NOT_TRUE} if kind.ORDERED else {}
    )
    then = {"properties": barred | kind.SHAPE["properties"], "required": kind.SHAPE["required"]}
    return {"if": {"properties": {"kind": {"const": name}}, "required": ["kind"]}, "then": then}


_SPECIAL = kinds.keys()
_NOT_TRUE: Shape = {"enum": [False, "false"]}


def _true(key: str) -> Shape:
    return {"properties": {key: {"enum": [True, "true"]}}, "required": [key]}


def _quotes() -> Shape:
    words = shape.text("从本页原文复制的一句，一字不差，只出现一次")
    elsewhere = shape.mapping("引自别的一条", {"at": _PLACE, "text": shape.text("那里的原文")}, ["at", "text"])
    one = shape.either("一句原文", words, elsewhere)
    return shape.either("依据：说明答案的原文", words, elsewhere, shape.items("几句原文", one, 1))


def _allow() -> Shape:
    rules = {rule.NAME: shape.text(_first_line(rule.__doc__)) for rule in RULES if rule not in (ids, allowances)}
    return shape.mapping("破例：规则名: 理由", rules, [])


def _first_line(doc: str | None) -> str:
    return (doc or "").partition("\n")[0]


def terms() -> Shape:
    """docs/NAME/glossary.yml."""
    keys = {
        "id": shape.text("编号，如 K28"),
        "term": shape.text("术语"),
        "aliases": shape.items("原文里的写法，逐字照录", shape.text("一种写法")),
        "definition": shape.text("释义"),
        "source": shape.text("出处"),
        "article": shape.text("出处的第几条"),
        "state": shape.one_of("核对到哪一步", dict.fromkeys(glossary.STATES, "")),
        "note": shape.text("另外要说明的"),
        "undefined": shape.flag("方案没有列出它的内容"),
    }
    assert set(keys) == set(glossary.KEYS)
    one = shape.mapping("一个术语", keys, ["id", "term", "definition", "state"])
    return _schema("术语表", {"terms": shape.items("术语，每个以“- id:”开头", one)}, ["terms"], closed=False)


def document() -> Shape:
    """docs/NAME/document.yml."""
    marks = {level.mark: level.kind for level in levels.DEFAULT}
    mark = {"description": "序号的样子", "anyOf": [{"enum": list(marks)}, {"type": "string"}]}
    entry = shape.mapping("一级", {"mark": mark, "page": shape.flag("这一级各成一页")}, ["mark"])
    words = shape.items("词", shape.text("一个词"))
    keys = {
        "title": shape.text("全名"),
        "short": shape.text("简称，不写就用全名"),
        "summary": shape.text("首页的介绍"),
        "levels": shape.items("序号的层级，从大到小；用通常的就不写", shape.either("一级", mark, entry), 1),
        "words": shape.mapping("网站自己认不出的词", {"time": words, "actors": words}, []),
        "current": shape.flag("首页用这一份"),
        "sha256": shape.text("text.txt 的指纹，64 位", "^[0-9a-fA-F]{64}$", "请写 64 位十六进制，只用 0-9 和 a-f。"),
        "retired": {
            "description": "公布过、不再有的编号：编号: 原因",
            "type": "object",
            "additionalProperties": shape.reason("原因"),
        },
    }
    assert set(keys) == set(settings.KEYS)
    return _schema("方案", keys, ["title"])


def doubts() -> Shape:
    """docs/NAME/review.yml."""
    keys = {
        "at": _PLACE,
        "kind": shape.one_of("哪一类疑处", dict.fromkeys(review.KINDS, "")),
        "quote": shape.text("那里的原文，只出现一次"),
        "usual": shape.text("通常的写法，或现有的线索"),
        "ask": shape.text("要定的事"),
    }
    assert set(keys) == set(review.KEYS)
    one = shape.mapping("一处", keys, ["at", "kind", "quote", "ask"])
    return _schema("待定清单", {"items": shape.items("每一条以“- at:”开头", one)}, ["items"], closed=False)


def recipe() -> Shape:
    """quizzes/NAME/papers/*.yml."""
    section = {
        "title": shape.text("这一部分的名字"),
        "cases": shape.flag("整份抽材料题，count 是份数"),
        "kinds": shape.items("题型", shape.one_of("题型", _LABELS)),
        "areas": shape.items("从哪里抽，连同它下面的各条；不写就是全案", _PLACE),
        "levels": shape.items("层次；不写就是都要", shape.one_of("层次", read.LEVELS)),
        "count": shape.number("抽几道", *paper.COUNT),
        "points": shape.number("每道几分", *paper.POINTS),
    }
    assert set(section) == set(paper.SECTION_KEYS)
    one = shape.mapping("一部分", section, ["title", "count", "points"])
    one |= {"if": _true("cases"), "else": {"required": ["kinds"]}}
    keys = {
        "title": shape.text("试卷的名字"),
        "minutes": shape.number("考多少分钟", *paper.MINUTES),
        "pass": shape.number("及格线，是分数", *paper.PASS),
        "seed": shape.text("卷号，随便起；卷号相同，抽出的题就相同"),
        "print": shape.flag("只印在纸上，不上网站；可以有简答题"),
        "sections": shape.items("各部分，以“- title:”开头", one, 1, paper.MAX_SECTIONS),
    }
    assert set(keys) == set(paper.KEYS)
    marked = {"enum": [name for name in _LABELS if not KINDS[name].SELF_JUDGED]}
    kinds = {"kinds": {"description": "网站上能评分的题型", "items": marked}}
    on_site = {"sections": {"description": "各部分", "items": {"properties": kinds}}}
    return _schema("试卷配方", keys, list(paper.REQUIRED)) | {"if": _true("print"), "else": {"properties": on_site}}


def _schema(title: str, keys: Mapping[str, Shape], required: list[str], closed: bool = True) -> Shape:
    made = shape.mapping(f"{title}。写法见编辑手册", keys, required)
    return {"$schema": DRAFT, "title": title, **made, "additionalProperties": not closed}


FILES = {"bank": bank, "glossary": terms, "document": document, "review": doubts, "paper": recipe}
"""What each schema is called."""


def files() -> dict[str, str]:
    """Every schema as a file's text, by the file's name."""
    return {f"{name}.json": json.dumps(made(), ensure_ascii=False, indent=2) + "\n" for name, made in FILES.items()}
