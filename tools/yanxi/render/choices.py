"""Rows that a reader can tap, shuffled by a seed: what several kinds have in common."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from typing import TypeVar

from markupsafe import Markup

from yanxi.bank.kinds import KINDS
from yanxi.model import Option, Question
from yanxi.render.cited import cited
from yanxi.render.inline import inline
from yanxi.render.markup import html, join
from yanxi.render.place import Place

T = TypeVar("T")


def shuffled(items: Sequence[T], question: Question) -> list[T]:
    """The items in an order that depends on the question alone, and is never the one written if that would give it away."""
    ordered = KINDS[question.kind].ORDERED
    if question.pin and not ordered:
        return list(items)
    # A str seed goes through SHA-512: the same order on every machine and version of Python.
    chance = random.Random(f"{question.id} {question.version}")
    mixed = list(items)
    chance.shuffle(mixed)
    if ordered:
        while mixed == list(items):
            chance.shuffle(mixed)
    return mixed


def row(control: str, name: str, value: str, text: str, why: Markup | str = "", sign: str = "") -> Markup:
    """One tappable row; the whole of it is the label of its control. `sign` stands in the circle before the words."""
    return html(
        '<label class="yx-option"><input type="{control}" name="{name}" value="{value}">'
        "<b>{sign}</b><span>{text}</span>{feedback}</label>",
        control=control,
        name=name,
        value=value,
        sign=sign,
        text=inline(text),
        feedback=html('<small class="yx-why">{}</small>', why) if why else "",
    )


def rows(control: str, question: Question, place: Place, lettered: bool = True) -> Markup:
    shown = letters(question) if lettered else {}
    return join(
        row(
            control,
            question.id,
            option.letter,
            option.text,
            cited(option.why, question, place),
            shown.get(option.letter, ""),
        )
        for option in shuffled(question.options, question)
    )


def letters(question: Question) -> dict[str, str]:
    """For each option's letter in the bank the letter beside it on the screen."""
    shown = shuffled(question.options, question)
    return {option.letter: chr(ord("A") + place) for place, option in enumerate(shown)}


def answers(options: Iterable[Option], shown: dict[str, str]) -> Markup:
    """The right options with the letters they have on the screen; `data-for` lets the widget follow a new shuffle."""
    ordered = sorted(options, key=lambda option: shown[option.letter])
    return join(
        (
            html('<span data-for="{}"><b>{}</b> {}</span>', option.letter, shown[option.letter], inline(option.text))
            for option in ordered
        ),
        "；",
    )
