"""A new question for an editor to write over: filled in, quoting its page, and a draft until that is done."""

from __future__ import annotations

from typing import Any

from yanxi.bank.kinds import KINDS
from yanxi.document import quote
from yanxi.model import Clause, Document, Provision
from yanxi.yamltext.nodes import Mapping, Node, Sequence, Text

# Too thin for the rules, so that nobody leaves it there.
EXPLAIN = "写为什么对、为什么错。"


def specimen(name: str, kind: str, provision: Provision, document: Document, asked: frozenset[str]) -> Mapping:
    """A question as it would stand in the bank beside the provision's page.

    Args:
        name: its id.
        kind: one of KINDS.
        asked: the addresses of clauses that have a question; it quotes another one where there is any.
    """
    values: dict[str, Any] = {"id": name, "kind": kind, **KINDS[kind].SPECIMEN}
    if words := _words(provision, asked):
        first = document.by_page[provision.page][0]
        values["quote"] = words if provision is first else [{"at": provision.id, "text": words}]
    made = _node(values | {"explain": EXPLAIN, "level": "remember", "draft": "true"})
    assert isinstance(made, Mapping)
    return made


def _words(provision: Provision, asked: frozenset[str]) -> str:
    """The clause that waits longest for a question, as it can be quoted; empty where none stands there once."""
    once = [each for each in provision.body or provision.clauses if len(quote.find(provision.text, _quoted(each))) == 1]
    return next((_quoted(each) for each in sorted(once, key=lambda each: f"{provision.id}#{each.id}" in asked)), "")


def _quoted(clause: Clause) -> str:
    return clause.text.strip().rstrip("；。")


def _node(value: Any) -> Node:
    """Plain values as nodes that stand nowhere."""
    if isinstance(value, dict):
        return Mapping("", 1, 1, tuple((Text("", 1, 1, key), _node(each)) for key, each in value.items()))
    if isinstance(value, list):
        return Sequence("", 1, 1, tuple(_node(each) for each in value))
    return Text("", 1, 1, value)
