"""What the site is made of, as frozen values. Text is text: no HTML, no YAML, no Markdown tree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from yanxi.yamltext.nodes import Node


@dataclass(frozen=True)
class Clause:
    """A provision's text up to ； or 。 (`c1`, `c2` … on its page). `start` and `end` are offsets in the official text."""

    id: str
    provision: str
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Provision:
    """A numbered unit of an official document.

    Attributes:
        id: its address, e.g. ``a1-m3``.
        kind: preamble; part, chapter, division, article of a regulation; section, area, item, point, measure, or safeguard
            (a measure directly below a section); closing; attachment.
        label: the numbering as printed (``三是``), without the title; empty for preamble and closing.
        title: the heading without numbering and full stop, or the first words of what has no heading.
        citation: how it is cited in print, e.g. ``二（一）三是``.
        parent: id of the provision above, or None.
        page: its page below the document's folder, e.g. ``a1/m3.md``.
        lines: the official lines, spaces at their ends included; the first may be the rest of a line, and the last its
            beginning, where provisions begin inside a paragraph.
        start, end: offsets in the official text; `end` is exclusive, line end not included.
        roles: what each line is, parallel to `lines`; see `document.roles`.
        headed: whether the first clause is a heading, and not yet what it says.
    """

    id: str
    kind: str
    label: str
    title: str
    citation: str
    parent: str | None
    page: str
    lines: tuple[str, ...]
    start: int
    end: int
    clauses: tuple[Clause, ...]
    roles: tuple[str, ...]
    headed: bool

    @cached_property
    def paragraphs(self) -> tuple[tuple[str, tuple[Clause, ...]], ...]:
        """For each line its role and its clauses."""
        made, clauses = [], iter(self.clauses)
        for line, role in zip(self.lines, self.roles, strict=True):
            held, length = [], len(line.strip())
            while length:
                held.append(next(clauses))
                length -= len(held[-1].text)
            made.append((role, tuple(held)))
        return tuple(made)

    @cached_property
    def body(self) -> tuple[Clause, ...]:
        """What it says: the clauses of running text, without the heading."""
        heading = self.clauses[:1] if self.headed else ()
        return tuple(each for role, held in self.paragraphs if role == "text" for each in held if each not in heading)

    @cached_property
    def text(self) -> str:
        """The official words, without the white space at the ends of lines."""
        return "\n".join(line.rstrip() for line in self.lines)

    @property
    def url(self) -> str:
        """The page's address below the document's folder, e.g. ``a1/m3/``."""
        return (
            self.page.removesuffix("index.md")
            if self.page.endswith("index.md")
            else self.page.removesuffix(".md") + "/"
        )

    def clause(self, clause_id: str) -> Clause | None:
        return next((clause for clause in self.clauses if clause.id == clause_id), None)


@dataclass(frozen=True)
class Document:
    """An official document: its text and the provisions that tile it."""

    name: str
    text: str
    provisions: tuple[Provision, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Provision]:
        return {provision.id: provision for provision in self.provisions}

    @cached_property
    def by_citation(self) -> Mapping[str, Provision]:
        """The provisions that are known by their citation wherever it stands, as 二（一）三是 is; 三是 or 第三条 may be another's."""
        known: dict[str, Provision] = {}
        twice = set()
        for each in self.provisions:
            above = self.by_id[each.parent].citation if each.parent else ""
            if each.clauses and above and each.citation != above and each.citation.startswith(above):
                twice |= {each.citation} & known.keys()
                known[each.citation] = each
        return {citation: each for citation, each in known.items() if citation not in twice}

    @cached_property
    def by_page(self) -> Mapping[str, tuple[Provision, ...]]:
        pages: dict[str, tuple[Provision, ...]] = {}
        for provision in self.provisions:
            pages[provision.page] = (*pages.get(provision.page, ()), provision)
        return pages

    def children(self, provision: Provision | None) -> tuple[Provision, ...]:
        """The provisions directly below one, or the top level for None."""
        parent = provision.id if provision else None
        return tuple(each for each in self.provisions if each.parent == parent)

    def url(self, provision: Provision) -> str:
        """The page's address from the site's root, e.g. ``2022/a1/m3/``."""
        return f"{self.name}/{provision.url}"


@dataclass(frozen=True)
class Quotation:
    """The plan's own words, found once in `provision`, character by character as they stand there and not as they were
    typed; `clauses` are those they touch, in order."""

    provision: str
    text: str
    clauses: tuple[Clause, ...]
    at: Node = field(compare=False, repr=False)


@dataclass(frozen=True)
class Duty:
    """What the document has somebody do. `who` is empty where the document names nobody; nobody is supplied.

    Attributes:
        when: how often, or by what time.
        occasion: on what occasion, which is no time: at the yearly assessment.
    """

    id: str
    who: str
    what: str
    when: str
    quote: Quotation
    occasion: str = ""


@dataclass(frozen=True)
class KeyPoint:
    text: str
    clause: Clause


@dataclass(frozen=True)
class Note:
    """An editor's remark on a passage, shown beside the text and never in it."""

    quote: Quotation
    text: str


SETTLED = "已核对"


@dataclass(frozen=True)
class Doubt:
    """What the office has to decide about a passage. It is for the office alone and on no page.

    Attributes:
        kind: what sort of thing it is, one of `document.review.KINDS`.
        usual: what is usual there, or what is known; may be empty.
        ask: what is to be decided.
    """

    quote: Quotation
    kind: str
    usual: str
    ask: str


@dataclass(frozen=True)
class Term:
    """An entry of the glossary. `state` is 已核对, 部分核对 or 待核对; only the first is settled."""

    id: str
    term: str
    aliases: tuple[str, ...]
    definition: str
    source: str
    article: str
    state: str
    note: str
    undefined: bool
    at: Node = field(compare=False, repr=False)

    @property
    def settled(self) -> bool:
        """Whether it has been checked against its source, so that a question may rest on it."""
        return self.state == SETTLED

    @property
    def origin(self) -> str:
        """Its source with the article: 《中国共产党章程》，第三十四条."""
        return "，".join(filter(None, (self.source, self.article)))


@dataclass(frozen=True)
class Case:
    """A short text that two to four questions of one file share, and that is shown with each of them."""

    name: str
    text: str
    at: Node = field(compare=False, repr=False)

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from all others: two files may have a case of the same name."""
        return self.at.path, self.name


@dataclass(frozen=True)
class Option:
    """One option; `letter` is its place in the bank, not on the screen. `why` is feedback on this option alone."""

    letter: str
    text: str
    why: str
    at: Node = field(compare=False, repr=False)


@dataclass(frozen=True)
class Question:
    """One item of a bank. What the kind does not use stays empty.

    Attributes:
        options: what the reader chooses from or puts in order (there in the right order).
        key: the right options' letters, or the word that is right; it stands in the question's HTML.
        content: what only the kind itself knows, a frozen value of its own.
        any_order: whether the gaps of a blank may be filled in any order, each value once.
        version: eight hex digits of what is asked for; see `bank.kinds.version`.
        quotes: the passages of the document that bear the key out.
        term: the settled term of the glossary that bears it out, instead of a passage or beside it.
        case: the text that it is about and shares with the questions beside it.
        draft: whether it still waits for an editor to bind it to the text; it is asked nowhere, and may have neither quotation
            nor explanation.
        allow: rule's name to the written reason why this question may break it.
    """

    id: str
    kind: str
    provision: str
    stem: str
    explain: str
    level: str
    quotes: tuple[Quotation, ...]
    options: tuple[Option, ...] = ()
    key: tuple[str, ...] = ()
    content: Any = ()
    any_order: bool = False
    pin: bool = False
    term: Term | None = None
    case: Case | None = None
    replaces: str = ""
    retired: str = ""
    draft: bool = False
    terms: tuple[str, ...] = ()
    allow: Mapping[str, str] = field(default_factory=dict)
    version: str = ""
    at: Node = field(default=None, compare=False, repr=False)  # type: ignore[assignment]

    @property
    def right(self) -> tuple[Option, ...]:
        return tuple(option for option in self.options if option.letter in self.key)

    @property
    def wrong(self) -> tuple[Option, ...]:
        return tuple(option for option in self.options if option.letter not in self.key)


@dataclass(frozen=True)
class Bank:
    """The questions beside one page. `path` is relative to the project."""

    provision: str
    path: str
    questions: tuple[Question, ...]

    @property
    def last_path(self) -> str:
        """The file that goes on with the page's questions."""
        return self.questions[-1].at.path if self.questions else self.path

    @property
    def live(self) -> tuple[Question, ...]:
        """The questions that are asked: retired ones keep their ids and nothing else, drafts have not begun."""
        return tuple(question for question in self.questions if not question.retired and not question.draft)


@dataclass(frozen=True)
class Section:
    """One part of a mock exam: `count` questions of these kinds, from these parts of the document, `points` each.

    With `cases` it is `count` cases with all their questions, `points` for each case; no other part takes a case's question.
    """

    title: str
    kinds: tuple[str, ...]
    scopes: tuple[str, ...]
    levels: tuple[str, ...]
    count: int
    points: int
    at: Node = field(compare=False, repr=False)
    cases: bool = False

    def fits(self, question: Question) -> bool:
        """Whether a question may stand in this part. No scopes or levels means all of them."""
        place = question.provision
        return (
            self.cases == (question.case is not None)
            and question.kind in self.kinds
            and (not self.scopes or any(place == scope or place.startswith(f"{scope}-") for scope in self.scopes))
            and (not self.levels or question.level in self.levels)
        )


@dataclass(frozen=True)
class Paper:
    """A recipe for mock exams. `minutes` is the time allowed, `pass_mark` and points are absolute.

    With `print_only` it is for paper alone, and may ask what nobody but a person can mark.
    """

    id: str
    title: str
    minutes: int
    pass_mark: int
    seed: str
    sections: tuple[Section, ...]
    print_only: bool = False

    @property
    def points(self) -> int:
        return sum(section.count * section.points for section in self.sections)
