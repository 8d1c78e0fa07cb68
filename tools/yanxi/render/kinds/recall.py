"""简答: nothing to fill in; the answer is under the fold and the reader judges."""

from markupsafe import Markup

from yanxi.model import Question
from yanxi.render.inline import inline
from yanxi.render.markup import html, join
from yanxi.render.place import Place

SUBMIT = False


def body(question: Question, place: Place) -> Markup:
    return Markup("")


def key(question: Question) -> Markup:
    if len(question.content) == 1:
        return inline(question.content[0])
    return join(html("<br>{}. {}", number, inline(point)) for number, point in enumerate(question.content, 1))
