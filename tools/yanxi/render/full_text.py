"""The whole official text on one page: its document's title, the file it was read from with its fingerprint, and contents.

What stands beside the text (where it is cited, the way to its page) is in attributes, so that copying gives the text alone.
"""

from __future__ import annotations

from markupsafe import Markup

from yanxi.model import Document, Provision
from yanxi.render.markup import html, join
from yanxi.render.official import paragraphs
from yanxi.render.place import Place


def full_text(document: Document, title: str, sha256: str, place: Place) -> Markup:
    return html(
        '<div class="yx-full"><p class="yx-full-title">{title}</p>{head}<details class="yx-group"><summary>目录</summary><nav class="yx-full-contents" aria-label="全文目录">{contents}</nav></details>'
        '<div class="yx-full-text">{text}</div></div>',
        title=title,
        head=_head(document, sha256, place),
        contents=_contents(document, None),
        text=join(_provision(each, place) for each in document.provisions),
    )


def _head(document: Document, sha256: str, place: Place) -> Markup:
    return html(
        '<p class="yx-file">原文一字不动，共 {} 个字符（连同换行）。<a href="{}" download>下载 text.txt</a></p>'
        '<p class="yx-file yx-sha">SHA-256 <code>{}</code></p>{}',
        len(document.text),
        place.to_file("text.txt"),
        sha256,
        html('<p class="yx-stars">星号（*）为原文所有。</p>') if "*" in document.text else "",
    )


def _contents(document: Document, above: Provision | None) -> Markup:
    """The provisions below one, or all, as links down the page."""
    rows = join(
        html(
            '<li><a href="#{}">{}</a>{}</li>',
            each.id,
            " ".join(dict.fromkeys(filter(None, (each.label, each.title)))),
            _contents(document, each),
        )
        for each in document.children(above)
    )
    return html("<ol>{}</ol>", rows) if rows else rows


def _provision(provision: Provision, place: Place) -> Markup:
    return html(
        '<section id="{id}"><a class="yx-page" href="{link}" data-cite="{cite}" aria-label="{cite}，到这一条的页面"></a>{text}</section>',
        id=provision.id,
        link=place.to(provision),
        cite=provision.citation,
        text=paragraphs(provision, f"{provision.id}-"),
    )
