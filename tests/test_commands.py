"""The command line: every command in Chinese and documented, every format, every exit status."""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.documents import PLAN, ROOT
from yanxi import commands, project

CHINESE = re.compile(r"[一-鿿]")
MANUAL = "\n".join(
    file.read_text(encoding="utf-8") for file in [*ROOT.glob("README*.md"), *(ROOT / "docs/help").glob("*.md")]
)


def known() -> dict[str, argparse.ArgumentParser]:
    """Every command by all its words: check, publish init, …"""
    return dict(_below(commands._parser()))


def _below(parser: argparse.ArgumentParser, words: str = "") -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, below in action.choices.items():
                yield from list(_below(below, f"{words}{name} ")) or [(words + name, below)]


INSIDE = [name for name, parser in known().items() if not parser.get_default("outside")]
"""Those that stand in a project."""


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    shutil.copytree(PLAN / "docs/plan", tmp_path / "docs/plan")
    (tmp_path / "quizzes/plan/a1").mkdir(parents=True)
    bank = ROOT / "tests/bank/broken/letter-past-the-last-option.yml"
    shutil.copy(bank, tmp_path / "quizzes/plan/a1/m3.yml")
    return tmp_path


@pytest.mark.parametrize("name", known())
def test_every_command_has_help_in_chinese_and_is_documented(name: str) -> None:
    assert re.search(rf"\byanxi {name}\b", MANUAL), f"“yanxi {name}” is neither in README nor in docs/help"
    for action in known()[name]._actions:
        assert CHINESE.search(action.help or ""), (name, action.option_strings)
        for option in action.option_strings[:1]:
            if option not in ("-h", "--root"):
                assert option in MANUAL, f"{option} of “yanxi {name}” is not documented"


@pytest.mark.parametrize(
    "arguments", [["-h"], ["publish", "-h"], *([*name.split(), "-h"] for name in known())], ids=" ".join
)
def test_help_is_all_chinese(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        commands.main(arguments)
    shown = capsys.readouterr().out
    assert ended.value.code == 0
    assert not re.search(r"\b(usage|options|positional|arguments|show this)\b", shown)
    for name in known():
        assert arguments != ["-h"] or name.split()[0] in shown


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        commands.main(["--version"])
    [version] = re.findall(r'^version = "(.+)"$', (ROOT / "pyproject.toml").read_text(), re.MULTILINE)
    assert capsys.readouterr().out == f"yanxi {version}\n"


def test_a_project_without_a_problem_says_how_much_it_has(capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.main(["check", "--root", str(PLAN)]) == 0
    shown = capsys.readouterr()
    assert shown.out == ""
    assert re.fullmatch(r"没有问题：1 份方案，\d+ 道题。\n", shown.err)


def test_problems_are_printed_one_a_line_and_set_the_exit_status(broken: Path, capsys) -> None:
    assert commands.main(["check", "--root", str(broken)]) == 1
    shown = capsys.readouterr()
    assert "quizzes/plan/a1/m3.yml:7:13: [答案越界] 答案是 E，而选项只到 D（共 4 个）。" in shown.out
    assert f"共 {len(shown.out.splitlines())} 个问题。" in shown.err


def test_clauses_without_a_question_are_a_note_and_no_problem(tmp_path: Path, capsys) -> None:
    for folder in ("docs/plan", "quizzes/plan"):
        shutil.copytree(PLAN / folder, tmp_path / folder)
    (tmp_path / "quizzes/plan/a1/m3.yml").write_text("questions: []\n", encoding="utf-8")
    commands.main(["check", "--root", str(tmp_path)])
    shown = capsys.readouterr()
    assert re.search(r"提示：docs/plan 还有 \d+ 句没有题（a1-m3），不算问题", shown.err) and "提示" not in shown.out


def test_a_habit_of_the_whole_bank_is_a_notice_and_no_problem(tmp_path: Path, capsys) -> None:
    for folder in ("docs/plan", "quizzes/plan"):
        shutil.copytree(PLAN / folder, tmp_path / folder)
    bank = tmp_path / "quizzes/plan/a1/m3-2.yml"
    bank.write_text("questions:\n" + "".join(map(GUESSABLE.format, range(10, 40))), encoding="utf-8")
    commands.main(["check", "--root", str(tmp_path)])
    shown = capsys.readouterr()
    assert "提示：quizzes/plan/" in shown.err and "[个数可猜]" in shown.err and "个数可猜" not in shown.out
    assert {each.code for each in project.load(tmp_path).problems}.isdisjoint({"个数可猜"})
    commands.main(["check", "--format", "json", "--root", str(tmp_path)])
    assert {each["severity"] for each in json.loads(capsys.readouterr().out) if each["code"] == "个数可猜"} == {
        "notice"
    }


GUESSABLE = """  - id: a1-m3-q{0}
    kind: multiple
    stem: 第 {0} 题问的是哪些？
    options: [甲{0}, 乙{0}, 丙{0}, 丁{0}, 戊{0}]
    answer: ABC
    quote: 每半年以书面形式分别向局党委报告
    explain: 原文写明“每半年”。
"""


def test_json_is_json_with_and_without_problems(broken: Path, capsys) -> None:
    assert commands.main(["check", "--format", "json", "--root", str(broken)]) == 1
    shown = capsys.readouterr()
    found = {problem["code"]: problem for problem in json.loads(shown.out)}
    assert (found["答案越界"]["path"], found["答案越界"]["line"]) == ("quizzes/plan/a1/m3.yml", 7)
    assert shown.err == ""
    assert commands.main(["check", "--format", "json", "--root", str(PLAN)]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_github_gets_its_commands(broken: Path, capsys) -> None:
    assert commands.main(["check", "--format", "github", "--root", str(broken)]) == 1
    assert "::error file=quizzes/plan/a1/m3.yml,line=7,col=13,title=答案越界::" in capsys.readouterr().out


@pytest.mark.parametrize("name", INSIDE)
def test_outside_a_project_a_command_says_where_it_wants_to_be(name: str, tmp_path: Path, capsys) -> None:
    required = ["--root", str(tmp_path)]
    required += ["x" for action in known()[name]._actions if action.required and not action.option_strings]
    assert commands.main([*name.split(), *required]) == 2
    assert "docs" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "少写了：命令。"),
        (["nothing"], "命令 不能写 'nothing'，可写：'check', "),
        (["check", "--format", "xml"], "--format 不能写 'xml'，可写：'github', 'json', 'text'。"),
        (["check", "--nothing"], "认不出：--nothing。"),
        (["check", "--format"], "--format 后面要写一项。"),
        (["schema", "--check=1"], "--check 后面不写什么，这里写了 '1'。"),
        (["new"], "少写了：名字, 全文。"),
        (["new", "a", "b", "--s"], "--settings 后面要写一项。"),
        (["publish"], "少写了：做什么。"),
    ],
    ids=str,
)
def test_wrong_usage_is_status_2_and_explained_in_chinese(arguments: list[str], said: str, capsys) -> None:
    with pytest.raises(SystemExit) as ended:
        commands.main(arguments)
    shown = capsys.readouterr().err
    assert ended.value.code == 2
    assert f"命令写得不对。{said}" in shown and "用法" in shown
    assert not re.search(r"\b(usage|argument|invalid|required|expected|choose)\b", shown)


def run(*arguments: str, root: Path = PLAN, encoding: str = "utf-8") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "yanxi.commands", *arguments],
        cwd=root,
        env=os.environ | {"PYTHONIOENCODING": encoding},
        capture_output=True,
    )


def test_it_runs_as_a_program_in_the_folder_it_is_called_in(broken: Path) -> None:
    assert run("check").returncode == 0
    ended = run("check", root=broken)
    assert ended.returncode == 1
    assert "[答案越界]" in ended.stdout.decode()


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "gbk"])
def test_a_console_in_another_encoding_is_no_reason_to_fail(broken: Path, encoding: str) -> None:
    ended = run("check", root=broken, encoding=encoding)
    assert ended.returncode == 1
    assert b"Traceback" not in ended.stderr
    assert b"quizzes/plan/a1/m3.yml:7:13:" in ended.stdout


def test_a_reader_that_has_seen_enough_is_no_reason_to_fail() -> None:
    started = subprocess.Popen(
        [sys.executable, "-m", "yanxi.commands", "coverage"], cwd=PLAN, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    started.stdout.readline()
    started.stdout.close()
    with started.stderr as errors:
        assert b"Traceback" not in errors.read()
    assert started.wait() in (0, 1)


def test_a_push_does_not_wait_for_what_other_commands_load() -> None:
    """git runs yanxi three times for one push."""
    script = "import sys; from yanxi import commands; commands.main(['publish', 'rollback', '.']); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], cwd=PLAN, capture_output=True, text=True).stdout.split()
    assert "yanxi.commands.publish" in loaded
    assert not {"docx", "openpyxl", "genanki", "yaml", "yanxi.project"} & set(loaded)


def test_coverage_lists_every_clause(capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.main(["coverage", "--root", str(PLAN), "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {(row["provision"], row["clause"]) for row in rows} >= {("a1-m3", "c4"), ("g-m2", "c3"), ("pre", "c1")}


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_a_shell_completes_every_command_and_option(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.main(["completion", shell]) == 0
    script = capsys.readouterr().out
    for name, parser in known().items():
        options = {option for action in parser._actions for option in action.option_strings}
        assert all(option in script for option in options) and all(word in script for word in name.split()), name


def test_bash_completes_a_command_that_is_begun(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commands.main(["completion", "bash"])
    script = capsys.readouterr().out + 'COMP_WORDS=(yanxi publish roll); COMP_CWORD=2; _shtab_yanxi; echo "$COMPREPLY"'
    assert subprocess.run(["bash", "-c", script], capture_output=True, text=True).stdout == "rollback\n"
