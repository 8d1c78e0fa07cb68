"""Moodle XML. Texts are marked as plain, so that nothing in them is taken for HTML; only a question with several gaps has to
be Moodle's cloze, and is HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import zip_longest
from xml.etree import ElementTree as xml

from yanxi.bank.kinds import blank, judge, match, multiple, recall, single
from yanxi.bank.kinds.blank import GAP, spellings
from yanxi.exchange.selection import Selection, explained, line, stem
from yanxi.model import Question

NAME, LABEL = "moodle", "Moodle XML"
SUFFIX = "xml"
KINDS = (single.NAME, multiple.NAME, judge.NAME, blank.NAME, match.NAME, recall.NAME)
PARTS = frozenset(("题号", "解析", "依据", "术语", "材料", "选项说明", "不打乱", "填空的别的写法", "章节"))
UNASKED = False

_TYPES = {
    single.NAME: "multichoice", multiple.NAME: "multichoice", judge.NAME: "truefalse", match.NAME: "matching",
    recall.NAME: "essay",
}  # fmt: skip
_CLOZE = re.compile(r"[\\~=#{}%*:]")


def refuses(question: Question) -> str:
    return ""


def write(chosen: Selection) -> bytes:
    quiz, place = xml.Element("quiz"), ""
    for question in chosen.questions:
        if question.provision != place:
            place = question.provision
            category = xml.SubElement(quiz, "question", type="category")
            named = line(f"{place} {chosen.document.by_id[place].citation}").replace("/", "／")
            _text(category, "category", f"$course$/{named}")
        _question(quiz, question, explained(question, chosen.document))
    xml.indent(quiz)
    return xml.tostring(quiz, encoding="utf-8", xml_declaration=True)


def _question(quiz: xml.Element, question: Question, explain: str) -> None:
    gaps = len(question.content) if question.kind == blank.NAME else 0
    made = xml.SubElement(quiz, "question", type=_TYPES.get(question.kind) or ("cloze" if gaps > 1 else "shortanswer"))
    _text(made, "name", question.id)
    if gaps > 1:
        _text(made, "questiontext", _cloze(question), format="html")
    else:
        _text(made, "questiontext", stem(question), format="plain_text")
    _text(
        made, "generalfeedback", escape(explain) if gaps > 1 else explain, format="html" if gaps > 1 else "plain_text"
    )
    if gaps < 2:
        xml.SubElement(made, "defaultgrade").text = "1"
    xml.SubElement(made, "penalty").text = "0"
    xml.SubElement(made, "idnumber").text = question.id
    if question.kind in (single.NAME, multiple.NAME):
        xml.SubElement(made, "single").text = "true" if question.kind == single.NAME else "false"
        xml.SubElement(made, "shuffleanswers").text = "false" if question.pin else "true"
        xml.SubElement(made, "answernumbering").text = "ABCD"
    if question.kind == match.NAME:
        xml.SubElement(made, "shuffleanswers").text = "true"
        for left, right in question.content:
            pair = _text(made, "subquestion", line(left), format="plain_text")
            _text(pair, "answer", line(right))
    elif question.kind == recall.NAME:
        xml.SubElement(made, "responseformat").text = "plain"
        _text(made, "graderinfo", "\n".join(map(line, question.content)), format="plain_text")
    elif gaps == 1:
        xml.SubElement(made, "usecase").text = "0"
        for answer in spellings(question)[0]:  # an asterisk would stand for anything
            _text(made, "answer", line(answer).replace("*", r"\*"), fraction="100", format="plain_text")
    for text, share, why in _answers(question):
        answer = _text(made, "answer", text, fraction=share, format="plain_text")
        if why:
            _text(answer, "feedback", why, format="plain_text")


def _answers(question: Question) -> Iterator[tuple[str, str, str]]:
    """Each answer to choose from with its share of the points and its feedback."""
    if question.kind == judge.NAME:
        for word, written in ((judge.RIGHT, "true"), (judge.WRONG, "false")):
            yield written, "100" if word in question.key else "0", ""
    share = f"{round(100 / max(len(question.key), 1), 5):g}"
    wrong = "-100" if question.kind == multiple.NAME else "0"
    for option in question.options:
        yield line(option.text), share if option.letter in question.key else wrong, line(option.why)


def _cloze(question: Question) -> str:
    """A stem whose gaps are Moodle's own."""
    gaps = (
        "{1:SHORTANSWER:"
        + "~".join(f"={_CLOZE.sub(_escaped, escape(line(each), quote=False))}" for each in accepted)
        + "}"
        for accepted in spellings(question)
    )
    pieces = (escape(piece).replace("{", "&#123;").replace("}", "&#125;") for piece in GAP.split(stem(question)))
    return "".join(piece + (gap or "") for piece, gap in zip_longest(pieces, gaps, fillvalue=""))


def _escaped(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def _text(parent: xml.Element, name: str, words: str, **attributes: str) -> xml.Element:
    made = xml.SubElement(parent, name, attributes)
    xml.SubElement(made, "text").text = words
    return made
