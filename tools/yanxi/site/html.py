"""Questions taken out of a page while MkDocs works on it, and put back."""

from __future__ import annotations

import re

_QUIZ = re.compile(r'<section class="yx-quiz".*?</section>', re.DOTALL)
_ID = re.compile(r'<[a-z][^<>]*? id="([^"<>]+)"')
_PLACE = re.compile(r"<!--yx-quiz (\d+)-->")


def take_out(html: str) -> tuple[str, list[str]]:
    """The page without its quizzes, a comment in the place of each, and the quizzes.

    Templates then never handle questions, which are nine tenths of a page.
    """
    quizzes: list[str] = []

    def keep(match: re.Match[str]) -> str:
        quizzes.append(match[0])
        return f"<!--yx-quiz {len(quizzes) - 1}-->"

    return _QUIZ.sub(keep, html), quizzes


def ids(html: str) -> set[str]:
    """What a link to this page may name."""
    return set(_ID.findall(html))


def put_back(html: str, quizzes: list[str]) -> str:
    """The page with its quizzes again, in one pass however many they are."""
    return _PLACE.sub(lambda match: quizzes[int(match[1])] if int(match[1]) < len(quizzes) else match[0], html)
