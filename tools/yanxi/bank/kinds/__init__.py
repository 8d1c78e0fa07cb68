"""The kinds of question, one a file. To add a kind: a file here, one in render/kinds/, one in widget/src/kinds/, each
entered in the list beside it. `Kind` is what a file here has; nothing else in Python knows a kind by name.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any, Protocol

from yanxi.bank.kinds import blank, judge, match, multiple, order, recall, single
from yanxi.model import Question
from yanxi.yamltext import shape
from yanxi.yamltext.nodes import Mapping, Node, Report


class Kind(Protocol):
    """What a module of this package has.

    Attributes:
        NAME: the word in the bank, and the name of its files.
        LABEL: the word on the page.
        KEYS: the bank's keys that this kind uses besides the common ones, each with what people call it in Chinese.
        FIELDS: the fields that it alone adds to data/questions.json; of other kinds they are empty lists.
        ORDERED: whether the order is the answer: it cannot be pinned, and is never shown as it is written.
        STATES: whether the stem makes a statement; it asks otherwise, and a negation in it has to be seen.
        SELF_JUDGED: whether the reader compares with a model answer and judges; such questions are in no paper.
        SHAPE: what `read` accepts, as a text editor can tell: `properties` for its KEYS, and for the stem where that has to
            have a form of its own, and which of them are `required`.
        SPECIMEN: a stem and its KEYS, filled in, for an editor to write over.
        FREEDOM: how much of what `quoted` yields may be the editor's own wording, 0 to 1; 0 is to the letter.
    """

    NAME: str
    LABEL: str
    KEYS: dict[str, str]
    FIELDS: tuple[str, ...]
    ORDERED: bool
    STATES: bool
    SELF_JUDGED: bool
    FREEDOM: float
    SHAPE: shape.Shape
    SPECIMEN: dict[str, Any]

    def read(self, entry: Mapping, report: Report) -> dict[str, Any] | None:
        """`options`, `key` and `content` of the `Question`, those that it has; None after reporting."""

    def wanted(self, question: Question) -> tuple[str, ...]:
        """What the question wants to hear, in words."""

    def told(self, question: Question, stem: str) -> Iterator[tuple[str, str]]:
        """The answers that a stem (its `meaning`) gives away, each with the key whose line says it."""

    def quoted(self, question: Question) -> Iterator[tuple[Node, str, str]]:
        """What the quotations have to bear out: place, words, and what they are."""

    def asked(self, question: Question) -> list[Any]:
        """What its version is made of, besides the kind; wording that does not change the question is folded.

        The first seven kinds give five lists, one for each thing that any of them asks (options, key, blanks, pairs,
        points): their versions stand in readers' logs.
        """

    def data(self, question: Question) -> dict[str, Any]:
        """Its FIELDS, as JSON has them."""


KINDS: dict[str, Kind] = {module.NAME: module for module in (single, multiple, judge, blank, order, match, recall)}


def keys() -> dict[str, str]:
    """The keys of all kinds, each with what people call it in Chinese."""
    return {key: chinese for kind in KINDS.values() for key, chinese in kind.KEYS.items()}


def version(question: Question) -> str:
    """Eight hex digits of what is asked for: kind, options and key.

    Wording of stem and explanation, the order of options, width, spaces and punctuation do not count: a reader's history
    survives their repair. Anything else asks the question again.
    """
    parts = [question.kind, *KINDS[question.kind].asked(question)]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:8]


def data(question: Question) -> dict[str, Any]:
    """The fields of questions.json that depend on the kind: those of all kinds, empty but for its own."""
    empty: dict[str, Any] = {field: [] for kind in KINDS.values() for field in kind.FIELDS}
    return empty | KINDS[question.kind].data(question)
