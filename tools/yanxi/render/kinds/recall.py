"""简答: nothing to fill in; the answer is under the fold and the reader judges."""

from yanxi.model import Question
from yanxi.render.inline import inline

SUBMIT = False


def body(question: Question) -> str:
    return ""


def key(question: Question) -> str:
    if len(question.points) == 1:
        return inline(question.points[0])
    return "".join(f"<br>{number}. {inline(point)}" for number, point in enumerate(question.points, 1))
