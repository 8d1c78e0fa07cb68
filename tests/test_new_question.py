"""yanxi new question: a draft in the right bank, with a number that nobody has had, and the check still passes."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.documents import PLAN, ROOT, document
from yanxi import commands, project
from yanxi.bank.kinds import KINDS
from yanxi.commands import new_question

BANK = "quizzes/plan/a1/m3.yml"


@pytest.fixture
def make(tmp_path: Path) -> Callable[[str], Path]:
    def copy(name: str = "plan") -> Path:
        return Path(shutil.copytree(ROOT / "tests/documents" / name, tmp_path / name))

    return copy


def new(root: Path, place: str, *more: str) -> int:
    return commands.main(["new", "question", place, *more, "--root", str(root)])


def test_it_is_a_draft_that_the_check_lets_pass_and_without_the_draft_it_does_not(make, capsys) -> None:
    root = make()
    before = (root / BANK).read_text(encoding="utf-8")
    made = {}
    for kind in KINDS:
        assert new(root, "a1-m3", "--kind", kind) == 0
        said = capsys.readouterr()
        path, line, name = re.fullmatch(r"(\S+):(\d+): (\S+)\n", said.out).groups()
        rows = (root / path).read_text(encoding="utf-8").splitlines()
        assert path == BANK and rows[int(line) - 1].strip() == f"- id: {name}" and "再删去 draft" in said.err
        made[name] = kind
    written = (root / BANK).read_text(encoding="utf-8")
    assert written.startswith(before)
    loaded = project.load(root)
    questions = [each for each in loaded.current.banks["a1-m3"].questions if each.id in made]
    assert {each.id: each.kind for each in questions} == made
    assert all(each.draft and len(each.quotes) == 1 for each in questions) and not loaded.problems
    assert {each.hint for each in loaded.notices if each.code == "草稿"} == {"请改好，再删去 draft 这一行。"}
    (root / BANK).write_text(written.replace("    draft: true\n", ""), encoding="utf-8")
    lines = [question.at.line for question in questions]
    wrong = {
        max(line for line in lines if line <= each.line + 1)
        for each in project.load(root).problems
        if each.path == BANK
    }
    assert len(wrong) == len(KINDS)


def test_it_quotes_a_sentence_that_nobody_asks_about_yet(make: Callable[[], Path]) -> None:
    root = make()
    (root / BANK).write_text("questions: []\n", encoding="utf-8")
    quoted = []
    for _ in range(2):
        assert new(root, "a1-m3") == 0
        bank = project.load(root).current.banks["a1-m3"]
        quoted.append(bank.questions[-1].quotes[0].clauses[0].id)
    assert sorted(quoted) == ["c2", "c3"]


@pytest.mark.parametrize(
    ("lock", "settings", "expected"),
    [
        ("question a1-m3-q40 问过的？\n", "", "a1-m3-q41"),
        ("question a1-m3-q99 问过的？\n", "", "a1-m3-q100"),
        ("question a1-m4-q40 别的页的？\n", "", "a1-m3-q08"),
        ("question a1-m3-q40 问过的？\n", "retired:\n  a1-m3-q40: 原来的题找不回来了\n", "a1-m3-q41"),
    ],
)
def test_its_number_is_behind_all_that_were_ever_used(make, lock: str, settings: str, expected: str, capsys) -> None:
    root = make()
    (root / "quizzes/plan/published.lock").write_text(lock, encoding="utf-8")
    with (root / "docs/plan/document.yml").open("a", encoding="utf-8") as file:
        file.write(settings)
    text = (root / BANK).read_text(encoding="utf-8")
    (root / BANK).write_text(re.sub(r"(?s)  - id: a1-m3-q08.*", "", text), encoding="utf-8")
    assert new(root, "a1-m3") == 0
    assert capsys.readouterr().out.endswith(f": {expected}\n")


@pytest.mark.parametrize(
    "place",
    ["a1-m3", "plan/a1-m3", "二（一）三是", "docs/plan/a1/m3.md", "quizzes/plan/a1/m3.yml", "a1/m3", "plan/a1/m3/"],
)
def test_a_page_may_be_named_in_several_ways(place: str) -> None:
    assert new_question.meant(document(), place).id == "a1-m3"


@pytest.mark.parametrize(
    ("place", "hint"),
    [("a1-m9", "最接近的是“a1-m"), ("二（一）九是", "最接近的是“二（一）"), ("什么", "请写页号，如 a1-m3")],
)
def test_a_page_that_is_not_there_is_answered_with_the_nearest(place: str, hint: str, capsys) -> None:
    assert new(PLAN, place) == 2
    assert hint in capsys.readouterr().err


def test_a_page_without_a_bank_gets_one_and_what_its_page_needs_is_said(make, capsys) -> None:
    root = make("rules")
    assert new(root, "ch2-art4") == 0
    said = capsys.readouterr()
    assert said.out.startswith("quizzes/rules/ch2/art4.yml:2: ch2-art4-q01")
    assert "docs/rules/ch2/art4.md 上还没有自测" in said.err and "```quiz\nch2-art4\n```" in said.err
    with (root / "docs/rules/ch2/art4.md").open("a", encoding="utf-8") as page:
        page.write("\n## 自测\n\n```quiz\nch2-art4\n```\n")
    assert not project.load(root).problems


def test_what_has_no_page_of_its_own_is_asked_beside_the_page_it_stands_on(make, capsys) -> None:
    root = make()
    second = next(each[1] for each in document().by_page.values() if len(each) > 1)
    assert new(root, second.id) == 0
    path = capsys.readouterr().out.partition(":")[0]
    assert path == f"quizzes/plan/{second.page.removesuffix('.md')}.yml"
    assert not project.load(root).problems


def test_a_full_bank_goes_on_in_another_file(make, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    root = make()
    monkeypatch.setattr("yanxi.commands.new_question.FULL", 100)
    for expected in ("m3-2.yml", "m3-3.yml"):
        assert new(root, "a1-m3") == 0
        assert capsys.readouterr().out.startswith(f"quizzes/plan/a1/{expected}:2: a1-m3-q")
    assert not project.load(root).problems


def test_into_a_bank_with_a_problem_nothing_is_written(make, capsys) -> None:
    root = make()
    broken = (root / BANK).read_text(encoding="utf-8").replace("kind:", "kind：", 1)
    (root / BANK).write_text(broken, encoding="utf-8")
    assert new(root, "a1-m3") == 1
    said = capsys.readouterr()
    assert "[全角冒号]" in said.out and "请先改好" in said.err
    assert (root / BANK).read_text(encoding="utf-8") == broken


def test_a_document_cannot_be_called_so(make, tmp_path: Path, capsys) -> None:
    text = tmp_path / "全文.txt"
    text.write_text("一、任务\n", encoding="utf-8")
    assert new(make(), str(text)) == 2
    assert "请写页号" in capsys.readouterr().err
