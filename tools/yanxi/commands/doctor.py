"""yanxi doctor: what this machine lacks, each with the command that mends it."""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

NAME = "doctor"
HELP = "看这台电脑缺什么，用哪条命令补上"

PYTHON = (3, 11)
ROOM = 500_000_000
"""Bytes that a few builds and the programs they need take."""
SAMPLE = "一（二）“三”——四……"
"""What every message has."""


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at; `mend` is what to do where it is not well."""

    well: bool
    what: str
    mend: str = ""


def add(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(outside=True)


def run(options: argparse.Namespace) -> int:
    found = list(examine(options.root.resolve()))
    for each in found:
        print(f"好    {each.what}" if each.well else f"缺    {each.what}\n      {each.mend}")
    missing = sum(not each.well for each in found)
    print(f"缺 {missing} 样。" if missing else "什么都不缺。")
    return 1 if missing else 0


def examine(root: Path) -> Iterator[Finding]:
    """Everything that editing, checking and pushing need; what a project needs, where `root` is one."""
    version = platform.python_version()
    yield Finding(
        sys.version_info >= PYTHON,
        f"Python {version}",
        f"要 3.11 或更新的。{_install('python3', 'Python.Python.3.12')}",
    )
    git = shutil.which("git")
    yield Finding(bool(git), "git：取下和推送内容", _install("git", "Git.Git"))
    if git:
        for key, example in (("user.name", "张三"), ("user.email", "zhangsan@example.org")):
            mend = f"请运行：git config --global {key} {example}"
            yield Finding(bool(_configured(key)), f"git 的 {key}：提交时写明是谁", mend)
    encoding = (sys.stdout.encoding or "").lower()
    mend = "请运行：chcp 65001" if os.name == "nt" else "请运行：export LANG=C.UTF-8"
    yield Finding(_shows(encoding), f"窗口的编码 {encoding or '不明'}：看得到中文", mend)
    free = shutil.disk_usage(root).free
    yield Finding(free > ROOM, f"磁盘还有 {free // 1_000_000} MB", f"请腾出 {ROOM // 1_000_000} MB 以上再生成网站。")
    if (root / "docs").is_dir():
        yield from _project(root)


def _project(root: Path) -> Iterator[Finding]:
    yield Finding((root / "mkdocs.yml").is_file(), "mkdocs.yml：网站的设置", "请运行：git restore mkdocs.yml")
    mend = "请运行：make widget（Windows 上见手册“命令”一页）"
    yield Finding((root / "docs/assets/yanxi.js").is_file(), "docs/assets/yanxi.js：网页里的程序", mend)
    yield Finding(os.access(root, os.W_OK), f"{root} 可以写", "请换到自己的文件夹，或请管理员给写的权限。")


def _configured(key: str) -> str:
    ended = subprocess.run(["git", "config", key], capture_output=True, encoding="utf-8", errors="replace", check=False)
    return ended.stdout.strip()


def _shows(encoding: str) -> bool:
    try:
        SAMPLE.encode(encoding)
    except (LookupError, UnicodeEncodeError):
        return False
    return True


def _install(package: str, windows: str) -> str:
    """The command that installs a program here."""
    if os.name == "nt":
        return f"请运行：winget install {windows}"
    for manager, command in (
        ("apt-get", "sudo apt-get install"),
        ("dnf", "sudo dnf install"),
        ("brew", "brew install"),
    ):
        if shutil.which(manager):
            return f"请运行：{command} {package}"
    return f"请安装 {package}。"
