"""How check, build and data grow with the number of questions: all pages of the real plan, generated banks."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.dev.bench import projects

COUNTS = (377, 1000, 3000, 10_000)


@dataclass(frozen=True)
class Run:
    """The processor's seconds, which other work disturbs less than the clock's, and peak memory in MB of one command."""

    seconds: float
    memory: float


@dataclass(frozen=True)
class Point:
    """What one project costs. `templated` is the check of as many questions whose stems are made from one template."""

    count: int
    check: Run
    templated: Run
    build: Run
    data: int
    largest: int


def curve(made: Path) -> Iterator[Point]:
    """Each size in turn; `made` is a folder for the projects."""
    for count in COUNTS:
        varied = projects.spread(count, made / f"varied-{count}")
        templated = projects.spread(count, made / f"templated-{count}", templated=True)
        site = made / f"varied-{count}-site"
        built = ["mkdocs", "build", "--quiet", "--strict", "-f", str(varied / "mkdocs.yml"), "-d", str(site)]
        build = _run(built, varied)
        sizes = [file.stat().st_size for file in (site / "data").rglob("*") if file.is_file()]
        check = ["yanxi.commands", "check"]
        yield Point(count, _run(check, varied), _run(check, templated), build, sum(sizes), max(sizes))


def _run(command: Sequence[str], folder: Path) -> Run:
    process = subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert process.stderr
    said = process.stderr.read()  # until it ends
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)}: {said.decode()}")
    return Run(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
