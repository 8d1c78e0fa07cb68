"""The front of the site: what this is, where to begin, how far one has come."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from yanxi.model import Document, Provision, Question
from yanxi.render.inline import escape
from yanxi.render.place import Place, page_url


def home(document: Document, questions: Iterable[Question], names: Mapping[str, str], place: Place) -> str:
    """Start, resume, and a row with progress for every part of the document: what has a page and is no part of another's id.

    `names` gives the pages' short titles by provision id.
    """
    live = list(questions)
    parts = [
        provision
        for provision in document.provisions
        if provision.page != "index.md" and not provision.id.startswith(f"{provision.parent}-")
    ]
    rows = "".join(_part(provision, names, live, place) for provision in parts)
    front = document.provisions[0]
    return (
        f'<div class="yx-home"><p class="yx-actions"><a class="yx-start" href="{place.to(front)}">开始学习</a>'
        f'<a class="yx-due" href="{place.to_study("review")}">今日复习</a>'
        f'<a class="yx-resume" hidden>继续</a></p><ul class="yx-areas">{rows}</ul>{_pages(document, place, names)}{questions_data(live)}</div>'
    )


def _part(provision: Provision, names: Mapping[str, str], live: list[Question], place: Place) -> str:
    name = names.get(provision.id, provision.title)
    return f'<li><a href="{place.to(provision)}"><small>{escape(provision.label)}</small> {escape(name)}</a>{progress(provision, live)}</li>'


def progress(provision: Provision, live: Iterable[Question]) -> str:
    """The reader's progress in one part; empty until the widget has read the log."""
    total = sum(
        question.provision == provision.id or question.provision.startswith(f"{provision.id}-") for question in live
    )
    return f'<yx-progress data-scope="{provision.id}" data-total="{total}"></yx-progress>'


def questions_data(live: Iterable[Question]) -> str:
    """The version of every question that progress is counted over."""
    return _script("yx-questions", {question.id: question.version for question in live})


def _pages(document: Document, place: Place, names: Mapping[str, str]) -> str:
    # The widget reads these: no generator puts them right.
    pages = {
        each.id: [page_url(document, each, place.directories is not False), names.get(each.id, each.title)]
        for each in document.provisions
    }
    return _script("yx-pages", pages)


def _script(name: str, value: object) -> str:
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" id="{name}">{data}</script>'


def study(name: str) -> str:
    """The element of one way of practising; it draws itself, and says what it needs where there is no JavaScript."""
    words = "这一页要用到 JavaScript。没有它也能学：每一条的页面上都有原文、自测题和答案。"
    # Markdown takes an element it does not know for words, and would put it into a paragraph.
    return f"<div><yx-{escape(name)}><noscript><p>{words}</p></noscript></yx-{escape(name)}></div>"
