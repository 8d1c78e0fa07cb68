"""填空: the gaps of the stem are text fields that carry what they accept."""

from markupsafe import Markup

from yanxi.bank.kinds.blank import GAP
from yanxi.model import Question
from yanxi.render.inline import inline
from yanxi.render.markup import attribute, html, join

SUBMIT = True


def stem(question: Question) -> Markup:
    pieces = GAP.split(question.stem)
    made = [inline(pieces[0])]
    for number, (accepted, piece) in enumerate(zip(question.content, pieces[1:], strict=True), 1):
        made += [_field(number, accepted), inline(piece)]
    return join(made)


def _field(number: int, accepted: tuple[str, ...]) -> Markup:
    # A field as wide as its answer would give the answer's length away; four characters and up in steps of four do not.
    width = 4 * (1 + max(map(len, accepted)) // 4)
    return html(
        '<input class="yx-blank" size="{}" aria-label="第 {} 空" data-accept="{}" autocapitalize="off">',
        2 * width,
        number,
        attribute(accepted),
    )


def body(question: Question) -> Markup:
    return Markup("")


def key(question: Question) -> Markup:
    return join((html("<b>{}</b>", accepted[0]) for accepted in question.content), "；")
