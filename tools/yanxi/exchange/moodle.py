"""Moodle XML. Texts are marked as plain, so that nothing in them is taken for HTML; only a question with several gaps has to
be Moodle's cloze, and is HTML. What Moodle itself writes comes in: HTML as text, shares of points as right and wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape, unescape
from itertools import zip_longest
from xml.etree import ElementTree as xml
from xml.parsers import expat

from yanxi.bank.kinds import blank, judge, match, multiple, recall, single
from yanxi.bank.kinds.blank import GAP, spellings
from yanxi.exchange import graded, webtext
from yanxi.exchange.graded import Answer
from yanxi.exchange.rows import Row
from yanxi.exchange.selection import Selection, explained, line, stem
from yanxi.exchange.unread import Unread
from yanxi.exchange.untrusted import Refused, count, declares
from yanxi.model import Question
from yanxi.problem import NOTICE
from yanxi.yamltext.nodes import Report, Text

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


# Out.


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


# In.

_DEEPEST = 40
_MOST_ELEMENTS = 1_000_000
_OPEN = r"\{\s*(?:\d+\s*)?:\s*([A-Z_]+)\s*:"
_GAP = re.compile(rf"{_OPEN}((?:\\.|[^\\{{}}])*)\}}", re.IGNORECASE | re.DOTALL)
_TYPED = {"SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC"}
_PART = re.compile(r"\\.|[^\\]", re.DOTALL)


@dataclass
class _Element:
    """An element of the file, and the line on which it begins."""

    name: str
    attributes: dict[str, str]
    line: int
    children: list[_Element] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def all(self, name: str) -> list[_Element]:
        return [each for each in self.children if each.name == name]

    def text(self, name: str = "") -> str:
        """What stands in the `text` of a child, or in its own, as it was written."""
        held = next(iter(self.all(name)), None) if name else self
        inner = next(iter(held.all("text")), held) if held else None
        return "".join(inner.words).strip() if inner else ""


def recognised(text: str) -> bool:
    return bool(re.search(r"<quiz[\s>/]", text[:20_000]))


def read(text: str, name: str, report: Report) -> list[Row]:
    """The questions of a file; `Refused` where it is not to be parsed."""
    reader = _Reader(name, report)
    chapter, rows = "", []
    for number, question in enumerate(_parsed(text).all("question"), 1):
        count(number)
        kind = question.attributes.get("type", "")
        if kind == "category":
            chapter = _last(question.text("category"))
        elif made := reader.question(question, kind, chapter):
            rows.append(made)
    reader.unread.say(report)
    return rows


def _last(category: str) -> str:
    """The last part of a category's path, in which // is a stroke."""
    return category.replace("//", "\0").rpartition("/")[2].replace("\0", "/").strip()


def _parsed(text: str) -> _Element:
    """The file's tree. Declarations of entities are refused before anything is parsed, and again while it is."""
    if declares(text):
        raise Refused("里面有外部实体的声明。", "平常的题库没有它。请从 Moodle 重新导出。")
    root = _Element("", {}, 1)
    above, count = [root], 0
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        raise Refused("里面有外部实体的声明。", "平常的题库没有它。请从 Moodle 重新导出。")

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        if len(above) > _DEEPEST or count > _MOST_ELEMENTS:
            raise Refused("XML 套得太深，或元素太多。", "请分成几个文件。")
        made = _Element(name, attributes, parser.CurrentLineNumber)
        above[-1].children.append(made)
        above.append(made)

    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: above.pop()
    parser.CharacterDataHandler = lambda words: above[-1].words.append(words)
    body = re.sub(r"^\s*<\?xml.*?\?>", lambda found: "\n" * found[0].count("\n"), text, count=1, flags=re.DOTALL)
    try:
        parser.Parse(body.encode("utf-8", "replace"), True)
    except expat.ExpatError as error:
        message = f"第 {error.lineno} 行起不是完整的 XML。"
        raise Refused(message, "请从 Moodle 重新导出，不要用别的程序改。") from error
    return next(iter(root.all("quiz")), root)


class _Reader:
    def __init__(self, path: str, report: Report) -> None:
        self.path, self.report, self.unread = path, report, Unread()

    def question(self, question: _Element, kind: str, chapter: str) -> Row | None:
        """A question as a row; None after reporting."""
        at = Text(self.path, question.line, 1, "")
        name = question.text("idnumber") or question.text("name")
        if kind == "description":
            message = f"“{question.text('name')[:30]}”只是一段说明，没有读。"
            self.report(at.problem("没有读的内容", message, "", NOTICE))
            return None
        self.lost(question, at)
        stem = self.words(question, "questiontext", at) if kind != "cloze" else ""
        explain = self.words(question, "generalfeedback", at)
        cells = self.cells(question, kind, stem, explain, name, at)
        if cells is None:
            return None
        if cells["题型"] == recall.LABEL and not cells["答案"]:
            cells["答案"], explain = explain, ""
        carried = {"选项说明"} if question.all("answer") and cells.get("A") else set()
        if question.all("shuffleanswers") and cells.get("A") and cells["题型"] in (single.LABEL, multiple.LABEL):
            carried.add("不打乱")
            if question.text("shuffleanswers").lower() in ("false", "0"):
                cells["设置"] = "不打乱"
        told = {"题干": stem, "解析": explain} | cells
        return graded.row(at, name, chapter, told, frozenset(carried))

    def cells(
        self, question: _Element, kind: str, stem: str, explain: str, name: str, at: Text
    ) -> dict[str, str] | None:
        if kind == "multichoice":
            one = question.text("single").lower() in ("true", "1", "")
            return graded.choice(list(self.answers(question, at)), one, name, at, self.report)
        if kind == "truefalse":
            answers = list(self.answers(question, at))
            right = [each.text.lower() for each in answers if each.share > 0]
            return graded.truth(right == ["true"], explain, [each.why for each in answers], at, self.unread)
        if kind == "shortanswer":
            typed = [self.answer(each, at, typed=True) for each in question.all("answer")]
            return graded.filled(stem, [typed], name, at, self.report, self.unread)
        if kind == "cloze":
            return self.cloze(question, name, at)
        if kind == "matching":
            pairs = [
                (self.said(each, at), each.all("answer")[0].text() if each.all("answer") else "")
                for each in question.all("subquestion")
            ]
            return graded.matched(pairs, name, at, self.report, self.unread)
        if kind == "ordering":
            items = sorted(self.answers(question, at), key=lambda each: each.share)
            return graded.ordered([each.text for each in items], name, at, self.report)
        if kind == "essay":
            return graded.told([each for each in self.words(question, "graderinfo", at).split("\n") if each])
        graded.foreign(kind, name, at, self.report)
        return None

    def cloze(self, question: _Element, name: str, at: Text) -> dict[str, str] | None:
        """A text with gaps in it; gaps to choose from and gaps for numbers are refused."""
        gaps: list[list[Answer]] = []
        others: list[str] = []

        def gap(found: re.Match[str]) -> str:
            if found[1].upper() in _TYPED:
                gaps.append([_typed(each) for each in _split(found[2], "~")])
            else:
                others.append(found[1])
            return "____"

        held = next(iter(question.all("questiontext")), None)
        written = _GAP.sub(gap, question.text("questiontext"))
        others += re.findall(_OPEN, written, re.IGNORECASE)  # what is not closed, or has a brace in it
        if others:
            graded.foreign(others[0], name, at, self.report)
            return None
        text = self.plain(written, held.attributes.get("format", "html") if held else "html", at)
        return graded.filled(text, gaps, name, at, self.report, self.unread)

    def answers(self, question: _Element, at: Text) -> Iterator[Answer]:
        for each in question.all("answer"):
            yield self.answer(each, at)

    def answer(self, element: _Element, at: Text, typed: bool = False) -> Answer:
        """An answer; what is to be typed is no HTML."""
        try:
            share = float(element.attributes.get("fraction", "0"))
        except ValueError:
            share = 0.0
        text = element.text() if typed else self.said(element, at)
        return Answer(text, share, self.words(element, "feedback", at))

    def words(self, parent: _Element, name: str, at: Text) -> str:
        held = next(iter(parent.all(name)), None)
        return self.said(held, at) if held else ""

    def said(self, element: _Element, at: Text) -> str:
        """The text of an element, by the format that it names."""
        return self.plain(element.text(), element.attributes.get("format", "html"), at)

    def plain(self, text: str, form: str, at: Text) -> str:
        if form in ("plain_text", "markdown"):
            return text
        if form == "moodle_auto_format" and not re.search(r"<[a-zA-Z/!]|&[#\w]+;", text):
            return text
        made = webtext.plain(text)
        for what in made.lost:
            self.unread.note(what, at)
        return made.text

    def lost(self, question: _Element, at: Text) -> None:
        """Notes what a bank has no place for."""
        if any(each.text() for each in question.all("hint")):
            self.unread.note("提示（hint）", at)
        if any(each.all("tag") for each in question.all("tags")):
            self.unread.note("标签", at)
        if any(inner.name == "file" for each in question.children for inner in each.children):
            self.unread.note("图片等附件", at)
        if question.text("responsetemplate"):
            self.unread.note("答题模板", at)


def _split(text: str, mark: str) -> list[str]:
    """A text cut at a mark, but not at those that a backslash stands before."""
    parts = [""]
    for piece in _PART.findall(text):
        if piece == mark:
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def _typed(written: str) -> Answer:
    """An answer of a gap: =right, %50%half, wrong, each with #feedback."""
    told, *why = _split(written.strip(), "#")
    weight = re.match(r"%(-?[\d.]+)%", told)
    share = (
        float(weight[1])
        if weight and re.fullmatch(r"-?\d+(\.\d*)?", weight[1])
        else 100.0
        if told.startswith("=")
        else 0.0
    )
    text = told[weight.end() :] if weight else told.removeprefix("=")
    # What stands for anything keeps its backslash: whoever reads it tells the two asterisks apart.
    bare = re.sub(r"\\([^*])", r"\1", text)
    return Answer(unescape(bare).strip(), share, " ".join(why))
