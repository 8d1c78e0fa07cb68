"""单选: radio buttons; one tap answers."""

from markupsafe import Markup

from yanxi.model import Question
from yanxi.render import choices

SUBMIT = False


def body(question: Question) -> Markup:
    return choices.rows("radio", question)


def key(question: Question) -> Markup:
    return choices.answers(question.right, choices.letters(question))
