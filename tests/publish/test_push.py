"""git push to an office's machine: a good push goes live, a bad one is explained and changes nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.publish.conftest import BANK, GIT, Editor, Office, built, yanxi
from yanxi.publish import pushed, receive, releases
from yanxi.publish.releases import Place


def test_a_good_push_is_live_and_in_the_log(office: Office, editor: Editor) -> None:
    editor.ask("多长时间学习一次？")
    commit = editor.commit("换一种问法")
    said = editor.push()
    assert f"已公布：{office.live}。" in said
    assert office.live.endswith(commit[:7]) and office.main == commit
    assert office.shows("多长时间学习一次？")
    [first, second] = (office.folder / "log").read_text(encoding="utf-8").splitlines()
    assert first.split("\t")[-2:] == ["张三 <zhangsan@example.org>", "第一次"]
    when, what, release, pusher, _, subject = second.split("\t")
    assert (what, release, subject) == ("公布", office.live, "换一种问法") and when[:2] == "20" and pusher
    assert os.listdir(office.folder / "building") == []


def test_a_bad_push_is_refused_with_every_problem_and_its_line(office: Office, editor: Editor) -> None:
    before, main = office.live, office.main
    editor.files.change(BANK, "answer: B", "answer: D")
    editor.files.change("docs/2099/g/m1.md", "每半年", "每年")
    editor.commit()
    said = editor.refused()
    assert "remote: quizzes/2099/a1/m1.yml:6:13: [答案越界] 答案是 D" in said
    assert "remote: docs/2099/g/m1.md:4:" in said
    assert (office.live, office.main) == (before, main)
    editor.files.change(BANK, "answer: D", "answer: B")
    editor.files.change("docs/2099/g/m1.md", "每年", "每半年")
    editor.commit("改好了")
    assert "已公布" in editor.push()


def test_a_broken_link_left_behind_is_no_hindrance(office: Office, editor: Editor) -> None:
    assert os.readlink(office.folder / "live") == f"releases/{office.live}"
    (office.folder / "live").unlink()
    (office.folder / "live").symlink_to("releases/gone")
    editor.commit("链接断了")
    editor.push()
    assert office.shows("各支部多久学习一次？")


def test_only_main_is_published_and_main_stays(office: Office, editor: Editor) -> None:
    before = office.live
    editor.git("branch", "试验")
    editor.git("tag", "v1")
    said = editor.push("试验", "v1")
    assert "分支 试验 已收下，不会公布" in said and "标签 v1 已收下" in said
    assert "分支 试验 已删除" in editor.push(":试验")
    said = editor.git("push", "origin", ":main", check=False)
    assert "main 是网站的内容，不能删除" in said and "Traceback" not in said
    assert office.live == before and office.main


def test_a_forced_push_of_a_good_tree_goes_live_and_says_what_it_did(office: Office, editor: Editor) -> None:
    editor.ask("第二次的问法？")
    editor.git("add", "-A")
    editor.git("commit", "--quiet", "--amend", "-m", "重写")
    assert "改写了历史（强制推送）" in editor.push("--force", "main")
    assert office.shows("第二次的问法？")


def test_one_who_has_not_pulled_is_told_to(office: Office, editor: Editor) -> None:
    """Git's own client says so in English before it pushes, so this one has forced it with what it last saw."""
    old = office.main
    editor.commit("甲")
    editor.push()
    editor.commit("乙")
    new = editor.commit("丙")
    editor.push("HEAD:refs/heads/aside")
    assert "请先运行 git pull" in ask_the_hook(office, old, new)


def test_one_who_pushes_again_what_was_let_in_is_told_so(office: Office, editor: Editor) -> None:
    """The line to the server was lost before the answer came."""
    old, new = office.main, editor.commit("甲")
    editor.push()
    said = ask_the_hook(office, old, new)
    assert "已经收下、公布了，不用再推送" in said and "没有公布" not in said


def ask_the_hook(office: Office, old: str, new: str) -> str:
    """What the hook says to a push that it refuses."""
    ended = subprocess.run(
        [office.repository / "hooks/pre-receive"],
        cwd=office.repository,
        env=os.environ | GIT,
        input=f"{old} {new} refs/heads/main\n".encode(),
        capture_output=True,
    )
    assert ended.returncode == 1
    return ended.stderr.decode()


def test_of_two_pushes_at_once_one_is_live_and_the_other_is_asked_to_pull(
    office: Office, editor: Editor, tmp_path: Path
) -> None:
    editor.git("clone", "--quiet", office.repository, tmp_path / "other")
    other = Editor(type(editor.files)(tmp_path / "other"))
    commits = []
    for each, stem in ((editor, "甲的问法？"), (other, "乙的问法？")):
        each.ask(stem)
        commits.append(each.commit(stem))
    pushes = [
        subprocess.Popen(
            ["git", "push", "origin", "main"], cwd=each.root, env=os.environ | GIT,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )
        for each in (editor, other)
    ]  # fmt: skip
    said = [push.communicate()[0].decode() for push in pushes]
    [won] = [number for number, push in enumerate(pushes) if push.returncode == 0]
    assert office.main == commits[won] and office.live.endswith(commits[won][:7])
    assert "请先运行 git pull" in said[1 - won] or "fetch first" in said[1 - won], said
    assert len(office.releases) == 2


def test_five_releases_stay_and_tabs_of_each_find_their_files(office: Office, editor: Editor) -> None:
    place = Place(office.folder)
    for number in range(5):
        releases.go_live(place, built(place, f"{number}" * 40), "entry")
    editor.ask("第 5 次？")
    editor.commit()
    editor.push()
    assert len(office.releases) == 5
    assert office.shows("第 5 次？")
    versions = {link.name: link.resolve().name for link in (office.folder / "kept").iterdir()}
    assert set(versions.values()) <= set(office.releases) and len(set(versions.values())) == 5
    assert len((office.folder / "log").read_text(encoding="utf-8").splitlines()) == 7


def test_rollback_makes_the_release_before_live_again(office: Office, editor: Editor, tmp_path: Path) -> None:
    first = office.live
    said = yanxi("publish", "rollback", office.folder, root=tmp_path, check=False)
    assert said == "没有更早的一次公布可以退回，网站没有动。\n"
    editor.ask("错的问法？")
    editor.commit()
    editor.push()
    assert f"已退回到 {first}。" in yanxi("publish", "rollback", office.folder, root=tmp_path)
    assert office.live == first and office.shows("各支部多久学习一次？")
    assert (office.folder / "log").read_text(encoding="utf-8").splitlines()[-1].split("\t")[1:3] == ["退回", first]
    editor.ask("改好的问法？")
    editor.commit()
    editor.push()
    assert office.shows("改好的问法？")


def test_setting_up_again_keeps_what_is_there(office: Office, editor: Editor) -> None:
    before, main = office.live, office.main
    yanxi("publish", "init", office.folder, "--root", office.server.root, root=office.folder)
    assert (office.live, office.main) == (before, main)
    editor.commit("之后")
    assert "已公布" in editor.push()


def test_names_in_chinese_and_with_spaces_are_taken_as_they_are(office: Office, editor: Editor) -> None:
    editor.files["docs/2099/图片 一.png"] = "picture"
    editor.files["docs/2099/题目📌.md"] = "# 多余\n"
    editor.commit()
    said = editor.refused()
    assert "docs/2099/题目\\U0001f4cc.md:1:1: [多余的文件]" in said
    editor.git("rm", "--quiet", "docs/2099/题目📌.md")
    editor.commit()
    editor.push()
    assert (office.folder / "live/2099/图片 一.png").read_text() == "picture"


def test_a_folder_that_nobody_set_up_is_named(tmp_path: Path) -> None:
    said = yanxi("publish", "rollback", tmp_path / "nowhere", root=tmp_path, check=False)
    assert "请先运行 yanxi publish init" in said
    said = yanxi("publish", "init", tmp_path / "www", root=tmp_path, check=False)
    assert "没有 docs 文件夹" in said


def test_a_machine_whose_hooks_are_elsewhere_still_asks_ours(office: Office, editor: Editor, tmp_path: Path) -> None:
    """A setting for the whole machine that would let everything in."""
    config = tmp_path / "config"
    config.write_text(f"[core]\n\thooksPath = {tmp_path}/none\n[receive]\n\tdenyNonFastForwards = true\n")
    editor.files.change(BANK, "answer: B", "answer: D")
    editor.commit()
    ended = subprocess.run(
        ["git", "push", "origin", "main"], cwd=editor.root, env=os.environ | GIT | {"GIT_CONFIG_GLOBAL": str(config)},
        capture_output=True,
    )  # fmt: skip
    assert "[答案越界]" in ended.stderr.decode()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("第 8 行：“报告”——\u3000改正", "第 8 行：“报告”——\u3000改正"),
        ("\x1b[31m红\n行\u202e", "?[31m红?行?"),
        ("📌\udcff", "\\U0001f4cc?"),
    ],
)
def test_what_is_said_is_one_line_that_a_chinese_console_can_show(text: str, shown: str) -> None:
    assert receive.plain(text) == shown
    assert receive.plain(text).encode("gbk")


def test_hooks_run_the_python_that_set_them_up(office: Office) -> None:
    assert f"exec {sys.executable} -I " in (office.repository / "hooks/pre-receive").read_text()


def test_a_branch_beside_a_bad_main_is_not_said_to_be_in(office: Office, editor: Editor) -> None:
    editor.git("branch", "试验")
    editor.files.change(BANK, "answer: B", "answer: D")
    editor.commit()
    said = editor.refused("main", "试验")
    assert "分支 试验 也没有收下" in said and "已收下" not in said


@pytest.mark.parametrize("declared", [True, False])
def test_a_message_typed_in_a_chinese_console_is_read(editor: Editor, tmp_path: Path, declared: bool) -> None:
    (tmp_path / "message").write_bytes("修改题库：李四".encode("gbk"))
    encoding = ("-c", "i18n.commitEncoding=GBK") if declared else ()
    editor.git(*encoding, "commit", "--quiet", "--allow-empty", "-F", tmp_path / "message")
    assert pushed.said_about(editor.root, "HEAD")[1] == "修改题库：李四"
