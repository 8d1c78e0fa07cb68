"""Many pushes, a third of them bad, with kills at random moments, while somebody reads the site without pause.

A few in `make test`; `make storm` has PUSHES=200. YANXI_SEED says which ones.
"""

import json
import os
import random
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

from tests.publish.conftest import BANK, GIT, Editor, Office
from yanxi.publish.receive import ALREADY

PUSHES = int(os.environ.get("YANXI_PUSHES", "6"))
SEED = os.environ.get("YANXI_SEED", "1")


def wrong_answer(editor: Editor) -> str:
    editor.files.change(BANK, "answer: B", "answer: D")
    return f"{BANK}:6:13: [答案越界]"


def changed_wording(editor: Editor) -> str:
    editor.files.change("docs/2099/s1.md", "坚持为民", "坚持为您")
    return "docs/2099/s1.md:"


def symlink(editor: Editor) -> str:
    (editor.root / "docs/link.md").symlink_to("/etc/passwd")
    return "docs/link.md:1:1: [符号链接]"


def lost_page(editor: Editor) -> str:
    (editor.root / "docs/2099/g/m1.md").unlink()
    return "docs/2099/"


def office_encoding(editor: Editor) -> str:
    (editor.root / BANK).write_bytes(editor.files[BANK].encode("gb18030"))
    return f"{BANK}:"


def stray_script(editor: Editor) -> str:
    editor.files["docs/2099/x.js"] = "alert(1)"
    return "docs/2099/x.js:1:1: [多余的文件]"


BAD: tuple[Callable[[Editor], str], ...] = (
    wrong_answer, changed_wording, symlink, lost_page, office_encoding, stray_script,
)  # fmt: skip


class Reader(Thread):
    """Reads pages and data through `live`, as a web server does: what it cannot read, or finds in halves, is a fault."""

    def __init__(self, live: Path) -> None:
        super().__init__(daemon=True)
        self.live, self.ended, self.read, self.faults = live, Event(), 0, list[str]()

    def run(self) -> None:
        while not self.ended.wait(0.01):
            try:
                for page in ("index.html", "2099/a1/m1/index.html"):
                    if "</html>" not in (self.live / page).read_text(encoding="utf-8"):
                        self.faults.append(f"half of {page}")
                json.loads((self.live / "data/2099/questions.json").read_text(encoding="utf-8"))
                self.read += 1
            except (OSError, ValueError) as error:
                self.faults.append(repr(error))


def test_whatever_is_pushed_and_killed_the_site_is_whole(office: Office, editor: Editor) -> None:
    chance = random.Random(SEED)
    reader = Reader(office.folder / "live")
    reader.start()
    live = 1
    for number in range(PUSHES):
        stem = f"第 {number} 次怎么问？"
        bad = chance.choice(BAD) if chance.random() < 1 / 3 else None
        editor.ask(stem)
        place = bad(editor) if bad else ""
        editor.commit(stem)
        if chance.random() < 1 / 3:
            kill_a_push(editor, office, chance)
        if bad:
            said = editor.refused()
            assert place in said, (SEED, number, said)
            assert not office.shows(stem), (SEED, number)
            editor.git("reset", "--quiet", "--hard", "HEAD~1")
            editor.git("clean", "--quiet", "-fd")
        else:
            said = editor.git("push", "origin", "main", check=False)
            # A kill at the editor's end alone: the office has gone on.
            assert "已公布" in said or ALREADY in said or "Everything up-to-date" in said, (SEED, number, said)
            assert office.shows(stem) and office.main == head(editor), (SEED, number)
            live += 1
    reader.ended.set()
    reader.join()
    assert not reader.faults, (SEED, reader.faults[:3])
    assert reader.read
    assert len(office.releases) <= 6
    assert live <= len((office.folder / "log").read_text(encoding="utf-8").splitlines()) + 1


def head(editor: Editor) -> str:
    return editor.git("rev-parse", "HEAD").strip()


def kill_a_push(editor: Editor, office: Office, chance: random.Random) -> None:
    """Kills one of the push's processes, whichever there is, after a while."""
    push = subprocess.Popen(
        ["git", "push", "origin", "main"], cwd=editor.root, env=os.environ | GIT, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        push.wait(timeout=chance.uniform(0, 1.5))
    except subprocess.TimeoutExpired:
        for victim in chance.sample(found := of_session(push.pid), k=min(len(found), chance.choice([1, 1, 2, 9]))):
            try:
                os.kill(victim, signal.SIGKILL)
            except ProcessLookupError:
                continue
    push.wait()


def of_session(session: int) -> list[int]:
    """The processes of a push, by the session it was started in."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session:
            found.append(int(folder.name))
    return found
