"""The official text and what belongs to it: clauses, editor's notes, key points, duties, contents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from urllib.parse import quote

from markupsafe import Markup

from yanxi.document import roles
from yanxi.model import Clause, Document, Duty, KeyPoint, Note, Provision, Term
from yanxi.render.inline import inline
from yanxi.render.markup import html, join
from yanxi.render.place import Place
from yanxi.render.terms import first_places

UNSTATED = "原文未写明主体"
PLAIN = (roles.TEXT, roles.HEADING)
"""What a paragraph is when it has no class; all other roles (``yx-title``, ``yx-signature`` …) have a shape of their own."""


def kicker(document: Document, provision: Provision, area: str) -> Markup:
    """The small line above a page's title: 二（一）三是 · 政治建设."""
    words = " · ".join(filter(None, (provision.citation, area)))
    return html('<p class="yx-kicker">{}</p>', words)


def official(provision: Provision, place: Place, terms: Iterable[Term] = ()) -> Markup:
    """The official words of one provision, on its page; where one of `terms` stands first it leads to its entry.

    The spans' text, put together, is the provision's text.
    """
    marks = first_places(provision, terms)
    return html(
        '<div class="yx-official" data-document="{}" data-provision="{}">{}</div>',
        place.document.name,
        provision.id,
        paragraphs(provision, text=lambda clause: _marked(clause, marks, place)),
    )


def paragraphs(provision: Provision, before: str = "", text: Callable[[Clause], str] = attrgetter("text")) -> Markup:
    """A paragraph a line, with its role as a class, and in it a span a clause, whose id `before` begins and whose words `text`
    gives."""
    made = []
    for role, clauses in provision.paragraphs:
        spans = (_clause(clause, f"{before}{clause.id}", text(clause)) for clause in clauses)
        shape = "" if role in PLAIN else html(' class="yx-{}"', role)
        made.append(html("<p{}>{}</p>", shape, join(spans)))
    return join(made)


def _clause(clause: Clause, name: str, text: str) -> Markup:
    """A sentence, and its number as a link to it; the number is no text, so that it is not copied with the words."""
    return html(
        '<span class="clause" id="{name}"><a class="yx-no" href="#{name}" data-yx="citeClause" data-n="{number}" aria-label="第{number}句"></a>{text}</span>',
        name=name,
        number=clause.id[1:],
        text=text,
    )


def _marked(clause: Clause, marks: Iterable[tuple[Term, int, int]], place: Place) -> Markup:
    """The words of a clause, those of a term as a link. A term that runs on into the next clause is a link in each."""
    made, read = Markup(""), clause.start
    for term, start, end in marks:
        start, end = max(start, clause.start), min(end, clause.end)
        if start < end:
            before, words = clause.text[read - clause.start : start - clause.start], clause.text[start - clause.start :]
            made += html(
                '{}<a data-term="{}" href="{}">{}</a>', before, term.id, place.to_term(term), words[: end - start]
            )
            read = end
    return made + clause.text[read - clause.start :]


def actions(provision: Provision, place: Place) -> Markup:
    """What else a reader can do with the official words above: 听, 引用, 背诵. The first two need JavaScript.

    What has nothing but its heading has nothing to recite.
    """
    at = quote(f"{place.document.name}/{provision.id}")
    recite = html('<a class="yx-quiet" href="{}?at={}">背诵</a>', place.to_study("recite"), at)
    return html(
        '<p class="yx-acts" data-cite="{cite}" data-search-exclude>'
        '<button type="button" class="yx-quiet yx-hear" data-yx="hear" aria-pressed="false">听</button>'
        '<button type="button" class="yx-quiet" data-yx="cite">引用</button>{recite}<output class="yx-said"></output></p>',
        cite=provision.citation,
        recite=recite if provision.body else "",
    )


def notes(items: Iterable[Note]) -> Markup:
    """Editor's remarks, set apart from the official text."""
    paragraphs = (html("<p><b>编者注</b> <q>{}</q> {}</p>", note.quote.text, inline(note.text)) for note in items)
    return html('<aside class="yx-note" aria-label="编者注">{}</aside>', join(paragraphs))


def points(items: Iterable[KeyPoint], place: Place) -> Markup:
    rows = (html("<li>{} {}</li>", inline(point.text), _at(point.clause, place)) for point in items)
    return html('<ul class="yx-points">{}</ul>', join(rows))


def duties(items: Iterable[Duty], place: Place) -> Markup:
    """Who, when, what, and the number of the sentence it is taken from, which leads there.

    Roles are spelt out because phones show the rows as blocks, which would lose them.
    """
    head = join(html('<th role="columnheader" scope="col">{}</th>', name) for name in ("主体", "时限", "事项"))
    return html(
        '<table class="yx-duties" role="table"><thead role="rowgroup"><tr role="row">{}</tr></thead>'
        '<tbody role="rowgroup">{}</tbody></table>',
        head,
        join(_duty(duty, place) for duty in items),
    )


def _duty(duty: Duty, place: Place) -> Markup:
    return html(
        '<tr role="row">{who}<td role="cell" class="yx-when">{when}</td>'
        '<td role="cell" class="yx-what">{what}{occasion} {at}</td></tr>',
        who=html('<td role="cell" class="yx-who">{}</td>', duty.who)
        if duty.who
        else html('<td role="cell" class="yx-who yx-unstated">{}</td>', UNSTATED),
        when=duty.when,
        what=inline(duty.what),
        occasion=html(" <small>场合：{}</small>", duty.occasion) if duty.occasion else "",
        at=_at(duty.quote.clauses[0], place, duty.quote.text),
    )


def _at(clause: Clause, place: Place, quote: str = "") -> Markup:
    """The number of a clause, which leads to it, and lights the words quoted."""
    return html(
        '<a class="yx-at" href="{link}"{quote} aria-label="见原文第 {number} 句">{number}</a>',
        link=place.to_clause(clause),
        quote=html(' data-quote="{}"', quote) if quote else "",
        number=clause.id[1:],
    )


def contents(document: Document, above: Provision | None, place: Place) -> Markup:
    """The provisions below one (or the whole plan), as links, two levels deep."""
    rows = []
    for provision in document.children(above):
        if provision.kind in ("preamble", "closing"):
            continue
        below = contents(document, provision, place) if document.children(provision) else ""
        label = html("<small>{}</small> {}", provision.label, provision.title)
        # A heading on the very page that lists the contents needs no link to itself.
        shown = (
            html("<span>{}</span>", label)
            if place.to(provision) == "#"
            else html('<a href="{}">{}</a>', place.to(provision), label)
        )
        rows.append(html("<li>{}{}</li>", shown, below))
    return html('<ol class="yx-contents">{}</ol>', join(rows))


def turn(before: Provision | None, after: Provision | None, names: Mapping[str, str], place: Place) -> Markup:
    """The way back to the page before and on to the next, each by its name; behind the last one comes practice."""

    def way(side: str, provision: Provision) -> Markup:
        words = " ".join(
            filter(None, (provision.label and provision.citation, names.get(provision.id, provision.title)))
        )
        return html('<a href="{}"><small>{}</small> {}</a>', place.to(provision), side, words)

    onward = html('<a href="{}"><small>都读完了，接着</small> 做练习</a>', place.to_study("practice"))
    return html(
        '<nav class="yx-next" aria-label="上一条和下一条">{}{}</nav>',
        way("上一条", before) if before else "",
        way("下一条", after) if after else onward,
    )
