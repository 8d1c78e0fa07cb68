"""The widget's files among the site's assets."""

from __future__ import annotations

import hashlib
from pathlib import Path

FILES = ("yanxi.js", "yanxi.css")


def extra(docs: Path, sheet: str) -> dict[str, str]:
    """What the templates need of them: the version, and what stands in the pages that readers come in by."""
    return {"yanxi_version": version(docs, sheet), "yanxi_sheet": sheet, "yanxi_script": first_script(docs)}


def version(docs: Path, sheet: str) -> str:
    """Eight hex digits of what all scripts and style sheets hold, and of the `sheet` that the theme's is made into; empty where
    the widget's have not been built."""
    folder = docs / "assets"
    if not all((folder / name).is_file() for name in FILES):
        return ""
    files = sorted(file for file in folder.iterdir() if file.suffix in (".js", ".css"))
    return hashlib.sha256(sheet.encode() + b"".join(file.read_bytes() for file in files)).hexdigest()[:8]


def first_script(docs: Path) -> str:
    """The script that has to be there before the first question is, to stand in a page; empty where it cannot."""
    file = docs / "assets" / FILES[0]
    text = file.read_text(encoding="utf-8").strip() if file.is_file() else ""
    return "" if "</script" in text or "<!--" in text else text
