"""The three leaves of a variant, as blocks that know no format: question paper, answer sheet, key."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from yanxi import bold
from yanxi.bank.kinds import KINDS, blank, judge, match, multiple, order, recall, single
from yanxi.chinese import spell
from yanxi.model import Question
from yanxi.papers.compose import RIGHT, WRONG, Item, Part, Slot, Variant

LINE = 36
"""Characters of 12 pt in a line of options; a Latin one is half as wide."""
SIGN = 2
"""Room for a letter and its stop, and for a space behind the option."""


class Run(NamedTuple):
    """A piece of a line: words, or a gap of so many characters to write into."""

    text: str
    bold: bool = False
    gap: int = 0


@dataclass(frozen=True)
class Line:
    """A paragraph; `style` is one of STYLES."""

    style: str
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Options:
    """Lettered texts in one, two or four columns."""

    texts: tuple[str, ...]
    columns: int


@dataclass(frozen=True)
class Pairs:
    """What is to be joined: numbered texts at the left, lettered ones at the right."""

    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True)
class Grid:
    """A table with lines; its first row and column are heads. An empty cell is to be written into. `wide`: across the page."""

    rows: tuple[tuple[str, ...], ...]
    wide: bool = False


@dataclass(frozen=True)
class Ruled:
    """Lines to write on."""

    count: int


@dataclass(frozen=True)
class Group:
    """Blocks that stay on one page."""

    blocks: tuple[Line | Options | Pairs | Grid | Ruled, ...]


@dataclass(frozen=True)
class Leaf:
    """What is printed and handed out as one. `sealed`: with the line behind which the name stands."""

    name: str
    title: str
    groups: tuple[Group, ...]
    sealed: bool


STYLES = ("title", "above", "facts", "heading", "note", "stem", "case", "more", "source")

_NOTES = {
    single.NAME: "每题只有一个正确答案",
    multiple.NAME: "每题有两个或更多的正确答案，多选、漏选、错选都不得分",
    judge.NAME: f"对的写“{RIGHT}”，错的写“{WRONG}”",
    blank.NAME: "每空都对才得分",
    order.NAME: "按先后写出字母，全对才得分",
    match.NAME: "左右各对应一项，写出字母，全对才得分",
    recall.NAME: "写出要点",
}
PLACE = f"（{chr(0xA0) * 10}）"
"""No line ends in it."""
NAMES, SEAL = ("支部", "姓名", "日期"), "密封线内不要答题"
"""What stands at the edge of a sealed leaf, from the foot of the page to its head; it is folded away when papers are marked."""


def leaves(variant: Variant) -> tuple[Leaf, Leaf, Leaf]:
    """Question paper, answer sheet and key."""
    return question_paper(variant), answer_sheet(variant), key(variant)


def question_paper(variant: Variant) -> Leaf:
    groups = [_head(variant, ""), Group((_scores(variant),))]
    for heading, part in _parts(variant):
        lead: tuple[Line, ...] = heading
        case = None
        for item in part.items:
            question = item.question
            if question.case and question.case != case:
                lead = (*lead, Line("case", (Run("材料　", True), *runs(question.case.text))))
            case = question.case
            groups.append(Group((*lead, *_asked(item, len(part.kinds) > 1))))
            lead = ()
    return Leaf("试卷", _title(variant, ""), tuple(groups), sealed=True)


def answer_sheet(variant: Variant) -> Leaf:
    groups = [_head(variant, "答题卡"), Group((_scores(variant),))]
    for heading, part in _parts(variant):
        groups += _sheet(part, heading[:1], lambda slot: "")
    return Leaf("答题卡", _title(variant, "答题卡"), tuple(groups), sealed=True)


def key(variant: Variant) -> Leaf:
    groups = [_head(variant, "参考答案与解析")]
    for heading, part in _parts(variant):
        groups += _sheet(part, heading[:1], lambda slot: slot.answer)
    groups.append(Group((Line("heading", (Run("解析和依据"),)),)))
    groups += [_explained(item, variant) for item in variant.items]
    return Leaf("答案", _title(variant, "参考答案与解析"), tuple(groups), sealed=False)


# Heads.


def _title(variant: Variant, what: str) -> str:
    name = f"（{variant.name}卷）" if variant.name else ""
    return f"{variant.paper.title}{name}{what and '　'}{what}"


def _head(variant: Variant, what: str) -> Group:
    paper = variant.paper
    facts = f"时间 {paper.minutes} 分钟　满分 {paper.points} 分　{paper.pass_mark} 分及格　卷号 {variant.seed}"
    return Group(
        (
            Line("above", (Run(variant.title),)),
            Line("title", (Run(_title(variant, what)),)),
            Line("facts", (Run(facts),)),
        )
    )


def _scores(variant: Variant) -> Grid:
    parts = [spell(number) for number in range(1, len(variant.parts) + 1)]
    empty = [""] * (len(parts) + 1)
    return Grid((("题号", *parts, "总分"), ("得分", *empty), ("阅卷人", *empty)), wide=True)


def _parts(variant: Variant) -> Iterator[tuple[tuple[Line, Line], Part]]:
    """Each part with its heading and what is to be done in it."""
    for number, part in enumerate(variant.parts, 1):
        section = part.section
        if section.cases:
            size = f"{section.count} 份材料，每份 {section.points} 分"
        else:
            size = f"{section.count} 题，每题 {section.points} 分"
        heading = f"{spell(number)}、{section.title}（共 {size}，共 {section.count * section.points} 分）"
        notes = [(KINDS[kind].LABEL, _NOTES[kind]) for kind in part.kinds if kind in _NOTES]
        said = "；".join(f"{label}：{note}" if len(notes) > 1 else note for label, note in notes)
        yield (Line("heading", (Run(heading),)), Line("note", (Run(f"{said}。"),))), part


# The question paper.


def _asked(item: Item, mixed: bool) -> Iterator[Line | Options | Pairs | Ruled]:
    """A question; in a part of several kinds it says which it is."""
    question = item.question
    label = [Run(f"［{KINDS[question.kind].LABEL}］")] if mixed else []
    after = []
    if question.any_order:
        after.append(Run("（各空次序不限）"))
    if question.kind != blank.NAME and not item.left and not any(slot.lines for slot in item.slots):
        after.append(Run(PLACE))
    if item.told:
        after.append(Run(f"（{item.points}\xa0分）"))
    yield Line("stem", (Run(f"{item.number}. "), *label, *_stem(item), *after))
    if item.left:
        yield Pairs(item.left, item.options)
        yield Line("more", (Run("　".join(f"{slot.label}{PLACE}" for slot in item.slots)),))
    elif item.options:
        yield Options(item.options, columns(item.options))
    for slot in item.slots:
        if slot.lines:
            yield Ruled(slot.lines)


def _stem(item: Item) -> Iterator[Run]:
    if item.question.kind != blank.NAME:
        yield from runs(item.question.stem)
        return
    pieces = blank.GAP.split(item.question.stem)
    for slot, piece in zip((None, *item.slots), pieces, strict=True):
        if slot:
            yield Run(slot.label, gap=slot.room)
        yield from runs(piece)


def runs(text: str) -> tuple[Run, ...]:
    """A text of the bank with its bold words."""
    return tuple(Run(part, bool(place % 2)) for place, part in enumerate(bold.parts(text)) if part)


def columns(options: Sequence[str]) -> int:
    """How many options stand side by side: four, two or one, by the longest."""
    longest = max(width(bold.plain(text)) for text in options) + SIGN
    return next((count for count in (4, 2) if longest <= LINE / count and len(options) >= count), 1)


def width(text: str) -> float:
    """The width of a text in Chinese characters."""
    return sum(1 if unicodedata.east_asian_width(each) in "WFA" else 0.6 for each in text)


# The answer sheet, and the same filled in.

ROW = 10
"""Answers side by side."""


def _sheet(part: Part, heading: tuple[Line, ...], written: Callable[[Slot], str]) -> Iterator[Group]:
    """A part's places to write into, with `written(slot)` in each: letters in a table, words on lines."""
    lead: tuple[Line, ...] = heading
    short: list[Item] = []
    for item in (*part.items, None):
        if item and len(item.slots) == 1 and 0 < item.slots[0].room <= 5:
            short.append(item)
            continue
        for at in range(0, len(short), ROW):
            yield Group((*lead, _letters(short[at : at + ROW], written)))
            lead = ()
        short = []
        if item:
            yield Group((*lead, *_words(item, written)))
            lead = ()


def _letters(items: list[Item], written: Callable[[Slot], str]) -> Grid:
    return Grid(
        (
            ("题号", *(str(item.number) for item in items)),
            ("答案", *(written(item.slots[0]) for item in items)),
        )
    )


def _words(item: Item, written: Callable[[Slot], str]) -> Iterator[Line | Ruled]:
    made = [Run(f"{item.number}. ")]
    for slot in item.slots:
        made.append(Run(slot.label))
        if slot.lines:
            if text := written(slot):
                made += runs(text)
        else:
            text = written(slot)
            made += [Run(text) if text else Run("", gap=slot.room), Run("　")]
    yield Line("stem", tuple(made))
    for slot in item.slots:
        if slot.lines and not written(slot):
            yield Ruled(slot.lines)


# The key.


def _explained(item: Item, variant: Variant) -> Group:
    question = item.question
    said = f"　{'；'.join(_right(item))}　{item.points} 分　{question.id}"
    lines = [Line("stem", (Run(f"{item.number}. "), Run(bold.plain(item.answer), True), *runs(said)))]
    lines.append(Line("more", runs(question.explain)))
    lines += [Line("source", (Run(source),)) for source in _sources(question, variant)]
    return Group(tuple(lines))


def _right(item: Item) -> tuple[str, ...]:
    """What the letters of the answer stand for."""
    if item.left:
        return tuple("—".join(pair) for pair in item.question.content)
    return KINDS[item.question.kind].wanted(item.question) if item.options else ()


def _sources(question: Question, variant: Variant) -> Iterable[str]:
    for quote in question.quotes:
        yield f"依据：{variant.document.by_id[quote.provision].citation}“{quote.text}”"
    if question.term:
        yield f"依据：术语“{question.term.term}”：{bold.plain(question.term.definition)}（{question.term.origin}）"
