"""HTML as Moodle keeps it, as the plain text that a bank holds: bold stays, pictures and formulas are named as lost."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from yanxi import bold

_BLOCKS = {
    "p",
    "div",
    "br",
    "li",
    "tr",
    "table",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "pre",
    "hr",
}
_SILENT = {"script", "style", "svg", "math"}
_LOST = {
    "img": "图片", "picture": "图片", "svg": "图片", "video": "视频", "audio": "声音", "iframe": "嵌入的网页",
    "object": "嵌入的对象", "embed": "嵌入的对象", "math": "公式", "table": "表格的样子",
}  # fmt: skip
_RAISED = {"sup": str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ"), "sub": str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")}
_STRONG = {"b", "strong"}


@dataclass
class Plain:
    """A text, and what of its source is not in it, in words."""

    text: str
    lost: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.made: list[str] = []
        self.lost: list[str] = []
        self.silent = 0
        self.strong = 0
        self.raised: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _LOST:
            self.lost.append(_LOST[tag])
        if tag in _SILENT:
            self.silent += 1
        elif tag in _BLOCKS:
            self.end_bold()
            self.made.append("\n")
            self.begin_bold()
        elif tag in _STRONG:
            self.strong += 1
            if self.strong == 1:
                self.made.append("\ue000")
        elif tag in _RAISED:
            self.raised.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag in _SILENT | _STRONG | {*_RAISED}:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag in _BLOCKS:
            self.end_bold()
            self.made.append("\n")
            self.begin_bold()
        elif tag in _STRONG and self.strong:
            self.strong -= 1
            if not self.strong:
                self.made.append("\ue001")
        elif tag in _RAISED and tag in self.raised:
            self.raised.remove(tag)

    def end_bold(self) -> None:
        if self.strong:
            self.made.append("\ue001")

    def begin_bold(self) -> None:
        if self.strong:
            self.made.append("\ue000")

    def handle_data(self, data: str) -> None:
        if self.silent:
            return
        words = re.sub(r"[\ue000\ue001]", "", data)
        if self.raised and words.strip():
            table = _RAISED[self.raised[-1]]
            if any(ord(each) not in table and not each.isspace() for each in words):
                self.lost.append("上标和下标")
            words = words.translate(table)
        self.made.append(re.sub(r"[ \t\r\n\f]+", " ", words))


def plain(html: str) -> Plain:
    """The text of a piece of HTML, its paragraphs on lines of their own. Markup that is broken is text."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    rows = [" ".join(row.split(" ")).strip(" \t") for row in "".join(reader.made).split("\n")]
    return Plain(_bold("\n".join(row for row in rows if row.strip("\ue000\ue001 "))), list(dict.fromkeys(reader.lost)))


def _bold(text: str) -> str:
    """Bold parts between two asterisks, where these would make the same parts bold; else without."""
    text = re.sub(r"\ue000(\s*)\ue001", r"\1", text)
    text = re.sub(r"\ue000(\s*)(.*?)(\s*)\ue001", "\\1\ue000\\2\ue001\\3", text)
    bare = re.sub("[\ue000\ue001]", "", text)
    whole = re.fullmatch("\ue000[^\ue000\ue001]*\ue001", text)
    marked = re.sub("[\ue000\ue001]", "**", text)
    return bare if whole or bold.plain(marked) != bare else marked
