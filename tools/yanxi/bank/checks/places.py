"""出处不明：引文在方案里不止一处，题干就要说明问的是哪一处。

为什么：“分析研判形势，研究解决瓶颈和短板”写在二（一）一是，也写在三·一是。题干不点明，答哪一处都有道理。
写出条号（三·一是）、条目的标题或其中四个字以上、所在的部分，都算点明。

反例：

    - stem: 专题研究全面从严治党工作时，分析研判形势之后要研究解决什么？
      options: [瓶颈和短板, 问题线索, 任务分工]
      answer: A
      quote: {at: g-m1, text: 分析研判形势，研究解决瓶颈和短板}

正例：

    - stem: 按三·一是，党委会议分析研判形势之后要研究解决什么？
      options: [瓶颈和短板, 问题线索, 任务分工]
      answer: A
      quote: {at: g-m1, text: 分析研判形势，研究解决瓶颈和短板}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import ceil

from yanxi.bank.checks.words import fold, live, names, said
from yanxi.model import Bank, Document, Provision, Question, Quotation, Term
from yanxi.problem import WARNING, Problem

NAME = "出处不明"
SEVERITY = WARNING

LONG, MOST = 12, 0.6
"""A quotation stands elsewhere too when a run of so many characters does, and that is so much of it."""


def check(banks: tuple[Bank, ...], document: Document, glossary: tuple[Term, ...]) -> Iterator[Problem]:
    whole = "\n".join(fold(each.text) for each in document.provisions)
    twice = {run for run, times in Counter(_runs(whole, LONG)).items() if times > 1}
    known: dict[tuple[str, str], tuple[Provision, ...]] = {}
    for question in live(banks):
        for quote in question.quotes:
            words = (quote.provision, quote.text)
            if words not in known:  # a good sentence is quoted again and again
                known[words] = _places(quote, document, whole, twice)
            places = known[words]
            if len(places) > 1 and not _told(question, places, document):
                cited = "、".join(place.citation for place in places)
                yield question.at.get("stem").problem(
                    NAME,
                    f"引文“{_show(quote.text)}”在 {cited} 都有，题干没有说明问的是哪一处。",
                    f"请在题干里写明，如“按{document.by_id[quote.provision].citation}”，或引得长些。",
                    SEVERITY,
                )
                break


def _places(quote: Quotation, document: Document, whole: str, twice: set[str]) -> tuple[Provision, ...]:
    """The provisions in which a quotation, or enough of it, stands; `twice` has the runs of LONG that `whole` repeats."""
    words = fold(quote.text)
    # Nearly all stand once, which is quicker to see than where else they stand.
    if twice.isdisjoint(_runs(words, LONG)) and (len(words) >= LONG or whole.count(words) == 1):
        return (document.by_id[quote.provision],)
    enough = min(len(words), max(LONG, ceil(MOST * len(words))))
    runs = list(_runs(words, enough))
    return tuple(each for each in document.provisions if any(run in fold(each.text) for run in runs))


def _runs(text: str, size: int) -> Iterator[str]:
    return (text[start : start + size] for start in range(len(text) - size + 1))


def _told(question: Question, places: tuple[Provision, ...], document: Document) -> bool:
    return _compares(question, document) or any(
        names(said(question), place, document, tuple(other for other in places if other is not place))
        for place in places
    )


def _compares(question: Question, document: Document) -> bool:
    """Whether the question sets measures of one area side by side and names that area: it means all of them."""
    quoted = {quote.provision for quote in question.quotes}
    areas = {document.by_id[each].parent for each in quoted}
    area = document.by_id.get(areas.pop() or "") if len(quoted) > 1 and len(areas) == 1 else None
    return area is not None and names(said(question), area, document)


def _show(text: str) -> str:
    return text if len(text) <= 16 else text[:16] + "…"
