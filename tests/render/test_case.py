"""A case is shown with each of its questions, and for paper it is marked where it has just been printed."""

from dataclasses import replace

from tests.documents import document
from tests.render.reader import parse
from tests.render.test_golden import CASES, bank
from yanxi.model import Bank
from yanxi.render import question
from yanxi.render.place import Place

HERE = Place.on(document(), document().by_id["a1-m3"])
BANK = bank(next(case for case in CASES if case.stem == "case"))


def shown(items: Bank) -> list[tuple[str, bool]]:
    """For each question that shows a case its id, and whether that is the second time."""
    cases = parse(question.quiz(items, HERE)).all(class_="yx-case")
    assert all("口头说了一遍" in each.text for each in cases)
    return [(each.attributes["id"], "yx-again" in each.attributes["class"]) for each in cases]


def test_each_question_of_a_case_shows_it_and_the_others_do_not() -> None:
    assert shown(BANK) == [("a1-m3-q08-case", False), ("a1-m3-q09-case", True)]


def test_by_itself_a_question_shows_its_case_as_the_first_does() -> None:
    _, second, third = BANK.questions
    alone = parse(question.question(second, HERE))
    assert [each.attributes["class"] for each in alone.all("div")] == ["yx-case"]
    [group] = alone.all("fieldset")
    assert group.attributes["aria-describedby"] == "a1-m3-q09-case"
    assert not parse(question.question(third, HERE)).all("div")


def test_two_cases_side_by_side_are_both_printed() -> None:
    first, second, third = BANK.questions
    other = replace(first.case, name="另一份", text="另一份材料：也是口头说了一遍。")
    items = replace(BANK, questions=(first, second, replace(third, case=other)))
    assert [again for _, again in shown(items)] == [False, True, False]
