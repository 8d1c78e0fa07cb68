"""What members type about the plan is found, and the index is small enough to be fetched when it is wanted."""

import gzip
from pathlib import Path

import pytest

from tests.site.search_queries import Query, answers, queries

GLOSSARY = "2022/glossary/"
ASKED = {
    "每月": "2022/g/m1/",
    "党委书记": "2022/g/m2/",
    "廉政谈话": "2022/g/m2/",
    "零容忍的态度": "2022/a3/m3/",
    "２０２２": "2022/",
    "主 体责任": GLOSSARY,
    "一岗“双责”": GLOSSARY,
    "三不腐": GLOSSARY,
    "ygsz": GLOSSARY,
    "yigangshuangze": GLOSSARY,
    "二（一）三是": "2022/a1/m3/",
    "a1-m3": "2022/a1/m3/",
    "零容任的态度": "2022/a3/m3/",
    "廉政谈话 每年": "2022/g/m2/",
}


def test_queries_of_every_kind_find_the_right_page(shipped_site: Path) -> None:
    found = answers(shipped_site, queries(shipped_site, "2022"))
    assert [answer.query for answer in found if not answer.found] == []
    assert sum(answer.first for answer in found) >= 0.98 * len(found)


@pytest.mark.parametrize("words", ASKED)
def test_what_comes_first(shipped_site: Path, words: str) -> None:
    [answer] = answers(shipped_site, [Query("asked", words, frozenset([ASKED[words]]))])
    assert answer.first, answer.pages[:3]


def test_the_index_is_at_most_60_kilobytes_on_the_wire_and_first_answers_take_45(shipped_site: Path) -> None:
    first, more = (
        len(gzip.compress((shipped_site / f"data/{name}.js").read_bytes(), 9)) for name in ("search", "search-more")
    )
    assert first <= 45 * 1024
    assert first + more <= 60 * 1024
