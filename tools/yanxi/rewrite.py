"""Several files written anew: all of them, or none."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path


def rewrite(root: Path, files: Mapping[str, str]) -> None:
    """Writes texts by their paths below `root`: first beside the old files, then in their place.

    A failure puts back what was there and is raised; a folder that is not there yet is made.
    """
    old = {path: (root / path).read_bytes() if (root / path).exists() else None for path in files}
    beside = {path: (root / path).with_name(f".{Path(path).name}.new") for path in files}
    done: list[str] = []
    try:
        for path, text in files.items():
            beside[path].parent.mkdir(parents=True, exist_ok=True)
            beside[path].write_text(text, encoding="utf-8", newline="\n")
        for path in files:
            os.replace(beside[path], root / path)
            done.append(path)
    except OSError:
        for path in done:
            _put_back(root / path, old[path])
        raise
    finally:
        for each in beside.values():
            each.unlink(missing_ok=True)


def _put_back(file: Path, data: bytes | None) -> None:
    if data is None:
        file.unlink(missing_ok=True)
    else:
        file.write_bytes(data)
