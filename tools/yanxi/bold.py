"""The one mark that means something in what editors write: two asterisks around **words** make them bold.

Everything else is shown as it is typed: 1*2*3, _one_, `one`, \\*, a link, HTML. Who shows such a text, counts its characters or
looks for what is emphasised in it, asks here.
"""

from __future__ import annotations

import re

# Not between two figures or letters, where they are a power or a mask (2**3), and not beside a third asterisk.
_MARK = re.compile(r"(?<!\*)\*\*(?!\*)(?!(?<=[0-9A-Za-z]\*\*)[0-9A-Za-z])")
_BOLD = re.compile(rf"{_MARK.pattern}(?=\S)(.+?)(?<=\S){_MARK.pattern}")

UNPAIRED, MASKS = "unpaired", "masks"


def parts(text: str) -> list[str]:
    """The text cut at its marks: plain, bold, plain, bold … plain. Put together it is what a reader sees."""
    return _BOLD.split(text)


def plain(text: str) -> str:
    """What a reader sees, without the marks."""
    return "".join(parts(text)) if "**" in text else text


def without(text: str) -> str:
    """Text whose bold parts are gone: what a hasty reader overlooks."""
    return "".join(parts(text)[::2])


def doubtful(text: str, official: str) -> str:
    """What is to be asked about the marks of a text: UNPAIRED, MASKS, or nothing.

    An official document has asterisks of its own, which stand for what was struck out. Two of them may make bold what is
    between them, and vanish: MASKS. One is shown, as it ought to be. A mark of the editor's without a second is UNPAIRED.
    """
    marks = [match.start() for match in _MARK.finditer(text)]
    masks = {place for place in marks if _around(text, place) in official}
    held: set[int] = set()
    for match in _BOLD.finditer(text):
        held |= {match.start(), match.end() - 2}
    if masks & held:
        return MASKS
    return UNPAIRED if any(place not in held | masks for place in marks) else ""


def _around(text: str, place: int) -> str:
    """A mark with the two characters behind it, or those before it where it is the end."""
    return text[place : place + 4] if text[place + 2 :] else text[max(0, place - 2) :]
