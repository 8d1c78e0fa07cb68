"""考试宝: its template, notice in the first row, headings in the second; right options as letters without anything between."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from yanxi.bank.kinds import KINDS as ALL
from yanxi.bank.kinds import blank, judge, multiple, recall, single
from yanxi.exchange.columns import OPTIONS, joined, lines, place
from yanxi.exchange.selection import Selection, line, stem
from yanxi.model import Document, Question
from yanxi.workbook import fill, heading, saved

NAME, LABEL = "kaoshibao", "考试宝 Excel"
SUFFIX = "xlsx"
KINDS = (single.NAME, multiple.NAME, judge.NAME, blank.NAME, recall.NAME)
PARTS = frozenset(("解析", "章节", "层次", "材料"))
UNASKED = False

NOTICE = "须知：第 2 行是表头，请不要改动；从第 3 行起一行一题。正确答案写字母，多选连着写；判断题的选项是对、错；填空的几个答案用 | 分开。"
DIFFICULTY = {"remember": "易", "understand": "中", "apply": "难"}
COLUMNS = {
    "题干（必填）": 50, "题型 （必填）": 10, **{f"选项 {letter}": 18 for letter in OPTIONS[:4]},
    **{f"选项{letter}\n(勿删)": 18 for letter in OPTIONS[4:]}, "正确答案\n（必填）": 12, "解析\n（勿删）": 40,
    "章节\n（勿删）": 18, "难度": 8,
}  # fmt: skip


def refuses(question: Question) -> str:
    return ""


def write(chosen: Selection) -> bytes:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "题目"
    fill(sheet.cell(1, 1), NOTICE)
    heading(sheet, 2, COLUMNS)
    for number, question in enumerate(chosen.questions, 3):
        for column, text in enumerate(_row(question, chosen.document), 1):
            if text:
                fill(sheet.cell(number, column), text)
    return saved(book, chosen.title)


def _row(question: Question, document: Document) -> list[str]:
    options, answer = [line(option.text) for option in question.options], "".join(question.key)
    if question.kind == judge.NAME:
        options = [judge.RIGHT, judge.WRONG]
        answer = OPTIONS[options.index(answer)]
    elif question.kind == blank.NAME:
        answer = "|".join(joined((line(accepted[0]),)) for accepted in question.content)
    elif question.kind == recall.NAME:
        answer = lines(map(line, question.content))
    return [
        stem(question),
        f"{ALL[question.kind].LABEL}题",
        *(options + [""] * 8)[:8],
        answer,
        line(question.explain),
        place(question.provision, document),
        DIFFICULTY[question.level],
    ]
