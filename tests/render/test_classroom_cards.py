"""The cards to vote with: what is printed is what is read."""

import re
from xml.etree import ElementTree

from tests.documents import ROOT
from yanxi.render.classroom_cards import CODES, drawing, sheets

READER = ROOT / "tools/widget/src/classroom-cards/codes.js"


def test_what_is_printed_is_what_is_read() -> None:
    read = re.findall(r"'([0-9a-f]{9})'", READER.read_text(encoding="utf-8"))
    assert [f"{code:09x}" for code in CODES] == read


def test_a_card_shows_its_code() -> None:
    for number, code in enumerate(CODES, 1):
        svg = ElementTree.fromstring(drawing(number))
        white = svg.findall("{*}path")[2].attrib["d"]
        shown = [["0"] * 6 for _ in range(6)]
        for column, row, length in re.findall(r"M(\d)\.5 (\d)\.5h(\d)v1h-\dz", white):
            for cell in range(int(length)):
                shown[int(row) - 2][int(column) - 2 + cell] = "1"
        assert int("".join(map("".join, shown)), 2) == code


def test_there_are_forty_with_their_numbers() -> None:
    assert re.findall(r'data-card="(\d+)"', sheets()) == [str(number) for number in range(1, 41)]
