"""The cards that members hold up to vote: a code for a camera, with a letter at each side. The letter at the top is the vote.

What they show is read by `tools/widget/src/classroom-cards/`, which has the same codes.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from yanxi.render.markup import html, join

CELLS = 6
CODES = (
    0xD2B63A09D, 0x6001134E5, 0x1206FBE72, 0xFF8AD6CB4, 0x85DA9BC49, 0xB461AFE9C, 0x6DB51FE13, 0x5248C541F,
    0x008F34503, 0x8EA462ECE, 0xEAC2BE76D, 0x1AF615C44, 0xB48A49F27, 0x2E4E1283B, 0x78B1F2FA8, 0x27D34F57E,
    0x89222FFF1, 0x4C1669406, 0xBF49B3511, 0xDC191CD5D, 0x11D7C3F85, 0x16A130E35, 0xE29F27EFF, 0x428D8AE0C,
    0x90D548477, 0x2319CBC93, 0xC3B0C3DFC, 0x0424BCCC9, 0x2A081D630, 0x762743D96, 0xD0645BF19, 0xF38D7FD60,
    0xC6CBF9A10, 0x3C1BE7C65, 0x276F75E63, 0x4490A3F63, 0xDA60ACD52, 0x3CC68DF59, 0xAB46F9DAE, 0x88D533D78,
)  # fmt: skip
"""The first forty of the dictionary ARUCO_MIP_36h12, the first that of card 1; row by row, a white cell being a 1."""

LETTERS = "ABCD"
"""Clockwise, from the top of a card that stands upright."""


def sheets() -> Markup:
    """Every card, in the order in which they are printed: two to a sheet."""
    return html('<div class="yx-sheets">{}</div>', join(_card(number) for number in range(1, len(CODES) + 1)))


def _card(number: int) -> Markup:
    how = "选哪个，就让哪个字母朝上，正对镜头举起。手指捏住白边，不要挡住黑框。"
    return html('<div class="yx-card">{}<p><b>{} 号</b>{}</p></div>', drawing(number), number, how)


def drawing(number: int) -> Markup:
    """The card as an SVG that needs no style sheet: a black square of eight cells in a white one of eleven.

    The letters are small and pale, for the one who holds it and for nobody beside.
    """
    return html(
        '<svg xmlns="http://www.w3.org/2000/svg" data-card="{number}" viewBox="0 0 11 11" width="330" height="330" '
        'role="img" aria-label="{number} 号卡"><path fill="#fff" d="M0 0h11v11H0z"/>'
        '<path fill="#000" d="M1.5 1.5h8v8h-8z"/><path fill="#fff" d="{white}"/>'
        '<g fill="#757575" font-family="sans-serif" font-size=".46" text-anchor="middle">{letters}'
        '<text x=".7" y=".85">{number}</text></g></svg>',
        number=number,
        white=Markup("").join(_white(CODES[number - 1])),
        letters=join(
            html('<text x="5.5" y=".85" transform="rotate({} 5.5 5.5)">{}</text>', 90 * at, letter)
            for at, letter in enumerate(LETTERS)
        ),
    )


def _white(code: int) -> Iterator[str]:
    """The white cells as a path, those beside each other in one piece."""
    bits = f"{code:0{CELLS * CELLS}b}"
    for row in range(CELLS):
        column = 0
        for piece in bits[row * CELLS : (row + 1) * CELLS].replace("10", "1 0").replace("01", "0 1").split():
            if piece[0] == "1":
                yield f"M{column + 2.5} {row + 2.5}h{len(piece)}v1h-{len(piece)}z"
            column += len(piece)
