"""HTML as PDF, printed by a browser: it embeds the fonts, breaks no question and numbers the pages."""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path

from yanxi.papers.readable import readable

FLAGS = (
    "--headless",
    "--no-pdf-header-footer",
    "--no-sandbox",  # the page is ours, runs no script and loads nothing; as root, or in a container, there is no sandbox
    "--disable-gpu",
    "--disable-extensions",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 120
"""Seconds."""

_MADE = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}([^)]*\))")


class Unprinted(Exception):
    """Says, in Chinese, why there is no PDF."""


def write(page: str, browser: str, beside: Path) -> bytes:
    """The PDF's bytes: the same for the same page, browser and fonts. Raises Unprinted.

    It is made in a folder in `beside`, and not among temporary files: a browser from a snap sees none of those.
    """
    with tempfile.TemporaryDirectory(dir=beside.resolve(), prefix="pdf-", ignore_cleanup_errors=True) as folder:
        file, made = Path(folder, "page.html"), Path(folder, "page.pdf")
        file.write_text(page, encoding="utf-8")
        # With a profile that is open already it would hand the page over, and be gone.
        own = (f"--print-to-pdf={made}", f"--user-data-dir={Path(folder, 'profile')}")
        try:
            done = subprocess.run(
                [browser, *FLAGS, *own, file.as_uri()], capture_output=True, timeout=PATIENCE, check=False
            )
            data = made.read_bytes()
        except subprocess.TimeoutExpired:
            raise Unprinted(f"{browser} 过了 {PATIENCE} 秒还没有打印出来。") from None
        except FileNotFoundError:
            raise Unprinted(f"{browser} 没有打印出 PDF。") from None
        except OSError as error:
            raise Unprinted(f"{browser} 启动不了（{error.strerror}）。") from None
    if done.returncode or not data.startswith(b"%PDF"):
        raise Unprinted(f"{browser} 没有打印出 PDF（状态码 {done.returncode}）。")
    return readable(_MADE.sub(rb"\g<1>20000101000000\g<2>", data))
