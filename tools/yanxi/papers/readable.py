"""A PDF whose words can be searched and copied.

A font may draw 页 and the radical ⻚ with one glyph, as Noto's do, and Chromium then writes down that the page says the radical.
Here the glyphs' meanings (the fonts' ToUnicode maps) are put right. Nothing that is seen changes.
"""

from __future__ import annotations

import re
import unicodedata
import zlib

_PAIRS = "⺟母⺠民⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟"
"""Radicals that look like a character, which Unicode's normal forms do not know; those of KangXi they do."""
_SAME = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))

_TABLE = re.compile(rb"xref\n0 (\d+)\n0000000000 65535 f \n")
_ROW = 20
"""Bytes in a row of the table of objects."""
_STREAM = re.compile(rb"(.*?/Filter /FlateDecode\s+/Length )(\d+)(>> stream\n)", re.DOTALL)
_ONE = re.compile(rb"(<[0-9A-F]+> )<([0-9A-F]{4})>(?=\n)")
_RANGE = re.compile(rb"<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]{4})>(?=\n)")


def readable(data: bytes) -> bytes:
    """The PDF with its maps put right; as it was where it is not written as Chromium does."""
    found = re.search(rb"startxref\n(\d+)\n%%EOF\s*$", data)
    table = found and _TABLE.match(data, int(found[1]))
    if not found or not table:
        return data
    rows = range(table.end(), table.end() + _ROW * (int(table[1]) - 1), _ROW)
    starts = [int(data[row : row + 10]) for row in rows]
    order = sorted(range(len(starts)), key=starts.__getitem__)
    ends = [*(starts[number] for number in order[1:]), table.start()]
    made, size = [data[: starts[order[0]]]], starts[order[0]]
    for number, end in zip(order, ends, strict=True):
        made.append(_object(data[starts[number] : end]))
        starts[number] = size
        size += len(made[-1])
    made += [table[0], *(b"%010d 00000 n \n" % start for start in starts)]
    trailer = data[rows.stop : found.start()]
    return b"".join((*made, trailer, b"startxref\n%d\n%%%%EOF\n" % size))


def _object(written: bytes) -> bytes:
    stream = _STREAM.match(written)
    if not stream:
        return written
    packed = written[stream.end() : stream.end() + int(stream[2])]
    try:
        text = zlib.decompress(packed)
    except zlib.error:
        return written
    if b"begincmap" not in text:
        return written
    again = zlib.compress(_put_right(text))
    rest = written[stream.end() + len(packed) :]
    return b"".join((stream[1], b"%d" % len(again), stream[3], again, rest))


def _put_right(text: bytes) -> bytes:
    """A map with characters in place of radicals; a run of them is written out one by one."""
    pieces = re.split(rb"(?<=beginbfrange\n)(.*?)(?=endbfrange)", text, flags=re.DOTALL)
    pieces[1::2] = [_RANGE.sub(_run, piece) for piece in pieces[1::2]]
    pieces[::2] = [_ONE.sub(lambda one: one[1] + _code(int(one[2], 16)), piece) for piece in pieces[::2]]
    return b"".join(pieces)


def _run(found: re.Match[bytes]) -> bytes:
    count = int(found[2], 16) - int(found[1], 16) + 1
    codes = b" ".join(_code(int(found[3], 16) + at) for at in range(count))
    return b"<%b> <%b> [%b]" % (found[1], found[2], codes)


def _code(point: int) -> bytes:
    character = chr(point)
    if 0x2F00 <= point <= 0x2FD5:
        character = unicodedata.normalize("NFKC", character)
    return b"<%04X>" % ord(_SAME.get(character, character))
