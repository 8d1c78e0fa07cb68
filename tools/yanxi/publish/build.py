"""Building what was pushed, with nothing but the server's own programs and settings."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

from yanxi.problem import DISK_FULL

SETTINGS = "mkdocs.yml"
SECONDS = 900
"""A build that takes longer is given up."""
MEMORY = 4_000_000_000
"""Bytes that a build may have."""

_FULL = (f"[Errno {errno.ENOSPC}]", f"] {DISK_FULL}")
_LEFT_OUT = ("docs", "quizzes", "site")


def prepare(server: Path, folder: Path) -> None:
    """Lays the server's own settings, and all that they may name by a relative path, into a folder beside the pushed content."""
    shutil.copy(server / SETTINGS, folder / SETTINGS)
    for each in sorted(server.iterdir()):
        if not each.name.startswith(("site.", ".")) and each.name not in (*_LEFT_OUT, SETTINGS):
            (folder / each.name).symlink_to(each)
    if (server / "docs/assets").is_dir():
        shutil.copytree(server / "docs/assets", folder / "docs/assets")


def build(folder: Path) -> list[str]:
    """Builds folder/site; returns the lines of what is wrong, none when it is done. A full disk is raised: it is nobody's mistake."""
    # What git's hooks leave in the environment is meant for git in its own folder.
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = [sys.executable, "-I", "-X", "utf8", "-m", "yanxi.commands", "build", "--root", str(folder)]
    try:
        ended = subprocess.run(
            command, cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            timeout=SECONDS, preexec_fn=_limit, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return [f"生成网站用了 {SECONDS} 秒还没有完，已停下。多半是有一个文件太大或不正常，请看这次改了什么。"]
    said = ended.stdout.decode("utf-8", "replace").splitlines()
    if ended.returncode == 0:
        return []
    if any(full in line for line in said for full in _FULL):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    return said or [f"生成网站的程序中途停下了（状态 {ended.returncode}）。请再推送一次；还是这样，请找管理员。"]


def _limit() -> None:
    import resource  # Windows has none

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(
        resource.RLIMIT_CPU, (SECONDS, SECONDS)
    )  # also what the builder has started and can no longer stop
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
