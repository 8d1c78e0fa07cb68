"""What members do on an iPhone: the same pages in Safari's engine."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from selenium.webdriver.common.keys import Keys

from tests.e2e import reader, safari
from tests.e2e.reader import Item, rightly, wrongly
from tests.e2e.safari import HEIGHT, Safari
from tests.e2e.test_accessibility import AXE
from tools.dev.browser import NoBrowser, WebKit, find_webkit

STUDY = ("practice", "review", "mistakes", "cards", "recite", "exam", "me")
DAY = 86_400_000


@pytest.fixture(scope="module")
def webkit() -> WebKit:
    try:
        return find_webkit()
    except NoBrowser as missing:
        pytest.fail(str(missing), pytrace=False)


@pytest.fixture(scope="module")
def display(webkit: WebKit) -> Iterator[str]:
    with safari.screen() as name:
        yield name


@pytest.fixture
def new_safari(webkit: WebKit, display: str) -> Iterator[Callable[[str], Safari]]:
    with safari.browsers(webkit, display) as new:
        yield new


@pytest.fixture
def phone(new_safari: Callable[[str], Safari], address: str) -> Safari:
    return new_safari(address)


@pytest.fixture(scope="module")
def bank(questions: list[Item]) -> dict[str, Item]:
    return {item["id"]: item for item in questions}


def remember(phone: Safari, *records: dict[str, Any]) -> None:
    phone.goto("study/me/")
    phone.run("await window.yanxi.log.append(arguments[0])", list(records))


@pytest.mark.parametrize(("steps", "result"), [(rightly, "right"), (wrongly, "wrong")])
def test_every_kind_is_graded_and_remembered(phone: Safari, one_page: list[Item], steps, result: str) -> None:
    phone.goto(one_page[0]["url"].split("#")[0])
    assert {phone.answer(item, steps(item)) for item in one_page} == {result}
    assert {each["question"] for each in phone.records(len(one_page))} == {item["id"] for item in one_page}
    phone.driver.refresh()
    phone.until(f"document.querySelectorAll('.yx-last').length === {len(one_page)}")


def test_from_the_home_page_to_an_answered_due_question_in_two_taps(phone: Safari, bank: dict[str, Item]) -> None:
    item = next(each for each in bank.values() if each["kind"] == "judge" and not each["retired"])
    remember(phone, reader.entry(item))
    phone.goto("")
    phone.press("今日复习")
    assert phone.asked() == item["id"]
    assert phone.answer(item, rightly(item)) == "right"
    assert [each["from"] for each in phone.records(2)].count("review") == 1


def test_practice_goes_on_when_the_reader_does_and_survives_a_reload(phone: Safari, bank: dict[str, Item]) -> None:
    phone.goto("study/practice/")
    phone.press("接着练十题")
    first = phone.asked()
    assert phone.answer(bank[first], wrongly(bank[first])) == "wrong"
    phone.press("下一题")
    second = phone.until("(document.querySelector(`.yx-place yx-question:not(#${arguments[0]})`) || {}).id", first)
    phone.driver.refresh()
    assert phone.asked() == second
    assert phone.answer(bank[second], rightly(bank[second])) == "right"
    phone.press("下一题")
    phone.until("document.querySelector(`.yx-place yx-question:not(#${arguments[0]})`)", second)
    phone.goto("study/mistakes/")
    assert phone.until("document.querySelectorAll('.yx-mistake').length") == 1


def test_an_exam_survives_a_reload_and_is_handed_in_once(phone: Safari, bank: dict[str, Item]) -> None:
    phone.goto("study/exam/?paper=short&seed=1")
    phone.press("开始考试")
    for _ in range(3):
        item = bank[phone.asked()]
        phone.enter(item, [step for step in rightly(item) if step.act != "press"])
        phone.press("下一题")
        phone.until("document.querySelector(`.yx-place yx-question:not(#${arguments[0]})`)", item["id"])
    phone.driver.refresh()
    phone.press("答题卡 3/22")
    phone.press("交卷")
    phone.tap(phone.until("[...document.querySelectorAll('.yx-foot button')].find((e) => e.textContent === '交卷')"))
    assert "100 分" in phone.until("document.querySelector('.yx-study > h2.yx-missed')?.textContent")
    phone.driver.back()
    phone.driver.refresh()
    records = phone.records(23)
    assert [each["type"] for each in records].count("exam") == 1
    assert len(records) == 23


def test_a_backup_goes_from_phone_to_phone(new_safari, address: str, bank: dict[str, Item]) -> None:
    one, other = new_safari(address), new_safari(address)
    remember(one, *(reader.entry(item) for item in list(bank.values())[:40]))
    remember(other, *(reader.entry(item, "wrong") for item in list(bank.values())[30:60]))
    one.goto("study/me/")
    one.press("备份")
    one.run("navigator.clipboard.writeText = async (text) => { window.copied = text }")
    one.press("复制备份")
    text = one.until("window.copied")
    other.goto("study/me/")
    other.press("备份")
    field = other.until("document.querySelector('yx-backup textarea')")
    other.run("arguments[0].value = arguments[1]", field, f"{text[:-1]}0")
    other.press("合并进来")
    assert "核对不上" in other.until("document.querySelector('.yx-merged').textContent")
    assert len(other.records(30)) == 30
    other.run("arguments[0].value = arguments[1]", field, text)
    other.press("合并进来")
    other.until("document.querySelector('.yx-merged').textContent.includes('新增 30 次作答')")
    assert len(other.records(60)) == 60


def test_what_was_typed_and_ticked_is_there_on_the_way_back(phone: Safari, one_page: list[Item]) -> None:
    blank, multiple = (next(each for each in one_page if each["kind"] == kind) for kind in ("blank", "multiple"))
    phone.goto(one_page[0]["url"].split("#")[0])
    phone.run("window.left = true")
    typed = [step for step in rightly(blank) if step.act == "type"]
    phone.enter(blank, typed)
    phone.enter(multiple, rightly(multiple)[:1])
    phone.run("location.href = '../'")
    phone.until("!window.left")
    phone.driver.back()
    phone.until("window.left")
    # Safari's engine empties its fields a moment after it says that the page is back.
    phone.run("await new Promise((done) => setTimeout(() => requestAnimationFrame(done)))")
    assert phone.run(
        "return [...document.querySelectorAll(`#${arguments[0]} input`)].map((e) => e.value)", blank["id"]
    ) == [step.text for step in typed]
    assert phone.run("return document.querySelectorAll(`#${arguments[0]} :checked`).length", multiple["id"]) == 1


def test_search_leads_to_the_sentence(phone: Safari) -> None:
    phone.goto("")
    phone.tap(phone.until("document.querySelector('[data-yx-search]')"))
    field = phone.until("document.querySelector('yx-search input')")
    phone.until("document.querySelector('.yx-besides p')")
    phone.type("ygsz")
    phone.until("[...document.querySelectorAll('[data-yx-results] mark')].some((e) => e.textContent === '一岗双责')")
    phone.run(
        "arguments[0].value = '每半年以书面形式'; arguments[0].dispatchEvent(new Event('input', { bubbles: true }))",
        field,
    )
    phone.tap(phone.until("document.querySelector('[data-yx-results] a[href*=\"a1/m3/#c4\"]')"))
    phone.until("location.hash === '#c4' && document.querySelector('#c4:target')")


def test_masked_words_are_uncovered_and_judged(phone: Safari) -> None:
    phone.goto("study/recite/")
    phone.press("二（一）一是")
    phone.tap(phone.until("document.querySelector('.yx-run .yx-fold > summary')"))
    phone.tap(phone.until("document.querySelector('.yx-fold[open] .yx-chip:last-of-type')"))
    mask = phone.until("document.querySelector('.yx-mask')")
    phone.tap(mask)
    phone.press("记住了")
    assert [each["type"] for each in phone.records(1)] == ["recite"]


def test_by_keyboard_alone(phone: Safari, bank: dict[str, Item]) -> None:
    """The first link leads past the navigation."""
    phone.goto("study/practice/")
    phone.until("document.querySelector('.yx-sets')")
    phone.type(Keys.TAB, Keys.ENTER)
    phone.until("location.hash")
    for _ in range(30):
        phone.type(Keys.TAB)
        if phone.run("return document.activeElement.textContent.startsWith('接着练十题')"):
            break
    phone.type(Keys.ENTER)
    item = bank[phone.asked()]
    assert item["kind"] == "multiple"
    phone.type(Keys.TAB, Keys.SPACE, Keys.TAB, Keys.SPACE, Keys.ENTER)
    assert phone.until("document.getElementById(arguments[0]).dataset.result", item["id"])


@pytest.mark.parametrize("path", ["", "plan/a1/m3/", *(f"study/{name}/" for name in STUDY)])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(phone: Safari, path: str, one_page: list[Item]) -> None:
    remember(phone, *(reader.entry(item, "wrong") for item in one_page))
    phone.goto(path)
    phone.until("!document.querySelector('.yx-study:empty')")
    phone.driver.execute_script(AXE)
    assert phone.run(VIOLATIONS) == []
    phone.run("document.querySelector('.yx-display').open = true")
    phone.tap(phone.until(PALETTE))
    phone.run("document.querySelector('.yx-display').open = false")
    phone.until("document.body.dataset.mdColorScheme === 'slate'")
    assert phone.run(VIOLATIONS) == []
    phone.goto("assets/yanxi.css")
    assert phone.run(IN_A_FRAME, f"{phone.address}/{path}", HEIGHT) == [320, 320, 320]


PALETTE = (
    """[...document.querySelectorAll('[data-md-component=palette] label')].find((e) => e.getClientRects().length)"""
)

VIOLATIONS = """
// A colour on its way to another is neither.
await Promise.all(document.getAnimations().map((each) => each.finished.catch(() => {})))
const { violations } = await axe.run({ resultTypes: ['violations'] })
return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 120))])
"""

# How wide the page is in a frame of 320 px, and how wide with text twice as large.
IN_A_FRAME = """
const [url, height] = arguments
const frame = Object.assign(document.createElement('iframe'), { width: 320, height, src: url })
document.body.textContent = ''
document.body.append(frame)
await new Promise((done) => { frame.onload = done })
const root = frame.contentDocument.documentElement
const next = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
while (root.querySelector('.yx-study:empty')) await next()
const before = root.scrollWidth
root.style.fontSize = '250%'
await next()
return [frame.contentWindow.innerWidth, before, root.scrollWidth]
"""


def test_from_a_stick_it_asks_grades_remembers_and_practises(
    new_safari, stick: str, one_page: list[Item], bank: dict[str, Item]
) -> None:
    phone = new_safari(stick)
    page = one_page[0]["url"].split("#")[0].strip("/")
    phone.goto(f"{page}.html")
    assert {phone.answer(item, rightly(item)) for item in one_page} == {"right"}
    phone.records(len(one_page))
    for name in STUDY:
        phone.goto(f"study/{name}.html")
        phone.until("document.querySelector('.yx-study').textContent")
        assert not phone.run("return document.querySelector('.yx-notice')?.textContent"), name
    phone.goto("study/practice.html")
    phone.press("接着练十题")
    item = bank[phone.asked()]
    assert phone.answer(item, wrongly(item)) == "wrong"
    phone.goto("study/mistakes.html")
    phone.until("document.querySelector('.yx-mistake')")


def test_from_a_stick_it_searches_examines_and_changes_readers(new_safari, stick: str, bank: dict[str, Item]) -> None:
    phone = new_safari(stick)
    phone.goto("index.html")
    phone.tap(phone.until("document.querySelector('[data-yx-search]')"))
    field = phone.until("document.querySelector('yx-search input')")
    phone.until("document.querySelector('.yx-besides p')")
    phone.run(
        "arguments[0].value = '每半年以书面形式'; arguments[0].dispatchEvent(new Event('input', { bubbles: true }))",
        field,
    )
    # What explains is looked through a moment later, and then the list is drawn anew.
    phone.until("document.querySelector('script[src*=\"search-more\"]') && window.yanxiSearchMore === undefined")
    phone.tap(phone.until("document.querySelector('[data-yx-results] a[href*=\"a1/m3.html#c4\"]')"))
    phone.until("location.hash === '#c4' && document.querySelector('#c4:target')")
    phone.goto("study/exam.html?paper=short&seed=1")
    phone.press("开始考试")
    item = bank[phone.asked()]
    phone.enter(item, [step for step in rightly(item) if step.act != "press"])
    phone.press("交卷")
    phone.tap(phone.until("[...document.querySelectorAll('.yx-foot button')].find((e) => e.textContent === '交卷')"))
    phone.until("document.querySelector('.yx-study > h2.yx-missed')")
    assert [each["type"] for each in phone.records(23)].count("exam") == 1
    phone.goto("study/me.html#readers")
    field = phone.until("document.querySelector('yx-readers input')")
    phone.run("arguments[0].value = '张三'", field)
    phone.press("开始学习")
    assert phone.until("document.querySelector('.yx-reader')?.textContent") == "张三"
    assert phone.run("return location.pathname.endsWith('/index.html')")
    assert phone.records(0) == []
