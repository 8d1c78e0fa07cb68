"""A built site brought to an object store, so that no reader ever meets half of it.

What pages load goes first, then pages that are new, then pages that have changed, then the worker, then `release.json`, which says what is there;
what nobody needs any more goes last. Stopped anywhere and started again it ends the same. Files that pages load stay for the last
releases, since a page that is open goes on loading them.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from yanxi import offline
from yanxi.publish import releases, served
from yanxi.publish.rclone import Store, TroubleError

MARKER = "release.json"
PAGE = ".html"

Say = Callable[[str], None]

_ADDRESS = re.compile(r"\b(assets|data)/([\w./%-]+)\?v=([0-9a-f]{8,64})\b")
_KEPT = re.compile(r"(?:assets|data)\.[0-9a-f]{8,64}/")


@dataclass(frozen=True)
class Release:
    """A site that was brought there: its name is made of what it holds, `files` are the paths of all of it."""

    name: str
    files: tuple[str, ...]


@dataclass(frozen=True)
class Marker:
    """What the store says of itself: its releases, the present one last, and what else we may have left there."""

    releases: tuple[Release, ...] = ()
    begun: tuple[str, ...] = ()

    @property
    def known(self) -> set[str]:
        return {*self.begun, *(name for release in self.releases for name in release.files)}


def sync(store: Store, site: Path, beside: Path, say: Say) -> str:
    """Brings a site there; returns the release's name. `beside` is an empty folder to work in. Raises `TroubleError`."""
    marker = _marker(store)
    names = stage(site, beside)
    release = Release(_name(beside, names), tuple(names))
    last = set(marker.releases[-1].files) if marker.releases else set()
    forever = [name for name in names if kept(name)]
    loaded = [name for name in names if not name.endswith(PAGE) and not kept(name) and name != offline.FILE]
    pages = [name for name in names if name.endswith(PAGE)]
    # Whatever is brought from here on is ours to take away again, also when this stops halfway.
    store.write(MARKER, _as_text(Marker(marker.releases, tuple(sorted({*marker.begun, *names})))))
    compare = store.compares()
    for said, group in (
        ("页面要用的文件", forever),
        ("页面要用的文件", loaded),
        ("新的页面", [name for name in pages if name not in last]),
        ("改过的页面", [name for name in pages if name in last]),
        # It brings the pages along that a reader has kept, and so comes when they are there.
        ("没有网络时用的", [name for name in names if name == offline.FILE]),
    ):
        if group:
            say(f"{said}：{len(group)} 个……")
            store.copy(beside, group, group is forever, compare)
    earlier = [each for each in marker.releases if each.name != release.name][1 - releases.KEEP :]
    done = Marker((*earlier, release))
    gone = sorted(({*marker.known, *names}) - _wanted(done))
    store.write(MARKER, _as_text(Marker(done.releases, tuple(gone))))
    if gone:
        say(f"不再用的：删去 {len(gone)} 个……")
        store.delete(gone)
        store.write(MARKER, _as_text(done))
    return release.name


def _wanted(marker: Marker) -> set[str]:
    """The present release, and of those before it what pages load."""
    before = {name for each in marker.releases[:-1] for name in each.files if not name.endswith(PAGE)}
    return before | set(marker.releases[-1].files)


# What is brought.


def stage(site: Path, folder: Path) -> list[str]:
    """Copies a site as a store is to have it; returns the paths.

    A store takes no notice of ?v=1a2b3c4d, so the version goes into the path: assets/study.js?v=1a2b3c4d is
    assets.1a2b3c4d/study.js there, and an open page goes on loading what goes with it. The file stays under its plain name as
    well. Pages get their policy; compressed copies are left out, since a store or the network before it compresses by itself.
    """
    names = [name for file in sorted(site.rglob("*")) if (name := _public(site, file))]
    versions = _versions(site)
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        if not name.endswith(PAGE):
            shutil.copyfile(site / name, folder / name)
            continue
        text = (site / name).read_text(encoding="utf-8")
        for folded, file, version in _ADDRESS.findall(text):
            if (site / folded / file).is_file():
                versions.setdefault(f"{folded}/{file}", set()).add(version)
        text = served.with_policy(_ADDRESS.sub(r"\1.\3/\2", text))
        (folder / name).write_text(text, encoding="utf-8", newline="")
    for name, held in versions.items():
        folded, _, file = name.partition("/")
        for version in held:
            names.append(f"{folded}.{version}/{file}")
            (folder / names[-1]).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(site / name, folder / names[-1])
    if offline.FILE in names:  # it knows every page by its bytes
        offline.write(folder)
    return sorted(names)


def _public(site: Path, file: Path) -> str:
    """The path of a file that readers may see; empty for what is none."""
    name = file.relative_to(site).as_posix()
    hidden = file.suffix in served.PACKERS or any(part.startswith(".") for part in name.split("/"))
    return "" if hidden or not file.is_file() else name


def _versions(site: Path) -> dict[str, set[str]]:
    """By the path of each script that another script may ask for, the versions under which it does."""
    # What search asks for is named by its own digest.
    found = {f"data/{file.name}": {_digest(file)[:8]} for file in site.glob("data/*.js")}
    for index in site.glob("data/*/index.js"):
        with index.open(encoding="utf-8") as file:
            said = releases.SAID.findall(file.read(4096))
        for script in index.parent.rglob("*.js"):
            found[script.relative_to(site).as_posix()] = set(said[:1])
    return found


def kept(name: str) -> bool:
    """Whether what a name holds never changes, since the name says which version it is."""
    return bool(_KEPT.match(name) or served.HASHED.search(name))


def _name(folder: Path, names: Iterable[str]) -> str:
    made = hashlib.sha256()
    for name in names:
        made.update(f"{name} {_digest(folder / name)}\n".encode())
    return made.hexdigest()[:12]


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


# The marker.


def _marker(store: Store) -> Marker:
    text = store.read(MARKER)
    if text is None:
        if not store.empty():
            raise TroubleError(
                f"{store.remote} 里已经有别的文件，没有 {MARKER}，不像是这样公布的网站，没有动它。请换一个空的文件夹，或先清空它。"
            )
        return Marker()
    try:
        read = json.loads(text)
        releases = tuple(Release(str(each["name"]), tuple(map(str, each["files"]))) for each in read["releases"])
        return Marker(releases, tuple(map(str, read["begun"])))
    except (ValueError, KeyError, TypeError) as error:
        raise TroubleError(
            f"{store.remote} 里的 {MARKER} 读不懂，不知道哪些文件是这个网站的，没有动它。请换一个空的文件夹，或先清空它。"
        ) from error


def _as_text(marker: Marker) -> str:
    made = {
        "release": marker.releases[-1].name if marker.releases else "",
        "releases": [{"name": each.name, "files": each.files} for each in marker.releases],
        "begun": marker.begun,
    }
    return json.dumps(made, ensure_ascii=False) + "\n"
