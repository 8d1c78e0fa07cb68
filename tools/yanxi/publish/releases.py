"""The folder of a published site, and how another release goes live in it.

DIR/repo.git      what is pushed
DIR/releases/N    the last releases, each a whole site; N is its time and commit
DIR/live          a symlink to the present one: replaced as a whole, never emptied
DIR/kept/V        a symlink to the release that has the files whose address says ?v=V, for tabs that were opened before the present one
DIR/ready/PID     a release that waits for the git process PID to be sure of it
DIR/building/     where one is being built
DIR/log           who published what and when
DIR/lock          held while a push is built
"""

from __future__ import annotations

import json
import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

KEEP = 5
"""Releases that stay."""
ABOUT = ".yanxi"
"""The file of a release that says what it was made of."""

_NAME = re.compile(r"(\d{8}-\d{6})-([0-9a-f]{7})")
_TIME = "%Y%m%d-%H%M%S"
# In an address of a page, and of what a script loads later; and in the names of the theme's files.
_VERSION = re.compile(rb"""[?&]v=([0-9a-f]{8,64})\b|\.([0-9a-f]{8})\.min\.(?:js|css)""")
# At the end of the index for search, that of what it fetches later.
MORE = re.compile(r'"([0-9a-f]{8,64})"\];\s*$')
SAID = re.compile(r'"version":\s*"([0-9a-f]{8,64})"')


@dataclass(frozen=True)
class Place:
    """The folder of a published site."""

    folder: Path

    @property
    def repository(self) -> Path:
        return self.folder / "repo.git"

    @property
    def live(self) -> Path:
        return self.folder / "live"

    @property
    def log(self) -> Path:
        return self.folder / "log"

    @property
    def names(self) -> list[str]:
        """The releases, the oldest first."""
        folder = self.folder / "releases"
        return sorted(each.name for each in folder.iterdir() if _NAME.fullmatch(each.name)) if folder.is_dir() else []

    @property
    def present(self) -> str:
        """The release that is live; empty where none is."""
        named = os.path.basename(os.readlink(self.live)) if self.live.is_symlink() else ""
        return named if named in self.names else ""

    def ready(self, pid: int) -> Path:
        return self.folder / "ready" / str(pid)


@contextmanager
def locked(place: Place, name: str) -> Iterator[None]:
    """One process at a time; the system opens the lock of one that was killed."""
    import fcntl  # Windows has none, and the other commands run there

    with (place.folder / name).open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def settle(place: Place, own: int, patience: float = 60) -> None:
    """Waits until no other push is between being found good and git's moving main, then clears away what killed ones left.

    `own` is the git process that this push belongs to; the lock must be held.
    """
    until = time.monotonic() + patience
    for folder in _entries(place.folder / "ready"):
        while folder.name != str(own) and _alive(folder.name) and time.monotonic() < until:
            time.sleep(0.05)
        shutil.rmtree(folder, ignore_errors=True)
    for folder in _entries(place.folder / "building"):
        shutil.rmtree(folder, ignore_errors=True)
    for left in place.folder.glob(".*.new"):
        left.unlink(missing_ok=True)
    _unlock(place.repository)


def _unlock(repository: Path) -> None:
    """Takes away the locks that a killed git has left on main: it never does so itself, and would let nobody in again.

    No push to main is under way now; whatever else holds one needs it for a moment.
    """
    for lock in map(repository.joinpath, ("refs/heads/main.lock", "packed-refs.lock", "HEAD.lock")):
        for _ in range(40):
            if not lock.exists():
                break
            time.sleep(0.05)
        lock.unlink(missing_ok=True)


def _entries(folder: Path) -> list[Path]:
    folder.mkdir(exist_ok=True)
    return sorted(folder.iterdir())


def _alive(pid: str) -> bool:
    try:
        os.kill(int(pid), 0)
    except (ProcessLookupError, ValueError):
        return False
    except PermissionError:
        pass
    return True


def name(place: Place, now: datetime, commit: str) -> str:
    """A name behind all that there are, also when the clock was put back."""
    named = [datetime.strptime(match[1], _TIME) for each in place.names if (match := _NAME.fullmatch(each))]
    moment = max([now.replace(tzinfo=None, microsecond=0), *(each + timedelta(seconds=1) for each in named)])
    return f"{moment.strftime(_TIME)}-{commit[:7]}"


def describe(site: Path, commit: str) -> None:
    """Writes into a built site what it was made of, and the versions of its files that pages name."""
    found = {
        (match[1] or match[2]).decode()
        for page in site.rglob("*.html")
        for match in _VERSION.finditer(page.read_bytes())
    }
    for index in site.glob("data/**/*.js"):
        with index.open(encoding="utf-8") as file:
            found.update(SAID.findall(file.read(4096)))
    for index in site.glob("data/search.js"):
        found.update(MORE.findall(index.read_text(encoding="utf-8")[-100:]))
    about = {"commit": commit, "versions": sorted(found)}
    (site / ABOUT).write_text(json.dumps(about) + "\n", encoding="utf-8")


def go_live(place: Place, site: Path, entry: str) -> None:
    """Makes a built site, whose folder has a release's name, the one that readers see; `entry` goes into the log.

    Killed at any moment, this leaves either the old site live or the new one.
    """
    release = place.folder / "releases" / site.name
    release.parent.mkdir(exist_ok=True)
    site.rename(release)
    note(place, entry)
    _point(place.live, Path("releases") / release.name)
    tidy(place)


def tidy(place: Place) -> None:
    """Takes away the releases that are too old, and points each version at a release that has it."""
    for old in place.names[:-KEEP]:
        if old != place.present:
            shutil.rmtree(place.folder / "releases" / old, ignore_errors=True)
    kept: dict[str, str] = {}
    for each in [*place.names, place.present]:
        with suppress(OSError, ValueError):
            about = json.loads((place.folder / "releases" / each / ABOUT).read_text(encoding="utf-8"))
            kept |= dict.fromkeys(about["versions"], each)
    folder = place.folder / "kept"
    folder.mkdir(exist_ok=True)
    for version, release in kept.items():
        _point(folder / version, Path("../releases") / release)
    for link in folder.iterdir():
        if link.name not in kept:
            link.unlink(missing_ok=True)


def back(place: Place, entry: str) -> str:
    """Makes the release before the present one live again, and gives its name; empty where there is none."""
    earlier = [each for each in place.names if not place.present or each < place.present]
    if not earlier:
        return ""
    note(place, entry.format(earlier[-1]))
    _point(place.live, Path("releases") / earlier[-1])
    tidy(place)
    return earlier[-1]


def note(place: Place, entry: str) -> None:
    """Adds a line to the log."""
    with place.log.open("a", encoding="utf-8") as file:
        file.write(entry + "\n")


def _point(link: Path, target: Path) -> None:
    """A symlink in the place of another: never none, never half a one."""
    if link.is_symlink() and os.readlink(link) == str(target):
        return
    new = link.with_name(f".{link.name}.new")
    new.unlink(missing_ok=True)
    new.symlink_to(target)
    os.replace(new, link)
