"""A server that is pushed to and an editor who pushes, with real git. The site is the tiny one, so a push takes a second or two."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from tests.documents import ROOT
from tests.site.conftest import Drawn, draw
from yanxi.publish import releases, setup
from yanxi.publish.releases import Place

GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "张三",
    "GIT_AUTHOR_EMAIL": "zhangsan@example.org",
    "GIT_COMMITTER_NAME": "张三",
    "GIT_COMMITTER_EMAIL": "zhangsan@example.org",
    "GIT_TERMINAL_PROMPT": "0",
}
BANK = "quizzes/2099/a1/m1.yml"
NOW = datetime(2099, 1, 1, 12)
# No process has this number, so the next push does not wait for it.
GONE = 2**22 + 1


def run(*command: str | Path, root: Path, check: bool = True, data: bytes | None = None) -> str:
    """What a command has said, on both its outputs."""
    ended = subprocess.run(
        command, cwd=root, env=os.environ | GIT, input=data, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    said = ended.stdout.decode("utf-8")
    assert not check or ended.returncode == 0, said
    return said


def yanxi(*arguments: str | Path, root: Path, check: bool = True) -> str:
    return run(sys.executable, "-X", "utf8", "-m", "yanxi.commands", *arguments, root=root, check=check)


@dataclass(frozen=True)
class Office:
    """The machine that publishes: `folder` is pushed to, `server` is the installation whose yanxi and mkdocs.yml build."""

    folder: Path
    server: Drawn

    @property
    def repository(self) -> Path:
        return self.folder / "repo.git"

    @property
    def live(self) -> str:
        """The name of the release that readers see; it is whole."""
        assert "</html>" in (self.folder / "live/2099/a1/m1/index.html").read_text(encoding="utf-8")
        return (self.folder / "live").resolve().name

    @property
    def releases(self) -> list[str]:
        return sorted(each.name for each in (self.folder / "releases").iterdir())

    @property
    def main(self) -> str:
        return run("git", "rev-parse", "main", root=self.repository).strip()

    def shows(self, text: str) -> bool:
        return text in (self.folder / "live/2099/a1/m1/index.html").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Editor:
    """Somebody with a clone."""

    files: Drawn

    @property
    def root(self) -> Path:
        return self.files.root

    def git(self, *arguments: str | Path, check: bool = True) -> str:
        return run("git", *arguments, root=self.root, check=check)

    def commit(self, said: str = "改了") -> str:
        self.git("add", "-A")
        self.git("commit", "--quiet", "--allow-empty", "-m", said)
        return self.git("rev-parse", "HEAD").strip()

    def push(self, *what: str) -> str:
        """Pushes what is to be let in; gives what is on the screen."""
        return self.git("push", "origin", *(what or ("main",)))

    def refused(self, *what: str) -> str:
        """Pushes what is to be refused; gives what is on the screen."""
        said = self.git("push", "origin", *(what or ("main",)), check=False)
        assert "pre-receive hook declined" in said, said
        assert "Traceback" not in said and "没有公布，网站还是原来的样子" in said
        said.encode("gbk")  # a Chinese console shows all of it
        return said

    def ask(self, stem: str) -> None:
        """Another wording of the tiny site's one question."""
        self.files[BANK] = re.sub(r"stem: .*", f"stem: {stem}", self.files[BANK])


def built(place: Place, commit: str) -> Path:
    """A copy of what is live, ready to be the next release."""
    site = place.ready(GONE) / releases.name(place, NOW, commit)
    site.parent.mkdir(exist_ok=True)
    subprocess.run(["cp", "-r", f"{place.live}/.", site], check=True)
    releases.describe(site, commit)
    (site / "more.html").write_text(f'<script src="x.js?v={commit[:8]}"></script>')
    releases.describe(site, commit)
    return site


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an office and an editor whose first commit is live. Nobody works here."""
    folder = tmp_path_factory.mktemp("publish") / "both"
    folder.mkdir()
    drawing = (ROOT / "tests/sites/tiny.txt").read_text(encoding="utf-8")
    office = Office(folder / "www", draw(drawing, folder / "server"))
    yanxi("publish", "init", office.folder, "--root", office.server.root, root=folder)
    editor = Editor(draw(drawing, folder / "editor"))
    editor.git("init", "--quiet", "--initial-branch=main")
    editor.git("remote", "add", "origin", office.repository)
    editor.commit("第一次")
    editor.push()
    return folder


@pytest.fixture
def office(first: Path, tmp_path: Path) -> Office:
    """The office, with the editor's first commit live."""
    folder = Path(shutil.copytree(first, tmp_path / "both", symlinks=True))
    office = Office(folder / "www", Drawn(folder / "server"))
    setup.init(Place(office.folder), office.server.root)
    return office


@pytest.fixture
def editor(office: Office) -> Editor:
    editor = Editor(Drawn(office.folder.parent / "editor"))
    editor.git("remote", "set-url", "origin", office.repository)
    return editor
