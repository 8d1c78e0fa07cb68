"""Tables as people send them: what is understood, what is refused and where, and that a refusal writes nothing."""

import csv
import io
import random
import shutil
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font

from tests.documents import PLAN
from yanxi import commands, project
from yanxi.exchange import files
from yanxi.exchange.columns import COLUMNS
from yanxi.exchange.incoming import Plan, plan
from yanxi.model import Question
from yanxi.problem import Problem

HEADS = ("题号", "题型", "题干", "A", "B", "C", "D", "答案", "解析", "依据", "章节", "难度")
EXPLAIN = "原文写的是“每半年”，不是每月、每季度；每月一次的是三·一是的安排部署或检查，两处不要混淆。"
QUOTE = "每半年以书面形式分别向局党委报告"


def row(**cells: str) -> list[str]:
    """A row of the plain layout; what is not said is something that no rule minds."""
    filled = {
        "题型": "判断",
        "题干": "支部的书面报告，间隔是每半年。",
        "答案": "对",
        "解析": EXPLAIN,
        "依据": QUOTE,
        "章节": "a1-m3",
    }
    return [(filled | cells).get(head, "") for head in HEADS]


def text(*table: list[str], encoding: str = "utf-8", delimiter: str = ",") -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter).writerows([HEADS, *table])
    return file.getvalue().encode(encoding)


def book(*table: list[str], change=lambda sheet: None) -> bytes:
    made = openpyxl.Workbook()
    for each in ([*HEADS], *table):
        made.active.append(each)
    change(made.active)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


@pytest.fixture
def given(tmp_path: Path):
    """given(bytes) is what importing them would do, and every problem as it is shown."""

    def imported(data: bytes, name: str = "题.xlsx") -> tuple[Plan, list[str]]:
        file = tmp_path / name
        file.write_bytes(data)
        said: list[Problem] = []
        read = files.read(file, said.append)
        made = plan(read.rows, project.load(PLAN).packages[0], PLAN)
        found = [each for each in [*said, *made.problems] if each.severity == "error"]
        return made, [str(read.shown(each)) for each in found]

    return imported


def only(made: Plan, problems: list[str]) -> Question:
    assert problems == []
    [change] = made.added
    return change.after


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gbk"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_text_is_read_as_it_was_saved(given, encoding: str, delimiter: str) -> None:
    question = only(*given(text(row(), encoding=encoding, delimiter=delimiter), "题.csv"))
    assert question.stem == "支部的书面报告，间隔是每半年。" and question.explain == EXPLAIN


@pytest.mark.parametrize("answer", ["ABD", "A,B,D", "A、B、D", "ＡＢＤ", "a b d", "D/A/B"])
def test_letters_as_people_write_them(given, answer: str) -> None:
    options = {"A": "甲单位", "B": "乙单位", "C": "丙单位", "D": "丁单位"}
    question = only(*given(book(row(题型="多选题", 题干="哪几个单位？", 答案=answer, 难度="中", **options))))
    assert (question.kind, question.key, question.level) == ("multiple", ("A", "B", "D"), "understand")


@pytest.mark.parametrize("right, wrong", ["对错", ("正确", "错误"), "√×", "TF", ("1", "0"), ("是", "否"), "AB"])
def test_right_and_wrong_as_people_write_them(given, right: str, wrong: str) -> None:
    made, problems = given(book(row(答案=right), row(题干="支部的书面报告，间隔是每一季度。", 答案=wrong)))
    assert problems == [] and [each.after.key for each in made.added] == [("对",), ("错",)]


def test_a_number_a_share_and_a_day_come_in_as_they_are_shown(given) -> None:
    def change(sheet) -> None:
        for address, value, form in (("D2", 15, "General"), ("E2", 0.05, "0%"), ("F2", 2.5, "0.00")):
            sheet[address].value, sheet[address].number_format = value, form

    made, problems = given(book(row(题型="单选", 答案="A", 难度="理解"), change=change))
    assert [each.text for each in only(made, problems).options] == ["15", "5%", "2.50"]


def test_headings_may_stand_lower_and_be_called_otherwise(given) -> None:
    lines = "题库,,,\n说明,,,\n题目类型,试题内容,正确答案（必填）,选项 A,选项B\n判断题,各支部以口头形式向局党委报告履行责任情况。,B,对,错\n"
    question = only(*given(lines.encode(), "题.txt"))
    assert (question.kind, question.key) == ("judge", ("错",))


def test_xuexitong_is_read_and_what_is_not_read_is_said(tmp_path: Path) -> None:
    heads = "目录,题目类型,大题题干,小题题型,小题题干,正确答案,答案解析,难易度,知识点,标签,选项数,选项A,选项B,选项C"
    file = tmp_path / "学习通.csv"
    file.write_text(f"{heads}\na1-m3,单选题,间隔是多久？,,,B,{EXPLAIN},易,报告,,3,每月,每半年,每年\n", encoding="utf-8")
    said: list[Problem] = []
    incoming = files.read(file, said.append)
    [read] = incoming.rows
    assert read.text("题干") == "间隔是多久？" and read.text("答案") == "B" and read.text("C") == "每年"
    assert [str(incoming.shown(each)).partition("] ")[0] for each in said] == [
        "学习通.csv!I1:1:9: [没有读的列",
    ]


def test_xuexitong_may_ask_a_question_inside_a_larger_one(tmp_path: Path) -> None:
    file = tmp_path / "学习通.csv"
    file.write_text(
        "目录,题目类型,大题题干,小题题型,小题题干,正确答案\n/库/a1-m3,阅读题,某支部开会。,判断题,会开得对。,正确\n",
        encoding="utf-8",
    )
    [read] = files.read(file, lambda _: None).rows
    assert (read.text("题型"), read.text("题干"), read.text("材料")) == (
        "判断题",
        "会开得对。",
        "某支部开会 | 某支部开会。",
    )


def test_motibang_has_three_rows_of_titles_and_two_columns_of_answers(given) -> None:
    made = openpyxl.Workbook()
    heads = ["题干", "题型", *(f"选择项{number}" for number in range(1, 6)), "解析", "答案1", "答案2", "得分1", "得分2"]
    for line in (["标题", "党务"], ["描述", "练习"], ["用时", 1000], heads):
        made.active.append(line)
    made.active.merge_cells("B1:I1")
    made.active.append(
        ["支部的书面报告，间隔是多久？", "单选题", "每月", "每半年", "每年", "", "", EXPLAIN, "B", "", 1]
    )
    made.active.append(["支部每____以____形式报告。", "填空题", "", "", "", "", "", EXPLAIN, "半年", "书面", 1, 1])
    file = io.BytesIO()
    made.save(file)
    plan, problems = given(file.getvalue())
    assert problems == []
    assert [(each.after.kind, each.after.key, each.after.content) for each in plan.added] == [
        ("single", ("B",), ()),
        ("blank", (), (("半年",), ("书面",))),
    ]


def test_a_question_without_a_quotation_is_a_draft_that_is_offered_the_nearest_clause(given) -> None:
    made, _ = given(book(row(依据="", 题干="各支部每半年以书面形式向局党委报告履行主体责任情况。")))
    [change] = made.added
    assert change.after.draft and QUOTE in change.offered[0].text


def test_an_id_is_the_next_one_of_the_page_and_none_is_given_twice(given) -> None:
    highest = max(each.id for each in project.load(PLAN).packages[0].every_question if each.id.startswith("a1-m3-q"))
    made, _ = given(book(row(), row(题干="支部的书面报告，送到局党委。")))
    number = int(highest[-2:])
    assert [each.after.id for each in made.added] == [f"a1-m3-q{number + 1}", f"a1-m3-q{number + 2}"]


def test_a_problem_names_sheet_row_and_column_as_excel_shows_them(given) -> None:
    empty = [None] * len(HEADS)
    wrong = row(题型="单选", A="甲单位", B="乙单位", 答案="E")
    made, problems = given(book(row(), empty, empty, wrong))
    assert len(problems) == 1 and problems[0].startswith("题.xlsx!Sheet!H5:5:8: [答案越界]") and made.files == {}


def test_what_cannot_be_read_as_shown_is_refused_in_its_place(given) -> None:
    def change(sheet) -> None:
        sheet["I2"] = "=A1"
        sheet.merge_cells("C3:D3")
        sheet.row_dimensions[4].hidden = True
        sheet.column_dimensions.group("J", "K", hidden=True)

    three = [row(题干=f"支部的书面报告，间隔是每半年，第{each}。") for each in "甲乙丙"]
    _, problems = given(book(*three, change=change))
    assert [each.partition("] ")[0] for each in problems] == [
        "题.xlsx!Sheet!I2:2:9: [公式",
        "题.xlsx!Sheet!J1:1:10: [隐藏的列",
        "题.xlsx!Sheet!K1:1:11: [隐藏的列",
        "题.xlsx!Sheet!A4:4:1: [隐藏的行",
        "题.xlsx!Sheet!C3:3:3: [合并的单元格",
    ]


def test_a_cell_far_below_costs_nothing(given) -> None:
    def change(sheet) -> None:
        sheet.cell(1_048_576, 16_384).font = Font(bold=True)

    only(*given(book(row(), change=change)))


# Files that mean harm, or are something else.


def zipped(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/"), data)
    return file.getvalue()


ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>'
HOSTILE = {
    "a bomb": (zipped(**{"xl__workbook.xml": b"<x/>" + b" " * 70_000_000}), "压缩炸弹"),
    "too many cells": (zipped(**{"xl__worksheets__sheet1.xml": b"<c/>" * 2_100_000}), "格子太多"),
    "an entity": (zipped(**{"xl__workbook.xml": ENTITY}), "外部实体"),
    "an entity in utf-16": (zipped(**{"xl__workbook.xml": ENTITY.decode().encode("utf-16")}), "外部实体"),
    "a macro": (zipped(**{"xl__workbook.xml": b"<x/>", "xl__vbaProject.bin": b"x"}), "宏"),
    "a letter": (zipped(**{"word__document.xml": b"<x/>"}), "Word"),
    "any archive": (zipped(**{"a.txt": b"x"}), "没有表格"),
    "half a workbook": (book(row())[:-200], "坏的"),
    "a workbook of nonsense": (zipped(**{"xl__workbook.xml": b"<x/>"}), "坏的"),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "旧版"),
    "a page": (b"<html><table><tr><td>1</td></tr></table></html>", "网页"),
    "a picture": (b"\x89PNG\r\n\x1a\n", "不是表格"),
    "nothing": (b"", "表头"),
    "bytes": (b"\x81\xff\xfe\x00\x01", "编码"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_what_means_harm_is_refused_in_words(given, case: str) -> None:
    data, word = HOSTILE[case]
    made, problems = given(data)
    assert len(problems) == 1 and word in problems[0] and made == Plan()


def test_a_file_of_200_mb_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "大.xlsx"
    with file.open("wb") as made:
        made.truncate(200_000_000)
    said: list[Problem] = []
    assert files.read(file, said.append).rows == [] and [each.code for each in said] == ["文件过大"]


# The command.


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return shutil.copytree(PLAN, tmp_path / "plan")


def run(root: Path, data: bytes, *options: str) -> int:
    file = root.parent / "题.csv"
    file.write_bytes(data)
    return commands.main(["import", str(file), *options, "--root", str(root)])


def banks(root: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in (root / "quizzes").rglob("*") if file.is_file()}


def test_nothing_is_written_before_it_is_asked_for(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = banks(root)
    assert run(root, text(row())) == 0
    shown = capsys.readouterr()
    assert "新增 a1-m3-q" in shown.out and "--write" in shown.err and banks(root) == before


def test_one_row_refused_keeps_all_out(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = banks(root)
    assert run(root, text(row(), row(题型="听写")), "--write") == 1
    assert "题.csv!B3:3:2: [题型不认得]" in capsys.readouterr().out and banks(root) == before


def test_what_is_written_is_read_and_the_rest_of_the_file_is_as_it_was(root: Path) -> None:
    bank = root / "quizzes/plan/a1/m3.yml"
    before = bank.read_text(encoding="utf-8")
    assert run(root, text(row()), "--write") == 0
    assert bank.read_text(encoding="utf-8").startswith(before.rstrip("\n"))
    assert run(root, text(row()), "--write") == 0
    [question] = [each for each in project.load(root).packages[0].questions if each.stem == row()[2]]
    assert not [each for each in project.load(root).problems if each.path.endswith("m3.yml")]
    assert [each.text for each in question.quotes] == [QUOTE]


def test_a_change_says_what_readers_will_see(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    heads = "题号,题型,题干,答案\n"
    asked = next(each for each in project.load(root).packages[0].questions if each.kind == "judge")
    other = "错" if asked.key == ("对",) else "对"
    assert run(root, f"{heads}{asked.id},判断,{asked.stem},{asked.key[0]}\n".encode()) == 0
    assert "照旧 1 道" in capsys.readouterr().err
    assert run(root, f"{heads}{asked.id},判断,{asked.stem},{other}\n".encode(), "--write") == 0
    assert "改的是：答案。答过的读者会看到“题目已修订”。" in capsys.readouterr().out
    after = next(each for each in project.load(root).packages[0].questions if each.id == asked.id)
    assert after.key == (other,) and after.quotes == asked.quotes and after.explain == asked.explain


def test_a_question_is_retired_with_its_reason(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = next(each for each in project.load(root).packages[0].questions if each.kind == "judge" and not each.case)
    line = f"题号,题型,题干,答案,退役\n{asked.id},判断,{asked.stem},{asked.key[0]},照常理就能答\n"
    assert run(root, line.encode()) == 0
    assert f"退役 {asked.id}" in capsys.readouterr().out


def test_no_cell_whatever_stands_in_it_is_more_than_a_problem(given) -> None:
    chance = random.Random(15)
    odd = ["", "|", "\\", "A", "ABCD", "____", "a1-m3", "a1-m3-q01", "对", "x" * 3000, "|\n|", "单选", "填空", "连线", "排序",
           "简答", "判断", "=1", "草稿", "草稿\n不打乱", "K01", "甲|乙", "A|乙", QUOTE, "😀", "理解", "'"]  # fmt: skip
    table = [[*COLUMNS], *([chance.choice(odd) for _ in COLUMNS] for _ in range(400))]
    file = io.StringIO(newline="")
    csv.writer(file).writerows(table)
    made, problems = given(file.getvalue().encode(), "题.csv")
    assert len(problems) > 400 and made.files == {}
