"""The documents that tests of the engine stand on, whatever stands in the repository's own docs/ and quizzes/.

A folder beside this file is a document, and a project of its own with docs/NAME and quizzes/NAME:

plan: an excerpt of a real plan with every level of it, every fence and every kind of question. Golden cases quote it.
rules: an invented regulation by 第×章 and 第×条, with a title and a signature, and two small banks.
"""

import re
import shutil
from functools import cache
from pathlib import Path

from yanxi import project
from yanxi.document.read import read_document
from yanxi.model import Document, Term

ROOT = Path(__file__).parents[2]
PLAN = ROOT / "tests/documents/plan"
TEXT = PLAN / "docs/plan/text.txt"
TITLE = "教育系统主体责任工作实施方案（节选）"

# What the site has beside its documents.
OWN = ("index.md", "glossary.md", "study", "help", "assets")


@cache
def document() -> Document:
    """The plan as the engine reads it."""
    problems = []
    read = read_document(TEXT.read_bytes().decode(), "plan", "docs/plan/text.txt", problems.append)
    assert not problems
    return read


@cache
def glossary() -> tuple[Term, ...]:
    """The plan's terms."""
    return project.load(PLAN).packages[0].glossary


@cache
def banks() -> dict[str, str]:
    """The text of every bank of the plan, by its path in the project."""
    files = [file for file in sorted((PLAN / "quizzes/plan").rglob("*.yml")) if file.parent.name != "papers"]
    return {file.relative_to(PLAN).as_posix(): file.read_text(encoding="utf-8") for file in files}


def first_provision(bank: str) -> str:
    """The provision whose bank stands at this path."""
    page = bank.removeprefix("quizzes/plan/").removesuffix(".yml") + ".md"
    return document().by_page[page][0].id


def complete(folder: Path, *names: str) -> Path:
    """Makes a project with these documents and all that the repository's site has beside its own; gives `folder`."""
    assert (ROOT / "docs/assets/yanxi.js").exists(), "docs/assets/yanxi.js is missing: make widget"
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = re.sub(r"(?<=  custom_dir: )", f"{ROOT.as_posix()}/", settings)
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    for name in OWN:
        copy = shutil.copytree if (ROOT / "docs" / name).is_dir() else shutil.copy
        copy(ROOT / "docs" / name, folder / "docs" / name)
    for name in names:
        own = shutil.ignore_patterns("mkdocs.yml")
        shutil.copytree(ROOT / "tests/documents" / name, folder, ignore=own, dirs_exist_ok=True)
    return folder
