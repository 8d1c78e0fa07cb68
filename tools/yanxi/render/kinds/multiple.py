"""多选: check boxes and 提交."""

from markupsafe import Markup

from yanxi.model import Question
from yanxi.render import choices
from yanxi.render.place import Place

SUBMIT = True


def body(question: Question, place: Place) -> Markup:
    return choices.rows("checkbox", question, place)


def key(question: Question) -> Markup:
    return choices.answers(question.right, choices.letters(question))
