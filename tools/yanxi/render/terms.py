"""The glossary, whole or as far as one provision uses it. What is not settled says so wherever it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby

from markupsafe import Markup
from pypinyin import lazy_pinyin

from yanxi.model import Clause, Provision, Term
from yanxi.render.inline import inline
from yanxi.render.markup import html, join
from yanxi.render.place import Place

OTHER = "其他"
"""Where the terms stand that begin with no letter."""


TermPlace = tuple[Term, int, int]
"""A term, and the beginning and end of a place where it stands, in the official text."""


def places(provision: Provision, terms: Iterable[Term]) -> list[TermPlace]:
    """Every place in the provision where a term stands, in the order of the text.

    A form inside a longer form of another term does not count: 主体责任清单 is not 主体责任. So no two places overlap.
    """
    forms = sorted(((alias, term) for term in terms for alias in term.aliases if alias), key=lambda pair: -len(pair[0]))
    found: list[TermPlace] = []
    text = ""
    for clause in provision.clauses:
        text = text.ljust(clause.start - provision.start, "\0") + clause.text
    for alias, term in forms:
        while (start := text.find(alias)) >= 0:
            end = start + len(alias)
            found.append((term, provision.start + start, provision.start + end))
            text = text[:start] + "\0" * len(alias) + text[end:]
    return sorted(found, key=lambda each: each[1])


def first_places(provision: Provision, terms: Iterable[Term]) -> list[TermPlace]:
    """Of those places the first of each term."""
    found: dict[str, TermPlace] = {}
    for each in places(provision, terms):
        found.setdefault(each[0].id, each)
    return list(found.values())


def used_in(provision: Provision, terms: Iterable[Term]) -> tuple[Term, ...]:
    """The terms of which a form stands in the provision, in the order of the text."""
    return tuple(term for term, _, _ in first_places(provision, terms))


def glossary(terms: Iterable[Term], names: Mapping[str, str], place: Place) -> Markup:
    """All terms, each folded under its name: by letter, and before that the parts of the document with links to theirs.

    `names` gives the pages' short titles by provision id. Each entry can be linked to by its id.
    """
    held = sorted(terms, key=lambda term: (_letter(term) == OTHER, _sounds(term), term.term))
    used = {each.id: _clauses(each, held) for each in place.document.provisions}
    letters = [(letter, list(group)) for letter, group in groupby(held, key=_letter)]
    return html(
        '<div class="yx-glossary-page">{areas}<nav class="yx-letters" aria-label="按拼音">{jumps}</nav>{sections}</div>',
        areas=_by_area(held, used, names, place),
        jumps=join(html('<a href="#letter-{0}">{0}</a>', letter) for letter, _ in letters),
        sections=join(
            html(
                '<section class="yx-letter"><h2 id="letter-{0}">{0}</h2>{1}</section>',
                letter,
                join(_folded(term, used, place) for term in group),
            )
            for letter, group in letters
        ),
    )


def _sounds(term: Term) -> tuple[str, ...]:
    """How the term is read, a syllable for each character; letters and digits stay."""
    return tuple(lazy_pinyin(re.sub(r"\W", "", term.term)))


def _letter(term: Term) -> str:
    first = "".join(_sounds(term))[:1].upper()
    return first if re.match("[A-Z]", first) else OTHER


Used = Mapping[str, Mapping[str, list[Clause]]]
"""For each provision, by its id, the clauses in which each term stands, by the term's."""


def _clauses(provision: Provision, terms: Iterable[Term]) -> dict[str, list[Clause]]:
    used: dict[str, list[Clause]] = {}
    for term, start, _ in places(provision, terms):
        clause = next(each for each in provision.clauses if each.start <= start < each.end)
        held = used.setdefault(term.id, [])
        if clause not in held:
            held.append(clause)
    return used


def _folded(term: Term, used: Used, place: Place) -> Markup:
    sounds = _sounds(term)
    links = [
        html(
            '<a href="{}">{}第{}句</a>',
            place.to(provision, clause),
            (provision.citation or provision.title) if not number else "",
            clause.id[1:],
        )
        for provision in place.document.provisions
        for number, clause in enumerate(used[provision.id].get(term.id, ()))
    ]
    return html(
        '<details class="yx-term" id="{id}" data-sound="{sound} {initials}"><summary>{head}</summary>{body}{used}</details>',
        id=term.id,
        sound="".join(sounds),
        initials="".join(sound[0] for sound in sounds),
        head=_head(term),
        body=_body(term),
        used=html('<p class="yx-used">见：{}</p>', join(links, "、")) if links else "",
    )


def _by_area(terms: list[Term], used: Used, names: Mapping[str, str], place: Place) -> Markup:
    """For each part of the document the terms that stand in it."""
    rows = []
    for area in place.document.provisions:
        if area.page == "index.md" or area.id.startswith(f"{area.parent}-"):
            continue
        within = set().union(*(found for name, found in used.items() if f"{name}-".startswith(f"{area.id}-")))
        held = [term for term in terms if term.id in within]
        if held:
            rows.append(
                html(
                    "<details><summary>{} <small>{} 个</small></summary><ul>{}</ul></details>",
                    names.get(area.id) or area.title,
                    len(held),
                    join(html('<li><a href="#{}">{}</a></li>', term.id, term.term) for term in held),
                )
            )
    return (
        html('<details class="yx-by-area"><summary>按部分找</summary>{}</details>', join(rows)) if rows else Markup("")
    )


def _list(terms: Iterable[Term]) -> Markup:
    """A definition list; each entry can be linked to by its id."""
    entries = (html('<div id="{}"><dt>{}</dt><dd>{}</dd></div>', term.id, _head(term), _body(term)) for term in terms)
    return html('<dl class="yx-glossary">{}</dl>', join(entries))


def of_provision(terms: tuple[Term, ...]) -> Markup:
    """A fold with the terms of one page; nothing where there are none."""
    if not terms:
        return Markup("")
    return html('<details class="yx-terms"><summary>本条术语（{}）</summary>{}</details>', len(terms), _list(terms))


def _head(term: Term) -> Markup:
    return html("{}{}", term.term, join(html(' <span class="yx-state">{}</span>', mark) for mark in _marks(term)))


def _body(term: Term) -> Markup:
    checked = html('<span class="yx-state"> · {}</span>', term.state) if term.settled else ""
    return html(
        "<p>{definition}</p>{source}{note}",
        definition=inline(term.definition),
        source=html('<p class="yx-source">出处：{}{}</p>', term.origin, checked) if term.origin else "",
        note=html('<p class="yx-source">{}</p>', inline(term.note)) if term.note else "",
    )


def _marks(term: Term) -> list[str]:
    marks = ["本方案未列明"] if term.undefined else []
    return marks + ([] if term.settled else [term.state])
