"""What becomes of the files that Material ships: of its style sheets what our pages need goes into ours; the rest is not built.

Its script is not missed: what a page does beyond being read, page.js does.
"""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatch
from functools import lru_cache
from pathlib import Path

from yanxi.site.theme import material
from yanxi.site.theme.sheet import needed

OURS = "assets/yanxi.css"


def is_theirs(path: str) -> bool:
    """Whether a file of the site, by its path, is one of Material's."""
    return path.startswith(material.FOLDERS) or path == material.ICON


def sheet(theirs: Mapping[str, str], docs: Path) -> str:
    """The one style sheet of every page: what is needed of `theirs`, files by their path on the site, and then our own.

    Empty where none of the files is a style sheet of Material's: then the site has another theme.
    """
    wanted = [source for name in material.SHEETS for path, source in theirs.items() if fnmatch(path, name)]
    if not wanted:
        return ""
    ours = "".join(file.read_text(encoding="utf-8") for file in sorted((docs / "assets").glob("*.css")))
    own = docs / OURS
    return _needed("".join(Path(source).read_text(encoding="utf-8") for source in wanted), ours) + (
        own.read_text(encoding="utf-8") if own.is_file() else ""
    )


@lru_cache(maxsize=4)  # for a preview, which builds again and again
def _needed(theirs: str, ours: str) -> str:
    return needed(theirs, ours)


def write(site: Path, text: str) -> None:
    """Puts that style sheet in the place of ours alone."""
    if text:
        file = site / OURS
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
