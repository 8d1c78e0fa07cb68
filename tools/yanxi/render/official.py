"""The official text and what belongs to it: clauses, editor's notes, key points, duties, contents."""

from __future__ import annotations

from collections.abc import Iterable

from yanxi.document import roles
from yanxi.model import Document, Duty, KeyPoint, Note, Provision
from yanxi.render.inline import escape, inline
from yanxi.render.place import Place

UNSTATED = "原文未写明主体"
PLAIN = (roles.TEXT, roles.HEADING)
"""What a paragraph is when it has no class; all other roles (``yx-title``, ``yx-signature`` …) have a shape of their own."""


def kicker(document: Document, provision: Provision, area: str) -> str:
    """The small line above a page's title: 二（一）三是 · 政治建设."""
    words = " · ".join(filter(None, (provision.citation, area)))
    return f'<p class="yx-kicker">{escape(words)}</p>'


def official(provision: Provision) -> str:
    """The official words, a span a clause and a paragraph a line, with its role as a class. The spans' text, put together, is the
    provision's text."""
    paragraphs, clauses = [], list(provision.clauses)
    for line, role in zip(provision.text.split("\n"), provision.roles, strict=True):
        spans, left = [], line.strip()
        while left:
            clause = clauses.pop(0)
            spans.append(f'<span class="clause" id="{clause.id}">{escape(clause.text)}</span>')
            left = left.removeprefix(clause.text)
        shape = "" if role in PLAIN else f' class="yx-{role}"'
        paragraphs.append(f"<p{shape}>{''.join(spans)}</p>")
    return f'<div class="yx-official" data-provision="{provision.id}">{"".join(paragraphs)}</div>'


def actions(provision: Provision, place: Place) -> str:
    """What else a reader can do with the official words above: 听, 引用, 背诵. The first two need JavaScript.

    What has nothing but its heading has nothing to recite.
    """
    recite = (
        f'<a class="yx-quiet" href="{place.to_study("recite")}?at={provision.id}">背诵</a>' if provision.body else ""
    )
    return (
        f'<p class="yx-acts" data-cite="{escape(provision.citation)}" data-search-exclude>'
        f'<button type="button" class="yx-quiet yx-hear" data-yx="hear" aria-pressed="false">听</button>'
        f'<button type="button" class="yx-quiet" data-yx="cite">引用</button>{recite}<output class="yx-said"></output></p>'
    )


def notes(items: Iterable[Note]) -> str:
    """Editor's remarks, set apart from the official text."""
    paragraphs = "".join(f"<p><b>编者注</b> <q>{escape(note.quote.text)}</q> {inline(note.text)}</p>" for note in items)
    return f'<aside class="yx-note" aria-label="编者注">{paragraphs}</aside>'


def points(items: Iterable[KeyPoint], place: Place) -> str:
    rows = "".join(
        f'<li>{inline(point.text)} <a class="yx-at" href="{place.to_clause(point.clause)}"'
        f' aria-label="见原文第 {point.clause.id[1:]} 句">{point.clause.id[1:]}</a></li>'
        for point in items
    )
    return f'<ul class="yx-points">{rows}</ul>'


def duties(items: Iterable[Duty], place: Place) -> str:
    """Who, when, what. Roles are spelt out because phones show the rows as blocks, which would lose them."""
    head = "".join(f'<th role="columnheader" scope="col">{name}</th>' for name in ("主体", "时限", "事项"))
    rows = "".join(_duty(duty, place) for duty in items)
    return (
        f'<table class="yx-duties" role="table"><thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{rows}</tbody></table>'
    )


def _duty(duty: Duty, place: Place) -> str:
    who = (
        f'<td role="cell" class="yx-who">{escape(duty.who)}</td>'
        if duty.who
        else f'<td role="cell" class="yx-who yx-unstated">{UNSTATED}</td>'
    )
    return (
        f'<tr role="row">{who}<td role="cell" class="yx-when">{escape(duty.when)}</td>'
        f'<td role="cell" class="yx-what"><a href="{place.to_clause(duty.quote.clauses[0])}">{inline(duty.what)}</a></td></tr>'
    )


def contents(document: Document, above: Provision | None, place: Place) -> str:
    """The provisions below one (or the whole plan), as links, two levels deep."""
    rows = []
    for provision in document.children(above):
        if provision.kind in ("preamble", "closing"):
            continue
        below = contents(document, provision, place) if document.children(provision) else ""
        label = f"<small>{escape(provision.label)}</small> {escape(provision.title)}"
        # A heading on the very page that lists the contents needs no link to itself.
        shown = (
            f"<span>{label}</span>" if place.to(provision) == "#" else f'<a href="{place.to(provision)}">{label}</a>'
        )
        rows.append(f"<li>{shown}{below}</li>")
    return f'<ol class="yx-contents">{"".join(rows)}</ol>'
