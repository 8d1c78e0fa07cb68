"""What a built site gets for being served: each page's own Content-Security-Policy, and compressed copies."""

from __future__ import annotations

import base64
import gzip
import hashlib
import os
import re
from collections.abc import Callable
from pathlib import Path

import brotli

from yanxi import offline

COMPRESSED = (".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".csv", ".ics")
SMALLEST = 512
"""Bytes below which compressing saves nothing."""

PACKERS: dict[str, Callable[[bytes], bytes]] = {
    ".gz": lambda content: gzip.compress(content, mtime=0),
    # A tenth smaller, for a second and a half of a push; its best would be a sixth, for nine.
    ".br": lambda content: brotli.compress(content, quality=9),
}
"""How the compressed copies are made, by what their names end in."""

POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'"
"""What every page may load, its own inline scripts aside."""

HASHED = re.compile(r"\.[0-9a-f]{8}\.min\.(?:js|css)$")
"""The theme's files, whose names say what they hold."""

_MARK = '<meta http-equiv="Content-Security-Policy"'
_HEAD = re.compile(r'<head>(?:\s*<meta charset="utf-8">)?', re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL | re.IGNORECASE)
# Data that a page carries is no script: a browser does not run it.
_NOT_RUN = re.compile(r"""\bsrc=|\btype=["']?application/(?:ld\+)?json""", re.IGNORECASE)


def finish(site: Path) -> None:
    """Puts the policy into every page of a built site, has its worker made again, then compresses what compresses."""
    for page in sorted(site.rglob("*.html")):
        page.write_text(with_policy(page.read_text(encoding="utf-8")), encoding="utf-8", newline="")
    if (site / offline.FILE).is_file():  # it knows every page by its bytes
        offline.write(site)
    for file in sorted(site.rglob("*")):
        if file.suffix in COMPRESSED and file.is_file() and file.stat().st_size >= SMALLEST:
            _compress(file)


def with_policy(page: str) -> str:
    """A page that names the inline scripts it has, so that a browser runs no other.

    One that has its policy stays as it is. In the page, and not in the web server's configuration: so the two cannot come apart, wherever the page is served from.
    """
    if _MARK in page:
        return page
    policy = POLICY
    for kind, found in (("script", _scripts(page)), ("style", _STYLE.findall(page))):
        if hashes := sorted({f"'sha256-{_hash(each)}'" for each in found}):
            policy += f"; {kind}-src 'self' {' '.join(hashes)}"
    head = _HEAD.search(page)
    meta = f'{_MARK} content="{policy}">'
    return f"{page[: head.end()]}{meta}{page[head.end() :]}" if head else page


def _scripts(page: str) -> list[str]:
    return [text for attributes, text in _SCRIPT.findall(page) if not _NOT_RUN.search(attributes)]


def _hash(text: str) -> str:
    # A browser hashes what it has read, and reads every line end as one character.
    return base64.b64encode(hashlib.sha256(text.replace("\r\n", "\n").encode()).digest()).decode()


def _compress(file: Path) -> None:
    content, stat = file.read_bytes(), file.stat()
    for ending, pack in PACKERS.items():
        packed = file.with_name(file.name + ending)
        packed.write_bytes(pack(content))
        os.utime(packed, ns=(stat.st_atime_ns, stat.st_mtime_ns))
