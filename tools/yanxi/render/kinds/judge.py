"""判断: 对 and 错, always in this order."""

from yanxi.bank.kinds.judge import RIGHT, WRONG
from yanxi.model import Question
from yanxi.render import choices

SUBMIT = False


def body(question: Question) -> str:
    return "".join(choices.row("radio", question.id, word, word) for word in (RIGHT, WRONG))


def key(question: Question) -> str:
    return f"<b>{question.key[0]}</b>"
