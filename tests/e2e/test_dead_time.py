"""Options are never dead: a tap made the moment one can be seen is graded, whenever the script comes."""

import re

from playwright.sync_api import Page, Route, expect

from tests.e2e import reader
from tests.e2e.reader import Item

# A reader who waits, frame by frame, for the first option to be on the screen, and taps it at once.
IMPATIENT = """
const look = () => {
  const option = document.querySelector('yx-question[data-kind=single] .yx-option')
  const { left, top, width, height } = option ? option.getBoundingClientRect() : { height: 0 }
  const there = height && document.elementFromPoint(left + width / 2, top + height / 2)
  if (there && option.contains(there)) {
    window.tapped = { parsed: document.readyState, widget: !!customElements.get('yx-question') }
    there.click()
  } else {
    requestAnimationFrame(look)
  }
}
look()
"""


def test_the_first_frame_counts(page: Page, address: str, one_page: list[Item]) -> None:
    item = next(each for each in one_page if each["kind"] == "single")
    page.add_init_script(IMPATIENT)
    page.goto(f"{address}/{item['url']}", wait_until="commit")
    expect(reader.find(page, item)).to_have_attribute("data-result", re.compile("right|wrong"))
    assert page.evaluate("tapped.widget")
    assert len(reader.logged(page, 1)) == 1


def test_the_script_is_there_before_the_first_question(page: Page, address: str, one_page: list[Item]) -> None:
    """Whatever of the page has come: it stands in its head."""
    html = page.request.get(f"{address}/{one_page[0]['url']}").text()
    assert re.search(r"<script data-at=", html).start() < html.index("</head>") < html.index("<yx-question")


def test_a_choice_made_before_a_late_script_is_graded_when_it_comes(
    page: Page, address: str, one_page: list[Item]
) -> None:
    """Where another generator or a proxy has put the script elsewhere."""
    single, multiple, order, blank = (
        next(each for each in one_page if each["kind"] == kind) for kind in ("single", "multiple", "order", "blank")
    )
    held = _late(page)
    page.goto(f"{address}/{single['url']}", wait_until="commit")
    reader.find(page, multiple).wait_for()
    for item in (single, multiple, blank):
        reader.by_touch(reader.find(page, item), [step for step in reader.rightly(item) if step.act != "press"])
    expect(page.locator("[data-result]")).to_have_count(0)
    expect(reader.find(page, blank)).to_be_in_viewport()
    held[0].continue_()
    expect(reader.find(page, single)).to_have_attribute("data-result", "right")
    # What the later script adds to the page moves what stands below it.
    expect(page.locator("yx-score .yx-total")).to_contain_text("1 题对 1 题")
    # The reader has gone on, and is not fetched back to the verdict.
    expect(reader.find(page, blank)).to_be_in_viewport()
    for item in (multiple, blank):
        reader.by_touch(reader.find(page, item), [reader.Step("press", "提交")])
        expect(reader.find(page, item)).to_have_attribute("data-result", "right")
    expect(reader.find(page, order).locator(":checked")).to_have_count(0)
    expect(page.locator("yx-score .yx-total")).to_contain_text("3 题对 3 题")


def _late(page: Page) -> list[Route]:
    """Pages come with their script at the end and async, and it is held back."""
    held: list[Route] = []

    def page_with_late_script(route: Route) -> None:
        response = route.fetch()
        script = re.search(r'<script data-at="([^"]*yanxi\.js[^"]*)">.*?</script>', response.text(), re.DOTALL)
        assert script
        late = f'<script async src="{script[1]}"></script>'
        route.fulfill(
            response=response, body=response.text().replace(script[0], "").replace("</body>", f"{late}</body>")
        )

    page.route("**/plan/**", page_with_late_script)
    page.route("**/assets/yanxi.js*", lambda route: held.append(route))
    return held
