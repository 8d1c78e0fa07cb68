"""An official document's levels, read into provisions and clauses.

The levels are those of 党政机关公文格式 (GB/T 9704-2012, 7.3.3): 一、 then （一）, and below it here 一是 in running text.
一是 begins again under every （一） and under a section that has no （一）. A line that fits no level is a problem, never a guess.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from yanxi.chinese import numeral
from yanxi.model import Clause, Document, Provision
from yanxi.problem import Problem
from yanxi.yamltext.nodes import Report

_NUMERAL = "([一二三四五六七八九十]{1,3})"
_SECTION = re.compile(rf"{_NUMERAL}、")
_AREA = re.compile(rf"（{_NUMERAL}）")
_MEASURE = re.compile(rf"{_NUMERAL}是")
# What looks like a number of some level; if it is none of the three above, nobody can say which was meant.
_NUMBERED = re.compile(
    r"[(（〔\[【]\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[)）〕\]】]"
    r"|(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[.．,，:：、是）)]"
    r"|第[一二三四五六七八九十\d]{1,3}[条章节项部]"
)
_CLAUSE = re.compile(r"[^；。]*[；。]+[”’》）]*|[^；。]+")


@dataclass
class _Draft:
    """A provision while its lines are still being collected."""

    id: str
    kind: str
    label: str
    number: int
    citation: str
    parent: str | None
    page: str
    at: int
    lines: list[tuple[int, str]] = field(default_factory=list)


def read_document(text: str, name: str, path: str, report: Report) -> Document:
    """Reads the official text of one document.

    Args:
        text: the whole document, line ends as \\n.
        name: the folder of its pages, e.g. ``2022``.
        path: the file's name for problems.
        report: takes a `Problem` for each line that cannot be placed or whose number does not follow.
    """
    drafts = _Levels(path, report).place(text)
    on_page: dict[str, int] = {}
    provisions = []
    for draft in drafts:
        first = on_page.get(draft.page, 0)
        provision = _provision(draft, first)
        on_page[draft.page] = first + len(provision.clauses)
        provisions.append(provision)
    return Document(name, text, tuple(provisions))


class _Levels:
    def __init__(self, path: str, report: Report) -> None:
        self.path, self.report = path, report
        self.drafts: list[_Draft] = []
        self.section: _Draft | None = None
        self.area: _Draft | None = None
        self.measure: _Draft | None = None
        self.areas = self.guarantees = 0

    def place(self, text: str) -> list[_Draft]:
        offset = 0
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                self._line(number, line, offset)
            offset += len(line) + 1
        if not self.drafts:
            self._problem(1, "空文件", "官方原文里一个字也没有。", "请放入方案全文。")
        return self.drafts

    def _line(self, number: int, line: str, offset: int) -> None:
        words = line.strip()
        if match := _SECTION.match(words):
            self._open_section(number, match)
        elif match := _AREA.match(words):
            self._open_area(number, match)
        elif (match := _MEASURE.match(words)) and self.section:
            self._open_measure(number, match)
        elif self.area or self.measure or _NUMBERED.match(words):
            self._unplaced(number, words)
            return
        elif not self.drafts:
            self.drafts.append(_Draft("pre", "preamble", "", 0, "导语", None, "index.md", offset))
        self.drafts[-1].lines.append((offset, line))

    def _open_section(self, number: int, match: re.Match[str]) -> None:
        value = self._follows(number, match, self.section)
        # Which kind of section it is shows only at the next line; until then it is one with text of its own.
        self.section = _Draft(f"s{value}", "section", match[0], value, match[1], None, f"s{value}.md", 0)
        self.area = self.measure = None
        self.drafts.append(self.section)

    def _open_area(self, number: int, match: re.Match[str]) -> None:
        if not self.section:
            self._problem(number, "层级不明", f"“{match[0]}”出现在第一个“一、”之前。", "请检查原文是否缺了一行。")
            self._open_section(number, match)
            return
        value = self._follows(number, match, self.area)
        if self.measure and not self.area:
            self._problem(number, "层级不明", f"“{match[0]}”跟在没有（一）的“一是”后面。", "请检查原文的层级。")
        # A section that only gathers areas has no page: its heading stands on the front page, under the contents.
        self.section.page = "index.md"
        self.areas += 1
        name = f"a{self.areas}"
        self.area = _Draft(
            name, "area", match[0], value, self.section.citation + match[0], self.section.id, f"{name}/index.md", 0
        )
        self.measure = None
        self.drafts.append(self.area)

    def _open_measure(self, number: int, match: re.Match[str]) -> None:
        value = self._follows(number, match, self.measure)
        assert self.section
        if self.area:
            parent, kind, citation = self.area, "measure", self.area.citation + match[0]
        else:
            parent, kind, citation = self.section, "safeguard", f"{self.section.citation}·{match[0]}"
            if not self.measure:
                self.guarantees += 1
                self.section.id = "g" if self.guarantees == 1 else f"g{self.guarantees}"
                self.section.page = f"{self.section.id}/index.md"
        self.measure = _Draft(
            f"{parent.id}-m{value}", kind, match[0], value, citation, parent.id, f"{parent.id}/m{value}.md", 0
        )
        self.drafts.append(self.measure)

    def _follows(self, number: int, match: re.Match[str], before: _Draft | None) -> int:
        expected = before.number + 1 if before else 1
        value = numeral(match[1])
        if value != expected:
            self._problem(
                number,
                "序号不连续",
                f"这里是“{match[0]}”，按顺序应当是第 {expected} 个。",
                "请检查原文是否缺行或多行。",
            )
        return expected

    def _unplaced(self, number: int, words: str) -> None:
        shown = words if len(words) <= 16 else words[:16] + "…"
        hint = "请检查它是否少了“（一）”或“一是”这样的序号"
        if _MEASURE.match(words):
            hint = "它像“一是”一级的条目，可前面还没有“一、”"
        elif re.match(r"[(（〔\[【]", words) and _NUMBERED.match(words):
            hint = "它像“（一）”一级的标题，括号须是全角、序号须是汉字"
        elif _NUMBERED.match(words):
            hint = "它的序号不是“一、”“（一）”“一是”中的任何一种"
        self._problem(number, "认不出的行", f"这一行“{shown}”不属于任何层级。", hint + "，或是否被错误地断成了两行。")

    def _problem(self, number: int, code: str, message: str, hint: str) -> None:
        self.report(Problem(self.path, number, 1, code, message, hint))


def _provision(draft: _Draft, clauses_before: int) -> Provision:
    clauses = []
    for offset, line in draft.lines:
        indent = len(line) - len(line.lstrip())
        for match in _CLAUSE.finditer(line.strip()):
            start = offset + indent + match.start()
            name = f"c{clauses_before + len(clauses) + 1}"
            clauses.append(Clause(name, draft.id, match[0], start, start + len(match[0])))
    heading = clauses[0].text if draft.label else ""
    return Provision(
        id=draft.id,
        kind=draft.kind,
        label=draft.label,
        title=heading.removeprefix(draft.label).rstrip("。") if draft.label else "导语",
        citation=draft.citation,
        parent=draft.parent,
        page=draft.page,
        lines=tuple(line for _, line in draft.lines),
        start=draft.lines[0][0],
        end=draft.lines[-1][0] + len(draft.lines[-1][1]),
        clauses=tuple(clauses),
    )
