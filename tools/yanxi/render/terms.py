"""The glossary, whole or as far as one provision uses it. What is not settled says so wherever it is shown."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from yanxi.model import Provision, Term
from yanxi.render.inline import inline
from yanxi.render.markup import html, join


def used_in(provision: Provision, terms: Iterable[Term]) -> tuple[Term, ...]:
    """The terms of which a form stands in the provision, in the order of the text.

    A form inside a longer form of another term does not count: 主体责任清单 is not 主体责任.
    """
    forms = sorted(((alias, term) for term in terms for alias in term.aliases), key=lambda pair: -len(pair[0]))
    text, found = provision.text, {}
    for alias, term in forms:
        place = text.find(alias)
        while place >= 0:
            found[term.id] = min(place, found.get(term.id, (place, term))[0]), term
            text = text[:place] + "\0" * len(alias) + text[place + len(alias) :]
            place = text.find(alias)
    return tuple(term for _, term in sorted(found.values(), key=lambda pair: pair[0]))


def glossary(terms: Iterable[Term]) -> Markup:
    """A definition list; each entry can be linked to by its id."""
    return html('<dl class="yx-glossary">{}</dl>', join(map(_entry, terms)))


def of_provision(terms: tuple[Term, ...]) -> Markup:
    """A fold with the terms of one page; nothing where there are none."""
    if not terms:
        return Markup("")
    return html('<details class="yx-terms"><summary>本条术语（{}）</summary>{}</details>', len(terms), glossary(terms))


def _entry(term: Term) -> Markup:
    return html(
        '<div id="{id}"><dt>{term}{marks}</dt><dd><p>{definition}</p>{source}{note}</dd></div>',
        id=term.id,
        term=term.term,
        marks=join(html(' <span class="yx-state">{}</span>', mark) for mark in _marks(term)),
        definition=inline(term.definition),
        source=html('<p class="yx-source">出处：{}</p>', term.origin) if term.origin else "",
        note=html('<p class="yx-source">{}</p>', inline(term.note)) if term.note else "",
    )


def _marks(term: Term) -> list[str]:
    marks = ["本方案未列明"] if term.undefined else []
    return marks + ([] if term.settled else [term.state])
