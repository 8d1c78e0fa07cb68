"""The projects that are built side by side, each a folder with a mkdocs.yml."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tools.dev.bench import generate, plain
from yanxi import project

ROOT = Path(__file__).parents[3]
PROVISION = "a1-m3"
PAGE = "2022/a1/m3"
_QUIZ = re.compile(r"^(?:## 自测\n+)?```quiz\b.*?^```(?:\n|\Z)", re.MULTILINE | re.DOTALL)


def stock(source: Path, target: Path) -> Path:
    """The pages of the project in `source` without questions, under Material as it comes."""
    settings = (source / "mkdocs.yml").read_text(encoding="utf-8")
    for ours, theirs in (
        (r"  custom_dir: .*\n", ""),
        (r"  - yanxi\n", "  - search\n"),
        (r"  - yanxi\.site\.extension\n", ""),
    ):
        settings, replaced = re.subn(rf"^{ours}", theirs, settings, flags=re.MULTILINE)
        assert replaced == 1, ours
    _write(target, settings.replace("  - attr_list\n", "  - attr_list\n  - tables\n"))
    plain.write_all(project.load(source), source / "docs", target / "docs")
    return target


def generated(count: int, target: Path) -> Path:
    """The real pages with a single bank, of `count` generated questions, at the top of one page."""
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    _write(target, re.sub(r"(  custom_dir: )", rf"\g<1>{ROOT.as_posix()}/", settings))
    shutil.copytree(ROOT / "docs", target / "docs")
    for file in target.glob("docs/2022/**/*.md"):
        text = _QUIZ.sub("", file.read_text(encoding="utf-8"))
        if file == target / f"docs/{PAGE}.md":
            # Above the text, where a reader who has come to practise sees it at once.
            text = text.replace("```official", f"```quiz {PROVISION}\n```\n\n```official", 1)
        file.write_text(text, encoding="utf-8")
    package = project.load(ROOT).current
    assert package
    bank = target / f"quizzes/{PAGE}.yml"
    bank.parent.mkdir(parents=True)
    bank.write_text(generate.bank(package.document, PROVISION, count), encoding="utf-8")
    return target


def spread(count: int, target: Path, templated: bool = False) -> Path:
    """The real pages with `count` generated questions, each page with its own bank; see `generate.banks`."""
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    _write(target, re.sub(r"(  custom_dir: )", rf"\g<1>{ROOT.as_posix()}/", settings))
    shutil.copytree(ROOT / "docs", target / "docs")
    package = project.load(ROOT).current
    assert package
    for path, text in generate.banks(package.document, count, templated).items():
        bank = target / f"quizzes/{package.document.name}" / path
        bank.parent.mkdir(parents=True, exist_ok=True)
        bank.write_text(text, encoding="utf-8")
    return target


def _write(target: Path, settings: str) -> None:
    target.mkdir(parents=True)
    (target / "mkdocs.yml").write_text(settings, encoding="utf-8")
