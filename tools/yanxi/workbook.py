"""What all workbooks have in common: cells that stay text, and nothing of the moment they were made at."""

from __future__ import annotations

import io
import re
from datetime import datetime

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from yanxi.archive import packed, unpacked

FORMULA = tuple("=+-@\t\r")
"""What a spreadsheet may take for a formula when a text begins with it."""

_CLOCK = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_CODE = re.compile(r"_x[0-9A-Fa-f]{4}_")
"""How a workbook writes a character that XML cannot hold; a text that looks so is escaped."""


def decoded(text: str) -> str:
    """A cell's text with such characters as themselves."""
    return _CODE.sub(lambda found: chr(int(found[0][2:6], 16)), text)


def fill(cell: Cell, text: str) -> None:
    """Puts text into a cell, whatever it begins with."""
    cell.value = _CODE.sub("_x005F\\g<0>", ILLEGAL_CHARACTERS_RE.sub("", text))
    cell.data_type = "s"
    cell.number_format = "@"
    cell.quotePrefix = text.startswith(FORMULA)
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def heading(sheet: Worksheet, row: int, widths: dict[str, int]) -> None:
    """A row of headings, bold, which stays in sight."""
    for number, (name, width) in enumerate(widths.items(), 1):
        cell = sheet.cell(row, number)
        fill(cell, name)
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = width
    sheet.freeze_panes = f"A{row + 1}"


def saved(book: Workbook, title: str) -> bytes:
    """The workbook's bytes: the same for the same cells."""
    book.properties.created, book.properties.title = datetime(2000, 1, 1), title
    file = io.BytesIO()
    book.save(file)
    return packed((name, _CLOCK.sub(rb"\g<1>2000-01-01T00:00:00Z", part)) for name, part in unpacked(file.getvalue()))
