"""Where machines keep a browser of Chromium's kind: Chromium, Chrome, Edge."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

SHELL = "chromium-headless-shell"
"""Chromium's engine alone, without windows."""
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
MAC = (
    "Chromium.app/Contents/MacOS/Chromium",
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
    "Chromium/Application/chrome.exe",
)


def candidates(*names: str) -> Iterator[str]:
    """The paths where one of these names, or one of the usual browsers, may be; the best first."""
    yield from filter(None, map(shutil.which, (*names, *NAMES)))
    for folder in ("/Applications", Path.home() / "Applications"):
        yield from (str(Path(folder, name)) for name in MAC)
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        if os.environ.get(variable):
            yield from (str(Path(os.environ[variable], name)) for name in WINDOWS)


def find() -> str | None:
    """The path of a browser that can print; YANXI_BROWSER names one before all others."""
    named = os.environ.get("YANXI_BROWSER")
    paths = [named] if named else candidates(SHELL)
    return next((path for path in paths if os.access(path, os.X_OK)), None)
