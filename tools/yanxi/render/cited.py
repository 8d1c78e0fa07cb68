"""An editor's text in which the provisions it names are links to their words."""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup, escape

from yanxi import bold
from yanxi.model import Question
from yanxi.render.markup import html, join
from yanxi.render.place import Place

_NUMERAL = "[一二三四五六七八九十百]"


def cited(text: str, item: Question, place: Place) -> Markup:
    """HTML of what explains a question, otherwise as `inline` has it.

    A provision cited in full leads to what the question quotes there, or to the first that it says.
    """
    names = place.document.by_citation
    quoted = {quote.provision: quote.clauses[0] for quote in reversed(item.quotes)}

    def link(name: str) -> Markup:
        provision = names[name]
        clause = quoted.get(provision.id) or (provision.body or provision.clauses)[0]
        return html('<a href="{}">{}</a>', place.to_clause(clause), name)

    def linked(words: str) -> Markup:
        parts = enumerate(_pattern(tuple(names)).split(words) if names else [words])
        return join(link(part) if at % 2 else escape(part) for at, part in parts)

    parts = enumerate(bold.parts(text) if "**" in text else [text])
    return join(html("<strong>{}</strong>", linked(part)) if at % 2 else linked(part) for at, part in parts)


@lru_cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Finds them where no longer name may be meant: not 二（一） in 十二（一）, in 二（一）九是 or in 二（一）三、四是."""
    longest = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.compile(rf"(?<!{_NUMERAL})({longest})(?!{_NUMERAL}|[（·否])")
