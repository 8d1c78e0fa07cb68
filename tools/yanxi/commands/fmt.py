"""yanxi fmt: banks, glossaries, settings and papers laid out in one way; their meaning and their remarks stay."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from yanxi import glossary, problem
from yanxi.bank import paper, write
from yanxi.document import review
from yanxi.problem import Problem
from yanxi.project import GLOSSARY, PAPERS, REVIEW, SETTINGS
from yanxi.rewrite import rewrite
from yanxi.yamltext import decode, parse
from yanxi.yamltext.layout import Orders, laid_out

NAME = "fmt"
HELP = "把题库、术语表、试卷配方的缩进和键的先后排整齐，意思和说明不变"

_BANK: Orders = {(): ("cases", "questions"), ("questions",): write.ORDER}
_PAPER: Orders = {(): paper.KEYS, ("sections",): paper.SECTION_KEYS}
_OTHERS: dict[str, Orders] = {GLOSSARY: {("terms",): glossary.KEYS}, REVIEW: {("items",): review.KEYS}, SETTINGS: {}}


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="*", type=Path, metavar="文件", help="只排这几个（默认全部）")
    parser.add_argument("--check", action="store_true", help="什么也不写，只说哪些没有排齐")


def run(options: argparse.Namespace) -> int:
    root = options.root
    known = sorted({*root.glob("docs/*/*.yml"), *root.glob("quizzes/**/*.yml")})
    known = [
        file for file in known if file.is_file() and (file.is_relative_to(root / "quizzes") or file.name in _OTHERS)
    ]
    chosen = list(_chosen(options.files, known, root))
    if missing := [given for given, file in zip(options.files, chosen, strict=False) if file is None]:
        print(f"“{missing[0]}”不是题库、试卷配方，也不是 {'、'.join(_OTHERS)}。请写项目里的文件。", file=sys.stderr)
        return 2
    found: list[Problem] = []
    made = dict(_laid_out([file for file in chosen if file], root, found))
    if found:
        print(problem.as_text(found))
        print(f"共 {len(found)} 个问题，什么也没有写。请先改好。", file=sys.stderr)
        return 1
    changed = {path: text for path, (old, text) in made.items() if text is not None and text.encode() != old}
    for path, (_, text) in made.items():
        if text is None:
            print(f"提示：{path} 里有少见的写法，没有动它。", file=sys.stderr)
    for path in changed:
        print(path)
    if options.check:
        said = f"{len(changed)} 个文件没有排齐。请运行 yanxi fmt。" if changed else "都排齐了。"
        print(said, file=sys.stderr)
        return 1 if changed else 0
    try:
        rewrite(root, changed)
    except OSError as error:
        print(f"写不了 {error.filename}（{error.strerror}），什么也没有改。", file=sys.stderr)
        return 1
    print(f"排齐了 {len(changed)} 个文件，{len(made) - len(changed)} 个不用动。", file=sys.stderr)
    return 0


def _chosen(given: list[Path], known: list[Path], root: Path) -> Iterator[Path | None]:
    """All files, or those that were given; None for one that is none of ours."""
    if not given:
        yield from known
    by_place = {file.resolve(): file for file in known}
    for each in given:
        # As typed in a shell that stands elsewhere, or as a problem names it.
        yield by_place.get(each.resolve()) or by_place.get((root / each).resolve())


def _laid_out(
    files: Iterable[Path], root: Path, found: list[Problem]
) -> Iterator[tuple[str, tuple[bytes, str | None]]]:
    """Each file's path, its bytes and its text laid out, None where that cannot be done; `found` takes what cannot be read."""
    for file in files:
        path = file.relative_to(root).as_posix()
        problems: list[Problem] = []
        text = decode.read_text(file, path, problems.append)
        if text is not None:
            parse.parse(text, path, problems.append)
        found += problems
        if text is not None and not problems:
            yield path, (file.read_bytes(), laid_out(text, _orders(file)))


def _orders(file: Path) -> Orders:
    if file.name in _OTHERS and file.parent.parent.name == "docs":
        return _OTHERS[file.name]
    return _PAPER if file.parent.name == PAPERS else _BANK
