"""Sound banks after a slip of the hand: never a traceback, always a line, and the right one."""

import re
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from tests.bank.mutations import SLIPS, apply, garble
from tests.documents import banks, document, first_provision, glossary
from yanxi.bank.checks import check_banks, ids
from yanxi.bank.read import read_bank
from yanxi.problem import Problem
from yanxi.yamltext import decode, parse

TRIES = 8
CHINESE = re.compile(r"[一-鿿]")


def problems(name: str, text: str, every_rule: bool = False) -> list[Problem]:
    found: list[Problem] = []
    data = text.encode("utf-8", "surrogatepass")
    decoded = decode.decode(data, name, found.append)
    node = None if decoded is None else parse.parse(decoded, name, found.append)
    bank = read_bank(node, first_provision(name), name, document(), found.append, glossary())
    check = check_banks if every_rule else ids.check
    return sorted({*found, *check((bank,), document(), ())})


def sound(found: list[Problem], name: str, text: str) -> None:
    for problem in found:
        assert problem.path == name
        assert 1 <= problem.line <= len(re.split(r"\r\n|\r|\n", text)) + 1
        assert problem.column >= 1
        assert CHINESE.search(problem.code) and CHINESE.search(problem.message) and CHINESE.search(problem.hint)


def test_the_banks_as_they_are_have_no_problem() -> None:
    assert [problem for name, text in banks().items() for problem in problems(name, text)] == []


def test_the_line_that_is_named_first_is_the_line_of_the_slip() -> None:
    right, missed = Counter(), []
    for what, slip in SLIPS.items():
        chance = Random(what)
        for _ in range(TRIES):
            name = chance.choice(list(banks()))
            lines = banks()[name].split("\n")
            if not (made := apply(slip, lines, chance)):
                right[what] += 1
                continue
            number, line = made
            found = problems(name, "\n".join([*lines[:number], line, *lines[number + 1 :]]))
            sound(found, name, banks()[name])
            if found and found[0].line == number + 1:
                right[what] += 1
            else:
                missed.append(
                    f"{what}：{name}:{number + 1} “{line.strip()}”，报的是 {found[0] if found else '没有问题'}"
                )
    shown = "\n".join(missed)
    assert sum(right.values()) >= 0.98 * TRIES * len(SLIPS), shown
    assert all(right[what] >= 0.8 * TRIES for what in SLIPS), shown


@pytest.mark.parametrize("name", banks())
def test_nothing_that_happens_to_a_bank_brings_a_traceback(name: str) -> None:
    chance = Random(name)
    for _ in range(8):
        text = garble(banks()[name], chance)
        sound(problems(name, text, every_rule=True), name, text)


@given(some.text(max_size=200))
@example("- \t- \t- [}")
@example("? - :\n - ?")
@example("a: |\n\t\n")
@example("questions:\n- {: , [}]")
@example("%YAML 9.9\n---\na: 1")
@example("\ud800")
@example("&a [*a]")
@example("&a {*a : *a}")
@example("<<: &b {<<: *b}")
def test_nothing_that_is_typed_brings_a_traceback(text: str) -> None:
    name = "quizzes/plan/a1/m3.yml"
    found = problems(name, text)
    assert found
    sound(found, name, text)


@given(some.binary(max_size=100))
def test_no_bytes_bring_a_traceback(data: bytes) -> None:
    found: list[Problem] = []
    text = decode.decode(data, "quizzes/plan/a1/m3.yml", found.append)
    assert (text is None) == bool(found)


def test_two_slips_in_one_file_are_both_named() -> None:
    chance, both = Random(2), 0
    lines = banks()["quizzes/plan/a1/m3.yml"].split("\n")
    middle = next(number for number in range(len(lines) // 2, len(lines)) if lines[number].startswith("  - id"))
    for _ in range(40):
        first, second = (chance.choice(list(SLIPS.values())) for _ in range(2))
        one, other = apply(first, lines[1:middle], chance), apply(second, lines[middle:], chance)
        if not one or not other:
            both += 1
            continue
        changed = list(lines)
        changed[1 + one[0]], changed[middle + other[0]] = one[1], other[1]
        named = {problem.line for problem in problems("quizzes/plan/a1/m3.yml", "\n".join(changed))}
        both += {one[0] + 2, middle + other[0] + 1} <= named
    assert both >= 36


def test_a_large_bank_with_a_slip_at_its_end_is_still_read_quickly(tmp_path: Path) -> None:
    one = banks()["quizzes/plan/a1/m3.yml"].split("\n", 1)[1]
    text = "questions:\n" + "".join(one.replace("a1-m3-q", f"a1-m3-q{number}") for number in range(10, 50))
    [found] = problems("quizzes/plan/a1/m3.yml", text.rstrip("\n").rsplit("\n", 1)[0] + "\n    level remember\n")
    assert found.line == text.count("\n")
