"""A bank's text as HTML: inline Markdown (strong, emphasis, code), everything else shown as typed."""

from __future__ import annotations

import re
from functools import lru_cache

import markdown
from markupsafe import Markup, escape

_MARKUP = re.compile(r"[*`\\]")
_AND = "\ufdd0"  # a noncharacter, which `yamltext` keeps out of every text
_KEPT = ("backtick", "escape", "em_strong")


@lru_cache(maxsize=1)
def _converter() -> markdown.Markdown:
    """Python-Markdown with inline patterns only: no blocks, no links, and raw HTML comes out as text."""
    converter = markdown.Markdown()
    for registry, kept in (
        (converter.preprocessors, ()),
        (converter.parser.blockprocessors, ("paragraph",)),
        (converter.inlinePatterns, _KEPT),
    ):
        for name in [item.name for item in registry._priority if item.name not in kept]:
            registry.deregister(name)
    return converter


def inline(text: str) -> Markup:
    """HTML of one text of a bank, without a paragraph around it."""
    if not _MARKUP.search(text):
        return escape(text)
    converter = _converter()
    converter.reset()
    # Python-Markdown lets what looks like an entity pass; here &lt; is five characters that somebody typed.
    made = converter.convert(" ".join(text.split("\n")).replace("&", _AND))
    made = made.removeprefix("<p>").removesuffix("</p>").replace(_AND, "&amp;")
    # It leaves quotation marks alone; the elements that it makes have no attributes, so all of them are text.
    return Markup(made.replace('"', "&#34;").replace("'", "&#39;"))  # noqa: S704 - made of escaped text
