"""The code of a page: made where the site knows its address, fetched when it is unfolded, and saying that address."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.site.generators import mkdocs
from yanxi.site import share


@pytest.fixture(scope="module")
def shared(whole: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("shared")
    settings = (whole / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("docs_dir: docs", f"docs_dir: {whole / 'docs'}")
    (root / "mkdocs.yml").write_text(f"site_url: https://example.org/a/b/\n{settings}", encoding="utf-8")
    for name in ("docs", "quizzes"):
        (root / name).symlink_to(whole / name, target_is_directory=True)
    return mkdocs(root, root / "site")


def test_the_code_is_fetched_when_it_is_unfolded(page: Page, shared: Path, serve: Callable[[Path], str]) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(f"{serve(shared)}/plan/a1/m3/")
    fold = page.locator(".yx-share")
    fold.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert not [url for url in fetched if url.endswith(".png")]
    fold.locator("summary").click()
    image = fold.get_by_role("img", name="这一页的二维码")
    expect(image).to_be_visible()
    expect(image).to_have_js_property("complete", True)
    assert [url for url in fetched if url.endswith("/plan/a1/m3/index.png")]
    box = image.bounding_box()
    assert box and (round(box["width"]), round(box["height"])) == (160, 160)
    expect(fold.get_by_role("link")).to_have_attribute("href", "https://example.org/a/b/plan/a1/m3/")


def test_every_page_has_one_and_it_is_that_of_its_address(shared: Path) -> None:
    pages = [file for file in shared.rglob("index.html")]
    assert len(pages) > 20
    for file in pages:
        path = file.parent.relative_to(shared).as_posix()
        address = f"https://example.org/a/b/{'' if path == '.' else path + '/'}"
        assert file.with_suffix(".png").read_bytes() == share.code(address), path


def test_a_site_without_an_address_has_none(site: Path) -> None:
    assert not list(site.rglob("index.png"))
    assert 'class="yx-share' not in (site / "plan/a1/m3/index.html").read_text(encoding="utf-8")
