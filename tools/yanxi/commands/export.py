"""yanxi export: the bank as a file that other programs take, and what of it they cannot."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from yanxi import problem, project
from yanxi.exchange import FORMATS
from yanxi.exchange.selection import Selection, held, losses
from yanxi.site.mkdocs_yml import address

NAME = "export"
HELP = "把题库导出成别的程序用的文件，并说明什么带不走"


def add(parser: argparse.ArgumentParser) -> None:
    names = "、".join(f"{name}（{each.LABEL}）" for name, each in FORMATS.items())
    parser.add_argument("format", metavar="格式", help=names)
    parser.add_argument(
        "-o", "--output", type=Path, metavar="文件", help="写到哪个文件（默认 题库-格式，放在当前目录）"
    )
    parser.add_argument(
        "--area", action="append", default=[], metavar="页号", help="只要这一页和它下面的题，如 a1、a1-m3；可以写几次"
    )
    parser.add_argument("--document", metavar="名字", help="哪一份方案（默认首页用的那一份）")


def run(options: argparse.Namespace) -> int:
    if options.format not in FORMATS:
        print(f"没有“{options.format}”这种格式。可写：{'、'.join(FORMATS)}。", file=sys.stderr)
        return 2
    found = project.load(options.root)
    package = found.package(options.document) if options.document else found.current
    if package is None:
        print(f"没有“{options.document or '方案'}”。", file=sys.stderr)
        return 2
    if strange := [area for area in options.area if area not in package.document.by_id]:
        print(f"方案里没有“{strange[0]}”这一条。请写页号，如 a1、a1-m3。", file=sys.stderr)
        return 2
    if wrong := found.unread(package):
        print(problem.as_text(wrong))
        print(f"共 {len(wrong)} 个问题，什么也没有写。请先改好。", file=sys.stderr)
        return 1
    inside = tuple(
        question
        for place in package.document.by_id
        if place in package.banks
        and any(place == area or place.startswith(f"{area}-") for area in options.area or [place])
        for question in package.banks[place].questions
    )
    target = FORMATS[options.format]
    output = options.output or Path(f"题库-{target.NAME}.{target.SUFFIX}")
    chosen = Selection(package.settings.title, package.document, inside, address(options.root))
    written = held(chosen, target)
    try:
        output.write_bytes(target.write(written))
    except OSError as error:
        print(f"写不了 {output}（{error.strerror}）。请检查文件夹是否存在、文件是否正开着。", file=sys.stderr)
        return 2
    for lost in losses(chosen, target):
        print(lost)
    if getattr(target, "LINKS", False) and not chosen.address:
        print("带不走：回到网站的链接，mkdocs.yml 里没有写 site_url")
    print(f"{output}：{target.LABEL}，{len(written.questions)} 道题。", file=sys.stderr)
    return 0
