"""A drawing of a file tree becomes a folder, and a folder becomes a site."""

import logging
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from tests.documents import ROOT, complete

TEMPLATES = "tools/yanxi/site/theme/templates"


@dataclass(frozen=True)
class Drawn:
    """A project drawn on paper: `text[path]` is what stands in a file of it."""

    root: Path

    def __getitem__(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def __setitem__(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def change(self, path: str, old: str, new: str) -> None:
        assert old in self[path]
        self[path] = self[path].replace(old, new, 1)


def draw(drawing: str, root: Path) -> Drawn:
    """Folders end in a slash; what is indented below a file, behind a bar, is its text."""
    root.mkdir()
    drawn, where = Drawn(root), [(-1, root)]
    for line in drawing.splitlines():
        words = line.lstrip(" ")
        depth = len(line) - len(words)
        while where[-1][0] >= depth:
            where.pop()
        if words.startswith("|"):
            with where[-1][1].open("a", encoding="utf-8") as file:
                file.write(words[2:] + "\n")
            continue
        path = where[-1][1] / words
        if words.endswith("/"):
            path.mkdir(parents=True)
        else:
            path.touch()
        where.append((depth, path))
    return drawn


def dress(drawn: Drawn) -> Drawn:
    """In Material, with our templates over it and the real site's settings of both theme and Markdown."""
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for part in ("theme", "extra", "markdown_extensions"):
        block = re.search(rf"^{part}:.*\n(?: .*\n)*", settings, re.MULTILINE)[0]
        drawn["mkdocs.yml"] = re.sub(rf"^{part}:.*\n(?: .*\n)*", "", drawn["mkdocs.yml"], flags=re.MULTILINE) + block
    shutil.copytree(ROOT / TEMPLATES, drawn.root / TEMPLATES)
    return drawn


def with_older(tiny: Drawn) -> Drawn:
    """Beside the document of the drawing, 2098: the same provisions and ids, other words."""
    for folder in ("docs", "quizzes"):
        shutil.copytree(tiny.root / folder / "2099", tiny.root / folder / "2098")
    tiny["docs/2098/document.yml"] = "title: 旧方案\nshort: 旧\n"
    tiny["docs/2099/document.yml"] = "title: 小方案\ncurrent: true\n"
    for path in ("docs/2098/text.txt", "docs/2098/a1/m1.md", "quizzes/2098/a1/m1.yml"):
        tiny[path] = tiny[path].replace("每月", "每周")
    tiny.change("docs/2098/index.md", "```contents\n2099\n", "```contents\n2098\n")
    tiny.change("docs/2098/glossary.yml", "组织与党员之间的谈话", "旧的解释")
    return tiny


@pytest.fixture
def tiny(tmp_path: Path) -> Drawn:
    """The smallest plan that has every kind of page, drawn in tests/sites/tiny.txt."""
    return draw((ROOT / "tests/sites/tiny.txt").read_text(encoding="utf-8"), tmp_path / "tiny")


@pytest.fixture
def make(caplog: pytest.LogCaptureFixture) -> Callable[..., list[str]]:
    """make(drawn, strict=True, …) builds the site into its folder `site` and gives the log's warnings and errors.

    A build that is given up ends the list with 放弃.
    """

    def run(drawn: Drawn, **settings: object) -> list[str]:
        caplog.clear()
        given_up = False
        config = load_config(str(drawn.root / "mkdocs.yml"), site_dir=str(drawn.root / "site"), **settings)
        with caplog.at_level(logging.WARNING, "mkdocs"):
            try:
                build(config)
            except Abort:
                given_up = True
            finally:
                config.plugins.on_shutdown()
        return [record.getMessage() for record in caplog.records] + (["放弃"] if given_up else [])

    return run


@pytest.fixture(scope="module")
def _shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return complete(tmp_path_factory.mktemp("shipped") / "site", "plan")


@pytest.fixture
def shipped(_shipped: Path) -> Iterator[Drawn]:
    """The plan's project with the repository's own mkdocs.yml, which is put back after each test."""
    drawn = Drawn(_shipped)
    before = drawn["mkdocs.yml"]
    yield drawn
    drawn["mkdocs.yml"] = before
