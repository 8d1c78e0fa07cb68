"""Rows held against the bank: what would be added, changed, retired, what is refused, and the files that come of it.

Nothing here writes. A row is the question of its id; without one it is the question of the same kind and stem, or a new one.
What its table has no column for stays as it is in the bank. Questions that no row is about stay, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from yanxi.bank import published, write
from yanxi.bank.checks import RULES, check_banks, ids
from yanxi.bank.checks.words import bigrams
from yanxi.bank.read import read_bank, read_question
from yanxi.chinese import meaning
from yanxi.exchange import columns, selection
from yanxi.exchange import rows as table
from yanxi.exchange.rows import Row
from yanxi.model import Bank, Case, Clause, Document, Question
from yanxi.problem import ERROR, NOTICE, Problem
from yanxi.project import Package
from yanxi.yamltext import decode, parse
from yanxi.yamltext.nodes import Mapping, Text

OFFERED = 3
"""Clauses that a draft is offered."""


@dataclass(frozen=True)
class Change:
    """A question as it would be, and as it is; None where it is new. `offered` are the clauses nearest to a draft."""

    after: Question
    before: Question | None = None
    offered: tuple[Clause, ...] = ()


@dataclass(frozen=True)
class Plan:
    """What an import would do. With problems it does nothing; notices are worth knowing.

    Attributes:
        same: how many rows say what the bank says.
        files: the banks' new texts, by path.
    """

    added: tuple[Change, ...] = ()
    changed: tuple[Change, ...] = ()
    retired: tuple[Change, ...] = ()
    same: int = 0
    problems: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()
    files: dict[str, str] = field(default_factory=dict)


def plan(found: list[Row], package: Package, root: Path) -> Plan:
    """What comes of these rows; `root` is the project's folder, where the banks' files are read again."""
    maker = _Maker(package)
    changes = [change for row in found if (change := maker.change(row))]
    changes = list(maker.checked(changes))
    moved = [each for each in changes if each.before is None or each.after != each.before]
    files = {} if maker.errors else dict(maker.files(moved, root))
    problems = tuple(sorted({each for each in maker.problems if each.severity == ERROR}))
    retired = [each for each in moved if each.before and each.after.retired and not each.before.retired]
    return Plan(
        tuple(each for each in moved if each.before is None),
        tuple(each for each in moved if each.before and each not in retired),
        tuple(retired),
        len(changes) - len(moved),
        problems,
        tuple(sorted({each for each in maker.problems if each.severity != ERROR and each.code != "草稿"})),
        {} if problems else files,
    )


def nearest(asked: str, document: Document, place: str = "") -> list[Clause]:
    """The clauses that say most of what a question says, the nearest first; of one page, or of all."""
    words = bigrams(meaning(asked))
    weighed = []
    for provision in document.provisions:
        if not place or provision.page == document.by_id[place].page:
            for clause in provision.body:
                held = bigrams(meaning(clause.text))
                shared = len(words & held)
                if shared > 1:
                    weighed.append((-shared * shared / len(held), clause.start, clause))
    return [clause for _, _, clause in sorted(weighed, key=lambda each: each[:2])[:OFFERED]]


class _Maker:
    """Makes questions of rows, one after another, and keeps count of what has been given away."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.problems: list[Problem] = []
        self.known = {question.id: question for bank in package.banks.values() for question in bank.questions}
        self.by_words: dict[tuple[str, str], list[Question]] = {}
        for question in self.known.values():
            if not question.retired:
                for words in {meaning(question.stem), meaning(selection.stem(question))}:
                    self.by_words.setdefault((question.kind, words), []).append(question)
        self.taken: dict[str, Row] = {}
        self.used = set(package.used_ids)
        self.cases: dict[str, dict[str, Case]] = {}

    @property
    def errors(self) -> bool:
        return any(each.severity == ERROR for each in self.problems)

    def change(self, row: Row) -> Change | None:
        """The question of a row; None after reporting."""
        row = table.sourced(row, self.package.document)
        before = self._before(row)
        row = self._parted(row, before)
        place = before.provision if before else self._place(row)
        if not place:
            return None
        written = table.entry(row, place, self.package.document, self.problems.append)
        if written is None:
            return None
        path = before.at.path if before else self._last(place)
        if not self._case(row, path):
            return None
        if before:
            written = _merged(before, written, row)
        name = before.id if before else self._id(row, place)
        if not name or not self._take(name, row):
            return None
        written = _with(written, "id", name, row.cells.get("题号", row.at))
        offered: tuple[Clause, ...] = ()
        if before is None or before.draft:
            written, offered = self._bound(written, place)
        after = read_question(
            written, place, self.package.document, self.cases[path], self.package.glossary, self.problems.append
        )
        return Change(after, before, offered) if after else None

    def _before(self, row: Row) -> Question | None:
        """The question that a row is about; None where it is a new one."""
        if (name := _number(row)) in self.known:
            return self.known[name]
        if name:
            return None
        kind = table.kind_of(row, lambda _: None)
        same = self.by_words.get((kind, meaning(row.text("题干"))), [])
        place = table.page(row, self.package.document)
        same = [each for each in same if each.id not in self.taken and place in ("", each.provision)]
        return same[0] if same else None

    def _parted(self, row: Row, before: Question | None) -> Row:
        """A row with its case apart; one that says no other than the bank is that of the bank."""
        if before and not before.case:
            return row
        known = {selection.line(each.case.text): each.case.name for each in self.known.values() if each.case}
        made = table.parted(row, known)
        if before and before.case and made is not row:
            _, story = table.case(made) or ("", "")
            said = before.case.text if selection.line(before.case.text) == story else story
            cell = made.cells["材料"]
            cells = {**made.cells, "材料": replace(cell, value=columns.joined((before.case.name, said)))}
            return replace(made, cells=cells)
        return made

    def _place(self, row: Row) -> str:
        """The page of a new question: what it says, its id says, or where the text is nearest to it."""
        document = self.package.document
        place = table.page(row, document)
        if not place and (name := _number(row)):
            top = document.by_id.get(name.rpartition("-q")[0])
            place = document.by_page[top.page][0].id if top else ""
        if not place and row.text("章节"):
            message = f"方案里没有“{row.text('章节')}”这一页，看内容来放。"
            self.problems.append(row.cell("章节").problem("没有这一页", message, "请写页号，如 a1-m3。", NOTICE))
        if not place:
            near = nearest(_words(row), document)
            place = document.by_page[document.by_id[near[0].provision].page][0].id if near else ""
        if place in self.package.banks:
            return place
        if place:
            message, hint = f"“{place}”这一页还没有题库。", "请先新建题库文件，并在页面上放 quiz 围栏。"
        else:
            message, hint = "不知道这一题放在哪一页。", "请在“章节”里写页号，如 a1-m3。"
        self.problems.append(row.cell("章节").problem("没有这一页", message, hint))
        return ""

    def _last(self, place: str) -> str:
        """The file that goes on with a page's questions."""
        return self.package.banks[place].last_path

    def _case(self, row: Row, path: str) -> bool:
        """Enters a row's case among those of its file."""
        held = self.cases.setdefault(
            path,
            {each.case.name: each.case for each in self.known.values() if each.case and each.at.path == path},
        )
        said = table.case(row)
        if said and said[1]:
            name, words = said
            earlier = held.get(name)
            if earlier and earlier.text != words and earlier.at.path == row.at.path:
                message = f"材料“{name}”在第 {earlier.at.line} 行是另一段话。"
                self.problems.append(row.cell("材料").problem("材料不一致", message, "请改成一样的，或另起名称。"))
                return False
            if not earlier or earlier.text != words:
                held[name] = Case(name, words, row.cell("材料"))
        return True

    def _id(self, row: Row, place: str) -> str:
        """A new question's id: that of the row where nobody has used it, else the next one of the page."""
        name = _number(row)
        if not name:
            return published.free_id(place, self.used)
        if name in self.package.settings.retired:
            message = f"“{name}”在 document.yml 里写着退役。"
            self.problems.append(row.cell("题号").problem("退役的编号", message, "新题请把题号留空。"))
            return ""
        return name

    def _take(self, name: str, row: Row) -> bool:
        if name in self.taken:
            message = f"题号“{name}”已用于第 {self.taken[name].at.line} 行。"
            self.problems.append(row.cell("题号").problem("题号重复", message, "一题只留一行；新题请把题号留空。"))
            return False
        self.taken[name] = row
        self.used.add(name)
        return True

    def _bound(self, entry: Mapping, place: str) -> tuple[Mapping, tuple[Clause, ...]]:
        """A new entry as a draft where it has no quotation that stands in the text, and the clauses to bind it to."""
        unfound: list[Problem] = []
        document = self.package.document
        trial = _with(entry, "draft", "", None)
        read_question(trial, place, document, self.cases_of(entry), self.package.glossary, unfound.append)
        faults = {each.code for each in unfound if each.severity == ERROR}
        bare = trial.get("quote") is None and trial.get("term") is None
        lost = bool(faults & {"原文不符", "原文不唯一"})
        if not bare and not lost and trial.get("explain") is not None:
            return (entry if entry.get("draft") is None or entry.get("draft") else trial), ()
        offered = nearest(" ".join(_texts(entry)), document, place) or nearest(" ".join(_texts(entry)), document)
        if lost:
            entry = _with(entry, "quote", "", None)
        return _with(entry, "draft", "true", entry.get("draft") or entry), tuple(offered) if bare or lost else ()

    def cases_of(self, entry: Mapping) -> dict[str, Case]:
        """Every case that has been named, for a trial."""
        return {name: case for held in self.cases.values() for name, case in held.items()}

    # All rows together.

    def checked(self, changes: list[Change]) -> Iterator[Change]:
        """The changes, held against the rules and the published ids. A new question that breaks a rule waits as a draft."""
        after = self._banks(changes)
        found = list(check_banks(after, self.package.document, self.package.glossary))
        lock = self.package.published
        if lock:
            ours = published.check_questions(lock, after, self.package.document, self.package.settings.retired)
            found += [each for each in ours if not each.path.startswith("quizzes/")]
        rules = {rule.NAME for rule in RULES if rule is not ids}
        by_row = {(each.after.at.path, each.after.at.line): each for each in changes}
        broken: set[str] = set()
        for each in found:
            change = by_row.get((each.path, each.line))
            if change is None or (change.before and change.before == change.after):
                continue
            if each.severity != NOTICE and each.code in rules and change.before is None:
                broken.add(change.after.id)
            soft = each.code in rules and (each.severity != ERROR or change.before is None)
            self.problems.append(replace(each, severity=NOTICE) if soft else replace(each, severity=ERROR))
        for change in changes:
            if change.after.id in broken and not change.after.draft:
                at = _with(change.after.at, "draft", "true", change.after.at)  # type: ignore[arg-type]
                change = replace(change, after=replace(change.after, draft=True, at=at))
            yield change

    def _banks(self, changes: list[Change]) -> tuple[Bank, ...]:
        by_id = {each.after.id: each.after for each in changes}
        banks = []
        for place, bank in self.package.banks.items():
            kept = tuple(by_id.get(each.id, each) for each in bank.questions)
            new = tuple(each.after for each in changes if each.before is None and each.after.provision == place)
            banks.append(replace(bank, questions=kept + new))
        return tuple(banks)

    def files(self, changes: list[Change], root: Path) -> Iterator[tuple[str, str]]:
        """The new texts of the files that change, each read again and held against what it should say."""
        by_path: dict[str, list[Change]] = {}
        for change in changes:
            path = change.before.at.path if change.before else self._last(change.after.provision)
            by_path.setdefault(path, []).append(change)
        for path, own in sorted(by_path.items()):
            old = decode.read_text(root / path, path, self.problems.append)
            if old is None:
                continue
            held = self._written_cases(old, path)
            cases = {name: case.text for name, case in self.cases[path].items()} | {
                name: text for name, text in held.items() if name not in self.cases[path]
            }
            changed = {each.before.at.line: _entry(each) for each in own if each.before}
            added = [_entry(each) for each in own if not each.before]
            text = write.written(old, changed, added, cases if cases != held else None)
            found: list[Problem] = []
            place = own[0].after.provision
            node = parse.parse(text, path, found.append)
            again = read_bank(node, place, path, self.package.document, found.append, self.package.glossary)
            wanted = {each.after.id: each.after for each in own}
            others = {each.id: each for each in self.known.values() if each.at.path == path and each.id not in wanted}
            read = {each.id: each for each in again.questions}
            wrong = [each for each in found if each.severity == ERROR]
            for each in wrong:
                message = f"写进 {path} 以后，{each.message}"
                self.problems.append(own[0].after.at.problem(each.code, message, each.hint))
            for name, question in wanted.items():
                if not wrong and read.get(name) != question:
                    message, hint = f"{name} 写进 {path} 以后读出来不一样。", "请去掉这一题里少见的字符。"
                    self.problems.append(question.at.problem("写不进题库", message, hint))
            if not wrong and any(
                read.get(name) != replace_case(each, self.cases[path]) for name, each in others.items()
            ):
                message, hint = f"写进 {path} 会碰到别的题。", "请在题库文件里改这一题。"
                self.problems.append(own[0].after.at.problem("写不进题库", message, hint))
            yield path, text

    def _written_cases(self, text: str, path: str) -> dict[str, str]:
        root = parse.parse(text, path, lambda _: None)
        held = root.get("cases") if isinstance(root, Mapping) else None
        entries = held.entries if isinstance(held, Mapping) else ()
        return {name.value: value.value for name, value in entries if isinstance(value, Text)}


def replace_case(question: Question, cases: dict[str, Case]) -> Question:
    """A question that is not among the rows, with its case as the rows have it."""
    return replace(question, case=cases.get(question.case.name, question.case)) if question.case else question


def _number(row: Row) -> str:
    """The row's id; what merely counts the rows is none."""
    said = row.text("题号").strip()
    return said if "-q" in said else ""


def _words(row: Row) -> str:
    return " ".join(cell.value for name, cell in row.cells.items() if name in ("题干", "依据", "解析", "答案"))


def _texts(entry: Mapping) -> Iterator[str]:
    for name in ("stem", "explain", "quote"):
        if isinstance(node := entry.get(name), Text):
            yield node.value


def _entry(change: Change) -> Mapping:
    assert isinstance(change.after.at, Mapping)
    return change.after.at


def _with(entry: Mapping, key: str, value: str, at: object) -> Mapping:
    """An entry with another value under a key, or without it."""
    kept = tuple(each for each in entry.entries if each[0].value != key)
    if not value:
        return replace(entry, entries=kept)
    place = at if isinstance(at, Text) else Text(entry.path, entry.line, entry.column, "")
    return replace(entry, entries=(*kept, (replace(place, value=key), replace(place, value=value))))


def _merged(before: Question, written: Mapping, row: Row) -> Mapping:
    """What a row says of a question that is there, and of the rest what the bank says."""
    assert isinstance(before.at, Mapping)
    keys = table.carried(row)
    old = {name.value: (name, value) for name, value in before.at.entries}
    entries = [
        (name, old[name.value][1] if table.unsaid(before, name.value, value, row) else value)
        for name, value in written.entries
    ]
    kept = [
        pair
        for key, pair in old.items()
        if key not in keys and not (key == "any_order" and before.kind != _said(written))
    ]
    return replace(written, entries=(*entries, *kept))


def _said(entry: Mapping) -> str:
    node = entry.get("kind")
    return node.value if isinstance(node, Text) else ""
