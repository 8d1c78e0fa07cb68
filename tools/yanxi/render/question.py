"""Questions in a form that can be read, printed and unfolded without JavaScript; the widget upgrades the same form.

There is one renderer: pages, practice data and tests all get their question from here.
"""

from __future__ import annotations

from yanxi.bank.kinds import KINDS as BANK_KINDS
from yanxi.model import Bank, Provision, Question, Quotation
from yanxi.render.inline import escape, inline
from yanxi.render.kinds import KINDS
from yanxi.render.place import Place


def question(item: Question, place: Place, number: int = 1, total: int = 1) -> str:
    """HTML of one `<yx-question>`; `number` of `total` is its place in the quiz."""
    kind = KINDS[item.kind]
    stem = kind.stem(item) if hasattr(kind, "stem") else inline(item.stem)
    meta = f"{number}/{total} · {BANK_KINDS[item.kind].LABEL}"
    submit = '<button class="yx-submit">提交</button>' if kind.SUBMIT else ""
    pin = " data-pin" if item.pin else ""
    return (
        f'<yx-question id="{item.id}" data-kind="{item.kind}" data-version="{item.version}" data-key="{_key(item)}"{pin}>'
        f'<fieldset><legend><span class="yx-meta">{meta}</span>'
        f'<span class="yx-stem">{stem}</span></legend>{kind.body(item)}</fieldset>{submit}'
        f'<output class="yx-verdict"></output><details class="yx-answer"><summary>答案与解析</summary>'
        f'<p class="yx-key">答案：{kind.key(item)}</p><p class="yx-explain">{inline(item.explain)}</p>'
        f"{''.join(_source(quote, place) for quote in item.quotes)}</details></yx-question>"
    )


def _key(item: Question) -> str:
    return escape("".join(item.key))


def _source(quote: Quotation, place: Place) -> str:
    provision = place.document.by_id[quote.provision]
    return (
        f'<p class="yx-source">原文（<cite>{escape(provision.citation)}</cite>）：'
        f'<a href="{place.to_clause(quote.clauses[0])}">{escape(quote.text)}</a></p>'
    )


def quiz(bank: Bank, place: Place, after: Provision | None = None) -> str:
    """All live questions of a bank, the score, and the way on to the next provision.

    The section is left out of the search index: its answers would drown the text, and the index is loaded with every page.
    One form holds all questions: a browser looks into every form for fields to fill in, at a thousand forms for 20 seconds.
    """
    items = bank.live
    made = "\n".join(question(item, place, number, len(items)) for number, item in enumerate(items, 1))
    onward = (
        f'<p class="yx-next"><a href="{place.to(after)}">下一条：{escape(after.label)} {escape(after.title)}</a></p>'
        if after
        else ""
    )
    return (
        f'<section class="yx-quiz" data-document="{place.document.name}" data-quiz="{bank.provision}" data-search-exclude><form autocomplete="off">\n{made}\n'
        f"</form><yx-score></yx-score>{onward}</section>"
    )
