"""连线: two sides; a row of each, tapped in turn, makes a pair. Equal letters belong together."""

from collections.abc import Iterable

from yanxi.bank.options import LETTERS
from yanxi.model import Question
from yanxi.render import choices
from yanxi.render.inline import inline

SUBMIT = True


def body(question: Question) -> str:
    lettered = list(zip(LETTERS, question.pairs, strict=False))
    left = ((letter, pair[0]) for letter, pair in lettered)
    right = ((letter, pair[1]) for letter, pair in choices.shuffled(lettered, question))
    return f'<div class="yx-match">{_side(question, "l", "左栏", left)}{_side(question, "r", "右栏", right)}</div>'


def _side(question: Question, suffix: str, label: str, items: Iterable[tuple[str, str]]) -> str:
    rows = "".join(choices.row("radio", f"{question.id}-{suffix}", letter, text) for letter, text in items)
    return f'<div class="yx-side" role="group" aria-label="{label}">{rows}</div>'


def key(question: Question) -> str:
    return "；".join(f"{inline(left)} — {inline(right)}" for left, right in question.pairs)
