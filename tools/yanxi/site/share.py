"""A code for each page's address, to be read by another phone. There is one only where the site knows its own address."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path, PurePosixPath

import segno

MODULE = 8
"""Pixels a side of one square: shown at 160, sharp on any phone."""


def write(site: Path, page: str, address: str | None) -> None:
    """Writes the code of `address` beside a page of the site, e.g. `2022/a1/m3/index.html`; without an address nothing."""
    if address:
        file = site / PurePosixPath(page).with_suffix(".png")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(code(address))


@lru_cache(maxsize=4096)  # as long as a page is written again and again while an editor looks on
def code(address: str) -> bytes:
    """A PNG of the address as a QR code."""
    file = io.BytesIO()
    segno.make_qr(address, error="m").save(file, kind="png", scale=MODULE, border=4)
    return file.getvalue()
