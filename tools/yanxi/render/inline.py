"""A bank's text as HTML: inline Markdown (strong, emphasis, code), everything else shown as typed."""

from __future__ import annotations

import html
import re
from functools import lru_cache

import markdown

_MARKUP = re.compile(r"[*`\\]")
_AND = "\ufdd0"  # a noncharacter, which `yamltext` keeps out of every text
_KEPT = ("backtick", "escape", "em_strong")


def escape(text: str) -> str:
    """Text for an HTML text node or a quoted attribute."""
    return html.escape(text)


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


def inline(text: str) -> str:
    """HTML of one text of a bank, without a paragraph around it."""
    if not _MARKUP.search(text):
        return html.escape(text, quote=False)
    converter = _converter()
    converter.reset()
    # Python-Markdown lets what looks like an entity pass; here &lt; is five characters that somebody typed.
    made = converter.convert(" ".join(text.split("\n")).replace("&", _AND))
    return made.removeprefix("<p>").removesuffix("</p>").replace(_AND, "&amp;")
