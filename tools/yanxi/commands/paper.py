"""yanxi paper: a recipe as papers to print; each variant has its question paper, answer sheet and key."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from yanxi import problem, project
from yanxi.model import Paper
from yanxi.papers import browser, docx, html, pdf
from yanxi.papers.compose import Variant, compose
from yanxi.papers.leaves import Leaf, leaves
from yanxi.project import PAPERS, Package, Project

NAME = "paper"
HELP = "按试卷配方出卷：试卷、答题卡、答案，Word 和 PDF"

MOST = 8
"""Variants."""
_VARIANT = re.compile(r"[A-Za-z0-9甲乙丙丁戊己庚辛]{1,2}")
_SEED = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]{1,40}")


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("recipe", metavar="配方", help="试卷的代号，如 short；就是 papers 里的文件名")
    parser.add_argument(
        "--variants", metavar="A,B", help="出几种卷：题目和选项的先后各不相同；不写就出一种，和网站上的一样"
    )
    parser.add_argument("--seed", metavar="卷号", help="卷号相同，题目就相同，和网站上也相同（默认配方里的 seed）")
    parser.add_argument("-o", "--output", type=Path, metavar="文件夹", help="放在哪个文件夹（默认 试卷-代号）")
    parser.add_argument("--no-pdf", action="store_true", help="只要 Word，不要 PDF")
    parser.add_argument("--document", metavar="名字", help="哪一份方案（默认首页用的那一份）")


def run(options: argparse.Namespace) -> int:
    found = project.load(options.root)
    package = found.package(options.document) if options.document else found.current
    if package is None:
        return _refused(f"没有“{options.document or '方案'}”。")
    names = [""] if options.variants is None else [name.strip() for name in re.split("[,，、]", options.variants)]
    if refused := _wrong_variants(names) if options.variants is not None else "":
        return _refused(refused)
    if options.seed is not None and not _SEED.fullmatch(options.seed):
        return _refused("卷号要写 1 到 40 个字，不能有换行和看不见的字。")
    recipe = Path(options.recipe).name.removesuffix(".yml")
    if wrong := _problems(found, package, recipe):
        print(problem.as_text(wrong))
        print(f"共 {len(wrong)} 个问题，什么也没有写。请先改好。", file=sys.stderr)
        return 1
    paper = next((each for each in package.papers if each.id == recipe), None)
    if paper is None:
        return _refused(_unknown(options.recipe, package.papers))
    variants = [compose(paper, package, options.seed or paper.seed, name) for name in names]
    folder = options.output or Path(f"试卷-{paper.id}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _write(folder, [variant for variant in variants if variant], not options.no_pdf)
    except OSError as error:
        return _refused(
            f"写不了 {error.filename or folder}（{error.strerror}）。请检查文件夹、磁盘，或关掉正开着的文件。"
        )


def _refused(message: str) -> int:
    print(message, file=sys.stderr)
    return 2


def _wrong_variants(names: list[str]) -> str:
    if strange := [name for name in names if not _VARIANT.fullmatch(name)]:
        return f"--variants 里不能有“{strange[0]}”。请写一两个字母、数字，用逗号分开，如 A,B。"
    if len({name.upper() for name in names}) < len(names):
        return "--variants 里有写了两次的。每种卷一个名字，如 A,B。"
    return f"--variants 写了 {len(names)} 种，最多 {MOST} 种。" if len(names) > MOST else ""


def _problems(found: Project, package: Package, recipe: str) -> list[problem.Problem]:
    """What is wrong with the banks, which then are not whole, or with the recipe."""
    own = f"quizzes/{package.document.name}/{PAPERS}/{recipe}.yml"
    return found.unread(package) or [
        each for each in found.problems if each.severity == problem.ERROR and each.path == own
    ]


def _unknown(recipe: str, papers: tuple[Paper, ...]) -> str:
    if not papers:
        return f"没有“{recipe}”这份试卷；这份方案还没有试卷配方。"
    return f"没有“{recipe}”这份试卷。可写：{'、'.join(f'{each.id}（{each.title}）' for each in papers)}。"


def _write(folder: Path, variants: list[Variant], wanted: bool) -> int:
    """Writes all leaves; what was written is listed, and why there is no PDF is said."""
    program = browser.find() if wanted else None
    if wanted and not program:
        hint = "Word 打开 .docx 可以另存为 PDF；或装 Chromium、Chrome、Edge 里的一种，再来一次。"
        print(f"没有找到能打印的浏览器，只出了 Word。{hint}", file=sys.stderr)
    for variant in variants:
        for leaf in leaves(variant):
            name = "-".join(filter(None, (variant.paper.id, variant.name, leaf.name)))
            for suffix, data in _made(leaf, program, folder):
                (folder / f"{name}.{suffix}").write_bytes(data)
                print(folder / f"{name}.{suffix}")
    return 0


def _made(leaf: Leaf, program: str | None, folder: Path) -> Iterator[tuple[str, bytes]]:
    yield "docx", docx.write(leaf)
    if program:
        try:
            yield "pdf", pdf.write(html.write(leaf), program, folder)
        except pdf.Unprinted as reason:
            print(f"{reason}Word 打开 .docx 可以另存为 PDF。", file=sys.stderr)
