"""The site from a USB stick: opened as files, it links, asks, grades and remembers."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import ConsoleMessage, Page, expect

from tests.e2e import examinee, reader
from tests.e2e.reader import Item, Step, rightly
from yanxi.site.stick import ENTRY


def file_of(address: str) -> Path:
    return Path(unquote(urlsplit(address).path))


# Whatever a page leads to or is made of, at home on the stick.
ADDRESSES = """() => [...document.querySelectorAll('[href], [src]')]
  .map((each) => each.href || each.src).filter((address) => address.startsWith('file:'))"""


def test_every_page_opens_without_an_error_and_leads_to_files(page: Page, unpacked: Path) -> None:
    said: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            said.append(f"{page.url}: {message.text}")

    page.on("console", hear)
    files = sorted(unpacked.rglob("*.html"))
    assert len(files) > 30
    for file in files:
        page.goto(file.as_uri())
        expect(page.locator("h1").first).to_be_visible()
        lost = [each for each in set(page.evaluate(ADDRESSES)) if not file_of(each).is_file()]
        assert not lost, file
    assert said == []


def test_from_the_entry_to_search_practice_and_an_exam(page: Page, unpacked: Path, questions: list[Item]) -> None:
    page.goto((unpacked / ENTRY).as_uri())
    page.wait_for_url("**/index.html")
    page.locator("[data-yx-search]").tap()
    page.locator("yx-search input[type=search]").press_sequentially("每半年以书面形式")
    page.locator("[data-yx-results] a[href]").first.tap()
    expect(page.locator("#c4")).to_be_in_viewport()
    bar = page.locator(".yx-bar")
    bar.get_by_role("link", name="练习").tap()
    page.get_by_role("button", name="接着练十题").tap()
    question = page.locator(".yx-place yx-question")
    name = question.get_attribute("id")
    reader.answer(page, next(item for item in questions if item["id"] == name))
    page.goto(f"{page.url.split('#')[0].replace('practice', 'exam')}?paper={examinee.SHORT}&seed=甲")
    page.get_by_role("button", name="开始考试").tap()
    examinee.answer(page, questions)
    examinee.hand_in(page)
    bar.get_by_role("link", name="我的").tap()
    expect(page.locator(".yx-progress-list")).to_be_visible()
    assert {each["type"] for each in reader.logged(page, 3)} == {"answer", "exam"}
    page.reload()
    expect(page.locator(".yx-exams li, .yx-exam-list li, .yx-study a[href*='#exam=']")).not_to_have_count(0)


def test_an_entry_that_is_alone_says_what_to_do(page: Page, unpacked: Path, tmp_path: Path, faults: list[str]) -> None:
    """As when somebody opens it inside the ZIP: Windows unpacks that one file alone."""
    alone = tmp_path / ENTRY
    alone.write_bytes((unpacked / ENTRY).read_bytes())
    page.goto(alone.as_uri())
    expect(page.locator("body")).to_contain_text("全部解压缩")
    assert faults.pop() and not faults


def file_url(item: Item) -> str:
    page, name = item["url"].split("#")
    folders = page.strip("/").split("/")
    own = "plan/index" if folders == ["plan"] else page.strip("/")
    # An area's page is its folder's index.
    return f"{own}.html#{name}" if own.split("/")[-1][0] in "mis" else f"{own}/index.html#{name}"


def test_every_kind_is_graded_and_remembered(page: Page, stick: str, one_page: list[Item]) -> None:
    page.goto(f"{stick}/{file_url(one_page[0])}")
    for item in one_page:
        question = reader.answer(page, item, rightly)
        expect(question).to_have_attribute("data-result", "right")
    expect(page.locator("yx-score .yx-total")).to_have_text(f"这次 {len(one_page)} 题对 {len(one_page)} 题")
    reader.logged(page, len(one_page))
    page.reload()
    expect(page.locator(".yx-last")).to_have_count(len(one_page))
    expect(page.locator(".yx-notice")).to_have_count(0)


def test_sources_lead_to_clauses_on_other_pages(page: Page, stick: str, questions: list[Item]) -> None:
    item = next(each for each in questions if each["quotes"] and each["quotes"][0]["at"] != each["provision"])
    page.goto(f"{stick}/{file_url(item)}")
    question = reader.answer(page, item)
    reader.tap(question.locator(".yx-source a").first)
    quote = item["quotes"][0]
    clause = page.locator(f"[data-provision='{quote['at']}'] [id='{quote['clauses'][0]}']")
    expect(clause).to_be_in_viewport()
    assert clause.evaluate("e => e.matches(':target')")


def test_home_leads_everywhere_and_back(page: Page, stick: str, one_page: list[Item]) -> None:
    page.goto(f"{stick}/index.html")
    expect(page.locator("yx-progress").first).to_contain_text("还没有做")
    links = page.locator(".yx-home a:visible")
    targets = [link.evaluate("e => e.href") for link in links.all()]
    assert targets and all(file_of(url).is_file() for url in targets)
    page.goto(f"{stick}/{file_url(one_page[0])}")
    reader.answer(page, one_page[0])
    reader.logged(page, 1)
    page.goto(f"{stick}/index.html")
    resume = page.get_by_role("link", name="继续")
    reader.tap(resume)
    expect(page).to_have_url(f"{stick}/{file_url(one_page[1])}")
    reader.by_touch(reader.answer(page, one_page[0]), [Step("press", "重做")])


def test_where_files_may_keep_nothing_the_page_says_so(page: Page, stick: str, one_page: list[Item]) -> None:
    """As in browsers that give every file an origin of its own."""
    page.add_init_script("indexedDB.open = () => { throw new DOMException('no', 'SecurityError') }")
    page.goto(f"{stick}/{file_url(one_page[0])}")
    expect(page.locator(".yx-notice")).to_be_attached()
    question = reader.answer(page, one_page[0])
    expect(question).to_have_attribute("data-result", "right")


def test_a_site_made_for_a_server_links_to_pages_and_not_to_folders(
    page: Page, site: Path, one_page: list[Item]
) -> None:
    page.goto(f"{site.as_uri()}/index.html")
    page.get_by_role("link", name="开始学习").tap()
    expect(page).to_have_url(f"{site.as_uri()}/plan/index.html")
    page.locator(".yx-next > a").last.tap()
    expect(page.locator("h1")).to_be_visible()
    page.locator(".yx-bar").get_by_role("link", name="我的").tap()
    expect(page).to_have_url(f"{site.as_uri()}/study/me/index.html")
    expect(page.locator(".yx-progress-list")).to_be_visible()
    page.goto(f"{site.as_uri()}/index.html")
    page.get_by_role("link", name="直接做题").tap()
    expect(page).to_have_url(re.compile(r"/study/practice/index\.html#run$"))
    page.wait_for_load_state("networkidle")
