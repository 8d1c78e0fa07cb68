"""单选: radio buttons; one tap answers."""

from markupsafe import Markup

from yanxi.model import Question
from yanxi.render import choices
from yanxi.render.place import Place

SUBMIT = False


def body(question: Question, place: Place) -> Markup:
    return choices.rows("radio", question, place)


def key(question: Question) -> Markup:
    return choices.answers(question.right, choices.letters(question))
