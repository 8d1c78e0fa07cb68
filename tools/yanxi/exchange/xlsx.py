"""Our own workbook: a question a row, drop-downs, and a sheet with one example of each kind."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from yanxi.bank.kinds import KINDS as ALL
from yanxi.bank.read import LEVELS
from yanxi.exchange.columns import COLUMNS, cells, place
from yanxi.exchange.selection import ALL_PARTS, Selection
from yanxi.model import Question
from yanxi.workbook import fill, heading, saved

NAME, LABEL = "xlsx", "Excel 表格"
SUFFIX = "xlsx"
KINDS = tuple(name for name, kind in ALL.items() if {*kind.KEYS} <= {"options", "answer", "any_order", "pairs"})
PARTS = ALL_PARTS
UNASKED = True

SHEET, EXAMPLES, PLACES = "题目", "样例", "章节"
LAST = 5000
"""The last row with drop-downs."""

_EXAMPLES: tuple[dict[str, str], ...] = (
    {"题型": "单选", "题干": "多久书面报告一次？", "A": "每月", "B": "每半年", "C": "每年", "答案": "B", "选项说明": "A | 每月是另一条的频次。"},
    {"题型": "多选", "题干": "要制定哪几样？", "A": "长期计划", "B": "年度计划", "C": "考核指标", "答案": "AB"},
    {"题型": "判断", "题干": "口头报告也可以。", "答案": "错"},
    {"题型": "填空", "题干": "每____以____形式报告。", "答案": "半年 | 六个月\n书面"},
    {"题型": "排序", "题干": "请按原文先后排列。", "A": "定目标", "B": "列清单", "C": "作报告", "答案": "ABC"},
    {"题型": "连线", "题干": "请把动词和内容连起来。", "A": "制定 | 目标", "B": "细化 | 清单"},
    {"题型": "简答", "题干": "对班子成员提了哪两点要求？", "答案": "落实文件\n听取履职"},
)  # fmt: skip
_COMMON = {
    "题号": "新题留空",
    "解析": "答完以后给读者看的话",
    "依据": "从原文复制的一句；引自别处时写“页号 | 原文”",
    "章节": "从下拉里选",
    "难度": "识记",
}


def refuses(question: Question) -> str:
    return ""


def write(chosen: Selection) -> bytes:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = SHEET
    _rows(sheet, [cells(each, chosen.document) for each in chosen.questions])
    sheet.auto_filter.ref = sheet.dimensions
    _rows(book.create_sheet(EXAMPLES), [_COMMON | each for each in _EXAMPLES])
    places = book.create_sheet(PLACES)
    pages = [provisions[0] for provisions in chosen.document.by_page.values()]
    for number, provision in enumerate(pages, 1):
        fill(places.cell(number, 1), place(provision.id, chosen.document))
    places.column_dimensions["A"].width = 40
    _choice(sheet, "题型", f'"{",".join(kind.LABEL for kind in ALL.values())}"')
    _choice(sheet, "难度", f'"{",".join(LEVELS.values())}"')
    _choice(sheet, "章节", f"={PLACES}!$A$1:$A${max(len(pages), 1)}")
    return saved(book, chosen.title)


def _rows(sheet: Worksheet, rows: list[dict[str, str]]) -> None:
    heading(sheet, 1, COLUMNS)
    for number, row in enumerate(rows, 2):
        for column, name in enumerate(COLUMNS, 1):
            if name in row:
                fill(sheet.cell(number, column), row[name])
    sheet.freeze_panes = "D2"


def _choice(sheet: Worksheet, name: str, formula: str) -> None:
    letter = get_column_letter(list(COLUMNS).index(name) + 1)
    choice = DataValidation("list", formula1=formula, allow_blank=True, showErrorMessage=name != "章节")
    choice.errorTitle, choice.error = name, "请从下拉里选。"
    choice.add(f"{letter}2:{letter}{LAST}")
    sheet.add_data_validation(choice)
