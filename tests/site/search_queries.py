"""Queries as readers type them, made from what a site publishes, each with the pages that are right."""

from __future__ import annotations

import json
import random
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pypinyin import Style, lazy_pinyin

from tests.documents import ROOT
from tools.dev.node import NODE

RUNNER = ROOT / "tests/site/search_runner.mjs"
PER_KIND = 60


@dataclass(frozen=True)
class Query:
    kind: str
    words: str
    right: frozenset[str]


@dataclass(frozen=True)
class Answer:
    query: Query
    pages: list[str]

    @property
    def first(self) -> bool:
        return self.pages[:1] != [] and self.pages[0] in self.query.right

    @property
    def found(self) -> bool:
        return bool(self.query.right & set(self.pages))


def answers(site: Path, queries: list[Query]) -> list[Answer]:
    """What the widget's own function finds for each, the pages in order."""
    asked = json.dumps([query.words for query in queries], ensure_ascii=False)
    done = subprocess.run(
        [NODE, RUNNER, site / "data"], input=asked, capture_output=True, text=True, encoding="utf-8", check=True
    )
    return [Answer(query, pages) for query, pages in zip(queries, json.loads(done.stdout), strict=True)]


def queries(site: Path, name: str) -> list[Query]:
    """Some of each kind, the same every time."""
    chance = random.Random(name)
    made: list[Query] = []
    for kind, all_of_it in _kinds(site / "data" / name, f"{name}/glossary/", chance).items():
        # Short names are many things at once; which of them is meant nobody can tell.
        fitting = [Query(kind, words, frozenset(right)) for words, right in all_of_it if words.strip() and right]
        made += chance.sample(fitting, min(PER_KIND, len(fitting)))
    return made


def _kinds(data: Path, glossary: str, chance: random.Random) -> dict[str, list[tuple[str, set[str]]]]:
    provisions, questions, terms = (
        json.loads((data / f"{each}.json").read_text(encoding="utf-8"))
        for each in ("provisions", "questions", "glossary")
    )
    texts: dict[str, str] = {}
    for each in provisions:
        texts[each["url"]] = texts.get(each["url"], "") + each["text"].replace("\n", "")
    titles = {each["url"]: each["title"] for each in provisions if each["parent"] and not _has_below(each, provisions)}
    runs = [run for text in texts.values() for run in _runs(text, chance)]
    names = [name for term in terms for name in dict.fromkeys((term["term"], *term["aliases"]))]
    named = {name: {glossary} | _holding(texts, name) for name in names}
    live = [each for each in questions if not each["retired"]]
    return {
        "text": [(run, _holding(texts, run)) for run in runs],
        "slip": [(_slipped(run, chance), _holding(texts, run)) for run in runs if len(run) >= 5],
        "title": [(title, {url}) for url, title in titles.items()],
        "term": [(name, right) for name, right in named.items()],
        "initials": [
            (_spelt(name, Style.FIRST_LETTER), right) for name, right in named.items() if 3 < len(_bare(name)) < 8
        ],
        "pinyin": [(_spelt(name, Style.NORMAL), right) for name, right in named.items() if len(_bare(name)) > 2],
        "initials of a title": [(_spelt(title, Style.FIRST_LETTER), {url}) for url, title in titles.items()],
        "address": [(each[key], {each["url"]}) for each in provisions for key in ("id", "citation")],
        "stem": [(each["stem"][4:12], {each["url"].split("#")[0]}) for each in live if "*" not in each["stem"][:14]],
        "two words": [
            (f"{one} {other}", _holding(texts, one) & _holding(texts, other))
            for text in texts.values()
            for one, other in [(text[5:8], text[-6:-3])]
        ],
    }


def _has_below(provision: dict[str, Any], provisions: list[dict[str, Any]]) -> bool:
    return any(each["parent"] == provision["id"] for each in provisions)


def _runs(text: str, chance: random.Random) -> Iterator[str]:
    for length in range(2, 7):
        start = chance.randrange(max(1, len(text) - length))
        yield text[start : start + length]


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _holding(texts: dict[str, str], words: str) -> set[str]:
    return {url for url, text in texts.items() if _bare(words) in _bare(text)}


def _slipped(run: str, chance: random.Random) -> str:
    place = chance.randrange(len(run))
    return run[:place] + chance.choice("错别字打手滑") + run[place + 1 :]


def _spelt(name: str, style: Style) -> str:
    return "".join(lazy_pinyin(_bare(name), style=style))
