"""yanxi review: what the office has to decide about its document, as a list to go through."""

from __future__ import annotations

import argparse
import sys

from yanxi import project
from yanxi.document.review import KINDS
from yanxi.model import Document, Doubt

NAME = "review"
HELP = "列出要由发文单位定夺的地方；它们不在网站上"


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--kind", choices=KINDS, metavar="种类", help=f"只列一种：{'、'.join(KINDS)}")


def run(options: argparse.Namespace) -> int:
    found = project.load(options.root)
    count = 0
    for package in found.packages:
        doubts = [each for each in package.review if options.kind in (None, each.kind)]
        if len(found.packages) > 1 and doubts:
            print(f"# {package.document.name}")
        for kind in KINDS:
            for doubt in (each for each in doubts if each.kind == kind):
                count += 1
                print(_entry(count, package.document, doubt))
    print(f"共 {count} 处要定。" if count else "没有要定的地方。", file=sys.stderr)
    return 0


def _entry(number: int, document: Document, doubt: Doubt) -> str:
    """One doubt: where it is, what stands there, what is usual, what to decide, and room for the decision."""
    place = document.by_id[doubt.quote.provision]
    lines = [f"{number}. [{doubt.kind}] {place.citation}（{place.id}）", f"   原文：{doubt.quote.text}"]
    lines += [f"   通常：{doubt.usual}"] if doubt.usual else []
    return "\n".join([*lines, f"   要定：{doubt.ask}", "   决定：", ""])
