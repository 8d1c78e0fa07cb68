"""Storage that dies, fills up or never answers: nothing that was answered is lost, and what is said about it is true."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import examinee, reader, student
from tests.e2e.reader import Item

UNREAD = "记录暂时读不出来"
SILENT = "存储没有回应，新的记录还没存进去；请稍后刷新。"
FULL = "存储空间满了，新的记录还没存进去；请腾出空间，别清理浏览器。"

# Phones close a connection without an event; the page learns of it at its next use. Once, or as often as window.dying.
DYING = """
  const { transaction } = IDBDatabase.prototype
  IDBDatabase.prototype.transaction = function (...how) {
    if (window.dying) { window.dying--; this.close() }
    return transaction.apply(this, how)
  }"""

# A device that is full as long as localStorage says so; localStorage itself is not.
FILLING = """
  for (const name of ['add', 'put']) {
    const write = IDBObjectStore.prototype[name]
    IDBObjectStore.prototype[name] = function (...what) {
      if (localStorage.full) throw new DOMException('full', 'QuotaExceededError')
      return write.apply(this, what)
    }
  }"""

# Nor is there room for what waits then.
NO_ROOM = """
  const { setItem } = Storage.prototype
  Storage.prototype.setItem = function (...what) {
    if (localStorage.full && /new\\./.test(what[0])) throw new DOMException('full', 'QuotaExceededError')
    return setItem.apply(this, what)
  }"""

# Requests are made and nobody answers.
MUTE = """
  if (localStorage.mute) {
    window.unmute = []
    const { open } = indexedDB
    indexedDB.open = (...how) => {
      const request = new EventTarget()
      window.unmute.push(() => {
        const real = open.apply(indexedDB, how)
        for (const type of ['upgradeneeded', 'success', 'error']) {
          real.addEventListener(type, (event) => {
            request.result = real.result
            request.transaction = real.transaction
            const same = new Event(type)
            same.oldVersion = event.oldVersion
            request.dispatchEvent(same)
          })
        }
      })
      return request
    }
  }"""


def singles(one_page: list[Item], count: int) -> list[Item]:
    return [item for item in one_page if item["kind"] in ("single", "judge")][:count]


def test_a_connection_that_died_silently_costs_nothing(page: Page, address: str, one_page: list[Item]) -> None:
    page.add_init_script(DYING)
    first, second = singles(one_page, 2)
    page.goto(f"{address}/{first['url']}")
    for item in (first, second):
        page.evaluate("window.dying = 1")
        reader.answer(page, item)
    assert {line["question"] for line in reader.logged(page, 2)} == {first["id"], second["id"]}
    expect(page.locator(".yx-notice")).to_have_count(0)
    for where in ("", "study/me/"):
        page.add_init_script("window.dying = 1")
        page.goto(f"{address}/{where}")
        expect(page.locator("yx-progress, .yx-progress-list > li").first).to_contain_text(re.compile(r"做过\s*2 /"))
        expect(page.locator(".yx-notice")).to_have_count(0)


def test_what_cannot_be_read_is_not_nothing(page: Page, address: str, one_page: list[Item]) -> None:
    (item,) = singles(one_page, 1)
    page.goto(f"{address}/{item['url']}")
    reader.answer(page, item)
    reader.logged(page, 1)
    page.add_init_script(DYING + "\nwindow.dying = 1000")
    for where in ("mistakes", "review", "practice", "exam"):
        page.goto(f"{address}/study/{where}/")
        expect(page.locator(".yx-study").first).to_contain_text(UNREAD)
        expect(page.get_by_text(re.compile("还没有|今天没有"))).to_have_count(0)
    page.goto(f"{address}/")
    expect(page.locator("yx-progress").first).to_have_text(UNREAD)
    expect(page.locator(".yx-notice")).to_have_text(f"{UNREAD}。{SILENT}")
    page.goto(f"{address}/study/me/")
    expect(page.locator(".yx-study").first).to_contain_text(UNREAD)
    expect(page.get_by_text(re.compile("还没有练过|0 / "))).to_have_count(0)
    reader.tap(page.get_by_role("link", name="备份"))
    reader.tap(page.get_by_role("button", name="复制备份"))
    expect(page.locator(".yx-copied")).to_have_text(UNREAD)


def test_answers_that_wait_are_seen_on_every_page(page: Page, address: str, one_page: list[Item]) -> None:
    page.add_init_script(FILLING)
    (item,) = singles(one_page, 1)
    page.goto(f"{address}/{item['url']}")
    page.evaluate("localStorage.full = '1'")
    reader.answer(page, item)
    expect(page.locator(".yx-notice")).to_have_text(FULL)
    page.reload()
    expect(reader.find(page, item).locator(".yx-last")).to_have_text("上次答对 · 今天")
    page.goto(f"{address}/")
    expect(page.locator("yx-progress").first).to_contain_text("做过 1 /")
    page.evaluate("localStorage.removeItem('full')")
    page.goto(f"{address}/study/me/")
    assert [line["question"] for line in reader.logged(page, 1)] == [item["id"]]
    page.wait_for_function("!Object.keys(localStorage).some((key) => key.startsWith('yanxi / new.'))")
    expect(page.locator(".yx-trouble")).to_have_count(0)


@pytest.mark.parametrize("broken", ["full", "dead"])
def test_an_exam_handed_in_on_a_broken_storage_is_there_later(
    page: Page, address: str, questions: list[Item], broken: str
) -> None:
    page.add_init_script(FILLING + DYING)
    examinee.sit(page, address)
    examinee.answer(page, questions)
    page.evaluate({"full": "localStorage.full = '1'", "dead": "window.dying = 1000"}[broken])
    examinee.hand_in(page)
    points = examinee.outcome(page).inner_text()
    expect(page.locator(".yx-trouble")).to_have_text(FULL if broken == "full" else SILENT)
    page.reload()
    expect(examinee.outcome(page)).to_have_text(points)
    page.evaluate("localStorage.removeItem('full')")
    page.goto(f"{address}/study/exam/#list")
    page.reload()
    expect(page.locator(".yx-exams li")).to_have_count(1)
    assert len(reader.logged(page, 2)) == 2 and len(examinee.exams(page)) == 1


def test_an_exam_that_nothing_had_room_for_stays_as_it_was(page: Page, address: str, questions: list[Item]) -> None:
    page.add_init_script(FILLING + NO_ROOM)
    examinee.sit(page, address)
    examinee.answer(page, questions)
    page.evaluate("localStorage.full = '1'")
    examinee.hand_in(page)
    expect(page.locator(".yx-trouble")).to_have_text(FULL)
    page.evaluate("localStorage.removeItem('full')")
    page.goto(f"{address}/study/exam/")
    expect(examinee.present(page)).to_be_visible()
    examinee.hand_in(page)
    page.reload()
    expect(examinee.outcome(page)).to_contain_text("4 / 100 分")
    assert len(examinee.exams(page)) == 1


def test_no_exam_is_begun_over_one_that_nothing_had_room_for(page: Page, address: str, questions: list[Item]) -> None:
    page.add_init_script(FILLING + NO_ROOM)
    examinee.sit(page, address)
    examinee.answer(page, questions)
    page.evaluate("localStorage.full = '1'")
    examinee.hand_in(page)
    page.locator(".yx-study yx-question[data-result]").last.wait_for(state="attached")
    reader.tap(page.get_by_role("link", name="再考一次"))
    reader.tap(page.get_by_role("button", name="开始考试"))
    expect(page.get_by_role("alert")).to_contain_text("上一场考试还没能存下来")
    page.evaluate("localStorage.removeItem('full')")
    reader.tap(page.get_by_role("button", name="开始考试"))
    expect(examinee.present(page)).to_be_visible()
    assert len(reader.logged(page, 2)) == 2 and len(examinee.exams(page)) == 1


def test_a_silent_storage_is_waited_for_once_and_heard_when_it_speaks(
    new_page: Callable[..., Page], address: str, one_page: list[Item]
) -> None:
    page = new_page()
    (item,) = singles(one_page, 1)
    page.goto(f"{address}/{item['url']}")
    reader.answer(page, item)
    reader.logged(page, 1)
    page.evaluate("localStorage.mute = '1'")
    page.add_init_script(MUTE)
    page.goto(f"{address}/study/me/")
    expect(page.locator(".yx-study").first).to_contain_text(UNREAD, timeout=8_000)
    assert page.evaluate("performance.now()") < 4_000
    page.goto(f"{address}/study/practice/")
    page.locator(".yx-sets").wait_for()
    assert page.evaluate("performance.now()") < 3_000
    page.goto(f"{address}/study/me/")
    expect(page.locator(".yx-trouble")).to_have_text(f"{UNREAD}。{SILENT}")
    page.evaluate("window.unmute.forEach((answer) => answer())")
    expect(page.locator(".yx-progress-list > li").first).to_contain_text(re.compile(r"做过\s*1 /"))
    expect(page.locator(".yx-trouble")).to_have_count(0)


def test_a_recitation_is_kept_though_storage_is_full(page: Page, address: str) -> None:
    page.add_init_script(FILLING)
    page.goto(f"{address}/study/recite/")
    reader.tap(page.locator(".yx-study a[href^='#at=']").first)
    reader.tap_for_good(page.locator(".yx-study .yx-fold > summary"))
    reader.tap(page.locator(".yx-chip", has_text="再遮并列的词"))
    page.evaluate("localStorage.full = '1'")
    student.press(page, "记住了")
    page.evaluate("localStorage.removeItem('full')")
    page.goto(f"{address}/study/me/")
    assert [line["type"] for line in reader.logged(page, 1)] == ["recite"]


@pytest.mark.parametrize("where", ["", "item", "study/me/", "study/exam/"])
def test_where_naming_storage_is_refused_everything_else_works(
    page: Page, address: str, one_page: list[Item], where: str
) -> None:
    page.add_init_script(
        """for (const name of ['localStorage', 'sessionStorage'])
          Object.defineProperty(window, name, {
            configurable: true, get() { throw new DOMException('Access is denied', 'SecurityError') }
          })"""
    )
    (item,) = singles(one_page, 1)
    page.goto(f"{address}/{item['url'] if where == 'item' else where}")
    if where == "item":
        reader.answer(page, item)
        assert [line["question"] for line in reader.logged(page, 1)] == [item["id"]]
    page.locator("[data-yx-search]").click()
    page.locator("yx-search input").fill("责任")
    expect(page.locator("yx-search").get_by_role("status")).to_contain_text("找到")


def test_settings_that_cannot_be_kept_say_so(page: Page, address: str) -> None:
    page.add_init_script(
        """Object.defineProperty(window, 'localStorage', {
          configurable: true, get() { throw new DOMException('Access is denied', 'SecurityError') }
        })"""
    )
    page.goto(f"{address}/study/me/#设置")
    reader.tap(page.locator(".yx-switch").first)
    expect(page.get_by_text("设置没能存下来，只在当前页面有效。")).to_be_visible()
