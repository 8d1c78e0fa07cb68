"""A built site as one ZIP, for a USB stick or a computer without a network: unpacked, it is opened by a double click.

The site is one whose pages are files (`use_directory_urls: false`), and it is packed as it is. What is beside it in the ZIP is
the one file to be opened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path, PurePosixPath

from yanxi import archive, offline
from yanxi.problem import Problem

ENTRY = "打开学习.html"
FOLDER = "yanxi"
"""In letters that every program unpacks as they are, so that the entry finds it whatever becomes of its own name."""

LONGEST = 120
"""Characters of a path on the stick. Windows takes 259, and the folder into which it is unpacked needs some."""

_OPENER = "open.js"
_PAGE = Path(__file__).with_suffix(".html")
# What only a web server has a use for.
_LEFT_OUT = ("404.html", "sitemap.xml", "sitemap.xml.gz", offline.FILE)
_RESERVED = frozenset(["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))])


def pack(site: Path, title: str) -> bytes:
    """The ZIP of a built site that is called `title`. Same site, same bytes."""
    page = _PAGE.read_text(encoding="utf-8").format(
        title=escape(title), entry=ENTRY, folder=FOLDER, opener=_OPENER
    )  # fmt: skip
    made = {ENTRY: page.encode(), f"{FOLDER}/{_OPENER}": f'location.replace("{FOLDER}/index.html")\n'.encode()}
    made |= {f"{FOLDER}/{path}": (site / path).read_bytes() for path in files(site)}
    return archive.packed(made.items())


def files(site: Path) -> list[str]:
    """The paths of what belongs on the stick, in order."""
    found = (file.relative_to(site) for file in site.rglob("*") if file.is_file())
    kept = (each.as_posix() for each in found if not any(part.startswith(".") for part in each.parts))
    return sorted(path for path in kept if path not in _LEFT_OUT)


def problems(paths: Iterable[str]) -> Iterator[Problem]:
    """A problem for every path that Windows would not take, or take for another."""
    seen: dict[str, str] = {}
    for path in paths:
        if fault := _fault(PurePosixPath(path)):
            yield Problem(f"docs/{path}", 1, 1, "文件名", f"Windows 上不能有“{path}”：{fault}。", "请换一个名字。")
        other = seen.setdefault(path.lower(), path)
        if other != path:
            message = f"“{path}”和“{other}”只有大小写不同，在 Windows 上是同一个文件。"
            yield Problem(f"docs/{path}", 1, 1, "文件名", message, "请给其中一个换一个名字。")


def _fault(path: PurePosixPath) -> str:
    """Why Windows would not take a path; empty where it does."""
    for part in path.parts:
        if strange := [character for character in part if character in '<>:"\\|?*' or ord(character) < 32]:
            return f"名字里有 {strange[0]!r}"
        if part.endswith((".", " ")):
            return "名字以点或空格结尾"
        if part.split(".")[0].rstrip().lower() in _RESERVED:
            return "这个名字 Windows 自己要用"
    return f"名字太长（{len(str(path))} 个字，最多 {LONGEST}）" if len(str(path)) > LONGEST else ""
