"""yanxi check: every problem of every file, at once."""

from __future__ import annotations

import argparse
import sys

from yanxi import problem, project

NAME = "check"
HELP = "检查原文、页面和题库，列出全部问题"


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=sorted(problem.PRINTERS), default="text", help="输出格式（默认 text）")


def run(options: argparse.Namespace) -> int:
    found = project.load(options.root)
    printed = problem.PRINTERS[options.format](found.problems)
    if printed:
        print(printed)
    if options.format == "text":
        print(_summary(found), file=sys.stderr)
    return 1 if found.problems else 0


def _summary(found: project.Project) -> str:
    if found.problems:
        return f"共 {len(found.problems)} 个问题。"
    questions = sum(len(tuple(package.questions)) for package in found.packages)
    return f"没有问题：{len(found.packages)} 份方案，{questions} 道题。"
