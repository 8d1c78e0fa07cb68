"""我的：进度、练过的日子、考试记录，都从答题记录算出来；重新开始可以撤销。"""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import examinee, reader
from tests.e2e.reader import Item
from tests.e2e.student import DAY, MINUTE, NOW, clear, in_scope, open_study, press, set_settings

FIGURES = re.compile(r"做过\s*(\d+) / (\d+)\s*做对\s*(\d+)\s*真会了\s*(\d+)\s*该复习\s*(\d+)")


def figures(page: Page, name: str) -> list[int]:
    """做过, of how many, 做对, 真会了, 该复习 of a part."""
    row = page.locator(".yx-progress-list > li", has=page.get_by_text(name, exact=True))
    row.wait_for()
    found = FIGURES.search(row.inner_text())
    assert found, row.inner_text()
    return [int(figure) for figure in found.groups()]


def me(page: Page, address: str, *records: dict[str, object]) -> None:
    open_study(page, address, "me", *records)
    page.locator(".yx-progress-list").wait_for()


@pytest.fixture
def some_days(page: Page, address: str, questions: list[Item]) -> Page:
    """Three questions of one area: one mastered, one right today, one wrong today; and one of another area."""
    examinee.set_clock(page, NOW)
    first, second, third, *_ = in_scope(questions, "a2")
    other = in_scope(questions, "g")[0]
    records = [
        reader.entry(first, id="1", at=NOW - 9 * DAY),
        reader.entry(first, id="2", at=NOW - 2 * DAY),
        reader.entry(second, id="3", at=NOW - 60_000),
        reader.entry(third, "wrong", id="4", at=NOW - 3_600_000),
        reader.entry(other, id="5", at=NOW - 30 * DAY),
    ]
    me(page, address, *records)
    return page


def test_a_new_reader_is_told_what_will_be_here(tab: Page, address: str, questions: list[Item]) -> None:
    me(tab, address)
    expect(tab.locator("yx-me")).to_contain_text("还没有练过")
    total = len(in_scope(questions, ""))
    assert figures(tab, "合计") == [0, total, 0, 0, 0]


def test_each_part_is_counted(some_days: Page, questions: list[Item]) -> None:
    assert figures(some_days, "思想建设") == [3, len(in_scope(questions, "a2")), 2, 1, 0]
    assert figures(some_days, "政治建设")[0] == 0
    assert figures(some_days, "合计") == [4, len(in_scope(questions, "")), 3, 1, 1]
    bar = some_days.get_by_role("img", name=re.compile("^思想建设："))
    expect(bar).to_have_accessible_name(re.compile("做过 3 题，最近一次做对 2 题，真会了 1 题"))


def test_days_are_counted_by_the_readers_clock(some_days: Page) -> None:
    expect(some_days.locator("yx-me")).to_contain_text("今天答了 2 次 · 最近 12 周练了 4 天")
    expect(some_days.locator(".yx-day")).to_have_count(4)
    expect(some_days.locator(".yx-calendar")).to_have_accessible_name(re.compile("2026-11-24：答了 2 次"))


def test_after_midnight_it_says_which_day_today_is(page: Page, address: str) -> None:
    # From nine in the morning to one, and then to five.
    examinee.set_clock(page, NOW + 16 * 60 * MINUTE)
    me(page, address)
    expect(page.locator("yx-me .yx-total + p")).to_contain_text("这里的“今天”是 11月24日。")
    page.clock.fast_forward(4 * 60 * MINUTE)
    page.reload()
    expect(page.get_by_text("今天还没有练")).to_be_visible()
    expect(page.get_by_text("这里的“今天”")).to_have_count(0)


def test_what_is_due_is_a_tap_away(some_days: Page) -> None:
    reader.tap(some_days.get_by_role("link", name="1 题该复习"))
    expect(some_days.locator("yx-review yx-question")).to_be_visible()


def test_an_area_begins_anew_and_that_can_be_undone(some_days: Page, address: str) -> None:
    # What comes last.
    expect(some_days.get_by_text("原文背诵：记住")).to_be_visible()
    before = some_days.locator("yx-me").inner_text()
    some_days.get_by_label("范围").select_option("a2")
    clear(some_days)
    expect(some_days.get_by_text("“思想建设”的进度清掉了。")).to_be_in_viewport()
    assert figures(some_days, "思想建设")[0] == 0
    assert figures(some_days, "保障措施")[0] == 1
    some_days.reload()
    assert figures(some_days, "思想建设")[0] == 0
    reader.tap(some_days.get_by_role("button", name="撤销：今天清掉的“思想建设”"))
    expect(some_days.get_by_text("“思想建设”的进度恢复了。")).to_be_visible()
    some_days.reload()
    expect(some_days.get_by_text("原文背诵：记住")).to_be_visible()
    assert some_days.locator("yx-me").inner_text() == before


def test_everything_begins_anew_and_that_can_be_undone(some_days: Page) -> None:
    before = figures(some_days, "合计")
    clear(some_days)
    expect(some_days.get_by_text("“全部”的进度清掉了。")).to_be_in_viewport()
    assert figures(some_days, "合计")[0] == 0
    expect(some_days.locator(".yx-day")).to_have_count(4)
    reader.tap(some_days.get_by_role("button", name="撤销"))
    expect(some_days.get_by_text("“全部”的进度恢复了。")).to_be_visible()
    assert figures(some_days, "合计") == before


def test_tapped_twice_it_asks_once_and_clears_nothing(some_days: Page) -> None:
    before = figures(some_days, "合计")
    button = some_days.get_by_role("button", name="清掉进度")
    where = reader.look_at(button)
    some_days.touchscreen.tap(*where)
    some_days.touchscreen.tap(*where)
    asked = some_days.get_by_text("要清掉“全部”的进度吗？")
    expect(asked).to_be_in_viewport()
    # Below the finger, which still has the same button under it.
    [upper, lower] = [button.bounding_box(), asked.bounding_box()]
    assert upper and lower and upper["y"] + upper["height"] <= lower["y"] <= upper["y"] + 2 * upper["height"]
    assert figures(some_days, "合计") == before
    assert [each["type"] for each in reader.logged(some_days, 5)] == ["answer"] * 5


# Whether the whole of it stands above the bar at the foot, and below the header.
CLEAR = """said => {
  const [bar, header] = ['.yx-bar', '.md-header'].map((each) => document.querySelector(each).getBoundingClientRect())
  const { top, bottom } = said.getBoundingClientRect()
  return top >= header.bottom && bottom <= bar.top
}"""


@pytest.mark.parametrize(("width", "height", "settings"), [(390, 844, {}), (320, 568, {"textSize": 30, "large": True})])
def test_what_is_asked_and_done_is_said_above_the_bar(
    some_days: Page, width: int, height: int, settings: dict[str, object]
) -> None:
    some_days.set_viewport_size({"width": width, "height": height})
    set_settings(some_days, **settings)
    some_days.reload()
    said = some_days.locator(".yx-reset-said")
    clearing = some_days.get_by_role("button", name="清掉进度")
    clearing.wait_for()
    # As low as it can stand, where the words below it had no room.
    clearing.evaluate("e => e.scrollIntoView({ block: 'end', behavior: 'instant' })")
    clearing.tap()
    asked = some_days.locator(".yx-asked > p")
    expect(asked).to_contain_text("要清掉")
    assert asked.evaluate(CLEAR)
    press(some_days, "清掉")
    expect(said).to_contain_text("清掉了")
    assert said.evaluate(CLEAR)
    reader.tap(some_days.locator(".yx-undo"))
    expect(said).to_contain_text("恢复了")
    assert said.evaluate(CLEAR)


def test_who_says_no_keeps_everything(some_days: Page) -> None:
    before = figures(some_days, "合计")
    press(some_days, "清掉进度")
    press(some_days, "先不清了")
    expect(some_days.get_by_text("要清掉")).to_be_hidden()
    assert figures(some_days, "合计") == before
    expect(some_days.locator(".yx-undo")).to_have_count(0)


def test_what_has_no_progress_is_not_cleared(some_days: Page) -> None:
    some_days.get_by_label("范围").select_option("a1")
    press(some_days, "清掉进度")
    expect(some_days.get_by_text("“政治建设”里没有进度可清。")).to_be_in_viewport()
    expect(some_days.locator(".yx-undo")).to_have_count(0)


def test_one_tap_undoes_what_two_phones_have_cleared(page: Page, address: str, questions: list[Item]) -> None:
    examinee.set_clock(page, NOW)
    item = in_scope(questions, "a2")[0]
    resets = [{"id": f"r{n}", "type": "reset", "document": "plan", "scope": "", "at": NOW - n * 1000} for n in (1, 2)]
    me(page, address, reader.entry(item, id="1", at=NOW - DAY), *resets)
    assert figures(page, "合计")[0] == 0
    reader.tap(page.get_by_role("button", name="撤销"))
    expect(page.get_by_text("“全部”的进度恢复了。")).to_be_in_viewport()
    assert figures(page, "合计")[0] == 1
    expect(page.locator(".yx-undo")).to_have_count(0)


def test_an_earlier_reset_that_stands_is_told(some_days: Page) -> None:
    some_days.get_by_label("范围").select_option("a2")
    clear(some_days)
    some_days.get_by_label("范围").select_option("")
    clear(some_days)
    reader.tap(some_days.get_by_role("button", name="撤销"))
    expect(some_days.get_by_text("“全部”的进度恢复了。还有更早清掉的，可以接着撤销。")).to_be_in_viewport()
    reader.tap(some_days.get_by_role("button", name="撤销"))
    expect(some_days.get_by_text("“思想建设”的进度恢复了。")).to_be_in_viewport()


REFUSED = "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError') }"
NO_WORDS = "Storage.prototype.setItem = () => { throw new DOMException('no', 'SecurityError') }"


@pytest.mark.parametrize(
    "script", [REFUSED, REFUSED + ";" + NO_WORDS, "delete window.indexedDB; delete Window.prototype.indexedDB"]
)
def test_where_storage_is_refused_it_says_so(page: Page, address: str, script: str) -> None:
    page.add_init_script(script)
    page.goto(f"{address}/study/me/")
    expect(page.get_by_text("这台设备不让网页保存记录")).to_be_in_viewport()
    expect(page.get_by_text("还没有练过")).to_have_count(0)
    expect(page.locator(".yx-trouble")).to_have_count(1)


def test_settings_and_backup_are_one_tap_from_the_top(tab: Page, address: str) -> None:
    me(tab, address)
    tabs = tab.get_by_role("navigation", name="我的")
    reader.tap(tabs.get_by_role("link", name="设置"))
    expect(tab.get_by_role("radio", name="标准")).to_be_in_viewport()
    expect(tab.locator(".yx-progress-list")).to_be_hidden()
    tab.reload()
    expect(tab.get_by_role("radio", name="标准")).to_be_in_viewport()
    reader.tap(tabs.get_by_role("link", name="备份"))
    expect(tab.get_by_role("button", name="复制备份")).to_be_in_viewport()
    reader.tap(tabs.get_by_role("link", name="进度"))
    expect(tab.locator(".yx-progress-list")).to_be_visible()
    expect(tabs.locator("[aria-current=true]")).to_have_text("进度")


def test_the_calendar_names_months_and_weekdays_and_marks_today(some_days: Page) -> None:
    words = some_days.locator(".yx-calendar text").all_text_contents()
    assert words == [*"一二三四五六日", "9月", "10月", "11月"]
    today, square = (
        some_days.locator(f".yx-calendar rect{which}").bounding_box()
        for which in (".yx-day-today", ":nth-last-child(2)")
    )
    assert today and square and today["x"] <= square["x"] and today["y"] <= square["y"]


def test_figures_stand_on_one_line(some_days: Page) -> None:
    bottoms = some_days.locator(".yx-figures > div").first.evaluate(
        """(pair) => Array.from(pair.children, (each) => {
          const mark = document.createElement('span')
          mark.style.display = 'inline-block'
          each.append(mark)
          return mark.getBoundingClientRect().bottom
        })"""
    )
    assert bottoms[0] == pytest.approx(bottoms[1], abs=0.6)


def test_what_was_cleared_is_cleared_on_every_page(page: Page, address: str, one_page: list[Item]) -> None:
    item = one_page[0]
    me(page, address, reader.entry(item))
    clear(page)
    page.goto(f"{address}/")
    expect(page.locator("yx-progress").first).to_contain_text("还没有做")
    expect(page.get_by_role("link", name="继续")).to_have_count(0)
    page.goto(f"{address}/{item['url']}")
    reader.answer(page, one_page[1])
    expect(page.locator(".yx-last")).to_have_count(0)
    page.reload()
    expect(reader.find(page, one_page[1]).locator(".yx-last")).to_have_text("上次答对 · 今天")
    expect(page.locator(".yx-last")).to_have_count(1)
    me(page, address)
    reader.tap(page.get_by_role("button", name="撤销"))
    page.goto(f"{address}/{item['url']}")
    expect(page.locator(".yx-last")).to_have_count(2)


def test_an_answer_in_another_tab_is_seen_here(page: Page, address: str, one_page: list[Item]) -> None:
    me(page, address)
    other = page.context.new_page()
    other.goto(f"{address}/{one_page[0]['url']}")
    reader.answer(other, one_page[0])
    expect(page.locator("yx-me")).to_contain_text("今天答了 1 次")


def test_an_exam_that_goes_on_is_a_tap_away(tab: Page, address: str) -> None:
    examinee.sit(tab, address)
    me(tab, address)
    reader.tap(tab.get_by_role("link", name="“二十分钟小测”还没有交卷"))
    expect(examinee.present(tab)).to_be_visible()


def test_a_record_of_a_retired_or_former_question_disturbs_nothing(
    tab: Page, address: str, questions: list[Item]
) -> None:
    item = in_scope(questions, "a2")[0]
    former = reader.entry(item, id="1", version="former")
    gone = reader.entry(item, id="2", question="a2-m1-q99")
    me(tab, address, former, gone, {"id": "3", "type": "dream", "at": 1})
    assert figures(tab, "合计")[0] == 0


@pytest.mark.parametrize("widths", [(320, 390), (1366,)])
def test_it_fits_and_axe_finds_nothing(
    page: Page, address: str, questions: list[Item], widths: tuple[int, ...]
) -> None:
    page.set_viewport_size({"width": widths[0], "height": 844})
    for seed in ("一", "二"):
        examinee.sit(page, address, examinee.SHORT, seed)
        examinee.answer(page, questions)
        examinee.hand_in(page)
    me(page, address)
    clear(page)
    expect(page.locator(".yx-undo")).to_be_visible()
    expect(page.locator(".yx-chart")).to_be_visible()
    examinee.look_over(page, *widths[1:])
    for name in ("备份", "设置"):
        reader.tap(page.get_by_role("navigation", name="我的").get_by_role("link", name=name))
        examinee.look_over(page, *widths[1:])


def test_targets_are_as_large_as_a_thumb(tab: Page, address: str) -> None:
    me(tab, address)
    targets = tab.locator(
        "article button, article select, article label:not(.yx-field), article textarea, .yx-tabs > a"
    )
    for name in ("进度", "备份", "设置"):
        reader.tap(tab.get_by_role("navigation", name="我的").get_by_role("link", name=name))
        small = "all => all.filter((each) => each.getBoundingClientRect().height < 48).map((each) => each.outerHTML)"
        assert targets.locator("visible=true").evaluate_all(small) == []


def test_what_cannot_be_read_is_told_and_costs_nothing_else(page: Page, address: str, questions: list[Item]) -> None:
    corrupt = [{"id": "c1"}, {"id": "c2", "type": "answer", "question": 5}]
    me(page, address, reader.entry(in_scope(questions, "a2")[0]), *corrupt)
    expect(page.locator(".yx-notice")).to_contain_text("有 2 条记录读不出来")
    assert figures(page, "合计")[0] == 1
    assert len(reader.logged(page, 3)) == 3
    page.goto(f"{address}/study/review/")
    expect(page.locator("yx-review yx-question")).to_be_visible()
