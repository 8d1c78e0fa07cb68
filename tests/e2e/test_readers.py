"""Several people at one computer: each has a log of their own, and sees nothing of the others'."""

import re

from playwright.sync_api import Page, expect

from tests.e2e import reader, student
from tests.e2e.reader import Item
from tests.e2e.test_accessibility import axe
from tests.e2e.test_search import ask

BAIT = "<img src=x onerror=alert(1)>"


def enter(page: Page, address: str, name: str, along: str = "") -> None:
    """Types a name on 我的, says whether what was done without one goes along, and comes out at the home page."""
    page.goto(f"{address}/study/me/#readers")
    page.locator("yx-readers input").fill(name)
    with page.expect_navigation(url=f"{address}/"):
        page.get_by_role("button", name=re.compile("^(开始学习|换成这个名字)$")).tap()
        if along:
            reader.tap(page.get_by_role("button", name=along))


def kept(page: Page) -> list[str]:
    """The names of all that the device keeps."""
    return page.evaluate("""async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage),
      ...(await indexedDB.databases()).map(({ name }) => name)]""")


def test_each_reader_has_a_log_and_the_tabs_of_the_last_one_show_nothing_more(
    tab: Page, address: str, one_page: list[Item]
) -> None:
    path, item = one_page[0]["url"].split("#")[0], one_page[0]
    tab.goto(f"{address}/{path}")
    reader.answer(tab, item)
    ask(tab, "一岗双责")
    other = tab.context.new_page()
    other.goto(f"{address}/{path}?from=there#{one_page[1]['id']}")
    reader.by_script(other, [one_page[1]])
    expect(other.locator(".yx-last, [data-result]").first).to_be_attached()
    enter(tab, address, "张三", "不归，从头开始")
    # The other tab is 张三's now, and has forgotten what was done there.
    expect(other).to_have_url(f"{address}/{path}")
    expect(other.locator(".yx-reader")).to_have_text("张三")
    expect(other.locator("[data-result]")).to_have_count(0)
    expect(other.locator(".yx-last")).to_have_count(0)
    reader.answer(other, one_page[2])
    other.close()
    # Nor does the way back lead to anything of the first one's.
    tab.go_back()
    expect(tab.locator(".yx-reader")).to_have_text("张三")
    expect(tab.locator("[data-result]")).to_have_count(0)
    expect(tab.locator("yx-search:visible")).to_have_count(0)
    tab.goto(f"{address}/study/me/")
    expect(tab.locator("yx-me .yx-total")).to_contain_text("今天答了 1 次")
    # Two taps, and it is the first one's again.
    tab.locator(".yx-reader").tap()
    with tab.expect_navigation(url=f"{address}/"):
        tab.get_by_role("button", name="退出：没写名字的（做过 2 题）").tap()
    expect(tab.locator(".yx-reader")).to_have_text("换人学")
    tab.goto(f"{address}/study/me/")
    expect(tab.locator("yx-me .yx-total")).to_contain_text("今天答了 2 次")
    assert {each["question"] for each in reader.logged(tab, 2)} == {one_page[0]["id"], one_page[1]["id"]}
    # And back: the header, and the name.
    tab.locator(".yx-reader").tap()
    with tab.expect_navigation(url=f"{address}/"):
        tab.get_by_role("button", name="张三").tap()
    tab.goto(f"{address}/study/me/")
    expect(tab.locator("yx-me .yx-total")).to_contain_text("今天答了 1 次")


def test_what_was_done_without_a_name_can_be_given_to_the_one_that_is_typed(
    tab: Page, address: str, one_page: list[Item]
) -> None:
    tab.goto(f"{address}/study/mistakes/")
    reader.remember(tab, *(reader.entry(item) for item in one_page))
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.goto(f"{address}/study/me/#readers")
    tab.locator("yx-readers input").fill("老王")
    tab.get_by_role("button", name="开始学习").tap()
    expect(tab.locator("yx-readers")).to_contain_text(f"没写名字时做过 {len(one_page)} 题")
    assert axe(tab) == []
    enter(tab, address, "老王", "归到“老王”名下")
    expect(tab.locator(".yx-reader")).to_have_text("老王")
    tab.goto(f"{address}/study/me/")
    expect(tab.locator(".yx-progress-list")).to_contain_text(f"{len(one_page)} /")


def test_who_is_removed_leaves_nothing(tab: Page, address: str, one_page: list[Item]) -> None:
    enter(tab, address, "李四")
    tab.goto(f"{address}/{one_page[0]['url']}")
    reader.answer(tab, one_page[0])
    own = next(name for name in kept(tab) if "#" in name).split()[1]
    tab.goto(f"{address}/study/me/#readers")
    tab.get_by_role("button", name="删掉“李四”").tap()
    expect(tab.get_by_role("alertdialog")).to_contain_text("找不回来")
    with tab.expect_navigation(url=f"{address}/"):
        reader.tap(tab.get_by_role("button", name="删掉", exact=True))
    expect(tab.locator(".yx-home")).to_be_visible()
    expect(tab.locator(".yx-reader")).to_have_count(0)
    assert not [name for name in kept(tab) if own in name or "李四" in name or "reader." in name]


def test_a_name_is_text_and_takes_no_place_from_the_pages_own(tab: Page, address: str) -> None:
    enter(tab, address, BAIT)
    tab.set_viewport_size({"width": 320, "height": 640})
    expect(tab.locator(".yx-reader")).to_have_text(BAIT[:20])
    tab.goto(f"{address}/plan/a1/m3/")
    place = tab.locator(".yx-here > b").bounding_box()
    name = tab.locator(".yx-reader").bounding_box()
    assert place and name and place["x"] + place["width"] <= name["x"]
    assert name["width"] >= 44 and name["height"] >= 44
    # What a room looks at is nobody's own, and goes on whoever reads elsewhere.
    room = tab.context.new_page()
    room.goto(f"{address}/study/classroom/")
    expect(room.locator("yx-classroom")).not_to_be_empty()
    expect(room.locator(".yx-reader")).to_have_count(0)
    room.evaluate("window.same = true")
    enter(tab, address, "张三")
    enter(tab, address, BAIT)
    assert room.evaluate("window.same")
    room.close()
    tab.goto(f"{address}/study/me/#readers")
    expect(tab.locator("yx-readers .yx-total")).to_contain_text(BAIT[:20])
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320
    assert axe(tab) == []
    tab.locator("yx-readers input").fill("\u200b ")
    tab.get_by_role("button", name="换成这个名字").tap()
    expect(tab.locator("yx-readers").get_by_role("status")).to_have_text("先写上名字。")


def test_a_backup_is_the_readers_own(tab: Page, address: str, one_page: list[Item]) -> None:
    tab.goto(f"{address}/{one_page[0]['url']}")
    reader.answer(tab, one_page[0])
    enter(tab, address, "王五", "不归，从头开始")
    student.open_study(tab, address, "me")
    tab.get_by_role("link", name="备份").tap()
    expect(tab.locator("yx-backup")).to_contain_text("备份的是“王五”的记录")
    tab.get_by_role("button", name="复制备份").tap()
    expect(tab.locator("yx-backup")).to_contain_text("还没有记录可以备份")
