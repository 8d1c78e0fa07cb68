"""The glossary's file, read into terms."""

from __future__ import annotations

from collections.abc import Iterator

from yanxi.model import SETTLED, Document, Term
from yanxi.yamltext import fields as take
from yanxi.yamltext.nodes import Mapping, Node, Report, Sequence, Text

PARTLY, OPEN = "部分核对", "待核对"
STATES = (SETTLED, PARTLY, OPEN)
KEYS = ("id", "term", "aliases", "undefined", "definition", "source", "article", "state", "note")


_CHINESE = {
    "编号": "id", "术语": "term", "名称": "term", "别名": "aliases", "写法": "aliases", "释义": "definition", "定义": "definition",
    "解释": "definition", "出处": "source", "来源": "source", "条款": "article", "状态": "state", "备注": "note", "说明": "note",
}  # fmt: skip


def read_glossary(node: Node | None, document: Document, report: Report) -> tuple[Term, ...] | None:
    """The terms of a document's `glossary.yml`; a term with a problem is reported and left out. None where there is no list."""
    entries = node.get("terms") if isinstance(node, Mapping) else None
    if node is None:
        return ()
    if not isinstance(entries, Sequence):
        report(node.problem("术语表写法", "文件开头应当是“terms:”，下面是术语的列表。", "请照手册里的样例改写。"))
        return None
    take.shown_otherwise(entries, document.text, report, ("aliases",))
    return tuple(_distinct(filter(None, (_term(item, document, report) for item in entries.items)), report))


def _distinct(terms: Iterator[Term], report: Report) -> Iterator[Term]:
    names: dict[str, Term] = {}
    for term in terms:
        for name in (term.id, term.term):
            if name in names and names[name] is not term:
                report(term.at.problem("术语重复", f"“{name}”已在第 {names[name].at.line} 行。", "请合并。"))
            names.setdefault(name, term)
        for alias in term.aliases:
            if alias in names and names[alias] is not term:
                message = f"别名“{alias}”已是第 {names[alias].at.line} 行那个术语的，页面上只连到一个。"
                report(term.at.problem("术语重复", message, "请只留在一个术语里。"))
            names.setdefault(alias, term)
        yield term


def _term(node: Node, document: Document, report: Report) -> Term | None:
    if not isinstance(node, Mapping):
        report(node.problem("术语写法", "每个术语应当是一组“键: 值”。", "以“- id:”开头。"))
        return None
    node = take.unknown_keys(node, KEYS, report, chinese=_CHINESE)
    state = take.text(node, "state", report)
    if state and state not in STATES:
        place = node.get("state")
        assert place
        report(place.problem("取值不对", f"“state”不能是“{state}”。", f"可写：{'、'.join(STATES)}。"))
    aliases = take.items(node, "aliases", report, "aliases: [甲, 乙]") if node.get("aliases") else ()
    undefined = node.get("undefined")
    if undefined and not (isinstance(undefined, Text) and undefined.value in ("true", "false")):
        report(undefined.problem("取值不对", "“undefined”只能是 true 或 false。", "方案已列明内容时请删掉这一行。"))
    name, definition = take.text(node, "term", report, marks=take.PLAIN), take.text(node, "definition", report)
    if not name or not definition or state not in STATES:
        return None
    return Term(
        id=take.text(node, "id", report),
        term=name,
        aliases=tuple(filter(None, (_alias(item, document, report) for item in aliases or ()))),
        definition=definition,
        source=take.text(node, "source", report, required=False, marks=take.PLAIN),
        article=take.text(node, "article", report, required=False, marks=take.PLAIN),
        state=state,
        note=take.text(node, "note", report, required=False),
        undefined=isinstance(undefined, Text) and undefined.value == "true",
        at=node,
    )


def _alias(node: Node, document: Document, report: Report) -> str:
    """How a term is written in the document, where it has to stand: nothing else would be found by it."""
    words = take.words(node, "aliases", report, take.OFFICIAL)
    if words and words not in document.text:
        message = f"原文里没有“{words}”，页面上找不到这个术语。"
        hint = take.wide_comma([node]) or "请照原文写，一字不差；原文没有的，请删去。"
        report(node.problem("别名不在原文", message, hint))
    return words
