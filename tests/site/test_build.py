"""yanxi build: whatever happens on the way, there is always one whole site, the old one or the new one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.documents import ROOT
from tests.site.conftest import Drawn, draw, dress
from tests.site.generators import mkdocs
from yanxi import commands, offline
from yanxi.commands import build
from yanxi.site import generate

# Runs in MkDocs, when the first page is about to be written.
HOOK = "import os, signal, sys\ndef on_post_page(output, *, page, config):\n    "


def run(drawn: Drawn, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "yanxi.commands", "build", *arguments],
        cwd=drawn.root,
        # What Python keeps of a hook is no part of what a build leaves behind.
        env=os.environ | {"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def beside(drawn: Drawn) -> set[str]:
    """What stands in the project's folder besides what is drawn."""
    return {each.name for each in drawn.root.iterdir()} - {"mkdocs.yml", "docs", "quizzes", "hook.py"}


def hook(drawn: Drawn, line: str) -> None:
    drawn["hook.py"] = HOOK + line + "\n"
    drawn["mkdocs.yml"] += "hooks: [hook.py]\n"


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    drawn = draw((ROOT / "tests/sites/tiny.txt").read_text(encoding="utf-8"), tmp_path_factory.mktemp("once") / "tiny")
    assert run(drawn).returncode == 0
    drawn["site/.publish/url"] = "somewhere"
    return drawn


@pytest.fixture
def built(once: Drawn, tmp_path: Path) -> Drawn:
    """The tiny project with a good site, and a folder of the publisher's in it."""
    return Drawn(Path(shutil.copytree(once.root, tmp_path / "tiny")))


def test_a_good_build_is_put_in_the_place_of_the_old(built: Drawn) -> None:
    built["docs/more.md"] = "# 又一页\n"
    built["site/gone.html"] = "of the old site"
    ended = run(built)
    assert ended.returncode == 0 and "网站已生成" in ended.stderr
    assert "又一页" in built["site/more/index.html"]
    assert not (built.root / "site/gone.html").exists()
    assert built["site/.publish/url"] == "somewhere", "MkDocs would not have touched it"
    assert not (built.root / "site" / build.MARK).exists()
    assert beside(built) == {"site"}


def test_a_fault_leaves_the_old_site_byte_for_byte(built: Drawn) -> None:
    before = contents(built.root / "site")
    built.change("quizzes/2099/a1/m1.yml", "answer: B", "answer: D")
    ended = run(built)
    assert ended.returncode == 1
    assert "quizzes/2099/a1/m1.yml:6:13: [答案越界]" in ended.stderr
    assert ended.stderr.endswith("site 还是原来的。\n")
    assert contents(built.root / "site") == before
    assert beside(built) == {"site"}


def test_a_first_build_with_a_fault_leaves_no_site(tiny: Drawn) -> None:
    tiny.change("quizzes/2099/a1/m1.yml", "answer: B", "answer: D")
    assert run(tiny).returncode == 1
    assert beside(tiny) == set()


def test_a_full_disk_leaves_the_old_site(built: Drawn) -> None:
    before = contents(built.root / "site")
    hook(built, "raise OSError(28, 'No space left on device')")
    assert run(built).returncode == 1
    assert contents(built.root / "site") == before
    assert beside(built) == {"site"}


def test_a_killed_build_leaves_the_old_site_and_the_next_one_clears_up(built: Drawn) -> None:
    before = contents(built.root / "site")
    hook(built, "os.kill(os.getppid(), signal.SIGTERM); os._exit(1)")
    assert run(built).returncode not in (0, 1)
    assert contents(built.root / "site") == before
    [left] = beside(built) - {"site"}
    assert left.startswith("site.new-")
    built["hook.py"] = ""
    assert run(built).returncode == 0
    assert beside(built) == {"site"}


def test_a_build_killed_in_the_middle_of_the_swap_is_taken_back_by_the_next(built: Drawn) -> None:
    before = contents(built.root / "site")
    (built.root / "site").rename(built.root / "site.old-1")
    (built.root / "site.new-1").mkdir()
    built.change("quizzes/2099/a1/m1.yml", "answer: B", "answer: D")
    assert run(built).returncode == 1
    assert contents(built.root / "site") == before
    assert beside(built) == {"site"}


def interrupt(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def test_ctrl_c_leaves_the_old_site(built: Drawn, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    before = contents(built.root / "site")
    monkeypatch.setattr(subprocess, "run", interrupt)
    assert commands.main(["build", "--root", str(built.root)]) == 130
    assert capsys.readouterr().err == "已中断。site 仍然完整。\n"
    assert contents(built.root / "site") == before
    assert beside(built) == {"site"}


@pytest.mark.parametrize("step", [1, 2])
@pytest.mark.parametrize("error", [PermissionError(13, "in use"), KeyboardInterrupt()], ids=type)
def test_a_swap_that_cannot_be_made_leaves_the_old_site(
    built: Drawn, monkeypatch: pytest.MonkeyPatch, step: int, error: BaseException
) -> None:
    """As on Windows, where a folder that is open somewhere cannot be renamed."""
    before = contents(built.root / "site")
    rename, calls = Path.rename, []

    def fail(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == step:
            raise error
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    assert commands.main(["build", "--root", str(built.root)]) in (1, 130)
    assert contents(built.root / "site") == before
    assert beside(built) == {"site"}


def test_of_two_builds_at_once_the_first_gives_way(built: Drawn) -> None:
    """The second, started by MkDocs in the middle of the first, clears the first one's folder away."""
    second = "[sys.executable, '-m', 'yanxi.commands', 'build'], env=os.environ | {'SECOND': ''}, check=True"
    hook(built, f"'SECOND' in os.environ or __import__('subprocess').run({second})")
    ended = run(built)
    assert ended.returncode == 1 and "另一个 yanxi build" in ended.stderr
    assert "小方案" in built["site/index.html"], "by the second"


@pytest.mark.parametrize("what", ["a folder", "a file"])
def test_what_is_no_site_is_not_replaced(tiny: Drawn, what: str) -> None:
    tiny["mine/notes.txt" if what == "a folder" else "mine"] = "mine"
    ended = run(tiny, "--site-dir", "mine")
    assert ended.returncode == 2 and "没有动它" in ended.stderr
    assert beside(tiny) == {"mine"}


def test_options_of_mkdocs_are_passed_on(tiny: Drawn) -> None:
    assert (
        run(tiny, "--no-directory-urls", "--site-dir", "../elsewhere", "--", "--theme", "readthedocs").returncode == 0
    )
    made = tiny.root.parent / "elsewhere"
    assert (made / "2099/a1/m1.html").is_file()
    assert "readthedocs" in (made / "index.html").read_text(encoding="utf-8")
    assert beside(tiny) == set()


def test_a_built_site_keeps_pages_offline_unless_it_says_otherwise_and_a_preview_does_not(tiny: Drawn) -> None:
    dress(tiny)
    site = mkdocs(tiny.root, tiny.root / "site")
    page = (site / "2099/a1/m1/index.html").read_text(encoding="utf-8")
    assert " data-offline " in page and "2099/a1/m1/" in offline.files(site)
    assert (site / offline.FILE).is_file()
    generate.generate(tiny.root, tiny.root / "preview")
    tiny["mkdocs.yml"] += "extra: {offline: false}\n"
    mkdocs(tiny.root, tiny.root / "without")
    for folder in ("preview", "without"):
        assert not (tiny.root / folder / offline.FILE).exists()
        assert "data-offline" not in tiny[f"{folder}/2099/a1/m1/index.html"]
