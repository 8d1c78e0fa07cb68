"""A leaf as one page of HTML without scripts or files beside it, set for printing: A4, numbered, no question on two pages."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from yanxi.bank.options import LETTERS
from yanxi.papers.leaves import NAMES, PLACE, SEAL, Grid, Leaf, Line, Options, Pairs, Ruled, Run, runs
from yanxi.render.markup import html, join

# Song for the text, Hei for headings, Kai for cases, as in print; the last of each line is what Linux has.
_STYLE = Markup("""
@page { size: A4; margin: 18mm 18mm 20mm 6mm; @bottom-center { content: "NAME　第 " counter(page) " 页　共 " counter(pages) " 页";
  font: 9pt SimSun, "Songti SC", "Noto Serif CJK SC", serif; } }
html { font: 12pt/1.55 SimSun, "Songti SC", STSong, "Noto Serif CJK SC", serif; color: #000; text-spacing-trim: trim-start; }
body, p, table, ol { margin: 0; padding: 0; }
body { position: relative; padding-left: 22mm; }
div { break-inside: avoid; }
.title { font: bold 20pt/1.4 SimHei, "Heiti SC", "Noto Sans CJK SC", sans-serif; text-align: center; }
.above, .facts { text-align: center; }
.above { font-size: 12pt; }
.facts { margin-bottom: 3mm; }
.heading { font: bold 13pt/1.5 SimHei, "Heiti SC", "Noto Sans CJK SC", sans-serif; margin-top: 4mm; break-after: avoid; }
.note { font-size: 10.5pt; margin-bottom: 1mm; break-after: avoid; }
.stem { margin-top: 2.4mm; padding-left: 2em; text-indent: -2em; }
.case { font-family: KaiTi, STKaiti, "Kaiti SC", "Noto Serif CJK SC", serif; border: 0.4mm solid #000; margin-top: 4mm;
  padding: 1.5mm 3mm; break-after: avoid; }
.more { padding-left: 2em; }
.source { padding-left: 2em; font-size: 10.5pt; }
.gap { display: inline-block; border-bottom: 0.3mm solid #000; text-indent: 0; text-align: left; font-size: 9pt; line-height: 1; }
.place { white-space: nowrap; }
.options { display: grid; column-gap: 1em; padding-left: 2em; }
.options p, .pairs td p { padding-left: 1.4em; text-indent: -1.4em; }
.pairs { width: calc(100% - 2em); margin-left: 2em; border-collapse: collapse; }
.pairs td { width: 50%; vertical-align: top; padding: 0 1em 0 0; }
.grid { border-collapse: collapse; margin: 2mm 0; font-size: 11pt; break-inside: avoid; }
.grid td { border: 0.3mm solid #000; min-width: 13mm; height: 7.5mm; padding: 0 1mm; text-align: center; }
.ruled { height: 9mm; border-bottom: 0.2mm solid #666; margin-left: 2em; }
.wide { width: 100%; }
.grid tr:last-child td { height: 9mm; }
.seal { position: absolute; left: 0; top: 0; height: 255mm; writing-mode: vertical-rl; transform: rotate(180deg);
  border-left: 0.4mm dashed #000; font-size: 11pt; line-height: 8mm; }
.seal p { display: flex; justify-content: space-around; height: 100%; }
.seal i { display: inline-block; height: 42mm; border-left: 0.3mm solid #000; margin-top: 1mm; }
""")


def write(leaf: Leaf) -> Markup:
    """The page. Its text is all that a PDF needs; fonts are the machine's."""
    return html(
        '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title><style>{style}</style></head>'
        "<body>{seal}{groups}</body></html>",
        title=leaf.title,
        style=_style(leaf),
        seal=_seal() if leaf.sealed else "",
        groups=join(html("<div>{}</div>\n", join(map(_block, group.blocks))) for group in leaf.groups),
    )


def _style(leaf: Leaf) -> Markup:
    # As CSS escapes: whatever a title is, it ends neither the string nor the style.
    return _STYLE.replace("NAME", "".join(each if each.isalnum() else f"\\{ord(each):x} " for each in leaf.title))


def _seal() -> Markup:
    """What is folded away when the papers are marked; it reads from the foot of the page to its head."""
    names = (html("<span>{}<i></i></span>", name) for name in NAMES)
    return html(
        '<div class="seal"><p>{}</p><p>{}</p></div>', join(names), join(html("<span>{}</span>", each) for each in SEAL)
    )


def _block(block: Line | Options | Pairs | Grid | Ruled) -> Markup:
    if isinstance(block, Line):
        return html('<p class="{}">{}</p>', block.style, _runs(block.runs))
    if isinstance(block, Options):
        rows = join(html("<p>{}. {}</p>", *each) for each in _lettered(block.texts))
        return html('<div class="options" style="grid-template-columns: repeat({}, 1fr)">{}</div>', block.columns, rows)
    if isinstance(block, Pairs):
        sides = zip(enumerate(block.left, 1), _lettered(block.right), strict=True)
        rows = join(
            html("<tr><td><p>{}. {}</p></td><td><p>{}. {}</p></td></tr>", number, _text(left), letter, right)
            for (number, left), (letter, right) in sides
        )
        return html('<table class="pairs">{}</table>', rows)
    if isinstance(block, Grid):
        rows = join(html("<tr>{}</tr>", join(html("<td>{}</td>", cell) for cell in row)) for row in block.rows)
        return html('<table class="grid{}">{}</table>', " wide" if block.wide else "", rows)
    return join([html('<div class="ruled"></div>')] * block.count)


def _lettered(texts: Iterable[str]) -> Iterable[tuple[str, Markup]]:
    return zip(LETTERS, map(_text, texts), strict=False)


def _text(text: str) -> Markup:
    return _runs(runs(text))


def _runs(pieces: Iterable[Run]) -> Markup:
    return join(map(_run, pieces))


def _run(run: Run) -> Markup:
    if run.gap:
        return html('<span class="gap" style="width: {}em">{}</span>', run.gap, run.text)
    if run.text == PLACE:
        return html('<span class="place">{}</span>', run.text)
    return html("<b>{}</b>", run.text) if run.bold else html("{}", run.text)
