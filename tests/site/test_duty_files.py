"""The table of duties as spreadsheets read it, and the calendar as calendars do."""

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import vobject
from dateutil.rrule import rrulestr
from icalendar import Calendar
from openpyxl import load_workbook

from tests.documents import PLAN
from yanxi import project
from yanxi.model import Duty, Quotation
from yanxi.project import Package
from yanxi.site import duty_files
from yanxi.yamltext.nodes import Node

PACKAGE = project.load(PLAN).packages[0]
CLAUSES = PACKAGE.document.by_id["a1-m3"].clauses


def package(*duties: Duty, title: str = "2099年度方案") -> Package:
    page = PACKAGE.pages["a1/m3.md"]
    return replace(
        PACKAGE,
        pages={"a1/m3.md": replace(page, filled=page.filled | {"duties": (duties,)})},
        settings=replace(PACKAGE.settings, title=title, short="小方案"),
    )


def duty(what: str = "开会", who: str = "各支部", when: str = "每半年") -> Duty:
    return Duty("T01", who, what, when, Quotation("a1-m3", "定期召开专题会议", CLAUSES[2:3], Node("页.md", 1, 1)))


# Tables.


def test_the_csv_is_what_excel_opens_and_has_every_duty() -> None:
    data = duty_files.as_csv(PACKAGE)
    assert data.startswith(b"\xef\xbb\xbf") and data.count(b"\n") == data.count(b"\r\n")
    head, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert head == [*(name for name, _ in duty_files.COLUMNS), "网页（站内）"]
    assert sorted(row[0] for row in rows) == sorted(each.id for each in PACKAGE.duties)
    assert {row[1] for row in rows} == {each.who or "原文未写明主体" for each in PACKAGE.duties}
    for row in rows:
        assert row[7] in PACKAGE.document.text


def test_the_workbook_says_the_same_with_a_frozen_heading_widths_and_real_dates() -> None:
    made = package(duty(when="2099年6月底前"), duty(), duty(who="", when=""))
    sheet = load_workbook(io.BytesIO(duty_files.as_xlsx(made))).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert [row[3] or "" for row in rows] == ["2099年6月底前", "每半年", ""]
    assert [row[1] for row in rows] == ["各支部", "各支部", "原文未写明主体"]
    assert rows[0][5] == datetime(2099, 6, 30) and rows[1][5] is None
    assert sheet["F2"].is_date and sheet.freeze_panes == "A2" and sheet.auto_filter.ref == "A1:J4"
    assert [sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]] == [
        width for _, width in duty_files.columns("")
    ]


def test_links_are_whole_where_the_site_knows_its_address() -> None:
    address = "https://example.org/plan/"
    head, row, *_ = csv.reader(io.StringIO(duty_files.as_csv(PACKAGE, address).decode("utf-8-sig"), newline=""))
    assert head[-1] == "网页" and row[-1].startswith(f"{address}plan/") and "/#c" in row[-1]
    sheet = load_workbook(io.BytesIO(duty_files.as_xlsx(PACKAGE, address))).active
    assert [cell.value for cell in sheet[1]] == head and sheet.cell(2, len(head)).value == row[-1]


@pytest.mark.parametrize("what", ["=1+1", "+86", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0"])
def test_what_begins_like_a_formula_is_a_text(what: str) -> None:
    made = package(duty(what))
    cell = load_workbook(io.BytesIO(duty_files.as_xlsx(made))).active["C2"]
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", what, True)
    _, row = csv.reader(io.StringIO(duty_files.as_csv(made).decode("utf-8-sig"), newline=""))
    assert row[2] == f"'{what}"


def test_a_character_that_no_workbook_can_hold_is_left_out() -> None:
    sheet = load_workbook(io.BytesIO(duty_files.as_xlsx(package(duty("开\x07会"))))).active
    assert sheet["C2"].value == "开会"


def test_the_same_duties_are_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    before = duty_files.as_xlsx(PACKAGE)
    from openpyxl.packaging import core

    class Later(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(2031, 1, 1, tzinfo=tz)

    monkeypatch.setattr("openpyxl.writer.excel.datetime.datetime", Later)
    assert core and duty_files.as_xlsx(PACKAGE) == before
    assert duty_files.as_ics(PACKAGE) == duty_files.as_ics(PACKAGE)


# The calendar.


def days(rule: str, start: date) -> list[date]:
    return [each.date() for each in rrulestr(rule, dtstart=datetime.combine(start, datetime.min.time()))]


def test_two_readers_find_the_same_events_and_days() -> None:
    data = duty_files.as_ics(
        package(duty("检查", when="每月一次"), duty("报告"), duty("谈话", when="每年"), duty("学习", when="定期"))
    )
    one = Calendar.from_ical(data).walk("VEVENT")
    other = list(vobject.readOne(data.decode()).vevent_list)
    assert [str(each["summary"]) for each in one] == [each.summary.value for each in other]
    assert [each["dtstart"].dt for each in one] == [each.dtstart.value for each in other]
    found = [days(event.rrule.value, event.dtstart.value) for event in other]
    assert [str(each["summary"])[-6:] for each in one] == ["（建议提醒）"] * 3
    assert [len(each) for each in found] == [12, 2, 1]
    assert found[1] == [date(2099, 6, 20), date(2099, 12, 20)]
    for event in other:
        assert "只是提醒的建议" in event.description.value and "“定期召开专题会议”" in event.description.value
        assert event.dtend.value - event.dtstart.value == timedelta(days=1)


def test_the_lines_are_those_of_the_standard() -> None:
    data = duty_files.as_ics(PACKAGE)
    lines = data.split(b"\r\n")
    assert b"\n" not in b"".join(lines) and max(map(len, lines)) <= 75
    for line in lines:
        line.decode()  # no character is cut in two
    assert lines[0] == b"BEGIN:VCALENDAR" and lines[-2:] == [b"END:VCALENDAR", b""]
    calendar = Calendar.from_ical(data)
    assert {"PRODID", "VERSION", "CALSCALE"} <= set(calendar)
    events = calendar.walk("VEVENT")
    uids = [str(event["uid"]) for event in events]
    assert len(set(uids)) == len(uids)
    assert all(event["dtstamp"].dt == datetime(2000, 1, 1, tzinfo=UTC) for event in events)


@pytest.mark.parametrize(
    ("title", "first", "until"),
    [
        ("2099年度全面从严治党方案", date(2099, 6, 20), date(2099, 12, 31)),
        ("校车安全管理办法", date(2000, 6, 20), None),
        ("校车安全管理办法（2020年修订）", date(2000, 6, 20), None),
    ],
)
def test_a_plan_of_one_year_has_its_reminders_in_that_year(title: str, first: date, until: date | None) -> None:
    [event] = Calendar.from_ical(duty_files.as_ics(package(duty(), title=title))).walk("VEVENT")
    assert event["dtstart"].dt == first
    assert event["rrule"].get("until") == ([until] if until else None)


@pytest.mark.parametrize(("when", "count"), [("每天", 365), ("每周", 53)])
def test_what_comes_more_often_than_monthly_begins_with_the_year(when: str, count: int) -> None:
    [event] = vobject.readOne(duty_files.as_ics(package(duty(when=when))).decode()).vevent_list
    assert len(days(event.rrule.value, event.dtstart.value)) == count


def test_words_that_mean_something_to_calendars_are_words() -> None:
    [event] = Calendar.from_ical(duty_files.as_ics(package(duty("会;议,\\n\nEND:VCALENDAR")))).walk("VEVENT")
    assert "END:VCALENDAR" in str(event["summary"])


def test_a_document_without_duties_gets_no_file(site: Path) -> None:
    assert {file.name for file in (site / "plan").glob("duties.*")} == {"duties.csv", "duties.xlsx"}
    assert (site / "plan/calendar.ics").is_file()
