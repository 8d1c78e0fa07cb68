"""A reload, or the way back to a page that was put away, leads to the very place where the reader was."""

import re

import pytest
from playwright.sync_api import Page, Route

from tests.e2e.reader import Item

QUESTION = re.compile(r"<yx-question id=.*?</yx-question>", re.S)

# The question at the top of the screen, and how far its top is from the screen's.
PLACE = """async () => {
  for (let still = 0, before; still < 9; ) {
    await new Promise(requestAnimationFrame)
    still = before === scrollY ? still + 1 : 0
    before = scrollY
  }
  const question = document.elementFromPoint(innerWidth / 2, 200).closest('yx-question')
  return [question.id, Math.round(question.getBoundingClientRect().top)]
}"""


@pytest.fixture
def long_page(page: Page, address: str, one_page: list[Item]) -> str:
    """The address of a page with a thousand questions."""

    def lengthen(route: Route) -> None:
        html = route.fetch().text()
        questions = QUESTION.findall(html)
        again = [
            re.sub(r"\b([\w-]+-q\d+)\b", rf"\1-{time}", question)
            for time in range(1000 // len(questions))
            for question in questions
        ]
        start, end = html.index(questions[0]), html.index(questions[-1])
        route.fulfill(body=html[:start] + "\n".join(again) + html[end:], content_type="text/html")

    url = f"{address}/{one_page[0]['url'].split('#')[0]}"
    page.route(url, lengthen)
    return url


def read_to(page: Page, share: float) -> list:
    """Scrolls there as a finger does, a stretch at a time."""
    page.evaluate(
        """async (share) => {
          const end = share * document.documentElement.scrollHeight
          for (let at = 1; at <= 20; at++) {
            scrollTo({ top: end * at / 20, behavior: 'instant' })
            await new Promise(requestAnimationFrame)
          }
        }""",
        share,
    )
    return page.evaluate(PLACE)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_reload_leads_to_the_same_place(page: Page, long_page: str, share: float) -> None:
    page.goto(long_page)
    name, top = read_to(page, share)
    page.reload()
    assert page.evaluate(PLACE) == [name, pytest.approx(top, abs=2)]


def test_so_does_the_way_back_to_a_page_put_away(page: Page, long_page: str, address: str) -> None:
    page.goto(long_page)
    name, top = read_to(page, 0.6)
    page.goto(f"{address}/glossary/")
    page.go_back()
    assert page.evaluate(PLACE) == [name, pytest.approx(top, abs=2)]


def test_a_link_to_a_page_leads_to_its_beginning_or_to_what_it_names(page: Page, long_page: str, address: str) -> None:
    page.goto(long_page)
    name, _ = read_to(page, 0.5)
    page.goto(f"{address}/glossary/")
    page.goto(long_page)
    assert page.evaluate("scrollY") == 0
    page.goto(f"{address}/glossary/")
    page.goto(f"{long_page}#{name}")
    assert page.evaluate(PLACE) == [name, pytest.approx(54, abs=4)]


def test_a_reader_who_moves_is_not_held(page: Page, long_page: str) -> None:
    page.goto(long_page)
    name, top = read_to(page, 0.5)
    page.reload()
    page.mouse.wheel(0, -900)
    page.evaluate(PLACE)
    assert page.locator(f"[id='{name}']").evaluate("e => e.getBoundingClientRect().top") > top + 400
