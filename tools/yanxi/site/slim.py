"""What Material ships and no reader loads or needs: source maps, the stemmers of other languages, escapes in the index,
and the addresses of other hosts."""

from __future__ import annotations

import json
import re
from pathlib import Path

INDEX = "search/search_index.json"
# Fallbacks for browsers older than ours, diagrams, and a repository's stars: each would ask a host that is slow or blocked.
_FOREIGN = re.compile(r"https://(?:unpkg\.com|api\.github\.com|gitlab\.com)/")
_MAP_LINES = ("//# sourceMappingURL", "/*# sourceMappingURL")


def slim(site: Path) -> int:
    """Takes it out of a built site; returns the number of bytes saved."""
    scripts = site / "assets/javascripts"
    saved = 0
    for file in [*site.glob("assets/**/*.map"), *(scripts / "lunr").rglob("*.js")]:
        saved += file.stat().st_size
        file.unlink()
    for file in [*site.glob("assets/stylesheets/*.css"), *scripts.rglob("*.js")]:
        saved += _rewrite(file, without_hosts(without_map(file.read_text(encoding="utf-8"))))
    if (site / INDEX).is_file():
        saved += _rewrite(site / INDEX, unescaped((site / INDEX).read_text(encoding="utf-8")))
    return saved


def without_map(text: str) -> str:
    """A script or style sheet without the line that tells a browser where its source map is."""
    return "\n".join(line for line in text.split("\n") if not line.startswith(_MAP_LINES))


def without_hosts(text: str) -> str:
    """A script that asks no other host: what it would have fetched is empty."""
    return _FOREIGN.sub("data:,", text)


def unescaped(text: str) -> str:
    """JSON with its Chinese as Chinese: three bytes a character, not six."""
    return json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":"))


def _rewrite(file: Path, text: str) -> int:
    before, after = file.stat().st_size, text.encode()
    if len(after) < before:
        file.write_bytes(after)
    return max(0, before - len(after))
