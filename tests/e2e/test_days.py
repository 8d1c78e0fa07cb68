"""今天到底是哪一天：早上四点换日，按答题时自己的钟；时钟走错过，什么都不丢，各页说的一样。"""

import re
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import reader
from tests.e2e.reader import Item, rightly, wrongly
from tests.e2e.student import clear, open_study, present

BEIJING, NEW_YORK = "Asia/Shanghai", "America/New_York"
FIGURES = re.compile(r"做过\s*(\d+) / \d+\s*做对\s*(\d+)\s*真会了\s*(\d+)\s*该复习\s*(\d+)")
AHEAD = "条记录的时间在今天之后，多半是设备的时钟走错过；按今天算。"


@pytest.fixture
def zone() -> str:
    return BEIJING


@pytest.fixture
def page(new_page: Callable[..., Page], zone: str) -> Page:
    return new_page(timezone_id=zone)


class Reader:
    """Somebody whose clock shows what it is told to."""

    def __init__(self, page: Page, address: str, zone: str) -> None:
        self.page = page
        self.address = address
        self.zone = ZoneInfo(zone)
        self.answers = 0

    def at(self, clock: str) -> datetime:
        return datetime.fromisoformat(clock).replace(tzinfo=self.zone)

    def clock(self, clock: str) -> None:
        self.page.clock.set_fixed_time(self.at(clock))

    def answer(self, clock: str, item: Item, steps: object = rightly) -> None:
        self.clock(clock)
        # An address with a fragment that is open already would not be loaded anew.
        self.page.goto("about:blank")
        self.page.goto(f"{self.address}/{item['url']}")
        reader.answer(self.page, item, steps)
        self.answers += 1
        reader.logged(self.page, self.answers)

    def open(self, name: str) -> None:
        open_study(self.page, self.address, name)

    def figures(self) -> list[int]:
        """做过, 做对, 真会了, 该复习 of everything, as 我的 has it."""
        self.open("me")
        row = self.page.locator(".yx-progress-list > li", has=self.page.get_by_text("合计", exact=True))
        row.wait_for()
        found = FIGURES.search(row.inner_text())
        assert found, row.inner_text()
        return [int(figure) for figure in found.groups()]

    def everywhere(self) -> list[object]:
        """What the pages say that do not name a day."""
        figures = self.figures()[:3]
        self.open("mistakes")
        mistakes = self.page.locator("yx-mistakes").inner_text().splitlines()[:2]
        self.page.goto(f"{self.address}/")
        expect(self.page.locator(".yx-home")).to_contain_text("做过")
        return [figures, mistakes, self.page.locator(".yx-home yx-progress").all_inner_texts()]


@pytest.fixture
def somebody(page: Page, address: str, zone: str) -> Reader:
    return Reader(page, address, zone)


@pytest.mark.parametrize("zone", [BEIJING, NEW_YORK])
@pytest.mark.parametrize(
    ("first", "second", "mastered"),
    [
        pytest.param("2026-11-24T07:50", "2026-11-24T08:10", 0, id="not-at-eight"),
        pytest.param("2026-11-24T18:50", "2026-11-24T19:10", 0, id="not-when-it-is-midnight-in-Greenwich"),
        pytest.param("2026-11-24T23:50", "2026-11-25T00:10", 0, id="not-at-midnight"),
        pytest.param("2026-11-25T03:50", "2026-11-25T04:10", 1, id="at-four"),
    ],
)
def test_the_day_turns_at_four(somebody: Reader, one_page: list[Item], first: str, second: str, mastered: int) -> None:
    somebody.answer(first, one_page[0])
    somebody.answer(second, one_page[0])
    days, interval = (2, 7) if mastered else (1, 2)
    assert somebody.figures()[:3] == [1, 1, mastered]
    expect(somebody.page.locator("yx-me")).to_contain_text(f"周练了 {days} 天")
    # FSRS counts the same days: remembered for longer where a night lies between.
    somebody.open("review")
    expect(somebody.page.locator(".yx-state")).to_contain_text(f"下一题：{interval} 天后")


def test_what_was_answered_late_is_due_all_day_when_its_day_comes(somebody: Reader, one_page: list[Item]) -> None:
    item = one_page[0]
    somebody.answer("2026-11-24T21:40", item)
    somebody.answer("2026-11-24T22:00", item)
    somebody.open("review")
    expect(somebody.page.locator(".yx-state")).to_contain_text("下一题：2 天后（11月26日）")
    somebody.clock("2026-11-25T12:00")
    somebody.open("review")
    expect(somebody.page.locator(".yx-state")).to_contain_text("下一题：明天（11月26日）")
    somebody.clock("2026-11-26T03:30")
    somebody.open("review")
    expect(somebody.page.locator(".yx-state")).to_contain_text("下一题：30 分钟后")
    for clock in ("2026-11-26T04:00", "2026-11-26T12:00"):
        somebody.clock(clock)
        somebody.open("review")
        expect(present(somebody.page)).to_have_attribute("id", item["id"])
    assert somebody.figures()[3] == 1


@pytest.mark.parametrize("back", ["2026-11-22T20:00", "2026-11-20T20:00", "2026-10-05T20:00", "2020-01-01T00:00"])
def test_a_clock_set_back_changes_nothing(somebody: Reader, one_page: list[Item], back: str) -> None:
    first, second, third = one_page[:3]
    somebody.answer("2026-11-23T20:00", first)
    somebody.answer("2026-11-24T20:00", first)
    somebody.answer("2026-11-24T20:01", second, wrongly)
    somebody.answer("2026-11-24T20:02", third)
    before = somebody.everywhere()
    assert before[0] == [3, 2, 1]
    somebody.clock(back)
    assert somebody.everywhere() == before
    somebody.open("me")
    expect(somebody.page.get_by_text(AHEAD)).to_have_text(f"有 4 {AHEAD}")
    expect(somebody.page.locator("yx-me")).to_contain_text("今天答了 4 次")
    # A page of questions tells the same.
    somebody.page.goto(f"{somebody.address}/{first['url']}")
    expect(somebody.page.locator(".yx-last").first).to_contain_text("今天")
    # What is answered now counts as well.
    somebody.answer(back, one_page[3])
    assert somebody.figures()[:3] == [4, 3, 1]


@pytest.mark.parametrize("back", ["2026-11-24T19:59", "2026-11-22T20:00", "2026-11-18T09:00"])
def test_after_a_clock_was_set_back_the_later_answer_has_the_last_word(
    somebody: Reader, one_page: list[Item], back: str
) -> None:
    item, other = one_page[:2]
    somebody.answer("2026-11-24T20:00", item, wrongly)
    somebody.answer("2026-11-24T20:01", other)
    somebody.clock(back)
    somebody.open("me")
    clear(somebody.page)
    somebody.answers += 1
    assert somebody.figures()[:2] == [0, 0]
    somebody.answer(back, item)
    assert somebody.figures()[:3] == [1, 1, 0]
    somebody.page.goto(f"{somebody.address}/{item['url']}")
    expect(somebody.page.locator(".yx-last")).to_have_text("上次答对 · 今天")
    somebody.page.goto(f"{somebody.address}/")
    expect(somebody.page.locator(".yx-home")).to_contain_text("做对 1 ")


def test_an_answer_of_2030_counts_and_gives_way(somebody: Reader, one_page: list[Item]) -> None:
    item = one_page[0]
    somebody.answer("2030-05-01T12:00", item, wrongly)
    somebody.clock("2026-11-24T20:00")
    # Nobody knows when it was, so it is asked again.
    assert somebody.figures() == [1, 0, 0, 1]
    expect(somebody.page.get_by_text(AHEAD)).to_have_text(f"有 1 {AHEAD}")
    somebody.answer("2026-11-24T20:01", item)
    somebody.page.reload()
    expect(somebody.page.locator(".yx-last")).to_have_text("上次答对 · 今天")
    somebody.clock("2026-11-24T20:02")
    assert somebody.figures() == [1, 1, 0, 0]
    somebody.page.goto(f"{somebody.address}/")
    expect(somebody.page.locator(".yx-home")).to_contain_text("做对 1")
    # Two days right, and it is known, whatever 2030 said.
    somebody.answer("2026-11-25T20:00", item)
    assert somebody.figures()[:3] == [1, 1, 1]
    somebody.open("mistakes")
    expect(somebody.page.locator("yx-mistakes")).to_contain_text("错题都清掉了：答错过的 1 题")


def test_a_clock_put_right_while_a_page_is_open(somebody: Reader, one_page: list[Item]) -> None:
    item = one_page[0]
    somebody.answer("2020-01-01T12:00", item, wrongly)
    somebody.open("mistakes")
    reader.tap(somebody.page.get_by_role("button", name=re.compile("练错题")))
    present(somebody.page).wait_for()
    somebody.clock("2026-11-24T12:00")
    reader.answer(somebody.page, item)
    reader.logged(somebody.page, 2)
    assert somebody.figures()[:3] == [1, 1, 0]
