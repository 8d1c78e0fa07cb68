"""Small repairs of the theme's pages, as functions from HTML to HTML."""

from __future__ import annotations

import re

_QUIZ = re.compile(r'<section class="yx-quiz".*?</section>', re.DOTALL)
_SECTION = re.compile(
    r'(<nav class="md-nav" data-md-level="\d" aria-labelledby="(__nav_\w+))_label"(.*?<label class="md-nav__title" for="\2")',
    re.DOTALL,
)
_DIALOG = re.compile(r'(<div class="md-search" data-md-component="search" role="dialog")>')


def take_out(html: str) -> tuple[str, list[str]]:
    """The page without its quizzes, a comment in the place of each, and the quizzes.

    Search index and templates then never handle questions: they are nine tenths of a page and belong to neither.
    """
    quizzes: list[str] = []

    def keep(match: re.Match[str]) -> str:
        quizzes.append(match[0])
        return f"<!--yx-quiz {len(quizzes) - 1}-->"

    return _QUIZ.sub(keep, html), quizzes


def put_back(html: str, quizzes: list[str]) -> str:
    for number, quiz in enumerate(quizzes):
        html = html.replace(f"<!--yx-quiz {number}-->", quiz, 1)
    return html


def name_search_dialog(html: str) -> str:
    """Material's search dialog has no accessible name (axe: aria-dialog-name)."""
    return _DIALOG.sub(r'\1 aria-label="搜索">', html)


def name_sections(html: str) -> str:
    """With `navigation.indexes` a section of the navigation is named by a label without words (axe: landmark-unique)."""
    return _SECTION.sub(r'\1_title"\3 id="\2_title"', html)
