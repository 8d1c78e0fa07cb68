"""Very many questions stand in batches, which a browser lays out and looks for as one while they are out of sight."""

from dataclasses import replace

import pytest

from tests.documents import document
from tests.render.reader import parse
from tests.render.test_golden import CASES, bank
from yanxi.render import question
from yanxi.render.place import Place

HERE = Place.on(document(), document().by_id["a1-m3"])
BANK = bank(next(case for case in CASES if case.stem == "single"))


@pytest.mark.parametrize(("count", "batches"), [(1, []), (50, []), (51, [10, 10, 10, 10, 10, 1]), (60, [10] * 6)])
def test_they_stand_in_batches_of_ten(count: int, batches: list[int]) -> None:
    many = replace(BANK, questions=tuple(replace(BANK.questions[0], id=f"a1-m3-q{at}") for at in range(count)))
    page = parse(question.quiz(many, HERE))
    assert [each.attributes["id"] for each in page.all("yx-question")] == [item.id for item in many.questions]
    assert [len(each.all("yx-question")) for each in page.all(class_="yx-batch")] == batches
