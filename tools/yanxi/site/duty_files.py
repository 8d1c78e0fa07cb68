"""The duties as files to take away: a table for spreadsheets, the same as CSV, and a calendar. Same content, same bytes."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from icalendar import Alarm, Calendar, Event
from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from yanxi import bold
from yanxi.document.timing import timing
from yanxi.model import Duty
from yanxi.project import Package, Project
from yanxi.render.duty_list import cited, months, recurring
from yanxi.render.official import UNSTATED
from yanxi.workbook import FORMULA, fill, heading, saved

COLUMNS = (
    ("编号", 8), ("主体", 24), ("事项", 48), ("时限（原文）", 16), ("归类", 16), ("日期", 12), ("场合", 16), ("原文", 60), ("出处", 20),
)  # fmt: skip
"""The heading of each column but the last, and its width in characters."""

SUGGESTION = "原文没有规定日期。这一天只是提醒的建议，请按本单位的安排改。"
DAY = 20
"""The day of the month that a reminder stands on: late in the period, with time left."""

_YEAR = re.compile(r"((?:19|20)\d\d)年(?![修印制])")
_NEVER = datetime(2000, 1, 1, tzinfo=UTC)
"""What stands where a format wants to know when a file was made."""


def write(loaded: Project, site: Path, address: str = "") -> None:
    """Writes duties.xlsx, duties.csv and, where something comes again, calendar.ics beside every document that has duties.

    Args:
        address: the site's, which makes its links whole; empty where nobody has told it.
    """
    for package in loaded.packages:
        folder = site / package.document.name
        if package.duties:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "duties.csv").write_bytes(as_csv(package, address))
            (folder / "duties.xlsx").write_bytes(as_xlsx(package, address))
        if recurring(package.duties):
            (folder / "calendar.ics").write_bytes(as_ics(package))


# Tables.


def columns(address: str) -> tuple[tuple[str, int], ...]:
    """The last one is of links; without the site's address they lead nowhere from a file, and it says so."""
    return (*COLUMNS, ("网页", 48) if address else ("网页（站内）", 20))


def rows(package: Package, address: str = "") -> Iterator[tuple[str | date, ...]]:
    """A row a duty, in the order of the document."""
    document = package.document
    for duty in sorted(package.duties, key=lambda each: each.quote.clauses[0].start):
        made = timing(duty.when, duty.occasion)
        yield (
            duty.id,
            duty.who or UNSTATED,
            bold.plain(duty.what),
            duty.when,
            made.label,
            made.day or "",
            duty.occasion,
            duty.quote.text,
            cited(duty, document),
            f"{address}{document.url(document.by_id[duty.quote.provision])}#{duty.quote.clauses[0].id}",
        )


def as_csv(package: Package, address: str = "") -> bytes:
    """UTF-8 with the mark by which Excel knows it, and lines that end as RFC 4180 has it."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(name for name, _ in columns(address))
    writer.writerows([_unformulated(str(value)) for value in row] for row in rows(package, address))
    return file.getvalue().encode("utf-8-sig")


def _unformulated(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def as_xlsx(package: Package, address: str = "") -> bytes:
    """A workbook of one sheet: heading frozen and filterable, dates as dates, texts as texts whatever they begin with."""
    return _workbook(package.settings.title, columns(address), tuple(rows(package, address)))


# A preview writes the same one again and again.
@lru_cache(maxsize=8)
def _workbook(title: str, columns: tuple[tuple[str, int], ...], rows: tuple[tuple[str | date, ...], ...]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "责任清单"
    heading(sheet, 1, dict(columns))
    for number, row in enumerate(rows, 2):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column)
            if isinstance(value, str):
                fill(cell, value)
            else:
                cell.value, cell.number_format = value, "yyyy-mm-dd"
                cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9  # A4
    sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage = 0, True
    return saved(book, title)


# The calendar.


def as_ics(package: Package) -> bytes:
    """What comes again, as whole days with a reminder; each says that its day is only suggested.

    A document of one year, as its title says, has them in that year; any other has no last one.
    """
    title = package.settings.title
    named = _YEAR.search(title)
    year = int(named[1]) if named else _NEVER.year
    made = Calendar()
    made.add("prodid", "-//yanxi//duties//ZH")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", f"{package.settings.short}：工作日历")
    made.add("x-wr-caldesc", SUGGESTION)
    for duty in recurring(package.duties):
        made.add_component(_event(duty, package, year, bool(named)))
    return made.to_ical()


def _event(duty: Duty, package: Package, year: int, ends: bool) -> Event:
    document, when = package.document, timing(duty.when)
    often = when.frequency in ("DAILY", "WEEKLY")
    first = date(year, min(months(duty)), 1 if often else DAY)
    key = hashlib.sha256(f"{duty.quote.provision}\0{duty.quote.text}".encode()).hexdigest()[:16]
    rule: dict[str, object] = {"freq": when.frequency, "interval": when.interval}
    if ends:
        rule["until"] = date(year, 12, 31)
    event = Event()
    event.add("uid", f"{key}.{document.name}@yanxi")
    event.add("dtstamp", _NEVER)
    event.add("dtstart", first)
    event.add("dtend", first + timedelta(days=1))
    event.add("rrule", rule)
    event.add("summary", f"{duty.when}：{bold.plain(duty.what)}（建议提醒）")
    lines = (
        f"主体：{duty.who or UNSTATED}",
        f"原文：“{duty.quote.text}”",
        f"出处：{cited(duty, document)}",
        SUGGESTION,
    )
    event.add("description", "\n".join(lines))
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", bold.plain(duty.what))
    alarm.add("trigger", timedelta(hours=9))
    event.add_component(alarm)
    return event
