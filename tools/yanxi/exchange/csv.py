"""Our own table as text: UTF-8 with the mark by which Excel knows it, and lines that end as RFC 4180 has it."""

from __future__ import annotations

import csv
import io
import re

from yanxi.exchange.columns import COLUMNS, cells
from yanxi.exchange.selection import ALL_PARTS, Selection
from yanxi.exchange.xlsx import KINDS
from yanxi.model import Question

NAME, LABEL = "csv", "CSV 表格"
SUFFIX = "csv"
KINDS = KINDS
PARTS = ALL_PARTS
UNASKED = True

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")


def refuses(question: Question) -> str:
    return ""


def write(chosen: Selection) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for question in chosen.questions:
        row = cells(question, chosen.document)
        writer.writerow(guarded(row.get(name, "")) for name in COLUMNS)
    return file.getvalue().encode("utf-8-sig")


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text that has been guarded."""
    return text[1:] if _GUARDED.match(text) else text
