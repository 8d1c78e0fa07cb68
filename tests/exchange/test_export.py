"""What goes out: every format says what it cannot carry, texts stay texts, and the same questions are the same bytes."""

import csv
import io
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest

from tests.documents import PLAN, ROOT
from yanxi import commands, project
from yanxi.bank.kinds import KINDS
from yanxi.exchange import FORMATS
from yanxi.exchange.selection import ALL_PARTS, Selection, held, losses, parts

MANUAL = (ROOT / "docs/help/exchange.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def chosen() -> Selection:
    package = project.load(PLAN).packages[0]
    questions = tuple(question for bank in package.banks.values() for question in bank.questions)
    assert {each.kind for each in questions} == set(KINDS)
    return Selection(package.settings.title, package.document, questions)


def written(chosen: Selection, name: str) -> bytes:
    return FORMATS[name].write(held(chosen, FORMATS[name]))


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_has_a_page_in_the_manual_that_says_what_is_lost(name: str) -> None:
    target = FORMATS[name]
    assert target.PARTS <= ALL_PARTS and set(target.KINDS) <= set(KINDS)
    assert f"| [`{name}`](exchange/{name}.md) |" in MANUAL
    page = (ROOT / f"docs/help/exchange/{name}.md").read_text(encoding="utf-8")
    [lost] = re.findall(r"(?m)^\| 带不走的 \| (.*) \|$", page)
    assert {*lost.split("、")} - {"没有"} == ALL_PARTS - target.PARTS
    [missing] = re.findall(r"(?m)^\| 写不进去的题 \| (.*) \|$", page)
    assert all(
        (kind.LABEL in missing) == (kind.NAME not in target.KINDS) for kind in KINDS.values() if kind.NAME != "blank"
    )
    assert ("草稿" in missing) == (not target.UNASKED)
    assert not re.search(r"(?m)^\|(?:.*\|)? *\|.*\n\| ?-", page), "a column without a heading"


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_questions_are_the_same_bytes(chosen: Selection, name: str) -> None:
    assert written(chosen, name) == written(chosen, name)


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_lost_is_named_question_by_question(chosen: Selection, name: str) -> None:
    target = FORMATS[name]
    said = list(losses(chosen, target))
    kept = {each.id for each in held(chosen, target).questions}
    for question in chosen.questions:
        missing = set(parts(question)) - target.PARTS
        if question.id not in kept:
            assert any(row.startswith("没有写进去") and question.id in row for row in said)
        for part in missing if question.id in kept else ():
            assert any(row.startswith(f"带不走：{part}，") and (question.id in row or "全部" in row) for row in said)
    assert not said or name not in ("xlsx", "csv")


def test_a_cell_that_begins_like_a_formula_is_text(chosen: Selection) -> None:
    odd = tuple(replace(each, stem=f"{sign}1+1") for each, sign in zip(chosen.questions, "=+-@", strict=False))
    some = replace(chosen, questions=odd)
    book = openpyxl.load_workbook(io.BytesIO(written(some, "xlsx")))
    stems = [row[2] for row in book["题目"].iter_rows(min_row=2, max_row=5)]
    assert [cell.value for cell in stems] == ["=1+1", "+1+1", "-1+1", "@1+1"]
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in stems)
    rows = list(csv.reader(io.StringIO(written(some, "csv").decode("utf-8-sig"), newline="")))
    assert [row[2] for row in rows[1:]] == ["'=1+1", "'+1+1", "'-1+1", "'@1+1"]


def test_our_workbook_has_drop_downs_and_an_example_of_each_kind(chosen: Selection) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(chosen, "xlsx")))
    assert [row[1].value for row in book["样例"].iter_rows(min_row=2)] == [kind.LABEL for kind in KINDS.values()]
    assert {str(each.sqref) for each in book["题目"].data_validations.dataValidation} == {
        "B2:B5000", "O2:O5000", "P2:P5000",
    }  # fmt: skip
    head = [cell.value for cell in book["题目"][1]]
    assert (head[1], head[14], head[15]) == ("题型", "章节", "难度")


def test_kaoshibao_has_its_notice_its_headings_and_letters(chosen: Selection) -> None:
    rows = list(openpyxl.load_workbook(io.BytesIO(written(chosen, "kaoshibao"))).active.iter_rows(values_only=True))
    assert rows[0][0].startswith("须知") and rows[1][:3] == ("题干（必填）", "题型 （必填）", "选项 A")
    assert "选项H\n(勿删)" in rows[1]
    judged = [row for row in rows if row[1] == "判断题"]
    assert judged and all(row[2:4] == ("对", "错") and row[10] in ("A", "B") for row in judged)
    assert all(re.fullmatch("[A-H]{2,}", row[10]) for row in rows if row[1] == "多选题")


def test_moodle_is_xml_whose_right_answers_add_up(chosen: Selection) -> None:
    quiz = ElementTree.fromstring(written(chosen, "moodle"))
    choices = [each for each in quiz if each.get("type") in ("multichoice", "truefalse")]
    assert len(choices) > 10
    for question in choices:
        shares = [float(answer.get("fraction")) for answer in question.findall("answer")]
        assert abs(sum(share for share in shares if share > 0) - 100) < 0.01


def test_gift_escapes_what_it_would_take_for_its_own(chosen: Selection) -> None:
    [one] = [each for each in chosen.questions if each.id == "a1-m3-q01"]
    odd = replace(one, stem="a=b ~{x} #1: \\", case=None)
    text = written(replace(chosen, questions=(odd,)), "gift").decode()
    assert r"::a1-m3-q01::[plain]a\=b \~\{x\} \#1\: \\{" in text


def test_aiken_has_a_line_for_each_option_and_one_answer(chosen: Selection) -> None:
    for block in written(chosen, "aiken").decode().strip().split("\n\n"):
        stem, *options, answer = block.split("\n")
        assert not re.match(r"[A-Z][.)]", stem)
        assert re.fullmatch(r"ANSWER: ([A-H])", answer) and len(options) >= 2
        assert any(option.startswith(f"{answer[-1]}. ") for option in options)


def test_the_command_writes_one_area_and_says_what_is_lost(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "out.xlsx"
    assert commands.main(["export", "kaoshibao", "--area", "a1-m3", "-o", str(file), "--root", str(PLAN)]) == 0
    shown = capsys.readouterr()
    assert "没有写进去：排序题" in shown.out and "a1-m4" not in shown.out and "考试宝 Excel" in shown.err
    assert commands.main(["export", "csv", "--area", "zz", "-o", str(file), "--root", str(PLAN)]) == 2
    assert commands.main(["export", "csv", "-o", str(tmp_path / "no/where.csv"), "--root", str(PLAN)]) == 2
