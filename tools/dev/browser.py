"""The browsers of the tests: found where machines keep them, or installed where that takes no question.

python -m tools.dev.browser finds or installs one, or fails with the command that does; with --webkit, Safari's engine.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import sync_playwright

from tools.dev.node import NODE
from yanxi.papers.browser import SHELL, candidates

# Playwright's own Node wants libatomic, which a bare Debian lacks; ours does not.
os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(NODE))

# Without the font every Chinese character is the same empty box.
CHROMIUM = ("chromium", SHELL, "fonts-noto-cjk")
# Safari's engine, which there is for Linux alone, with its driver and a screen in memory.
WEBKIT = ("webkit2gtk-driver", "xvfb")
WEBKIT_BROWSERS = ("lib/*/webkit2gtk-4*/MiniBrowser", "libexec/webkit2gtk-4*/MiniBrowser")
PLAYWRIGHT = (sys.executable, "-m", "playwright", "install", "chromium")
WEBKIT_ADVICE = """\
没有找到 Safari 的内核 WebKitGTK、它的驱动 WebKitWebDriver 或虚拟屏幕 Xvfb，页面测试无法进行。请运行：{command}"""
ADVICE = """\
没有找到 Chromium、Chrome 或 Edge，页面测试无法进行。请运行：{command}
或用 YANXI_BROWSER=/路径/chrome 指明它在哪里。"""


class NoBrowser(Exception):
    """Says, in the reader's language, which command would help."""


class WebKit(NamedTuple):
    """The paths of a browser with Safari's engine and of what drives it."""

    browser: str
    driver: str


def find(whole: bool = False) -> str:
    """The path of a browser that starts; of a whole one, or of the engine alone where that is there."""
    named = os.environ.get("YANXI_BROWSER")
    if named:
        if _starts(named):
            return named
        raise NoBrowser(f"YANXI_BROWSER={named} 不是能启动的浏览器。请改正它，或取消这个变量。")
    for path in _candidates(whole):
        if _starts(path):
            return path
    raise NoBrowser(ADVICE.format(command=_command_for_a_person()))


def find_webkit() -> WebKit:
    """Safari's engine, and a screen for it."""
    driver = shutil.which("WebKitWebDriver")
    found = [str(path) for pattern in WEBKIT_BROWSERS for path in sorted(Path("/usr").glob(pattern))]
    if driver and found and shutil.which("Xvfb"):
        return WebKit(found[-1], driver)
    sudo = "" if os.geteuid() == 0 else "sudo "
    raise NoBrowser(WEBKIT_ADVICE.format(command=f"{sudo}apt-get update && {sudo}{' '.join(_apt(*WEBKIT))}"))


def install(packages: tuple[str, ...]) -> None:
    """Installs what this machine lets us."""
    commands = [["apt-get", "update", "-qq"], _apt(*packages)] if _may_use_apt() else [list(PLAYWRIGHT)]
    for command in commands:
        print("+", *command, flush=True)
        if subprocess.run(command, env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"}).returncode:
            break


def _candidates(whole: bool) -> Iterator[str]:
    # In the engine alone the tests need a third less time. It keeps no page for the way back, so the whole browser has to be
    # there too.
    yield from candidates(*(() if whole else (SHELL,)))
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    yield own


def _starts(path: str) -> bool:
    """Ubuntu's chromium-browser may only be a note about snap, and a library may be missing."""
    if not os.access(path, os.X_OK):
        return False
    if _is_windows():  # where --version would open a window
        return True
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _is_windows() -> bool:
    return os.name == "nt"


def _apt(*packages: str) -> list[str]:
    return ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]


def _is_debian() -> bool:
    """Not Ubuntu, whose chromium package wants snap."""
    try:
        return "\nID=debian\n" in "\n" + Path("/etc/os-release").read_text(encoding="utf-8")
    except OSError:
        return False


def _may_use_apt() -> bool:
    return _is_debian() and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _command_for_a_person() -> str:
    if _is_debian():
        sudo = "" if os.geteuid() == 0 else "sudo "
        return f"{sudo}apt-get update && {sudo}{' '.join(_apt(*CHROMIUM))}"
    system_libraries = ["--with-deps"] if sys.platform == "linux" else []
    return " ".join([*PLAYWRIGHT, *system_libraries])


def main(arguments: Sequence[str] = ()) -> int:
    webkit = "--webkit" in arguments

    def look() -> str:
        return find_webkit().browser if webkit else find(whole=True)

    try:
        path = look()
    except NoBrowser:
        if not webkit or _may_use_apt():
            install(WEBKIT if webkit else CHROMIUM)
        try:
            path = look()
        except NoBrowser as missing:
            print(missing, file=sys.stderr)
            return 1
    print("浏览器：", path, sep="")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
