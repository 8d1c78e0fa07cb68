"""Banks as other programs' files, one format a file. `selection.Format` is what a format has.

To add a format: a file here, its name in FORMATS, its page in docs/help/exchange/. What comes in is told by what it holds in
`files`, opened without trust (`untrusted`), and made into `rows`: from tables by `sheets` and `columns`, from papers line by line
by `layout` and `signs` (of Word, `word` and `numbering` give the lines), from Moodle's formats by themselves. `incoming` holds
the rows against the bank.
"""

from __future__ import annotations

from yanxi.exchange import aiken, anki, csv, docx, gift, kaoshibao, moodle, qti, wenjuanxing, xlsx, xuexitong
from yanxi.exchange.selection import Format

FORMATS: dict[str, Format] = {
    module.NAME: module
    for module in (xlsx, csv, docx, kaoshibao, xuexitong, wenjuanxing, moodle, gift, aiken, qti, anki)
}
