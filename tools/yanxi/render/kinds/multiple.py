"""多选: check boxes and 提交."""

from markupsafe import Markup

from yanxi.model import Question
from yanxi.render import choices

SUBMIT = True


def body(question: Question) -> Markup:
    return choices.rows("checkbox", question)


def key(question: Question) -> Markup:
    return choices.answers(question.right, choices.letters(question))
