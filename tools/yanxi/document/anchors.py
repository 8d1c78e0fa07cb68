"""What a link may name behind its number sign: a heading, or what a fence makes (a clause, a question, a term).

Python-Markdown makes a heading's id of its words as it goes; the same is done here, so that the check knows it before the build.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from pymdownx.slugs import slugify

from yanxi.problem import WARNING, Problem
from yanxi.yamltext.nodes import Text

_HEADING = re.compile(r"#{1,6}(?!#)\s*(.*?)\s*#*\s*$")
_OWN = re.compile(r"\{:?\s*#([^\s}]+)[^}]*\}\s*$")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_CLAUSE = re.compile("c[0-9]+")
_SLUGIFY = slugify(case="lower")


def headings(prose: Iterable[str]) -> frozenset[str]:
    """The ids of the headings in these lines of a page, in which its fences are blank."""
    found: set[str] = set()
    for line in prose:
        if match := _HEADING.match(line):
            own = _OWN.search(match[1])
            name = own[1] if own else slug(match[1])
            count = 0
            while (each := f"{name}_{count}" if count else name) in found or not each:
                count += 1
            found.add(each)
    return frozenset(found)


def slug(words: str) -> str:
    """A heading's id, by the function that mkdocs.yml names for it."""
    return _SLUGIFY(_LINK.sub(r"\1", words), "-")


def broken(page: str, links: Iterable[Text], known: Mapping[str, Collection[str] | None]) -> Iterator[Problem]:
    """A problem for each link of a page to a place that is not on the page it leads to.

    `known` has the ids of each page by its path below docs/, None where they cannot be told.
    """
    for link in links:
        target, _, name = link.value.partition("#")
        path = normpath(join(dirname(page), unquote(target.partition("?")[0]))) if target else page
        ids = known.get(path)
        if not name or ids is None or unquote(name) in ids:
            continue
        clauses = sum(bool(_CLAUSE.fullmatch(each)) for each in ids)
        hint = "# 后面写那个小标题的文字，空格写成 -"
        hint += f"；原文的一句写 c1 到 c{clauses}。" if clauses else "。"
        message = f"链接“{link.value}”里 # 后面的位置，那一页上没有。"
        yield link.problem("链接的位置", message, hint, WARNING)
