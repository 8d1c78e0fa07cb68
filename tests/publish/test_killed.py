"""Killed, or out of room, at any moment: what readers see is whole, and the next push works."""

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from tests.publish.conftest import GIT, NOW, Editor, Office, built
from yanxi.publish import pushed, receive, releases
from yanxi.publish.receive import MAIN, Update
from yanxi.publish.releases import Place

# The server's own, so it runs: it kills the process that is so many generations above the builder.
KILLER = """
import os, pathlib, signal
def on_post_page(output, *, page, config):
    pid = os.getpid()
    for _ in range({generations}):
        pid = int(pathlib.Path(f"/proc/{{pid}}/stat").read_text().rpartition(")")[2].split()[1])
    os.kill(pid, signal.SIGKILL)
"""


@pytest.mark.parametrize("generations", [0, 1, 2, 3], ids=["mkdocs", "yanxi build", "hook", "git"])
def test_a_kill_in_the_middle_of_a_build_changes_nothing(office: Office, editor: Editor, generations: int) -> None:
    before, main, settings = office.live, office.main, office.server["mkdocs.yml"]
    office.server["kill.py"] = KILLER.format(generations=generations)
    office.server["mkdocs.yml"] += "hooks: [kill.py]\n"
    editor.ask("新的问法？")
    editor.commit()
    said = editor.git("push", "origin", "main", check=False)
    assert "已公布" not in said and "Traceback" not in said
    assert (office.live, office.main) == (before, main)
    office.server["mkdocs.yml"] = settings
    assert "已公布" in editor.push()
    assert office.shows("新的问法？")
    if os.listdir(office.folder / "building"):
        # What the killed one's child still wrote then is taken away by the push after.
        editor.ask("再换一个问法？")
        editor.commit()
        assert "已公布" in editor.push()
    assert os.listdir(office.folder / "building") == []


class Killed(BaseException):
    """Nothing that runs can catch this, as with kill -9."""


@pytest.mark.parametrize("step", range(6))
def test_a_kill_at_any_step_of_going_live_leaves_the_old_site_or_the_new(
    office: Office, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, before = Place(office.folder), office.live
    site = built(place, "a" * 40)
    stop_at(step, monkeypatch)
    with pytest.raises(Killed):
        releases.go_live(place, site, "entry")
    monkeypatch.undo()
    assert office.live in (before, site.name)
    again = built(place, "b" * 40)
    releases.go_live(place, again, "entry")
    assert office.live == again.name
    assert all(link.exists() for link in (office.folder / "kept").iterdir())


def stop_at(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Dies before the given change of the disk."""
    left = [step]

    def dying(change: Callable) -> Callable:
        def made(*arguments: object, **options: object) -> object:
            if left[0] == 0:
                raise Killed
            left[0] -= 1
            return change(*arguments, **options)

        return made

    for owner, name in ((Path, "rename"), (os, "replace"), (Path, "symlink_to"), (releases, "note")):
        monkeypatch.setattr(owner, name, dying(getattr(owner, name)))


def test_a_push_that_was_let_in_and_lost_before_main_moved_can_be_pushed_again(office: Office, editor: Editor) -> None:
    """The other half of a kill in git's own last step: the site is live, main does not know."""
    old = office.main
    editor.ask("新的问法？")
    commit = editor.commit()
    editor.push()
    subprocess.run(["git", "update-ref", MAIN, old], cwd=office.repository, check=True)
    assert "已公布" in editor.push()
    assert office.main == commit and office.shows("新的问法？")


def test_a_lock_that_a_killed_git_left_does_not_shut_everybody_out(office: Office, editor: Editor) -> None:
    (office.repository / "refs/heads/main.lock").touch()
    editor.commit()
    assert "已公布" in editor.push()


def test_what_the_administrator_does_to_main_by_hand_publishes_nothing(office: Office, editor: Editor) -> None:
    before, old = office.live, office.main
    editor.commit()
    editor.push()
    live = office.live
    subprocess.run(["git", "update-ref", MAIN, old], cwd=office.repository, check=True)
    assert office.live == live != before


@pytest.mark.parametrize("full", ["take", "describe", "go_live"])
def test_a_full_disk_is_not_the_editors_fault(
    office: Office, editor: Editor, full: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, before = Place(office.folder), office.live
    commit = editor.commit()
    editor.push("main:aside")
    moved = [Update(office.main, commit, MAIN)]
    # The next push waits for a git that still runs; this one has ended by then.
    git = subprocess.Popen([sys.executable, "-c", ""])
    git.wait()

    def out_of_room(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    owner = pushed if full == "take" else releases
    monkeypatch.setattr(owner, full, out_of_room)
    said: list[str] = []
    let_in = receive.receive(place, office.server.root, moved, git.pid, lambda: NOW, said.append)
    if full == "go_live":
        assert let_in
        let_in = receive.go_live(place, moved, git.pid, lambda: NOW, said.append)
    assert not let_in and any("磁盘满了），不是你写错了" in line for line in said), said
    assert not any("改好" in line for line in said)
    assert office.live == before and os.listdir(office.folder / "building") == []
    monkeypatch.undo()
    assert "已公布" in editor.push()


def test_a_disk_that_is_full_in_the_middle_of_a_build_is_not_either(office: Office, editor: Editor) -> None:
    office.server["full.py"] = (
        "def on_post_page(output, *, page, config):\n    raise OSError(28, 'No space left on device')\n"
    )
    office.server["mkdocs.yml"] += "hooks: [full.py]\n"
    editor.commit()
    assert "磁盘满了），不是你写错了" in editor.refused()


def test_a_push_waits_for_one_that_is_about_to_go_live_and_not_for_the_dead(office: Office) -> None:
    place = Place(office.folder)
    waiting = subprocess.Popen(["sleep", "0.2"])
    place.ready(waiting.pid).mkdir(parents=True)
    dead = subprocess.Popen(["true"])
    dead.wait()
    place.ready(dead.pid).mkdir(parents=True)
    stuck = subprocess.Popen(["sleep", "60"])
    place.ready(stuck.pid).mkdir(parents=True)
    (place.folder / "building/left").mkdir()
    waiting.wait()
    releases.settle(place, own=1, patience=0.1)
    stuck.kill()
    stuck.wait()
    assert os.listdir(place.folder / "ready") == os.listdir(place.folder / "building") == []


def test_a_clock_that_was_put_back_does_not_put_a_release_in_the_past(office: Office) -> None:
    place = Place(office.folder)
    assert releases.name(place, datetime(1999, 1, 1), "c" * 40) > office.live


def test_the_hooks_can_be_interrupted_from_the_keyboard(office: Office, editor: Editor) -> None:
    before = office.live
    editor.commit()
    push = subprocess.Popen(
        ["git", "push", "origin", "main"], cwd=editor.root, env=os.environ | GIT, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    push.stdout.readline()
    os.killpg(push.pid, signal.SIGINT)
    with push.stdout as screen:
        assert "Traceback" not in screen.read().decode()
    push.wait()
    assert office.live == before or office.live.endswith(editor.git("rev-parse", "HEAD")[:7])
    editor.commit()
    assert "已公布" in editor.push()
