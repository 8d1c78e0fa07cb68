"""The list that a site's worker is made of: every page, and what it is made of, under the address that a browser asks for."""

from pathlib import Path

import pytest

from yanxi import offline
from yanxi.publish import served, sync

BUILT = {
    "index.html": '<head><script src="assets/yanxi.js?v=aaaaaaaa"></script><link href="assets/home.css?v=aaaaaaaa"></head>',
    "a/b/index.html": '<head><script src="../../assets/yanxi.js?v=aaaaaaaa"></script><img src="%E5%9B%BE.png"></head>',
    "a/flat.html": '<head><script src="../assets/yanxi.js?v=aaaaaaaa"></script></head>',
    "404.html": "没有这一页",
    "assets/yanxi.js": "1",
    "assets/home.css": "2",
    "assets/apart.js": "3",
    "data/a/index.js": 'yanxiIndex={"version":"bbbbbbbb"}',
    "data/a/fragments/m1.js": "4",
    "data/a/questions.json": "[]",
    "data/more.js": "6",
    "a/b/图.png": "5",
    "a/b/index.png": "the code of the page's address",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for path, text in BUILT.items():
        file = tmp_path / "site" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "site"


def test_what_may_be_kept_is_named_by_the_address_that_a_page_has_for_it(site: Path) -> None:
    listed = offline.files(site)
    assert list(listed) == [
        "",
        "a/b/",
        "a/b/图.png",
        "a/flat.html",
        "assets/home.css?v=aaaaaaaa",
        "assets/yanxi.js?v=aaaaaaaa",
        "data/a/fragments/m1.js?v=bbbbbbbb",
        "data/a/index.js?v=bbbbbbbb",
        "data/more.js?v=e7f6c011",
    ]
    assert offline.shared(site, listed) == ["assets/yanxi.js?v=aaaaaaaa"]


def test_the_same_site_has_the_same_worker_and_another_site_another(site: Path) -> None:
    offline.write(site)
    first = (site / offline.FILE).read_bytes()
    offline.write(site)
    assert (site / offline.FILE).read_bytes() == first
    (site / "a/flat.html").write_text(BUILT["a/flat.html"] + "\n", encoding="utf-8")
    offline.write(site)
    changed = (site / offline.FILE).read_bytes()
    assert changed.splitlines()[0] != first.splitlines()[0]


def test_a_published_site_has_its_worker_made_of_what_is_published(site: Path) -> None:
    offline.write(site)
    before = offline.files(site)
    served.finish(site)
    assert offline.files(site) != before
    assert f'"": "{offline.files(site)[""]}"' in (site / offline.FILE).read_text(encoding="utf-8")
    assert (site / f"{offline.FILE}.gz").is_file()


def test_a_published_site_without_a_worker_gets_none(site: Path) -> None:
    served.finish(site)
    assert not (site / offline.FILE).exists()


def test_in_an_object_store_versions_stand_in_paths(site: Path, tmp_path: Path) -> None:
    offline.write(site)
    staged = tmp_path / "staged"
    names = sync.stage(site, staged)
    listed = offline.files(staged)
    assert {"assets.aaaaaaaa/yanxi.js", "data.bbbbbbbb/a/fragments/m1.js", "a/b/"} <= set(listed)
    assert not any(address.startswith(("assets/", "data/a/")) for address in listed)
    assert offline.shared(staged, listed) == ["assets.aaaaaaaa/yanxi.js"]
    assert offline.FILE in names
    assert f'"": "{listed[""]}"' in (staged / offline.FILE).read_text(encoding="utf-8")
