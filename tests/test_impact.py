"""yanxi impact: what an edit of the text or of the glossary touches, and what becomes of readers' histories."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.documents import PLAN
from yanxi import commands

BANK = "quizzes/plan/a1/m3.yml"
GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "张三", "GIT_AUTHOR_EMAIL": "z@example.org",
    "GIT_COMMITTER_NAME": "张三", "GIT_COMMITTER_EMAIL": "z@example.org",
}  # fmt: skip


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=root, env=os.environ | GIT, check=True, capture_output=True)


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan in a repository of its own. Nobody works here."""
    root = Path(shutil.copytree(PLAN, tmp_path_factory.mktemp("impact") / "plan"))
    (root / "docs/plan/link.md").symlink_to("/etc/passwd")
    git(root, "init", "--quiet")
    git(root, "add", "-A")
    git(root, "commit", "--quiet", "-m", "第一次")
    (root / "docs/plan/link.md").unlink()
    return root


@pytest.fixture
def root(committed: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(committed, tmp_path / "plan"))


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")


def impact(root: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, list[dict[str, object]]]:
    assert commands.main(["impact", "HEAD", "--format", "json", "--root", str(root)]) == 0
    return json.loads(capsys.readouterr().out)["plan"]


def fates(made: dict[str, list[dict[str, object]]]) -> dict[str, str]:
    return {str(each["id"]): str(each["fate"]) for each in made["fates"] if each["fate"] != "kept"}


def test_without_an_edit_everything_is_kept(root: Path, capsys) -> None:
    assert commands.main(["impact", "HEAD", "--root", str(root)]) == 0
    said = capsys.readouterr()
    assert re.fullmatch(r"原文没有改。\n术语没有改。\n读者的记录：\d+ 题照旧。\n", said.out) and said.err == ""


def test_an_edit_of_the_text_names_all_that_rests_on_the_sentence(root: Path, capsys) -> None:
    for path in ("docs/plan/text.txt", "docs/plan/a1/m3.md"):
        change(root, path, "认真听取包抓党组织负责人履行管党治党职责", "每年听取包抓党组织负责人履行管党治党职责")
    made = impact(root, capsys)
    [passage] = made["passages"]
    assert (passage["address"], passage["citation"]) == ("a1-m3#c2", "二（一）三是第 2 句")
    assert "认真听取" in passage["before"] and "每年听取" in passage["after"] and not passage["moved"]
    assert {"a1-m3-q03", "a1-m3-q07"} <= set(passage["questions"])
    # One quotes words that have stayed.
    assert "a1-m3-q07" in passage["lost"] and "a1-m3-q03" not in passage["lost"]
    assert [each for each in passage["duties"] if each.startswith("局党委班子成员：严格落实")]
    assert len(passage["notes"]) == 1 and len(passage["points"]) == 1
    assert fates(made)["a1-m3-q07"] == "unread"


def test_a_sentence_that_is_put_in_moves_those_behind_it(root: Path, capsys) -> None:
    for path in ("docs/plan/text.txt", "docs/plan/a1/m3.md"):
        change(root, path, "建立健全党内监督机制，发挥", "加强学习；建立健全党内监督机制，发挥")
    made = impact(root, capsys)
    moved = {str(each["address"]): each["moved"] for each in made["passages"]}
    assert moved == {"a1-m3#c3": "a1-m3#c4", "a1-m3#c4": "a1-m3#c5", "a1-m3#c5": ""}
    # Their quotations go with them.
    assert all(not each["lost"] for each in made["passages"]) and fates(made) == {}


def test_an_edit_of_the_glossary_names_the_questions_and_the_pages(root: Path, capsys) -> None:
    change(root, "docs/plan/glossary.yml", "term: 四个意识", "term: 四种意识")
    text = (root / "docs/plan/glossary.yml").read_text(encoding="utf-8")
    (root / "docs/plan/glossary.yml").write_text(re.sub(r"(?s)  - id: K02\n.*?\n\n", "", text), encoding="utf-8")
    made = {each["id"]: each for each in impact(root, capsys)["terms"]}
    assert set(made) == {"K02", "K05"}
    assert made["K05"]["changed"] == ["名称"] and made["K05"]["questions"] and "s1" in made["K05"]["pages"]
    assert made["K02"]["gone"] and made["K02"]["pages"]


@pytest.mark.parametrize(
    ("old", "new", "fate"),
    [
        ("    answer: C\n", "    answer: B\n", {"a1-m3-q01": "asked_again"}),
        ("    explain: ", "    explain: 请看原文：", {}),
        ("    level: remember\n", "    level: remember\n    retired: 照常识就能答对\n", {"a1-m3-q01": "retired"}),
        ("    level: remember\n", "    level: remember\n    draft: true\n", {"a1-m3-q01": "retired"}),
        ("id: a1-m3-q01\n", "id: a1-m3-q77\n", {"a1-m3-q01": "gone", "a1-m3-q77": "new"}),
        ("    answer: C\n", "    answer: Z\n", {"a1-m3-q01": "unread"}),
        ("    kind: single\n", "    kind：single\n", None),
    ],
    ids=["another key", "another explanation", "retired", "a draft", "another id", "a wrong key", "no YAML"],
)
def test_what_becomes_of_histories(root: Path, old: str, new: str, fate: dict[str, str] | None, capsys) -> None:
    change(root, BANK, old, new)
    made = impact(root, capsys)
    assert fate is None or fates(made) == fate
    assert [each["id"] for each in made["fates"] if each["reworded"] and each["fate"] == "kept"] == (
        ["a1-m3-q01"] if "explain" in old else []
    )


def test_it_is_said_in_words(root: Path, capsys) -> None:
    change(root, BANK, "    answer: C\n", "    answer: B\n")
    change(
        root,
        BANK,
        "    quote: 每半年以书面形式分别向局党委报告\n",
        "    retired: 照常识就能答对\n    quote: 每半年以书面形式分别向局党委报告\n",
    )
    with (root / BANK).open("a", encoding="utf-8") as bank:
        bank.write(NEW)
    for path in ("docs/plan/text.txt", "docs/plan/a1/m3.md"):
        change(root, path, "发挥党内监督带动作用，积极", "积极")
    assert commands.main(["impact", "HEAD", "--root", str(root)]) == 0
    said = capsys.readouterr()
    assert "  二（一）三是第 3 句（a1-m3#c3）\n    原来：建立健全党内监督机制，发挥" in said.out
    assert "（引句对不上了）" in said.out and "    责任：局党委班子成员：建立健全" in said.out
    assert "  1 题重新问，答过的读者会看到“题目已修订”：\n    a1-m3-q01 " in said.out
    assert re.search(r"  1 题不再问，记录留着：\n    a1-m3-q02 .*（由 a1-m3-q80 顶替）\n", said.out)
    assert "  1 题新题：\n    a1-m3-q80 多久书面报告一次？\n" in said.out and "题现在读不出来，请先改好" in said.out
    assert re.search(r"现在有 \d+ 个问题（见 yanxi check）", said.err)


NEW = """  - id: a1-m3-q80
    kind: judge
    stem: 多久书面报告一次？
    answer: 对
    quote: 每半年以书面形式分别向局党委报告
    explain: 原文写明“每半年”，形式是书面，对象是局党委。
    replaces: a1-m3-q02
"""


@pytest.mark.parametrize(
    ("rev", "said"),
    [
        ("没有", "git 里没有“没有”"),
        ("HEAD~9", "git 里没有“HEAD~9”"),
        ("--help=x", "命令写得不对"),
        ("", "git 里没有“”"),
    ],
)
def test_a_commit_that_is_not_there_is_named(committed: Path, rev: str, said: str, capsys) -> None:
    try:
        assert commands.main(["impact", rev, "--root", str(committed)]) == 2
    except SystemExit as ended:
        assert ended.code == 2
    assert said in capsys.readouterr().err


def test_what_is_in_no_repository_has_no_past(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    shutil.copytree(PLAN, tmp_path / "plan")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert commands.main(["impact", "HEAD", "--root", str(tmp_path / "plan")]) == 2
    assert "不在 git 里" in capsys.readouterr().err
    monkeypatch.setenv("PATH", "")
    assert commands.main(["impact", "HEAD", "--root", str(tmp_path / "plan")]) == 2
    assert "没有 git" in capsys.readouterr().err


def test_a_project_may_lie_below_the_top_of_its_repository(tmp_path: Path, capsys) -> None:
    shutil.copytree(PLAN, tmp_path / "repo/sites/plan")
    git(tmp_path / "repo", "init", "--quiet")
    git(tmp_path / "repo", "add", "-A")
    git(tmp_path / "repo", "commit", "--quiet", "-m", "第一次")
    assert fates(impact(tmp_path / "repo/sites/plan", capsys)) == {}
