"""A phone on which everything happens that can happen to a reader: two tabs, exams, storage that dies, fills up or does
not answer, a clock set wrong, journeys, progress cleared and brought back, and a site that is renewed under open tabs. It
keeps what its reader saw and did, and from that alone, by the rules as the handbook tells them, what every page has to say.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.e2e import examinee, reader
from tests.e2e.reader import Item, rightly, wrongly
from tests.e2e.test_storage import DYING, FILLING, MUTE

HOUR = 3_600_000
# What a clock is off that has gone wrong by years.
YEARS = 30_000
BEIJING = 480

# All tabs of the device have its clock and its zone; it stands still when the pages are compared.
CLOCK = """
  const Real = Date
  const now = () => Number(localStorage.still) || Real.now() + Number(localStorage.shift || 0)
  window.Date = class extends Real {
    constructor(...what) { super(...(what.length ? what : [now()])) }
    static now() { return now() }
    getTimezoneOffset() { return Number(localStorage.zone || -480) }
  }"""

# The page's patience with silent storage, made short: two thousand sequences wait often.
HURRY = """
  const { setTimeout: wait } = window
  window.setTimeout = (work, ms, ...what) => wait(work, ms === 2000 ? 400 : ms, ...what)"""

# What the page has added to the log last.
WRITTEN = """
  const { setItem } = Storage.prototype
  Storage.prototype.setItem = function (key, text) {
    if (/ new\\.[^ ]*$/.test(key)) window.written = JSON.parse(text)
    return setItem.call(this, key, text)
  }"""

# An empty tab has no storage.
SCRIPT = f"if (location.protocol !== 'about:') {{ {CLOCK + HURRY + FILLING + DYING + MUTE + WRITTEN} }}"

FIGURES = re.compile(r"做过\s*(\d+) / (\d+)\s*做对\s*(\d+)\s*真会了\s*(\d+)\s*该复习\s*(\d+)")


class Answer(NamedTuple):
    """To a question on its page."""

    tab: int
    number: int
    right: bool


class Practise(NamedTuple):
    """An answer in practice, to whatever it asks, and on to the next."""

    tab: int
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


class Mute(NamedTuple):
    """Storage gives the pages that are opened from now on no answer."""


class Speak(NamedTuple):
    """It does again; and to the open pages only if they are set free."""

    free: bool


class Clear(NamedTuple):
    """重新开始."""

    tab: int
    scope: str


class BringBack(NamedTuple):
    """撤销."""

    tab: int


class Shift(NamedTuple):
    """The device's clock is set so far from the right time: by hours, days, years."""

    hours: int


class Travel(NamedTuple):
    """To a place where the clock is so many minutes east of UTC."""

    offset: int


class Renew(NamedTuple):
    """The next release of the site is put up."""


class Graded(NamedTuple):
    question: str
    version: str
    result: str
    place: str
    offset: int


class Moment(NamedTuple):
    """When something was done: by the reader's watch, which is right, and by the device's clock."""

    number: int
    at: int
    shift: int


class Seen(NamedTuple):
    what: Graded
    when: Moment


class Cleared(NamedTuple):
    id: str
    questions: list[str]
    when: Moment


class Site(NamedTuple):
    """Where it is, what can be put up there, and how."""

    address: str
    releases: list[list[Item]]  # each one's whole bank
    put_up: Callable[[int], None]

    def live(self, release: int) -> dict[str, str]:
        """The versions of the questions that are asked, by id."""
        return {item["id"]: item["version"] for item in self.releases[release] if not item["retired"]}

    def item(self, question: Locator) -> Item:
        """A question as it stands in front of the reader, of whichever release."""
        name, version = question.evaluate("e => [e.id, e.dataset.version]")
        return next(item for bank in self.releases for item in bank if (item["id"], item["version"]) == (name, version))


class Device:
    """A phone with two tabs, and what its reader has seen."""

    def __init__(self, context: BrowserContext, site: Site, one_page: list[Item]) -> None:
        self.context = context
        self.site = site
        self.items = one_page
        self.tabs: dict[int, Page] = {}
        self.seen: list[Seen] = []
        self.cleared: list[Cleared] = []
        self.undone: set[str] = set()
        self.entered: dict[str, str] = {}
        self.sitting = False
        self.exams = 0
        self.release = 0
        self.offset = BEIJING
        self.shift = 0
        self.moments = 0
        site.put_up(0)

    def at(self, tab: int, path: str, query: str = "") -> Page:
        """The tab, with this page in it."""
        if tab not in self.tabs:
            self.tabs[tab] = self.context.new_page()
        page = self.tabs[tab]
        if page.url.split("#")[0].split("?")[0] != f"{self.site.address}/{path}":
            page.goto(f"{self.site.address}/{path}{query}")
        return page

    def do(self, step: NamedTuple) -> None:
        match step:
            case Answer(tab, number, right):
                self.answer(tab, self.items[number % len(self.items)], right)
            case Practise(tab, right):
                self.practise(tab, right)
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
                self.keep(full="1" if full else None)
            case Mute():
                self.keep(mute="1")
            case Speak(free):
                self.speak(free)
            # The exam's own clock is another test's matter.
            case Clear(tab, scope):
                self.clear(tab, scope)
            case BringBack(tab):
                self.bring_back(tab)
            case Shift(hours) if not self.sitting:
                self.shift = hours
                self.keep(shift=str(hours * HOUR))
            case Travel(offset):
                self.offset = offset
                self.keep(zone=str(-offset))
            case Renew() if self.release + 1 < len(self.site.releases):
                self.release += 1
                self.site.put_up(self.release)

    def keep(self, **what: str | None) -> None:
        """Tells all tabs, those to come as well."""
        page = next(iter(self.tabs.values()), None) or self.at(0, "assets/yanxi.css")
        page.evaluate(
            """what => Object.entries(what).forEach(([key, value]) =>
              value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value))""",
            what,
        )

    def speak(self, free: bool) -> None:
        self.keep(mute=None)
        if free:
            for page in self.tabs.values():
                page.evaluate("(window.unmute || []).splice(0).forEach((answer) => answer())")

    def now(self, page: Page) -> Moment:
        self.moments += 1
        return Moment(self.moments, page.evaluate("Date.now()"), self.shift)

    def saw(self, page: Page, item: Item, result: str, place: str) -> None:
        self.seen.append(Seen(Graded(item["id"], item["version"], result, place, self.offset), self.now(page)))

    def solve(self, page: Page, question: Locator, right: bool, place: str) -> None:
        """Answers a question in front of the reader and sees it graded."""
        item = self.site.item(question)
        reader.by_script(page, [item], rightly if right else wrongly)
        question.and_(page.locator("[data-result]")).wait_for()
        self.saw(page, item, "right" if right else "wrong", place)

    def answer(self, tab: int, item: Item, right: bool) -> None:
        page = self.at(tab, item["url"].split("#")[0])
        question = reader.find(page, item)
        # It may have been retired.
        if question.count():
            if question.get_attribute("data-result"):
                question.get_by_role("button", name="重做").evaluate("button => button.click()")
            self.solve(page, question, right, "page")

    def practise(self, tab: int, right: bool) -> None:
        scope = self.items[0]["provision"]
        page = self.at(tab, "study/practice/", f"?scope={scope}")
        question = page.locator(".yx-run yx-question")
        start = page.get_by_role("button", name=re.compile("^开始"))
        renewed = page.get_by_role("button", name="刷新")
        summary = page.get_by_role("button", name="换一组")
        for _ in range(8):
            question.or_(start).or_(renewed).or_(summary).first.wait_for()
            if renewed.count():
                with page.expect_navigation():
                    renewed.click()
            elif summary.count():
                summary.click()
            elif start.count():
                start.click()
                start.wait_for(state="detached")
            elif question.evaluate("e => 'result' in e.dataset || 'look' in e.dataset"):
                before = question.element_handle()
                page.locator(".yx-foot:not(.yx-settling) .yx-go").locator("visible=true").click()
                page.wait_for_function("question => !question.isConnected", arg=before)
            else:
                self.solve(page, question, right, "practice")
                return
        raise AssertionError(f"practice asks nothing: {page.locator('.yx-study').first.inner_text()}")

    def sit(self, tab: int) -> Page:
        page = self.at(tab, "study/exam/")
        if not self.sitting:
            page.goto("about:blank")
            page.goto(f"{self.site.address}/study/exam/?paper={examinee.SHORT}&seed=甲")
            page.get_by_role("button", name="开始考试").click()
            self.sitting = True
        elif not page.locator(".yx-place yx-question").count():
            page.goto("about:blank")
            page.goto(f"{self.site.address}/study/exam/")
        examinee.present(page).wait_for()
        return page

    def enter(self, tab: int, number: int, right: bool) -> None:
        page = self.sit(tab)
        page.get_by_role("button", name="答题卡").click()
        examinee.cell(page, number).click()
        page.locator(".yx-sheet").wait_for(state="hidden")
        item = self.site.item(examinee.present(page))
        if item["kind"] in ("single", "judge"):
            examinee.answer(page, [item], right)
            self.entered[item["id"]] = "right" if right else "wrong"

    def hand_in(self, tab: int) -> None:
        page = self.sit(tab)
        asked = page.evaluate(
            """() => JSON.parse(localStorage['yanxi / session.exam plan']).items.map(({ question }) => question)
              .map((id) => ({ id, version: (window.yanxiIndex.questions[id] || {}).v }))"""
        )
        begun = page.evaluate("JSON.parse(localStorage['yanxi / session.exam plan']).items.map((item) => item.version)")
        examinee.hand_in(page)
        for item, version in zip(asked, begun, strict=True):
            # What was retired or changed since it began is left out, and what was left blank is no answer.
            if item.get("version") == version and item["id"] in self.entered:
                self.saw(page, item, self.entered[item["id"]], "exam")
        self.exams += 1
        self.sitting, self.entered = False, {}

    def me(self, tab: int) -> Locator:
        """重新开始 on 我的; hidden where the log cannot be read."""
        resets = self.at(tab, "study/me/").locator(".yx-resets")
        resets.wait_for(state="attached")
        return resets

    def clear(self, tab: int, scope: str) -> None:
        resets = self.me(tab)
        page = resets.page
        if not resets.is_visible():
            return
        resets.locator("select").select_option(scope)
        resets.get_by_role("button", name="清掉进度").click()
        if "没有进度" not in resets.inner_text():
            # The second half of a double tap answers nothing.
            page.wait_for_function("!document.querySelector('.yx-settling')")
            resets.get_by_role("button", name="清掉", exact=True).click()
            expect(resets).to_contain_text("清掉了")
            name, questions = page.evaluate("[written[0].id, written[0].questions]")
            self.cleared.append(Cleared(name, questions, self.now(page)))

    def bring_back(self, tab: int) -> None:
        resets = self.me(tab)
        undo = resets.get_by_role("button", name=re.compile("^撤销"))
        if resets.is_visible() and undo.count():
            undo.click()
            expect(resets).to_contain_text("恢复了")
            self.undone.update(resets.page.evaluate("written.map((record) => record.of)"))

    def check(self) -> None:
        """Once there is room and storage works, all that was graded is in the log, once, and all pages agree."""
        self.keep(full=None)
        self.speak(True)
        for tab in list(self.tabs):
            self.tabs.pop(tab).close()
        page = self.at(0, "study/practice/")
        page.wait_for_function("!Object.keys(localStorage).some((key) => key.startsWith('yanxi / new.'))")
        lines = reader.logged(page, len(self.seen))
        answers = [line for line in lines if line["type"] == "answer"]
        kept = [
            Graded(*(line[name] for name in ("question", "version", "result", "from", "offset"))) for line in answers
        ]
        assert sorted(kept) == sorted(each.what for each in self.seen)
        assert len([line for line in lines if line["type"] == "exam"]) == self.exams
        assert {line["id"] for line in lines if line["type"] == "reset"} == {each.id for each in self.cleared}
        assert {line["of"] for line in lines if line["type"] == "undo"} == self.undone
        page.evaluate("localStorage.still = Date.now()")
        cleared = [each for each in self.cleared if each.id not in self.undone]
        told = Told(self.seen, cleared, self.site.live(self.release), self.shift)
        due = self.figures(told)
        self.ways(told, due)
        self.reading(told, due)
        if self.sitting:
            page.goto(f"{self.site.address}/study/exam/")
            live = {name for name, version in told.live.items() if version == self.begun(page).get(name)}
            done = len([name for name in self.entered if name in live])
            expect(page.locator(".yx-sheet-button")).to_have_text(re.compile(rf"^答题卡 {done}/{len(live)}$"))
        expect(page.locator(".yx-trouble")).to_have_count(0)

    def begun(self, page: Page) -> dict[str, str]:
        """What the exam asks, and in which versions."""
        items = page.evaluate("JSON.parse(localStorage['yanxi / session.exam plan']).items")
        return {item["question"]: item["version"] for item in items}

    def figures(self, told: "Told") -> int:
        """我的; gives what it says is due, which the other pages have to say as well."""
        page = self.at(0, "study/me/")
        everything = page.locator(".yx-progress-list > li").first
        everything.wait_for()
        found = FIGURES.search(everything.inner_text())
        assert found, everything.inner_text()
        *figures, due = map(int, found.groups())
        assert figures == [len(told.last), len(told.live), told.right(""), len(told.mastered)]
        expect(page.locator(".yx-exams li")).to_have_count(self.exams)
        expect(page.locator(".yx-study").first).to_contain_text(re.compile(r"今天答了 \d+ 次|今天还没有练"))
        return due

    def ways(self, told: "Told", due: int) -> None:
        """练习, 错题 and 复习."""
        shown = min(due, 20)
        page = self.at(0, "study/practice/")
        review = page.locator(".yx-ways .yx-way", has_text="今日复习")
        expect(review).to_contain_text(f"{shown} 题到时间了" if shown else "今天没有要复习的")
        fresh = len(told.live) - len(told.last)
        expect(page.locator(".yx-sets")).to_contain_text(f"还有 {fresh} 题没答过" if fresh else "都答过一遍了")
        page.locator(".yx-fold > summary", has_text="自己选").click()
        expect(page.locator(".yx-chip", has_text="错题")).to_have_text(f"错题 {len(told.mistakes)}")
        page = self.at(0, "study/mistakes/")
        wrong = len(told.mistakes)
        every = len([seen for seen in told.lists.values() if any(each.what.result == "wrong" for each in seen)])
        none = f"答错过的 {every} 题" if every else "还没有错题"
        expect(page.locator("yx-mistakes")).to_contain_text(f"共 {wrong} 题" if wrong else none)
        page = self.at(0, "study/review/")
        if shown:
            expect(page.locator(".yx-count")).to_contain_text(f"1 / {shown}")
        else:
            expect(page.locator(".yx-state")).to_contain_text("现在没有" if told.last else "还没有答过题")

    def reading(self, told: "Told", due: int) -> None:
        """The front page, and a page of questions."""
        page = self.at(0, "")
        page.locator(".yx-steps[data-decided]").wait_for()
        for progress in page.locator("yx-progress").all():
            scope = progress.get_attribute("data-scope") or ""
            count = len(told.within(scope))
            expect(progress).to_contain_text(f"做过 {count} /" if count else "还没有做")
            expect(progress).to_contain_text(f"做对 {told.right(scope)} ·" if count else "题")
        shown = min(due, 20)
        words = f"今日复习 {shown} 题" if shown else "今日复习"
        expect(page.locator(".yx-step", has_text=words)).to_have_count(1 if shown else 0)
        page = self.at(0, self.items[0]["url"].split("#")[0])
        for item in self.items:
            if item["id"] in told.live:
                expect(reader.find(page, item).locator(".yx-last")).to_have_text(told.word(item["id"]))


class Told:
    """What the pages have to tell: the last word on each question, and what is mastered or wrong."""

    def __init__(self, seen: list[Seen], cleared: list[Cleared], live: dict[str, str], shift: int) -> None:
        here = round(shift / YEARS)

        def order(when: Moment) -> tuple[bool, int, int]:
            """As it was, days off or not; but what was done years ahead has not the last word, nor what was years back."""
            era = round(when.shift / YEARS)
            return era <= here, era, when.number

        self.live = live
        since = {
            name: order(each.when)
            for each in sorted(cleared, key=lambda each: order(each.when))
            for name in each.questions
        }
        self.all = [
            each
            for each in sorted(seen, key=lambda each: order(each.when))
            if each.what.question in live
            and (each.what.question not in since or order(each.when) > since[each.what.question])
        ]
        self.lists: dict[str, list[Seen]] = {}
        for each in self.all:
            if each.what.version == live[each.what.question]:
                self.lists.setdefault(each.what.question, []).append(each)
        self.last = {name: seen[-1].what.result for name, seen in self.lists.items()}
        self.mastered = {name for name, seen in self.lists.items() if right_days(seen) == 2}
        self.mistakes = {
            name
            for name, seen in self.lists.items()
            if name not in self.mastered and any(each.what.result == "wrong" for each in seen)
        }

    def within(self, scope: str) -> list[str]:
        return [result for name, result in self.last.items() if f"{name}-".startswith(f"{scope}-" if scope else "")]

    def right(self, scope: str) -> int:
        return self.within(scope).count("right")

    def word(self, question: str) -> list[re.Pattern[str]]:
        """What stands beside a question about last time."""
        if question in self.last:
            return [re.compile("^上次答对" if self.last[question] == "right" else "^上次答错")]
        former = any(each.what.question == question for each in self.all)
        return [re.compile("^上次答过，题目已修订$")] if former else []


def right_days(seen: list[Seen]) -> int:
    """On how many days a question was right since it was wrong last; 2 stands for more."""
    days: list[int] = []
    for what, when in reversed(seen):
        if what.result == "wrong":
            break
        days.append((when.at + (what.offset - 240) * 60_000) // (24 * HOUR))
    return 0 if not days else 2 if any(day < days[0] for day in days) else 1
