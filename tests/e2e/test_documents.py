"""Two documents on one site whose ids collide, and two sites on one host: what is answered in one is answered in no other."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e import examinee, reader
from tests.e2e.reader import Item, rightly, wrongly
from tests.e2e.student import open_study, present, press, start
from tests.site.conftest import draw, dress, with_older
from tests.site.generators import mkdocs

CURRENT, OLDER = "2099", "2098"
PAPER = "title: 小卷\nminutes: 5\npass: 1\nseed: 一\nsections:\n  - title: 单选题\n    kinds: [single]\n    count: 1\n    points: 1\n"


@pytest.fixture(scope="module")
def folder(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A host's folder with one site under /plan/ and the same, as another, under /other/."""
    place = tmp_path_factory.mktemp("two")
    drawing = (root / "tests/sites/tiny.txt").read_text(encoding="utf-8")
    drawn = dress(with_older(draw(drawing, place / "project")))
    for below in ("study", "help", "assets"):
        shutil.copytree(root / "docs" / below, drawn.root / "docs" / below)
    for name in (CURRENT, OLDER):
        drawn[f"quizzes/{name}/papers/small.yml"] = PAPER
    mkdocs(drawn.root, place / "host/plan")
    shutil.copytree(place / "host/plan", place / "host/other")
    return place / "host"


@pytest.fixture(scope="module")
def host(folder: Path, serve: Callable[[Path], str]) -> str:
    return serve(folder)


@pytest.fixture(scope="module")
def plan(host: str) -> str:
    """The address of the site."""
    return f"{host}/plan"


@pytest.fixture(scope="module")
def items(folder: Path) -> dict[str, Item]:
    """The question that both documents call a1-m1-q01, by document."""
    return {
        name: json.loads((folder / f"plan/data/{name}/questions.json").read_text(encoding="utf-8"))[0]
        for name in (CURRENT, OLDER)
    }


def chooser(page: Page) -> Locator:
    return page.get_by_role("combobox", name="方案", exact=True)


def records(page: Page, count: int) -> list[dict]:
    return sorted(reader.logged(page, count, "/plan/"), key=lambda each: each["at"])


def test_an_answer_to_one_document_is_none_to_the_other(page: Page, plan: str, items: dict[str, Item]) -> None:
    page.goto(f"{plan}/{OLDER}/a1/m1/")
    reader.answer(page, items[OLDER], wrongly)
    [record] = records(page, 1)
    assert (record["document"], record["question"], record["offset"]) == (OLDER, "a1-m1-q01", 480)
    page.goto(f"{plan}/{CURRENT}/a1/m1/")
    page.locator(".yx-total").wait_for(state="attached")
    page.wait_for_load_state("networkidle")
    page.wait_for_function("yanxi.log.records()")
    expect(page.locator(".yx-last")).to_have_count(0)
    page.goto(f"{plan}/")
    expect(page.locator("yx-progress").first).to_contain_text("还没有做")
    page.goto(f"{plan}/study/practice/")
    start(page)
    expect(page.locator(".yx-remark")).to_be_empty()
    page.goto(f"{plan}/{OLDER}/a1/m1/")
    expect(page.locator(".yx-last")).to_have_text("上次答错 · 今天")


def test_mistakes_progress_and_practice_are_those_of_the_document_in_the_address(
    page: Page, plan: str, items: dict[str, Item]
) -> None:
    page.goto(f"{plan}/{OLDER}/a1/m1/")
    reader.answer(page, items[OLDER], wrongly)
    page.goto(f"{plan}/study/mistakes/")
    expect(page.get_by_text("没有错题")).to_be_visible()
    chooser(page).select_option(label="旧")
    expect(page).to_have_url(f"{plan}/study/mistakes/?document={OLDER}")
    expect(page.locator(".yx-mistakes > li")).to_have_count(1)
    page.goto(f"{plan}/study/me/?document={OLDER}")
    expect(page.locator(".yx-progress-list > li").first).to_contain_text("1 / 1")
    chooser(page).select_option(label="小方案")
    expect(page.locator(".yx-progress-list > li").first).to_contain_text("0 / 1")
    page.go_back()
    expect(chooser(page)).to_have_value(OLDER)


@pytest.mark.parametrize("name", ["practice", "review", "mistakes", "cards", "recite", "exam", "me"])
def test_a_page_and_all_its_links_keep_to_the_document(page: Page, plan: str, name: str) -> None:
    page.goto(f"{plan}/study/{name}/?document={OLDER}")
    expect(chooser(page)).to_have_value(OLDER)
    expect(chooser(page)).to_have_count(1)
    page.locator(".yx-study > *").first.wait_for(state="attached")
    links = page.locator("a[href*='study/']:not([data-yx-search])").evaluate_all(
        "links => links.map((link) => [link.href, link.search])"
    )
    expect(page.locator(".yx-bar").get_by_role("link", name="学习")).to_have_attribute("href", f"{plan}/{OLDER}/")
    assert len(links) > 3 and {search for _, search in links} == {f"?document={OLDER}"}


def test_a_document_that_is_not_here_is_the_current_one(page: Page, plan: str) -> None:
    page.goto(f"{plan}/study/practice/?document=1999")
    expect(chooser(page)).to_have_value(CURRENT)
    assert page.locator("a[href*='document=']").count() == 0


def test_practice_is_resumed_in_its_document(page: Page, plan: str) -> None:
    page.goto(f"{plan}/study/practice/?document={OLDER}")
    start(page)
    expect(present(page)).to_contain_text("每周")
    page.goto(f"{plan}/study/practice/")
    expect(page.get_by_role("button", name="接着练十题")).to_be_visible()
    expect(page.get_by_role("link", name="继续")).to_have_count(0)
    page.goto(f"{plan}/study/practice/?document={OLDER}")
    reader.tap(page.get_by_role("link", name="继续"))
    expect(present(page)).to_contain_text("每周")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (f"?at={OLDER}/a1-m1", "每周"),
        (f"?at={CURRENT}/a1-m1", "每月"),
        ("?at=a1-m1", "每月"),
        (f"?document={OLDER}&at=a1-m1", "每周"),
    ],
)
def test_recitation_opens_the_text_that_the_link_means(page: Page, plan: str, address: str, words: str) -> None:
    page.goto(f"{plan}/study/recite/{address}")
    reader.tap_for_good(page.locator(".yx-study .yx-fold > summary"))
    reader.tap(page.locator(".yx-chip", has=page.get_by_text("不遮", exact=True)))
    expect(page.locator(".yx-recited")).to_contain_text(words)


def test_a_link_to_another_documents_provision_opens_none_of_this_one(page: Page, plan: str) -> None:
    page.goto(f"{plan}/study/recite/?at=1999/a1-m1")
    expect(page.get_by_text("链接里的那一条这里没有")).to_be_visible()


def test_an_exam_is_sat_and_told_of_in_its_document(page: Page, plan: str, items: dict[str, Item]) -> None:
    page.goto(f"{plan}/study/exam/?document={OLDER}&paper=small&seed=abc")
    reader.tap(page.get_by_role("button", name="开始考试"))
    examinee.answer(page, [items[OLDER]])
    page.goto(f"{plan}/study/exam/#list")
    expect(page.get_by_text("还没有交卷")).to_have_count(0)
    page.goto(f"{plan}/study/exam/?document={OLDER}")
    expect(page.locator(".yx-run yx-question")).to_be_visible()
    examinee.hand_in(page)
    expect(examinee.outcome(page)).to_contain_text("1 / 1 分")
    exam, answer = records(page, 2)
    assert exam["document"] == answer["document"] == OLDER and answer["offset"] == 480
    page.goto(f"{plan}/study/exam/#list")
    expect(page.locator(".yx-exams")).to_have_count(0)
    page.goto(f"{plan}/study/me/?document={OLDER}")
    reader.tap(page.locator(".yx-exams a"))
    expect(examinee.outcome(page)).to_contain_text("1 / 1 分")
    expect(page.locator(".yx-papers-questions")).to_contain_text("每周")


def test_a_link_to_an_exam_names_its_document(page: Page, plan: str) -> None:
    page.add_init_script("navigator.clipboard.writeText = async (text) => { window.copied = text }")
    page.goto(f"{plan}/study/exam/?document={OLDER}#paper=small")
    press(page, "复制试卷链接")
    page.wait_for_function("window.copied")
    assert page.evaluate("window.copied").startswith(f"{plan}/study/exam/?document={OLDER}&paper=small&seed=")


def test_a_backup_takes_all_documents_along(new_page: Callable[..., Page], plan: str, items: dict[str, Item]) -> None:
    page = new_page()
    page.add_init_script("navigator.clipboard.writeText = async (text) => { window.copied = text }")
    for name, steps in ((OLDER, wrongly), (CURRENT, rightly)):
        page.goto(f"{plan}/{name}/a1/m1/")
        reader.answer(page, items[name], steps)
    page.goto(f"{plan}/study/me/#备份")
    press(page, "复制备份")
    page.wait_for_function("window.copied")
    text = page.evaluate("window.copied")
    other = new_page()
    other.goto(f"{plan}/study/me/?document={OLDER}#备份")
    other.get_by_label("把备份粘贴在这里").fill(text)
    press(other, "合并进来")
    expect(other.locator(".yx-merged")).to_contain_text("新增 2 次作答")
    reader.tap(other.get_by_role("link", name="进度"))
    expect(other.locator(".yx-progress-list > li").first).to_contain_text("做对0")
    other.goto(f"{plan}/study/me/")
    expect(other.locator(".yx-progress-list > li").first).to_contain_text("做对1")


def test_two_sites_on_one_host_share_nothing(page: Page, host: str, items: dict[str, Item]) -> None:
    page.goto(f"{host}/plan/{CURRENT}/a1/m1/")
    reader.answer(page, items[CURRENT], wrongly)
    page.goto(f"{host}/plan/study/practice/")
    start(page)
    for address in (f"{host}/other/{CURRENT}/a1/m1/", f"{host}/other/"):
        page.goto(address)
        page.wait_for_function("yanxi.log.records()")
    expect(page.locator("yx-progress").first).to_contain_text("还没有做")
    page.goto(f"{host}/other/study/practice/")
    expect(page.get_by_role("button", name="接着练十题")).to_be_visible()
    expect(page.get_by_role("link", name="继续")).to_have_count(0)
    page.evaluate("localStorage.clear()")
    page.goto(f"{host}/plan/study/mistakes/")
    expect(page.locator(".yx-mistakes > li")).to_have_count(1)


def test_one_document_alone_offers_no_choice(tab: Page, address: str) -> None:
    open_study(tab, address, "practice")
    tab.get_by_role("button", name="接着练十题").wait_for()
    expect(chooser(tab)).to_have_count(0)
