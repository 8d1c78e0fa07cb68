"""Publication to an object store, with real rclone and its own S3 server: whatever is killed, no reader meets a page without
what it loads, and started again it ends the same.

A few releases in `make test`; `make storm` has RELEASES=50. YANXI_SEED says which ones.
"""

import contextlib
import hashlib
import json
import os
import random
import re
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import reader
from tests.publish.test_storm import of_session
from yanxi import commands
from yanxi.publish import rclone, releases, sync
from yanxi.publish.releases import KEEP

RELEASES = int(os.environ.get("YANXI_RELEASES", "5"))
SEED = os.environ.get("YANXI_SEED", "1")
PAGES = ("index.html", *(f"p{number}/index.html" for number in range(4)))
LOADED = re.compile(r'(?:src|href)="([^"]+\.(?:js|css))"')


def made(folder: Path, number: int) -> Path:
    """A site of five pages, whose scripts say which version they are; every page of a release is another."""
    shutil.rmtree(folder, ignore_errors=True)
    version = hashlib.sha256(str(number).encode()).hexdigest()[:8]
    for page in PAGES[: 3 + number % 3]:
        up = "../" * page.count("/")
        (folder / page).parent.mkdir(parents=True, exist_ok=True)
        (folder / page).write_text(
            f'<html><head><script src="{up}assets/study.js?v={version}"></script>'
            f'<link href="{up}assets/main.{version}.min.css"></head><body>{number} {"字" * 500}</body></html>',
            encoding="utf-8",
        )
    for name, text in (
        ("assets/study.js", version), (f"assets/main.{version}.min.css", version), (f"data/2099/only-{number}.js", version),
        ("data/2099/index.js", f'yanxiIndex={{"version":"{version}"}}'), ("data/2099/fragments/a1.js", version),
        ("index.html.gz", "x"), (".yanxi", "x"),
    ):  # fmt: skip
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def put(tmp_path: Path) -> Callable[[int], Path]:
    """put(number) brings a release of that number to a folder, and gives the folder."""
    store = rclone.Store(rclone.find(), str(tmp_path / "store"))

    def bring(number: int) -> Path:
        beside = tmp_path / f"beside-{number}"
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir()
        sync.sync(store, made(tmp_path / "site", number), beside, lambda _: None)
        return tmp_path / "store"

    return bring


def files(folder: Path) -> dict[str, str]:
    return {
        each.relative_to(folder).as_posix(): each.read_text(encoding="utf-8")
        for each in sorted(folder.rglob("*"))
        if each.is_file()
    }


def test_a_version_stands_in_the_path_and_pages_load_it_there(tmp_path: Path) -> None:
    names = sync.stage(made(tmp_path / "site", 1), tmp_path / "there")
    version = hashlib.sha256(b"1").hexdigest()[:8]
    there = files(tmp_path / "there")
    assert sorted(there) == names and "index.html.gz" not in names and ".yanxi" not in names
    assert f'src="../assets.{version}/study.js"' in there["p0/index.html"] and "?v=" not in there["p0/index.html"]
    assert "Content-Security-Policy" in there["index.html"]
    assert {"assets/study.js", f"assets.{version}/study.js", f"data.{version}/2099/fragments/a1.js"} <= set(names)
    forever = {name for name in names if sync.kept(name)}
    assert forever == {name for name in names if version in name}


def test_a_page_that_is_gone_goes_and_what_pages_load_stays_for_the_last_releases(put: Callable[[int], Path]) -> None:
    there = [files(put(number)) for number in range(2, KEEP + 4)]
    assert "p3/index.html" in there[0] and "p3/index.html" not in there[1]
    assert "data/2099/only-2.js" in there[KEEP - 1] and "data/2099/only-2.js" not in there[KEEP]
    said = json.loads(there[-1]["release.json"])
    assert said["release"] == said["releases"][-1]["name"] and len(said["releases"]) == KEEP and said["begun"] == []
    known = {name for each in said["releases"] for name in each["files"]}
    assert set(there[-1]) - {"release.json"} <= known


def test_the_same_again_changes_nothing_and_an_earlier_one_can_come_back(put: Callable[[int], Path]) -> None:
    first = files(put(1))
    assert files(put(1)) == first
    put(2)
    back = files(put(1))
    assert {name: back[name] for name in first if name != "release.json"} == {
        name: text for name, text in first.items() if name != "release.json"
    }
    assert [len(json.loads(text)["releases"]) for text in (first["release.json"], back["release.json"])] == [1, 2]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("holiday.jpg", "x", "里已经有别的文件"),
        ("release.json", "{}", "读不懂"),
        ("release.json", '{"releases": [1], "begun": []}', "读不懂"),
        ("release.json", "[", "读不懂"),
    ],
)
def test_a_folder_that_is_somebody_elses_is_left_alone(tmp_path: Path, put, name: str, text: str, said: str) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / name).write_text(text, encoding="utf-8")
    with pytest.raises(rclone.TroubleError, match=said):
        put(1)
    assert files(tmp_path / "store") == {name: text}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('2026/11/28 15:00:00 CRITICAL: Failed to create file system for "cos:x": didn\'t find section in config file ("cos")', "rclone config"),
        ("ERROR : a: Failed to copy: operation error S3: PutObject, StatusCode: 403, api error AccessDenied", "没有写的权限"),
        ("api error SignatureDoesNotMatch: 403", "密钥"),
        ("api error NoSuchBucket: The specified bucket does not exist", "存储桶"),
        ("dial tcp: lookup cos.example: no such host", "连不上存储"),
        ("write /x: no space left on device", "存储满了"),
        ("2026/11/28 15:00:00 NOTICE: something nobody has seen\n", "它说：something nobody has seen。再运行一次"),
        ("", "没有说为什么"),
    ],
    ids=["no config", "denied", "key", "bucket", "host", "full", "unknown", "silent"],
)  # fmt: skip
def test_what_rclone_says_is_said_in_chinese(line: str, said: str) -> None:
    assert said in rclone.means(line)


def run(tmp_path: Path, remote: str) -> int:
    return commands.main(["publish", "sync", remote, "--site-dir", str(tmp_path / "site")])


def test_the_command_names_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    assert run(tmp_path, str(tmp_path / "store")) == 2
    assert "请先运行 yanxi build" in capsys.readouterr().err
    made(tmp_path / "site", 1)
    monkeypatch.setenv("RCLONE_CONFIG", os.devnull)
    assert run(tmp_path, "cos:bucket") == 1
    assert "没有放完：rclone 里没有设好这个存储。请先运行 rclone config" in capsys.readouterr().err
    assert run(tmp_path, str(tmp_path / "store")) == 0
    said = capsys.readouterr()
    assert re.fullmatch(rf"已公布到 {tmp_path}/store：[0-9a-f]{{12}}。\n", said.out) and "新的页面：4 个" in said.err
    monkeypatch.setattr(rclone, "find", str)
    assert run(tmp_path, str(tmp_path / "store")) == 2
    assert "没有 rclone" in capsys.readouterr().err


# Readers.


@pytest.fixture
def s3(tmp_path: Path) -> Iterator[tuple[str, str]]:
    """An S3 server: what rclone calls the place, and its address for readers."""
    (tmp_path / "back/bucket").mkdir(parents=True)
    command = [rclone.find(), "serve", "s3", str(tmp_path / "back"), "--addr", "127.0.0.1:0", "--config", os.devnull]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as server:
        assert server.stderr
        address = next(found[0] for line in server.stderr if (found := re.search(r"http://127\.0\.0\.1:\d+", line)))
        drain = Thread(target=server.stderr.read, daemon=True)
        drain.start()
        options = f"provider=Rclone,endpoint='{address}/',access_key_id=a,secret_access_key=b,no_check_bucket=true"
        yield f":s3,{options}:bucket/site", f"{address}/bucket/site/"
        server.kill()


class Crawler(Thread):
    """Reads pages and all that they load without pause: what is not there, or is another version than the page's, is a fault."""

    def __init__(self, address: str) -> None:
        super().__init__(daemon=True)
        self.address, self.ended, self.read, self.faults = address, Event(), 0, list[str]()

    def run(self) -> None:
        while not self.ended.wait(0.01):
            for page in PAGES:
                text = self.get(page)
                for path in LOADED.findall(text or ""):
                    version = re.search(r"\.([0-9a-f]{8})[./]", path)
                    found = self.get(urljoin(page, path))
                    if found is None or not version or found != version[1]:
                        self.faults.append(f"{page}: {path}: {found}")
                if text is not None and not text.endswith("</html>"):
                    self.faults.append(f"half of {page}")
                self.read += text is not None

    def get(self, path: str) -> str | None:
        while True:
            try:
                with urlopen(urljoin(self.address, path), timeout=30) as answer:
                    return answer.read().decode()
            except HTTPError as error:
                if error.code not in (404, 500):
                    self.faults.append(f"{path}: {error}")
                if error.code != 500:
                    return None
                # A store puts a file in the place of another in one moment; this server is 500 for as long as it takes.
                self.ended.wait(0.01)


def test_whatever_is_killed_a_reader_never_meets_a_page_without_what_it_loads(
    tmp_path: Path, s3: tuple[str, str]
) -> None:
    remote, address = s3
    chance = random.Random(SEED)
    crawler = Crawler(address)
    crawler.start()
    brought = 0
    for number in range(RELEASES):
        made(tmp_path / "site", number)
        kills = chance.choice([0, 1, 1, 2])
        for _ in range(kills):
            kill_a_sync(tmp_path, remote, chance)
        # One that was cut off is not always taken up again: the next may be another release.
        if number < RELEASES - 1 and kills and chance.random() < 0.3:
            continue
        said = subprocess.run(command(tmp_path, remote), capture_output=True, text=True)
        assert said.returncode == 0, (SEED, number, said.stderr)
        brought += 1
        present = json.loads(crawler.get("release.json") or "{}")
        wanted = sync.stage(tmp_path / "site", tmp_path / f"staged-{number}")
        assert sorted(present["releases"][-1]["files"]) == wanted and present["begun"] == [], (SEED, number)
        there = files(tmp_path / "back/bucket/site")
        assert {name: there[name] for name in wanted} == files(tmp_path / f"staged-{number}"), (SEED, number)
        known = {name for each in present["releases"] for name in each["files"]}
        assert set(there) - {"release.json"} <= known, (SEED, number)
        assert {name for name in there if name.endswith(".html")} == {name for name in wanted if name.endswith(".html")}
    crawler.ended.set()
    crawler.join()
    assert not crawler.faults, (SEED, crawler.faults[:3])
    assert crawler.read and brought


def command(tmp_path: Path, remote: str) -> list[str]:
    arguments = ["publish", "sync", remote, "--site-dir", str(tmp_path / "site")]
    return [sys.executable, "-X", "utf8", "-m", "yanxi.commands", *arguments]


def kill_a_sync(tmp_path: Path, remote: str, chance: random.Random) -> None:
    """Kills one of a synchronization's processes, or all, after a while."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    started = subprocess.Popen(command(tmp_path, remote), start_new_session=True, **quiet)
    try:
        started.wait(timeout=chance.uniform(0.2, 2.5))
    except subprocess.TimeoutExpired:
        victims = of_session(started.pid)
        for victim in victims if chance.random() < 0.7 else victims[-1:]:
            try:
                os.kill(victim, signal.SIGKILL)
            except ProcessLookupError:
                continue
    started.wait()
    for left in of_session(started.pid):  # ends by itself
        with contextlib.suppress(ProcessLookupError):
            select.select([os.pidfd_open(left)], [], [], 5)


def test_pages_from_a_store_work_with_versions_in_their_paths(
    site: Path, tmp_path: Path, serve: Callable[[Path], str], page: Page
) -> None:
    sync.stage(site, tmp_path / "there")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    questions = json.loads((site / "data/plan/questions.json").read_text(encoding="utf-8"))
    item = next(each for each in questions if each["kind"] == "single" and not each["retired"])
    address = serve(tmp_path / "there")
    page.goto(f"{address}/{item['url']}")
    question = page.locator(f"yx-question#{item['id']}")
    reader.row(question, reader.texts(item, True)[0]).click()
    expect(question).to_have_attribute("data-result", "right")
    page.locator("[data-yx-search]").first.click()
    page.locator("yx-search input").fill("报告")
    expect(page.locator("yx-search mark").first).to_be_visible()
    page.goto(f"{address}/study/cards/")
    page.get_by_role("button", name="开始看").click()
    expect(page.locator("yx-cards yx-question").first).to_be_visible()
    # The worker alone is always asked for anew.
    ours = [url for url in asked if re.search(r"\.(?:js|css)$|\?v=", url) and not url.endswith("/sw.js")]
    assert ours and [url for url in ours if not re.search(r"/(?:assets|data)\.[0-9a-f]{8}/|\.min\.", url)] == []


def test_what_search_fetches_later_is_among_the_versions_of_a_release(site: Path, tmp_path: Path) -> None:
    there = Path(shutil.copytree(site, tmp_path / "there"))
    releases.describe(there, "0" * 40)
    [version] = releases.MORE.findall((there / "data/search.js").read_text(encoding="utf-8")[-100:])
    assert version in json.loads((there / releases.ABOUT).read_text(encoding="utf-8"))["versions"]
    assert version == hashlib.sha256((there / "data/search-more.js").read_bytes()).hexdigest()[:8]
