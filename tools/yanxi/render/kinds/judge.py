"""判断: 对 and 错, always in this order."""

from markupsafe import Markup

from yanxi.bank.kinds.judge import RIGHT, WRONG
from yanxi.model import Question
from yanxi.render import choices
from yanxi.render.markup import html, join
from yanxi.render.place import Place

SUBMIT = False


def body(question: Question, place: Place) -> Markup:
    return join(choices.row("radio", question.id, word, word) for word in (RIGHT, WRONG))


def key(question: Question) -> Markup:
    return html("<b>{}</b>", question.key[0])
