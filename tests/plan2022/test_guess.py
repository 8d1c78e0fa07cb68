"""No question gives its answer away to somebody who knows how tests are written and has not read the plan."""

from tests.bank import guesser
from yanxi.project import Package

MARGIN = 0.05


def test_style_tells_no_more_than_five_points_above_chance(plan2022: Package) -> None:
    made = guesser.report(plan2022.questions)
    print(guesser.lines(made))
    assert [name for name, (hit, chance) in made.items() if hit > chance + MARGIN] == [], guesser.lines(made)
