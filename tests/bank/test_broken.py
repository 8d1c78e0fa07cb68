"""Broken banks, one fault a file: broken/ has them, named by the fault, with the problems expected in comments at the top.

Every bank is read as the one beside a1/m3. Faults that a text file of ours cannot hold (encodings, sizes) are made here.
"""

import re
from pathlib import Path

import pytest

from tests.documents import document, glossary
from yanxi.bank.checks import ids
from yanxi.bank.read import read_bank
from yanxi.problem import Problem
from yanxi.yamltext import parse

CASES = sorted((Path(__file__).parent / "broken").glob("*.yml"))
NAME = "quizzes/plan/a1/m3.yml"
CHINESE = re.compile(r"[一-鿿]")


def problems(file: Path) -> list[Problem]:
    found: list[Problem] = []
    node = parse.read_file(file, NAME, found.append)
    bank = read_bank(node, "a1-m3", NAME, document(), found.append, glossary())
    return sorted({*found, *ids.check((bank,), document(), ())})


def test_there_are_many() -> None:
    assert len(CASES) >= 80


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_broken(case: Path) -> None:
    expected = re.findall(r"^# 期望 (.+)$", case.read_text(encoding="utf-8"), re.MULTILINE)
    found = problems(case)
    assert [f"{problem.line}:{problem.column} {problem.code}" for problem in found] == expected
    for problem in found:
        assert problem.path == NAME
        assert CHINESE.search(problem.message) and CHINESE.search(problem.hint)
        assert not re.search(r"\b(expected|found|while|mapping|NoneType|Error)\b", problem.message + problem.hint)


GOOD = "questions:\n  - id: a1-m3-q01\n    stem: 各支部多久报告一次？\n"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "1:1 空文件"),
        (b"\n\n  \n", "1:1 空文件"),
        (b"\xef\xbb\xbf", "1:1 空文件"),
        (GOOD.encode("gbk"), "3:1 文件编码"),
        (GOOD.encode("gb18030"), "3:1 文件编码"),
        (GOOD.encode("big5", "replace"), "3:1 文件编码"),
        (GOOD.encode("utf-16"), "1:1 文件编码"),
        (b"\xfe\xff" + GOOD.encode("utf-16-be"), "1:1 文件编码"),
        (GOOD.encode("utf-16-le")[:40], "1:1 文件编码"),
        (GOOD.encode() + b"\xff", "4:1 文件编码"),
        (GOOD.replace("支", "\0").encode(), "3:12 看不见的字符"),
        (b"\x00" * 100, "1:1 空文件"),
        (GOOD.encode().decode("gb18030", "replace").encode(), "3:1 乱码"),
        (GOOD.encode().decode("latin-1").encode(), "3:1 乱码"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "1:1 文件编码"),
        (b"PK\x03\x04" + b"\x14\x00" * 20, "1:1 文件编码"),
        (b"a: 1\n" * 500_000, "1:1 文件过大"),
        (b"[" * 300_000, "1:21 嵌套太深"),
        (b"[a," * 300_000, "1:61 嵌套太深"),
        (b"{a: " * 300_000, "1:81 嵌套太深"),
        (b"- " * 300_000, "1:41 嵌套太深"),
        (b"? " * 300_000, "1:41 嵌套太深"),
        ("\n".join(" " * n + "- a:" for n in range(900)).encode(), "202:1 嵌套太深"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_is_no_bank_at_all(tmp_path: Path, data: bytes, expected: str) -> None:
    (tmp_path / "m3.yml").write_bytes(data)
    found = {f"{each.line}:{each.column} {each.code}": each for each in problems(tmp_path / "m3.yml")}
    assert expected in found
    assert all(CHINESE.search(each.message) and CHINESE.search(each.hint) for each in found.values())


def test_the_encoding_is_named(tmp_path: Path) -> None:
    for data, name in ((GOOD.encode("gbk"), "GBK"), (GOOD.encode("utf-16"), "UTF-16")):
        (tmp_path / "m3.yml").write_bytes(data)
        [found] = problems(tmp_path / "m3.yml")
        assert name in found.message and "UTF-8" in found.hint


def test_aliases_that_would_fill_the_memory_are_stopped(tmp_path: Path) -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
    (tmp_path / "m3.yml").write_text(bomb)
    assert [problem for problem in problems(tmp_path / "m3.yml") if problem.code == "以 * 或 & 开头"]


def test_a_file_that_cannot_be_opened_is_a_problem(tmp_path: Path) -> None:
    [found] = problems(tmp_path / "nothing.yml")
    assert found.code == "读不了文件"


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ("misspelt-kind", "最接近的是“kind”"),
        ("key-in-chinese", "最接近的是“stem”"),
        ("kind-in-chinese", "最接近的是“single”"),
        ("single-with-two-answers", "改为 multiple"),
        ("letter-past-the-last-option", "只到 D"),
        ("quote-altered-by-one-character", "“…以书面形式分别向局党”之后，原文是“委报告履行全"),
        ("quote-twice-in-the-provision", "2 次"),
        ("stem-twice", "第 5 行已有"),
        ("option-twice", "选项 C 与选项 B"),
        ("key-not-indented", "应当是 4 个"),
    ],
)
def test_a_problem_says_what_was_found_and_what_to_do(case: str, words: str) -> None:
    [found] = problems(Path(__file__).parent / "broken" / f"{case}.yml")
    assert words in found.message + found.hint
