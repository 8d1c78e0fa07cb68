"""单选: radio buttons; one tap answers."""

from yanxi.model import Question
from yanxi.render import choices

SUBMIT = False


def body(question: Question) -> str:
    return choices.rows("radio", question)


def key(question: Question) -> str:
    return choices.answers(question.right, choices.letters(question))
