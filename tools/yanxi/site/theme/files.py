"""What Material ships and no reader loads or needs: source maps, a search of its own, and the addresses of other hosts."""

from __future__ import annotations

import re
from pathlib import Path

from yanxi.site.theme import material

_FOREIGN = re.compile("|".join(map(re.escape, material.FOREIGN_HOSTS)))


def slim(site: Path) -> int:
    """Takes it out of a built site; returns the number of bytes saved."""
    saved = 0
    for file in [*site.glob(material.SOURCE_MAPS), *site.glob(material.STEMMERS), *site.glob(material.WORKERS)]:
        saved += file.stat().st_size
        file.unlink()
    for file in site.glob(material.SCRIPTS):
        saved += _rewrite(file, without_hosts(without_map(file.read_text(encoding="utf-8"))))
    return saved


def without_map(text: str) -> str:
    """A script without the line that tells a browser where its source map is."""
    return "\n".join(line for line in text.split("\n") if not line.startswith(material.SOURCE_MAP_LINE))


def without_hosts(text: str) -> str:
    """A script that asks no other host: what it would have fetched is empty."""
    return _FOREIGN.sub("data:,", text)


def _rewrite(file: Path, text: str) -> int:
    before, after = file.stat().st_size, text.encode()
    if len(after) < before:
        file.write_bytes(after)
    return max(0, before - len(after))
