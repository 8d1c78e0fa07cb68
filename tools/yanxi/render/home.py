"""The front of the site: what this is, where to begin, how far one has come."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from markupsafe import Markup

from yanxi.model import Document, Provision, Question
from yanxi.render.inline import inline
from yanxi.render.markup import html, join, script
from yanxi.render.place import Place, page_url


def home(
    document: Document,
    summary: str,
    questions: Iterable[Question],
    names: Mapping[str, str],
    others: Iterable[tuple[str, str]],
    place: Place,
) -> Markup:
    """What the document is, start, resume, a row with progress for every part of it, and the way to other documents.

    `names` gives the pages' short titles by provision id, `others` folder and title of the other documents.
    """
    live = list(questions)
    return html(
        '<div class="yx-home" data-document="{document}">{introduction}'
        '<p class="yx-actions"><a class="yx-start" href="{front}">开始学习</a>'
        '<a class="yx-due" href="{review}">今日复习</a>'
        '<a class="yx-resume" hidden>继续</a></p><ul class="yx-areas">{rows}</ul>{others}{pages}{questions}</div>',
        document=document.name,
        introduction=html("<p>{}</p>", inline(summary)) if summary else "",
        front=place.to(document.provisions[0]),
        review=place.to_study("review"),
        rows=join(_row(provision, names, live, place) for provision in _parts(document)),
        others=_others(others, place),
        pages=_pages(document, place, names),
        questions=questions_data(live),
    )


def _parts(document: Document) -> list[Provision]:
    """What has a page of its own and is no part of another's id: for these the progress is counted."""
    return [
        each for each in document.provisions if each.page != "index.md" and not each.id.startswith(f"{each.parent}-")
    ]


def _row(provision: Provision, names: Mapping[str, str], live: list[Question], place: Place) -> Markup:
    return html(
        '<li><a href="{}"><small>{}</small> {}</a>{}</li>',
        place.to(provision),
        provision.label,
        names.get(provision.id, provision.title),
        progress(provision, live),
    )


def _others(others: Iterable[tuple[str, str]], place: Place) -> Markup:
    links = join(html('<li><a href="{}">{}</a></li>', place.to_document(name), title) for name, title in others)
    return html('<h2>其他方案</h2><ul class="yx-others">{}</ul>', links) if links else links


def part(above: Provision, live: list[Question], place: Place) -> Markup:
    """The reader's progress in one part, for the page that lists its contents."""
    return html('<div data-document="{}">{}{}</div>', place.document.name, progress(above, live), questions_data(live))


def progress(provision: Provision, live: Iterable[Question]) -> Markup:
    """The reader's progress in one part; empty until the widget has read the log."""
    total = sum(
        question.provision == provision.id or question.provision.startswith(f"{provision.id}-") for question in live
    )
    return html('<yx-progress data-scope="{}" data-total="{}"></yx-progress>', provision.id, total)


def questions_data(live: Iterable[Question]) -> Markup:
    """The version of every question that progress is counted over, by the provision it stands under."""
    versions: dict[str, dict[str, str]] = {}
    for question in live:
        versions.setdefault(question.provision, {})[question.id] = question.version
    return script("yx-questions", versions)


def _pages(document: Document, place: Place, names: Mapping[str, str]) -> Markup:
    # The widget reads these: no generator puts them right.
    pages = {
        each.id: [page_url(document, each, place.directories is not False), names.get(each.id, each.title)]
        for each in document.provisions
    }
    return script("yx-pages", pages)


def study(name: str) -> Markup:
    """The element of one way of practising; it draws itself, and says what it needs where there is no JavaScript."""
    words = "这一页要用到 JavaScript。没有它也能学：每一条的页面上都有原文、自测题和答案。"
    # Escaping is not enough for the name of an element: a space would begin an attribute.
    element = re.sub("[^a-z-]", "", name)
    # Markdown takes an element it does not know for words, and would put it into a paragraph.
    return html("<div><yx-{name}><noscript><p>{words}</p></noscript></yx-{name}></div>", name=element, words=words)
