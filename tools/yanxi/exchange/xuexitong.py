"""学习通: the table that its question banks take in, one question a row, headings in the first."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from yanxi.bank.kinds import KINDS as ALL
from yanxi.bank.kinds import blank, judge, multiple, recall, single
from yanxi.exchange.columns import OPTIONS, joined, lines, place
from yanxi.exchange.kaoshibao import DIFFICULTY
from yanxi.exchange.selection import Selection, explained, line, stem
from yanxi.model import Document, Question
from yanxi.workbook import fill, heading, saved

NAME, LABEL = "xuexitong", "学习通 Excel"
SUFFIX = "xlsx"
KINDS = (single.NAME, multiple.NAME, judge.NAME, blank.NAME, recall.NAME)
PARTS = frozenset(("解析", "依据", "术语", "章节", "层次", "材料"))
UNASKED = False

COLUMNS = {
    "目录": 24, "题目类型": 10, "大题题干": 50, "小题题型": 10, "小题题干": 20, "正确答案": 14, "答案解析": 40,
    "难易度": 8, "知识点": 12, "标签": 12, "选项数": 8, **{f"选项{letter}": 18 for letter in OPTIONS},
}  # fmt: skip


def refuses(question: Question) -> str:
    return ""


def write(chosen: Selection) -> bytes:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "课程题库"
    heading(sheet, 1, COLUMNS)
    for number, question in enumerate(chosen.questions, 2):
        cells = _cells(question, chosen.title, chosen.document)
        for column, name in enumerate(COLUMNS, 1):
            if cells.get(name):
                fill(sheet.cell(number, column), cells[name])
    return saved(book, chosen.title)


def _cells(question: Question, title: str, document: Document) -> dict[str, str]:
    options, answer = [line(option.text) for option in question.options], "".join(question.key)
    if question.kind == judge.NAME:
        options = ["正确", "错误"]
        answer = options[question.key[0] != judge.RIGHT]
    elif question.kind == blank.NAME:
        answer = _filled([line(accepted[0]) for accepted in question.content])
    elif question.kind == recall.NAME:
        answer = lines(map(line, question.content))
    return {
        "目录": f"/{title.replace('/', '／')}/{place(question.provision, document).replace('/', '／')}",
        "题目类型": f"{ALL[question.kind].LABEL}题",
        "大题题干": stem(question),
        "正确答案": answer,
        "答案解析": explained(question, document),
        "难易度": DIFFICULTY[question.level],
        "选项数": str(len(options)) if options else "",
        **{f"选项{letter}": text for letter, text in zip(OPTIONS, options, strict=False)},
    }


def _filled(answers: list[str]) -> str:
    """The answers of several gaps, between semicolons where no answer has one."""
    plain = not any(mark in answer for answer in answers for mark in "；;|｜\\")
    return "；".join(answers) if plain else joined(answers)
