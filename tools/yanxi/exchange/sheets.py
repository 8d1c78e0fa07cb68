"""Tables that people send: what a workbook or a text of commas holds, cell by cell, as Excel shows it.

What cannot be read as it is shown is a `Problem` at its row and column.
"""

from __future__ import annotations

import csv
import io
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from openpyxl import load_workbook
from openpyxl.styles.numbers import is_date_format
from openpyxl.utils import get_column_letter

from yanxi.exchange import columns
from yanxi.exchange.csv import unguarded
from yanxi.problem import NOTICE, Problem
from yanxi.workbook import decoded
from yanxi.yamltext.nodes import Report, Text

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


# Text.


def text(words: str, name: str, report: Report) -> list[Sheet]:
    """The table of a text of commas, tabs or semicolons."""
    delimiter = max(",\t;", key=lambda each: _heads(words, each))
    rows = []
    for number, row in enumerate(_rows(words, delimiter), 1):
        if number > MOST_ROWS or len(row) > MOST_COLUMNS:
            report(
                Problem(name, number, 1, "表格过大", f"超过 {MOST_ROWS} 行或 {MOST_COLUMNS} 列。", "请分成几个文件。")
            )
            return []
        cells = (Text(name, number, column, unguarded(_plain(cell))) for column, cell in enumerate(row, 1))
        rows.append(tuple(cell for cell in cells if cell.value))
    return [Sheet(name, tuple(row for row in rows if row))]


def headed(words: str) -> bool:
    """Whether a text is a table with headings."""
    return any(_heads(words, delimiter) > 1 for delimiter in ",\t;")


def _rows(text: str, delimiter: str) -> list[list[str]]:
    csv.field_size_limit(1_000_000)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        return []


def _heads(words: str, delimiter: str) -> int:
    """How many known headings a row near the top has."""
    rows = _rows(words[:20_000], delimiter)[: columns.HEAD_ROWS]
    return max((len({columns.head(cell) for cell in row} - {""}) for row in rows), default=0)


# Workbooks.


def workbook(data: bytes, name: str, report: Report) -> list[Sheet]:
    """The tables of a workbook whose parts have been looked at."""
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
    hidden = {
        column for each in sheet.column_dimensions.values() if each.hidden for column in range(each.min, each.max + 1)
    }
    for column in sorted(hidden & {cell.column for cells in by_row.values() for cell in cells}):
        message = f"{get_column_letter(column)} 列是隐藏的，不知道要不要。"
        report(Problem(path, head, column, "隐藏的列", message, "请取消隐藏，或删去这一列。"))
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
