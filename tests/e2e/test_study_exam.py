"""模拟考试：交卷以前不告诉对错；钟表照走；交两次只算一次；交卷以后每题都有解析。"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import examinee, reader, student
from tests.e2e.examinee import (
    FULL,
    SHORT,
    answer,
    asked,
    cell,
    go,
    hand_in,
    outcome,
    present,
    press,
    set_clock,
    sit,
    unfold,
)
from tests.e2e.reader import Item
from tests.e2e.student import MINUTE, NOW

CLOCK = ".yx-clock"


def left(page: Page) -> int:
    """Seconds on the clock."""
    minutes, seconds = re.findall(r"\d+", page.locator(CLOCK).inner_text())
    return 60 * int(minutes) + int(seconds)


@pytest.fixture
def timed(page: Page) -> Page:
    set_clock(page, NOW)
    return page


# ---- Papers ----


def test_a_paper_says_what_is_in_it(tab: Page, address: str) -> None:
    tab.goto(f"{address}/study/exam/")
    reader.tap(tab.get_by_role("link", name="二十分钟小测"))
    article = tab.locator(".yx-study")
    expect(article).to_contain_text("22 题 · 20 分钟 · 满分 100 分 · 60 分及格")
    expect(article).to_contain_text("多选题：6 题，每题 6 分")
    expect(article).to_contain_text("卷号：小测一")
    expect(article).to_contain_text("每题全对才得分：多选题漏选、多选")


# A case of two questions, and a paper that asks it.
CASE = """
Object.keys(yanxiIndex.questions).filter((id) => yanxiIndex.questions[id].k === 'single').slice(0, 2)
  .forEach((id) => { yanxiIndex.questions[id].c = 9 })
yanxiIndex.papers.push({ id: 'cases-alone', title: '材料题专练', minutes: 10, pass: 60, seed: '材料一', sections: [
  { title: '材料题', cases: true, kinds: ['single'], areas: [], levels: [], count: 1, points: 100 }
] })
"""


def test_a_paper_of_cases_says_how_many_questions_they_make(page: Page, address: str) -> None:
    page.route("**/index.js*", lambda route: route.fulfill(body=f"{route.fetch().text()}\n{CASE}"))
    page.goto(f"{address}/study/exam/")
    paper = page.get_by_role("link", name="材料题专练")
    expect(paper).to_contain_text("1 份材料 · 10 分钟")
    reader.tap(paper)
    expect(page.get_by_text("2 题 · 10 分钟 · 满分 100 分")).to_be_visible()
    press(page, "开始考试")
    present(page).wait_for()
    assert len(asked(page)) == 2


def test_a_link_gives_the_same_paper_and_another_seed_another(new_page: Callable[..., Page], address: str) -> None:
    papers = []
    for seed in ("甲", "甲", "乙"):
        page = new_page()
        sit(page, address, FULL, seed)
        papers.append(asked(page))
    assert papers[0] == papers[1] != papers[2]
    assert all(len(set(paper)) == 50 for paper in papers)


def test_the_link_to_a_paper_can_be_copied(page: Page, address: str) -> None:
    page.add_init_script("navigator.clipboard.writeText = async (text) => { window.copied = text }")
    examinee.offer(page, address, SHORT, "甲 乙")
    press(page, "复制试卷链接")
    expect(page.get_by_text("已复制")).to_be_visible()
    link = page.evaluate("window.copied")
    assert link.startswith(f"{address}/study/exam/?document=plan&paper=short&seed=")
    page.goto(link)
    expect(page.locator(".yx-seed")).to_contain_text("卷号：甲 乙")


def test_another_set_has_another_seed(tab: Page, address: str) -> None:
    examinee.offer(tab, address)
    press(tab, "换一套题")
    expect(tab.locator(".yx-seed b")).to_have_text(re.compile("^卷号：[a-z2-9]{6}$"))


@pytest.mark.parametrize("query", ["?paper=nowhere", "?paper=constructor&seed=1", "?paper=%3Cscript%3E"])
def test_a_link_to_no_paper_of_ours_says_so(tab: Page, address: str, query: str) -> None:
    tab.goto(f"{address}/study/exam/{query}")
    expect(tab.get_by_text("链接里的试卷这里没有")).to_be_visible()
    expect(tab.locator(".yx-papers a")).to_have_count(3)


# ---- While it goes on ----


def test_nothing_tells_what_is_right(tab: Page, address: str, questions: list[Item]) -> None:
    sit(tab, address, FULL)
    bank = {item["id"]: item for item in questions}
    kinds = set()
    for name in asked(tab):
        item = bank[name]
        expect(present(tab)).to_have_attribute("id", name)
        if item["kind"] not in kinds:
            answer(tab, questions, right=len(kinds) % 2 > 0)
            kinds.add(item["kind"])
        expect(present(tab)).not_to_have_attribute("data-result", re.compile(".*"))
        html = present(tab).evaluate("question => question.outerHTML")
        assert not re.search("data-key|data-accept|<details|<output|yx-why|yx-tag|yx-right|yx-wrong|提交", html)
        assert item["explain"][:12] not in html
        tab.locator(".yx-foot .yx-go").evaluate("button => button.click()")
    assert len(kinds) == 6
    assert reader.logged(tab, 0) == []


def test_everything_entered_is_there_after_a_reload(tab: Page, address: str, questions: list[Item]) -> None:
    sit(tab, address, FULL)
    examinee.answer_all(tab, questions)
    tab.reload()
    expect(tab.locator(".yx-sheet-button")).to_have_text("答题卡 50/50")
    expect(present(tab).locator(".yx-meta")).to_contain_text("50/50")
    hand_in(tab)
    expect(outcome(tab)).to_have_text("100 / 100 分 · 及格")
    [exam] = examinee.exams(tab)
    answers = [each for each in reader.logged(tab, 0) if each["type"] == "answer"]
    assert [
        each["question"] for each in sorted(answers, key=lambda each: exam["questions"].index(each["question"]))
    ] == exam["questions"]
    assert {(each["result"], each["from"], each["exam"]) for each in answers} == {("right", "exam", exam["id"])}
    assert (exam["paper"], exam["seed"], exam["points"], exam["passed"]) == (FULL, "甲", 100, True)


def test_what_is_typed_stays_text(tab: Page, address: str, questions: list[Item]) -> None:
    sit(tab, address, FULL)
    number = next(
        n for n, name in enumerate(asked(tab), 1) if next(q for q in questions if q["id"] == name)["kind"] == "blank"
    )
    go(tab, number)
    present(tab).locator(".yx-blank").first.fill("<img src=x onerror=document.title=1>")
    tab.reload()
    expect(present(tab).locator(".yx-blank").first).to_have_value("＜img src=x onerror=document.title=1>")
    hand_in(tab)
    assert tab.locator("img[src=x]").count() == 0
    assert tab.title() != "1"


def test_the_answer_sheet_knows_answered_flagged_and_present(tab: Page, address: str, questions: list[Item]) -> None:
    sit(tab, address)
    answer(tab, questions)
    press(tab, "标记")
    press(tab, "下一题")
    reader.tap(tab.get_by_role("button", name="答题卡 1/22"))
    expect(cell(tab, 1)).to_have_accessible_name("第 1 题，已答，已标记")
    expect(cell(tab, 2)).to_have_accessible_name("第 2 题，未答")
    expect(cell(tab, 2)).to_have_attribute("aria-current", "step")
    reader.tap(cell(tab, 1))
    expect(present(tab).locator(".yx-meta")).to_contain_text("1/22")
    press(tab, "已标记")
    expect(tab.get_by_role("button", name="标记", exact=True)).to_have_attribute("aria-pressed", "false")


def test_half_a_match_is_not_called_answered(tab: Page, address: str, questions: list[Item]) -> None:
    sit(tab, address, FULL)
    kinds = {item["id"]: item["kind"] for item in questions}
    number = next(number for number, name in enumerate(asked(tab), 1) if kinds[name] in ("order", "match"))
    go(tab, number)
    for side in present(tab).locator(".yx-side").all() or [present(tab)]:
        reader.tap(side.locator(".yx-option").first)
    reader.tap(tab.get_by_role("button", name="答题卡"))
    expect(cell(tab, number)).to_have_accessible_name(f"第 {number} 题，没答完")


def test_the_phone_bar_is_away_until_it_is_over(tab: Page, address: str) -> None:
    examinee.offer(tab, address)
    expect(tab.locator(".yx-bar")).to_be_visible()
    sit(tab, address)
    expect(tab.locator(".yx-bar")).to_be_hidden()
    hand_in(tab)
    expect(tab.locator(".yx-bar")).to_be_visible()


def test_handing_in_early_warns_in_the_page(page: Page, address: str, questions: list[Item]) -> None:
    page.on("dialog", lambda dialog: pytest.fail(f"a pop-up: {dialog.message}"))
    sit(page, address)
    answer(page, questions)
    press(page, "标记")
    press(page, "交卷")
    asking = page.locator(".yx-asking")
    expect(asking).to_contain_text("还有 21 题没答")
    expect(asking).to_contain_text("标记了 1 题")
    press(page, "去第一道没答的")
    expect(present(page).locator(".yx-meta")).to_contain_text("2/22")
    assert reader.logged(page, 0) == []
    hand_in(page)
    expect(outcome(page)).to_contain_text("4 / 100 分 · 这次没到及格线")
    expect(page.locator(".yx-study")).to_contain_text("用时不到 1 分钟")


def test_the_warning_is_in_view_however_long_the_paper_and_small_the_screen(tab: Page, address: str) -> None:
    tab.set_viewport_size({"width": 320, "height": 568})
    sit(tab, address, FULL)
    press(tab, "交卷")
    for button in tab.locator(".yx-foot button").all():
        expect(button).to_be_in_viewport(ratio=1)
    expect(tab.get_by_role("button", name="交卷", exact=True)).to_have_count(1)


def test_a_link_does_not_push_an_exam_aside(tab: Page, address: str, questions: list[Item]) -> None:
    sit(tab, address)
    answer(tab, questions)
    before = asked(tab)
    examinee.offer(tab, address, FULL)
    expect(tab.locator(".yx-notice")).to_contain_text("“二十分钟小测”还没有交卷")
    reader.tap(tab.get_by_role("link", name="接着考"))
    expect(tab.locator(".yx-sheet-button")).to_have_text("答题卡 1/22")
    assert asked(tab) == before


def test_an_exam_can_be_given_up_and_leaves_nothing(tab: Page, address: str, questions: list[Item]) -> None:
    sit(tab, address)
    answer(tab, questions)
    tab.goto(f"{address}/study/exam/#list")
    press(tab, "不考了")
    expect(tab.get_by_role("alertdialog")).to_contain_text("这场考试已答 1 题，不考了就不计成绩")
    press(tab, "放弃这场考试")
    expect(tab.locator(".yx-notice")).to_have_count(0)
    assert examinee.kept(tab) == {} and reader.logged(tab, 0) == []


def test_on_the_way_back_there_is_one_next_step(tab: Page, address: str, questions: list[Item]) -> None:
    sit(tab, address)
    answer(tab, questions)
    tab.go_back()
    expect(tab.get_by_role("link", name="接着考")).to_be_visible()
    expect(tab.get_by_role("button", name="开始考试")).to_have_count(0)
    before = asked(tab)
    reader.tap(tab.get_by_role("link", name="接着考"))
    expect(tab.locator(".yx-sheet-button")).to_have_text("答题卡 1/22")
    assert asked(tab) == before


def test_however_often_the_same_place_is_tapped_nothing_is_given_up(
    tab: Page, address: str, questions: list[Item]
) -> None:
    sit(tab, address)
    answer(tab, questions)
    tab.set_viewport_size({"width": 320, "height": 568})
    tab.goto(f"{address}/study/exam/#list")
    finger = reader.look_at(tab.get_by_role("button", name="不考了"))
    tab.touchscreen.tap(*finger)
    expect(tab.get_by_role("alertdialog")).to_be_visible()
    # A slow hand's second tap comes when nothing keeps it off any more.
    tab.wait_for_function("!document.querySelector('.yx-settling')")
    tab.touchscreen.tap(*finger)
    expect(tab.get_by_role("alertdialog")).to_be_visible()
    assert len(asked(tab)) == 22


def test_a_second_tap_on_handing_in_does_not_hand_in(tab: Page, address: str, questions: list[Item]) -> None:
    sit(tab, address)
    go(tab, 22)
    finger = reader.look_at(tab.locator(".yx-foot .yx-go"))
    for _ in range(2):
        tab.touchscreen.tap(*finger)
    expect(tab.locator(".yx-asking")).to_be_visible()
    assert reader.logged(tab, 0) == []


def test_an_exam_begun_in_another_tab_is_not_pushed_aside(page: Page, address: str, questions: list[Item]) -> None:
    examinee.offer(page, address, FULL)
    other = page.context.new_page()
    sit(other, address)
    answer(other, questions)
    before = asked(other)
    press(page, "开始考试")
    expect(page.get_by_role("link", name="接着考")).to_be_visible()
    assert asked(page) == before


def test_what_the_bank_dropped_meanwhile_is_left_out(tab: Page, address: str) -> None:
    sit(tab, address)
    # From another page: this one keeps what it knows when it is left.
    tab.goto(f"{address}/glossary/")
    tab.evaluate(
        """() => {
          const exam = JSON.parse(localStorage['yanxi / session.exam plan'])
          exam.items[0].question = 'a1-m1-q99'
          exam.items[1].version = 'former'
          localStorage['yanxi / session.exam plan'] = JSON.stringify(exam)
        }"""
    )
    tab.goto(f"{address}/study/exam/")
    expect(tab.get_by_text("2 题停用或改过，不计分")).to_be_visible()
    hand_in(tab)
    [exam] = examinee.exams(tab)
    assert len(exam["questions"]) == 20 and exam["of"] == 92


# ---- The clock ----


def test_the_clock_goes_on_through_a_reload_and_a_closed_tab(timed: Page, address: str) -> None:
    sit(timed, address)
    timed.clock.run_for(5 * MINUTE)
    assert 14 * 60 <= left(timed) <= 15 * 60
    timed.reload()
    assert 14 * 60 <= left(timed) <= 15 * 60
    context = timed.context
    timed.close()
    again = context.new_page()
    set_clock(again, NOW + 12 * MINUTE)
    again.goto(f"{address}/study/exam/")
    present(again).wait_for()
    assert 7 * 60 <= left(again) <= 8 * 60 + 30


def test_an_hour_of_sleep_hands_in(timed: Page, address: str, questions: list[Item]) -> None:
    sit(timed, address)
    answer(timed, questions)
    timed.clock.fast_forward(60 * MINUTE)
    expect(timed.get_by_text("时间到，已经自动交卷")).to_be_visible()
    [exam] = examinee.exams(timed)
    assert exam["points"] == 4 and exam["end"] - exam["at"] == 20 * MINUTE


def test_time_that_ran_out_while_it_was_closed_hands_in(timed: Page, address: str, questions: list[Item]) -> None:
    sit(timed, address)
    answer(timed, questions)
    context = timed.context
    timed.close()
    again = context.new_page()
    set_clock(again, NOW + 600 * MINUTE)
    again.goto(f"{address}/study/exam/")
    expect(again.get_by_text("时间到，已经自动交卷")).to_be_visible()
    [exam] = examinee.exams(again)
    assert exam["points"] == 4 and exam["end"] - exam["at"] == 20 * MINUTE


def test_a_clock_set_back_gives_no_time_back(timed: Page, address: str) -> None:
    sit(timed, address)
    timed.clock.run_for(10 * MINUTE)
    timed.clock.set_system_time((NOW - 600 * MINUTE) / 1000)
    timed.clock.run_for(2 * MINUTE)
    assert 7 * 60 <= left(timed) <= 8 * 60
    timed.reload()
    present(timed).wait_for()
    assert 7 * 60 <= left(timed) <= 8 * 60
    timed.clock.run_for(9 * MINUTE)
    expect(timed.get_by_text("时间到，已经自动交卷")).to_be_visible()


def test_the_last_minutes_are_said(timed: Page, address: str) -> None:
    sit(timed, address)
    timed.clock.run_for(15 * MINUTE)
    expect(timed.get_by_role("status").get_by_text("还剩 5 分钟。")).to_be_visible()
    expect(timed.locator(CLOCK)).to_have_class(re.compile("yx-soon"))
    expect(timed.locator(CLOCK)).to_contain_text("快到了")
    # It is said once, and looks so whenever the page is opened.
    timed.evaluate("document.querySelector('.yx-run [role=status]').textContent = ''")
    timed.clock.run_for(MINUTE)
    expect(timed.locator(".yx-run [role=status]")).to_be_empty()
    timed.reload()
    expect(timed.locator(CLOCK)).to_have_class(re.compile("yx-soon"))


# ---- Handing in ----


def test_two_tabs_hand_in_once(page: Page, address: str, questions: list[Item]) -> None:
    sit(page, address)
    other = page.context.new_page()
    other.goto(f"{address}/study/exam/")
    present(other).wait_for()
    answer(page, questions)
    hand_in(page)
    expect(other.get_by_text("这份卷已经在另一个页面交过了")).to_be_visible()
    expect(outcome(other)).to_contain_text("4 / 100 分")
    assert len(examinee.exams(page)) == 1


def test_tabs_do_not_overwrite_each_other(page: Page, address: str, questions: list[Item]) -> None:
    sit(page, address)
    for number in (1, 2, 3):
        go(page, number)
        answer(page, questions)
    other = page.context.new_page()
    other.goto(f"{address}/study/exam/")
    present(other).wait_for()
    for number in range(4, 19):
        go(other, number)
        answer(other, questions)
    press(other, "标记")
    other.close()
    # What an untouched tab does when it is hidden, and every few seconds.
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator(".yx-sheet-button")).to_have_text("答题卡 18/22")
    page.reload()
    expect(page.locator(".yx-sheet-button")).to_have_text("答题卡 18/22")
    expect(cell(page, 18)).to_have_attribute("aria-label", re.compile("已标记"))
    hand_in(page)
    [exam] = examinee.exams(page)
    assert len(exam["answers"]) == 18
    assert sum(line["result"] == "right" for line in reader.logged(page, 19) if line["type"] == "answer") == 18
    assert page.evaluate("Object.keys(localStorage).filter((key) => /exam/.test(key))") == []


def test_two_tabs_that_hand_in_at_once_give_one_exam_with_all_answers(
    page: Page, address: str, questions: list[Item]
) -> None:
    sit(page, address)
    other = page.context.new_page()
    other.goto(f"{address}/study/exam/")
    present(other).wait_for()
    answer(page, questions)
    go(other, 2)
    answer(other, questions)
    for tab in (page, other):
        press(tab, "交卷")
    for tab in (page, other):
        tab.locator(".yx-foot").get_by_role("button", name="交卷", exact=True).evaluate(
            "e => setTimeout(() => e.click(), 50)"
        )
    for tab in (page, other):
        outcome(tab).wait_for()
    [exam] = examinee.exams(page)
    assert len(exam["answers"]) == 2 and len(reader.logged(page, 0)) == 3
    for tab in (page, other):
        expect(tab.locator(".yx-study h2").first).to_contain_text("8 / 100 分")


def test_a_sitting_of_an_older_build_goes_on(tab: Page, address: str, questions: list[Item]) -> None:
    sit(tab, address)
    first = answer(tab, questions)
    press(tab, "标记")
    tab.goto(f"{address}/glossary/")
    tab.evaluate(
        """question => {
          const [line] = Object.keys(localStorage).filter((key) => key.endsWith(question))
          const { answer } = JSON.parse(localStorage[line])
          localStorage.removeItem(line)
          const session = JSON.parse(localStorage['yanxi / session.exam plan'])
          Object.assign(session, { answers: { [question]: answer }, flags: [question] })
          localStorage['yanxi / session.exam plan'] = JSON.stringify(session)
        }""",
        first["id"],
    )
    tab.goto(f"{address}/study/exam/")
    go(tab, 2)
    answer(tab, questions)
    tab.reload()
    expect(tab.locator(".yx-sheet-button")).to_have_text("答题卡 2/22")
    expect(cell(tab, 1)).to_have_attribute("aria-label", re.compile("已标记"))
    hand_in(tab)
    assert len(examinee.exams(tab)[0]["answers"]) == 2


def test_a_crash_after_handing_in_counts_once(tab: Page, address: str, questions: list[Item]) -> None:
    sit(tab, address)
    answer(tab, questions)
    before = tab.evaluate("localStorage['yanxi / session.exam plan']")
    hand_in(tab)
    first = reader.logged(tab, 2)
    tab.evaluate("text => { localStorage['yanxi / session.exam plan'] = text }", before)
    tab.goto(f"{address}/study/exam/")
    expect(tab.locator(".yx-exams li")).to_have_count(1)
    expect(tab.locator(".yx-study .yx-notice")).to_have_count(0)
    assert sorted(reader.logged(tab, 0), key=str) == sorted(first, key=str)


# ---- Afterwards ----


@pytest.fixture
def mixed(tab: Page, address: str, questions: list[Item]) -> dict[str, str]:
    """A paper of which every fourth question was answered, rightly and wrongly by turns. Gives the results."""
    sit(tab, address, FULL)
    results = dict.fromkeys(asked(tab), "wrong")
    for number in range(1, 51, 4):
        go(tab, number)
        item = answer(tab, questions, right=number % 8 == 1)
        results[item["id"]] = "right" if number % 8 == 1 else "wrong"
    hand_in(tab)
    return results


def test_the_outcome_is_told_by_area_and_kind_and_question(
    tab: Page, address: str, questions: list[Item], mixed: dict[str, str]
) -> None:
    expect(tab.locator(".yx-study")).to_contain_text("50 题对 7 题 · 37 题没有答")
    expect(tab.locator(".yx-sums").first).to_be_hidden()
    unfold(tab, "各方面得分")
    unfold(tab, "逐题解析")
    rows = tab.locator(".yx-sums", has_text="各方面").locator("tbody tr").all_inner_texts()
    counts = [tuple(map(int, re.findall(r"\d+", row.split("\t", 1)[1]))) for row in rows]
    # Where storage was slow the result is there before the log has it.
    reader.logged(tab, 14)
    assert [sum(column) for column in zip(*counts, strict=True)] == [7, 50, examinee.exams(tab)[0]["points"], 100]
    kinds = tab.locator(".yx-sums", has_text="各题型").locator("tbody th").all_inner_texts()
    assert kinds == ["单选", "多选", "判断", "填空", "排序", "连线"]
    shown = tab.locator(".yx-study yx-question")
    expect(shown).to_have_count(50)
    assert shown.evaluate_all("all => all.map((each) => [each.id, each.dataset.result])") == [
        list(each) for each in mixed.items()
    ]
    for item in (each for each in questions if each["id"] in list(mixed)[:3]):
        expect(reader.find(tab, item).locator(".yx-explain")).to_be_visible()
        expect(reader.find(tab, item).locator(".yx-source a").first).to_be_visible()
    expect(shown.last.locator("output")).to_have_text("没有作答，看看原文怎么说。")
    # inner_text() leaves out what the browser has not laid out yet.
    before = tab.locator(".yx-study").text_content()
    press(tab, "只看没对的（43 题）")
    expect(shown.locator("visible=true")).to_have_count(43)
    tab.goto(f"{address}/study/me/")
    reader.tap(tab.get_by_role("link", name="今天 全案模拟卷"))
    unfold(tab, "各方面得分")
    unfold(tab, "逐题解析")
    expect(tab.locator(".yx-study yx-question[data-result]")).to_have_count(50)
    assert tab.locator(".yx-study").text_content() == before


def test_what_was_not_right_is_practised_and_only_what_was_answered_is_a_mistake(
    tab: Page, address: str, mixed: dict[str, str]
) -> None:
    press(tab, "没对的再练（43 题）")
    run = tab.locator(".yx-run yx-question")
    for name in [name for name, result in mixed.items() if result == "wrong"][:5]:
        expect(run).to_have_attribute("id", name)
        press(tab, "跳过")
    press(tab, "返回")
    expect(outcome(tab)).to_be_visible()
    tab.goto(f"{address}/study/mistakes/")
    expect(tab.locator(".yx-mistakes > li")).to_have_count(6)
    tab.goto(f"{address}/study/me/")
    expect(tab.locator(".yx-study").first).to_contain_text("今天答了 13 次")


def test_an_outcome_is_six_sheets_of_paper_at_most(page: Page, address: str) -> None:
    sit(page, address)
    hand_in(page)
    expect(page.locator(".yx-study yx-question[data-result]")).to_have_count(22)
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))
    assert sheets <= 6
    signed = page.locator(".yx-signed")
    expect(signed).to_be_hidden()
    page.emulate_media(media="print")
    expect(signed).to_have_text(re.compile(r"^单位＿+　姓名＿+　日期：20\d\d年1?\d月[123]?\d日$"))
    expect(signed).to_be_visible()
    expect(page.get_by_text("今天 · ")).to_be_hidden()
    style = "(e, name) => getComputedStyle(e)[name]"
    assert page.locator(".yx-study yx-question").first.evaluate(style, "breakInside") == "avoid"
    assert page.locator(".yx-study h2").first.evaluate(style, "breakAfter") == "avoid"
    # Back on the screen all is folded as it was.
    page.emulate_media(media="screen")
    expect(page.locator(".yx-fold[open]")).to_have_count(0)


def test_history_has_a_chart_once_there_are_two(tab: Page, address: str, questions: list[Item]) -> None:
    for right in (False, True):
        sit(tab, address, SHORT, f"{right}")
        answer(tab, questions, right)
        hand_in(tab)
    tab.goto(f"{address}/study/exam/#list")
    expect(tab.locator(".yx-exams li")).to_have_count(2)
    expect(tab.get_by_role("img", name="最近 2 次的得分率：0 / 100 分，4 / 100 分")).to_be_visible()


# ---- Everybody ----


def test_by_keyboard_alone(tab: Page, address: str, questions: list[Item]) -> None:
    examinee.offer(tab, address)
    start = tab.get_by_role("button", name="开始考试")
    start.wait_for()
    reader.reach(start, 200)
    tab.keyboard.press("Enter")
    for number in range(1, 23):
        expect(present(tab).locator(".yx-meta")).to_contain_text(f"{number}/22")
        expect(present(tab).locator(".yx-stem")).to_be_focused()
        tab.keyboard.press("A")
        if present(tab).get_attribute("data-kind") == "multiple":
            tab.keyboard.press("b")
        reader.reach(tab.locator(".yx-foot .yx-go"))
        tab.keyboard.press("Enter")
    expect(tab.locator(".yx-asking")).to_contain_text("全部答完了")
    reader.reach(tab.locator(".yx-foot").get_by_role("button", name="交卷"))
    tab.keyboard.press("Enter")
    expect(outcome(tab)).to_be_focused()


@pytest.mark.parametrize("widths", [(320, 390), (1366,)])
def test_it_fits_and_axe_finds_nothing(
    page: Page, address: str, questions: list[Item], widths: tuple[int, ...]
) -> None:
    page.set_viewport_size({"width": widths[0], "height": 844})
    page.goto(f"{address}/study/exam/")
    page.locator(".yx-papers").wait_for()
    examinee.look_over(page, *widths[1:])
    examinee.offer(page, address)
    page.locator(".yx-seed").wait_for()
    examinee.look_over(page, *widths[1:])
    sit(page, address)
    answer(page, questions)
    press(page, "标记")
    examinee.look_over(page, *widths[1:])
    reader.tap(page.get_by_role("button", name="答题卡"))
    examinee.look_over(page, *widths[1:])
    press(page, "交卷")
    examinee.look_over(page, *widths[1:])
    reader.tap(page.locator(".yx-foot").get_by_role("button", name="交卷", exact=True))
    examinee.look_over(page, *widths[1:])
    unfold(page, "逐题解析")
    page.locator("yx-question[data-result]").first.wait_for()
    examinee.look_over(page, *widths[1:])


@pytest.mark.parametrize(("large", "least"), [(False, 48), (True, 60)])
def test_targets_are_as_large_as_a_thumb(page: Page, address: str, large: bool, least: int) -> None:
    page.goto(f"{address}/study/exam/")
    student.set_settings(page, large=large)
    sit(page, address)
    reader.tap(page.get_by_role("button", name="答题卡"))
    small = (
        page.locator(".yx-study button, .yx-study .yx-option, .yx-study a")
        .locator("visible=true")
        .evaluate_all(
            f"all => all.filter((each) => each.getBoundingClientRect().height < {least}).map((each) => each.outerHTML)"
        )
    )
    assert small == []
