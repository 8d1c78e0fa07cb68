"""No question gives its answer away to somebody who knows how tests are written and has not read the plan.

`python -m tests.plan2022.test_guess` prints how often each way of guessing is right.
"""

from tests.bank import guesser
from tests.documents import ROOT
from yanxi import project
from yanxi.project import Package

MARGIN = 0.05


def test_style_tells_no_more_than_five_points_above_chance(plan2022: Package) -> None:
    made = guesser.report(plan2022.questions)
    print(guesser.lines(made))
    assert [name for name, (hit, chance) in made.items() if hit > chance + MARGIN] == [], guesser.lines(made)


if __name__ == "__main__":
    current = project.load(ROOT).current
    assert current
    print(guesser.lines(guesser.report(current.questions)))
