"""Queries of every kind find the right page, and nearly always first."""

from pathlib import Path

from tests.site.search_queries import answers, queries


def test_the_right_page_is_found_and_comes_first(site: Path) -> None:
    found = answers(site, queries(site, "plan"))
    assert len({answer.query.kind for answer in found}) == 10
    assert [answer.query for answer in found if not answer.found] == []
    assert sum(answer.first for answer in found) >= 0.98 * len(found)
