"""What a page says to programs: which provisions of which document it holds, and the address of every clause.

The vocabulary is schema.org's Legislation. Addresses are relative: the site may stand anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from yanxi.model import Document, Provision
from yanxi.render.markup import linked_data
from yanxi.render.place import Place

CONTEXT = {"@context": "https://schema.org"}
Values = Mapping[str, Any]


def of_page(title: str, held: tuple[Provision, ...], place: Place) -> Markup:
    """JSON-LD of a page with official text. The front page is the document itself; any other is a part of it."""
    first, document = held[0], place.document
    front = first.page == "index.md"
    whole = _law(title, title, place.to(document.by_page["index.md"][0]) if "index.md" in document.by_page else "./")
    own = whole if front else _law(_named(first), first.citation, place.here)
    parts = [
        _law(None, f"{each.citation}第{clause.id[1:]}句", f"#{clause.id}") for each in held for clause in each.clauses
    ]
    return linked_data(
        CONTEXT
        | own
        | {"url": place.here, "inLanguage": "zh-CN"}
        | ({} if front else {"isPartOf": whole})
        | {"hasPart": parts}
    )


def of_whole(title: str, document: Document, place: Place) -> Markup:
    """JSON-LD of the page with the whole text."""
    parts = [_law(_named(each), each.citation, f"#{each.id}") for each in document.provisions]
    return linked_data(CONTEXT | _law(title, title, place.here) | {"inLanguage": "zh-CN", "hasPart": parts})


def _law(name: str | None, identifier: str, url: str) -> dict[str, Any]:
    return (
        {"@type": "Legislation"} | ({"name": name} if name else {}) | {"legislationIdentifier": identifier, "url": url}
    )


def _named(provision: Provision) -> str:
    return " ".join(_once((provision.citation, provision.title)))


def _once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, words)))
