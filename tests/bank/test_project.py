"""All problems of all files come at once, and a change of a file is seen."""

import shutil
from pathlib import Path

import pytest

from tests.documents import PLAN
from yanxi import project
from yanxi.problem import Problem

BROKEN = Path(__file__).parent / "broken"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The plan and its pages, without banks."""
    shutil.copytree(PLAN / "docs/plan", tmp_path / "docs/plan")
    (tmp_path / "quizzes/plan/a1").mkdir(parents=True)
    return tmp_path


def problems(root: Path, *places: str) -> list[Problem]:
    """The problems of files at these places; pages that ask for a bank which is not there do not count."""
    return [problem for problem in project.load(root).problems if problem.path.startswith(places)]


def test_all_problems_of_all_files_come_at_once_in_order(copy: Path) -> None:
    banks = copy / "quizzes/plan"
    shutil.copy(BROKEN / "five-faults-in-three-questions.yml", banks / "a1/m3.yml")
    (banks / "a1/m1.yml").write_bytes("questions:\n  - id: 甲\n".encode("gbk"))
    (banks / "a1/m2.yml").write_text("")
    sound = (PLAN / "quizzes/plan/a1/m4.yml").read_text(encoding="utf-8")
    (banks / "a1/m4.yml").write_text(sound.replace("stem: ", 'stem: "', 1), encoding="utf-8")
    (banks / "a1/m9.yml").write_text("questions: []\n")
    (banks / "a1/m3.yaml").write_text("questions: []\n")
    (banks / "a1/题库.docx").write_text("")
    (copy / "quizzes/2023").mkdir()
    found = [problem for problem in problems(copy, "quizzes") if problem.severity == "error"]
    assert found == sorted(found)
    assert [f"{problem.path}:{problem.line} {problem.code}" for problem in found] == [
        "quizzes/2023:1 没有这个方案",
        "quizzes/plan/a1/m1.yml:2 文件编码",
        "quizzes/plan/a1/m2.yml:1 空文件",
        "quizzes/plan/a1/m3.yaml:1 文件名",
        "quizzes/plan/a1/m3.yml:11 答案越界",
        "quizzes/plan/a1/m3.yml:12 原文不符",
        "quizzes/plan/a1/m3.yml:16 未知的键",
        "quizzes/plan/a1/m3.yml:17 判断答案",
        "quizzes/plan/a1/m3.yml:23 应为列表",
        "quizzes/plan/a1/m4.yml:6 引号没有配对",
        "quizzes/plan/a1/m9.yml:1 没有这一页",
        "quizzes/plan/a1/题库.docx:1 文件名",
    ]


def test_a_question_with_a_problem_is_left_out_and_the_others_stay(copy: Path) -> None:
    shutil.copytree(PLAN / "quizzes/plan", copy / "quizzes/plan", dirs_exist_ok=True)
    bank = copy / "quizzes/plan/a1/m3.yml"
    before = len(project.load(copy).packages[0].banks["a1-m3"].questions)
    bank.write_text(bank.read_text(encoding="utf-8").replace("answer: C\n", "answer: X\n", 1), encoding="utf-8")
    assert len(project.load(copy).packages[0].banks["a1-m3"].questions) == before - 1


def test_one_id_in_two_banks_is_found_across_files(copy: Path) -> None:
    entry = "questions:\n  - id: a1-m3-q01\n    kind: judge\n    stem: 这一句对吗？\n    answer: 对\n    quote: {}\n    explain: 见原文。\n"
    (copy / "quizzes/plan/a1/m3.yml").write_text(entry.format("定期召开专题会议"), encoding="utf-8")
    (copy / "quizzes/plan/a1/m2.yml").write_text(entry.format("严格执行民主集中制"), encoding="utf-8")
    [found] = [problem for problem in problems(copy, "quizzes") if problem.code == "题号重复"]
    assert (found.path, found.line) == (
        "quizzes/plan/a1/m3.yml",
        2,
    ) and "quizzes/plan/a1/m2.yml 第 2 行" in found.message


QUESTION = """
  - id: a1-m3-q{number}
    kind: judge
    stem: 二（一）三是写明第{number}件事：{words}。
    answer: 对
    quote: 各支部要将主体责任纳入本单党建工作总体布局
    explain: 原文照此写明。最容易混淆的说法出自方案的另外一处，针对的是另一件事情，读的时候要分开来看。
    level: understand
"""


def test_a_bank_goes_on_in_numbered_files_beside_it(copy: Path) -> None:
    words = {"m3-10": "推诿扯皮", "m3": "每半年书面报告", "m3-2": "专题会议研究计划"}
    for number, name in ((13, "m3-10"), (11, "m3"), (12, "m3-2")):
        text = "questions:" + QUESTION.format(number=number, words=words[name])
        (copy / f"quizzes/plan/a1/{name}.yml").write_text(text, encoding="utf-8")
    package = project.load(copy).packages[0]
    bank = package.banks["a1-m3"]
    assert bank.path == "quizzes/plan/a1/m3.yml"
    assert [question.id for question in bank.questions] == ["a1-m3-q11", "a1-m3-q12", "a1-m3-q13"]
    # A problem names the file it stands in.
    part = copy / "quizzes/plan/a1/m3-2.yml"
    part.write_text(part.read_text(encoding="utf-8").replace("answer: 对", "answer: 甲"), encoding="utf-8")
    assert [
        str(found).split(": ")[0] for found in problems(copy, "quizzes/plan/a1/m3-2") if found.code == "判断答案"
    ] == ["quizzes/plan/a1/m3-2.yml:5:13"]


def test_a_file_beside_no_page_is_no_part_of_a_bank(copy: Path) -> None:
    (copy / "quizzes/plan/a1/m9-2.yml").write_text("questions: []\n")
    assert [found.code for found in problems(copy, "quizzes/plan/a1/m9-2.yml")] == ["没有这一页"]


def test_a_bank_that_is_nearly_full_says_where_to_go_on(copy: Path) -> None:
    text = "questions:" + QUESTION.format(number=11, words="每半年书面报告")
    (copy / "quizzes/plan/a1/m3-2.yml").write_text(text + "# 说明\n" * 180_000, encoding="utf-8")
    [found] = problems(copy, "quizzes/plan/a1/m3-2.yml")
    assert (found.code, found.severity) == ("题库将满", "warning")
    assert "m3-3.yml" in found.hint


def test_pages_and_banks_that_do_not_meet_are_problems(copy: Path) -> None:
    page = copy / "docs/plan/a1/m3.md"
    text = page.read_text(encoding="utf-8")
    (copy / "quizzes/plan/a1/m3.yml").write_text("questions: []\n")
    page.write_text(text.replace("```quiz a1-m3\n", "```quiz a1-m33\n"), encoding="utf-8")
    line = text.count("\n", 0, text.index("```quiz")) + 1
    assert [f"{problem.line} {problem.code}" for problem in problems(copy, "docs/plan/a1/m3.md")] == [
        "1 题库没有用上",
        f"{line} 没有这个题库",
    ]
    page.write_text(text + "\n```quiz a1-m3\n```\n", encoding="utf-8")
    [found] = problems(copy, "docs/plan/a1/m3.md")
    assert (found.line, found.code) == (text.count("\n") + 2, "题库用了两次")


def test_what_cannot_be_read_at_all_is_a_problem(tmp_path: Path) -> None:
    assert [problem.code for problem in project.load(tmp_path).problems] == ["没有方案"]
    (tmp_path / "docs/plan").mkdir(parents=True)
    (tmp_path / "docs/plan/document.yml").write_text("title: 方案\n", encoding="utf-8")
    (tmp_path / "docs/plan/text.txt").write_bytes("方案".encode("gbk"))
    assert [f"{problem.path} {problem.code}" for problem in project.load(tmp_path).problems] == [
        "docs/plan/text.txt 文件编码"
    ]
    (tmp_path / "docs/plan/text.txt").write_text("")
    assert [problem.code for problem in project.load(tmp_path).problems] == ["空文件"]


def test_a_page_in_another_encoding_is_named_once(copy: Path) -> None:
    page = copy / "docs/plan/a1/m3.md"
    page.write_bytes(page.read_text(encoding="utf-8").encode("gbk"))
    assert [problem.code for problem in problems(copy, "docs/plan/a1/m3.md")] == ["文件编码"]


def test_what_is_not_changed_is_not_read_again(copy: Path) -> None:
    first = project.load(copy)
    assert project.load(copy) is first
    bank = copy / "quizzes/plan/a1/m3.yml"
    bank.write_text("")
    assert project.load(copy) is not first
    assert [problem.code for problem in problems(copy, "quizzes")] == ["空文件"]
    bank.unlink()
    assert problems(copy, "quizzes") == []


GLOSSARY = """terms:
  - id: K01
    term: 一岗双责
    aliases: [一岗双责]
    definition: 既抓业务又抓党建。
    state: 待核对
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("terms:", "term:", ["1:1 术语表写法"]),
        ("id: K01", "if: K01", ["2:5 未知的键"]),
        ("    term: 一岗双责\n", "", ["2:5 缺少的键"]),
        ("aliases: [一岗双责]", "aliases: 一岗双责", ["4:14 应为列表"]),
        ("aliases: [一岗双责]", 'aliases: [一岗双责, ""]', ["4:21 空白"]),
        ("state: 待核对", "state: 已核实", ["6:12 取值不对"]),
        ("state: 待核对", "state: 待核对\n    undefined: yes", ["7:16 取值不对"]),
        (
            "state: 待核对",
            "state: 待核对\n  - id: K01\n    term: 一案双查\n    definition: 甲\n    state: 待核对",
            ["7:5 术语重复"],
        ),
        ("definition: ", "definition：", ["5:15 全角冒号"]),
        ("    term: 一岗双责", "    - 一岗双责", None),
    ],
)
def test_the_glossary_is_held_to_its_form(copy: Path, old: str, new: str, expected: list[str] | None) -> None:
    (copy / "docs/plan/glossary.yml").write_text(GLOSSARY.replace(old, new, 1) if old else GLOSSARY, encoding="utf-8")
    found = [f"{each.line}:{each.column} {each.code}" for each in problems(copy, "docs/plan/glossary.yml")]
    assert found == expected if expected is not None else found
    # An empty form would be found everywhere and for ever.
    assert all(alias for term in project.load(copy).current.glossary for alias in term.aliases)
