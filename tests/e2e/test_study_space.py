"""Half of the screen is the question's, the next step is always at the same place, and the verdict is in sight."""

from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e import examinee, reader, student
from tests.e2e.reader import KINDS, Item, rightly, wrongly
from tests.e2e.student import present

LARGEST = {"textSize": 30, "large": True}

# Rows of pixels in the middle of the screen that stay covered while the page is scrolled.
COVERED = """() => {
  let rows = 0
  for (let y = 0; y < innerHeight; y++) {
    let element = document.elementFromPoint(innerWidth / 2, y)
    while (element && !/fixed|sticky/.test(getComputedStyle(element).position)) element = element.parentElement
    rows += !!element
  }
  return rows
}"""


def open_with(page: Page, address: str, width: int, height: int, settings: dict[str, Any]) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{address}/study/me/")
    student.set_settings(page, **settings)


def practise(page: Page, address: str, names: list[str]) -> None:
    """Goes through these questions."""
    page.goto(f"{address}/study/mistakes/")
    page.evaluate(
        "names => localStorage['yanxi / session.practice plan'] = JSON.stringify({ questions: names, position: 0 })",
        names,
    )
    page.goto(f"{address}/study/practice/#run")
    present(page).wait_for()


@pytest.mark.parametrize("zoom", [1, 1.4])
@pytest.mark.parametrize("size", [(320, 568), (320, 640), (360, 640), (640, 360)])
@pytest.mark.parametrize("way", ["practice", "exam"])
def test_half_of_the_screen_is_the_questions(
    tab: Page, address: str, questions: list[Item], way: str, size: tuple[int, int], zoom: float
) -> None:
    open_with(tab, address, *size, LARGEST)
    if way == "practice":
        practise(tab, address, [item["id"] for item in student.in_scope(questions, "a1-m3")[:2]])
        student.go_on(tab, "跳过")
    else:
        examinee.sit(tab, address)
    # WeChat's own setting does this to rem units.
    tab.evaluate("zoom => { document.documentElement.style.fontSize = `calc(208.33% * ${zoom})` }", zoom)
    tab.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    tab.evaluate("scrollTo(0, 200)")
    assert tab.evaluate(COVERED) <= size[1] / 2
    if zoom == 1:
        assert tab.evaluate("document.documentElement.scrollWidth") <= size[0]
    expect(tab.locator(".yx-foot .yx-go").last).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("settings", [{}, LARGEST], ids=["normal", "largest"])
@pytest.mark.parametrize("kind", KINDS)
def test_verdict_and_explanation_are_in_sight(
    tab: Page, address: str, one_page: list[Item], kind: str, settings: dict[str, Any]
) -> None:
    open_with(tab, address, 320, 568, settings)
    tab.emulate_media(reduced_motion="reduce")
    item = next(each for each in one_page if each["kind"] == kind)
    practise(tab, address, [item["id"]])
    reader.answer(tab, item, wrongly)
    question = present(tab)
    tab.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    places = question.evaluate(
        """question => {
          const line = document.createRange()
          line.selectNodeContents(question.querySelector(question.querySelector('.yx-key + .yx-explain') ? '.yx-key' : '.yx-explain'))
          const foot = document.querySelector('.yx-foot').getBoundingClientRect()
          return [question.querySelector('output').getBoundingClientRect().top, line.getClientRects()[0].bottom, foot.top]
        }"""
    )
    assert 0 <= places[0] < places[1] <= places[2]


@pytest.mark.parametrize("size", [(320, 568), (390, 844), (1366, 768)])
def test_the_next_step_is_always_at_the_same_place(
    tab: Page, address: str, one_page: list[Item], size: tuple[int, int]
) -> None:
    tab.set_viewport_size({"width": size[0], "height": size[1]})
    items = [next(each for each in one_page if each["kind"] == kind) for kind in KINDS]
    practise(tab, address, [item["id"] for item in items])
    step = tab.locator(".yx-foot .yx-go").last
    places = []
    for number, item in enumerate(items):
        expect(present(tab)).to_have_attribute("id", item["id"])
        places.append(step.bounding_box()["y"])
        reader.answer(tab, item, rightly)
        places.append(step.bounding_box()["y"])
        if number + 1 < len(items):
            reader.tap(step)
    assert max(places) - min(places) <= 2


# How far above the bar at the foot the first line of the first option ends, and how much of the screen that leaves.
FIRST_OPTION = """() => {
  const line = document.createRange()
  line.selectNodeContents(document.querySelector('.yx-run .yx-option > span'))
  return [document.querySelector('.yx-foot').getBoundingClientRect().top, line.getClientRects()[0].bottom]
}"""


def test_an_option_is_seen_at_the_largest_type_on_the_smallest_screen(
    tab: Page, address: str, questions: list[Item]
) -> None:
    open_with(tab, address, 320, 568, LARGEST)
    tab.emulate_media(reduced_motion="reduce")
    names = [item["id"] for item in student.in_scope(questions, "a1") if item["kind"] in ("order", "match")]
    practise(tab, address, names)
    for name in names:
        expect(present(tab)).to_have_attribute("id", name)
        tab.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        foot, line = tab.evaluate(FIRST_OPTION)
        assert line <= foot
        assert foot > 0.75 * 568
        reader.tap(tab.locator(".yx-foot").get_by_role("button", name="跳过"))


# Places the last option, and presses the bar's button as soon as it reads 提交, and again as soon as it reads otherwise.
QUICKLY = """async () => {
  const next = document.querySelector('.yx-foot > :last-child')
  const press = async (words) => {
    for (let frames = 600; next.textContent !== words; frames--) {
      if (!frames) throw new Error(`${next.textContent}, not ${words}`)
      await new Promise(requestAnimationFrame)
    }
    next.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }))
  }
  document.querySelector('.yx-run input:not(:checked)').click()
  await press('提交')
  await press('下一题')
}"""


def test_a_quick_hand_submits_and_its_double_tap_skips_nothing(tab: Page, address: str, one_page: list[Item]) -> None:
    item, other = (next(each for each in one_page if each["kind"] == kind) for kind in ("order", "judge"))
    practise(tab, address, [item["id"], other["id"]])
    reader.by_touch(present(tab), rightly(item)[:-2])
    tab.evaluate(QUICKLY)
    expect(present(tab)).to_have_attribute("data-result", "right")
    expect(present(tab)).to_have_attribute("id", item["id"])
    reader.tap(tab.locator(".yx-foot").get_by_role("button", name="下一题"))
    expect(present(tab)).to_have_attribute("id", other["id"])


def test_a_question_on_its_way_is_not_skipped(page: Page, address: str, questions: list[Item]) -> None:
    first, second, *_ = student.in_scope(questions, "a1-m1")
    third, fourth = (student.in_scope(questions, scope)[0] for scope in ("a1-m3", "a2"))
    held: list[Route] = []
    page.route("**/fragments/a1-m3.js*", lambda route: held.append(route))
    practise(page, address, [item["id"] for item in (first, second, third, fourth)])
    with page.expect_request("**/fragments/a1-m3.js*"):
        student.go_on(page, "跳过")
    skip = page.locator(".yx-foot").get_by_role("button", name="跳过")
    for _ in range(2):
        skip.tap()
    held[0].continue_()
    expect(present(page)).to_have_attribute("id", third["id"])
