"""Laying out: the meaning stays, every remark stays, and what is laid out once stays as it is."""

import re
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.documents import banks
from yanxi.bank.write import ORDER
from yanxi.yamltext import nodes, parse
from yanxi.yamltext.layout import laid_out
from yanxi.yamltext.scalar import scalar

ORDERS = {(): ("cases", "questions"), ("questions",): ORDER}
CASES = sorted((Path(__file__).parent / "layout").glob("*.txt"))


def meaning(text: str) -> object:
    """What a text is read as; the order of keys is none of it."""
    problems: list[object] = []
    root = parse.parse(text, "", problems.append)
    assert problems == [] and root is not None, (problems, text)

    def plain(node: nodes.Node) -> object:
        if isinstance(node, nodes.Mapping):
            return {key.value: plain(value) for key, value in node.entries}
        return [plain(each) for each in node.items] if isinstance(node, nodes.Sequence) else node.value

    return plain(root)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path) -> None:
    """A text, a line of equals signs, the text laid out; nothing below the line where it stays as it is."""
    before, _, after = case.read_text(encoding="utf-8").partition("=====\n")
    made = laid_out(before, ORDERS)
    assert (made or "") == after
    if made:
        assert meaning(made) == meaning(before) and laid_out(made, ORDERS) == made


def test_banks_are_laid_out_as_their_editors_have_written_them() -> None:
    assert {name: laid_out(text, ORDERS) for name, text in banks().items()} == banks()


class Hand:
    """Writes values as YAML in the ways in which people write it: any indentation, brackets or lines, remarks anywhere."""

    def __init__(self, chance: Random) -> None:
        self.chance, self.remarks = chance, list[str]()

    def maybe(self, likely: float) -> bool:
        return self.chance.random() < likely

    def remark(self) -> str:
        self.remarks.append(f"# 说明 {len(self.remarks)}")
        return self.remarks[-1]

    def aside(self, indent: int) -> list[str]:
        """Lines that say nothing, above an entry."""
        made = [""] * self.chance.choice([0, 0, 0, 1, 2])
        return (
            [*made, " " * self.chance.choice([indent, indent, 0, indent + 4]) + self.remark()]
            if self.maybe(0.15)
            else made
        )

    def end(self) -> str:
        return (
            " " * self.chance.choice([2, 3, 9]) + self.remark()
            if self.maybe(0.1)
            else " " * self.chance.choice([0, 0, 2])
        )

    def text(self, value: str, flow: bool) -> str:
        plain = scalar(value, re.compile(r"[\w，。“”]+") if flow else None)
        single = "'" + value.replace("'", "''") + "'"
        return self.chance.choice([plain, plain, single]) if "\n" not in value else plain

    def flow(self, value: object) -> str:
        gap = " " * self.chance.choice([0, 1, 1, 2])
        if isinstance(value, list):
            return f"[{gap}{f',{gap or chr(32)}'.join(map(self.flow, value))}{gap}]"
        if isinstance(value, dict):
            return (
                "{" + gap + f", {gap}".join(f"{key}: {gap}{self.flow(each)}" for key, each in value.items()) + gap + "}"
            )
        return self.text(str(value), True)

    def block(self, value: object, indent: int) -> list[str]:
        rows: list[str] = []
        if isinstance(value, dict):
            keys = list(value)
            self.chance.shuffle(keys)
            for key in keys:
                rows += self.aside(indent) + self.entry(f"{' ' * indent}{key}:", value[key], indent)
        if isinstance(value, list):
            for each in value:
                rows += self.aside(indent) + self.item(each, indent)
        return rows

    def entry(self, head: str, value: object, indent: int) -> list[str]:
        if isinstance(value, str):
            return [f"{head} {' ' * self.chance.choice([0, 0, 3])}{self.text(value, False)}{self.end()}"]
        if not value or self.maybe(0.3):
            return [f"{head} {self.flow(value)}{self.end()}"]
        deeper = indent + self.chance.choice([0, 2, 4] if isinstance(value, list) and "-" not in head else [2, 4])
        return [head + self.end(), *self.block(value, deeper)]

    def item(self, value: object, indent: int) -> list[str]:
        dash = f"{' ' * indent}-"
        if isinstance(value, str) or not value or self.maybe(0.2):
            return [f"{dash} {self.text(value, False) if isinstance(value, str) else self.flow(value)}{self.end()}"]
        first, *rest = self.block(value, indent + (width := self.chance.choice([2, 3, 4])))
        while not first.strip() or first.lstrip().startswith("#"):  # above the dash
            first, *rest = *rest, first
        return [f"{dash}{' ' * (width - 1)}{first.lstrip()}", *rest]


WORDS = some.sampled_from(
    ["甲", "每半年", "2022", "no", "“引号”：甲", "甲 #乙", "'", "- 甲", "[乙]", "a: b", "**重点**", "、，", "*县委"]
)
VALUES = some.recursive(
    WORDS,
    lambda inner: (
        some.lists(inner, max_size=3)
        | some.dictionaries(some.sampled_from(["stem", "answer", "quote", "甲", "id"]), inner, min_size=1, max_size=4)
    ),
    max_leaves=6,
)
QUESTIONS = some.fixed_dictionaries(
    {"id": WORDS, "stem": WORDS}, optional={key: VALUES for key in ("options", "quote", "allow", "level")}
)


@given(
    some.fixed_dictionaries({"questions": some.lists(QUESTIONS, min_size=1, max_size=3)}),
    some.randoms(use_true_random=False),
)
def test_however_it_is_written_it_is_laid_out_in_one_way(value: dict[str, object], chance: Random) -> None:
    hand = Hand(chance)
    text = "\n".join([*hand.aside(0), *hand.block(value, 0), *hand.aside(0)]) + "\n"
    wanted = meaning(text)
    made = laid_out(text, ORDERS)
    assert made is not None, text
    assert meaning(made) == wanted
    assert laid_out(made, ORDERS) == made
    assert sorted(re.findall(r"# 说明 \d+", made)) == sorted(hand.remarks)
    assert not re.search(r"[ \t]+$|\n\n\n|\A\n|\n\n\Z", made, re.MULTILINE)
    ids = re.findall(r"(?m)^ *- ([a-z]+):", made)
    assert len(ids) < len(value["questions"]) or ids[0] == "id"


@given(some.data())
def test_what_stands_around_a_bank_does_not_matter(data: some.DataObject) -> None:
    name = data.draw(some.sampled_from(sorted(banks())))
    rows = banks()[name].split("\n")
    for _ in range(data.draw(some.integers(1, 6))):
        place = data.draw(some.integers(0, len(rows) - 2))
        way = data.draw(some.sampled_from(["  ", "\n", "\r"]))
        rows[place] = rows[place] + way if way != "\n" else rows[place] + "\n"
    text = "\ufeff" + "\n".join(rows).replace("\r\n", "\n")
    made = laid_out(text, ORDERS)
    assert made and re.sub(r"\n\n+", "\n", made).replace("\n", "") == banks()[name].replace("\n", "")
