"""What an office has to decide about its document, read from `review.yml`. No page and no data file shows it."""

from __future__ import annotations

from collections.abc import Iterator

from yanxi.document.pages import quotation
from yanxi.model import Document, Doubt
from yanxi.yamltext import fields as take
from yanxi.yamltext.nodes import Mapping, Node, Report, Sequence

KINDS = ("遮盖", "用字", "标点", "语句", "书名", "出处", "主体", "未列明", "编号", "缺件", "术语")
KEYS = ("at", "kind", "quote", "usual", "ask")


def read_review(node: Node | None, document: Document, report: Report) -> tuple[Doubt, ...]:
    """The doubts of a document's `review.yml`; one with a problem is reported and left out."""
    if node is None:
        return ()
    entries = node.get("items") if isinstance(node, Mapping) else None
    if not isinstance(entries, Sequence):
        report(node.problem("待定清单写法", "文件开头应当是“items:”，下面是一条一条的列表。", "请照手册里的样例改写。"))
        return ()
    return tuple(_doubts(entries, document, report))


def _doubts(entries: Sequence, document: Document, report: Report) -> Iterator[Doubt]:
    for item in entries.items:
        if not isinstance(item, Mapping):
            report(item.problem("待定清单写法", "每一条应当是一组“键: 值”。", "以“- at:”开头。"))
            continue
        item = take.unknown_keys(item, KEYS, report)
        at, kind, ask = (take.text(item, key, report) for key in ("at", "kind", "ask"))
        usual = take.text(item, "usual", report, required=False)
        if item.get("quote") is None:
            take.text(item, "quote", report)
        provision, words = document.by_id.get(at), None
        if provision:
            words = quotation(item.get("quote"), (provision,), report)
        elif place := item.get("at"):
            report(place.problem("没有这一条", f"方案里没有“{at}”。", "请写页号，如 a1-m3。"))
        if kind and kind not in KINDS and (place := item.get("kind")):
            report(place.problem("取值不对", f"“kind”不能是“{kind}”。", f"可写：{'、'.join(KINDS)}。"))
        if words and ask and kind in KINDS:
            yield Doubt(words, kind, usual, ask)
