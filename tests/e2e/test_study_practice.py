"""练习：选一组题，一题接一题，停在哪里就从哪里接着练。"""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e import reader, student
from tests.e2e.reader import KINDS, Item, rightly, wrongly
from tests.e2e.student import NOW, go_on, in_scope, item_of, open_study, present, press, start, unfold_chooser

COUNT = ".yx-count > [aria-hidden]"


def answer(page: Page, questions: list[Item], steps=rightly) -> Item:
    """Answers the question that is there."""
    item = item_of(page, questions)
    reader.answer(page, item, steps)
    return item


def test_a_choice_says_how_many_questions_it_has(tab: Page, address: str, questions: list[Item]) -> None:
    open_study(tab, address, "practice")
    unfold_chooser(tab)
    begin = tab.locator(".yx-part .yx-start")
    expect(begin).to_have_text(f"开始（{len(in_scope(questions, ''))} 题）")
    tab.get_by_label("范围").select_option("a1-m3")
    expect(begin).to_have_text(f"开始（{len(in_scope(questions, 'a1-m3'))} 题）")
    reader.tap(tab.locator(".yx-chip", has_text="单选"))
    reader.tap(tab.locator(".yx-chip", has_text="判断"))
    chosen = [item for item in in_scope(questions, "a1-m3") if item["kind"] in ("single", "judge")]
    expect(begin).to_have_text(f"开始（{len(chosen)} 题）")
    reader.tap(tab.locator(".yx-chip", has_text="收藏的"))
    expect(begin).to_have_text("这里没有题")
    expect(begin).to_be_disabled()


def test_of_many_questions_ten_can_be_done_first(tab: Page, address: str, questions: list[Item]) -> None:
    open_study(tab, address, "practice")
    unfold_chooser(tab)
    tab.get_by_label("范围").select_option("a1")
    press(tab, "先练十题")
    expect(present(tab)).to_have_attribute("id", in_scope(questions, "a1")[0]["id"])
    expect(tab.locator(COUNT)).to_have_text(re.compile("^1 / 1[0-3]$"))


def test_a_link_chooses_a_part(tab: Page, address: str, questions: list[Item]) -> None:
    tab.goto(f"{address}/study/practice/?scope=a2")
    expect(tab.get_by_role("button", name="开始")).to_have_text(f"开始（{len(in_scope(questions, 'a2'))} 题）")
    tab.goto(f"{address}/study/practice/?scope=constructor")
    unfold_chooser(tab)
    expect(tab.get_by_role("button", name="开始")).to_have_text(f"开始（{len(in_scope(questions, ''))} 题）")


def test_questions_come_as_the_plan_goes(tab: Page, address: str, questions: list[Item]) -> None:
    open_study(tab, address, "practice")
    start(tab, "a1")
    for item in in_scope(questions, "a1")[:3]:
        expect(present(tab)).to_have_attribute("id", item["id"])
        press(tab, "跳过")


def test_what_was_not_answered_comes_first(tab: Page, address: str, questions: list[Item]) -> None:
    first, second, *rest = in_scope(questions, "a1-m3")
    open_study(tab, address, "practice", reader.entry(first), reader.entry(rest[0]))
    start(tab, "a1-m3", manner="没答过的在前")
    expect(present(tab)).to_have_attribute("id", second["id"])


def test_mixed_stays_as_it_was_mixed(tab: Page, address: str, questions: list[Item]) -> None:
    open_study(tab, address, "practice")
    start(tab, "", manner="打乱")
    order = tab.evaluate("JSON.parse(localStorage['yanxi / session.practice plan']).questions")
    names = [item["id"] for item in in_scope(questions, "")]
    assert sorted(order) == sorted(names) and order != names
    tab.reload()
    expect(present(tab)).to_have_attribute("id", order[0])


def test_a_right_answer_stays_until_the_reader_goes_on(page: Page, address: str, questions: list[Item]) -> None:
    page.clock.install(time=NOW / 1000)
    open_study(page, address, "practice")
    start(page, "a1-m3", ("判断",))
    item = answer(page, questions)
    page.clock.run_for(60_000)
    expect(present(page)).to_have_attribute("id", item["id"])


@pytest.fixture
def going_on(page: Page, address: str, questions: list[Item]) -> Item:
    """A question that was answered rightly by a reader who has switched on that practice goes on by itself."""
    page.clock.install(time=NOW / 1000)
    open_study(page, address, "practice")
    student.set_settings(page, autoNext=True)
    start(page, "a1-m3", ("判断",))
    page.clock.pause_at(NOW / 1000 + 3600)
    item = item_of(page, questions)
    reader.by_touch(present(page), rightly(item))
    return item


def test_where_it_is_switched_on_it_goes_on_after_four_seconds_that_are_seen(page: Page, going_on: Item) -> None:
    for left in (4, 3, 2, 1):
        expect(page.locator(".yx-foot")).to_contain_text(f"停在这题（{left}）")
        expect(present(page)).to_have_attribute("id", going_on["id"])
        page.clock.run_for(1000)
    expect(present(page)).not_to_have_attribute("id", going_on["id"])
    expect(page.locator(COUNT)).to_have_text(re.compile("^2 /"))


@pytest.mark.parametrize("stop", ["click", "pointerdown", "keydown", "wheel"])
def test_a_button_a_touch_or_a_key_stops_it(page: Page, going_on: Item, stop: str) -> None:
    # A finger would wait for the next frame, and the clock stands still but for what the bar takes to settle.
    page.clock.run_for(500)
    target = page.get_by_role("button", name="停在这题") if stop == "click" else page.locator("body")
    target.dispatch_event(stop)
    expect(page.get_by_role("button", name="停在这题")).to_be_hidden()
    page.clock.run_for(60_000)
    expect(present(page)).to_have_attribute("id", going_on["id"])
    page.clock.resume()
    press(page, "下一题")
    expect(present(page)).not_to_have_attribute("id", going_on["id"])


def test_a_wrong_answer_stays_with_explanation_and_source(page: Page, address: str, questions: list[Item]) -> None:
    page.clock.install(time=NOW / 1000)
    open_study(page, address, "practice")
    start(page, "a1-m3", ("单选",))
    item = answer(page, questions, wrongly)
    page.clock.run_for(60_000)
    expect(present(page)).to_have_attribute("id", item["id"])
    expect(present(page).locator(".yx-explain")).to_be_visible()
    source = present(page).locator(".yx-source a").first
    expect(source).to_be_visible()
    source.click()
    expect(page).to_have_url(re.compile(r"/plan/a1/m3/#c\d+$"))
    expect(page.locator(".clause:target")).to_be_visible()


def test_a_reload_leads_to_where_the_reader_stopped(tab: Page, address: str, questions: list[Item]) -> None:
    open_study(tab, address, "practice")
    start(tab, "a1")
    go_on(tab, "跳过")
    item = answer(tab, questions, wrongly)
    # A page that is torn down within the same moment may take the entry with it.
    reader.logged(tab, 1)
    tab.reload()
    expect(tab.locator(COUNT)).to_have_text(re.compile("^2 /"))
    expect(present(tab)).to_have_attribute("id", item["id"])
    expect(tab.locator(".yx-remark")).to_have_text("这题刚才答错了。")
    expect(present(tab).locator(".yx-explain")).to_be_visible()
    # It was answered once and is not asked to be answered again.
    expect(present(tab).locator("fieldset[disabled]")).to_have_count(1)
    press(tab, "下一题")
    expect(tab.locator(COUNT)).to_have_text(re.compile("^3 /"))
    assert len(reader.logged(tab, 1)) == 1


def test_so_does_the_page_itself_past_what_is_answered(tab: Page, address: str, questions: list[Item]) -> None:
    third, fourth = [item["id"] for item in in_scope(questions, "a1") if item["kind"] == "single"][2:4]
    open_study(tab, address, "practice")
    start(tab, "a1", ("单选",))
    go_on(tab, "跳过")
    go_on(tab, "跳过")
    expect(present(tab)).to_have_attribute("id", third)
    answer(tab, questions)
    tab.goto(address)
    reader.tap(tab.get_by_role("navigation", name="主要栏目").get_by_text("练习"))
    expect(tab.locator(".yx-left")).to_contain_text("停在第 4 题")
    reader.tap(tab.get_by_role("link", name="继续：政治建设 · 单选"))
    expect(tab.locator(COUNT)).to_have_text(re.compile("^4 /"))
    expect(present(tab)).to_have_attribute("id", fourth)


def test_the_back_key_leads_back_to_the_choice(tab: Page, address: str) -> None:
    open_study(tab, address, "practice")
    start(tab, "a1")
    tab.go_back()
    expect(tab.get_by_role("link", name="继续：政治建设")).to_be_visible()
    tab.go_forward()
    expect(present(tab)).to_be_visible()
    press(tab, "返回")
    unfold_chooser(tab)
    expect(tab.get_by_role("button", name="开始")).to_be_visible()
    expect(tab.get_by_label("范围")).to_have_value("a1")


def test_answers_are_logged_as_practice(tab: Page, address: str, questions: list[Item]) -> None:
    open_study(tab, address, "practice")
    start(tab, "a1-m3", ("单选",))
    item = answer(tab, questions, wrongly)
    (entry,) = reader.logged(tab, 1)
    assert (entry["question"], entry["version"]) == (item["id"], item["version"])
    assert (entry["result"], entry["from"]) == ("wrong", "practice")
    assert 0 < entry["ms"] < 60_000
    assert "sure" not in entry


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_answered_here(
    tab: Page, address: str, one_page: list[Item], questions: list[Item], kind: str
) -> None:
    tab.set_viewport_size({"width": 390, "height": 1600})
    open_study(tab, address, "practice")
    label = next(item for item in one_page if item["kind"] == kind)
    words = tab.evaluate("kind => window.yanxiIndex.kinds[kind]", label["kind"])
    start(tab, label["provision"], (words,))
    answer(tab, questions, wrongly)
    expect(present(tab)).to_have_attribute("data-result", "wrong")


def test_the_end_says_how_it_went_and_offers_the_wrong_ones(tab: Page, address: str, questions: list[Item]) -> None:
    open_study(tab, address, "practice")
    start(tab, "a1-m3", ("判断",))
    total = len([item for item in in_scope(questions, "a1-m3") if item["kind"] == "judge"])
    wrong = answer(tab, questions, wrongly)
    for _ in range(total - 1):
        go_on(tab, "下一题")
        answer(tab, questions)
    press(tab, "完成")
    expect(tab.locator(".yx-sum")).to_have_text(f"{total} 题对 {total - 1} 题")
    expect(tab.locator(".yx-sum")).to_be_focused()
    press(tab, "再练错的 1 题")
    expect(present(tab)).to_have_attribute("id", wrong["id"])
    expect(tab.locator(COUNT)).to_have_text("1 / 1")


# ---- Ten at a time ----


def test_a_link_begins_ten_new_ones_at_once(tab: Page, address: str, questions: list[Item]) -> None:
    first, *rest = in_scope(questions, "")
    open_study(tab, address, "practice", reader.entry(first))
    tab.goto(f"{address}/study/practice/?set=new")
    expect(present(tab)).to_have_attribute("id", rest[0]["id"])
    expect(tab.locator(COUNT)).to_have_text("1 / 10")
    answer(tab, questions)
    reader.logged(tab, 2)
    # A reload goes on with these ten; the same link again comes to the next new question.
    tab.reload()
    expect(present(tab)).to_have_attribute("id", rest[0]["id"])
    tab.goto(address)
    tab.goto(f"{address}/study/practice/?set=new")
    expect(present(tab)).to_have_attribute("id", rest[1]["id"])
    expect(tab.locator(COUNT)).to_have_text("2 / 10")


@pytest.mark.parametrize("query", ["set=mistakes", "set=constructor", "set="])
def test_a_link_to_nothing_offers_what_there_is(tab: Page, address: str, query: str) -> None:
    tab.goto(f"{address}/study/practice/?{query}")
    expect(tab.get_by_role("button", name="接着练十题")).to_be_visible()


def test_ten_of_this_part_follow_the_last_answer(tab: Page, address: str, questions: list[Item]) -> None:
    there = in_scope(questions, "a2")
    open_study(tab, address, "practice", reader.entry(there[0]))
    press_door(tab, "这一部分十题")
    expect(present(tab)).to_have_attribute("id", there[1]["id"])


def test_ten_mistakes_leave_out_what_was_put_right_today(page: Page, address: str, questions: list[Item]) -> None:
    page.clock.install(time=NOW / 1000)
    right, wrong = in_scope(questions, "a1-m3")[:2]
    records = [reader.entry(each, "wrong", at=NOW - 9 * student.DAY) for each in (right, wrong)]
    open_study(page, address, "practice", *records, reader.entry(right, id="today", at=NOW - 1000))
    expect(page.get_by_role("button", name="错题十题")).to_contain_text("今天可练 1 题")
    press_door(page, "错题十题")
    expect(present(page)).to_have_attribute("id", wrong["id"])
    expect(page.locator(COUNT)).to_have_text("1 / 1")


def test_the_end_of_ten_says_what_was_learnt_and_offers_the_next(
    page: Page, address: str, questions: list[Item]
) -> None:
    page.clock.install(time=NOW / 1000)
    before, *new = in_scope(questions, "")
    open_study(page, address, "practice", reader.entry(before, "wrong", at=NOW - 9 * student.DAY))
    page.evaluate(
        "session => localStorage['yanxi / session.practice plan'] = JSON.stringify(session)",
        {"questions": [before["id"], new[0]["id"], new[1]["id"]], "position": 0, "set": "new", "begun": NOW},
    )
    page.goto(f"{address}/study/practice/#run")
    page.reload()
    for number, steps in enumerate((rightly, rightly, wrongly), 1):
        answer(page, questions, steps)
        press(page, "完成") if number == 3 else go_on(page, "下一题")
    expect(page.locator(".yx-sum")).to_have_text("3 题对 2 题")
    expect(page.locator(".yx-gains")).to_contain_text("新答对 1 题")
    expect(page.locator(".yx-gains")).to_contain_text("以前答错、这次答对 1 题")
    expect(page.get_by_role("button", name="再练错的 1 题")).to_be_visible()
    press(page, "再来十题")
    expect(present(page)).to_have_attribute("id", new[2]["id"])
    expect(page.locator(COUNT)).to_have_text("1 / 10")


def test_the_end_of_what_was_mostly_skipped_leads_back_to_it(tab: Page, address: str, questions: list[Item]) -> None:
    names = [item["id"] for item in in_scope(questions, "a1-m3")[:3]]
    tab.goto(f"{address}/study/mistakes/")
    tab.evaluate(
        "session => localStorage['yanxi / session.practice plan'] = JSON.stringify(session)",
        {"questions": names, "position": 0, "set": "new"},
    )
    tab.goto(f"{address}/study/practice/#run")
    go_on(tab, "跳过")
    answer(tab, questions)
    go_on(tab, "下一题")
    press(tab, "跳过")
    expect(tab.locator(".yx-sum")).to_have_text("1 题对 1 题，跳过了 2 题")
    expect(tab.locator(".yx-gains")).not_to_contain_text("全对")
    expect(tab.locator(".yx-foot .yx-start")).to_have_text("回去做跳过的 2 题")
    press(tab, "回去做跳过的 2 题")
    expect(present(tab)).to_have_attribute("id", names[0])
    expect(tab.locator(COUNT)).to_have_text("2 / 3")
    answer(tab, questions)
    go_on(tab, "下一题")
    press(tab, "跳过")
    # Summed up as a whole, and little is left.
    expect(tab.locator(".yx-sum")).to_have_text("2 题对 2 题，跳过了 1 题")
    expect(tab.locator(".yx-foot .yx-start")).to_have_text("再来十题")


def test_what_can_be_begun_is_there_before_a_long_log_is_read(page: Page, address: str, questions: list[Item]) -> None:
    first, second, *_ = in_scope(questions, "")
    open_study(page, address, "practice", reader.entry(first))
    page.add_init_script(HELD_BACK)
    page.goto(f"{address}/study/practice/")
    press_door(page, "接着练十题")
    expect(present(page)).to_have_count(0)
    page.evaluate("letRead()")
    expect(present(page)).to_have_attribute("id", second["id"])


# The log is read when letRead() is called.
HELD_BACK = """Object.defineProperty(window, 'yanxi', {
  configurable: true,
  set(yanxi) {
    Object.defineProperty(window, 'yanxi', { value: yanxi, writable: true })
    const { records } = yanxi.log
    const permission = new Promise((resolve) => { window.letRead = resolve })
    yanxi.log.records = (...which) => permission.then(() => records(...which))
  }
})"""


def press_door(page: Page, name: str) -> None:
    reader.tap(page.get_by_role("button", name=name))


def test_starred_questions_are_a_choice(tab: Page, address: str) -> None:
    open_study(tab, address, "practice")
    start(tab, "a1")
    go_on(tab, "跳过")
    there = present(tab).get_attribute("id")
    press(tab, "收藏")
    expect(tab.get_by_role("button", name="已收藏")).to_be_visible()
    (entry,) = reader.logged(tab, 1)
    assert (entry["type"], entry["question"], entry["on"]) == ("star", there, True)
    tab.reload()
    press(tab, "返回")
    unfold_chooser(tab)
    reader.tap(tab.locator(".yx-chip", has_text="收藏的 1"))
    tab.get_by_label("范围").select_option("")
    reader.tap(tab.get_by_role("button", name="开始（1 题）"))
    expect(present(tab)).to_have_attribute("id", there)
    press(tab, "已收藏")
    expect(tab.get_by_role("button", name="收藏", exact=True)).to_be_visible()


def test_a_question_that_changed_says_so(tab: Page, address: str, questions: list[Item]) -> None:
    item = in_scope(questions, "a1-m3")[0]
    open_study(tab, address, "practice", reader.entry(item, version="00000000"))
    start(tab, "a1-m3")
    expect(present(tab)).to_have_attribute("id", item["id"])
    expect(tab.locator(".yx-remark")).to_have_text("这道题改过，请重新作答。")


def test_a_question_that_went_is_left_out(tab: Page, address: str, questions: list[Item]) -> None:
    names = [item["id"] for item in in_scope(questions, "a1")[:3]]
    open_study(tab, address, "practice")
    tab.evaluate(
        "questions => localStorage['yanxi / session.practice plan'] = JSON.stringify({ questions, position: 2 })",
        [names[0], "a1-q99", names[1], names[2]],
    )
    tab.goto(f"{address}/study/practice/")
    reader.tap(tab.get_by_role("link", name="继续"))
    expect(tab.locator(COUNT)).to_have_text("2 / 3")
    expect(present(tab)).to_have_attribute("id", names[1])


def test_by_keyboard_alone(tab: Page, address: str, questions: list[Item]) -> None:
    open_study(tab, address, "practice")
    reader.reach(tab.locator(".yx-part > summary"), most=120)
    tab.keyboard.press("Enter")
    begin = tab.get_by_role("button", name="开始")
    begin.wait_for()
    reader.reach(tab.locator("input[value=single]"), most=120)
    tab.keyboard.press("Space")
    reader.reach(begin)
    tab.keyboard.press("Enter")
    for count in ("1", "2", "3"):
        expect(tab.locator(COUNT)).to_have_text(re.compile(f"^{count} /"))
        item = item_of(tab, questions)
        # Focus is at the new question, and a letter answers it from there.
        expect(present(tab).locator(".yx-stem")).to_be_focused()
        option = reader.shown(present(tab)).index(reader.texts(item, True)[0])
        tab.keyboard.press("ABCDE"[option])
        expect(present(tab)).to_have_attribute("data-result", "right")
        tab.keyboard.press("Enter")


def test_what_does_not_come_can_be_tried_again(page: Page, address: str, faults: list[str]) -> None:
    open_study(page, address, "practice")
    unfold_chooser(page)
    page.route("**/data/plan/fragments/*", lambda route: route.abort())
    page.get_by_label("范围").select_option("a2")
    reader.tap(page.get_by_role("button", name="开始"))
    expect(page.get_by_role("alert")).to_contain_text("题目没有取到")
    page.unroute("**/data/plan/fragments/*")
    press(page, "再试一次")
    expect(present(page)).to_be_visible()
    assert faults
    faults.clear()


def test_a_bank_of_thousands_is_practised_whole(page: Page, address: str) -> None:
    more = """;for (let n = 0; n < 6000; n++) {
      yanxiIndex.questions[`a1-m1-x${n}`] = yanxiIndex.questions['a1-m1-q01']
      yanxiIndex.order.push(`a1-m1-x${n}`)
    }"""
    page.route("**/data/plan/index.js*", lambda route: route.fulfill(body=route.fetch().text() + more))
    page.goto(f"{address}/study/practice/")
    start(page)
    kept = page.evaluate("JSON.parse(localStorage['yanxi / session.practice plan']).questions.length")
    assert kept > 6000
    expect(page.locator(".yx-run")).to_contain_text(f"{kept}")


@pytest.mark.parametrize("change", ["retired", "moved", "changed"])
def test_a_release_since_the_page_was_opened_is_said_and_not_blamed_on_the_network(
    page: Page, address: str, questions: list[Item], change: str, faults: list[str]
) -> None:
    page.goto(f"{address}/study/practice/")
    unfold_chooser(page)

    def renewed(route: Route) -> None:
        text = route.fetch().text()
        if "index.js" in route.request.url:
            route.fulfill(body=re.sub(r'"version": ?"\w+"', '"version":"99999999"', text))
        elif change == "retired":
            route.fulfill(body="yanxiFragments({})")
        elif change == "moved":
            route.fulfill(status=404)
        else:
            route.fulfill(body=re.sub(r'data-version=(\\?")\w+', r"data-version=\1other123", text))

    page.route("**/data/plan/fragments/*", renewed)
    page.route("**/data/plan/index.js*", renewed)
    page.get_by_label("范围").select_option("a1-m1")
    reader.tap(page.get_by_role("button", name="开始"))
    expect(page.get_by_role("alert")).to_contain_text("网站已更新")
    expect(page.get_by_role("alert")).not_to_contain_text("网络")
    page.unroute("**/data/plan/fragments/*")
    page.unroute("**/data/plan/index.js*")
    press(page, "刷新")
    present(page).wait_for()
    faults.clear()


def test_an_exam_that_meets_a_release_waits_for_a_reload(
    page: Page, address: str, questions: list[Item], faults: list[str]
) -> None:
    page.goto(f"{address}/study/exam/?paper=short")
    page.route("**/data/plan/fragments/*", lambda route: route.fulfill(body="yanxiFragments({})"))
    press(page, "开始考试")
    expect(page.get_by_role("alert")).to_contain_text("网站已更新")
    page.unroute("**/data/plan/fragments/*")
    press(page, "刷新")
    page.locator(".yx-place yx-question").wait_for()
    faults.clear()


def on_nothing(page: Page) -> None:
    """As after a tap on the page, or when it has just come."""
    page.evaluate("document.activeElement.blur()")
    assert page.evaluate("document.activeElement === document.body")


def test_a_key_answers_at_once_with_no_tab_before_it(page: Page, address: str, questions: list[Item]) -> None:
    open_study(page, address, "practice")
    start(page, "a1", ("单选",))
    first = item_of(page, questions)
    on_nothing(page)
    # What is the browser's or means nothing here.
    for key in ("Control+a", "Alt+b", "z", "9"):
        page.keyboard.press(key)
    expect(present(page)).not_to_have_attribute("data-result", re.compile("."))
    page.keyboard.press("b")
    expect(present(page)).to_have_attribute("data-result", re.compile("right|wrong"))
    on_nothing(page)
    page.keyboard.press("Enter")
    expect(present(page)).not_to_have_attribute("id", first["id"])
    on_nothing(page)
    page.keyboard.press("1")
    expect(present(page)).to_have_attribute("data-result", re.compile("right|wrong"))
    assert len(reader.logged(page, 2)) == 2


def test_a_key_answers_nothing_under_what_is_open_or_typed_into(page: Page, address: str) -> None:
    open_study(page, address, "practice")
    start(page, "a1", ("单选",))
    present(page).wait_for()
    page.locator("[data-yx-search]").click()
    field = page.locator("yx-search input[type=search]")
    field.press_sequentially("ab1")
    expect(field).to_have_value("ab1")
    on_nothing(page)
    page.keyboard.press("b")
    field.press("Escape")
    expect(present(page)).not_to_have_attribute("data-result", re.compile("."))
    assert reader.logged(page, 0) == []


def test_enter_unfolds_an_answer_and_does_not_judge_it(page: Page, address: str) -> None:
    open_study(page, address, "practice")
    start(page, "", ("简答",))
    present(page).wait_for()
    on_nothing(page)
    page.keyboard.press("Enter")
    expect(present(page).locator("details[open]")).to_be_visible()
    on_nothing(page)
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(present(page)).not_to_have_attribute("data-result", re.compile("."))
