"""备份：复制成文字，粘贴到另一台手机；合起来，不覆盖；什么也不信，查过才收。"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import examinee, reader
from tests.e2e.reader import Item
from tests.e2e.student import DAY, NOW, clear, in_scope, open_study

CLIPBOARD = "navigator.clipboard.writeText = async (text) => { window.copied = text }"


def me(page: Page, address: str, *records: dict[str, Any]) -> None:
    open_study(page, address, "me", *records)
    page.locator(".yx-progress-list").wait_for()
    tab(page, "备份")


def tab(page: Page, name: str) -> None:
    reader.tap(page.get_by_role("navigation", name="我的").get_by_role("link", name=name))


def parts(page: Page) -> list[str]:
    """Copies a backup part by part."""
    reader.tap(page.get_by_role("button", name="分成几份复制"))
    copied = []
    for button in page.locator(".yx-parts > button").all():
        reader.tap(button)
        expect(button).to_contain_text("已复制")
        copied.append(page.evaluate("window.copied"))
    return copied


def backup(page: Page) -> str:
    reader.tap(page.get_by_role("button", name="复制备份"))
    expect(page.locator(".yx-copied")).to_contain_text("已复制")
    return page.evaluate("window.copied")


def merge(page: Page, text: str) -> str:
    """Pastes a text. Gives what is said of it."""
    said = page.locator(".yx-merged")
    said.evaluate("said => { said.textContent = '' }")
    page.get_by_label("把备份粘贴在这里").fill(text)
    reader.tap(page.get_by_role("button", name="合并进来"))
    expect(said).not_to_be_empty()
    return said.inner_text()


def phone(new_page: Callable[..., Page]) -> Page:
    page = new_page()
    page.add_init_script(CLIPBOARD)
    examinee.set_clock(page, NOW)
    return page


def by_id(page: Page) -> list[dict[str, Any]]:
    """The whole log, single entries and packs alike."""
    records = page.evaluate("window.yanxi.log.records()")
    return sorted(records, key=lambda each: each["id"])


def derived(page: Page, address: str) -> list[str]:
    """What the pages make of the log."""
    told = []
    for name, ready in {
        "me": "yx-me .yx-progress-list",
        "mistakes": ".yx-mistakes > li",
        "exam/#list": ".yx-exams li",
    }.items():
        page.goto(f"{address}/study/{name}{'' if '#' in name else '/'}")
        page.locator(ready).first.wait_for()
        element = page.locator("yx-me, yx-mistakes, yx-exam").first
        if name == "mistakes":
            # A long list is drawn bit by bit.
            count = re.findall(r"\d+", page.locator(".yx-total").inner_text())[0]
            expect(page.locator(ready)).to_have_count(int(count))
        expect(element.locator(".yx-stem:empty")).to_have_count(0)
        told.append(element.inner_text())
    page.goto(f"{address}/study/review/")
    page.locator("yx-review yx-question").wait_for()
    told.append(page.locator("yx-review yx-question").get_attribute("id") or "")
    return told


def test_two_phones_diverge_and_agree_again(new_page: Callable[..., Page], address: str, questions: list[Item]) -> None:
    one, other = phone(new_page), phone(new_page)
    bank = in_scope(questions, "")
    for page, start in ((one, 0), (other, 20)):
        records = [
            reader.entry(item, "wrong" if at % 3 else "right", id=f"{start}-{at}", at=NOW - (at % 9 + 1) * DAY)
            for at, item in enumerate(bank[start : start + 40])
        ]
        me(page, address, *records)
        examinee.sit(page, address, examinee.SHORT, f"{start}")
        examinee.answer(page, questions)
        examinee.hand_in(page)
        me(page, address)
    page = one
    tab(page, "进度")
    page.get_by_label("范围").select_option("a1")
    clear(page)
    tab(page, "备份")
    mine, theirs = backup(one), backup(other)
    assert "新增 41 次作答" in merge(one, theirs)
    assert "新增 41 次作答" in merge(other, mine)
    assert by_id(one) == by_id(other) and len(by_id(one)) == 2 * 42 + 1
    assert derived(one, address) == derived(other, address)
    me(one, address)
    assert "什么也没变" in merge(one, theirs)
    assert "什么也没变" in merge(one, backup(one))


def test_merging_changes_nothing_that_is_there(
    page: Page, address: str, questions: list[Item], new_page: Callable[..., Page]
) -> None:
    """An entry of the same id and another content stays as this device has it."""
    other = phone(new_page)
    item = questions[0]
    me(other, address, reader.entry(item, "wrong", id="same"), reader.entry(item, id="new"))
    text = backup(other)
    me(page, address, reader.entry(item, "right", id="same"))
    assert "新增 1 次作答；1 条原来就有" in merge(page, text)
    assert [(each["id"], each["result"]) for each in by_id(page)] == [("new", "right"), ("same", "right")]


def test_words_around_and_line_breaks_do_no_harm(
    new_page: Callable[..., Page], address: str, questions: list[Item]
) -> None:
    one, other = phone(new_page), phone(new_page)
    me(one, address, reader.entry(questions[0]))
    text = backup(one)
    me(other, address)
    broken = "\n".join(text[at : at + 30] for at in range(0, len(text), 30))
    assert "新增 1 次作答" in merge(other, f"这是我的备份，收好：\n{broken}\n——发自手机")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda text: text[: len(text) // 2], "备份不完整"),
        (lambda text: text[:60] + ("A" if text[60] != "A" else "B") + text[61:], "核对不上"),
        (lambda text: text.replace("研习备份3", "研习备份4"), "更新的版本"),
        (lambda text: "今天天气不错，下午三点开会。", "不是本站的备份"),
        (lambda text: "<img src=x onerror=document.title=1>", "不是本站的备份"),
        (lambda text: text + "A" * (4 << 20), "太大"),
        (lambda text: "  \n ", "先把备份粘贴进来"),
    ],
    ids=["truncated", "altered", "newer", "foreign", "script", "huge", "nothing"],
)
def test_what_is_not_whole_or_not_ours_is_refused(
    page: Page, address: str, questions: list[Item], change: Callable[[str], str], words: str
) -> None:
    page.add_init_script(CLIPBOARD)
    me(page, address, reader.entry(questions[0]))
    before = by_id(page)
    text = backup(page)
    # Unseen: the browser takes minutes to lay out four million characters.
    page.evaluate(
        """(text) => {
          const field = document.querySelector('yx-backup textarea')
          field.style.display = 'none'
          field.value = text
          document.querySelector('yx-backup .yx-resume').click()
          field.value = ''
          field.style.display = ''
        }""",
        change(text),
    )
    expect(page.locator(".yx-merged")).to_contain_text(words)
    assert by_id(page) == before
    assert page.locator("img[src=x]").count() == 0 and page.title() != "1"


def test_a_file_does_the_same(
    new_page: Callable[..., Page], address: str, questions: list[Item], tmp_path: Path
) -> None:
    one, other = phone(new_page), phone(new_page)
    me(one, address, reader.entry(questions[0]))
    with one.expect_download() as download:
        reader.tap(one.get_by_role("button", name="存成文件"))
    assert download.value.suggested_filename == "研习备份-2026-11-24.txt"
    expect(one.locator(".yx-copied")).to_have_text(re.compile("^备份里有 1 次作答，.*存成“研习备份-2026-11-24.txt”"))
    file = tmp_path / "backup.txt"
    download.value.save_as(file)
    me(other, address)
    other.get_by_label("选一个备份文件").set_input_files(file)
    expect(other.locator(".yx-merged")).to_contain_text("新增 1 次作答")
    file.write_bytes(b"\xff\xd8\xff\xe0")
    other.get_by_label("选一个备份文件").set_input_files(file)
    expect(other.locator(".yx-merged")).to_contain_text("不是本站的备份")


def test_in_wechat_there_are_no_files(new_page: Callable[..., Page], address: str) -> None:
    page = new_page(user_agent="Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Mobile MicroMessenger/8.0.50")
    me(page, address)
    expect(page.get_by_role("button", name="复制备份")).to_be_visible()
    expect(page.get_by_role("button", name="存成文件")).to_have_count(0)
    expect(page.get_by_label("选一个备份文件")).to_have_count(0)


def test_where_a_page_may_not_copy_the_text_is_shown(page: Page, address: str, questions: list[Item]) -> None:
    page.add_init_script("navigator.clipboard.writeText = async () => { throw new Error('refused') }")
    me(page, address, reader.entry(questions[0]))
    reader.tap(page.get_by_role("button", name="复制备份"))
    expect(page.locator(".yx-copied textarea")).to_have_value(re.compile("^研习备份3:"))


def test_settings_come_along_to_a_phone_that_has_none(
    new_page: Callable[..., Page], address: str, questions: list[Item]
) -> None:
    one, other = phone(new_page), phone(new_page)
    me(one, address, reader.entry(questions[0]))
    tab(one, "设置")
    reader.tap(one.locator("yx-settings .yx-chip", has_text="最大"))
    one.keyboard.press("Home")
    tab(one, "备份")
    text = backup(one)
    me(other, address)
    merge(other, text)
    assert other.evaluate("JSON.parse(localStorage['yanxi / settings']).textSize") == 30
    tab(one, "设置")
    reader.tap(one.locator("yx-settings .yx-chip", has_text="标准"))
    one.keyboard.press("Home")
    tab(one, "备份")
    merge(other, backup(one))
    assert other.evaluate("JSON.parse(localStorage['yanxi / settings']).textSize") == 30


def test_an_empty_log_makes_no_backup(page: Page, address: str) -> None:
    me(page, address)
    for name in ("复制备份", "分成几份复制"):
        reader.tap(page.get_by_role("button", name=name))
        expect(page.get_by_text("还没有记录可以备份")).to_be_visible()


# ---- In parts ----


def month(questions: list[Item]) -> list[dict[str, Any]]:
    """300 answers, ten on each page."""
    bank = in_scope(questions, "")
    return [
        reader.entry(bank[n * 7 % len(bank)], id=f"{n // 10:026x}{n % 10:06x}", at=NOW - 30 * DAY + n * 7_654_321)
        for n in range(300)
    ]


@pytest.fixture
def two(new_page: Callable[..., Page], address: str, questions: list[Item]) -> tuple[Page, Page, list[str]]:
    """A phone with a month of answers, one without, and the parts that the first has copied."""
    one, other = phone(new_page), phone(new_page)
    me(one, address, *month(questions))
    me(other, address)
    return one, other, parts(one)


def test_parts_are_short_and_go_in_any_order_with_lines_between(two: tuple[Page, Page, list[str]]) -> None:
    one, other, copied = two
    assert len(copied) > 1 and all(len(part) < 2000 for part in copied)
    between = "\n张三 2026/11/28 10:00\n"
    assert (
        merge(other, between + between.join(reversed(copied)) + "\n收到")
        == "合并好了：新增 300 次作答；原有的一条没动。"
    )
    assert by_id(other) == by_id(one)


def test_a_missing_part_is_named_and_what_came_is_kept(two: tuple[Page, Page, list[str]]) -> None:
    one, other, copied = two
    total = len(copied)
    assert f"共 {total} 份，还缺第 2 份" in merge(other, "\n".join([copied[0], *copied[2:]]))
    assert 0 < len(by_id(other)) < 300
    assert "还缺" not in merge(other, copied[1])
    assert by_id(other) == by_id(one)


def test_parts_come_one_by_one(two: tuple[Page, Page, list[str]]) -> None:
    one, other, copied = two
    for number, part in enumerate(copied, 1):
        said = merge(other, f"张三 10:0{number}\n{part}")
        assert ("还缺" in said) == (number < len(copied))
    assert by_id(other) == by_id(one)


def test_a_part_that_was_changed_is_named_as_missing(two: tuple[Page, Page, list[str]]) -> None:
    one, other, copied = two
    first = copied[0]
    changed = first[:300] + ("A" if first[300] != "A" else "B") + first[301:]
    assert f"共 {len(copied)} 份，还缺第 1 份" in merge(other, "\n".join([changed, *copied[1:]]))
    known = {each["id"]: each for each in by_id(one)}
    assert by_id(other) and all(known[each["id"]] == each for each in by_id(other))


def test_where_a_page_may_not_copy_the_parts_are_shown(page: Page, address: str, questions: list[Item]) -> None:
    page.add_init_script("navigator.clipboard.writeText = async () => { throw new Error('refused') }")
    me(page, address, *month(questions))
    reader.tap(page.get_by_role("button", name="分成几份复制"))
    reader.tap(page.get_by_role("button", name="复制第 2 份"))
    expect(page.locator(".yx-copied textarea")).to_have_value(re.compile("^研习备份3第2份"))


def test_wechat_is_not_sent_to_a_file(new_page: Callable[..., Page], address: str, questions: list[Item]) -> None:
    page = new_page(user_agent="Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Mobile MicroMessenger/8.0.50")
    page.add_init_script(CLIPBOARD)
    me(page, address, *month(questions))
    said = merge(page, backup(page)[:300])
    assert "不完整" in said and "分成几份" in said
    expect(page.locator("yx-backup")).not_to_contain_text("文件。")
    expect(page.locator("yx-backup")).not_to_contain_text("改用文件")
