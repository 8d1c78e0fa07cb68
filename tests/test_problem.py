"""A problem as people, programs and GitHub read it."""

import json
import re

from hypothesis import given
from hypothesis import strategies as some

from tests.documents import ROOT
from yanxi.problem import Problem, as_github, as_json, as_text

ONE = Problem("quizzes/plan/a1/m3.yml", 14, 7, "单选多答案", "标了 2 个正确答案。", "请只留一个。")
OTHER = Problem("quizzes/plan/a1/m3.yml", 9, 1, "解析太短", "只有 3 个字。", "", "warning")


def test_text_is_one_line_a_problem_as_formats_md_has_it() -> None:
    assert as_text([ONE, OTHER]) == (
        "quizzes/plan/a1/m3.yml:14:7: [单选多答案] 标了 2 个正确答案。请只留一个。\n"
        "quizzes/plan/a1/m3.yml:9:1: [解析太短] 只有 3 个字。"
    )
    assert as_text([]) == ""


def test_json_has_every_attribute_and_chinese_as_it_is() -> None:
    assert json.loads(as_json([ONE])) == [
        {
            "path": "quizzes/plan/a1/m3.yml",
            "line": 14,
            "column": 7,
            "code": "单选多答案",
            "message": "标了 2 个正确答案。",
            "hint": "请只留一个。",
            "severity": "error",
        }
    ]
    assert "单选多答案" in as_json([ONE])
    assert json.loads(as_json([])) == []


def test_github_gets_commands_with_its_escapes() -> None:
    assert as_github([ONE]) == (
        "::error file=quizzes/plan/a1/m3.yml,line=14,col=7,title=单选多答案::标了 2 个正确答案。请只留一个。"
    )
    odd = Problem("a,b:c%.yml", 1, 1, "码,", "100%：\n第二行", "", "warning")
    assert as_github([odd]) == "::warning file=a%2Cb%3Ac%25.yml,line=1,col=1,title=码%2C::100%25：%0A第二行"


def test_problems_sort_by_place() -> None:
    assert sorted([ONE, OTHER]) == [OTHER, ONE]


@given(some.text(), some.text())
def test_a_command_for_github_is_always_one_line(message: str, path: str) -> None:
    assert len(as_github([Problem(path, 1, 1, "码", message)]).split("\n")) == 1


def test_every_problem_that_a_test_expects_is_explained_in_the_manual() -> None:
    manual = (ROOT / "docs/help/problems.md").read_text(encoding="utf-8")
    cases = [file for file in ROOT.glob("tests/*/*/*") if file.parent.name in ("broken", "pages", "unplaced")]
    expected = {
        code
        for file in cases
        for code in re.findall(r"^(?:# 期望 )?\d+(?::\d+)? (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert len(expected) > 50
    assert sorted(code for code in expected if f"`{code}`" not in manual) == []
