"""yanxi fmt: all files or none, and `--check` writes nothing. What laying out is, tests/yamltext/test_layout.py says."""

import shutil
from pathlib import Path

import pytest

from tests.documents import PLAN
from yanxi import commands

BANK, PAPER, TERMS = "quizzes/plan/a1/m3.yml", "quizzes/plan/papers/short.yml", "docs/plan/glossary.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The plan with three files that somebody has written in a way of their own."""
    root = Path(shutil.copytree(PLAN, tmp_path / "plan"))
    for path, old, new in (
        (BANK, "  - id: a1-m3-q01\n", "  # 第一题\n  - id:   a1-m3-q01\n"),
        (PAPER, "    kinds: [single]\n    count: 10\n", "    count: 10   \n    kinds: [single]\n"),
        (TERMS, "\n\n", "\n\n\n\n"),
    ):
        text = (root / path).read_text(encoding="utf-8")
        (root / path).write_text(
            text.replace(old, new).replace("    kind: single\n", "    kind:   single\n"), encoding="utf-8"
        )
    (root / TERMS).write_text((root / TERMS).read_text(encoding="utf-8") + "\n\n", encoding="utf-8")
    return root


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def fmt(root: Path, *more: str) -> int:
    return commands.main(["fmt", *more, "--root", str(root)])


def test_what_is_not_laid_out_is_named_written_and_then_as_it_should_be(root: Path, capsys) -> None:
    before = files(root)
    assert fmt(root, "--check") == 1
    said = capsys.readouterr()
    named = said.out.splitlines()
    assert {BANK, TERMS} <= set(named) and f"{len(named)} 个文件没有排齐。请运行 yanxi fmt。" in said.err
    assert files(root) == before
    assert fmt(root) == 0
    after = files(root)
    assert sorted(path for path in after if after[path] != before[path]) == named
    assert "  # 第一题\n  - id: a1-m3-q01\n" in after[BANK].decode()
    assert commands.main(["check", "--root", str(root)]) == 0
    capsys.readouterr()
    assert fmt(root, "--check") == 0 and capsys.readouterr().err == "都排齐了。\n"


def test_with_a_problem_in_one_file_nothing_is_written(root: Path, capsys) -> None:
    (root / "quizzes/plan/s1.yml").write_text("questions:\n  - id：s1-q01\n", encoding="utf-8")
    (root / "quizzes/plan/g/m1.yml").write_bytes("questions: []\n# 说明".encode("gbk"))
    before = files(root)
    assert fmt(root) == 1
    said = capsys.readouterr()
    assert "quizzes/plan/s1.yml:2:7: [全角冒号]" in said.out and "quizzes/plan/g/m1.yml:2:1: [文件编码]" in said.out
    assert "共 2 个问题，什么也没有写" in said.err and files(root) == before


def test_one_file_may_be_named_and_only_one_of_ours(root: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    before = files(root)
    assert fmt(root, BANK) == 0
    assert [path for path, data in files(root).items() if data != before[path]] == [BANK]
    monkeypatch.chdir(root / "docs/plan")
    assert commands.main(["fmt", "glossary.yml", "--root", "../.."]) == 0
    for strange in ("docs/plan/text.txt", "没有.yml", "mkdocs.yml"):
        assert fmt(root, strange) == 2
    assert "请写项目里的文件" in capsys.readouterr().err


def test_windows_line_ends_and_a_mark_at_the_beginning_go(root: Path) -> None:
    assert fmt(root) == 0
    clean = (root / BANK).read_bytes()
    (root / BANK).write_bytes(b"\xef\xbb\xbf" + clean.replace(b"\n", b"\r\n"))
    assert fmt(root, "--check") == 1 and fmt(root) == 0
    assert (root / BANK).read_bytes() == clean


def test_what_cannot_be_laid_out_safely_is_left_alone_and_named(root: Path, capsys) -> None:
    bank = root / "quizzes/plan/s1.yml"
    bank.write_text("--- # 甲\n" + bank.read_text(encoding="utf-8"), encoding="utf-8")
    before = bank.read_bytes()
    assert fmt(root) == 0
    assert (
        "提示：quizzes/plan/s1.yml 里有少见的写法，没有动它。" in capsys.readouterr().err
        and bank.read_bytes() == before
    )
