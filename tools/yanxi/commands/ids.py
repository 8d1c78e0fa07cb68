"""yanxi ids: writes down the ids that are published, so that none of them is lost or used for something else."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from yanxi import problem, project
from yanxi.bank import published
from yanxi.problem import ERROR

NAME = "ids"
HELP = "记下要公布的编号（条、句、题），以后改动时好检查"


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--same", action="append", default=[], metavar="题号", help="这道题只是改写，问的还是同一件事；可以写几次"
    )


def run(options: argparse.Namespace) -> int:
    found = project.load(options.root)
    asked = {question.id: question for package in found.packages for question in package.every_question}
    if missing := [name for name in options.same if name not in asked]:
        print(f"题库里没有“{missing[0]}”。请写题号，如 a1-m3-q07。", file=sys.stderr)
        return 2
    same = {(place.path, place.line) for place in (asked[name].at.get("id") for name in options.same)}
    wrong = [
        each
        for each in found.problems
        if each.severity == ERROR and not (each.code == published.CHANGED and (each.path, each.line) in same)
    ]
    if wrong:
        print(problem.as_text(wrong))
        print(f"共 {len(wrong)} 个问题，什么也没有写。请先改好。", file=sys.stderr)
        return 1
    for package in found.packages:
        print(_write(options.root, package, options.same), file=sys.stderr)
    return 0


def _write(root: Path, package: project.Package, same: list[str]) -> str:
    """Writes one document's lock file; returns what to tell the editor."""
    path = f"quizzes/{package.document.name}/{published.FILE}"
    known = package.published or published.Published(path)
    new = published.new_ids(known, package.document, package.every_question)
    text = published.as_text(known, package.document, package.every_question, same)
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8", newline="\n")
    return f"{path}：新记下 {len(new)} 个编号，一共 {len(known.lines) + len(new)} 个。"
