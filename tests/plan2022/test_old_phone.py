"""A phone that was last here when storage had no site's name: all of it is there, and nothing is asked again."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.documents import ROOT
from tests.e2e import examinee, reader
from tests.e2e.reader import Item
from tests.e2e.student import MINUTE, NOW, present

# Written by that build in a browser.
PHONE = json.loads((ROOT / "tests/widget/golden/phone-1.json").read_text(encoding="utf-8"))
SESSION = json.loads(PHONE["local"]["yanxi.session.exam"])

LAY_OUT = """(phone) => new Promise((resolve, reject) => {
  Object.assign(localStorage, phone.local)
  const numbers = (value) => value.Uint16Array ? Uint16Array.from(value.Uint16Array) : Float64Array.from(value.Float64Array)
  const column = (value) => typeof value === 'object' && !Array.isArray(value) ? numbers(value) : value
  const opening = indexedDB.open('yanxi', 2)
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('log', { keyPath: 'id' })
    opening.result.createObjectStore('packs', { autoIncrement: true })
  }
  opening.onsuccess = () => {
    const db = opening.result
    const writing = db.transaction(['log', 'packs'], 'readwrite')
    phone.log.forEach((record) => writing.objectStore('log').add(record))
    phone.packs.forEach((pack) => writing.objectStore('packs').add(
      Object.fromEntries(Object.entries(pack).map(([name, value]) => [name, column(value)]))))
    writing.oncomplete = () => { db.close(); resolve() }
    writing.onerror = reject
  }
})"""


@pytest.fixture
def phone(page: Page, shipped_address: str) -> Page:
    """In the middle of an exam, two minutes on."""
    examinee.set_clock(page, NOW + 2 * MINUTE)
    page.goto(f"{shipped_address}/assets/yanxi.css")
    page.evaluate(LAY_OUT, PHONE)
    return page


def test_every_record_is_there(phone: Page, shipped_address: str) -> None:
    phone.goto(f"{shipped_address}/study/me/")
    phone.locator(".yx-progress-list").wait_for()
    records = phone.evaluate("yanxi.log.records('2022')")
    packed = [name for pack in PHONE["packs"] for name in pack["ids"].split(" ")]
    written = [record["id"] for record in PHONE["log"]]
    assert sorted(record["id"] for record in records) == sorted([*packed, *written, "pending1"])
    expect(phone.locator(".yx-exams li")).to_have_count(1)
    assert phone.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--yx-scale')").startswith(
        "1.33"
    )


def test_a_phone_that_was_never_here_gets_no_storage_but_its_own(page: Page, shipped_address: str) -> None:
    page.goto(f"{shipped_address}/study/me/")
    page.locator(".yx-progress-list").wait_for()
    assert page.evaluate("indexedDB.databases()") == [{"name": "yanxi / log", "version": 2}]


def test_the_exam_goes_on_where_it_was_and_is_handed_in_once(
    phone: Page, shipped_address: str, questions: list[Item]
) -> None:
    phone.goto(f"{shipped_address}/study/exam/")
    expect(phone.get_by_role("button", name="答题卡 ")).to_be_visible()
    # The bank goes on: some of what was asked then has since been retired, or means something else.
    versions = phone.evaluate("Object.fromEntries(Object.entries(yanxiIndex.questions).map(([id, { v }]) => [id, v]))")
    asked = {each["question"] for each in SESSION["items"] if versions.get(each["question"]) == each["version"]}
    assert asked
    answered = {*SESSION["answers"], examinee.answer(phone, questions)["id"]} & asked
    examinee.hand_in(phone)
    entries = [each for each in phone.evaluate("yanxi.log.records()") if each.get("exam") == SESSION["exam"]]
    assert {each["question"] for each in entries} == answered
    assert len(entries) == len(answered)
    assert {each["document"] for each in entries} == {"2022"}
    phone.goto(f"{shipped_address}/study/exam/")
    expect(phone.locator(".yx-exams li")).to_have_count(2)


def test_practice_goes_on_where_it_was(phone: Page, shipped_address: str, questions: list[Item]) -> None:
    phone.goto(f"{shipped_address}/study/practice/")
    reader.tap(phone.get_by_role("link", name="继续"))
    session = json.loads(PHONE["local"]["yanxi.session.practice"])
    # What has been retired since is passed over.
    live = {item["id"] for item in questions if not item["retired"]}
    here = next(each for each in session["questions"][session["position"] :] if each in live)
    expect(present(phone)).to_have_attribute("id", here)


def test_a_question_says_how_it_went(phone: Page, shipped_address: str, questions: list[Item]) -> None:
    answer = next(record for record in PHONE["log"] if record["type"] == "answer" and record["from"] == "practice")
    item = next(each for each in questions if each["id"] == answer["question"])
    phone.goto(f"{shipped_address}/{item['url']}")
    expect(reader.find(phone, item).locator(".yx-last")).to_contain_text("上次答")
