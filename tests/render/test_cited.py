"""An explanation's links to the provisions it names: only to what the document has, and only where it is that."""

from dataclasses import replace

import pytest

from tests.documents import document
from tests.render.reader import parse
from tests.render.test_golden import CASES, bank
from yanxi.render.cited import cited
from yanxi.render.place import Place

PLAN = document()
HERE = Place.on(PLAN, PLAN.by_id["a1-m3"])
ITEM = replace(bank(next(case for case in CASES if case.stem == "single")).questions[0], quotes=())


def links(text: str, place: Place = HERE) -> list[tuple[str, str]]:
    made = parse(cited(text, ITEM, place))
    assert made.text == text.replace("**", "")
    return [(each.text, each.attributes["href"]) for each in made.all("a")]


def test_a_citation_leads_to_the_first_that_the_provision_says() -> None:
    assert links("按二（一）四是，另见三·一是。") == [("二（一）四是", "../m4/#c2"), ("三·一是", "../../g/m1/#c2")]


def test_the_page_itself_is_only_lit() -> None:
    assert links("写在二（一）三是里。") == [("二（一）三是", "#c2")]


def test_what_the_question_quotes_there_comes_first() -> None:
    [item] = bank(next(case for case in CASES if case.stem == "two-quotations")).questions
    [link] = parse(cited("写在二（一）三是里。", item, HERE)).all("a")
    assert link.attributes["href"] == "#c4"


def test_an_area_leads_to_its_heading_and_bold_words_are_links_too() -> None:
    assert links("**二（一）**写的是") == [("二（一）", "../#c1")]


@pytest.mark.parametrize(
    "text",
    [
        "三是写了",
        "十二（一）三是",
        "二（一）九是",
        "二（一）三、四是",
        "三·一是否",
        "三·九是",
        "一、二、三",
        "a < b & 二〔一〕",
    ],
)
def test_what_may_be_another_or_is_none_is_no_link(text: str) -> None:
    assert links(text) == []


def test_pages_that_are_files_are_linked_as_such() -> None:
    assert links("二（一）四是", Place.on(PLAN, PLAN.by_id["a1-m3"], False)) == [("二（一）四是", "m4.html#c2")]
