"""A Word document as it is read: lines of characters in the order of the page, automatic numbers among them, and tables.

Nothing is guessed that Word does not show. What cannot be read as it is shown (text boxes, tracked changes, formulas, hidden
text) is a `Problem` at its paragraph; what is left out (pictures, comments, notes) is mentioned.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from yanxi.exchange import columns
from yanxi.exchange.numbering import Numbering
from yanxi.exchange.sheets import Sheet
from yanxi.exchange.signs import Line
from yanxi.exchange.unread import Unread
from yanxi.exchange.untrusted import Refused
from yanxi.problem import Problem
from yanxi.yamltext.nodes import Report, Text

GAP = "____"
TABLE = "表格"
_MOST_PARAGRAPHS = 50_000
_DEEPEST = 60
"""Elements inside one another; tables in tables in tables are no paper."""

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SYMBOLS = {
    ("Wingdings", 0xFC): "√", ("Wingdings", 0xFB): "×", ("Wingdings", 0xFE): "☑", ("Wingdings", 0xFD): "☒",
    ("Wingdings", 0xA8): "□", ("Wingdings 2", 0x50): "√", ("Wingdings 2", 0x4F): "×", ("Wingdings 2", 0x52): "☑",
    ("Wingdings 2", 0x54): "☒", ("Wingdings 2", 0xA3): "□", ("Symbol", 0xD6): "√", ("Symbol", 0xB4): "×",
}  # fmt: skip
_HEADING = re.compile(r"heading|title|subtitle|标题|副标题", re.IGNORECASE)
_TRACKED = ("ins", "del", "moveFrom", "moveTo")
_INSIDE = ("hyperlink", "smartTag", "sdtContent", "sdt", "fldSimple", "customXml", "dir", "bdo", "rubyBase", *_TRACKED)


@dataclass
class _Words:
    """A paragraph while it is read: its characters, and what each is."""

    text: list[str] = field(default_factory=list)
    bold: list[bool] = field(default_factory=list)
    lined: list[bool] = field(default_factory=list)

    def add(self, text: str, bold: bool = False, lined: bool = False) -> None:
        self.text += text
        self.bold += [bold] * len(text)
        self.lined += [lined] * len(text)


@dataclass
class Read:
    """What a document holds. `starts` are each paragraph's first words, by its number."""

    lines: list[Line] = field(default_factory=list)
    tables: list[Sheet] = field(default_factory=list)
    starts: dict[int, str] = field(default_factory=dict)


def read(data: bytes, name: str, report: Report) -> Read:
    """What a document shows, whose parts have been looked at; `Refused` where it cannot be opened."""
    try:
        document = Document(io.BytesIO(data))
        body = document.element.body
        numbering = Numbering(_part(document, RELATIONSHIP_TYPE.NUMBERING), _part(document, RELATIONSHIP_TYPE.STYLES))
        headings = frozenset(each.style_id for each in document.styles if _HEADING.match(each.name or ""))
    except Exception as error:  # a damaged document fails anywhere in python-docx, with any error
        message = "这个 Word 文档是坏的，或不是通常的 .docx（模板、严格的 Open XML）。"
        raise Refused(message, "请用 Word 或 WPS 打开，另存为“Word 文档（.docx）”。") from error
    reader = _Reader(name, report, numbering, headings)
    reader.blocks(body, 0)
    reader.unread.say(report)
    return reader.found


def _part(document: Any, kind: str) -> Any:
    """The root of a part that the document may have."""
    for relation in document.part.rels.values():
        if relation.reltype == kind and not relation.is_external:
            return relation.target_part.element
    return None


class _Reader:
    def __init__(self, name: str, report: Report, numbering: Numbering, headings: frozenset[str]) -> None:
        self.name, self.report, self.numbering, self.headings = name, report, numbering, headings
        self.found = Read()
        self.number = 0
        self.unread = Unread()
        self.wrong: set[tuple[str, int]] = set()

    def blocks(self, parent: Any, depth: int) -> None:
        """The paragraphs and tables below an element, in order."""
        if depth > _DEEPEST:
            raise Refused("表格一层套一层，太深。", "请把题目复制到新的文档，只留文字。")
        for child in parent:
            tag = _tag(child)
            if tag == "p":
                self.paragraph(child)
            elif tag == "tbl":
                self.table(child, depth + 1)
            elif tag == "altChunk":
                self.wrongly("嵌入的文档", "这里嵌着另一个文件。", "请用 Word 打开，另存一次，再导入。")
            elif tag in _INSIDE or tag in ("tc", "AlternateContent", "Choice"):
                self.blocks(child, depth + 1)

    def paragraph(self, element: Any) -> None:
        self.number += 1
        if self.number > _MOST_PARAGRAPHS:
            raise Refused(f"超过 {_MOST_PARAGRAPHS} 段。", "请分成几个文件。")
        words = _Words()
        label = self.numbering.label(element)
        if label:
            words.add(f"{label} ")
        properties = element.find(qn("w:pPr"))
        if properties is not None:
            marks = properties.find(qn("w:rPr"))
            if marks is not None and any(marks.find(qn(f"w:{each}")) is not None for each in _TRACKED):
                self.tracked()
        self.inline(element, words, 0)
        _gaps(words)
        self.lines(words, self.headed(properties))

    def headed(self, properties: Any) -> bool:
        """Whether a paragraph is a heading: of a style that is called so, or of a level of the outline."""
        if properties is None:
            return False
        style = properties.find(qn("w:pStyle"))
        named = style is not None and style.get(qn("w:val")) in self.headings
        return named or properties.find(qn("w:outlineLvl")) is not None

    def lines(self, words: _Words, heading: bool = False) -> None:
        """The lines of a paragraph, which its manual breaks part."""
        text, start = "".join(words.text), 0
        if text.strip():
            self.found.starts[self.number] = text.strip()[:12]
        for part in text.split("\n"):
            end = start + len(part)
            self.found.lines.append(
                Line(
                    self.name,
                    self.number,
                    part,
                    start,
                    _places(words.bold, start, end),
                    _places(words.lined, start, end),
                    heading,
                )
            )
            start = end + 1

    def inline(self, parent: Any, words: _Words, depth: int) -> None:
        """The characters below an element."""
        if depth > _DEEPEST:
            raise Refused("文档的结构套得太深。", "请把题目复制到新的文档，只留文字。")
        for child in parent:
            tag = _tag(child)
            if tag in _TRACKED:
                self.tracked()
            if child.tag.startswith(_MATH) if isinstance(child.tag, str) else False:
                self.wrongly("公式对象", "这一段有公式，题库只收文字。", "请改写成文字。")
            elif tag == "r":
                self.run(child, words, depth + 1)
            elif tag in _INSIDE:
                self.inline(child, words, depth + 1)
            elif tag == "AlternateContent":
                self.drawn(child)

    def run(self, run: Any, words: _Words, depth: int) -> None:
        properties = run.find(qn("w:rPr"))
        bold = _on(properties, "b") or _strong(properties)
        lined = _underlined(properties)
        hidden = _on(properties, "vanish")
        for child in run:
            tag, said = _tag(child), ""
            if tag == "t":
                said = child.text or ""
            elif tag in ("tab", "ptab"):
                said = "\t"
            elif tag in ("br", "cr"):
                said = "" if child.get(qn("w:type")) in ("page", "column") else "\n"
            elif tag == "noBreakHyphen":
                said = "-"
            elif tag == "sym":
                said = self.symbol(child)
            elif tag == "ruby":
                for base in child.findall(qn("w:rubyBase")):
                    self.inline(base, words, depth + 1)
            elif tag in ("drawing", "pict", "object", "AlternateContent"):
                self.drawn(child)
            elif tag in ("footnoteReference", "endnoteReference"):
                self.leave("脚注和尾注")
            elif tag == "commentReference":
                self.leave("批注")
            if hidden and said.strip():
                self.wrongly("隐藏的文字", f"“{said.strip()[:20]}”是隐藏的，不知道要不要。", "请取消隐藏，或删去它。")
                continue
            words.add(said, bold, lined)

    def symbol(self, element: Any) -> str:
        font, code = element.get(qn("w:font")) or "", element.get(qn("w:char")) or ""
        try:
            value = int(code, 16)
        except ValueError:
            return ""
        sign = _SYMBOLS.get((font, value & 0xFF))
        if sign is None and value < 0xF000:
            return chr(value)
        if sign is None:
            self.wrongly("符号字体", f"这一段有 {font} 字体的符号，读不出是什么。", "请改成平常的文字。")
        return sign or ""

    def drawn(self, element: Any) -> None:
        """Refuses a text box and an embedded object, mentions a picture."""
        boxes = element.iter(qn("w:txbxContent"))
        if any("".join(each.text or "" for each in box.iter(qn("w:t"))).strip() for box in boxes):
            self.wrongly("文本框", "这一段有文本框，不知道框里的字在哪一题。", "请把框里的字移到正文里，删去文本框。")
        elif any(_tag(each) == "OLEObject" for each in element.iter()):
            self.wrongly("公式对象", "这一段嵌着公式或别的对象，题库只收文字。", "请改写成文字。")
        elif any(_tag(each) in ("blip", "imagedata", "chart", "relIds") for each in element.iter()):
            self.leave("图片")

    def table(self, element: Any, depth: int) -> None:
        """A table with headings is a table of questions; from any other its lines are read, cell by cell."""
        grid = [list(row.iter(qn("w:tc"))) for row in element.iter(qn("w:tr")) if _owner(row) is element]
        texts = [[_said(cell) for cell in row] for row in grid]
        titles = [number for number, row in enumerate(texts[: columns.HEAD_ROWS]) if _headed(row)]
        if titles:
            self.sheet(element, grid, titles[0])
        elif texts and texts[0] and texts[0][0].strip() in ("题号", "序号") and len(texts) > 1:
            for row in texts:
                self.number += 1
                words = _Words()
                words.add("\t".join(each.strip() for each in row))
                self.lines(words)
        else:
            for row in grid:
                for cell in row:
                    self.blocks(cell, depth + 1)

    def sheet(self, element: Any, grid: list[list[Any]], head: int) -> None:
        path = f"{self.name}!{TABLE}{len(self.found.tables) + 1}"
        rows = []
        for number, cells in enumerate(grid, 1):
            held = []
            for column, cell in enumerate(cells, 1):
                inner = _Reader(self.name, self.report, self.numbering, self.headings)
                inner.number, inner.unread = self.number, self.unread
                inner.blocks(cell, 1)
                self.number = inner.number
                text = "\n".join(line.text for line in inner.found.lines).strip()
                properties = cell.find(qn("w:tcPr"))
                joined = properties is not None and any(
                    properties.find(qn(f"w:{each}")) is not None for each in ("gridSpan", "vMerge")
                )
                if joined and number > head + 1:
                    message, hint = "这里是合并的单元格，不知道属于哪一行、哪一列。", "请取消合并，每一格各写各的。"
                    self.report(Problem(path, number, column, "合并的单元格", message, hint))
                if text:
                    held.append(Text(path, number, column, text))
            rows.append(tuple(held))
        self.found.tables.append(Sheet(path, tuple(row for row in rows if row)))

    # What is said.

    def tracked(self) -> None:
        self.wrongly("修订", "这一段有没有定下来的修订。", "请在“审阅”里接受或拒绝全部修订。")

    def wrongly(self, code: str, message: str, hint: str) -> None:
        if (code, self.number) not in self.wrong:
            self.wrong.add((code, self.number))
            self.report(Problem(self.name, self.number, 1, code, message, hint))

    def leave(self, what: str) -> None:
        self.unread.note(what, Text(self.name, self.number, 1, ""))


def _tag(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _owner(row: Any) -> Any:
    """The table of a row, which may stand inside a content control."""
    parent = row.getparent()
    while parent is not None and _tag(parent) != "tbl":
        parent = parent.getparent()
    return parent


def _said(cell: Any) -> str:
    return "".join(each.text or "" for each in cell.iter(qn("w:t")))


def _headed(row: list[str]) -> bool:
    names = [columns.head(each) for each in row]
    return "题干" in names and len({*names} - {""}) > 1


def _on(properties: Any, name: str) -> bool:
    found = properties.find(qn(f"w:{name}")) if properties is not None else None
    return found is not None and found.get(qn("w:val")) not in ("0", "false", "off")


def _strong(properties: Any) -> bool:
    style = properties.find(qn("w:rStyle")) if properties is not None else None
    return style is not None and style.get(qn("w:val")) == "Strong"


def _underlined(properties: Any) -> bool:
    found = properties.find(qn("w:u")) if properties is not None else None
    return found is not None and found.get(qn("w:val")) not in (None, "none")


def _places(flags: list[bool], start: int, end: int) -> frozenset[int]:
    return frozenset(place - start for place in range(start, end) if flags[place])


def _gaps(words: _Words) -> None:
    """Makes a gap of every drawn line above which nothing stands."""
    text = "".join(words.text)
    place = len(text)
    while place:
        end = place
        while place and words.lined[place - 1]:
            place -= 1
        span = text[place:end]
        if span and not span.strip() and "\n" not in span and (len(span) > 1 or re.search(r"[\t\u3000]", span)):
            words.text[place:end] = GAP
            words.bold[place:end] = [False] * len(GAP)
            words.lined[place:end] = [False] * len(GAP)
        place -= place == end
