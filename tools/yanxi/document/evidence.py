"""What editors say about the official text, held against it: who has to do something, and when, has to stand there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from yanxi.chinese import fold
from yanxi.document import fences, quote
from yanxi.model import Duty, Provision
from yanxi.problem import Problem
from yanxi.yamltext.nodes import Node

NEAR, ANYWHERE = 4, 1000
"""Characters between the pieces of an actor's name (a slip in the text), and between those of a frequency (每月……一次)."""

_PARTS = re.compile(r"[（）()、，,；;]|以及|和|及|与|或")


def unsupported(duty: Duty, at: Mapping[str, Node], provision: Provision) -> Iterator[Problem]:
    """A problem for each actor and time of a duty that its passage does not name.

    A sentence may name its subject long before the words quoted: for an actor everything of the provision up to the end of the
    quotation counts. `at` are the places of `who`, `when` and `occasion`.
    """
    end = provision.text.find(duty.quote.text) + len(duty.quote.text)
    before = provision.text[:end]
    if duty.who and (odd := _absent(duty.who, before, NEAR)):
        message = f"引句和它前面的原文里没有“{odd}”。"
        hint = "主体照原文写；原文没有写明谁来做的，请删掉 who 这一行。"
        yield at["who"].problem("主体不在原文", message, hint)
    for key, words in (("when", duty.when), ("occasion", duty.occasion)):
        if words and (odd := _absent(words, duty.quote.text, ANYWHERE)):
            hint = f"请照引句里的词写，或把引句加长到写着它的地方；原文没有写明的，请删掉 {key} 这一行。"
            yield at[key].problem("时限不在引句", f"引句里没有“{odd}”。", hint)
    if duty.when and _once(duty.when, duty.quote.text):
        message = f"引句写的是“每{duty.when}”，不是“{duty.when}”。"
        yield at["when"].problem("时限不在引句", message, f"请写 when: 每{duty.when}。")


def _once(words: str, text: str) -> bool:
    """Whether a time stands in a text only as how often: 半年 in 每半年."""
    words, text = fold(words), fold(text)
    return not words.startswith("每") and 0 < text.count(words) == text.count(f"每{words}")


def _absent(words: str, text: str, apart: int) -> str:
    """The part of what is said that does not stand in the text; empty where all of it does."""
    if quote.stands(words, text, apart):
        return ""
    parts = [part for part in _PARTS.split(words) if part.strip()]
    odd = [part for part in parts if not quote.stands(part, text, apart)]
    return (odd[0] if len(parts) > 1 else words) if odd or not parts else ""


def emptied(pages: Iterable[tuple[str, Collection[str]]], meant: Mapping[str, str], folder: str) -> Iterator[Problem]:
    """A problem for each page without the fence that it is for.

    `pages` are paths and the types of the fences on them, `meant` the pages' texts as they are made for a new document.
    """
    for path, types in pages:
        needed = [fence.type for fence in fences.typed(meant.get(path, "").split("\n"))]
        if needed and not set(needed) & set(types):
            message = f"这一页没有 {needed[0]} 围栏，页面是空的。"
            yield Problem(f"{folder}/{path}", 1, 1, "少了围栏", message, "请从原来的版本恢复这一页。")


LEAST = 4
"""Pages of a sort from which on it is plain what belongs on one."""


def missing_fences(pages: Iterable[tuple[str, str, set[str]]], folder: str) -> Iterator[Problem]:
    """A problem for each page without a fence that two thirds of the pages of its sort have: somebody has deleted it.

    `pages` are path, kind of provision and the types of the fences on it.
    """
    groups: dict[str, list[tuple[str, set[str]]]] = {}
    for path, kind, types in pages:
        groups.setdefault(kind, []).append((path, types))
    for group in groups.values():
        for name in ("points", "duties"):
            bare = [path for path, types in group if name not in types]
            if len(group) >= LEAST and 3 * (len(group) - len(bare)) >= 2 * len(group):
                for path in bare:
                    message = f"同类的 {len(group)} 页里有 {len(group) - len(bare)} 页写了 {name} 围栏，这一页没有。"
                    hint = f"多半是误删了，请放回来；确实没有的，请写 ```{name}、[]、``` 三行，网页上什么也不显示。"
                    yield Problem(f"{folder}/{path}", 1, 1, "少了围栏", message, hint)
