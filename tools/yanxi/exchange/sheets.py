"""Tables that people send, read without trust: what a workbook or a text of commas holds, cell by cell, as Excel shows it.

Nothing is unpacked before its size is known, no entity is resolved, no macro is run; what cannot be read as it is shown is a
`Problem` at its row and column.
"""

from __future__ import annotations

import csv
import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.styles.numbers import is_date_format
from openpyxl.utils import get_column_letter

from yanxi.exchange import columns
from yanxi.exchange.csv import unguarded
from yanxi.problem import NOTICE, Problem
from yanxi.workbook import decoded
from yanxi.yamltext.nodes import Report, Text

MOST_BYTES = 20_000_000
"""A bank of 10,000 questions is a workbook of 3 MB."""
MOST_UNPACKED = 60_000_000
MOST_TAGS = 2_000_000
"""Marks of XML in all parts together: each may become a cell."""
MOST_PARTS = 500
MOST_ROWS, MOST_COLUMNS = 20_000, 100
OWN = ("样例", "章节", "填写说明")
"""Sheets of our own workbook that hold no questions."""


@dataclass(frozen=True)
class Sheet:
    """A table. Every row holds the cells that are not empty; path, line and column of a cell are file and sheet, row, column."""

    path: str
    rows: tuple[tuple[Text, ...], ...]


def shown(problem: Problem) -> Problem:
    """A problem whose path ends in the cell's address: 题库.xlsx!题目!M5."""
    return replace(problem, path=f"{problem.path}!{get_column_letter(problem.column)}{problem.line}")


def read(file: Path, report: Report) -> list[Sheet]:
    """The tables of a file; what it is shows in its first bytes and not in its name."""
    name = file.name
    try:
        size = file.stat().st_size
        if size > MOST_BYTES:
            message = f"文件有 {size // 1_000_000} MB，上限是 {MOST_BYTES // 1_000_000} MB。"
            report(Problem(name, 1, 1, "文件过大", message, "题库的表格没有这样大，请只留题目，删去图片和空行。"))
            return []
        data = file.read_bytes()
    except OSError as error:
        report(Problem(name, 1, 1, "读不了文件", f"打不开这个文件（{error.strerror}）。", "请检查文件是否存在。"))
        return []
    if data.startswith(b"PK"):
        return _workbook(data, name, report)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        hint = "请用 Excel 或 WPS 打开，去掉密码，另存为“Excel 工作簿（.xlsx）”。"
        report(Problem(name, 1, 1, "旧的表格", "这是旧版的 .xls（或 WPS 的 .et），或是加了密码的表格。", hint))
        return []
    if data.startswith((b"%PDF", b"\x1f\x8b", b"Rar!", b"7z", b"\x89PNG", b"\xff\xd8")):
        report(Problem(name, 1, 1, "不是表格", "这不是表格，也不是文字。", "请给出 .xlsx 或 .csv。"))
        return []
    return _text(data, name, report)


# Text.


def _text(data: bytes, name: str, report: Report) -> list[Sheet]:
    text = _decoded(data)
    if text is None or "\0" in text:
        report(Problem(name, 1, 1, "文件编码", "认不出这个文件的编码。", "请另存为“CSV UTF-8”。"))
        return []
    if re.match(r"\s*<(?:!doctype|html|table|\?xml|meta)", text, re.IGNORECASE):
        hint = "请用 Excel 打开，另存为“Excel 工作簿（.xlsx）”。"
        report(Problem(name, 1, 1, "不是表格", "这是网页或 XML，不是表格。", hint))
        return []
    delimiter = max(
        ",\t;", key=lambda each: max(map(_heads, _rows(text[:20_000], each)[: columns.HEAD_ROWS]), default=0)
    )
    rows = []
    for number, row in enumerate(_rows(text, delimiter), 1):
        if number > MOST_ROWS or len(row) > MOST_COLUMNS:
            report(
                Problem(name, number, 1, "表格过大", f"超过 {MOST_ROWS} 行或 {MOST_COLUMNS} 列。", "请分成几个文件。")
            )
            return []
        cells = (Text(name, number, column, unguarded(_plain(cell))) for column, cell in enumerate(row, 1))
        rows.append(tuple(cell for cell in cells if cell.value))
    return [Sheet(name, tuple(row for row in rows if row))]


def _decoded(data: bytes) -> str | None:
    """UTF-8, with its mark or without, UTF-16, GBK."""
    encodings = ["utf-8-sig", "gb18030"]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings = ["utf-16"]
    elif b"\0" in data:  # neither UTF-8 nor GBK has it; of the commas and line ends one byte in two is nought
        encodings = ["utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _rows(text: str, delimiter: str) -> list[list[str]]:
    csv.field_size_limit(1_000_000)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        return []


def _heads(row: list[str]) -> int:
    return len({columns.head(cell) for cell in row} - {""})


# Workbooks.


def _workbook(data: bytes, name: str, report: Report) -> list[Sheet]:
    if refused := _unsafe(data):
        message, hint = refused
        report(Problem(name, 1, 1, "读不了表格", message, hint))
        return []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl says which decorations it leaves behind
            book = load_workbook(io.BytesIO(data))
    except Exception:  # a damaged workbook fails anywhere in openpyxl, with any error
        hint = "请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”。"
        report(Problem(name, 1, 1, "读不了表格", "这个工作簿是坏的，或不是通常的 .xlsx。", hint))
        return []
    found = []
    for sheet in book.worksheets:
        path = f"{name}!{sheet.title}"
        if sheet.sheet_state != "visible":
            message, hint = f"工作表“{sheet.title}”是隐藏的，没有读。", "要读它，请取消隐藏。"
            report(Problem(path, 1, 1, "隐藏的工作表", message, hint, NOTICE))
        elif sheet.title not in OWN:
            found.append(Sheet(path, tuple(_sheet(sheet, path, report))))
    return found


def _unsafe(data: bytes) -> tuple[str, str] | None:
    """Why a workbook is not opened, and what to do. Reads no more than is allowed, whatever the archive says."""
    damaged = "这个文件是坏的，或是加了密码。", "请用 Excel 或 WPS 打开，去掉密码，另存为“Excel 工作簿（.xlsx）”。"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                return "解开以后太大，像是压缩炸弹。", "请把题目复制到新的工作簿，只留文字。"
            names = {part.filename.lower() for part in parts}
            if any(part.endswith("vbaproject.bin") for part in names):
                return "里面有宏。", "请另存为不带宏的“Excel 工作簿（.xlsx）”。"
            if "word/document.xml" in names:
                return "这是 Word 文档。", "现在只认表格：请把题目放进 Excel。"
            if not any(part.startswith("xl/") and part.endswith((".xml", ".bin")) for part in names):
                return "这个压缩包里没有表格。", "请给出 .xlsx 或 .csv。"
            tags = 0
            for part in parts:
                if part.filename.lower().endswith((".xml", ".rels", ".vml")):
                    with archive.open(part) as opened:
                        text = opened.read(MOST_UNPACKED)
                    # UTF-16 hides a declaration from those who look for it.
                    if b"<!DOCTYPE" in text or b"<!ENTITY" in text or b"\0" in text[:64]:
                        return "里面有外部实体的声明。", "平常的表格没有它。请把题目复制到新的工作簿。"
                    tags += text.count(b"<")
            if tags > MOST_TAGS:
                return "格子太多。", "请删去空行空列，或分成几个文件。"
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        return damaged
    except Exception as error:
        if type(error).__module__ == "zlib":
            return damaged
        raise
    return None


def _sheet(sheet: Any, path: str, report: Report) -> Iterator[tuple[Text, ...]]:
    """The rows of a sheet that are not empty. Only cells that are there are looked at: one far below costs nothing."""
    by_row: dict[int, list[Text]] = {}
    merged = [area for area in sheet.merged_cells.ranges]
    for (row, column), cell in sorted(sheet._cells.items()):
        if row > MOST_ROWS or column > MOST_COLUMNS:
            if cell.value is not None:
                message = f"这一格在第 {MOST_ROWS} 行或第 {MOST_COLUMNS} 列以外。"
                report(Problem(path, row, column, "表格过大", message, "请分成几个文件，或删去它。"))
            continue
        if cell.value is None:
            continue
        if cell.data_type == "f":
            message = "这一格是公式，不是文字。"
            report(Problem(path, row, column, "公式", message, "请复制这一列，“选择性粘贴”为数值。"))
        elif cell.data_type == "e":
            report(Problem(path, row, column, "公式", f"这一格是错误值 {cell.value}。", "请改成文字。"))
        elif text := _plain(decoded(_shown(cell.value, cell.number_format))):
            by_row.setdefault(row, []).append(Text(path, row, column, text))
    titles = (
        row
        for row in by_row
        if row <= columns.HEAD_ROWS and "题干" in {columns.head(each.value) for each in by_row[row]}
    )
    head = next(titles, columns.HEAD_ROWS)
    for row, cells in by_row.items():
        if sheet.row_dimensions[row].hidden and row > head:
            report(
                Problem(path, row, 1, "隐藏的行", "这一行是隐藏的，不知道要不要。", "请取消隐藏（或筛选），或删去它。")
            )
        yield tuple(cells)
    for area in merged:
        if area.max_row > head and area.min_row in by_row:
            message = f"{area.coord} 是合并的单元格，不知道属于哪一行、哪一列。"
            report(Problem(path, area.min_row, area.min_col, "合并的单元格", message, "请取消合并，每一格各写各的。"))


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _shown(value: object, form: str) -> str:
    """A cell's value as Excel shows it: 15, 5%, 2022/3/1."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime | date | time):
        return _moment(value, form)
    if isinstance(value, int | float):
        places = re.search(r"\.(0+)", form)
        if "%" in form:
            return f"{value * 100:.{len(places[1]) if places else 0}f}%"
        if places and not is_date_format(form):
            return f"{value:{',' if ',' in form else ''}.{len(places[1])}f}"
        return f"{value:.10g}" if abs(value) < 1e11 else f"{value:.0f}"
    return str(value)


def _moment(value: datetime | date | time, form: str) -> str:
    if isinstance(value, time):
        return f"{value.hour}:{value.minute:02}"
    day = f"{value.year}/{value.month}/{value.day}"
    if "年" in form:
        day = f"{value.year}年{value.month}月" + (f"{value.day}日" if "日" in form else "")
    elif "yyyy-mm" in form.lower():
        day = f"{value.year}-{value.month:02}-{value.day:02}"
    if isinstance(value, datetime) and (value.hour or value.minute):
        day += f" {value.hour}:{value.minute:02}"
    return day
