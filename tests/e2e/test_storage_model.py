"""Not one answer lost: whatever happens to tabs, storage and clock, the log holds once what the reader saw graded.

A few sequences here; `make storm` for as many as one likes.
"""

import os
import re
from typing import Any, NamedTuple

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.conftest import PHONE
from tests.e2e import examinee, reader
from tests.e2e.reader import Item, rightly, wrongly
from tests.e2e.test_storage import DYING, FILLING

SEQUENCES = int(os.environ.get("YANXI_STORM", "6"))
HOUR = 3_600_000

# All tabs of the device have its clock.
CLOCK = """
  const Real = Date
  const now = () => Real.now() + Number(localStorage.shift || 0)
  window.Date = class extends Real {
    constructor(...what) { super(...(what.length ? what : [now()])) }
    static now() { return now() }
  }"""


class Answer(NamedTuple):
    """To a question on its page."""

    tab: int
    number: int
    right: bool


class Enter(NamedTuple):
    """An answer in the exam, which begins with the first one."""

    tab: int
    number: int
    right: bool


class HandIn(NamedTuple):
    """What was entered so far, in whichever tab."""

    tab: int


class Reload(NamedTuple):
    tab: int


class Close(NamedTuple):
    tab: int


class Kill(NamedTuple):
    """The tab's connection to the database is dead, and the next so many."""

    tab: int
    times: int


class Fill(NamedTuple):
    full: bool


class Shift(NamedTuple):
    """The device's clock is set so far from the right time: by hours, days, years."""

    hours: int


TABS = st.integers(0, 1)
STEPS = st.lists(
    st.one_of(
        st.builds(Answer, TABS, st.integers(0, 5), st.booleans()),
        st.builds(Answer, TABS, st.integers(0, 5), st.booleans()),
        st.builds(Enter, TABS, st.integers(1, 6), st.booleans()),
        st.builds(Enter, TABS, st.integers(1, 6), st.booleans()),
        st.builds(HandIn, TABS),
        st.builds(Reload, TABS),
        st.builds(Close, TABS),
        st.builds(Kill, TABS, st.sampled_from([1, 1, 3, 1000])),
        st.builds(Fill, st.booleans()),
        st.builds(Shift, st.sampled_from([-30_000, -60, -9, -1, 1, 9, 60, 30_000])),
    ),
    min_size=4,
    max_size=14,
)


class Device:
    """A phone with two tabs, and what its reader has seen."""

    def __init__(self, context: BrowserContext, address: str, questions: list[Item], page_items: list[Item]) -> None:
        self.context = context
        self.address = address
        self.questions = questions
        self.items = page_items
        self.tabs: dict[int, Page] = {}
        self.graded: list[tuple[str, str, str]] = []
        self.entered: dict[str, str] = {}
        self.sitting = False
        self.exams = 0

    def at(self, tab: int, path: str) -> Page:
        """The tab, with this page in it."""
        if tab not in self.tabs:
            self.tabs[tab] = self.context.new_page()
        page = self.tabs[tab]
        if page.url.split("#")[0].split("?")[0] != f"{self.address}/{path}":
            page.goto(f"{self.address}/{path}")
        return page

    def do(self, step: NamedTuple) -> None:
        match step:
            case Answer(tab, number, right):
                self.answer(tab, self.items[number % len(self.items)], right)
            case Enter(tab, number, right):
                self.enter(tab, number, right)
            case HandIn(tab) if self.sitting:
                self.hand_in(tab)
            case Reload(tab) if tab in self.tabs:
                self.tabs[tab].reload()
            case Close(tab) if len(self.tabs) > 1 and tab in self.tabs:
                self.tabs.pop(tab).close()
            case Kill(tab, times) if tab in self.tabs:
                self.tabs[tab].evaluate("times => { window.dying = times }", times)
            case Fill(full):
                self.device("full => full ? localStorage.full = '1' : localStorage.removeItem('full')", full)
            # The exam's own clock is another test's matter.
            case Shift(hours) if not self.sitting:
                self.device("shift => { localStorage.shift = shift }", hours * HOUR)

    def device(self, expression: str, value: Any) -> None:
        page = next(iter(self.tabs.values()), None) or self.at(0, "glossary/")
        page.evaluate(expression, value)

    def answer(self, tab: int, item: Item, right: bool) -> None:
        page = self.at(tab, item["url"].split("#")[0])
        question = reader.find(page, item)
        if question.get_attribute("data-result"):
            question.get_by_role("button", name="重做").evaluate("button => button.click()")
        reader.by_script(page, [item], rightly if right else wrongly)
        question.and_(page.locator("[data-result]")).wait_for()
        self.graded.append((item["id"], "right" if right else "wrong", "page"))

    def sit(self, tab: int) -> Page:
        page = self.at(tab, "study/exam/")
        if not self.sitting:
            page.goto(f"{self.address}/study/exam/?paper={examinee.SHORT}&seed=甲")
            page.reload()
            page.get_by_role("button", name="开始考试").click()
            self.sitting = True
        elif not page.locator(".yx-place yx-question").count():
            page.goto(f"{self.address}/glossary/")
            page.goto(f"{self.address}/study/exam/")
        examinee.present(page).wait_for()
        return page

    def enter(self, tab: int, number: int, right: bool) -> None:
        page = self.sit(tab)
        page.get_by_role("button", name="答题卡").click()
        examinee.cell(page, number).click()
        page.locator(".yx-sheet").wait_for(state="hidden")
        name = examinee.present(page).get_attribute("id")
        item = next(each for each in self.questions if each["id"] == name)
        if item["kind"] in ("single", "judge", "blank"):
            examinee.answer(page, [item], right)
            self.entered[item["id"]] = "right" if right else "wrong"

    def hand_in(self, tab: int) -> None:
        page = self.sit(tab)
        asked = page.evaluate("JSON.parse(localStorage['yanxi / session.exam plan']).questions")
        examinee.hand_in(page)
        self.graded += [(name, self.entered.get(name, "wrong"), "exam") for name in asked]
        self.exams += 1
        self.sitting, self.entered = False, {}

    def check(self) -> None:
        """Once there is room and storage works, all that was graded is in the log, once, and all pages agree."""
        self.device("() => localStorage.removeItem('full')", None)
        for tab in list(self.tabs):
            self.tabs.pop(tab).close()
        page = self.at(0, "study/me/")
        page.wait_for_function("!Object.keys(localStorage).some((key) => key.startsWith('yanxi / new.'))")
        lines = reader.logged(page, len(self.graded))
        answers = [line for line in lines if line["type"] == "answer"]
        assert sorted((line["question"], line["result"], line["from"]) for line in answers) == sorted(self.graded)
        assert len([line for line in lines if line["type"] == "exam"]) == self.exams
        seen = len({line["question"] for line in answers})
        page.reload()
        expect(page.locator(".yx-progress-list > li").first).to_contain_text(re.compile(rf"做过\s*{seen} /"))
        expect(page.locator(".yx-exams li")).to_have_count(self.exams)
        page.goto(f"{self.address}/")
        for progress in page.locator("yx-progress").all():
            scope = progress.get_attribute("data-scope") or ""
            count = len({line["question"] for line in answers if f"{line['question']}-".startswith(f"{scope}-")})
            expect(progress).to_contain_text(f"已答 {count} /" if count else "还没有答")
        page.goto(f"{self.address}/{self.items[0]['url']}")
        week_ahead = page.evaluate("Date.now()") + 168 * HOUR

        def order(line: dict[str, Any]) -> tuple[bool, int, str]:
            """By time; what only a clock gone wrong can have written does not have the last word."""
            return line["at"] <= week_ahead, line["at"], line["id"]

        for item in self.items:
            last = max((line for line in answers if line["question"] == item["id"]), key=order, default=None)
            wanted = ["上次答对" if last["result"] == "right" else "上次答错"] if last else []
            expect(reader.find(page, item).locator(".yx-last")).to_have_text(
                [re.compile(f"^{words}") for words in wanted]
            )
        if self.sitting:
            page.goto(f"{self.address}/study/exam/")
            expect(page.locator(".yx-sheet-button")).to_have_text(f"答题卡 {len(self.entered)}/22")
        expect(page.locator(".yx-trouble")).to_have_count(0)


# Making a sequence shorter takes minutes in a browser; a storm has them.
PHASES = [Phase.explicit, Phase.reuse, Phase.generate, *([Phase.shrink] if "YANXI_STORM" in os.environ else [])]


def test_what_was_graded_is_in_the_log_once_and_on_every_page(
    browser: Browser, address: str, questions: list[Item], one_page: list[Item]
) -> None:
    items = [item for item in one_page if item["kind"] in ("single", "judge", "blank")][:6]

    @settings(max_examples=SEQUENCES, deadline=None, phases=PHASES, suppress_health_check=list(HealthCheck))
    @given(steps=STEPS)
    def survives(steps: list[NamedTuple]) -> None:
        context = browser.new_context(**PHONE)
        context.set_default_timeout(10_000)
        context.add_init_script(CLOCK + FILLING + DYING)
        faults: list[str] = []
        context.on("weberror", lambda error: faults.append(str(error.error)))
        try:
            device = Device(context, address, questions, items)
            for step in steps:
                device.do(step)
            device.check()
            assert not faults
        finally:
            context.close()

    survives()
