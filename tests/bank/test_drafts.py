"""A draft stands in the bank and nowhere else, until an editor has bound it."""

import shutil
from pathlib import Path

import pytest

from tests.documents import PLAN
from yanxi import project
from yanxi.site import data

DRAFT = """
  - id: a1-m3-q90
    kind: judge
    stem: 二（一）三是要求各支部写书面报告。
    answer: 对
    draft: true
"""


@pytest.fixture
def read(tmp_path: Path) -> project.Project:
    root = shutil.copytree(PLAN, tmp_path / "plan")
    bank = root / "quizzes/plan/a1/m3.yml"
    bank.write_text(bank.read_text(encoding="utf-8").rstrip() + DRAFT, encoding="utf-8")
    return project.load(root)


def test_a_draft_needs_neither_quotation_nor_explanation_and_is_a_notice(read: project.Project) -> None:
    assert read.problems == ()
    assert [each.code for each in read.notices if "m3.yml" in each.path] == ["草稿"]


def test_a_draft_is_in_no_page_no_practice_and_no_data(read: project.Project) -> None:
    package = read.packages[0]
    assert [each.draft for each in package.banks["a1-m3"].questions][-1]
    assert "a1-m3-q90" not in {each.id for each in package.banks["a1-m3"].live}
    assert "a1-m3-q90" not in {each["id"] for each in data.questions(package)}
    assert "a1-m3-q90" not in {each.id for each in package.every_question}
