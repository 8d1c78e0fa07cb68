"""What is taken out of a bank, and what of it a format cannot carry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from yanxi import bold
from yanxi.bank.kinds import KINDS, blank
from yanxi.document import quote
from yanxi.model import Document, Question


@dataclass(frozen=True)
class Selection:
    """The questions to be written, in the order of the document; retired ones and drafts may be among them.

    `address` is where the site is, with a slash at its end; empty where it does not know.
    """

    title: str
    document: Document
    questions: tuple[Question, ...]
    address: str = ""


class Format(Protocol):
    """What a module of this package that is a format has.

    Attributes:
        NAME: the word on the command line.
        LABEL: what people call it.
        SUFFIX: how its files end.
        KINDS: the kinds of question that it can hold.
        PARTS: what it can say of a question, of the words that `parts` yields.
        UNASKED: whether retired questions and drafts go along.
        LINKS: true where sources lead back to the site; formats that have no links leave it out.
    """

    NAME: str
    LABEL: str
    SUFFIX: str
    KINDS: tuple[str, ...]
    PARTS: frozenset[str]
    UNASKED: bool

    def refuses(self, question: Question) -> str:
        """Why this question of a kind that it holds cannot be written; empty for nearly all."""

    def write(self, chosen: Selection) -> bytes:
        """A file. It gets no question but those that it `holds`. The same questions are the same bytes."""


ALL_PARTS = frozenset(
    ("题号", "解析", "依据", "术语", "相关术语", "层次", "材料", "选项说明", "不打乱", "次序不限",
     "填空的别的写法", "顶替", "破例", "加粗", "章节")
)  # fmt: skip
"""Every word that `parts` yields."""


def parts(question: Question) -> Iterator[str]:
    """What a question says besides stem, options and key."""
    yield from ("题号", "层次", "章节")
    said = {
        "解析": question.explain,
        "依据": question.quotes,
        "术语": question.term,
        "相关术语": question.terms,
        "材料": question.case,
        "选项说明": any(option.why for option in question.options),
        "不打乱": question.pin and question.options,
        "次序不限": question.any_order,
        "填空的别的写法": question.kind == blank.NAME and any(len(accepted) > 1 for accepted in question.content),
        "顶替": question.replaces,
        "破例": question.allow,
        "加粗": any(bold.plain(text) != text for text in _texts(question)),
    }
    yield from (name for name, value in said.items() if value)


def _texts(question: Question) -> Iterator[str]:
    yield from (question.stem, question.explain)
    for option in question.options:
        yield from (option.text, option.why)
    if question.kind != blank.NAME:
        for each in question.content:
            yield from (each,) if isinstance(each, str) else each


def left_out(question: Question, target: Format) -> str:
    """Why a question is not written at all; empty where it is."""
    if question.retired and not target.UNASKED:
        return "退役的题"
    if question.draft and not target.UNASKED:
        return "草稿"
    if question.kind not in target.KINDS:
        return f"{KINDS[question.kind].LABEL}题"
    return target.refuses(question)


def losses(chosen: Selection, target: Format) -> Iterator[str]:
    """A line for each thing that the format cannot carry, naming the questions that it is lost of."""
    missing: dict[str, list[str]] = {}
    lost: dict[str, list[str]] = {}
    for question in chosen.questions:
        if why := left_out(question, target):
            missing.setdefault(why, []).append(question.id)
        else:
            for part in parts(question):
                if part not in target.PARTS:
                    lost.setdefault(part, []).append(question.id)
    written = len(chosen.questions) - sum(map(len, missing.values()))
    for why, ids in missing.items():
        yield f"没有写进去：{why} {len(ids)} 道：{'、'.join(ids)}"
    for part, ids in lost.items():
        named = f"全部 {written} 道" if len(ids) == written else f"{len(ids)} 道：{'、'.join(ids)}"
        yield f"带不走：{part}，{named}"


def held(chosen: Selection, target: Format) -> Selection:
    """The questions of a selection that the format can hold."""
    kept = tuple(each for each in chosen.questions if not left_out(each, target))
    return replace(chosen, questions=kept)


_CASE = re.compile(r"材料：(.+?) 问题：(.+)", re.DOTALL)
_TERM = re.compile(r"术语“(.+?)”：.*（.*）", re.DOTALL)
_SOURCES = re.compile(r"(?:^| )依据：")

# Words for formats that have no bold and, where they have no place of their own for a source, say it in the explanation.


def line(text: str) -> str:
    """A text without bold, on one line."""
    flat = " ".join(text.split())  # first: marks on two lines are none, and would be on one
    return " ".join(bold.plain(flat).split())


def stem(question: Question) -> str:
    """The stem on one line, behind the case where there is one."""
    asked = line(question.stem)
    return f"材料：{line(question.case.text)} 问题：{asked}" if question.case else asked


def parted(asked: str) -> tuple[str, str] | None:
    """The case and the question that `stem` has put together; None where it has not."""
    found = _CASE.fullmatch(asked)
    return (found[1], found[2]) if found else None


def explained(question: Question, document: Document) -> str:
    """The explanation with the passages that bear the answer out."""
    borne = sources(question, document)
    told = line(question.explain)
    return f"{told} 依据：{'；'.join(borne)}".strip() if borne else told


def sources(question: Question, document: Document) -> list[str]:
    """The passages, and the term, that bear the answer out, each with where it stands."""
    found = [f"{document.by_id[quote.provision].citation}“{line(quote.text)}”" for quote in question.quotes]
    if question.term:
        found.append(f"术语“{question.term.term}”：{line(question.term.definition)}（{question.term.origin}）")
    return found


def sources_in(text: str, document: Document) -> tuple[str, list[tuple[str, str]], str] | None:
    """What `explained` has put together: the explanation, each passage with its provision, the term; None where it has not."""
    for mark in _SOURCES.finditer(text):
        found = passages(text[mark.end() :], document)
        if found:
            return text[: mark.start()], *found
    return None


def passages(text: str, document: Document) -> tuple[list[tuple[str, str]], str] | None:
    """The passages, each with its provision, and the term that a text names as sources; None where it is anything else."""
    if term := _TERM.fullmatch(text):
        return [], term[1]
    for provision in document.provisions:
        start = f"{provision.citation}“"
        for end in re.finditer("”(?:；|$)", text) if text.startswith(start) else ():
            words = text[len(start) : end.start()]
            if len(quote.find(provision.text, words)) == 1:
                rest = passages(text[end.end() :], document) if text[end.end() :] else ([], "")
                if rest:
                    return [(provision.id, words), *rest[0]], rest[1]
    return None
