"""填空: the gaps of the stem are text fields that carry what they accept."""

import json

from yanxi.bank.kinds.blank import GAP
from yanxi.model import Question
from yanxi.render.inline import escape, inline

SUBMIT = True


def stem(question: Question) -> str:
    pieces = GAP.split(question.stem)
    made = [inline(pieces[0])]
    for number, (accepted, piece) in enumerate(zip(question.blanks, pieces[1:], strict=True), 1):
        made.append(_field(number, accepted) + inline(piece))
    return "".join(made)


def _field(number: int, accepted: tuple[str, ...]) -> str:
    # A field as wide as its answer would give the answer's length away; four characters and up in steps of four do not.
    width = 4 * (1 + max(map(len, accepted)) // 4)
    data = escape(json.dumps(accepted, ensure_ascii=False, separators=(",", ":")))
    return f'<input class="yx-blank" size="{2 * width}" aria-label="第 {number} 空" data-accept="{data}" autocapitalize="off">'


def body(question: Question) -> str:
    return ""


def key(question: Question) -> str:
    return "；".join(f"<b>{inline(accepted[0])}</b>" for accepted in question.blanks)
