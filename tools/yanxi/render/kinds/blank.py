"""填空: the gaps of the stem are text fields that carry what they accept."""

from markupsafe import Markup

from yanxi.bank.kinds.blank import GAP, spellings
from yanxi.chinese import traditional
from yanxi.model import Question
from yanxi.render.inline import inline
from yanxi.render.markup import attribute, html, join
from yanxi.render.place import Place

SUBMIT = True


def attributes(question: Question) -> Markup:
    """Pairs of a traditional character and what it is here; and whether the gaps may be filled in any order."""
    forms = traditional("".join(answer for accepted in spellings(question) for answer in accepted))
    pairs = "".join(form + character for form, character in forms.items())
    return join(
        (
            html(' data-variants="{}"', pairs) if pairs else "",
            html(" data-any-order") if question.any_order else "",
        )
    )


def stem(question: Question) -> Markup:
    pieces = GAP.split(question.stem)
    # What any gap takes may not be told by its width.
    widest = max(len(answer) for accepted in question.content for answer in accepted)
    made = [inline(pieces[0])]
    gaps = zip(question.content, spellings(question), pieces[1:], strict=True)
    for number, (accepted, typed, piece) in enumerate(gaps, 1):
        longest = widest if question.any_order else max(map(len, accepted))
        made += [_field(number, longest, typed), inline(piece)]
    if question.any_order:
        made.append(html("<small>（各空次序不限）</small>"))
    return join(made)


def _field(number: int, longest: int, typed: tuple[str, ...]) -> Markup:
    # A field as wide as its answer would give the answer's length away; four characters and up in steps of four do not.
    width = 4 * (1 + longest // 4)
    return html(
        '<input class="yx-blank" size="{}" aria-label="第 {} 空" data-accept="{}" autocapitalize="off">',
        2 * width,
        number,
        attribute(typed),
    )


def body(question: Question, place: Place) -> Markup:
    return Markup("")


def key(question: Question) -> Markup:
    return join((html("<b>{}</b>", accepted[0]) for accepted in question.content), "；")
