"""The service worker of a built site: it keeps the pages that were read readable without a network (`offline.js`).

It is made last, of the site's own files: which digest each has under which address. What comes later, as a policy in every page,
has it made again.
"""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from collections.abc import Container
from pathlib import Path
from urllib.parse import unquote

FILE = "sw.js"
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".ico")

_WORKER = Path(__file__).with_suffix(".js")
# In a page: an address of ours that has the content's version behind it, or, in an object store, in it.
_VERSIONED = re.compile(r"""([^\s"'=?#:]+)\?v=([0-9a-f]{8,64})""")
_IN_PATH = re.compile(r"(?:assets|data)\.[0-9a-f]{8,64}/")
_LINKED = re.compile(r"""\b(?:src|href)="([^"?#:]+(?:\?v=[0-9a-f]{8,64})?)\"""")
_VERSION = re.compile(r'"version":\s*"([0-9a-f]{8,64})"')


def write(site: Path) -> None:
    """Writes the worker into the folder of a built site. Same site, same bytes."""
    listed = files(site)
    parts = json.dumps(shared(site, listed))
    table = json.dumps(listed, ensure_ascii=False, indent=0)
    code = _WORKER.read_text(encoding="utf-8")
    release = hashlib.sha256(f"{table}{code}".encode()).hexdigest()[:16]
    head = f'const RELEASE = "{release}"\nconst SHARED = {parts}\nconst FILES = new Map(Object.entries({table}))\n'
    (site / FILE).write_text(f"{head}\n{code}", encoding="utf-8", newline="")


def files(site: Path) -> dict[str, str]:
    """The digest of every file that may be kept, by its address below the site's root: of pages, of what has a version in its
    address, and of pictures."""
    pages = _pages(site)
    named = {page: site / file for page, file in pages.items()}
    for page, file in pages.items():
        for link, version in _VERSIONED.findall((site / file).read_text(encoding="utf-8")):
            path = _resolved(page, link)
            named[f"{path}?v={version}"] = site / path
    for index in sorted(site.glob("data/*/index.js")):
        found = _VERSION.search(index.read_text(encoding="utf-8"))
        if found and not (site / f"data.{found[1]}").is_dir():
            for file in index.parent.rglob("*.js"):
                named[f"{file.relative_to(site).as_posix()}?v={found[1]}"] = file
    # What search asks for by itself; its version is its own digest.
    named |= {f"data/{file.name}?v={_digest(file)[:8]}": file for file in site.glob("data/*.js")}
    for file in site.rglob("*"):
        path = file.relative_to(site).as_posix()
        # The code of a page's own address, of which there is one a page, is of no use without a network.
        if _IN_PATH.match(path) or (file.suffix in PICTURES and not file.with_suffix(".html").exists()):
            named[path] = file
    return {address: _digest(named[address]) for address in sorted(named) if named[address].is_file()}


def shared(site: Path, listed: Container[str]) -> list[str]:
    """What every page is made of, by its address; `listed` is what may be kept."""
    made: set[str] | None = None
    for page, file in _pages(site).items():
        linked = {_resolved(page, link) for link in _LINKED.findall((site / file).read_text(encoding="utf-8"))}
        own = {each for each in linked if each in listed and ("?v=" in each or _IN_PATH.match(each))}
        made = own if made is None else made & own
    return sorted(made or ())


def _pages(site: Path) -> dict[str, str]:
    """Every page's file by its address: a folder's index is the folder."""
    found = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    return {re.sub(r"(^|/)index\.html$", r"\1", file): file for file in found if file != "404.html"}


def _resolved(page: str, link: str) -> str:
    """The address below the root of what a page links to."""
    folder = page if page.endswith("/") or not page else posixpath.dirname(page)
    return posixpath.normpath(posixpath.join(folder, unquote(link)))


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:16]
