"""听写: how the eighth kind would look, as its file in render/kinds/."""

from markupsafe import Markup

from yanxi.model import Question
from yanxi.render.inline import inline
from yanxi.render.markup import html
from yanxi.render.place import Place

SUBMIT = True


def body(question: Question, place: Place) -> Markup:
    return html('<textarea data-speed="{}" aria-label="听写"></textarea>', question.content.speed)


def key(question: Question) -> Markup:
    return inline(question.content.words)
