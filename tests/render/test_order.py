"""What stands where: shuffled by the question alone, pinned where it must be, never the answer itself."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.documents import PLAN, document
from tests.render.reader import Element, parse
from yanxi import project
from yanxi.bank.kinds import KINDS
from yanxi.model import Option, Question
from yanxi.render import question
from yanxi.render.kinds import KINDS as LOOKS
from yanxi.render.place import Place
from yanxi.yamltext.nodes import Node

AT = Node("m3.yml", 1, 1)
PLACE = Place.on(document(), document().by_id["a1-m3"])
BANK = list(project.load(PLAN).packages[0].questions)


def made(kind: str, number: int, size: int, pin: bool = False) -> Question:
    options = tuple(Option(letter, f"选项{letter}", "", AT) for letter in "ABCDEFGH"[:size])
    base = Question(f"a1-m3-q{number:02}", kind, "a1-m3", "题干", "解析", "remember", (), pin=pin)
    if kind == "match":
        return replace(base, content=tuple((f"左{letter}", f"右{letter}") for letter in "ABCDEFGH"[:size]))
    key = {"order": tuple("ABCDEFGH"[:size]), "multiple": ("A", "C")}.get(kind, ("B",))
    return replace(base, options=options, key=key)


def shown(item: Question) -> Element:
    return parse(question.question(item, PLACE))


def letters(element: Element, name: str) -> list[str]:
    return [box.attributes["value"] for box in element.all("input", name=name)]


@given(some.sampled_from(["order", "match"]), some.integers(1, 99), some.integers(3, 8), some.booleans())
def test_an_order_and_a_match_never_show_their_answer(kind: str, number: int, size: int, pin: bool) -> None:
    item = made(kind, number, size, pin)
    right = letters(shown(item), item.id if kind == "order" else f"{item.id}-r")
    assert sorted(right) == list("ABCDEFGH"[:size]) != right
    if kind == "match":
        assert letters(shown(item), f"{item.id}-l") == sorted(right)


def test_a_match_of_two_is_turned_round() -> None:
    assert {tuple(letters(shown(made("match", number, 2)), f"a1-m3-q{number:02}-r")) for number in range(20)} == {
        ("B", "A")
    }


@given(some.sampled_from(["single", "multiple"]), some.integers(1, 99), some.integers(3, 8))
def test_a_pinned_question_keeps_its_order_and_says_so(kind: str, number: int, size: int) -> None:
    element = shown(made(kind, number, size, pin=True))
    assert letters(element, f"a1-m3-q{number:02}") == list("ABCDEFGH"[:size])
    assert "data-pin" in element.all("yx-question")[0].attributes
    assert "data-pin" not in shown(made(kind, number, size)).all("yx-question")[0].attributes


@given(some.sampled_from(["single", "multiple"]), some.integers(1, 99), some.integers(3, 8), some.booleans())
def test_the_letters_of_the_answer_are_those_on_the_screen(kind: str, number: int, size: int, pin: bool) -> None:
    item = made(kind, number, size, pin)
    element = shown(item)
    order = letters(element, item.id)
    [key] = element.all("p", class_="yx-key")
    answers = key.all("span")
    assert [answer.attributes["data-for"] for answer in answers] == sorted(item.key, key=order.index)
    for answer in answers:
        letter = answer.text[0]
        assert order["ABCDEFGH".index(letter)] == answer.attributes["data-for"]
        assert answer.text == f"{letter} 选项{answer.attributes['data-for']}"
    assert [row.all("b")[0].text for row in element.all("label")] == list("ABCDEFGH"[:size])


def test_every_order_comes_up_so_no_place_is_the_likely_one() -> None:
    orders = {tuple(letters(shown(made("single", number, 3)), f"a1-m3-q{number:02}")) for number in range(10, 99)}
    assert orders == set(permutations("ABC"))


def test_the_order_depends_on_the_question_alone() -> None:
    item = made("single", 7, 4)
    assert question.question(item, PLACE, 1, 9) == question.question(item, PLACE, 1, 9)
    reworded = replace(item, stem="另一种问法", explain="另一种说法")
    assert letters(shown(reworded), item.id) == letters(shown(item), item.id)


def test_judge_is_always_right_before_wrong() -> None:
    item = Question("a1-m3-q01", "judge", "a1-m3", "题干", "解析", "remember", (), key=("错",))
    assert letters(shown(item), item.id) == ["对", "错"]


def shown_of(item: Question) -> list[str]:
    """What a reader without JavaScript has to find of a question's own content: no alternative of a gap."""
    if item.kind == "blank":
        return [accepted[0] for accepted in item.content]
    return [text for each in item.content for text in ([each] if isinstance(each, str) else each)]


@pytest.mark.parametrize("kind", KINDS)
def test_questions_have_the_markup_of_the_contract(kind: str) -> None:
    items = [item for item in BANK if item.kind == kind]
    assert items
    for item in items:
        [element] = shown(item).all("yx-question")
        attributes = element.attributes
        assert (attributes["id"], attributes["data-kind"], attributes["data-version"]) == (item.id, kind, item.version)
        assert attributes["data-key"] == "".join(item.key)
        assert len(element.all("fieldset")) == len(element.all("legend")) == len(element.all("details")) == 1
        assert len(element.all("output", class_="yx-verdict")) == 1 and not element.all("output")[0].text
        assert bool(element.all("button", class_="yx-submit")) == LOOKS[kind].SUBMIT
        assert all(box.attributes.get("value") or box.attributes.get("aria-label") for box in element.all("input"))
        # With JavaScript off everything can be read: all options, the answer, the explanation, the source.
        words = "".join(element.text.split())
        for text in [*(option.text for option in item.options), item.explain, *shown_of(item)]:
            assert "".join(parse(text.replace("**", "")).text.split()) in words.replace("*", "")
        basis = [f"术语《{item.term.term}》"] if item.term else []
        sources = [link.text for source in element.all(class_="yx-source") for link in source.all("a")]
        assert sources == [quote.text for quote in item.quotes] + basis


def test_one_page_of_a_bank_numbers_its_questions() -> None:
    [bank] = [bank for bank in project.load(PLAN).packages[0].banks.values() if bank.provision == "a1-m3"]
    page = parse(question.quiz(bank, PLACE))
    total = len(bank.live)
    assert [meta.text.split(" · ")[0] for meta in page.all("span", class_="yx-meta")] == [
        f"{number}/{total}" for number in range(1, total + 1)
    ]
    [section] = page.all("section")
    assert section.attributes["data-quiz"] == "a1-m3" and "data-search-exclude" in section.attributes


def test_a_retired_question_is_not_shown() -> None:
    [bank] = [bank for bank in project.load(PLAN).packages[0].banks.values() if bank.provision == "a1-m3"]
    first, *rest = bank.questions
    retired = replace(bank, questions=(replace(first, retired="题意不清"), *rest))
    assert f'id="{first.id}"' not in question.quiz(retired, PLACE)
