"""An eighth kind: one file on each side and a line in each list. It is read, checked, shown and published like the seven."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bank import dictation
from tests.documents import PLAN
from tests.render import dictation as look
from tests.render.reader import parse
from yanxi import project
from yanxi.bank.kinds import KINDS
from yanxi.project import Project
from yanxi.render.kinds import KINDS as LOOKS
from yanxi.site import data, practice

NAME = "a1-m3-q90"
ENTRY = f"""
  - id: {NAME}
    kind: dictation
    stem: 请听二（一）三是里讲报告形式的一段，写下来。
    spoken: 以书面形式分别向局党委报告
    speed: 慢
    quote: 每半年以书面形式分别向局党委报告
    explain: 这一段说的是各支部报告的形式和对象，“每半年”在它前面，没有读出来，不要写进去。
"""
PAPER = """title: 听写卷
minutes: 5
pass: 1
seed: 听写
sections:
  - {title: 听写, kinds: [dictation], count: 1, points: 1}
"""


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Project]:
    """A project with one question more, and a paper that asks it."""
    monkeypatch.setitem(KINDS, dictation.NAME, dictation)
    monkeypatch.setitem(LOOKS, dictation.NAME, look)
    root = shutil.copytree(PLAN, tmp_path / "plan")
    bank = root / "quizzes/plan/a1/m3.yml"
    seven = bank.read_text(encoding="utf-8")
    (root / "quizzes/plan/papers/dictation.yml").write_text(PAPER, encoding="utf-8")

    def written(entry: str) -> Project:
        bank.write_text(seven.rstrip() + entry, encoding="utf-8")
        return project.load(root)

    return written


def test_it_is_read_checked_rendered_and_published(read: Callable[[str], Project]) -> None:
    loaded = read(ENTRY)
    assert [str(problem) for problem in loaded.problems] == []
    [item] = [each for each in loaded.current.questions if each.id == NAME]
    assert item.content == dictation.Spoken("以书面形式分别向局党委报告", "慢") and len(item.version) == 8

    files = practice.make(loaded, directories=True).files
    shown = json.loads(files["plan/fragments/a1-m3.js"].removeprefix("yanxiFragments(").removesuffix(");\n"))[NAME]
    [field] = parse(shown).all("textarea")
    assert field.attributes["data-speed"] == "慢" and "听写" in parse(shown).all(class_="yx-meta")[0].text
    index = json.loads(files["plan/index.js"].removeprefix("yanxiIndex=").removesuffix(";\n"))
    assert index["kinds"]["dictation"] == "听写" and index["questions"][NAME]["k"] == "dictation"
    assert "dictation" in [paper["id"] for paper in index["papers"]]

    rows = {row["id"]: row for row in data.questions(loaded.current)}
    assert (rows[NAME]["spoken"], rows[NAME]["blanks"]) == (["以书面形式分别向局党委报告"], [])
    assert all(row["spoken"] == [] for name, row in rows.items() if name != NAME)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("    spoken: 以书", "    朗读: 以书", "未知的键"),
        ("    speed: 慢\n", "", "缺少的键"),
        ("    speed: 慢\n", "    speed: 慢\n    options: [甲, 乙]\n", "未知的键"),
        ("spoken: 以书面", "spoken: 以口头", "答案不在引文"),
        ("讲报告形式的一段", "“以书面形式分别向局党委报告”一段", "题干泄底"),
        ("讲报告形式的一段", "不属于报告形式的是哪一段", "否定未强调"),
    ],
)
def test_its_faults_are_found_by_the_same_rules(read: Callable[[str], Project], old: str, new: str, code: str) -> None:
    assert old in ENTRY
    found = [each for each in read(ENTRY.replace(old, new)).problems if each.path == "quizzes/plan/a1/m3.yml"]
    assert code in [each.code for each in found]
