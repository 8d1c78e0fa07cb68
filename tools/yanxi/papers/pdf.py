"""HTML as PDF, printed by a browser: it embeds the fonts, breaks no question and numbers the pages."""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path

from yanxi.papers.readable import readable

FLAGS = (
    "--headless",
    "--print-to-pdf=page.pdf",
    "--no-pdf-header-footer",
    "--no-sandbox",  # the page is ours, runs no script and loads nothing; as root, or in a container, there is no sandbox
    "--disable-gpu",
    "--disable-extensions",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--user-data-dir=profile",  # one that is open already would take the page over
)
PATIENCE = 120
"""Seconds."""

_MADE = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}([^)]*\))")


class Unprinted(Exception):
    """Says, in Chinese, why there is no PDF."""


def write(page: str, browser: str) -> bytes:
    """The PDF's bytes: the same for the same page, browser and fonts. Raises Unprinted."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        file = Path(folder, "page.html")
        file.write_text(page, encoding="utf-8")
        try:
            done = subprocess.run(
                [browser, *FLAGS, file.as_uri()], cwd=folder, capture_output=True, timeout=PATIENCE, check=False
            )
            data = Path(folder, "page.pdf").read_bytes()
        except subprocess.TimeoutExpired:
            raise Unprinted(f"{browser} 过了 {PATIENCE} 秒还没有打印出来。") from None
        except FileNotFoundError:
            raise Unprinted(f"{browser} 没有打印出 PDF。") from None
        except OSError as error:
            raise Unprinted(f"{browser} 启动不了（{error.strerror}）。") from None
    if done.returncode or not data.startswith(b"%PDF"):
        raise Unprinted(f"{browser} 没有打印出 PDF（状态码 {done.returncode}）。")
    return readable(_MADE.sub(rb"\g<1>20000101000000\g<2>", data))
