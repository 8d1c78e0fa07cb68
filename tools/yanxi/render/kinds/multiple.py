"""多选: check boxes and 提交."""

from yanxi.model import Question
from yanxi.render import choices

SUBMIT = True


def body(question: Question) -> str:
    return choices.rows("checkbox", question)


def key(question: Question) -> str:
    return choices.answers(question.right, choices.letters(question))
