"""The site while it is written: what is saved is on the screen, and what is wrong stands in a bar on every page.

The site that is shown is always the last whole one. While there is an error it stays as it is, whatever the error is.
"""

from __future__ import annotations

import json
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from yanxi import project
from yanxi.problem import ERROR, Problem
from yanxi.project import Package, Project
from yanxi.render.markup import html, join
from yanxi.site import generate

STATE, SCRIPT = "/yanxi-preview.json", "/yanxi-preview.js"
WATCH = 0.1
"""Seconds between two looks at the files; a save is taken up when nothing has changed between them."""
HOLD = 20
"""Seconds for which a page's question about what is new is kept waiting."""

# What these fences show is made of pages and banks all over the site.
_GATHERING = {"home", "contents", "study", "duty-list", "calendar", "full-text", "glossary"}
_TAG = b'<script src="%s" defer></script>' % SCRIPT.encode()


class Preview:
    """What is shown: the site's folder, how often it and its problems have changed, and the problems."""

    def __init__(
        self, root: Path, folder: Path, check: Callable[[Project], list[Problem]], say: Callable[[str], None]
    ) -> None:
        """`folder` is for the sites to come; `check` gives every problem of a project; `say` is told what happens."""
        self.root, self.folder, self.check, self.say = root, folder, check, say
        self.changed = threading.Condition()
        self.version = self.built = 0
        self.site: Path | None = None
        self.problems: list[Problem] = []
        self.loaded: Project | None = None
        self.seen: object = None

    @property
    def stopped(self) -> bool:
        """Whether the site is older than the files."""
        return any(problem.severity == ERROR for problem in self.problems)

    def state(self, since: int = -1, wait: float = 0) -> dict[str, Any]:
        """What a page wants to know, as soon as it is another than at version `since`, or after `wait` seconds."""
        with self.changed:
            self.changed.wait_for(lambda: self.version != since, wait)
            problems = [asdict(each) | {"text": str(each)} for each in self.problems]
            return {"version": self.version, "site": self.built, "stopped": self.stopped, "problems": problems}

    def refresh(self) -> None:
        """Looks at the files, and builds the site where there is no error."""
        began, self.seen = time.monotonic(), self._stamp()
        try:
            loaded = project.load(self.root)
            problems = self.check(loaded)
            broken = any(problem.severity == ERROR for problem in problems)
            if not broken or self.site is None:
                problems = sorted({*problems, *self._build(loaded)})
                took = time.monotonic() - began
                self.say(f"网站已更新（{took:.1f} 秒）。")
        except generate.NotBuilt as failed:
            problems = sorted({*problems, *failed.problems})
        except OSError as error:  # a file that is being saved this moment: the next look finds it
            problems = [
                Problem("docs", 1, 1, "读不了文件", f"有文件读不了（{error.strerror}）。", "请稍等，或再存一次。")
            ]
        with self.changed:
            self.version += 1
            self.problems = problems
            self.changed.notify_all()

    def _build(self, loaded: Project) -> list[Problem]:
        """Builds into a folder of its own, and shows it when all of it is there."""
        only = _touched(self.loaded, loaded) if self.site else None
        new = self.folder / f"site-{self.built + 1}"
        shutil.rmtree(new, ignore_errors=True)
        if only is not None and self.site:
            shutil.copytree(self.site, new)
        found = generate.generate(self.root, new, only)
        # Somebody may still be reading the one before this one.
        shutil.rmtree(self.folder / f"site-{self.built - 1}", ignore_errors=True)
        with self.changed:
            self.site, self.built, self.loaded = new, self.built + 1, loaded
        return found

    def watch(self, ended: threading.Event) -> None:
        """Refreshes whenever a file has been saved, until `ended` is set."""
        before = None
        while not ended.wait(WATCH):
            now = self._stamp()
            if now != self.seen and now == before:
                self.refresh()
            before = now

    def _stamp(self) -> object:
        settings = self.root / "mkdocs.yml"
        templates = (self.root / "tools/yanxi/site/theme/templates").rglob("*")
        files = [file for file in (settings, *templates) if file.is_file()]
        return project.stamp(self.root), [(str(file), file.stat().st_mtime_ns) for file in files]


def _touched(before: Project | None, now: Project) -> set[str] | None:
    """The pages below docs/ that show something else than before; None where that may be any page."""
    if before is None or _frame(before) != _frame(now):
        return None
    touched = {path for path, page in now.others.items() if page != before.others[path] or _GATHERING & page.types}
    for old, new in zip(before.packages, now.packages, strict=True):
        for path, page in new.pages.items():
            banks = [quiz.value for quiz in page.quizzes]
            if (
                page is not old.pages[path]
                or _GATHERING & page.types
                or any(old.banks.get(bank) != new.banks.get(bank) for bank in banks)
            ):
                touched.add(f"{new.document.name}/{path}")
    return touched


def _frame(loaded: Project) -> list[object]:
    """What every page may show something of."""
    return [loaded.titles, sorted(loaded.others), *map(_package, loaded.packages)]


def _package(package: Package) -> object:
    own = (package.document, package.settings, package.glossary, package.papers, package.sha256)
    return own, sorted(package.pages), sorted(package.banks)


class Server(ThreadingHTTPServer):
    """Serves what a `Preview` shows."""

    daemon_threads = True
    # On Windows two programs could share a port, and neither would say so.
    allow_reuse_address = os.name == "posix"

    def __init__(self, address: tuple[str, int], preview: Preview) -> None:
        self.preview = preview
        super().__init__(address, _Handler)


class _Handler(SimpleHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        preview, asked = self.server.preview, urlsplit(self.path)
        if asked.path == STATE:
            since = parse_qs(asked.query).get("since", ["-1"])[0]
            state = preview.state(int(since) if since.lstrip("-").isdigit() else -1, HOLD)
            self._send(json.dumps(state, ensure_ascii=False).encode(), "application/json")
        elif asked.path == SCRIPT:
            self._send(Path(__file__).with_name("preview.js").read_bytes(), "text/javascript")
        elif preview.site is None:
            self._send(_nothing(preview.problems), "text/html", 503)
        else:
            self.directory = str(preview.site)
            file = Path(self.translate_path(self.path))
            if file.is_dir() and asked.path.endswith("/"):
                file /= "index.html"
            if file.suffix == ".html" and file.is_file():
                self._send(_followed(file.read_bytes()), "text/html")
            elif file.exists():
                super().do_GET()
            else:
                missing = preview.site / "404.html"
                self._send(_followed(missing.read_bytes()) if missing.is_file() else b"", "text/html", 404)

    def _send(self, body: bytes, kind: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *arguments: Any) -> None:
        """The command says what is worth saying."""


def _followed(page: bytes) -> bytes:
    """A page that learns of changes and problems."""
    head, end, tail = page.rpartition(b"</body>")
    return head + _TAG + end + tail if end else page + _TAG


def _nothing(problems: Iterable[Problem]) -> bytes:
    """What there is to see before a site could be built at all."""
    rows = join(html("<li>{}</li>", problem) for problem in problems)
    page = html(
        '<!doctype html><html lang="zh"><meta charset="utf-8"><title>还没有网站</title><body><h1>网站还生成不了</h1>'
        "<p>请先改好下面的问题，存盘以后这一页自己更新。</p><ul>{}</ul></body></html>",
        rows,
    )
    return _followed(page.encode())
