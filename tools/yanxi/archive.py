"""Zip archives with nothing of the moment they were made at: workbooks, Word documents, packages of questions."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

MADE = (2000, 1, 1, 0, 0, 0)
"""The time that every part bears."""


def packed(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """An archive of these parts, in this order: the same parts are the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            part = zipfile.ZipInfo(name, MADE)
            part.create_system = 3  # else it says which machine wrote it
            archive.writestr(part, data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def unpacked(data: bytes) -> list[tuple[str, bytes]]:
    """The parts of an archive that a library of ours has just written, in its order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]
