"""The guesser finds each tell in a bank that has it, and nothing in one that has none."""

import pytest

from tests.bank import guesser
from tests.bank.test_lint import bank_of
from yanxi.model import Question

LETTERS = "ABCD"


def singles(option: str, others: str, stem: str = "{n}：写的是哪一项？", key: str = "") -> list[Question]:
    """Forty questions whose right option is made of `option` and whose others are made of `others`."""
    made = []
    for n in range(40):
        right = key or LETTERS[n * 7 % 4]
        options = [(option if letter == right else others).format(n=n, m=ord(letter)) for letter in LETTERS]
        made.append({"stem": stem.format(n=n), "options": options, "answer": right})
    return list(bank_of(made).questions)


def found(questions: list[Question]) -> set[str]:
    usual = guesser.chance(questions)
    return {name for name, trait in guesser.OF_SINGLES.items() if guesser.rate(questions, trait) > usual + 0.05}


@pytest.mark.parametrize(
    ("option", "others", "stem", "key", "tell"),
    [
        ("甲{n}乙丙丁", "{m}甲", "{n}是哪个？", "", "the longest"),
        ("{n}", "{m}甲乙丙", "{n}是哪个？", "", "the shortest"),
        ("{m}甲", "{m}一律", "{n}是哪个？", "", "without an absolute"),
        ("没有{m}", "甲乙{m}", "{n}是哪个？", "", "with a denial"),
        ("丙丁{m}", "甲乙{m}", "丙丁{n}是哪个？", "", "an echo of the stem"),
        ("甲乙{m}", "甲乙{m}", "{n}是哪个？", "B", "always B"),
    ],
)
def test_a_tell_is_found(option: str, others: str, stem: str, key: str, tell: str) -> None:
    questions = singles(option, others, stem, key)
    assert tell in found(questions)
    assert guesser.together(questions, guesser.OF_SINGLES) > 0.6


def test_a_bank_without_a_tell_is_guessed_by_chance() -> None:
    questions = singles("甲乙{m}", "甲乙{m}")
    assert found(questions) == set()


def test_statements_that_are_always_wrong_are_found() -> None:
    questions = list(bank_of([{"kind": "judge", "stem": f"写明{n}。", "answer": "错"} for n in range(10)]).questions)
    assert guesser.rate(questions, guesser.OF_STATEMENTS["always 错"]) == 1
    assert guesser.together(questions, guesser.OF_STATEMENTS) == 1


def test_the_usual_number_of_right_ones_is_gone_by() -> None:
    made = [
        {"kind": "multiple", "stem": f"{n}：哪几项？", "options": ["甲乙丙丁", "戊己庚", "辛", "壬"], "answer": "AB"}
        for n in range(10)
    ]
    hit, chance = guesser.multiples(list(bank_of(made).questions), guesser.length)
    assert (hit, chance) == (1, pytest.approx(0.1))
