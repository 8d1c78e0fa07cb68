"""An official document's text, read into provisions and clauses by a table of level marks.

Every character that is not white space belongs to exactly one provision. A line that cannot be placed is a problem, never a guess:
a number that does not follow, a mark of no level, a line that was broken in two.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from yanxi.document import levels as marks
from yanxi.document import roles
from yanxi.document.levels import DEFAULT, MEASURE, NUMERAL, Level
from yanxi.model import Clause, Document, Provision
from yanxi.problem import Problem
from yanxi.yamltext.nodes import Report

# What looks like a number of some level. If no level of the table has it, nobody can say which was meant.
_NUMBERED = re.compile(
    rf"[（(〔【\[]\s*(?:{NUMERAL}|[0-9０-９]{{1,2}})\s*[)）〕】\]]|[①-⒛㈠-㈩]"
    rf"|(?:{NUMERAL}|[0-9０-９]{{1,2}})\s*(?:[、．.)）]|[,，:：](?=\D))(?![0-9０-９])|第\s*(?:{NUMERAL}|[0-9０-９]{{1,3}})\s*[编章节条部项]"
)
_INSIDE = re.compile(rf"(?<=[。；：！？;:])(?P<close>[”’》）]*\s*)(?P<mark>{NUMERAL}是)")
_CLAUSE = re.compile(r"[^；。]*[；。]+[”’》）]*|[^；。]+")
_SHORT = 24


@dataclass(frozen=True)
class _Line:
    """A line with something on it. `words` is the text without the white space at its ends."""

    number: int
    offset: int
    text: str

    @property
    def words(self) -> str:
        return self.text.strip()


@dataclass(eq=False)
class _Draft:
    """A provision while its lines are still being collected. `level` is None for what no mark begins."""

    id: str
    kind: str
    level: Level | None = None
    label: str = ""
    citation: str = ""
    parent: _Draft | None = None
    lines: list[tuple[int, str, str]] = field(default_factory=list)
    below: list[_Draft] = field(default_factory=list)

    def add(self, line: _Line, role: str) -> None:
        self.lines.append((line.offset, line.text, role))


def read_document(text: str, name: str, path: str, report: Report, levels: Sequence[Level] = DEFAULT) -> Document:
    """Reads the official text of one document.

    Args:
        text: the whole document, line ends as \\n.
        name: the folder of its pages, e.g. ``2022``.
        path: the file's name for problems.
        report: takes a `Problem` for each line that cannot be placed or whose number does not follow.
        levels: the document's table of level marks, the highest first.
    """
    drafts = _Reader(path, report, tuple(levels)).read(list(_lines(text)))
    on_page: dict[str, int] = {}
    provisions = []
    alone = all(draft.kind in ("preamble", "closing", "attachment") for draft in drafts)
    for draft in drafts:
        page = _page(draft)
        provision = _provision(draft, page, on_page.get(page, 0), alone)
        on_page[page] = on_page.get(page, 0) + len(provision.clauses)
        provisions.append(provision)
    return Document(name, text, tuple(provisions))


def _lines(text: str) -> Iterator[_Line]:
    offset = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _Line(number, offset, line)
        offset += len(line) + 1


class _Reader:
    """Places the lines of one document, from the first to the last."""

    def __init__(self, path: str, report: Report, levels: tuple[Level, ...]) -> None:
        self.path, self.report, self.levels = path, report, levels
        self.rank = {level.mark: rank for rank, level in enumerate(levels)}
        self.drafts: list[_Draft] = []
        self.top: list[_Draft] = []
        self.open: list[_Draft] = []  # the provision that lines are added to, and all above it, the highest first
        self.number: dict[str, int] = {}  # the last number of a level in the whole document
        self.runs: dict[str, bool] = {}  # whether a level that may be numbered either way runs through the document
        self.seen: dict[int, int] = {}  # the last line on which a level's mark stands
        self.areas = self.safeguards = 0
        self.before: tuple[_Line, str] | None = None  # the line placed last, and its role

    def read(self, lines: list[_Line]) -> list[_Draft]:
        words = [line.words for line in lines]
        attached = [*roles.attachments(words), len(lines)]
        body = lines[: attached[0]]
        ending = roles.closing(words[: len(body)])
        self._body(body[: len(body) - len(ending)])
        if ending:
            self._unnumbered(_Draft("end", "closing"), body[len(body) - len(ending) :], ending)
        for number, (begin, end) in enumerate(itertools.pairwise(attached), 1):
            ended = [] if end < len(lines) else roles.copies(words[begin:]) if ending else roles.closing(words[begin:])
            self._attachment(number, lines[begin : end - len(ended)])
            if ended:
                self._unnumbered(_Draft("end2" if ending else "end", "closing"), lines[end - len(ended) :], ended)
        if not self.drafts:
            self._problem(1, "空文件", "官方原文里一个字也没有。", "请放入方案全文。")
        return self.drafts

    # The body.

    def _body(self, lines: list[_Line]) -> None:
        """Places what stands in front of the first mark, and all lines from there on."""
        words = [line.words for line in lines]
        contents = roles.contents(words)
        first = next((n for n in range(contents[1], len(lines)) if self._mark(words[n])), len(lines))
        lowest = len(self.levels)  # below a leaf the marks of lower levels are text
        for line in lines[first:]:
            found = self._mark(line.words)
            if found and (rank := self.rank[found[0].mark]) <= lowest:
                self.seen[rank] = line.number
                lowest = rank if found[0].leaf else lowest
        for line, role in zip(lines[:first], roles.front(words[:first], contents, first == len(lines)), strict=True):
            if not self.drafts:
                self.drafts.append(_Draft("pre", "preamble"))
            self._text(line, role)
        for line in lines[first:]:
            self._line(line)

    def _mark(self, words: str) -> tuple[Level, str] | None:
        """The mark that begins a provision on this line, if there is one."""
        found = marks.find(self.levels, words)
        return found if found and found[0].page else None

    def _line(self, line: _Line) -> None:
        found = marks.find(self.levels, line.words)
        leaf = next((draft.level for draft in self.open if draft.level and draft.level.leaf), None)
        below = bool(found and leaf and self.rank[found[0].mark] > self.rank[leaf.mark])
        if found and found[0].page and not below:
            self._open(line, *found)
        elif not found and not leaf and _NUMBERED.match(line.words):
            self._unknown(line)
            return
        else:
            self._text(line, roles.TEXT)

    def _text(self, line: _Line, role: str) -> None:
        if self.before and role == roles.TEXT and self.before[1] == roles.TEXT and roles.broken(self.before[0].words):
            hint = "如果它与上一行本是一段，请在 text.txt 里接回去；如果是漏了序号或句末的标点，请对照来源补上。"
            self._problem(
                line.number, "认不出的行", f"上一行的话没有说完，“{_show(line.words)}”像是被断开的下半句。", hint
            )
        self._place(line, role)

    def _place(self, line: _Line, role: str) -> None:
        """Adds a line to the provision that is open, and opens the measures that begin inside it."""
        self.before = line, role
        head, *rest = self._cut(line) if role == roles.TEXT else [line]
        self.drafts[-1].add(head, role)
        for each in rest:
            found = MEASURE.pattern.match(each.text)
            assert found
            self._begin(each, next(level for level in self.levels if level.mark == MEASURE.mark), found[0])
            self.drafts[-1].add(each, roles.TEXT)

    # Provisions that begin with a line.

    def _open(self, line: _Line, level: Level, mark: str) -> None:
        self._begin(line, level, mark)
        self._place(line, roles.TEXT)
        if not level.leaf and not re.search("[。；]|[，、]$", line.words):
            self.before = line, roles.HEADING

    def _begin(self, line: _Line, level: Level, mark: str) -> None:
        """Opens a provision below the one that its level belongs to."""
        rank = self.rank[level.mark]
        while self.open and self.rank[self._level(self.open[-1])] >= rank:
            self.open.pop()
        parent = self.open[-1] if self.open else None
        siblings = parent.below if parent else self.top
        higher = [each for each, last in self.seen.items() if each < rank and last > line.number]
        if not parent and higher:
            self._misplaced(line, mark, f"出现在第一个“{self.levels[min(higher)].mark}”之前")
        elif parent and any(self._level(each) != level.mark for each in siblings):
            self._misplaced(line, mark, f"与前面的“{siblings[-1].label}”同在“{parent.label}”之下，却不是同一级")
        number = self._follows(line, level, mark, parent, siblings)
        draft = _Draft(self._id(level, number, parent), level.kind, level, mark, "", parent)
        if level.mark == MEASURE.mark and parent and parent.kind == "section":
            draft.kind = "safeguard"
        draft.citation = level.cite(mark, parent.citation if parent else "")
        self.number[level.mark] = number
        siblings.append(draft)
        self.open.append(draft)
        self.drafts.append(draft)

    def _id(self, level: Level, number: int, parent: _Draft | None) -> str:
        if level.kind == "area":  # numbered through the document, so that an id needs no section
            self.areas += 1
            return f"a{self.areas}"
        if level.mark == MEASURE.mark and parent and parent.kind == "section" and not parent.parent and number == 1:
            self.safeguards += not parent.below
            parent.id = parent.id if parent.below else "g" if self.safeguards == 1 else f"g{self.safeguards}"
        return f"{parent.id}-{level.letters}{number}" if parent else f"{level.letters}{number}"

    def _level(self, draft: _Draft) -> str:
        assert draft.level
        return draft.level.mark

    def _follows(self, line: _Line, level: Level, mark: str, parent: _Draft | None, siblings: Sequence[_Draft]) -> int:
        """The number a mark has to have; reports one that it has not."""
        last = self.number.get(level.mark, 0)
        found = marks.value(mark)
        again = not any(self._level(each) == level.mark for each in siblings)
        if again and last and level.numbering == marks.EITHER:
            self.runs.setdefault(level.mark, found == last + 1)
        runs = level.numbering == marks.RUN or self.runs.get(level.mark, False)
        expected = 1 if again and not runs else last + 1
        if found != expected:
            self._problem(
                line.number,
                "序号不连续",
                f"这里是“{mark}”，按顺序应当是第 {expected} 个。",
                "请检查原文是否缺行或多行。",
            )
        return expected

    # Measures that begin inside a paragraph.

    def _cut(self, line: _Line) -> list[_Line]:
        """A line cut before each 一是, 二是 … that begins a sentence; whole where there are none, or where it is not plain."""
        level = next((level for level in self.levels if level.mark == MEASURE.mark), None)
        found = list(_INSIDE.finditer(line.text))
        if not found or not level or not level.page or any(self._leaf(draft) for draft in self.open):
            return [line]
        own = MEASURE.pattern.match(line.words)
        numbers = [marks.value(match["mark"]) for match in found]
        inside = bool(self.open) and self._level(self.open[-1]) == MEASURE.mark
        first = 1
        if inside and own and (value := marks.value(own[0])):
            first = value + 1
        in_order = numbers == list(range(first, first + len(numbers)))
        below = self.rank[MEASURE.mark]
        homeless = not self.open and any(rank < below and last > line.number for rank, last in self.seen.items())
        if not in_order or (inside and not own) or (not inside and len(numbers) < 2) or homeless:
            self._ambiguous(line, found[0]["mark"])
            return [line]
        cuts = [0, *(match.start("mark") for match in found), len(line.text)]
        return [
            _Line(line.number, line.offset + begin, line.text[begin:end]) for begin, end in itertools.pairwise(cuts)
        ]

    def _leaf(self, draft: _Draft) -> bool:
        return bool(draft.level and draft.level.leaf)

    # What stands after the body.

    def _attachment(self, number: int, lines: list[_Line]) -> None:
        words = [line.words for line in lines]
        what = [roles.ATTACHMENT] + [roles.TEXT] * (len(lines) - 1)
        if (
            len(words) > 1
            and re.fullmatch(r"附\s*件\S{0,4}", words[0])
            and len(words[1]) <= 40
            and "。" not in words[1]
        ):
            what[1] = roles.TITLE
        self._unnumbered(_Draft(f"x{number}", "attachment", None, roles.attachment_label(words[0])), lines, what)

    def _unnumbered(self, draft: _Draft, lines: list[_Line], what: list[str]) -> None:
        self.open = []
        self.drafts.append(draft)
        for line, role in zip(lines, what, strict=True):
            draft.add(line, role)

    # Problems.

    def _unknown(self, line: _Line) -> None:
        hint = "认得的序号有：" + "、".join(f"“{level.mark}”" for level in self.levels) + "。"
        if level := marks.find(DEFAULT, line.words):
            hint = (
                f"本文件的 levels 里没有“{level[0].mark}”这一级；请在 document.yml 的 levels 里补上，"
                f"不要单独成页的写 {{mark: {level[0].mark}, page: false}}。"
            )
        message = f"这一行“{_show(line.words)}”像是带序号的条目，序号却不是哪一级的。"
        self._problem(line.number, "认不出的行", message, hint)

    def _misplaced(self, line: _Line, mark: str, where: str) -> None:
        hint = "请检查原文是否缺了一行；层级不是通常的次序时，请在 document.yml 里用 levels 写明，如 levels: [第×章, 第×条]。"
        self._problem(line.number, "层级不明", f"“{mark}”{where}。", hint)

    def _ambiguous(self, line: _Line, mark: str) -> None:
        used = [self.levels[rank].mark for rank in sorted(self.seen) if self.levels[rank].mark != MEASURE.mark]
        table = ", ".join([*used, f"{{mark: {MEASURE.mark}, page: false}}"])
        self._problem(
            line.number,
            "段内序号不明",
            f"段内的“{mark}”一句分不清是另起一条，还是这一条里的话。",
            f"若是这一条里的话，请在 document.yml 里写 levels: [{table}]，它就留在原文里。",
        )

    def _problem(self, number: int, code: str, message: str, hint: str) -> None:
        self.report(Problem(self.path, number, 1, code, message, hint))


def _show(words: str) -> str:
    return words if len(words) <= 16 else words[:16] + "…"


# From drafts to provisions.


def _page(draft: _Draft) -> str:
    """A provision's page. What has pages below it is a folder; a section that only gathers areas has no page of its own, and
    its heading stands on the front page, under the contents."""
    if draft.kind in ("preamble", "closing"):
        return "index.md"
    inner = any(each.id.startswith(f"{draft.id}-") for each in draft.below)
    if draft.kind == "section" and not draft.parent and draft.below and not inner and _bare(draft):
        return "index.md"
    path = draft.id.replace("-", "/")
    return f"{path}/index.md" if inner or draft.kind == "area" else f"{path}.md"


def _bare(draft: _Draft) -> bool:
    """Whether there is a heading and nothing else."""
    return len(draft.lines) == 1 and len(_CLAUSE.findall(draft.lines[0][1].strip())) == 1


def _provision(draft: _Draft, page: str, clauses_before: int, alone: bool) -> Provision:
    clauses = []
    for offset, line, _ in draft.lines:
        indent = len(line) - len(line.lstrip())
        for match in _CLAUSE.finditer(line.strip()):
            start = offset + indent + match.start()
            name = f"c{clauses_before + len(clauses) + 1}"
            clauses.append(Clause(name, draft.id, match[0], start, start + len(match[0])))
    headed = bool(draft.level) and _headed(draft, [clause.text for clause in clauses])
    lines = [line for _, line, _ in draft.lines]
    what = [role for _, _, role in draft.lines]
    if headed and len(_CLAUSE.findall(lines[0].strip())) == 1:
        what[0] = roles.HEADING
    name = _unmarked(draft, alone)
    return Provision(
        id=draft.id,
        kind=draft.kind,
        label=draft.label,
        title=_title(draft, clauses, headed) if draft.label else name,
        citation=draft.citation or draft.label or name,
        parent=draft.parent.id if draft.parent else None,
        page=page,
        lines=tuple(lines),
        start=draft.lines[0][0],
        end=draft.lines[-1][0] + len(lines[-1]),
        clauses=tuple(clauses),
        roles=tuple(what),
        headed=headed,
    )


def _headed(draft: _Draft, clauses: list[str]) -> bool:
    """Whether the first clause is a heading: more follows it, or it does not end as a sentence. An article has none."""
    first = clauses[0].removeprefix(draft.label).strip()
    if not first:
        return True
    if draft.kind == "article" or first[-1] == "；":
        return False
    return len(clauses) > 1 or bool(draft.below) or first[-1] not in "。！？"


def _title(draft: _Draft, clauses: list[Clause], headed: bool) -> str:
    first = clauses[0].text
    if draft.kind == "attachment":
        rest = re.sub(r"^附\s*件[^\s：:]{0,3}[\s：:]*", "", draft.lines[0][1].strip())
        named = next((line.strip() for _, line, role in draft.lines if role == roles.TITLE), "")
        return (rest or named or draft.label).rstrip("。")
    if first == draft.label and len(clauses) > 1:
        return _short(clauses[1].text) or draft.label
    title = first.removeprefix(draft.label).strip().rstrip("。；：！？;:").strip()
    return (title if headed else _short(title)) or draft.label


def _short(sentence: str) -> str:
    """A name for a provision without a heading: its first words."""
    sentence = sentence.strip().rstrip("。；：！？;:")
    if caption := re.match(r"[【（(〔]([^】）)〕]{2,20})[】）)〕]", sentence):
        return caption[1]
    first = sentence.split("：")[0]
    first = re.split(r"[，；。]", first, maxsplit=1)[0] if len(first) > _SHORT else first
    return first if len(first) <= _SHORT else first[:_SHORT] + "…"


def _unmarked(draft: _Draft, alone: bool) -> str:
    """What a provision without a number is called: 导语, 标题 where it is nothing but that, 正文 where it is all; 文尾."""
    if draft.kind == "closing":
        return "文尾"
    return ("正文" if alone else "导语") if any(role == roles.TEXT for _, _, role in draft.lines) else "标题"
