"""A leaf as a Word document: what is on one page in HTML is on one page here, and everything can be changed by hand.

Paragraphs of a question keep with the next; options stand at tab stops, as teachers write them.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from yanxi.archive import packed, unpacked
from yanxi.bank.options import LETTERS
from yanxi.papers.leaves import NAMES, SEAL, Grid, Leaf, Line, Options, Pairs, Ruled, Run, runs

SONG, HEI, KAI = "宋体", "黑体", "楷体"
SIZE = 12
INDENT = 2 * SIZE
SIGN = 1.4 * SIZE
LINE = 1.6
"""Lines are so many times as high as their words, whatever font a machine has: so pages end alike everywhere."""
TEXT = Mm(164)
"""Between the margins."""
HEAD, CELL = Mm(16), Mm(14.8)
"""Columns of the tables for answers."""

# What Word lists them as.
_NAMES = {
    "above": "卷首", "title": "卷名", "facts": "卷面", "heading": "大题", "note": "说明", "stem": "题干", "case": "材料",
    "more": "题内", "source": "依据", "option": "选项", "side": "连线项", "cell": "格", "ruled": "答题线", "after": "格后",
}  # fmt: skip
# Font, size, points before and behind, indents of the first line and of the whole.
_STYLES: dict[str, tuple[str, float, float, float, float, float]] = {
    "above": (SONG, 12, 0, 0, 0, 0),
    "title": (HEI, 20, 0, 0, 0, 0),
    "facts": (SONG, 12, 0, 6, 0, 0),
    "heading": (HEI, 13, 10, 2, 0, 0),
    "note": (SONG, 10.5, 0, 2, 0, 0),
    "stem": (SONG, SIZE, 6, 0, -INDENT, INDENT),
    "case": (KAI, SIZE, 10, 2, 0, 0),
    "more": (SONG, SIZE, 0, 0, 0, INDENT),
    "source": (SONG, 10.5, 0, 0, 0, INDENT),
    "option": (SONG, SIZE, 0, 0, 0, INDENT),
    "side": (SONG, SIZE, 0, 0, -SIGN, SIGN),
    "cell": (SONG, 11, 0, 0, 0, 0),
    "ruled": (SONG, SIZE, 8, 0, 0, INDENT),
    "after": (SONG, 3, 0, 0, 0, 0),
}
_CENTERED = ("above", "title", "facts", "cell")
_KEPT = ("Normal", "Header", "Footer", "Default Paragraph Font", "Normal Table", "Table Grid", "No List")
_BOLD = ("title", "heading")
"""Where a machine has no Hei, they are heads all the same."""
_HINT = '<w:rFonts w:hint="eastAsia"/>'
"""Else quotation marks are Latin and narrow."""
_SPACES = (
    f'{nsdecls("w", "wp", "a")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def write(leaf: Leaf) -> bytes:
    """The document's bytes: the same for the same leaf."""
    book = Document()
    # The picture of somebody else's page, which a desktop would show for ours.
    rels = book.part.package.rels
    for name in [name for name, rel in rels.items() if rel.reltype.endswith("/thumbnail")]:
        del rels[name]
    _styles(book)
    _page(book, leaf)
    for group in leaf.groups:
        written = [paragraph for block in group.blocks for paragraph in _block(book, block)]
        last = group.blocks[-1]
        leads = isinstance(last, Line) and last.style == "heading"
        for paragraph in written if leads else written[:-1]:
            paragraph.paragraph_format.keep_with_next = True
    about = book.core_properties
    about.author, about.title, about.comments, about.revision = "研习", leaf.title, "", 1
    about.created = about.modified = datetime(2000, 1, 1)
    file = io.BytesIO()
    book.save(file)
    return packed(unpacked(file.getvalue()))


def _styles(book: Any) -> None:
    # python-docx brings 160 styles for other people's documents, and looks through all of them for each paragraph.
    for style in list(book.styles):
        if style.name not in _KEPT:
            style.delete()
    [language] = book.styles.element.xpath("w:docDefaults//w:lang")
    language.set(qn("w:eastAsia"), "zh-CN")
    _font(book.styles["Normal"], SONG, SIZE)
    for name, (font, size, before, behind, first, left) in _STYLES.items():
        style = book.styles.add_style(_named(name), WD_STYLE_TYPE.PARAGRAPH)
        _font(style, font, size)
        style.font.bold = name in _BOLD or None
        form = style.paragraph_format
        form.space_before, form.space_after = Pt(before), Pt(behind)
        form.line_spacing = Pt(round(LINE * size))
        form.first_line_indent, form.left_indent = Pt(first), Pt(left)
        form.alignment = WD_ALIGN_PARAGRAPH.CENTER if name in _CENTERED else None
        form.keep_together, form.widow_control = True, True
    end = TEXT - Pt(INDENT)
    ruled = book.styles[_named("ruled")].paragraph_format
    ruled.tab_stops.add_tab_stop(end + Pt(INDENT), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
    sides = "".join(f'<w:{side} w:val="single" w:sz="8" w:space="4"/>' for side in ("top", "left", "bottom", "right"))
    case = book.styles[_named("case")].element.get_or_add_pPr()
    case.insert_element_before(
        parse_xml(f"<w:pBdr {nsdecls('w')}>{sides}</w:pBdr>"), "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _named(style: str) -> str:
    return f"试卷 {_NAMES[style]}"


def _font(style: Any, name: str, size: float) -> None:
    style.font.name, style.font.size = "Times New Roman", Pt(size)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)


def _page(book: Any, leaf: Leaf) -> None:
    [section] = book.sections
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = (
        Mm(28),
        Mm(18),
        Mm(18),
        Mm(20),
    )
    section.header_distance = section.footer_distance = Mm(9)
    section.different_first_page_header_footer = leaf.sealed
    _numbers(section.footer.paragraphs[0], leaf.title)
    if leaf.sealed:
        _numbers(section.first_page_footer.paragraphs[0], leaf.title)
        section.first_page_header.paragraphs[0]._p.append(parse_xml(f"<w:r {_SPACES}>{_seal()}</w:r>"))


def _numbers(paragraph: Paragraph, title: str) -> None:
    """第 x 页 共 y 页, reckoned by whoever opens the document."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    small = '<w:rPr><w:sz w:val="18"/></w:rPr>'
    for text in (f"{title}　第 ", "PAGE", " 页　共 ", "NUMPAGES", " 页"):
        if text in ("PAGE", "NUMPAGES"):
            run = f"<w:r>{small}<w:t>1</w:t></w:r>"
            paragraph._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{text}">{run}</w:fldSimple>'))
        else:
            paragraph.add_run(text).font.size = Pt(9)


def _seal() -> str:
    """A box at the edge of the page, its text from the foot to the head, and the line beside it."""
    size = f'<w:rPr>{_HINT}<w:sz w:val="22"/></w:rPr>'
    box = "".join(
        f'<w:p><w:pPr><w:spacing w:after="120"/><w:jc w:val="center"/></w:pPr><w:r>{size}<w:t>{text}</w:t></w:r></w:p>'
        for text in ("　　".join(f"{name}{'＿' * 9}" for name in NAMES), "　　　　".join(SEAL))
    )
    text = f"<wps:txbx><w:txbxContent>{box}</w:txbxContent></wps:txbx>"
    return _shape(1, Mm(9), Mm(15), "rect", "<a:ln><a:noFill/></a:ln>", text) + _shape(
        2,
        Mm(23),
        0,
        "line",
        '<a:ln w="12700"><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:prstDash val="dash"/></a:ln>',
    )


def _shape(number: int, left: int, wide: int, form: str, line: str, text: str = "") -> str:
    """A shape of Word's, as high as the page's text, `left` from the edge of the page."""
    size = f'<a:ext cx="{wide}" cy="{Mm(255)}"/>'
    return f"""
<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0"
 relativeHeight="{number}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="page"><wp:posOffset>{Mm(20)}</wp:posOffset></wp:positionV>
<wp:extent cx="{wide}" cy="{Mm(255)}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>
<wp:docPr id="{number}" name="密封线 {number}"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
<wps:cNvSpPr{' txBox="1"' if text else ""}/><wps:spPr><a:xfrm><a:off x="0" y="0"/>{size}</a:xfrm>
<a:prstGeom prst="{form}"><a:avLst/></a:prstGeom><a:noFill/>{line}</wps:spPr>{text}
<wps:bodyPr rot="0" vert="vert270" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></wps:bodyPr>
</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent>"""


def _block(book: Any, block: Line | Options | Pairs | Grid | Ruled) -> Iterator[Paragraph]:
    """Writes a block; yields its paragraphs."""
    if isinstance(block, Line):
        paragraph = book.add_paragraph(style=_named(block.style))
        _fill(paragraph, block.runs)
        yield paragraph
    elif isinstance(block, Options):
        yield from _options(book, block)
    elif isinstance(block, Pairs):
        yield from _pairs(book, block)
    elif isinstance(block, Grid):
        yield from _grid(book, block)
    else:
        for _ in range(block.count):
            yield book.add_paragraph("\t", style=_named("ruled"))


def _fill(paragraph: Paragraph, pieces: Iterable[Run]) -> None:
    for piece in pieces:
        run = paragraph.add_run(piece.text + "　" * max(0, piece.gap - len(piece.text)))
        run.underline, run.bold = bool(piece.gap) or None, piece.bold or None
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hint"), "eastAsia")


def _options(book: Any, block: Options) -> Iterator[Paragraph]:
    """One paragraph with its lines: LibreOffice tears some of those that only keep with the next."""
    step = (TEXT - Pt(INDENT)) // block.columns
    paragraph = book.add_paragraph(style=_named("option"))
    for place in range(1, block.columns):
        paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(INDENT) + step * place)
    for at, (letter, text) in enumerate(zip(LETTERS, block.texts, strict=False)):
        before = "" if not at else "\t" if at % block.columns else "\n"
        _fill(paragraph, (Run(f"{before}{letter}. "), *runs(text)))
    yield paragraph


def _pairs(book: Any, block: Pairs) -> Iterator[Paragraph]:
    half = (TEXT - Pt(INDENT)) // 2
    table = _table(book, len(block.left), [half, half], None)
    indent = f'<w:tblInd {nsdecls("w")} w:w="{20 * INDENT}" w:type="dxa"/>'
    table._tbl.tblPr.insert_element_before(
        parse_xml(indent), "w:tblBorders", "w:tblLayout", "w:tblCellMar", "w:tblLook"
    )
    sides = zip(enumerate(block.left, 1), zip(LETTERS, block.right, strict=False), strict=True)
    for row, pair in zip(table.rows, sides, strict=True):
        for cell, (sign, text) in zip(row.cells, pair, strict=True):
            paragraph = cell.paragraphs[0]
            paragraph.style = _named("side")
            _fill(paragraph, (Run(f"{sign}. "), *runs(text)))
            yield paragraph


def _grid(book: Any, block: Grid) -> Iterator[Paragraph]:
    count = len(block.rows[0])
    widths = [TEXT // count] * count if block.wide else [HEAD, *[CELL] * (count - 1)]
    table = _table(book, len(block.rows), widths, "Table Grid")
    for number, (row, texts) in enumerate(zip(table.rows, block.rows, strict=True)):
        row.height = Mm(9 if number else 7.5)
        for cell, text in zip(row.cells, texts, strict=True):
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
            paragraph = cell.paragraphs[0]
            paragraph.style = _named("cell")
            paragraph.add_run(text)
            yield paragraph
    yield book.add_paragraph(style=_named("after"))  # else two tables in a row become one


def _table(book: Any, rows: int, widths: Sequence[int], style: str | None) -> Any:
    table = book.add_table(rows, len(widths), style)
    table.autofit = False
    for row in table.rows:
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    return table
