"""连线: two sides; a row of each, tapped in turn, makes a pair. Equal letters belong together."""

from collections.abc import Iterable

from markupsafe import Markup

from yanxi.bank.options import LETTERS
from yanxi.model import Question
from yanxi.render import choices
from yanxi.render.inline import inline
from yanxi.render.markup import html, join
from yanxi.render.place import Place

SUBMIT = True
HOW = "左右各点一项连成一对，点已连的一项取消。"


def body(question: Question, place: Place) -> Markup:
    lettered = list(zip(LETTERS, question.content, strict=False))
    left = ((letter, pair[0]) for letter, pair in lettered)
    right = ((letter, pair[1]) for letter, pair in choices.shuffled(lettered, question))
    return html(
        '<div class="yx-match">{}{}</div>',
        _side(question, "l", "左栏", left),
        _side(question, "r", "右栏", right),
    )


def _side(question: Question, suffix: str, label: str, items: Iterable[tuple[str, str]]) -> Markup:
    rows = join(choices.row("radio", f"{question.id}-{suffix}", letter, text) for letter, text in items)
    return html('<div class="yx-side" role="group" aria-label="{}">{}</div>', label, rows)


def key(question: Question) -> Markup:
    return join((html("{} — {}", inline(left), inline(right)) for left, right in question.content), "；")
