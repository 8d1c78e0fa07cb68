"""The preview: a save is on the screen, the last good site stays while there is an error, and nothing stops it."""

import json
import re
import socket
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.site.conftest import Drawn, dress
from yanxi import commands
from yanxi.commands.check import everything
from yanxi.site import generate
from yanxi.site.preview import SCRIPT, STATE, Preview, Server

BANK, PAGE = "quizzes/2099/a1/m1.yml", "docs/2099/a1/m1.md"
SHOWN = "2099/a1/m1/index.html"


@pytest.fixture
def preview(tiny: Drawn, tmp_path: Path) -> Preview:
    folder = tmp_path / "sites"
    folder.mkdir()
    return Preview(tiny.root, folder, everything, lambda _: None)


def shown(preview: Preview) -> str:
    assert preview.site
    return (preview.site / SHOWN).read_text(encoding="utf-8")


def codes(preview: Preview) -> list[str]:
    return [problem.code for problem in preview.problems]


def test_what_is_saved_is_shown(tiny: Drawn, preview: Preview) -> None:
    preview.refresh()
    assert (preview.version, preview.built, preview.problems) == (1, 1, [])
    tiny.change(BANK, "各支部多久学习一次？", "多长时间学习一次？")
    preview.refresh()
    assert (preview.version, preview.built) == (2, 2) and "多长时间学习一次？" in shown(preview)


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (BANK, lambda text: text.replace("answer: B", "answer: D").encode()),
        (PAGE, lambda text: text.replace("每月学习一次", "每周学习一次", 1).encode()),
        (PAGE, lambda text: text.encode("gb18030")),
        (PAGE, lambda text: text.encode("utf-16")),
        ("docs/index.md", lambda text: text.encode("gb18030")),
        ("mkdocs.yml", lambda text: text.replace("plugins:", "plugins：").encode()),
        ("mkdocs.yml", lambda text: b""),
        ("mkdocs.yml", lambda text: (text + "theme: materail\nnav: [index.md]\n").encode()),
        ("docs/2099/text.txt", lambda text: b""),
    ],
)
def test_while_there_is_an_error_the_last_good_site_stays(
    tiny: Drawn, preview: Preview, path: str, wrong: Callable[[str], bytes]
) -> None:
    preview.refresh()
    before, good = tiny[path], shown(preview)
    (tiny.root / path).write_bytes(wrong(before))
    preview.refresh()
    assert (preview.version, preview.built, preview.stopped) == (2, 1, True)
    assert all(re.search("[一-鿿]", problem.message) for problem in preview.problems)
    assert shown(preview) == good
    tiny[path] = before
    preview.refresh()
    assert (preview.built, preview.stopped, preview.problems) == (2, False, []) and shown(preview) == good


def test_a_warning_does_not_keep_the_page_back(tiny: Drawn, preview: Preview) -> None:
    preview.refresh()
    tiny.change(BANK, "各支部多久学习一次？", "各支部**多久学习一次？")
    preview.refresh()
    assert codes(preview) == ["加粗没有配对"] and not preview.stopped and "各支部**多久" in shown(preview)


def test_a_fault_of_the_builder_leaves_the_site(tiny: Drawn, preview: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    preview.refresh()

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(generate, "build", fail)
    tiny.change(BANK, "各支部多久学习一次？", "多长时间学习一次？")
    preview.refresh()
    assert codes(preview) == ["生成失败"] and preview.built == 1 and "各支部多久学习一次？" in shown(preview)


EDITS: list[tuple[str, str, str]] = [
    (BANK, "各支部多久学习一次？", "多长时间学习一次？"),
    (PAGE, "## 要点", "## 几点"),
    (PAGE, "title: 加强领导", "title: 加强<领导>"),
    ("docs/2099/glossary.yml", "组织与党员之间的谈话", "一种谈话"),
    (PAGE, "  when: 每月\n", ""),
    ("docs/2099/document.yml", "小方案", "另一个方案"),
    ("docs/index.md", "# 首页", "# 开始"),
    ("docs/2099/s1.md", "title: 总体要求", "title: 要求"),
    (BANK, "每半年是三·一是", "每半年是三·一是写的"),
]


def plain(file: Path) -> str:
    """Without the versions of data files: nothing of a preview is kept by a browser."""
    return re.sub(r'\?v=[0-9a-f]+|data-release="[0-9a-f]+"', "", file.read_text(encoding="utf-8"))


def test_pages_made_anew_and_those_left_as_they_are_are_the_same_site(
    tiny: Drawn, preview: Preview, tmp_path: Path
) -> None:
    """Whatever is edited, the preview shows what a whole build would."""
    dress(tiny)
    tiny["mkdocs.yml"] += "nav: [index.md]\nexclude_docs: '*.yml'\n"
    preview.refresh()
    for number, (path, old, new) in enumerate(EDITS):
        tiny.change(path, old, new)
        preview.refresh()
        whole = tmp_path / f"whole-{number}"
        generate.generate(tiny.root, whole)
        assert preview.site and not preview.stopped
        for file in [*whole.rglob("*.html"), *(whole / "data").rglob("*.js")]:
            same = preview.site / file.relative_to(whole)
            assert plain(same) == plain(file), (path, new, file.relative_to(whole))


# Over the wire.


@pytest.fixture
def server(preview: Preview) -> Iterator[str]:
    made = Server(("127.0.0.1", 0), preview)
    threading.Thread(target=made.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{made.server_port}"
    made.shutdown()
    made.server_close()


def get(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def test_every_page_follows_what_happens(tiny: Drawn, preview: Preview, server: str) -> None:
    preview.refresh()
    status, page = get(f"{server}/2099/a1/m1/")
    assert status == 200 and page.count(f'<script src="{SCRIPT}"') == 1
    assert get(f"{server}/2099/a1/m1")[0] == 200, "by way of the folder"
    assert get(f"{server}/nothing/")[0] == 404
    assert "yanxi-preview.json" in get(server + SCRIPT)[1]
    assert get(f"{server}/../../etc/passwd")[0] == 404
    tiny.change(BANK, "answer: B", "answer: D")
    asked: list[dict] = []
    waiting = threading.Thread(target=lambda: asked.append(json.loads(get(f"{server}{STATE}?since=1")[1])))
    waiting.start()
    preview.refresh()
    waiting.join(10)
    assert asked[0]["version"] == 2 and asked[0]["stopped"] and asked[0]["site"] == 1
    assert asked[0]["problems"][0]["text"].startswith(f"{BANK}:6:13: [答案越界]")


def test_before_there_is_a_site_the_problems_are_the_page(tiny: Drawn, preview: Preview, server: str) -> None:
    tiny["mkdocs.yml"] = "site_name：<b>小方案\n"
    preview.refresh()
    status, page = get(f"{server}/anything/")
    assert status == 503 and "mkdocs.yml:1:10: [全角冒号]" in page and SCRIPT in page


def test_a_save_is_seen(tiny: Drawn, preview: Preview) -> None:
    preview.refresh()
    ended = threading.Event()
    watching = threading.Thread(target=preview.watch, args=(ended,), daemon=True)
    watching.start()
    tiny.change(BANK, "各支部多久学习一次？", "多长时间学习一次？")
    assert preview.state(1, 30)["site"] == 2
    ended.set()
    watching.join(10)
    assert not watching.is_alive()


def test_a_port_in_use_is_said_in_chinese(tiny: Drawn, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert commands.main(["serve", "--address", f"127.0.0.1:{port}", "--root", str(tiny.root)]) == 1
    said = capsys.readouterr().err
    assert f"{port} 这个端口已经有程序在用" in said and f"127.0.0.1:{port + 1}" in said and "Error" not in said


@pytest.mark.parametrize("address", ["8000x", "127.0.0.1:99999", "127.0.0.1:"])
def test_an_address_that_is_none_is_said_in_chinese(
    tiny: Drawn, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    assert commands.main(["serve", "--address", address, "--root", str(tiny.root)]) == 2
    assert "认不出地址" in capsys.readouterr().err
