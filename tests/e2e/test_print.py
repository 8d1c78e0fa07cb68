"""On paper: questions to be read and written on, no buttons, no answer that was not asked for."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.documents import PLAN
from tests.e2e import examinee, reader, student
from tests.e2e.reader import Item, wrongly
from yanxi import bold, project
from yanxi.papers.compose import compose


@pytest.fixture
def paper(tab: Page, address: str, one_page: list[Item]) -> Page:
    """A page on which one question was answered."""
    tab.goto(f"{address}/{one_page[0]['url']}")
    reader.answer(tab, _answered(one_page), wrongly)
    reader.logged(tab, 1)
    tab.emulate_media(media="print")
    yield tab
    tab.emulate_media(media="null")


def _answered(one_page: list[Item]) -> Item:
    return next(each for each in one_page if each["kind"] == "judge")


def test_questions_are_there_and_buttons_are_not(paper: Page, one_page: list[Item]) -> None:
    for item in one_page:
        expect(reader.find(paper, item).locator(".yx-stem")).to_be_visible()
        for row in reader.find(paper, item).locator(".yx-option").all():
            expect(row).to_be_visible()
    # Terms are words of the text, on paper too.
    buttons = paper.locator("article").get_by_role("button")
    expect(buttons.and_(paper.locator(":not([data-term])"))).to_have_count(0)


def test_only_the_answer_that_was_given_is_printed(paper: Page, one_page: list[Item]) -> None:
    answered = _answered(one_page)
    for item in one_page:
        explained = reader.find(paper, item).locator(".yx-explain")
        (expect(explained).to_be_visible if item == answered else expect(explained).to_be_hidden)()
        expect(reader.find(paper, item).locator("summary")).to_be_hidden()


def test_the_dark_is_left_out(tab: Page, address: str, one_page: list[Item]) -> None:
    tab.emulate_media(color_scheme="dark")
    tab.goto(f"{address}/{one_page[0]['url']}")
    expect(tab.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    tab.emulate_media(media="print", color_scheme="dark")
    for part in ["body", ".yx-stem", ".yx-official"]:
        ink = tab.locator(part).first.evaluate("e => getComputedStyle(e).color.match(/\\d+/g).slice(0, 3).map(Number)")
        assert max(ink) < 100
    tab.emulate_media(media="null", color_scheme="light")


def test_a_question_is_not_torn_apart(paper: Page) -> None:
    styles = "e => [getComputedStyle(e).breakInside, getComputedStyle(e).contentVisibility]"
    assert paper.locator("yx-question").first.evaluate(styles) == ["avoid", "visible"]


def sheets(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))


@pytest.mark.parametrize("size", [18, 30])
def test_a_measure_takes_three_sheets_or_fewer(
    new_page: Callable[..., Page], address: str, questions: list[Item], size: int
) -> None:
    page = new_page()
    page.goto(f"{address}/study/me/")
    student.set_settings(page, textSize=size, large=size == 30)
    for path in sorted({item["url"].split("#")[0] for item in questions}):
        page.goto(f"{address}/{path}")
        assert sheets(page) <= 3, path


def test_no_heading_is_alone_at_the_foot_of_a_sheet(paper: Page) -> None:
    for heading in paper.locator("article").locator("h1, h2, summary:visible").all():
        assert heading.evaluate("e => getComputedStyle(e).breakAfter") == "avoid"


def test_a_paper_is_printed_before_it_is_sat_and_its_key_apart(tab: Page, address: str) -> None:
    examinee.offer(tab, address, examinee.FULL, "7")
    tab.evaluate("() => { window.printed = 0; window.print = () => { window.printed++ } }")
    examinee.press(tab, "打印这份试卷")
    asked = tab.locator(".yx-printed yx-question")
    expect(asked).to_have_count(50)
    # The same questions as on paper by `yanxi paper full --seed 7`, in the same order, with the same letters.
    package = project.load(PLAN).packages[0]
    [paper] = [each for each in package.papers if each.id == examinee.FULL]
    made = compose(paper, package, "7")
    assert made
    assert asked.evaluate_all("all => all.map((each) => each.id)") == [item.question.id for item in made.items]
    lettered = [item for item in made.items if item.options and not item.left]
    shown = asked.evaluate_all(
        "all => all.map((each) => Array.from(each.querySelectorAll('fieldset > .yx-option > span'), (row) => row.textContent))"
    )
    by_id = {item.question.id: rows for item, rows in zip(made.items, shown, strict=True)}
    assert all(by_id[item.question.id] == list(map(bold.plain, item.options)) for item in lettered)
    html = tab.locator(".yx-printed").evaluate("leaf => leaf.innerHTML")
    assert not re.search("data-key|data-accept|<details|<output|yx-why|提交", html)
    tab.emulate_media(media="print")
    expect(tab.get_by_text("姓名＿")).to_be_visible()
    expect(tab.locator("article").get_by_role("button")).to_have_count(0)
    signs = "rows => rows.map((row) => getComputedStyle(row).position)"
    assert set(tab.locator(".yx-printed b:not(:empty)").evaluate_all(signs)) == {"static"}
    tab.emulate_media(media="null")
    examinee.press(tab, "返回")
    examinee.press(tab, "打印答案")
    expect(tab.locator(".yx-answers .yx-key")).to_have_count(50)
    assert tab.evaluate("window.printed") == 2
    assert reader.logged(tab, 0) == []


def test_what_is_folded_is_printed_and_folded_again(tab: Page, address: str) -> None:
    tab.goto(f"{address}/plan/a1/m3/", wait_until="networkidle")
    fold = tab.locator(".yx-terms")
    tab.emulate_media(media="print")
    expect(fold.locator("dd").first).to_be_visible()
    tab.emulate_media(media="null")
    expect(fold).not_to_have_attribute("open", "")
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(fold).to_have_attribute("open", "")
    tab.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(fold).not_to_have_attribute("open", "")


def test_from_a_phone_duties_are_the_table_that_paper_has_room_for(tab: Page, address: str) -> None:
    tab.goto(f"{address}/plan/a1/m3/")
    shown = "row => [getComputedStyle(row).display, getComputedStyle(row.firstElementChild).display]"
    rows = [tab.locator(".yx-duties tr").nth(at) for at in (0, 1)]
    assert [row.evaluate(shown)[0] for row in rows] == ["block", "block"]
    tab.emulate_media(media="print")
    assert [row.evaluate(shown) for row in rows] == [["table-row", "table-cell"]] * 2
    expect(tab.locator(".yx-duties thead")).to_be_visible()
    tab.emulate_media(media="null")


def test_a_list_of_duties_fills_its_sheets(tab: Page, address: str) -> None:
    tab.goto(f"{address}/plan/duties/")
    tab.emulate_media(media="print")
    fold = tab.locator(".yx-group").first
    assert fold.evaluate("e => getComputedStyle(e).breakInside") == "auto"
    assert fold.locator("li").first.evaluate("e => getComputedStyle(e).breakInside") == "avoid"
    tab.emulate_media(media="null")


def test_duties_are_printed_once_in_the_order_that_is_open(tab: Page, address: str) -> None:
    tab.goto(f"{address}/plan/duties/")
    views = tab.locator(".yx-duty-groups")

    def printed() -> list[bool]:
        tab.emulate_media(media="print")
        shown = views.evaluate_all("all => all.map((view) => getComputedStyle(view).display !== 'none')")
        for at, title in enumerate(("按主体", "按条目", "按时间")):
            heading = tab.get_by_role("heading", name=title)
            (expect(heading).to_be_visible if shown[at] else expect(heading).to_be_hidden)()
        tab.emulate_media(media="null")
        return shown

    assert printed() == [True, False, False]
    assert tab.locator(".yx-duty").first.evaluate("row => getComputedStyle(row).display") == "list-item"
    reader.tap(views.nth(1).locator("summary").first)
    expect(views.first).to_have_class(re.compile("yx-unprinted"))
    assert printed() == [False, True, False]
