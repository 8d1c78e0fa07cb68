"""排序: rows to be tapped in turn. The bank has them in the right order; the page never does."""

from markupsafe import Markup

from yanxi.model import Question
from yanxi.render import choices
from yanxi.render.inline import inline
from yanxi.render.markup import join
from yanxi.render.place import Place

SUBMIT = True
HOW = "按先后依次点选项，再点一次取消。"


def body(question: Question, place: Place) -> Markup:
    return choices.rows("checkbox", question, place, lettered=False)


def key(question: Question) -> Markup:
    return join((inline(option.text) for option in question.options), " → ")
