"""What a PDF says its glyphs are: characters, and not the radicals that look like them."""

import re
import zlib

import pytest

from yanxi.papers.readable import readable

MAP = b"""begincmap
1 begincodespacerange
<00> <FF>
endcodespacerange
2 beginbfchar
<07> <2EDA>
<08> <5141>
endbfchar
2 beginbfrange
<01> <03> <2F00>
<04> <06> <4E00>
endbfrange
endcmap
"""


def written(*streams: bytes) -> bytes:
    """A PDF as Chromium writes it, of these streams."""
    data, starts = b"%PDF-1.4\n", []
    for number, stream in enumerate(streams, 1):
        starts.append(len(data))
        head = b"%d 0 obj\n<</Filter /FlateDecode\n/Length %d>> stream\n" % (number, len(stream))
        data += head + stream + b"\nendstream\nendobj\n"
    rows = b"".join(b"%010d 00000 n \n" % start for start in starts)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(starts) + 1)
    return data + table + rows + b"trailer\n<</Size 3>>\nstartxref\n%d\n%%%%EOF\n" % len(data)


def streams(data: bytes) -> list[bytes]:
    """The streams, each where the table says that it is."""
    table = int(re.search(rb"startxref\n(\d+)", data)[1])
    found = []
    for start in re.findall(rb"(\d{10}) 00000 n", data[table:]):
        head = re.match(rb"\d+ 0 obj\n<<.*?/Length (\d+)>> stream\n", data[int(start) :], re.DOTALL)
        begin = int(start) + head.end()
        found.append(data[begin : begin + int(head[1])])
        assert data[begin + int(head[1]) :].startswith(b"\nendstream")
    return found


def test_radicals_become_characters_and_nothing_else_changes() -> None:
    picture = zlib.compress(b"<07> <2EDA>\n" * 9)
    [first, second, third] = streams(readable(written(picture, zlib.compress(MAP), b"no zlib")))
    assert (first, third) == (picture, b"no zlib")
    said = zlib.decompress(second)
    assert b"<07> <9875>\n<08> <5141>\n" in said
    assert b"<01> <03> [<4E00> <4E28> <4E36>]\n<04> <06> [<4E00> <4E01> <4E02>]\n" in said
    assert b"<00> <FF>\n" in said


@pytest.mark.parametrize("odd", [b"", b"%PDF-1.7\nanything", written(b"x").replace(b"startxref\n", b"startxref\n9")])
def test_a_pdf_of_another_make_stays_as_it_is(odd: bytes) -> None:
    assert readable(odd) == odd
