"""排序: rows to be tapped in turn. The bank has them in the right order; the page never does."""

from yanxi.model import Question
from yanxi.render import choices
from yanxi.render.inline import inline

SUBMIT = True


def body(question: Question) -> str:
    return choices.rows("checkbox", question)


def key(question: Question) -> str:
    return " → ".join(inline(option.text) for option in question.options)
