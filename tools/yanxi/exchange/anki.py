"""Anki: a deck for each area, a card for each question.

A note is known by the question's id, so a later export updates it and what the reader has learnt stays. Texts are escaped:
nothing in them is taken for HTML, nor for a sound or a formula of Anki's.
"""

from __future__ import annotations

import hashlib
import itertools
import sqlite3
from collections.abc import Iterable, Iterator
from urllib.parse import urljoin

import genanki
from markupsafe import Markup

from yanxi import bold
from yanxi.archive import packed
from yanxi.bank.kinds import KINDS as ALL
from yanxi.bank.kinds import blank
from yanxi.bank.options import LETTERS
from yanxi.bank.read import LEVELS
from yanxi.exchange.selection import Selection
from yanxi.model import Question
from yanxi.render.choices import shuffled
from yanxi.render.inline import inline
from yanxi.render.markup import html, join
from yanxi.render.place import Place

NAME, LABEL = "anki", "Anki 牌组"
SUFFIX = "apkg"
KINDS = tuple(ALL)
PARTS = frozenset(
    ("题号", "解析", "依据", "术语", "层次", "材料", "选项说明", "不打乱", "次序不限", "填空的别的写法", "加粗",
     "章节")
)  # fmt: skip
UNASKED = False
LINKS = True
"""Its cards lead back to the site, where that has an address."""

MADE = 946684800
"""2000-01-01, when everything was made, as the same questions are the same bytes. A note's last change is a moment of its own
in the years after, reckoned from its fields: Anki updates a note, even when asked to, only where that moment is another."""
YEARS = 20 * 365 * 86400
_WRITER = slice(96, 100)
"""Where SQLite writes down its version, which nobody needs."""
MODEL = 1_822_202_201
FIELDS = ("题号", "题型", "材料", "题干", "选项", "答案", "解析", "依据")
_FRONT = '<div class="kind">{{题型}}</div>{{#材料}}<div class="case">{{材料}}</div>{{/材料}}<div class="stem">{{题干}}</div>{{选项}}'
_BACK = '{{FrontSide}}<hr id="answer"><div class="key">{{答案}}</div><div>{{解析}}</div>{{依据}}<div class="kind">{{题号}}</div>'
_CSS = """
.card { font: 20px/1.6 system-ui, sans-serif; text-align: left; max-width: 36em; margin: auto; }
.kind { font-size: 15px; opacity: .7; }
.case { border-left: 3px solid #a8231b; padding-left: .6em; margin: .5em 0; }
.stem { font-weight: 600; }
.key { font-weight: 600; margin-bottom: .4em; }
.source { font-size: 17px; margin-top: .5em; }
ul { list-style: none; padding-left: .5em; }
"""


def refuses(question: Question) -> str:
    return ""


def write(chosen: Selection) -> bytes:
    model = genanki.Model(
        MODEL,
        "研习",
        fields=[{"name": name} for name in FIELDS],
        templates=[{"name": "题", "qfmt": _FRONT, "afmt": _BACK}],
        css=_CSS,
    )
    decks: dict[str, genanki.Deck] = {}
    for question in chosen.questions:
        area = question.provision.partition("-")[0]
        if area not in decks:
            decks[area] = genanki.Deck(_number(f"{chosen.document.name} {area}"), _deck(chosen, area))
        decks[area].add_note(
            genanki.Note(
                model,
                [str(field) for field in _fields(question, chosen)],
                guid=genanki.guid_for("yanxi", chosen.document.name, question.id),
                tags=[ALL[question.kind].LABEL, LEVELS[question.level], question.provision],
            )
        )
    with sqlite3.connect(":memory:") as base:
        numbers = itertools.count(MADE * 1000)
        genanki.Package(list(decks.values())).write_to_db(base.cursor(), MADE, numbers)
        changes = [(_changed(note), note.guid) for deck in decks.values() for note in deck.notes]
        base.executemany("UPDATE notes SET mod = ? WHERE guid = ?", changes)
        base.commit()
        data = bytearray(base.serialize())
    data[_WRITER] = bytes(4)
    return packed([("collection.anki2", bytes(data)), ("media", b"{}")])


def _number(name: str) -> int:
    """A deck's number: the same one each time, of the size that Anki's own have."""
    return 1 << 40 | _hash(name)


def _changed(note: genanki.Note) -> int:
    return MADE + _hash("\x1f".join(note.fields)) % YEARS


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big")


def _deck(chosen: Selection, area: str) -> str:
    """A deck's name: its number, since Anki sorts by name, and the heading up to its first comma."""
    areas = list(dict.fromkeys(each.id.partition("-")[0] for each in chosen.document.provisions))
    provision = chosen.document.by_id[area]
    heading = " ".join(dict.fromkeys((provision.citation, provision.title.partition("，")[0])))
    names = (chosen.title, f"{areas.index(area) + 1:02} {heading.strip()}")
    return "::".join(bold.plain(name).replace("::", "：：") for name in names)


def _fields(question: Question, chosen: Selection) -> Iterator[Markup | str]:
    yield question.id
    yield ALL[question.kind].LABEL
    yield _text(question.case.text) if question.case else ""
    yield _stem(question)
    options = shuffled(question.options, question) if question.options else []
    ordered = ALL[question.kind].ORDERED
    sides = question.content if "pairs" in ALL[question.kind].KEYS else ()
    if sides:
        rights = shuffled([right for _, right in sides], question)
        yield _list(_text(left) for left, _ in sides) + _list(_text(right) for right in rights)
    else:
        signs = itertools.repeat("·") if ordered else (f"{letter}." for letter in LETTERS)
        rows = zip(signs, options, strict=False)
        yield _list(html("{} {}", sign, _text(option.text)) for sign, option in rows) if options else ""
    yield _answer(question, options if not ordered else [])
    whys = [html("<br>{}：{}", _text(option.text), _text(option.why)) for option in question.options if option.why]
    yield join((_text(question.explain), *whys))
    yield join(_sources(question, chosen))


def _stem(question: Question) -> Markup:
    if question.kind != blank.NAME:
        return _text(question.stem)
    stem = join(map(_text, blank.GAP.split(question.stem)), "____")
    return stem + html("（各空次序不限）") if question.any_order else stem


def _answer(question: Question, lettered: Iterable[object]) -> Markup:
    """What is right, in words; where options have letters, with them."""
    kind = ALL[question.kind]
    if letters := dict(zip(map(id, lettered), LETTERS, strict=False)):
        rows = sorted((letters[id(option)], option.text) for option in question.right)
        return join((html("{}. {}", letter, _text(text)) for letter, text in rows), "<br>")
    if question.kind == blank.NAME:
        return join((_text("／".join(accepted)) for accepted in question.content), "；")
    if "pairs" in kind.KEYS:
        return join((html("{} — {}", _text(left), _text(right)) for left, right in question.content), "<br>")
    return join(map(_text, kind.wanted(question)), " → " if kind.ORDERED else "<br>")


def _sources(question: Question, chosen: Selection) -> Iterator[Markup]:
    """The passages that bear the answer out, each leading to its sentence on the site."""
    place = Place(chosen.document, "")
    for quote in question.quotes:
        cited = chosen.document.by_id[quote.provision].citation
        yield _source(f"依据：{cited}", f"“{quote.text}”", place.to_clause(quote.clauses[0]), chosen.address)
    if term := question.term:
        said = f"：{bold.plain(term.definition)}（{term.origin}）"
        yield _source(f"依据：术语“{term.term}”", said, place.to_term(term), chosen.address)


def _source(name: str, text: str, link: str, address: str) -> Markup:
    where = html('<a href="{}">{}</a>', urljoin(address, link), _plain(name)) if address else _plain(name)
    return html('<div class="source">{}{}</div>', where, _plain(text))


def _list(rows: Iterable[Markup]) -> Markup:
    return html("<ul>{}</ul>", join(html("<li>{}</li>", row) for row in rows))


def _text(text: str) -> Markup:
    return _inert(inline(text))


def _plain(text: str) -> Markup:
    return _inert(html("{}", text))


def _inert(made: Markup) -> Markup:
    """Nothing that Anki would take for a sound, LaTeX, MathJax or a field."""
    joined = made.replace("[", "&#91;").replace("{{", "{&#8203;{").replace("\\(", "\\&#8203;(")
    return joined.replace("\n", html("<br>"))
