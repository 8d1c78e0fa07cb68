"""Which sentences have a question: on a plan of six sentences, and as the command prints it."""

from __future__ import annotations

import json

import pytest

from tests.documents import PLAN
from yanxi import commands, project
from yanxi.bank.coverage import CONNECTIVE, DUTY, EXHORTATION, HEADING, LIST, NUMBER, coverage
from yanxi.bank.read import read_bank
from yanxi.document.pages import quotation
from yanxi.document.read import read_document
from yanxi.model import Duty
from yanxi.yamltext import nodes, parse

TEXT = """为做好工作，制定本方案。
一、重点工作
（一）抓学习，抓落实。
一是加强学习。各支部每月学习一次，提高认识；同时，读原著、学原文、悟原理；以学促干、奋勇前行。局党委要带头学习。
"""
QUESTION = """questions:
  - {id: a1-m1-q01, kind: blank, stem: 各支部每____学习一次。, answer: [月], quote: 每月学习一次, explain: 每月一次, level: remember}
"""


def _fail(problem):
    pytest.fail(str(problem))


@pytest.fixture
def rows():
    document = read_document(TEXT, "2030", "text.txt", _fail)
    bank = read_bank(parse.parse(QUESTION, "m1.yml", _fail), "a1-m1", "m1.yml", document, _fail)
    words = nodes.Text("m1.md", 1, 1, "局党委要带头学习")
    quote = quotation(words, (document.by_id["a1-m1"],), _fail)
    found = coverage(document, bank.live, [Duty("D1", "局党委", "带头学习", "", quote)])
    return {(row.clause.provision, row.clause.id): row for row in found}


def test_every_clause_of_the_plan_has_its_row(rows):
    assert list(rows) == [("pre", "c1"), ("s1", "c2"), ("a1", "c1"), *(("a1-m1", f"c{n}") for n in range(1, 6))]


def test_quoted_clause_names_its_question_and_its_untouched_parts(rows):
    row = rows["a1-m1", "c2"]
    assert row.questions == ("a1-m1-q01",)
    assert row.why == ""
    assert [(part.text, part.why) for part in row.untouched] == [("提高认识", EXHORTATION)]


@pytest.mark.parametrize(
    ("clause", "why"),
    [
        (("a1-m1", "c1"), HEADING),
        (("a1-m1", "c3"), LIST),
        (("a1-m1", "c4"), EXHORTATION),
        (("a1-m1", "c5"), DUTY),
        (("a1", "c1"), HEADING),
    ],
)
def test_clause_without_a_question_says_what_it_is(rows, clause, why):
    assert rows[clause].why == why


def test_part_that_only_joins_is_a_connective(rows):
    assert [part.why for part in rows["a1-m1", "c3"].untouched] == [CONNECTIVE, LIST]


def test_part_with_a_number_has_to_be_asked(rows):
    document = read_document(TEXT, "2030", "text.txt", _fail)
    row = next(row for row in coverage(document, (), ()) if row.clause.text.startswith("各支部"))
    assert [part.why for part in row.missing] == [NUMBER]


def test_command_prints_one_line_a_clause(capsys):
    assert commands.main(["coverage", "--root", str(PLAN)]) == 0
    printed = capsys.readouterr()
    clauses = sum(len(provision.clauses) for provision in project.load(PLAN).packages[-1].document.provisions)
    assert len(printed.out.splitlines()) == clauses
    assert f"共 {clauses} 句" in printed.err


def test_command_prints_json(capsys):
    assert commands.main(["coverage", "--format", "json", "--root", str(PLAN)]) == 0
    first = json.loads(capsys.readouterr().out)[0]
    assert first["provision"] == "pre" and first["clause"] == "c1" and first["questions"]
