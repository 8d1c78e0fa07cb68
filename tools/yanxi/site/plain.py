"""Pages are content, not code: HTML in them is text, and what they link to is an address that a reader would expect.

Python-Markdown lets raw HTML, any scheme and (by attr_list) any attribute through. The check names what is found; this makes
sure that it does nothing, whoever builds.
"""

from __future__ import annotations

import html
import re
from xml.etree.ElementTree import Element

import markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from yanxi.document import fences
from yanxi.document.prose import SCHEMES

ADDRESSES = ("href", "src")
ATTRIBUTES = ("id", "class", "alt", "title", "start", "colspan", "rowspan", "data-yx")

_COMMENT = re.compile(r"^ {0,3}<!--.*?-->[ \t]*$", re.MULTILINE | re.DOTALL)
_INLINE_COMMENT = r"(<!--(?!-?>)(?:(?!-->).)*-->)"
_ALIGNED = re.compile(r"text-align: (?:left|right|center);")
_SCHEME = re.compile(r"([a-z][a-z0-9+.\-]*):", re.IGNORECASE)


def extend(md: markdown.Markdown) -> None:
    """Takes raw HTML out of what `md` knows; comments go."""
    md.preprocessors.register(_Comments(md), "html_block", 20)
    # Before superfences, which would give the attributes behind a fence's name to the code.
    md.preprocessors.register(_Names(md), "yanxi_names", 27)
    md.inlinePatterns.register(_Remarks(_INLINE_COMMENT, md), "html", 90)
    # After everything else, whoever has made the element.
    md.treeprocessors.register(_Attributes(md), "yanxi_attributes", -100)


class _Comments(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return _COMMENT.sub("", "\n".join(lines)).split("\n")


class _Remarks(InlineProcessor):
    """What an editor notes in the middle of a line is not for those who look at a page's source."""

    def handleMatch(self, match: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]
        return "", match.start(), match.end()


class _Names(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        for fence in fences.scan(lines):
            line = lines[fence.line - 1]
            if "{" in line or "=" in line:
                lines[fence.line - 1] = re.sub(r"([`~]{3,}).*", r"\1", line)
        return lines


class _Attributes(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            for name in [name for name, value in element.attrib.items() if not _kept(element.tag, name, value)]:
                del element.attrib[name]


def _kept(tag: object, name: str, value: str) -> bool:
    if name in ADDRESSES:
        return tag in ("a", "img") and safe(value)
    return name in ATTRIBUTES or (name == "style" and tag in ("td", "th") and bool(_ALIGNED.fullmatch(value)))


def safe(address: str) -> bool:
    """Whether an address, entities and all, is relative or of a scheme that a page may link to."""
    # Browsers pass over white space and control characters in a scheme.
    plain = re.sub(r"[\x00-\x20]", "", html.unescape(address.replace(AMP_SUBSTITUTE, "&")))
    scheme = _SCHEME.match(plain)
    return scheme is None or scheme[1].lower() in SCHEMES
