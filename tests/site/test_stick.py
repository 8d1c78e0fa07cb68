"""The ZIP for a USB stick: what is in it, under names that Windows takes, and the same bytes for the same site."""

import io
import zipfile
from pathlib import Path

import pytest

from tests.site.conftest import Drawn
from tests.site.test_build import beside, run
from yanxi.site import stick

BUILT = {
    "index.html": "首页",
    "assets/yanxi.js": "1",
    "404.html": "没有这一页",
    "sitemap.xml": "<urlset/>",
    ".yanxi-build": "",
    ".publish/url": "somewhere",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for path, text in BUILT.items():
        file = tmp_path / "site" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "site"


def opened(packed: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(packed))


def test_beside_the_folder_there_is_one_file_and_it_says_to_be_opened(site: Path) -> None:
    archive = opened(stick.pack(site, "<某方案>"))
    assert archive.namelist() == ["打开学习.html", "yanxi/open.js", "yanxi/assets/yanxi.js", "yanxi/index.html"]
    entry = archive.read(stick.ENTRY).decode()
    assert "<title>打开学习 · &lt;某方案&gt;</title>" in entry
    assert 'href="yanxi/index.html"' in entry and 'src="yanxi/open.js"' in entry
    assert archive.read("yanxi/index.html").decode() == "首页"


def test_the_same_site_has_the_same_bytes_and_names_in_unicode(site: Path) -> None:
    packed = stick.pack(site, "某方案")
    (site / "index.html").touch()
    assert stick.pack(site, "某方案") == packed
    assert opened(packed).getinfo(stick.ENTRY).flag_bits & 0x800


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("2022/a:b.png", "有 ':'"),
        ("2022/con/index.html", "Windows 自己要用"),
        ("2022/Aux.png", "Windows 自己要用"),
        ("2022/图. /a.png", "以点或空格结尾"),
        (f"2022/{'图' * 120}.png", "太长"),
    ],
)
def test_what_windows_does_not_take_is_named(path: str, fault: str) -> None:
    [found] = stick.problems([path, "2022/图 1.png", "console.png"])
    assert found.path == f"docs/{path}" and fault in found.message


def test_what_windows_takes_for_one_file_is_named() -> None:
    [found] = stick.problems(["2022/A.png", "2022/a.png"])
    assert "只有大小写不同" in found.message


def test_a_build_makes_the_zip_alone_and_a_fault_leaves_the_old(tiny: Drawn) -> None:
    assert run(tiny, "--usb", "usb.zip").returncode == 0
    assert beside(tiny) == {"usb.zip"}
    file = tiny.root / "usb.zip"
    before = file.read_bytes()
    assert "yanxi/2099/a1/m1.html" in opened(before).namelist()
    tiny.change("quizzes/2099/a1/m1.yml", "answer: B", "answer: D")
    ended = run(tiny, "--usb", "usb.zip")
    assert ended.returncode == 1 and ended.stderr.endswith("usb.zip 还是原来的。\n")
    assert file.read_bytes() == before and beside(tiny) == {"usb.zip"}


def test_what_is_no_zip_is_not_replaced(tiny: Drawn) -> None:
    tiny["notes.txt"] = "mine"
    ended = run(tiny, "--usb", "notes.txt")
    assert ended.returncode == 2 and "没有动它" in ended.stderr
    assert tiny["notes.txt"] == "mine"
