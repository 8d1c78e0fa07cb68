"""An editor's text as HTML: what stands between two pairs of asterisks is strong, everything else is shown as typed."""

from __future__ import annotations

from markupsafe import Markup, escape

from yanxi import bold
from yanxi.render.markup import html, join


def inline(text: str) -> Markup:
    """HTML of one text, without a paragraph around it."""
    if "**" not in text:
        return escape(text)
    shown = enumerate(bold.parts(text))
    return join(html("<strong>{}</strong>", part) if place % 2 else escape(part) for place, part in shown)
