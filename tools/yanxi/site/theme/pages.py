"""Repairs of Material's pages, as functions from HTML to HTML."""

from __future__ import annotations

from yanxi.site.theme import material


def repaired(html: str) -> str:
    """The page as Material made it, with every part named for those who hear it."""
    return name_sections(html)


def name_sections(html: str) -> str:
    """The page with each section of its navigation named by the section's title."""
    return material.SECTION.sub(r'\1_title"\3 id="\2_title"', html)
