"""Everything there is, read once: documents, pages, banks, glossary, and every problem of every file.

A project is a folder with docs/ and quizzes/. A document is a folder of docs/ that holds a text.txt.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from yanxi.bank.checks import check_banks
from yanxi.bank.paper import read_paper, shortages
from yanxi.bank.read import read_bank
from yanxi.document.pages import Page, missing_pages, read_page
from yanxi.document.read import read_document
from yanxi.glossary import read_glossary
from yanxi.model import Bank, Document, Duty, Paper, Question, Term
from yanxi.problem import Problem
from yanxi.yamltext import decode, parse
from yanxi.yamltext.nodes import Report

TEXT = "text.txt"
PAPERS = "quizzes/papers"


@dataclass(frozen=True)
class Package:
    """One document with its pages and banks. `banks` is by the id of the page's first provision."""

    document: Document
    pages: dict[str, Page]
    banks: dict[str, Bank]

    @property
    def names(self) -> dict[str, str]:
        """The short title of each provision's page, by the provision's id; a page names its first provision."""
        return {page.provisions[0].id: page.title for page in self.pages.values() if page.provisions and page.title}

    @property
    def duties(self) -> tuple[Duty, ...]:
        return tuple(duty for page in self.pages.values() for duty in page.duties)

    @property
    def questions(self) -> Iterator[Question]:
        """The live questions of all banks, in the order of the plan."""
        for provision in self.document.provisions:
            if provision.id in self.banks:
                yield from self.banks[provision.id].live


@dataclass(frozen=True)
class Project:
    root: Path
    packages: tuple[Package, ...]
    glossary: tuple[Term, ...]
    papers: tuple[Paper, ...]
    problems: tuple[Problem, ...]

    @property
    def latest(self) -> Package | None:
        return self.packages[-1] if self.packages else None


_cache: dict[Path, tuple[object, Project]] = {}


def load(root: Path) -> Project:
    """The project in `root`, read again only when a file has changed (size or time of change)."""
    root = root.resolve()
    stamp = _stamp(root)
    if root not in _cache or _cache[root][0] != stamp:
        _cache[root] = (stamp, _read(root))
    return _cache[root][1]


def _stamp(root: Path) -> object:
    files = sorted(
        path
        for pattern in ("docs/**/*.md", "docs/**/*.txt", "docs/*.yml", "quizzes/**/*")
        for path in root.glob(pattern)
    )
    return tuple((str(path), (stat := path.stat()).st_size, stat.st_mtime_ns) for path in files if path.is_file())


def _read(root: Path) -> Project:
    problems: list[Problem] = []
    report = problems.append
    packages = tuple(_package(root, text.parent.name, report) for text in sorted(root.glob(f"docs/*/{TEXT}")))
    if not packages:
        report(
            Problem(
                "docs",
                1,
                1,
                "没有方案",
                f"docs 下没有哪个文件夹放着 {TEXT}。",
                "请在项目的根目录运行，并检查 docs/2022/text.txt。",
            )
        )
    glossary_file = root / "docs/glossary.yml"
    glossary = (
        read_glossary(parse.read_file(glossary_file, "docs/glossary.yml", report), report)
        if glossary_file.exists()
        else ()
    )
    problems.extend(_strays(root / "quizzes", {package.document.name for package in packages}))
    for package in packages:
        problems.extend(check_banks(tuple(package.banks.values()), package.document, glossary))
    papers = tuple(_papers(root / PAPERS, packages[-1], report)) if packages else ()
    return Project(root, packages, glossary, papers, tuple(sorted(set(problems))))


def _strays(folder: Path, packages: set[str]) -> Iterator[Problem]:
    """Banks that belong to no plan would be passed over in silence."""
    for path in sorted(folder.glob("*")):
        if path.name not in (*packages, Path(PAPERS).name) and not path.name.startswith("."):
            message = f"docs 下没有 {path.name}/{TEXT}，“{path.name}”里的题用不上。"
            yield Problem(
                f"quizzes/{path.name}", 1, 1, "没有这个方案", message, "题库放在与方案同名的文件夹里，如 quizzes/2022。"
            )


def _papers(folder: Path, package: Package, report: Report) -> Iterator[Paper]:
    """The recipes that can be read, each held against the latest document's banks."""
    for file in sorted(folder.glob("*.yml")):
        name = f"{PAPERS}/{file.name}"
        paper = read_paper(parse.read_file(file, name, report), file.stem, package.document, report)
        if paper:
            for problem in shortages(paper, package.questions):
                report(problem)
            yield paper


def _package(root: Path, name: str, report: Report) -> Package:
    folder = f"docs/{name}"
    text = decode.read_text(root / folder / TEXT, f"{folder}/{TEXT}", report)
    if text is None:  # nothing else can be judged without it
        return Package(Document(name, "", ()), {}, {})
    document = read_document(text, name, f"{folder}/{TEXT}", report)
    files = {file.relative_to(root / folder).as_posix(): file for file in _files(root / folder) if file.suffix == ".md"}
    pages = dict(_pages(files, folder, document, report))
    for problem in missing_pages(document, files, folder):
        report(problem)
    banks = dict(_banks(root / "quizzes" / name, f"quizzes/{name}", document, report))
    for page in pages.values():
        _check_quizzes(page, f"{folder}/{page.path}", banks, report)
    return Package(document, pages, banks)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))


def _pages(files: dict[str, Path], shown: str, document: Document, report: Report) -> Iterator[tuple[str, Page]]:
    for path, file in files.items():
        text = decode.read_text(file, f"{shown}/{path}", report)
        if text is not None:
            yield path, read_page(path, f"{shown}/{path}", text, document, report)


def _banks(folder: Path, shown: str, document: Document, report: Report) -> Iterator[tuple[str, Bank]]:
    for file in _files(folder):
        path = file.relative_to(folder).as_posix()
        name = f"{shown}/{path}"
        if file.suffix != ".yml":
            hint = (
                f"请改名为 {file.stem}.yml。"
                if file.suffix.lower() in (".yaml", ".yml")
                else "题库是 .yml 文件，请移走或转换它。"
            )
            report(Problem(name, 1, 1, "文件名", f"题库文件夹里有认不出的文件“{file.name}”。", hint))
            continue
        provisions = document.by_page.get(path.removesuffix(".yml") + ".md")
        if not provisions:
            report(
                Problem(
                    name,
                    1,
                    1,
                    "没有这一页",
                    f"这个题库旁边没有页面 docs/{document.name}/{path.removesuffix('.yml')}.md。",
                    "题库与页面同名，请检查文件名。",
                )
            )
            continue
        first = provisions[0].id
        yield first, read_bank(parse.read_file(file, name, report), first, name, document, report)


def _check_quizzes(page: Page, name: str, banks: dict[str, Bank], report: Report) -> None:
    asked: set[str] = set()
    for quiz in page.quizzes:
        if quiz.value not in banks:
            message = f"quiz 围栏要“{quiz.value}”的题库，没有这样的文件。"
            report(quiz.problem("没有这个题库", message, "请检查编号，或新建题库。"))
        elif quiz.value in asked:
            report(quiz.problem("题库用了两次", f"这一页已经有“{quiz.value}”的 quiz 围栏。", "请删去一个。"))
        asked.add(quiz.value)
    for provision in page.provisions[:1]:
        if provision.id in banks and provision.id not in asked:
            report(
                Problem(
                    name,
                    1,
                    1,
                    "题库没有用上",
                    f"有“{provision.id}”的题库，这一页却没有 quiz 围栏。",
                    "请在“自测”下放入 quiz 围栏。",
                )
            )
