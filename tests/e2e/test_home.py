"""The home page says one thing first, and how far the reader is."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e import examinee, reader, student
from tests.e2e.reader import Item, Step, wrongly
from tests.e2e.student import in_scope, open_study


def row(tab: Page, scope: str) -> Locator:
    return tab.locator(f"yx-progress[data-scope='{scope}']")


def count(questions: list[Item], scope: str) -> int:
    return sum(item["provision"] == scope or item["provision"].startswith(f"{scope}-") for item in questions)


def steps(tab: Page) -> list[str]:
    """What the page says to do, once that is decided."""
    tab.locator(".yx-steps[data-decided]").wait_for()
    return tab.locator(".yx-step > b").all_inner_texts()


@pytest.mark.parametrize("scripts", [False, True], ids=["without JavaScript", "with it"])
def test_a_new_reader_begins_or_goes_straight_to_the_first_question(
    new_page: Callable[..., Page], address: str, questions: list[Item], scripts: bool
) -> None:
    page = new_page(java_script_enabled=scripts)
    page.goto(f"{address}/")
    if scripts:
        assert steps(page) == ["开始学习", "直接做题", "模拟考试"]
        for scope in ["s1", "a1", "a2", "g"]:
            expect(row(page, scope)).to_have_text(f"共 {count(questions, scope)} 题，还没有做")
    else:
        expect(row(page, "a1")).to_have_text(f"共 {count(questions, 'a1')} 题")
        expect(page.locator(".yx-plan")).to_be_hidden()
    # The parts and what stands before them add up to the whole.
    counts = [int(re.findall(r"\d+", words)[0]) for words in page.locator("yx-progress").all_inner_texts()]
    assert sum(counts) == len(in_scope(questions, ""))
    page.get_by_role("link", name="开始学习").tap()
    expect(page).to_have_url(f"{address}/plan/")
    page.go_back()
    page.get_by_role("link", name="直接做题").tap()
    expect(reader.find(page, questions[0])).to_be_in_viewport()


def test_answers_count_for_their_area_and_the_next_new_question_is_two_taps_away(
    tab: Page, address: str, questions: list[Item]
) -> None:
    first, second, third = (
        next(each for each in questions if each["provision"] == name and each["kind"] == "single")
        for name in ("a1-m1", "a1-m4", "g-m2")
    )
    answers = [(first, reader.rightly), (second, wrongly), (third, reader.rightly)]
    for number, (item, done) in enumerate(answers, 1):
        tab.goto(f"{address}/{item['url']}")
        reader.answer(tab, item, done)
        reader.logged(tab, number)
    tab.goto(f"{address}/")
    assert steps(tab) == ["继续 三·二是", "接着练十题", "模拟考试"]
    expect(row(tab, "a1")).to_have_text(f"做过 2 / {count(questions, 'a1')} · 做对 1 · 真会了 0")
    expect(row(tab, "g")).to_have_text(f"做过 1 / {count(questions, 'g')} · 做对 1 · 真会了 0")
    expect(row(tab, "a2")).to_contain_text("还没有做")
    tab.get_by_role("link", name="继续").tap()
    following = questions[questions.index(third) + 1]
    expect(tab).to_have_url(f"{address}/{following['url']}")
    reader.answer(tab, following)


def test_who_reads_without_answering_goes_on_at_the_page_read_last(
    tab: Page, address: str, questions: list[Item]
) -> None:
    tab.goto(f"{address}/plan/a1/m1/")
    reader.tap(tab.locator(".yx-next a").last)
    expect(tab).to_have_url(f"{address}/plan/a1/m2/")
    tab.wait_for_function("(localStorage.getItem('yanxi / read plan') || '').includes('a1-m2')")
    # Somebody who looks a sentence up, or sits an exam, comes back to where they were.
    tab.goto(f"{address}/plan/g/m1/#c2")
    reader.remember(tab, reader.entry(in_scope(questions, "g-m1")[0], **{"from": "exam"}))
    tab.goto(f"{address}/")
    assert "继续 二（一）二是" in steps(tab)
    tab.get_by_role("link", name="继续").tap()
    expect(tab).to_have_url(f"{address}/plan/a1/m2/")


def test_what_is_due_comes_before_what_is_new_and_a_running_exam_before_both(
    tab: Page, address: str, questions: list[Item]
) -> None:
    items = in_scope(questions, "a1-m3")[:3]
    open_study(tab, address, "exam", *(reader.entry(item) for item in items))
    tab.goto(f"{address}/")
    assert steps(tab) == ["今日复习 3 题", "继续 二（一）三是", "接着练十题"]
    examinee.sit(tab, address)
    tab.goto(f"{address}/")
    assert steps(tab) == ["接着考", "今日复习 3 题", "继续 二（一）三是"]
    expect(tab.get_by_role("link", name="接着考")).to_contain_text(re.compile(r"，还剩 \d+ 分钟"))
    reader.tap(tab.get_by_role("link", name="接着考"))
    examinee.present(tab).wait_for()


def test_a_slow_index_lets_the_reader_begin_all_the_same(page: Page, address: str) -> None:
    page.route("**/index.js*", lambda route: None)
    page.goto(f"{address}/", wait_until="commit")
    words = page.get_by_text("开始学习")
    expect(words).to_be_visible()
    words.tap()
    expect(page).to_have_url(f"{address}/plan/")


def test_deciding_what_is_first_moves_nothing(tab: Page, address: str, questions: list[Item]) -> None:
    places = """() => [...document.querySelectorAll('.yx-home .yx-step, .yx-plan, .yx-parts li')]
      .map((each) => each.getBoundingClientRect()).map(({ top, height }) => [top, height])"""
    tab.goto(f"{address}/")
    steps(tab)
    as_built = tab.evaluate(places)
    reader.remember(tab, *(reader.entry(item) for item in questions[:30]))
    tab.reload()
    assert steps(tab)[0] == "今日复习 20 题"
    assert tab.evaluate(places) == as_built


def test_a_plan_towards_a_day_says_how_many_new_questions_a_day_will_do(
    page: Page, address: str, questions: list[Item]
) -> None:
    page.clock.install(time=student.NOW / 1000)
    page.goto(f"{address}/")
    said = page.locator(".yx-plan output")
    expect(said).to_have_text("选好日期，就知道每天学几道新题。")
    day = page.get_by_label("考试日期")
    day.fill("2026-12-06")
    left = len(in_scope(questions, ""))
    expect(said).to_have_text(f"还有 12 天，每天 {-(-left // 12)} 道新题就能学完。")
    page.reload()
    expect(day).to_have_value("2026-12-06")
    expect(said).to_contain_text("还有 12 天")
    day.fill("2026-11-24")
    expect(said).to_have_text(f"就是今天，还有 {left} 道新题。")
    day.fill("")
    expect(said).to_have_text("选好日期，就知道每天学几道新题。")


@pytest.mark.parametrize(
    ("width", "columns"), [(320, 1), (390, 1), (768, 2), (1440, 2), (1920, 2)], ids=lambda value: str(value)
)
def test_the_cards_fill_the_screen(page: Page, address: str, width: int, columns: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}/")
    lefts = page.locator(".yx-parts li").evaluate_all("all => all.map((each) => each.getBoundingClientRect().left)")
    assert len(set(lefts)) == columns
    rights = page.locator(".yx-parts li").evaluate_all("all => all.map((each) => each.getBoundingClientRect().right)")
    header = page.locator(".md-header__inner").bounding_box()
    assert header and header["x"] + header["width"] - max(rights) < 60


def test_an_area_page_tells_the_same(tab: Page, address: str, questions: list[Item]) -> None:
    item = next(each for each in questions if each["provision"] == "a1-m1")
    tab.goto(f"{address}/plan/a1/")
    reader.remember(tab, reader.entry(item))
    tab.reload()
    expect(row(tab, "a1")).to_have_text(f"做过 1 / {count(questions, 'a1')} · 做对 1 · 真会了 0")


@pytest.mark.parametrize("name", ["a9-m9-q99", "constructor", "__proto__", "a1-m1-q99", "<img src=x onerror=alert(1)>"])
def test_answers_to_questions_that_are_gone_are_passed_over(
    tab: Page, address: str, questions: list[Item], name: str
) -> None:
    item = questions[0]
    tab.goto(f"{address}/")
    reader.remember(tab, reader.entry(item, id="now", question=name, at=1_800_000_000_000), reader.entry(item))
    tab.reload()
    assert steps(tab)[:2] == ["今日复习 1 题", "继续 导语"]
    expect(row(tab, "a1")).to_contain_text("还没有做")
    assert not tab.locator("article img").count()


def test_an_answer_to_an_older_version_does_not_count(tab: Page, address: str, questions: list[Item]) -> None:
    item = next(each for each in questions if each["provision"] == "s1")
    tab.goto(f"{address}/")
    reader.remember(tab, reader.entry(item, version="0ld0ld00"))
    tab.reload()
    assert steps(tab)[0] == "继续 一、总体要求"
    expect(row(tab, "s1")).to_contain_text("还没有做")


def test_back_from_a_question_home_shows_the_answer(tab: Page, address: str, questions: list[Item]) -> None:
    item = next(each for each in questions if each["provision"] == "a1-m1" and each["kind"] == "single")
    tab.goto(f"{address}/")
    expect(row(tab, "a1")).to_contain_text("还没有做")
    tab.goto(f"{address}/{item['url']}")
    reader.answer(tab, item)
    reader.logged(tab, 1)
    tab.go_back()
    expect(row(tab, "a1")).to_contain_text("做过 1 /")


def test_a_bar_is_as_long_as_what_it_counts_and_empty_where_that_is_nothing(
    tab: Page, address: str, questions: list[Item]
) -> None:
    items = in_scope(questions, "a1")
    tab.goto(f"{address}/")
    lengths = """(progress) => {
      const whole = progress.getBoundingClientRect().width - 2
      return [...progress.querySelectorAll('.yx-meter > span')].map((part) => part.getBoundingClientRect().width / whole)
    }"""
    expect(row(tab, "a1")).to_contain_text("还没有做")
    assert row(tab, "a1").evaluate(lengths) == [0, 0, 0]
    days = [{"at": 1_700_000_000_000, "id": "one"}, {"at": 1_700_200_000_000, "id": "two"}]
    mastered = [reader.entry(items[0], **day) for day in days]
    reader.remember(tab, *mastered, reader.entry(items[1]), reader.entry(items[2], "wrong"))
    tab.reload()
    expect(row(tab, "a1")).to_have_text(f"做过 3 / {len(items)} · 做对 2 · 真会了 1")
    assert row(tab, "a1").evaluate(lengths) == pytest.approx([each / len(items) for each in (3, 2, 1)], abs=0.01)


def test_redo_of_a_right_answer_counts_the_newest(tab: Page, address: str, questions: list[Item]) -> None:
    item = next(each for each in questions if each["provision"] == "a1-m1" and each["kind"] == "single")
    tab.goto(f"{address}/{item['url']}")
    question = reader.answer(tab, item)
    reader.by_touch(question, [Step("press", "重做")])
    reader.answer(tab, item, wrongly)
    reader.logged(tab, 2)
    tab.goto(f"{address}/")
    expect(row(tab, "a1")).to_have_text(f"做过 1 / {count(questions, 'a1')} · 做对 0 · 真会了 0")
