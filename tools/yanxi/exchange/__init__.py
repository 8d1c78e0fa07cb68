"""Banks as other programs' files, one format a file. `selection.Format` is what a format has.

To add a format: a file here, its name in FORMATS, its section in docs/help/exchange.md. What comes in as rows and columns is
in `sheet` (files), `columns` (a question as cells) and `incoming` (rows held against the bank).
"""

from __future__ import annotations

from yanxi.exchange import aiken, anki, csv, docx, gift, kaoshibao, moodle, qti, wenjuanxing, xlsx, xuexitong
from yanxi.exchange.selection import Format

FORMATS: dict[str, Format] = {
    module.NAME: module
    for module in (xlsx, csv, docx, kaoshibao, xuexitong, wenjuanxing, moodle, gift, aiken, qti, anki)
}
