"""How a published site is served: compressed, its own scripts alone, at the root or below it."""

import gzip
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from playwright.sync_api import Page, expect

from tests.e2e import reader
from tests.publish.conftest import Office, yanxi
from yanxi.publish import nginx, served

PAGES = (
    "",
    "plan/",
    "plan/a1/m3/",
    "plan/full/",
    "plan/glossary/",
    "study/practice/",
    "study/exam/",
    "study/me/",
    "404.html",
)


@pytest.fixture(scope="session")
def published(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan's site as a push would publish it."""
    folder = Path(shutil.copytree(site, tmp_path_factory.mktemp("published") / "site"))
    served.finish(folder)
    return folder


def test_every_text_has_compressed_copies_of_the_same_age(published: Path) -> None:
    for name in ("index.html", "assets/yanxi.js", "assets/yanxi.css", "data/plan/questions.json"):
        file = published / name
        for ending, unpack in ((".gz", gzip.decompress), (".br", brotli.decompress)):
            packed = published / f"{name}{ending}"
            assert unpack(packed.read_bytes()) == file.read_bytes()
            assert packed.stat().st_mtime_ns == file.stat().st_mtime_ns and packed.stat().st_size < file.stat().st_size


def test_every_page_has_its_policy_before_anything_that_could_run(published: Path) -> None:
    for page in published.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert 0 < text.index('http-equiv="Content-Security-Policy"') < text.index("<script"), page
        assert "unsafe" not in text[: text.index("<script")]


def test_a_script_that_is_not_the_pages_own_does_not_run(
    published: Path, tmp_path: Path, serve: Callable[[Path], str], page: Page
) -> None:
    (tmp_path / "index.html").write_text(
        served.with_policy("<!doctype html><html><head></head><body><script>window.own = 1</script></body></html>")
        .replace("</body>", "<script>window.foreign = 1</script><img src=data:, onerror='window.foreign = 2'></body>")
    )  # fmt: skip
    page.goto(serve(tmp_path))
    assert page.evaluate("[window.own, window.foreign]") == [1, None]


@pytest.mark.parametrize("prefix", ["", "/a/b"])
def test_no_page_breaks_its_own_policy_also_below_the_root(
    published: Path, tmp_path: Path, serve: Callable[[Path], str], page: Page, prefix: str
) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/b").symlink_to(published)
    address = serve(tmp_path if prefix else published) + prefix
    broken: list[str] = []
    page.on(
        "console", lambda said: "Content Security Policy" in said.text and broken.append(f"{page.url}: {said.text}")
    )
    for path in PAGES:
        page.goto(f"{address}/{path}", wait_until="networkidle")
        assert broken == []


def test_questions_and_search_work_under_the_policy(published: Path, serve: Callable[[Path], str], page: Page) -> None:
    questions = json.loads((published / "data/plan/questions.json").read_text(encoding="utf-8"))
    item = next(each for each in questions if each["kind"] == "single" and not each["retired"])
    page.goto(f"{serve(published)}/{item['url']}")
    question = page.locator(f"yx-question#{item['id']}")
    reader.row(question, reader.texts(item, True)[0]).click()
    expect(question).to_have_attribute("data-result", "right")
    page.locator("[data-yx-search]").first.click()
    page.locator("yx-search input").fill("报告")
    expect(page.locator("yx-search mark").first).to_be_visible()


@pytest.mark.parametrize(("name", "prefix"), [("root", "/"), ("below", "/a/b/")])
def test_the_configuration_of_nginx_is_this(name: str, prefix: str) -> None:
    golden = (Path(__file__).parent / f"nginx/{name}.conf").read_text(encoding="utf-8")
    assert nginx.configuration(Path("/srv/yanxi"), prefix) == golden


def test_brotli_is_named_only_where_nginx_knows_it() -> None:
    plain, packed = (nginx.configuration(Path("/srv/yanxi"), brotli=known).splitlines() for known in (False, True))
    assert [line for line in packed if line not in plain] == ["    brotli_static on;"]


def test_the_command_prints_it_for_the_folder(office: Office) -> None:
    said = yanxi("publish", "nginx", office.folder, "--prefix", "/a/", root=office.folder)
    assert said == nginx.configuration(office.folder, "/a/")


@pytest.mark.parametrize("prefix", ["a/", "/a", "/a b/", "/$x/", "/a;/", "/{/"])
def test_what_would_break_the_configuration_is_refused(office: Office, prefix: str) -> None:
    said = yanxi("publish", "nginx", office.folder, "--prefix", prefix, root=office.folder, check=False)
    assert "写得不对" in said and "server" not in said


def test_a_folder_that_nginx_cannot_be_told_is_named() -> None:
    assert "请换一个" in nginx.wrong(Path("/srv/my site"), "/")
