"""Word: a question paper with the answers behind each question, as teachers lay it out, and as they send it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from yanxi import bold
from yanxi.archive import packed, unpacked
from yanxi.bank.kinds import KINDS as ALL
from yanxi.bank.kinds import judge
from yanxi.chinese import spell
from yanxi.exchange import layout, signs, word
from yanxi.exchange.columns import OPTIONS, cells, joined
from yanxi.exchange.rows import Row, rows
from yanxi.exchange.selection import ALL_PARTS, Selection
from yanxi.exchange.xlsx import KINDS
from yanxi.model import Question
from yanxi.problem import Problem
from yanxi.yamltext.nodes import Report

NAME, LABEL = "docx", "Word 文档"
SUFFIX = "docx"
KINDS = KINDS
PARTS = ALL_PARTS
UNASKED = False

_NOTE = f"{signs.OURS}：改好以后可以再导入。文字里的反斜杠（\\）请照留；新加的题，题号一行不用写。"
_GREY = RGBColor(0x59, 0x59, 0x59)
_SAID = ("答案", "解析", "依据", "术语", "相关术语", "选项说明", "设置", "顶替", "退役", "破例")
_PLACED = ("题号", "题型", "章节", "难度")
_STRONG = ("题干", *OPTIONS, "答案", "解析", "选项说明")
"""Columns whose texts may have bold parts."""
_ILLEGAL = re.compile(r"[^\t\n\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")


def refuses(question: Question) -> str:
    return ""


# Out.


def write(chosen: Selection) -> bytes:
    document = _empty(chosen.title)
    alone = [(kind.LABEL, [each for each in chosen.questions if each.kind == name]) for name, kind in ALL.items()]
    alone = [(label, [each for each in held if not each.case]) for label, held in alone]
    shared = (signs.CASES, [each for each in chosen.questions if each.case])
    for number, (label, held) in enumerate([each for each in (*alone, shared) if each[1]], 1):
        document.add_heading(f"{spell(number)}、{label}题", level=1)
        for count, question in enumerate(held, 1):
            if question.case and (count == 1 or held[count - 2].case != question.case):
                _case(document, question)
            _question(document, count, question, cells(question, chosen.document))
    return _saved(document)


def _empty(title: str) -> Any:
    """A document with Chinese fonts, A4, and a number on each page."""
    document = Document()
    for name, size, family in (("Normal", 11, "宋体"), ("Title", 18, "黑体"), ("Heading 1", 14, "黑体")):
        style = document.styles[name]
        style.font.name, style.font.size = "Times New Roman", Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), family)
    for line in document.styles["Title"].element.iter(qn("w:pBdr")):
        line.getparent().remove(line)
    usual = document.styles["Normal"].paragraph_format
    usual.space_after, usual.line_spacing = Pt(2), 1.25
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.5)
    _page_number(section.footer.paragraphs[0])
    document.add_heading(title, level=0).alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(document.add_paragraph(), _NOTE, grey=True)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "", ""
    properties.created = properties.modified = datetime(2000, 1, 1)
    return document


def _page_number(paragraph: Any) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _case(document: Any, question: Question) -> None:
    assert question.case
    name = signs.guarded(joined((question.case.name,)))[0].replace("”", "\\”")
    paragraph = document.add_paragraph()
    _run(paragraph, f"材料“{name}”：", grey=True)
    _text(paragraph, question.case.text, strong=True)


def _question(document: Any, number: int, question: Question, row: dict[str, str]) -> None:
    chosen = question.kind == judge.NAME or (
        "options" in ALL[question.kind].KEYS and "answer" in ALL[question.kind].KEYS
    )
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(8)
    paragraph.add_run(f"{number}. ")
    _text(paragraph, row["题干"], strong=True)
    if chosen:
        paragraph.add_run("（　）")
    for letter in OPTIONS:
        if letter in row:
            option = document.add_paragraph()
            option.paragraph_format.left_indent = Cm(0.75)
            option.add_run(f"{letter}. ")
            _text(option, row[letter], strong=True)
            option.paragraph_format.keep_with_next = True
    for name in _SAID:
        if name in row:
            said = document.add_paragraph()
            _run(said, f"{name}：", grey=True)
            _text(said, row[name], strong=name in _STRONG)
    named = [name for name in _PLACED if name in row and (question.case or name != "题型")]
    _run(document.add_paragraph(), "　".join(f"{name}：{signs.guarded(row[name])[0]}" for name in named), grey=True)
    paragraph.paragraph_format.keep_with_next = True


def _text(paragraph: Any, text: str, strong: bool) -> None:
    """Puts a text into a paragraph, in which nothing of it is taken for a mark."""
    text = _ILLEGAL.sub("", text)
    pieces = bold.parts(text) if strong else [text]
    flags = [bool(place % 2) for place, piece in enumerate(pieces) for _ in piece]
    words, flags = signs.guarded("".join(pieces), flags)
    start = 0
    for place in range(1, len(words) + 1):
        if place == len(words) or flags[place] != flags[start]:
            _run(paragraph, words[start:place], strong=flags[start])
            start = place


def _run(paragraph: Any, text: str, grey: bool = False, strong: bool = False) -> None:
    run = paragraph.add_run(_ILLEGAL.sub("", text))
    if strong:
        run.bold = True
    if grey:
        run.font.color.rgb, run.font.size = _GREY, Pt(9)


def _saved(document: Any) -> bytes:
    """The document's bytes: the same for the same questions."""
    file = BytesIO()
    document.save(file)
    return packed(unpacked(file.getvalue()))


# In.


def read(data: bytes, name: str, report: Report) -> tuple[list[Row], Callable[[Problem], Problem]]:
    """The questions of a document whose parts have been looked at, and how their problems are shown."""
    found = word.read(data, name, report)
    made = [*rows(found.tables, report), *layout.rows(found.lines, report)]
    return made, lambda problem: _shown(problem, found.starts)


def _shown(problem: Problem, starts: dict[int, str]) -> Problem:
    """A problem whose path ends in the paragraph, with its first words: Word itself counts none."""
    if "!" in problem.path:
        return replace(problem, path=f"{problem.path}!第{problem.line}行第{problem.column}列")
    words = f"“{starts[problem.line]}”" if problem.line in starts else ""
    message = re.sub(r"(第 [\d、]+等?) 行", r"\1 段", problem.message)
    return replace(problem, path=f"{problem.path}!第{problem.line}段{words}", message=message)
