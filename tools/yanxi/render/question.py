"""Questions in a form that can be read, printed and unfolded without JavaScript; the widget upgrades the same form.

There is one renderer: pages, practice data and tests all get their question from here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from yanxi.bank.kinds import KINDS as BANK_KINDS
from yanxi.model import Bank, Question, Quotation, Term
from yanxi.render.cited import cited
from yanxi.render.inline import inline
from yanxi.render.kinds import KINDS
from yanxi.render.markup import html, join
from yanxi.render.place import Place

# A page with no more than FEW questions needs no batches: to look for each by itself is not felt there.
FEW = 50
BATCH = 10


def question(item: Question, place: Place, number: int = 1, total: int = 1, again: bool = False) -> Markup:
    """HTML of one `<yx-question>`; `number` of `total` is its place in the quiz.

    `again`: the question before it has the same case, and on paper it need not be printed twice.
    """
    kind = KINDS[item.kind]
    verdict = html('<output class="yx-verdict"></output>')
    # Who judges has the answer before the eyes, and the verdict comes there.
    judged = BANK_KINDS[item.kind].SELF_JUDGED
    return html(
        '<yx-question id="{id}" data-kind="{kind}" data-version="{version}" data-key="{letters}"{with_case}{pin}{attributes}>'
        '{case}<fieldset{described}><legend><span class="yx-meta">{number}/{total} · {label}</span>'
        '<span class="yx-stem">{stem}</span>{how}</legend>{body}</fieldset>{submit}{before}'
        '<details class="yx-answer"><summary>答案与解析</summary>'
        '<p class="yx-key">答案：{key}</p>{within}<p class="yx-explain">{explain}</p>{sources}</details></yx-question>',
        id=item.id,
        kind=item.kind,
        version=item.version,
        letters="".join(item.key),
        with_case=html(" data-case") if item.case else "",
        pin=html(" data-pin") if item.pin else "",
        attributes=kind.attributes(item) if hasattr(kind, "attributes") else "",
        number=number,
        total=total,
        label=BANK_KINDS[item.kind].LABEL,
        case=_case(item, again) if item.case else "",
        described=html(' aria-describedby="{}-case"', item.id) if item.case else "",
        stem=kind.stem(item) if hasattr(kind, "stem") else inline(item.stem),
        how=html('<span class="yx-how">{}</span>', kind.HOW) if hasattr(kind, "HOW") else "",
        body=kind.body(item, place),
        before="" if judged else verdict,
        within=verdict if judged else "",
        submit=html('<button class="yx-submit">提交</button>') if kind.SUBMIT else "",
        key=kind.key(item),
        explain=cited(item.explain, item, place),
        sources=join(
            [
                *(_source(quote, place) for quote in item.quotes),
                *([_basis(item.term, place)] if item.term else []),
            ]
        ),
    )


def _case(item: Question, again: bool) -> Markup:
    assert item.case
    return html(
        '<div class="yx-case{}" id="{}-case"><b>材料</b> {}</div>',
        " yx-again" if again else "",
        item.id,
        inline(item.case.text),
    )


def _basis(term: Term, place: Place) -> Markup:
    """The checked term on which the question rests: its definition and its source, and the way to its entry."""
    name = term.term if term.term.startswith("《") else f"《{term.term}》"
    return html(
        '<p class="yx-source yx-basis">依据：<a href="{}">术语{}</a>：{}出处：{}</p>',
        place.to_term(term),
        name,
        inline(term.definition.removesuffix("。") + "。"),
        term.origin,
    )


def _source(quote: Quotation, place: Place) -> Markup:
    return html(
        '<p class="yx-source">原文（<cite>{}</cite>）：<a href="{}">{}</a></p>',
        place.document.by_id[quote.provision].citation,
        place.to_clause(quote.clauses[0]),
        quote.text,
    )


def quiz(bank: Bank, place: Place, turn: str = "") -> Markup:
    """All live questions of a bank, the score, and the ways to the pages before and behind.

    The section is left out of the search index: its answers would drown the text, and the index is loaded with every page.
    One form holds all questions: a browser looks into every form for fields to fill in, at a thousand forms for 20 seconds.
    So many questions stand in batches: those that are far from the screen are laid out and looked for as one.
    """
    items = bank.live
    none = "" if items else html('<p class="yx-none">这一页还没有题。</p>')
    return html(
        '<section class="yx-quiz" data-document="{}" data-quiz="{}" data-search-exclude><form autocomplete="off">\n{}\n'
        "</form>{}<yx-score></yx-score>{}</section>",
        place.document.name,
        bank.provision,
        _batched(list(_numbered(items, place))),
        none,
        turn,
    )


def _batched(questions: Sequence[Markup]) -> Markup:
    if len(questions) <= FEW:
        return join(questions, "\n")
    batches = (join(questions[start : start + BATCH], "\n") for start in range(0, len(questions), BATCH))
    return join((html('<div class="yx-batch">{}</div>', batch) for batch in batches), "\n")


def _numbered(items: tuple[Question, ...], place: Place) -> Iterator[Markup]:
    case = None
    for number, item in enumerate(items, 1):
        yield question(item, place, number, len(items), again=item.case is not None and item.case == case)
        case = item.case
