"""The glossary, whole or as far as one provision uses it. What is not settled says so wherever it is shown."""

from __future__ import annotations

from collections.abc import Iterable

from yanxi.glossary import SETTLED
from yanxi.model import Provision, Term
from yanxi.render.inline import escape, inline


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


def glossary(terms: Iterable[Term]) -> str:
    """A definition list; each entry can be linked to by its id."""
    return f'<dl class="yx-glossary">{"".join(map(_entry, terms))}</dl>'


def of_provision(terms: tuple[Term, ...]) -> str:
    """A fold with the terms of one page."""
    return (
        f'<details class="yx-terms"><summary>本条术语（{len(terms)}）</summary>{glossary(terms)}</details>'
        if terms
        else ""
    )


def _entry(term: Term) -> str:
    marks = "".join(f' <span class="yx-state">{mark}</span>' for mark in _marks(term))
    source = "，".join(filter(None, (term.source, term.article)))
    shown = [f"<p>{inline(term.definition)}</p>"]
    if source:
        shown.append(f'<p class="yx-source">出处：{escape(source)}</p>')
    if term.note:
        shown.append(f'<p class="yx-source">{inline(term.note)}</p>')
    return f'<div id="{escape(term.id)}"><dt>{escape(term.term)}{marks}</dt><dd>{"".join(shown)}</dd></div>'


def _marks(term: Term) -> list[str]:
    marks = ["本方案未列明"] if term.undefined else []
    return marks + ([term.state] if term.state != SETTLED else [])
