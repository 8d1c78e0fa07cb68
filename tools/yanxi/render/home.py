"""The front of the site: what this is, where to begin, how far one has come."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from markupsafe import Markup

from yanxi.model import Document, Duty, Provision, Question
from yanxi.render.inline import inline
from yanxi.render.markup import html, join
from yanxi.render.place import Place

# What the widget's bars mean, in the words of the page that counts everything.
LEGEND = html('<p class="yx-legend">实底是真会了的，斜纹是最近做对的，浅底是做过的。隔天答对两次，算真会了。</p>')


def home(
    document: Document,
    summary: str,
    questions: Iterable[Question],
    names: Mapping[str, str],
    others: Iterable[tuple[str, str]],
    place: Place,
) -> Markup:
    """One thing to do first and two more, a plan towards a day, every part with its progress, and the way to other documents.

    What is first the widget decides by the reader's log; without it one begins to read. `names` gives the pages' short titles
    by provision id, `others` folder and title of the other documents.
    """
    live = list(questions)
    return html(
        '<div class="yx-home" data-document="{document}"><div class="yx-begin">'
        '<p class="yx-steps"><a class="yx-step yx-start" href="{begin}"><b>开始学习</b> <small>从第一页读起</small></a>'
        '<a class="yx-step" href="{question}"><b>直接做题</b> <small>从第一题做起</small></a>'
        '<a class="yx-step" href="{exam}"><b>模拟考试</b> <small>计时，交卷后看结果</small></a></p>'
        '<p class="yx-plan"><label>考试日期 <input type="date" name="yx-test-day" autocomplete="off"></label>'
        "<output></output></p></div>"
        '<div class="yx-whole"><h2>各部分</h2>{parts}{front}{legend}</div>{introduction}{others}</div>',
        document=document.name,
        introduction=html('<p class="yx-summary">{}</p>', inline(summary)) if summary else "",
        begin=place.to(document.provisions[0]),
        question=_first_question(document, live, place),
        exam=place.to_study("exam"),
        parts=parts(_parts(document), names, live, place),
        front=join(_front(document, names, live, place)),
        legend=LEGEND,
        others=_others(others, place),
    )


def _first_question(document: Document, live: list[Question], place: Place) -> str:
    order = [each.id for each in document.provisions]
    first = min(live, key=lambda question: order.index(question.provision), default=None)
    return f"{place.to(document.by_id[first.provision])}#{first.id}" if first else place.to_study("practice")


def _parts(document: Document) -> list[Provision]:
    """What has a page of its own and is no part of another's id: for these the progress is counted."""
    return [
        each for each in document.provisions if each.page != "index.md" and not each.id.startswith(f"{each.parent}-")
    ]


def _front(document: Document, names: Mapping[str, str], live: list[Question], place: Place) -> Iterable[Markup]:
    """What stands before the parts and is asked about: a line and no card, so that the figures add up to the whole."""
    for provision in document.provisions:
        if provision.page == "index.md" and any(each.provision == provision.id for each in live):
            name = names.get(provision.id, provision.title)
            yield html(
                '<p class="yx-front"><a href="{}">{}</a>{}</p>', place.to(provision), name, progress(provision, live)
            )


def parts(
    provisions: Iterable[Provision],
    names: Mapping[str, str],
    live: list[Question],
    place: Place,
    duties: Iterable[Duty] = (),
) -> Markup:
    """A card for each of the provisions: how many of the duties it has, and the reader's progress."""
    held = list(duties)
    cards = (
        html(
            '<li><a href="{}"><small>{}</small> {}</a>{}{}</li>',
            place.to(provision),
            provision.label,
            names.get(provision.id, provision.title),
            html("<small>{} 件责任</small>", count) if (count := _count(provision, held)) else "",
            progress(provision, live),
        )
        for provision in provisions
    )
    return html('<ul class="yx-parts">{}</ul>', join(cards))


def glance(
    provision: Provision, below: int, duties: Iterable[Duty], live: Iterable[Question], place: Place, listed: bool
) -> Markup:
    """What a part has, in one line at its head: so many provisions, which are further down the page, duties and questions.

    `listed` says whether there is a page of all duties.
    """
    count = _count(provision, duties)
    return html(
        '<p class="yx-glance"><a href="#{}">{} 条</a>{}<span>{} 题</span></p>',
        parts_id(provision),
        below,
        html('<a href="{}">{} 件责任</a>' if listed else "<span>{1} 件责任</span>", place.to_duties(), count)
        if count
        else "",
        sum(_within(each.provision, provision) for each in live),
    )


def parts_id(provision: Provision) -> str:
    """Where on its page the list of what is below it stands."""
    return f"parts-{provision.id}"


def _count(provision: Provision, duties: Iterable[Duty]) -> int:
    return sum(_within(each.quote.provision, provision) for each in duties)


def _within(name: str, provision: Provision) -> bool:
    return name == provision.id or name.startswith(f"{provision.id}-")


def _others(others: Iterable[tuple[str, str]], place: Place) -> Markup:
    links = join(html('<li><a href="{}">{}</a></li>', place.to_document(name), title) for name, title in others)
    return html('<div><h2>其他方案</h2><ul class="yx-others">{}</ul></div>', links) if links else links


def progress(provision: Provision, live: Iterable[Question]) -> Markup:
    """The reader's progress in one part; until the widget has read the log, how many questions there are."""
    total = sum(_within(question.provision, provision) for question in live)
    return html('<yx-progress data-scope="{}">共 {} 题</yx-progress>', provision.id, total)


def study(name: str) -> Markup:
    """The element of one way of practising; it draws itself, and says what it needs where there is no JavaScript."""
    words = "这一页要用到 JavaScript。没有它也能学：每一条的页面上都有原文、自测题和答案。"
    # Escaping is not enough for the name of an element: a space would begin an attribute.
    element = re.sub("[^a-z-]", "", name)
    # Markdown takes an element it does not know for words, and would put it into a paragraph.
    return html("<div><yx-{name}><noscript><p>{words}</p></noscript></yx-{name}></div>", name=element, words=words)
