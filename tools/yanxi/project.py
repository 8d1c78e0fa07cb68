"""Everything there is, read once: documents, pages, banks, glossary, and every problem of every file.

A project is a folder with docs/ and quizzes/. A document is a folder of docs/ that holds a text.txt.
"""

from __future__ import annotations

import gc
import hashlib
import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from yanxi.bank import published
from yanxi.bank.checks import check_banks
from yanxi.bank.paper import read_paper, shortages
from yanxi.bank.read import read_bank
from yanxi.document import anchors
from yanxi.document.evidence import emptied, missing_fences
from yanxi.document.files import broken_links, left_behind, meant_for, misplaced
from yanxi.document.pages import Page, missing_pages, read_other, read_page
from yanxi.document.read import read_document
from yanxi.document.review import read_review
from yanxi.document.settings import Settings, check_text, read_settings
from yanxi.document.write import REFERENCE
from yanxi.glossary import read_glossary
from yanxi.model import Bank, Document, Doubt, Duty, Paper, Question, Term
from yanxi.problem import ERROR, NOTICE, WARNING, Problem
from yanxi.yamltext import decode, nodes, parse
from yanxi.yamltext.nodes import Report

TEXT = "text.txt"
SETTINGS = "document.yml"
GLOSSARY = "glossary.yml"
GLOSSARY_PAGE = "glossary.md"
DUTIES_PAGE = "duties.md"
REVIEW = "review.yml"
PAPERS = "papers"
"""The folder of recipes among a document's banks."""
FULL = 1_500_000
"""Bytes from which on an editor is told to go on in another file; a bank may have 2 MB."""

T = TypeVar("T")

# It stands in addresses and in what phones remember.
_PAPER = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
# Fences whose ids are known: those of clauses, questions and terms.
_OWN_IDS = {"official", "note", "points", "duties", "terms", "quiz"}
_ID = re.compile(rb"^[ \t]*-[ \t]+id:[ \t]*([^\s#]+)", re.MULTILINE)
_PART = re.compile(r"-([0-9]{1,3})$")


@dataclass(frozen=True)
class Package:
    """One document with all that belongs to it.

    `banks` is by the id of the page's first provision, `sha256` the fingerprint of text.txt as it is.
    """

    document: Document
    settings: Settings
    pages: dict[str, Page]
    banks: dict[str, Bank]
    glossary: tuple[Term, ...]
    papers: tuple[Paper, ...]
    review: tuple[Doubt, ...] = ()
    published: published.Published | None = None
    sha256: str = ""

    @property
    def names(self) -> dict[str, str]:
        """The short title of each provision's page, by the provision's id; a page names its first provision."""
        return {page.provisions[0].id: page.title for page in self.pages.values() if page.provisions and page.title}

    @property
    def duties(self) -> tuple[Duty, ...]:
        return tuple(duty for page in self.pages.values() for duty in page.duties)

    @property
    def used_ids(self) -> frozenset[str]:
        """Every id that a question has or has had, drafts, published and given up; other ids may be among them."""
        own = (question.id for bank in self.banks.values() for question in bank.questions)
        return frozenset((*own, *(self.published.questions if self.published else ()), *self.settings.retired))

    @property
    def every_question(self) -> Iterator[Question]:
        """The questions of all banks that readers know, retired ones too, in the order of the document; no drafts."""
        for provision in self.document.provisions:
            if provision.id in self.banks:
                yield from (each for each in self.banks[provision.id].questions if not each.draft)

    @property
    def questions(self) -> Iterator[Question]:
        """The live questions of all banks, in the order of the document."""
        for provision in self.document.provisions:
            if provision.id in self.banks:
                yield from self.banks[provision.id].live


@dataclass(frozen=True)
class Project:
    """`packages` has the current document first, then the others from the newest folder's name to the oldest.

    `others` are the pages outside all documents, by their path below docs/. `notices` fail nothing; `problems` do.
    """

    root: Path
    packages: tuple[Package, ...]
    problems: tuple[Problem, ...]
    notices: tuple[Problem, ...] = ()
    others: Mapping[str, Page] = field(default_factory=dict)

    @property
    def current(self) -> Package | None:
        """The document that the site's home is about."""
        return self.packages[0] if self.packages else None

    def package(self, name: str) -> Package | None:
        return next((each for each in self.packages if each.document.name == name), None)

    def unread(self, package: Package) -> list[Problem]:
        """The errors in a document's banks: what is wrong there is not in the package."""
        folder = f"quizzes/{package.document.name}/"
        return [
            each
            for each in self.problems
            if each.severity == ERROR
            and each.path.startswith(folder)
            and not each.path.startswith((f"{folder}{PAPERS}/", f"{folder}{published.FILE}"))
        ]

    @property
    def titles(self) -> dict[str, str]:
        """The short title of every page that has one, by its path below docs/."""
        return {path: page.title for path, page in _all_pages(self.packages, self.others) if page.title}


_cache: dict[Path, tuple[object, Project]] = {}


def load(root: Path) -> Project:
    """The project in `root`, read again only when a file has changed (size or time of change)."""
    root = root.resolve()
    now = stamp(root)
    if root not in _cache or _cache[root][0] != now:
        with _without_collection():
            _cache[root] = (now, _read(root))
    return _cache[root][1]


@contextmanager
def _without_collection() -> Iterator[None]:
    """Reading makes a million values that stay and no cycles; looking for cycles among them would take a third of the
    time, and later as much again of a build's."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()


def stamp(root: Path) -> object:
    """What tells the files of one moment from those of another: a build asks once a page."""
    found: list[tuple[str, int, int]] = []
    waiting = [str(root / "docs"), str(root / "quizzes")]
    while waiting:
        folder = waiting.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError:
            continue
        for entry in entries:
            if entry.is_dir():
                waiting.append(entry.path)
            elif entry.is_file():
                stat = entry.stat()
                found.append((entry.path, stat.st_size, stat.st_mtime_ns))
    return sorted(found)


_memory: dict[str, tuple[tuple[object, ...], Any, tuple[Problem, ...]]] = {}


def _remembered(file: Path, inputs: tuple[object, ...], make: Callable[[Report], T], report: Report) -> T:
    """What has been made of a file, with its problems: made again only where the file or what else goes into it has changed."""
    stat = file.stat()
    inputs = (stat.st_size, stat.st_mtime_ns, *inputs)
    known = _memory.get(str(file))
    if known is None or known[0] != inputs:
        problems: list[Problem] = []
        made = make(problems.append)
        known = _memory[str(file)] = (inputs, made, tuple(problems))
    for problem in known[2]:
        report(problem)
    return known[1]


def _read(root: Path) -> Project:
    problems: list[Problem] = []
    report = problems.append
    # A document whose text has been deleted is still meant to be one.
    names = sorted(
        {file.parent.name for name in (TEXT, SETTINGS) for file in root.glob(f"docs/*/{name}")}, reverse=True
    )
    packages = [_package(root, name, report) for name in names]
    if not packages:
        message = f"docs 下没有哪个文件夹放着 {TEXT}。"
        report(Problem("docs", 1, 1, "没有方案", message, "请在项目的根目录运行，并检查 docs/2022/text.txt。"))
    problems.extend(_strays(root, set(names)))
    current = _current(packages, report)
    packages.sort(key=lambda each: each is not current)
    docs = [file.relative_to(root / "docs").as_posix() for file in _files(root / "docs")]
    others = dict(_others(root, docs, names, current, report))
    unread = {each.path.removeprefix("docs/") for each in problems if each.path.endswith(".md")}
    problems.extend(misplaced(docs, {*_known(packages, others, docs), *_outside(unread, names), GLOSSARY}))
    ids = dict(_ids(packages, others))
    for path, page in _all_pages(packages, others):
        problems.extend(broken_links(path, page.links, docs))
        problems.extend(anchors.broken(path, page.links, ids))
    found = sorted(set(problems))
    notices = tuple(each for each in found if each.severity == NOTICE)
    return Project(root, tuple(packages), tuple(each for each in found if each.severity != NOTICE), notices, others)


def _others(
    root: Path, docs: list[str], names: list[str], current: Package | None, report: Report
) -> Iterator[tuple[str, Page]]:
    """The pages outside all documents."""
    banks = current.banks if current else {}
    document = current.document if current else None
    for path in docs:
        if path.endswith(".md") and path.partition("/")[0] not in names:
            name = f"docs/{path}"

            def read(report: Report, name: str = name) -> Page | None:
                text = decode.read_text(root / name, name, report)
                return None if text is None else read_other(name, text, document, report)

            if page := _remembered(root / name, (document,), read, report):
                _check_quizzes(page, name, banks, report)
                yield path, page


def _outside(paths: Iterable[str], names: list[str]) -> set[str]:
    """Those of the pages that belong to no document."""
    return {path for path in paths if path.partition("/")[0] not in names}


def _known(packages: Iterable[Package], others: Mapping[str, Page], docs: Iterable[str]) -> set[str]:
    """Which of the files `docs` of docs/ have a meaning."""
    known = set(others)
    for package in packages:
        if not package.document.provisions:  # its text cannot be read, and nothing can be said of its pages
            known |= {path for path in docs if path.startswith(f"{package.document.name}/")}
        own = (TEXT, SETTINGS, GLOSSARY, REVIEW, *REFERENCE, "index.md", *package.document.by_page)
        known |= {f"{package.document.name}/{name}" for name in own}
    return known


def _all_pages(packages: Iterable[Package], others: Mapping[str, Page]) -> Iterator[tuple[str, Page]]:
    """Every page with its path below docs/."""
    for package in packages:
        for path, page in package.pages.items():
            yield f"{package.document.name}/{path}", page
    yield from others.items()


def _ids(packages: Iterable[Package], others: Mapping[str, Page]) -> Iterator[tuple[str, set[str] | None]]:
    """What a link may name on each page; None on a page that is made of things from all over the document."""
    for package in packages:
        terms = {term.id for term in package.glossary}
        for path, page in package.pages.items():
            found = set(page.headings)
            for provision in page.provisions:
                found |= {clause.id for clause in provision.clauses}
            for bank in filter(None, (package.banks.get(quiz.value) for quiz in page.quizzes)):
                found |= {question.id for question in bank.live}
                found |= {f"{question.id}-case" for question in bank.live if question.case}
            own = page.types <= _OWN_IDS
            yield f"{package.document.name}/{path}", found | terms if own else None
    for path, page in others.items():
        yield path, None if page.types else set(page.headings)


def _current(packages: list[Package], report: Report) -> Package | None:
    """The one document that says `current: true`; one alone need not say it."""
    claimed = [each for each in packages if each.settings.current]
    if len(packages) > 1 and len(claimed) != 1:
        place = (claimed or packages)[-1].document.name
        said = "、".join(each.document.name for each in claimed)
        message = f"{said} 都写了 current: true。" if claimed else "有几份方案，没有哪一份写明首页用它。"
        hint = "请只在一份方案的 document.yml 里写 current: true。"
        report(Problem(f"docs/{place}/{SETTINGS}", 1, 1, "首页用哪一份", message, hint))
    return next(iter(claimed or packages), None)


def _strays(root: Path, names: set[str]) -> Iterator[Problem]:
    """What belongs to no document would be passed over in silence."""
    for path in sorted((root / "quizzes").glob("*")):
        if path.name not in names and not left_behind(path.name):
            message = f"docs 下没有 {path.name}/{TEXT}，“{path.name}”里的题用不上。"
            hint = "题库放在与方案同名的文件夹里，如 quizzes/2022；试卷配方放在 quizzes/2022/papers。"
            yield Problem(f"quizzes/{path.name}", 1, 1, "没有这个方案", message, hint)
    if (root / "docs" / GLOSSARY).exists():
        message = "术语表要放在它的方案里。"
        yield Problem(
            f"docs/{GLOSSARY}", 1, 1, "术语表的位置", message, f"请移到方案的文件夹，如 docs/2022/{GLOSSARY}。"
        )


def _package(root: Path, name: str, report: Report) -> Package:
    folder, banks_folder = f"docs/{name}", f"quizzes/{name}"
    unread: list[Problem] = []

    def watch(problem: Problem) -> None:
        report(problem)
        if problem.severity == ERROR:
            unread.append(problem)

    settings = _settings(root, folder, watch)
    if not (root / folder / TEXT).exists():
        message = "没有官方原文，页面和题库无从核对。"
        report(
            Problem(
                f"{folder}/{TEXT}",
                1,
                1,
                "缺少原文",
                message,
                f"误删了的，请从原来的版本恢复：git restore {folder}/{TEXT}；新的方案请运行 yanxi new。",
            )
        )
        return Package(Document(name, "", ()), settings, {}, {}, (), ())
    text = decode.read_text(root / folder / TEXT, f"{folder}/{TEXT}", report)
    if text is None:  # nothing else can be judged without it
        return Package(Document(name, "", ()), settings, {}, {}, (), ())
    data = (root / folder / TEXT).read_bytes()
    for problem in check_text(settings, data, f"{folder}/{TEXT}"):
        report(problem)
        # Until it is settled which text is the right one, nothing is held against a wrong one.
        report = _nothing

    def read(report: Report) -> Document:
        return read_document(text, name, f"{folder}/{TEXT}", report, settings.levels)

    document = _remembered(root / folder / TEXT, (settings.levels,), read, watch)
    if not document.provisions:
        return Package(document, settings, {}, {}, (), ())
    files = {file.relative_to(root / folder).as_posix(): file for file in _files(root / folder) if file.suffix == ".md"}
    own = {path: file for path, file in files.items() if path in (*document.by_page, *REFERENCE, "index.md")}
    pages = dict(_pages(own, folder, document, report))
    for problem in missing_pages(document, files, folder):
        report(problem)
    sorts = [(page.path, page.provisions[0].kind, set(page.types)) for page in pages.values() if page.provisions]
    for problem in (
        *missing_fences(sorts, folder),
        *emptied(((path, page.types) for path, page in pages.items()), REFERENCE, folder),
    ):
        report(problem)
    glossary = _glossary(root / folder / GLOSSARY, f"{folder}/{GLOSSARY}", document, report)
    if not (root / folder / GLOSSARY).exists() and any({"terms", "glossary"} & page.types for page in pages.values()):
        message = "页面上有 terms 或 glossary 围栏，方案里却没有术语表。"
        hint = "请从原来的版本恢复它；还没有术语的，请新建它，写一行 terms: []。"
        report(Problem(f"{folder}/{GLOSSARY}", 1, 1, "缺少术语表", message, hint))
    banks = dict(_banks(root / banks_folder, banks_folder, document, glossary, watch))
    for problem in _twice(pages.values()):
        report(problem)
    glossary = glossary or ()
    for page in pages.values():
        _check_quizzes(page, f"{folder}/{page.path}", banks, report)
    for problem in _unlinked(banks, files, folder):
        report(problem)
    for problem in check_banks(tuple(banks.values()), document, glossary):
        report(problem)
    package = Package(
        document,
        settings,
        pages,
        banks,
        glossary,
        (),
        _review(root, folder, document, report),
        _published(root / banks_folder / published.FILE, f"{banks_folder}/{published.FILE}", watch),
        hashlib.sha256(data).hexdigest(),
    )
    # What cannot be read is not gone: first that is mended.
    for problem in () if unread else _broken_promises(package, f"{folder}/{SETTINGS}"):
        report(problem)
    return replace(
        package,
        papers=tuple(_papers(root / banks_folder / PAPERS, f"{banks_folder}/{PAPERS}", package, not unread, report)),
    )


def _nothing(problem: Problem) -> None:
    """Passes over a problem."""


def _twice(pages: Iterable[Page]) -> Iterator[Problem]:
    """A problem for each duty with the id of another: calendars and readers' programs go by it."""
    first: dict[str, Duty] = {}
    for duty in (each for page in pages for each in page.duties if each.id):
        if duty.id in first:
            earlier = first[duty.id].quote.at
            message = f"责任的编号“{duty.id}”已用于 {earlier.path} 第 {earlier.line} 行那一条。"
            yield duty.quote.at.problem("责任编号重复", message, "请换一个没有用过的编号，或删去 id 这一行。")
        first.setdefault(duty.id, duty)


def _published(file: Path, name: str, report: Report) -> published.Published | None:
    """The ids that have been published; None before the first time."""
    text = decode.read_text(file, name, report) if file.exists() else None
    return None if text is None else published.read_published(text, name, report)


def _broken_promises(package: Package, shown: str) -> Iterator[Problem]:
    """The problems of ids that readers know; `shown` is the path of document.yml."""
    known, document, settings = package.published, package.document, package.settings
    if known is None:
        return
    yield from published.check_text(known, document, settings.retired)
    yield from published.check_questions(known, package.banks.values(), document, settings.retired)
    yield from published.check_retired(known, settings.retired)
    if settings.sha256 is None:
        message = "公布过的方案要记下原文的指纹，原文被改动时才看得出来。"
        yield Problem(shown, 1, 1, "原文的指纹", message, f"请补一行 sha256: {package.sha256}。")
    if new := published.new_ids(known, document, package.every_question):
        message = f"有 {len(new)} 个编号还没有记下（{new[0]}{'等' if len(new) > 1 else ''}）。"
        yield Problem(known.path, 1, 1, "新的编号", message, "公布以前请运行 yanxi ids。", NOTICE)


def _settings(root: Path, folder: str, report: Report) -> Settings:
    file, name = root / folder / SETTINGS, f"{folder}/{SETTINGS}"
    if not file.exists():
        message = "没有这个文件，不知道这份方案叫什么。"
        report(
            Problem(
                name,
                1,
                1,
                "缺少方案说明",
                message,
                f"误删了的，请从原来的版本恢复：git restore {name}；没有过的，请新建它，第一行写“title: ”和全名。",
            )
        )
        return read_settings(None, folder.rpartition("/")[2], report)
    return read_settings(parse.read_file(file, name, report), folder.rpartition("/")[2], report)


def _glossary(file: Path, name: str, document: Document, report: Report) -> tuple[Term, ...] | None:
    """The document's terms; None where there are none to be read."""

    def read(report: Report) -> tuple[Term, ...] | None:
        node = parse.read_file(file, name, report)
        return None if node is None else read_glossary(node, document, report)

    return _remembered(file, (document,), read, report) if file.exists() else None


def _review(root: Path, folder: str, document: Document, report: Report) -> tuple[Doubt, ...]:
    file, name = root / folder / REVIEW, f"{folder}/{REVIEW}"
    return read_review(parse.read_file(file, name, report), document, report) if file.exists() else ()


def _papers(folder: Path, shown: str, package: Package, whole: bool, report: Report) -> Iterator[Paper]:
    """The recipes that can be read, each held against the document's banks where these could be read as a `whole`."""
    titles: dict[str, str] = {}
    for file in _files(folder) if folder.is_dir() else ():
        name = f"{shown}/{file.relative_to(folder).as_posix()}"
        if file.suffix != ".yml" or file.parent != folder or not _PAPER.fullmatch(file.stem):
            message = f"试卷的文件夹里有认不出的文件“{file.name}”。"
            hint = "试卷配方直接放在 papers 里，文件名用小写字母、数字和短横，以 .yml 结尾，如 quiz-1.yml。"
            report(Problem(name, 1, 1, "文件名", message, hint))
            continue
        node = parse.read_file(file, name, report)
        paper = read_paper(node, file.stem, package.document, report)
        if paper:
            if paper.title in titles and isinstance(node, nodes.Mapping) and (place := node.get("title")):
                message = f"试卷“{paper.title}”和 {titles[paper.title]} 同名，读者分不出是哪一份。"
                report(place.problem("试卷同名", message, "请改 title，再换一个 seed；是副本，请删去。"))
            titles.setdefault(paper.title, file.name)
            for problem in shortages(paper, package.questions) if whole else ():
                report(problem)
            yield paper


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and not left_behind(path.name))


def _pages(files: dict[str, Path], shown: str, document: Document, report: Report) -> Iterator[tuple[str, Page]]:
    for path, file in files.items():

        def read(report: Report, path: str = path, file: Path = file) -> Page | None:
            text = decode.read_text(file, f"{shown}/{path}", report)
            return None if text is None else read_page(path, f"{shown}/{path}", text, document, report)

        if page := _remembered(file, (document,), read, report):
            yield path, page


def _unlinked(banks: dict[str, Bank], files: Collection[str], folder: str) -> Iterator[Problem]:
    """A problem for each question whose term has no page to link to."""
    for question in (each for bank in banks.values() for each in bank.live if each.term):
        if GLOSSARY_PAGE not in files:
            name = f"{folder}/{GLOSSARY_PAGE}"
            message = f"这一题依据术语表，方案里却没有术语页 {GLOSSARY_PAGE}。"
            yield question.at.get("term").problem(
                "没有术语页", message, f"误删了的，请恢复：git restore {name}；没有过的，请新建它，放入 glossary 围栏。"
            )


def _banks(
    folder: Path, shown: str, document: Document, glossary: tuple[Term, ...] | None, report: Report
) -> Iterator[tuple[str, Bank]]:
    """Each page's questions. The bank of a1/m3.md is a1/m3.yml, and goes on in a1/m3-2.yml, a1/m3-3.yml …"""
    parts: dict[str, dict[tuple[int, str], Bank]] = {}
    known = [f"{page.removesuffix('.md')}.yml" for page in document.by_page]
    copies = dict(_copies(folder, document))
    for file in _files(folder):
        path = file.relative_to(folder).as_posix()
        if path.startswith(f"{PAPERS}/") or path == published.FILE:
            continue
        name = f"{shown}/{path}"
        if file.suffix != ".yml":
            meant = meant_for(path, known)
            hint = f"请改名为 {meant.rpartition('/')[2]}。" if meant else "题库是 .yml 文件，请移走或转换它。"
            report(Problem(name, 1, 1, "文件名", f"题库文件夹里有认不出的文件“{file.name}”。", hint))
            continue
        page, part = path.removesuffix(".yml"), 1
        if f"{page}.md" not in document.by_page and (match := _PART.search(page)):
            page, part = page[: match.start()], int(match[1])
        provisions = document.by_page.get(f"{page}.md")
        if not provisions:
            report(
                Problem(
                    name,
                    1,
                    1,
                    "没有这一页",
                    f"这个题库旁边没有页面 docs/{document.name}/{path.removesuffix('.yml')}.md。",
                    f"请改名为 {meant}。"
                    if (meant := meant_for(path, known))
                    else "题库与页面同名，请检查文件名；副本请删去。",
                )
            )
            continue
        if file in copies:
            message = f"这个题库的题号和 {copies[file]} 的全都一样，是它的副本。"
            hint = "请删去副本；要照着写新题，每一题换一个没有用过的号。"
            report(Problem(name, 1, 1, "题库的副本", message, hint))
            continue
        if decode.MAX_BYTES >= (size := file.stat().st_size) > FULL:
            message = f"这个题库有 {size} 字节，到 {decode.MAX_BYTES} 字节就读不了了。"
            hint = f"请把后面的题移到旁边的新文件 {Path(page).name}-{part + 1}.yml，第一行也写 questions:，页面不用改。"
            report(Problem(name, 1, 1, "题库将满", message, hint, WARNING))
        first = provisions[0].id

        def read(report: Report, file: Path = file, name: str = name, first: str = first) -> Bank:
            return read_bank(parse.read_file(file, name, report), first, name, document, report, glossary)

        parts.setdefault(first, {})[part, name] = _remembered(file, (document, glossary), read, report)
    for first, banks in parts.items():
        ordered = [banks[key] for key in sorted(banks)]
        yield first, replace(ordered[0], questions=tuple(each for bank in ordered for each in bank.questions))


def _copies(folder: Path, document: Document) -> Iterator[tuple[Path, str]]:
    """The banks that have been copied to another name and not changed, each with the name of the bank that it is a copy of."""
    same: dict[tuple[bytes, ...], list[Path]] = {}
    for file in _files(folder):
        path = file.relative_to(folder).as_posix()
        if file.suffix == ".yml" and not path.startswith(f"{PAPERS}/") and file.stat().st_size <= decode.MAX_BYTES:
            same.setdefault(tuple(_ID.findall(file.read_bytes())), []).append(file)
    for ids, files in same.items():
        if len(ids) > 1 and len(files) > 1:
            own = ids[0].rpartition(b"-q")[0].decode("ascii", "replace")
            pages = {page.removesuffix(".md") for page, held in document.by_page.items() if held[0].id == own}
            files.sort(key=lambda each: each.relative_to(folder).as_posix().removesuffix(".yml") not in pages)
            yield from ((each, files[0].relative_to(folder).as_posix()) for each in files[1:])


def next_part(path: str, document: Document) -> str:
    """The file in which a bank goes on that is full: m3-2.yml behind m3.yml, m3-3.yml behind that."""
    page = path.removeprefix(f"quizzes/{document.name}/").removesuffix(".yml")
    match = None if f"{page}.md" in document.by_page else _PART.search(page)
    first, part = (page[: match.start()], int(match[1])) if match else (page, 1)
    return f"quizzes/{document.name}/{first}-{part + 1}.yml"


def _check_quizzes(page: Page, name: str, banks: dict[str, Bank], report: Report) -> None:
    asked: set[str] = set()
    for quiz in page.quizzes:
        if quiz.value not in banks:
            message = f"quiz 围栏要“{quiz.value}”的题库，没有这样的文件。"
            hint = "请检查编号；误删了题库的，请从原来的版本恢复它；还没有题库的，请运行 yanxi new question。"
            report(quiz.problem("没有这个题库", message, hint))
        elif quiz.value in asked:
            report(quiz.problem("题库用了两次", f"这一页已经有“{quiz.value}”的 quiz 围栏。", "请删去一个。"))
        asked.add(quiz.value)
    others = sorted(asked - {each.id for each in page.provisions})
    for provision in page.provisions[:1]:
        if provision.id in banks and provision.id not in asked:
            report(
                Problem(
                    name,
                    1,
                    1,
                    "题库没有用上",
                    f"有“{provision.id}”的题库，这一页却没有 quiz 围栏。",
                    f"请把“```quiz {others[0]}”改成“```quiz {provision.id}”。"
                    if others and page.provisions
                    else f"请在“自测”下放入 ```quiz {provision.id} 和 ``` 两行。",
                )
            )
