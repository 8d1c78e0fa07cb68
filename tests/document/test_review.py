"""What an office has to decide: read, held against the text, printed for it, and on no page."""

import json
from pathlib import Path

import pytest

from tests.documents import PLAN, complete, document
from tests.site.generators import mkdocs
from yanxi import commands, project
from yanxi.document.review import KINDS, read_review
from yanxi.model import Doubt
from yanxi.yamltext.parse import parse

ONE = """items:
  - at: a1-m3
    kind: 用字
    quote: 纳入本单党建工作总体布局
    usual: 本单位
    ask: 是否漏了“位”字？
"""


def read(text: str) -> tuple[tuple[Doubt, ...], list[str]]:
    found = []
    made = read_review(parse(text, "docs/plan/review.yml", found.append), document(), found.append)
    assert all(problem.hint and problem.path == "docs/plan/review.yml" for problem in found)
    return made, [f"{problem.line}:{problem.column} {problem.code}" for problem in sorted(found)]


def test_a_doubt_says_where_what_stands_there_what_is_usual_and_what_to_decide() -> None:
    [doubt], problems = read(ONE)
    assert problems == []
    assert (doubt.quote.provision, doubt.kind, doubt.usual) == ("a1-m3", "用字", "本单位")
    assert doubt.quote.clauses[0].text.count("本单党建") == 1


def test_what_is_usual_need_not_be_known() -> None:
    [doubt], problems = read(ONE.replace("    usual: 本单位\n", ""))
    assert (doubt.usual, problems) == ("", [])


def test_an_empty_file_holds_no_doubt() -> None:
    assert read_review(None, document(), pytest.fail) == ()


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("items:", "doubts:", "1:1 待定清单写法"),
        ("  - at: a1-m3\n    kind: 用字", "  - 甲\n  - at: a1-m3\n    kind: 用字", "2:5 待定清单写法"),
        ("at: a1-m3", "at: a1-m9", "2:9 没有这一条"),
        ("at: a1-m3\n    ", "", "2:5 缺少的键"),
        ("kind: 用字", "kind: 错字", "3:11 取值不对"),
        ("本单党建", "本单位党建", "4:12 原文不符"),
        ("纳入本单党建工作总体布局", "主体责任", "4:12 原文不唯一"),
        ("    quote: 纳入本单党建工作总体布局\n", "", "2:5 缺少的键"),
        ("    ask: 是否漏了“位”字？\n", "", "2:5 缺少的键"),
        ("usual:", "usaul:", "5:5 未知的键"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(old: str, new: str, problem: str) -> None:
    assert old in ONE
    assert problem in read(ONE.replace(old, new))[1]


def test_the_list_is_printed_sort_by_sort_with_room_for_the_decision(capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.main(["review", "--root", str(PLAN)]) == 0
    shown = capsys.readouterr()
    assert shown.out == (
        "1. [用字] 二（一）三是（a1-m3）\n   原文：纳入本单党建工作总体布局\n   通常：本单位\n"
        "   要定：“本单”后面漏了哪个字？\n   决定：\n\n"
        "2. [主体] 三·二是（g-m2）\n   原文：每年至少与党支部负责人进行一次廉政谈话\n"
        "   要定：由谁与党支部负责人谈话？\n   决定：\n\n"
    )
    assert shown.err == "共 2 处要定。\n"


@pytest.mark.parametrize("kind", KINDS)
def test_one_sort_can_be_listed_alone(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.main(["review", "--root", str(PLAN), "--kind", kind]) == 0
    shown = capsys.readouterr()
    assert shown.out.count("要定：") == (kind in ("用字", "主体"))
    assert shown.err == ("共 1 处要定。\n" if kind in ("用字", "主体") else "没有要定的地方。\n")


def test_nothing_of_it_is_published(tmp_path: Path) -> None:
    root = complete(tmp_path / "project", "plan")
    [package] = project.load(root).packages
    site = mkdocs(root, tmp_path / "site")
    files = [file for file in site.rglob("*") if file.suffix in (".html", ".json", ".xml", ".txt", ".js")]
    published = "\n".join(file.read_text(encoding="utf-8") for file in files)
    assert len(package.review) == 2 and not list(site.rglob("*.yml"))
    for doubt in package.review:
        assert doubt.ask not in published and json.dumps(doubt.ask) not in published
