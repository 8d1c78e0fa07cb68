"""What is pushed is content: it is refused or ignored in words, and nothing of it is ever run."""

import hashlib
import os
import subprocess
from pathlib import Path

import pytest

from tests.publish.conftest import BANK, GIT, Editor, Office, run, yanxi
from yanxi.publish import pushed
from yanxi.publish.pushed import Entry


@pytest.mark.parametrize("target", ["/etc/passwd", "../../server/mkdocs.yml", "a1/m1.md"])
def test_a_symlink_is_refused_wherever_it_leads(office: Office, editor: Editor, target: str) -> None:
    before = office.live
    (editor.root / "docs/2099/link.md").symlink_to(target)
    editor.commit()
    assert "docs/2099/link.md:1:1: [符号链接]" in editor.refused()
    assert office.live == before


def test_a_folder_of_content_that_is_a_symlink_is_refused(office: Office, editor: Editor) -> None:
    editor.git("mv", "quizzes", "elsewhere")
    (editor.root / "quizzes").symlink_to("elsewhere")
    editor.commit()
    assert "quizzes:1:1: [符号链接]" in editor.refused()


def test_a_submodule_is_refused_among_content_and_ignored_elsewhere(office: Office, editor: Editor) -> None:
    commit = editor.git("rev-parse", "HEAD").strip()
    editor.git("update-index", "--add", "--cacheinfo", f"160000,{commit},vendor")
    editor.git("commit", "--quiet", "-m", "别处")
    assert "有 1 个文件没有理会（vendor）" in editor.push()
    editor.git("update-index", "--add", "--cacheinfo", f"160000,{commit},docs/2099/vendor")
    editor.git("commit", "--quiet", "-m", "内容里")
    assert "docs/2099/vendor:1:1: [子模块]" in editor.refused()


def test_a_huge_file_is_refused_before_it_is_written_anywhere(office: Office, editor: Editor) -> None:
    with (editor.root / "docs/2099/录像.pdf").open("wb") as file:
        file.truncate(pushed.MAX_FILE + 1)
    editor.commit()
    assert "docs/2099/录像.pdf:1:1: [文件过大]" in editor.refused()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (BANK, "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
            f"{each}: &{each} [{','.join([f'*{before}'] * 9)}]\n" for before, each in zip("abcdefghi", "bcdefghij", strict=True)
        )),
        ("docs/2099/g/m1.md", "---\na: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
            f"{each}: &{each} [{','.join([f'*{before}'] * 9)}]\n" for before, each in zip("abcdefghi", "bcdefghij", strict=True)
        ) + "title: *j\n---\n# 严格考核\n"),
        (BANK, "[" * 100_000),
    ],
    ids=["bank", "front matter", "depth"],
)  # fmt: skip
def test_a_yaml_bomb_is_a_problem_like_any_other(office: Office, editor: Editor, path: str, text: str) -> None:
    editor.files[path] = text
    editor.commit()
    assert f"{path}:" in editor.refused()


def test_nothing_of_a_push_is_run_and_what_could_be_is_named(office: Office, editor: Editor, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    touch = f"import pathlib; pathlib.Path({str(ran)!r}).touch()\n"
    editor.files["hook.py"] = touch
    editor.files["tools/yanxi/__init__.py"] = touch
    editor.files["yanxi.py"] = editor.files["sitecustomize.py"] = editor.files["docs/sitecustomize.py"] = touch
    editor.files["overrides/main.html"] = "{{ 1/0 }}"
    editor.files["docs/assets/yanxi.js"] = "alert(1)"
    editor.files["hooks/pre-receive"] = "#!/bin/sh\nexit 0\n"
    editor.files[".gitattributes"] = "*.yml filter=run export-ignore\n*.md export-subst\n"
    editor.files["mkdocs.yml"] += (
        "hooks: [hook.py]\nextra:\n  run: !!python/object/apply:os.system ['touch " + str(ran) + "']\n"
    )
    editor.commit()
    said = editor.refused()
    assert "docs/sitecustomize.py:1:1: [多余的文件]" in said
    editor.git("rm", "--quiet", "docs/sitecustomize.py")
    editor.commit()
    said = editor.push()
    assert "没有理会（.gitattributes、docs/assets/yanxi.js、hook.py、hooks/pre-receive、mkdocs.yml等）" in said
    assert "已公布" in said and not ran.exists()
    assert not (office.folder / "live/assets/yanxi.js").exists()


def test_what_is_the_servers_own_is_not_worth_a_word(office: Office, editor: Editor) -> None:
    office.server["Makefile"] = editor.files["Makefile"] = "all:\n"
    editor.commit()
    assert "没有理会" not in editor.push()


@pytest.mark.parametrize("name", [b"..", b".git", b".GIT", b"a\\b", b"\x1b[2J", b"\xff"])
def test_a_tree_that_no_editor_could_make_leads_nowhere(office: Office, editor: Editor, name: bytes) -> None:
    blob = bytes.fromhex(run("git", "hash-object", "-w", "--stdin", root=editor.root, data=b"x").strip())
    inner = _tree(editor, [(b"100644", name, blob)])
    outer = _tree(editor, [(b"40000", b"docs", inner)])
    commit = run("git", "commit-tree", "-p", "main", "-m", "x", outer.hex(), root=editor.root).strip()
    said = editor.refused(f"{commit}:refs/heads/main")
    assert "[文件名]" in said and "\x1b[2J" not in said.replace("\x1b[K", "")


def _tree(editor: Editor, entries: list[tuple[bytes, bytes, bytes]]) -> bytes:
    data = b"".join(mode + b" " + name + b"\0" + blob for mode, name, blob in entries)
    made = subprocess.run(
        ["git", "hash-object", "-t", "tree", "-w", "--stdin", "--literally"], cwd=editor.root, input=data,
        env=os.environ | GIT, capture_output=True, check=True,
    )  # fmt: skip
    return bytes.fromhex(made.stdout.decode().strip())


def test_too_many_files_and_too_many_bytes_are_counted_over_content_alone() -> None:
    def codes(number: int, size: int, folder: str) -> list[str]:
        return [
            each.message
            for each in pushed.problems(Entry("100644", "0", size, f"{folder}/{n}.md") for n in range(number))
        ]

    assert codes(pushed.MAX_FILES, 1, "docs") == []
    assert "个文件，超过" in codes(pushed.MAX_FILES + 1, 1, "docs")[0]
    assert "字节，超过" in codes(pushed.MAX_ALL // pushed.MAX_FILE + 1, pushed.MAX_FILE, "docs")[0]
    assert codes(pushed.MAX_FILES + 1, 1, "docs/assets") == codes(1, 1, "tools") == [codes(1, 1, "tools")[0]]


def test_what_is_no_commit_is_no_site(office: Office, editor: Editor) -> None:
    blob = run("git", "hash-object", "-w", "--stdin", root=editor.root, data=b"x").strip()
    editor.git("tag", "--annotate", "v1", "-m", "第一版")
    for thing in (blob, "v1"):
        said = editor.refused("--force", f"{thing}:refs/heads/main")
        assert "main 应当指向一次提交" in said and "fatal" not in said


def test_a_push_without_content_is_told_what_to_push(office: Office, editor: Editor) -> None:
    editor.git("rm", "--quiet", "-r", "docs")
    editor.commit()
    assert "没有 docs 文件夹" in editor.refused()


def test_what_readers_know_is_not_forgotten(office: Office, editor: Editor) -> None:
    yanxi("ids", root=editor.root)
    lock = "quizzes/2099/published.lock"
    text = editor.files[lock].splitlines()
    sha = hashlib.sha256((editor.root / "docs/2099/text.txt").read_bytes()).hexdigest()
    editor.files["docs/2099/document.yml"] += f"sha256: {sha}\n"
    editor.commit()
    editor.push()
    question = next(n for n, line in enumerate(text) if line.startswith("question"))
    editor.files[lock] = "\n".join([*text[:question], *text[question + 1 :]]) + "\n"
    editor.commit()
    said = editor.refused()
    assert f"{lock}:1:1: [编号清单不全]" in said and "1 个" in said and "git checkout origin/main" in said
    (editor.root / lock).unlink()
    editor.commit()
    assert f"{len(text) - 1} 个" in editor.refused()
