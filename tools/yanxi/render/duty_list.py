"""All duties of a document on one page, by who, where and when; and those that come again, month by month.

A duty stands under the document's own word for who does it. Nothing is put together, parted or supplied: 局党委班子成员 and
局党委班子成员及各支部班子 are two, and what names nobody stands under 原文未写明主体.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markupsafe import Markup

from yanxi.document.timing import PERIOD, order, timing
from yanxi.model import Document, Duty, Provision
from yanxi.render.inline import inline
from yanxi.render.markup import html, join
from yanxi.render.official import UNSTATED as NOBODY
from yanxi.render.place import Place

MONTHS = 12


def head(duties: tuple[Duty, ...], place: Place) -> Markup:
    """How many there are, and the tables to download."""
    files = _files((("Excel 表格", "duties.xlsx"), ("CSV", "duties.csv")), place, len(duties)) if duties else ""
    return html('<div><p class="yx-duty-head">共 {} 件。</p>{}</div>', len(duties), files)


def _files(named: Iterable[tuple[str, str]], place: Place, count: int) -> Markup:
    """Links to files, which have all of so many duties, whatever the reader looks for; and which are the plugin's: Zensical
    makes none."""
    links = (html('<a href="{}" download>{}</a>', place.to_file(file), words) for words, file in named)
    return (
        html('<p class="yx-files">下载（全部 {} 件）：{}</p>', count, join(links, "、"))
        if place.directories is not None
        else Markup("")
    )


def view(name: str, duties: Iterable[Duty], place: Place) -> Markup:
    """All duties in groups that fold out, by `actor`, `measure` or `time`."""
    groups = VIEWS[name](tuple(duties), place.document)
    return html(
        '<div class="yx-duty-groups" data-view="{}">{}</div>',
        name,
        join(_group(title, held, place) for title, held in groups),
    )


Groups = list[tuple[str, list[Duty]]]


def _by_actor(duties: tuple[Duty, ...], document: Document) -> Groups:
    """In the order in which the document first names them; what names nobody comes last."""
    names = [each.who for each in duties if each.who]
    return _grouped(duties, lambda each: each.who or NOBODY, [*names, NOBODY])


def _by_measure(duties: tuple[Duty, ...], document: Document) -> Groups:
    title = lambda each: heading(document.by_id[each.quote.provision])  # noqa: E731
    return _grouped(duties, title, [heading(each) for each in document.provisions])


def heading(provision: Provision) -> str:
    """A provision as it is cited, with its title."""
    return " ".join(dict.fromkeys((provision.citation, provision.title)))


def _by_time(duties: tuple[Duty, ...], document: Document) -> Groups:
    times = sorted({timing(each.when, each.occasion) for each in duties}, key=order)
    return _grouped(duties, lambda each: timing(each.when, each.occasion).label, [each.label for each in times])


VIEWS: dict[str, Callable[[tuple[Duty, ...], Document], Groups]] = {
    "actor": _by_actor,
    "measure": _by_measure,
    "time": _by_time,
}


def _grouped(duties: Iterable[Duty], title: Callable[[Duty], str], names: Iterable[str]) -> Groups:
    groups: dict[str, list[Duty]] = {name: [] for name in names}
    for each in duties:
        groups[title(each)].append(each)
    return [(name, held) for name, held in groups.items() if held]


def _group(title: str, duties: list[Duty], place: Place) -> Markup:
    return html(
        '<details class="yx-group"><summary>{} <small>{} 件</small></summary><ul class="yx-duty-list">{}</ul></details>',
        title,
        len(duties),
        join(_row(each, place) for each in duties),
    )


def _row(duty: Duty, place: Place, more: str = "") -> Markup:
    """Who and when, what, and the document's words with a link to where they stand."""
    who = (
        html('<span class="yx-who">{}</span>', duty.who)
        if duty.who
        else html('<span class="yx-who yx-unstated">{}</span>', NOBODY)
    )
    return html(
        '<li class="yx-duty">{who}{when} <b>{what}</b>{occasion} <q>{quote}</q> <a href="{link}" data-quote="{quote}">{where}</a>{more}</li>',
        who=who,
        when=html(' <span class="yx-when">{}</span>', duty.when) if duty.when else "",
        what=inline(duty.what),
        occasion=html(" <small>场合：{}</small>", duty.occasion) if duty.occasion else "",
        quote=duty.quote.text,
        link=place.to_clause(duty.quote.clauses[0]),
        where=cited(duty, place.document),
        more=more,
    )


def cited(duty: Duty, document: Document) -> str:
    """Where a duty's words begin, in print: 二（一）三是第4句."""
    return f"{document.by_id[duty.quote.provision].citation}第{duty.quote.clauses[0].id[1:]}句"


def months(duty: Duty) -> tuple[int, ...]:
    """The months at whose end a period of the duty ends, 1 to 12: of 每半年 June and December."""
    every = timing(duty.when).months
    if every > MONTHS:
        return (MONTHS,)
    return tuple(month for month in range(1, MONTHS + 1) if month % every == 0) if every else ()


def recurring(duties: Iterable[Duty]) -> list[Duty]:
    """The duties that come again, the most frequent first."""
    found = [each for each in duties if timing(each.when).kind == PERIOD]
    return sorted(found, key=lambda each: order(timing(each.when)))


def yearly(duties: Iterable[Duty]) -> list[Duty]:
    """The duties in whose words 年度 stands, and no time for them: of a year, but of no day in it."""
    return [each for each in duties if not each.when and "年度" in each.quote.text]


def calendar(duties: tuple[Duty, ...], place: Place) -> Markup:
    """Each duty that comes again over a strip of twelve months; then what is of the year and of no day in it."""
    again, of_year = recurring(duties), yearly(duties)
    file = _files([("calendar.ics，可导入手机和电脑的日历", "calendar.ics")], place, len(again))
    rows = html('<ul class="yx-duty-list yx-year">{}</ul>', join(_row(each, place, _strip(each)) for each in again))
    rest = html(
        '<h2 id="yearly">写着“年度”、没有写何时的</h2><ul class="yx-duty-list">{}</ul>',
        join(_row(each, place) for each in of_year),
    )
    return html(
        "<div>{}{}{}</div>",
        rows if again else html("<p>原文没有写明周期的事。</p>"),
        file if again else "",
        rest if of_year else "",
    )


def _strip(duty: Duty) -> Markup:
    """Twelve months, those marked in which a period ends; whoever hears the page hears these."""
    ends = months(duty)
    strip = join(
        html('<i class="yx-on">{}</i>', month) if month in ends else html("<i>{}</i>", month)
        for month in range(1, MONTHS + 1)
    )
    said = "每个月" if len(ends) == MONTHS else "、".join(f"{month}月" for month in ends)
    return html('<span class="yx-months" aria-hidden="true">{}</span> <small>建议：{}</small>', strip, said)
