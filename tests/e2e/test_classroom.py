"""支部学习：投影和主持台两个窗口一个样，举手两次，刷新、睡着都停在原处，会议记录带得走，个人的记录碰都不碰。"""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Locator, Page, expect

from tests.e2e import reader
from tests.e2e.test_accessibility import axe
from tests.e2e.test_small_screens import LARGEST

# Of every document: a measure to read, four questions of which two are voted on, and one case.
SET = "plan/a1-m3.a1-m4/single.judge.multiple/4.1/k7m2/a1-m3//aaaa"
WIDE = {"width": 1920, "height": 1080}
LAPTOP = {"width": 1366, "height": 768}
DESK = {
    "device_scale_factor": 1,
    "is_mobile": False,
    "has_touch": False,
    "viewport": LAPTOP,
    "reduced_motion": "reduce",
}


@pytest.fixture
def desk(new_page: Callable[..., Page]) -> Page:
    """The laptop of a meeting room. A test can put it to sleep."""
    page = new_page(**DESK)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.context.clock.install()
    return page


def prepare(page: Page, address: str) -> Locator:
    page.goto(f"{address}/study/classroom/#set={SET}")
    expect(page.locator(".yx-drawn li").first).to_be_visible()
    return page.locator(".yx-drawn li")


def begin(page: Page, address: str) -> Page:
    """Begins with two windows; gives that of the projector."""
    prepare(page, address)
    with page.expect_popup() as opened:
        page.get_by_role("button", name="开始（电脑上主持").click()
    stage = opened.value
    stage.set_viewport_size(WIDE)
    expect(stage.locator(".yx-slide-start")).to_be_visible()
    return stage


def go_to(desk: Page, stage: Page, words: str) -> None:
    """Presses on until the room sees a phase."""
    for _ in range(60):
        if words in desk.locator(".yx-phase").inner_text():
            break
        before = desk.locator(".yx-panel-now").inner_text()
        stage.keyboard.press("PageDown")
        expect(desk.locator(".yx-panel-now")).not_to_have_text(before, use_inner_text=True)
    expect(stage.locator(".yx-over").first).to_contain_text(words)


def fits(stage: Page) -> bool:
    """Whether all of the slide is on the screen, in type that can be read from ten metres."""
    return stage.evaluate(
        """() => {
          const screen = document.querySelector('.yx-screen')
          const small = [...screen.querySelectorAll('*')].filter((each) => [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
            .filter((each) => !each.closest('.yx-unseen') && parseFloat(getComputedStyle(each).fontSize) < Math.max(18, innerHeight * 28 / 1080) - 0.5)
          return screen.scrollHeight <= screen.clientHeight + 1 && !small.length
        }"""
    )


def text_of(document: bytes) -> str:
    """All that python-docx reads in a document."""
    found = Document(io.BytesIO(document))
    cells = [cell.text for table in found.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in found.paragraphs] + cells)


def test_a_meeting_in_two_windows_from_reading_to_the_minutes(desk: Page, address: str, tmp_path: Path) -> None:
    stage = begin(desk, address)
    # Read together, a clause at a time.
    stage.keyboard.press("PageDown")
    clauses = stage.locator(".yx-clause")
    expect(clauses.first).to_have_class(re.compile("yx-now"))
    count = clauses.count()
    for _ in range(count - 1):
        stage.keyboard.press(" ")
    expect(clauses.last).to_have_class(re.compile("yx-now"))
    assert fits(stage)
    expect(desk.locator(".yx-panel-now .yx-now")).to_have_text(clauses.last.inner_text())

    # Eight rounds of hands, the answer hidden from the room and before the secretary's eyes.
    desk.get_by_label("在场人数").fill("20")
    shares = []
    for number in range(4):
        go_to(desk, stage, "先自己想，举手")
        options = stage.locator(".yx-lists li")
        assert fits(stage)
        assert not stage.locator(".yx-right").count() and "答案" not in stage.locator(".yx-screen").inner_text()
        right = desk.locator(".yx-options .yx-right > b").first.inner_text()
        for _ in range(3):
            desk.get_by_role("button", name=f"{right} 加一", exact=True).click()
        wrong = "B" if right == "A" else "A"
        desk.get_by_label(f"{wrong} 的人数", exact=True).fill("17")
        expect(stage.locator(".yx-bars")).to_have_count(0)
        # One hand more than there are people is marked in both windows.
        if "多选" not in stage.locator(".yx-over").inner_text():
            desk.get_by_role("button", name=f"{wrong} 加一", exact=True).click()
            for window in (desk, stage):
                expect(window.locator(".yx-too-many")).to_have_text("已数 21 人，在场 20 人：多了 1 人")
            desk.get_by_role("button", name=f"{wrong} 减一", exact=True).click()
            expect(stage.locator(".yx-too-many")).to_have_count(0)
        # A clicker has its way while a number is being typed.
        desk.keyboard.press("PageDown")
        go_to(desk, stage, "讨论")
        go_to(desk, stage, "再举一次手")
        # A digit is a hand, wherever the keys are.
        for _ in range(2):
            stage.keyboard.press(f"Digit{ord(right) - 64}")
        stage.keyboard.press("Escape")
        go_to(desk, stage, "答案")
        assert fits(stage)
        expect(stage.locator(".yx-right > b").first).to_have_text(right)
        expect(stage.locator(".yx-solution")).to_contain_text("原文")
        # What an explanation names is there to be read, not to be tapped: no link leads out of the meeting.
        assert not stage.locator(".yx-screen a").count() and not desk.locator(".yx-host-told a").count()
        shares.append(stage.locator(".yx-shares").inner_text())
        if number == 0:
            expect(options.filter(has=stage.locator(".yx-bars")).first).to_be_visible()
            assert axe(stage) == []
    single = next(each for each in shares if "第一次 15% 对" in each)
    assert "讨论后 100% 对" in single

    # A reload of either window, and a night's sleep with the timer on, change nothing.
    desk.get_by_role("button", name="3 分钟").click()
    here = desk.locator(".yx-panel-now").inner_text()
    for window in (stage, desk):
        window.reload()
    expect(desk.locator(".yx-panel-now")).to_have_text(here, use_inner_text=True)
    expect(stage.locator(".yx-shares")).to_have_text(shares[-1], use_inner_text=True)
    expect(stage.locator(".yx-time-left")).to_have_text(re.compile("^2:[45]|^3:00"))
    desk.context.clock.fast_forward("08:00:00")
    expect(stage.locator(".yx-time-left[data-paused]")).to_have_text(re.compile("^2:[45]|^3:00"))
    expect(desk.locator(".yx-panel-now")).to_have_text(here, use_inner_text=True)

    # Black, and back.
    desk.get_by_role("button", name="黑屏").click()
    expect(stage.locator(".yx-black")).to_be_visible()
    stage.keyboard.press("b")
    expect(stage.locator(".yx-black")).to_be_hidden()

    # Teams, with an award taken back.
    for _ in range(2):
        desk.get_by_role("button", name="加一组").click()
    for _ in range(2):
        desk.get_by_role("button", name="第一组 加一").click()
    desk.get_by_role("button", name="撤销").click()
    desk.get_by_label("在屏幕上显示").check()
    expect(stage.locator(".yx-board")).to_contain_text("1 分")

    # The minutes, copied and saved.
    desk.get_by_role("link", name="会议记录").click()
    typed = {
        "党组织名称": "某校党支部",
        "会议主题": "一起学<方案> & 讨论",
        "应到": "22",
        "实到": "20",
        "缺席及原因": "张三：病假",
        "发言要点": "李四：每半年报告一次，容易忘",
        "学时": "2",
    }
    for label, words in typed.items():
        desk.get_by_label(label, exact=True).fill(words)
    desk.get_by_role("button", name="复制记录").click()
    expect(desk.get_by_text("已复制。")).to_be_visible()
    copied = desk.evaluate("navigator.clipboard.readText()")
    for words in [*typed.values(), "对 3／20 人，15%", "对 2／2 人，100%", "第一组：1 分", "二（一）三是"]:
        assert words in copied, words
    with desk.expect_download() as saving:
        desk.get_by_role("button", name="存成 Word").click()
    saving.value.save_as(tmp_path / "minutes.docx")
    kept = text_of((tmp_path / "minutes.docx").read_bytes())
    assert set(re.findall(r"\d+", copied)) <= set(re.findall(r"\d+", kept))
    assert all(words in kept for words in typed.values())

    # Ended once asked, and nothing is left, nor was anybody's log touched.
    assert desk.evaluate("async () => (await indexedDB.databases()).length") == 0
    desk.get_by_role("button", name="结束", exact=True).click()
    desk.wait_for_function("!document.querySelector('.yx-settling')")
    desk.get_by_role("button", name="结束，全部清掉").click()
    # Both say so, quietly, until somebody goes on.
    for window in (desk, stage):
        expect(window.locator(".yx-stage")).to_contain_text("学习结束")
        expect(window.get_by_text("这一场结束了")).to_be_visible()
    expect(stage.get_by_role("heading", name="一起学<方案> & 讨论")).to_be_visible()
    assert axe(stage) == []
    stage.get_by_role("button", name="再组一套题").click()
    expect(stage.locator(".yx-drawn li").first).to_be_visible()
    expect(desk.locator(".yx-drawn")).to_have_count(0)
    assert desk.evaluate("Object.keys(localStorage).filter((key) => key.includes('classroom'))") == []


def test_an_unfinished_meeting_is_not_lost_by_beginning_another(desk: Page, address: str) -> None:
    prepare(desk, address)
    desk.locator(".yx-begin button").last.click()
    expect(desk.locator(".yx-slide-start")).to_be_visible()
    kept = "Object.entries(localStorage).find(([key]) => key.endsWith('classroom'))[1]"
    before = desk.evaluate(kept)
    desk.evaluate("location.hash = ''")
    for button in desk.locator(".yx-begin > div > button").all():
        button.dblclick()
        asked = button.locator("xpath=..").get_by_role("alertdialog")
        expect(asked).to_contain_text("会议记录")
        assert desk.evaluate(kept) == before
        assert axe(desk) == []
        desk.wait_for_function("!document.querySelector('.yx-settling')")
        asked.get_by_role("button", name="先不开始").click()
        expect(asked).to_be_hidden()
    button.click()
    desk.wait_for_function("!document.querySelector('.yx-settling')")
    asked.get_by_role("button", name="清掉上一场").click()
    expect(desk.locator(".yx-slide-start")).to_be_visible()
    assert desk.evaluate(kept) != before


def test_by_keyboard_alone_on_one_small_projector_and_on_the_secretarys_phone(desk: Page, address: str) -> None:
    prepare(desk, address)
    desk.get_by_role("button", name="开始（只有一个屏幕）").focus()
    desk.keyboard.press("Enter")
    expect(desk.locator(".yx-slide-start")).to_be_visible()
    while not desk.locator(".yx-slide-ask").count():
        before = desk.locator(".yx-stage").inner_text()
        desk.keyboard.press("ArrowRight")
        desk.wait_for_function("before => document.querySelector('.yx-stage').innerText !== before", arg=before)
    assert fits(desk)
    # Its buttons lie beside what its foot says, at the largest type too.
    for _ in range(2):
        desk.keyboard.press("+")
    desk.keyboard.press("1")
    desk.keyboard.press("t")
    expect(desk.locator(".yx-stage-foot .yx-time-left")).to_contain_text(":")
    foot, tools = (
        desk.locator(".yx-stage-foot .yx-time-left").bounding_box(),
        desk.get_by_role("toolbar").bounding_box(),
    )
    assert foot and tools and foot["x"] + foot["width"] <= tools["x"]
    desk.keyboard.press("t")
    desk.keyboard.press("Shift+1")
    for key in ("Escape", "-", "-"):
        desk.keyboard.press(key)
    # The one screen is the room's: what the secretary has to do is there without the answer, which has to be asked for.
    desk.evaluate("location.hash = 'host'")
    answer = desk.locator(".yx-options .yx-right, .yx-panel-why blockquote")
    expect(desk.locator(".yx-options li").first).to_be_visible()
    expect(answer).to_have_count(0)
    desk.reload()
    expect(desk.locator(".yx-options li").first).to_be_visible()
    expect(answer).to_have_count(0)
    assert axe(desk) == []
    desk.get_by_role("button", name="显示答案").click()
    expect(answer.first).to_be_visible()
    desk.evaluate("location.hash = 'stage'")
    expect(desk.locator(".yx-slide-ask")).to_be_visible()
    desk.keyboard.press("v")
    desk.keyboard.press("a")
    desk.keyboard.press("a")
    desk.keyboard.press("Shift+A")
    desk.keyboard.press("B")
    expect(desk.get_by_label("A 的人数", exact=True)).to_have_value("1")
    expect(desk.get_by_label("B 的人数", exact=True)).to_have_value("1")
    # What is voted on stays in sight beside it.
    panel, option = desk.locator(".yx-counter").bounding_box(), desk.locator(".yx-lists li").first.bounding_box()
    assert panel and option and option["x"] + option["width"] <= panel["x"]
    assert fits(desk)
    assert axe(desk) == []
    desk.keyboard.press("Escape")
    desk.keyboard.press("d")
    expect(desk.locator(".yx-stage")).to_have_attribute("data-md-color-scheme", "slate")
    assert axe(desk, runOnly=["color-contrast"]) == []
    # One that was put away by a hand's number counts again.
    desk.keyboard.press("r")
    expect(desk.locator(".yx-answered")).to_be_visible()
    for view in ("stage", "host", "minutes", ""):
        desk.evaluate("view => { location.hash = view }", view)
        desk.set_viewport_size({"width": 320, "height": 568})
        expect(
            desk.locator(
                {"stage": ".yx-slide", "host": ".yx-panel-now h3", "minutes": ".yx-minutes", "": ".yx-begun"}[view]
            )
        ).to_be_visible()
        assert desk.evaluate("document.scrollingElement.scrollWidth") <= 320, view
        assert axe(desk) == [], view


def test_from_a_stick_two_windows_are_one_meeting(desk: Page, stick: str) -> None:
    desk.goto(f"{stick}/study/classroom.html#set={SET}")
    desk.locator(".yx-part > summary").click()
    desk.get_by_role("button", name="复制链接").click()
    expect(desk.get_by_text("已复制。")).to_be_visible()
    link = desk.evaluate("navigator.clipboard.readText()")
    drawn = desk.locator(".yx-drawn").inner_text()
    # Drawn by lot: now and then the same come again.
    for _ in range(5):
        desk.get_by_role("button", name="换一批题").click()
        if desk.locator(".yx-drawn").inner_text() != drawn:
            break
    expect(desk.locator(".yx-drawn")).not_to_have_text(drawn, use_inner_text=True)
    desk.get_by_label("粘贴链接或组卷码").fill(f"周五用：{link}")
    desk.get_by_role("button", name="照这个组卷").click()
    expect(desk.locator(".yx-drawn")).to_have_text(drawn, use_inner_text=True)
    with desk.expect_popup() as opened:
        desk.get_by_role("button", name="开始（电脑上主持").click()
    stage = opened.value
    expect(stage.locator(".yx-slide-start")).to_be_visible()
    stage.keyboard.press("PageDown")
    expect(desk.locator(".yx-panel-now .yx-now")).to_be_visible()
    desk.keyboard.press("PageUp")
    expect(stage.locator(".yx-slide-start")).to_be_visible()


@pytest.mark.parametrize(("width", "height", "script"), [(390, 844, ""), (320, 568, LARGEST)])
def test_one_phone_is_the_rooms_screen_and_its_buttons_lie_on_nothing(
    page: Page, address: str, width: int, height: int, script: str
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.add_init_script(script)
    prepare(page, address)
    # However long the list of questions.
    page.locator(".yx-chooser").evaluate("form => form.scrollIntoView()")
    start = page.get_by_role("button", name="开始（只有一个屏幕）")
    expect(start).to_be_in_viewport(ratio=1)
    reader.tap(start)
    tools = page.get_by_role("toolbar")
    asked = page.locator(".yx-slide-ask")
    for _ in range(20):
        if asked.count():
            break
        reader.tap_for_good(tools.get_by_role("button", name="下一步"))
    row = tools.bounding_box()
    assert row and row["height"] <= 90 and row["y"] + row["height"] <= height
    for part in (".yx-screen", ".yx-stage-foot"):
        box = page.locator(part).bounding_box()
        assert box and box["y"] + box["height"] <= row["y"] + 1
    reader.tap(tools.get_by_role("button", name="数票"))
    edge = page.locator(".yx-counter .yx-more").first.bounding_box()
    assert edge and edge["x"] + edge["width"] <= width
    panel, screen = page.locator(".yx-counter").bounding_box(), page.locator(".yx-screen").bounding_box()
    assert panel and screen and screen["height"] >= 90 and screen["y"] + screen["height"] <= panel["y"] + 1
    expect(tools.get_by_role("button", name="黑屏")).to_be_hidden()
    reader.tap(tools.get_by_role("button", name="更多"))
    reader.tap(tools.get_by_role("button", name="黑屏"))
    expect(page.locator(".yx-black")).to_be_visible()
