"""What an edit does: which questions, duties and notes a change of the text or of the glossary touches, and what becomes of
readers' histories. Both sides are the same document, as it was and as it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from yanxi.bank import published
from yanxi.document import quote
from yanxi.model import Clause, Document, Duty, KeyPoint, Note, Question, Quotation, Term
from yanxi.project import Package

KEPT, ASKED_AGAIN, RETIRED, NEW, BACK, UNREAD, GONE = "kept", "asked_again", "retired", "new", "back", "unread", "gone"
"""What becomes of a question for its readers."""

FIELDS = {
    "term": "名称", "aliases": "写法", "definition": "释义", "source": "出处", "article": "第几条", "state": "核对", "note": "说明",
    "undefined": "没有列明",
}  # fmt: skip


@dataclass(frozen=True)
class Passage:
    """A clause that is not what it was, and what rests on it.

    Attributes:
        address: ``a1-m3#c4``; `citation` says the same in print.
        before, after: its words; empty where it was not, or is not any more.
        moved: the address under which its words stand now, where they do.
        questions: ids of those that quote it. `lost` are those whose quotation does not stand there any more.
        duties, notes, points: what pages say about it, in words.
    """

    address: str
    citation: str
    before: str
    after: str
    moved: str = ""
    questions: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    points: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entry:
    """A term that is not what it was.

    Attributes:
        changed: its fields that have changed, in Chinese; empty where the term is new or gone.
        gone: whether there is none of its id any more.
        questions: ids of those that rest on it. `related` are those that name it.
        pages: ids of the provisions whose text has it.
    """

    id: str
    term: str
    changed: tuple[str, ...]
    gone: bool
    questions: tuple[str, ...]
    related: tuple[str, ...]
    pages: tuple[str, ...]


@dataclass(frozen=True)
class Fate:
    """What becomes of a question: one of the words above. `reworded` says that its readers see other words, `heir` which question
    has taken its place."""

    id: str
    stem: str
    fate: str
    reworded: bool = False
    heir: str = ""


@dataclass(frozen=True)
class Impact:
    passages: tuple[Passage, ...]
    terms: tuple[Entry, ...]
    fates: tuple[Fate, ...]

    def fated(self, fate: str) -> list[Fate]:
        return [each for each in self.fates if each.fate == fate]


def impact(old: Package, new: Package, written: Collection[str]) -> Impact:
    """Compares a document with what it was; `written` are the ids that stand in its banks' files, readable or not."""
    return Impact(tuple(_passages(old, new)), tuple(_terms(old, new)), tuple(_fates(old, new, written)))


# The text.


def _passages(old: Package, new: Package) -> Iterator[Passage]:
    before, after = _clauses(old.document), _clauses(new.document)
    places: dict[str, str] = {}
    for address, clause in after.items():
        places.setdefault(clause.text, address)
    for address, clause in before.items():
        now = after.get(address)
        if now and now.text == clause.text:
            continue
        moved = places.get(clause.text, "")
        yield replace(
            _resting(old, new, clause, moved.partition("#")[0]),
            after=now.text if now else "",
            moved=moved,
        )
    for address, clause in after.items():
        if address not in before:
            yield Passage(address, _cited(new.document, clause), "", clause.text)


def _clauses(document: Document) -> dict[str, Clause]:
    return {published.address(clause): clause for each in document.provisions for clause in each.clauses}


def _cited(document: Document, clause: Clause) -> str:
    return f"{document.by_id[clause.provision].citation}第 {clause.id.removeprefix('c')} 句"


def _resting(old: Package, new: Package, clause: Clause, moved: str) -> Passage:
    """What rested on a clause; its words may stand in another provision now."""
    quoting = {
        question.id: [each for each in question.quotes if clause in each.clauses]
        for question in old.questions
        if any(clause in each.clauses for each in question.quotes)
    }
    lost = tuple(name for name, quotes in quoting.items() if not all(_stands(each, new.document) for each in quotes))
    items = [item for page in old.pages.values() for group in page.filled.values() for rows in group for item in rows]
    return Passage(
        published.address(clause),
        _cited(old.document, clause),
        clause.text,
        "",
        questions=tuple(quoting),
        lost=lost,
        duties=tuple(f"{each.who or '原文未写明主体'}：{each.what}" for each in items if _about(each, Duty, clause)),
        notes=tuple(each.text for each in items if _about(each, Note, clause)),
        points=tuple(each.text for each in items if isinstance(each, KeyPoint) and each.clause == clause),
    )


def _about(item: object, kind: type[Duty] | type[Note], clause: Clause) -> bool:
    return isinstance(item, kind) and clause in item.quote.clauses


def _stands(quotation: Quotation, document: Document) -> bool:
    """Whether a quotation's words stand, once, in the provision that it names."""
    provision = document.by_id.get(quotation.provision)
    return provision is not None and len(quote.find(provision.text, quotation.text)) == 1


# The glossary.


def _terms(old: Package, new: Package) -> Iterator[Entry]:
    before, after = _by_id(old.glossary), _by_id(new.glossary)
    for name in dict.fromkeys((*before, *after)):
        was, now = before.get(name), after.get(name)
        changed = tuple(said for key, said in FIELDS.items() if was and now and getattr(was, key) != getattr(now, key))
        if was and now and not changed:
            continue
        either = now or was
        assert either
        questions = {each.id: each for each in (*old.questions, *new.questions)}
        names = {name, *(each.term for each in (was, now) if each)}
        words = {each for term in (was, now) if term for each in term.aliases}
        yield Entry(
            name,
            either.term,
            changed,
            now is None,
            tuple(each.id for each in questions.values() if each.term and each.term.id == name),
            tuple(each.id for each in questions.values() if names & set(each.terms)),
            tuple(each.id for each in new.document.provisions if any(word in each.text for word in words)),
        )


def _by_id(terms: Iterable[Term]) -> Mapping[str, Term]:
    return {term.id: term for term in terms}


# The readers.


def _fates(old: Package, new: Package, written: Collection[str]) -> Iterator[Fate]:
    before, after = _questions(old), _questions(new)
    heirs = {each.replaces: each.id for each in after.values() if each.replaces and not each.draft}
    for name, was in before.items():
        now = after.get(name)
        if _asked(was):
            yield Fate(name, was.stem, _fate(was, now, name in written), _reworded(was, now), heirs.get(name, ""))
    for name, now in after.items():
        if _asked(now) and not (name in before and _asked(before[name])):
            known = name in before and bool(before[name].retired)
            yield Fate(name, now.stem, BACK if known else NEW)


def _questions(package: Package) -> dict[str, Question]:
    return {question.id: question for bank in package.banks.values() for question in bank.questions}


def _asked(question: Question) -> bool:
    return not question.retired and not question.draft


def _fate(was: Question, now: Question | None, written: bool) -> str:
    if now is None:
        return UNREAD if written else GONE
    if not _asked(now):
        return RETIRED
    return KEPT if now.version == was.version else ASKED_AGAIN


def _reworded(was: Question, now: Question | None) -> bool:
    """Whether its words are others, though perhaps not what it asks."""
    return now is not None and (was.stem, was.explain, was.options, was.content, was.quotes) != (
        now.stem,
        now.explain,
        now.options,
        now.content,
        now.quotes,
    )
