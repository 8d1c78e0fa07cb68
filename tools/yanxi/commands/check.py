"""yanxi check: every problem of every file, at once."""

from __future__ import annotations

import argparse
import sys

from yanxi import problem, project
from yanxi.bank.coverage import EXHORTATION, NEEDED, coverage
from yanxi.problem import Problem
from yanxi.project import Package, Project
from yanxi.site import mkdocs_yml

NAME = "check"
HELP = "检查原文、页面和题库，列出全部问题"

FEW = 8
"""Provisions that a note names; a new document has no question at all."""


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=sorted(problem.PRINTERS), default="text", help="输出格式（默认 text）")


def run(options: argparse.Namespace) -> int:
    found = project.load(options.root)
    problems = everything(found)
    as_text = options.format == "text"
    printed = problem.PRINTERS[options.format](problems if as_text else [*problems, *found.notices])
    if printed:
        print(printed)
    if as_text:
        for notice in found.notices:
            print(f"提示：{notice}不算问题。", file=sys.stderr)
        for note in filter(None, map(_unasked, found.packages)):
            print(note, file=sys.stderr)
        print(_summary(found, problems), file=sys.stderr)
    return 1 if problems else 0


def everything(found: Project) -> list[Problem]:
    """The problems of the content and of the site's settings, in order."""
    return sorted({*found.problems, *mkdocs_yml.problems(found)})


def _unasked(package: Package) -> str:
    """A note on the provisions whose clauses have no question yet, headings and the like aside. It is no problem."""
    rows = coverage(package.document, package.questions, package.duties)
    bare = [row.clause for row in rows if row.why in (*NEEDED, EXHORTATION)]
    places = list(dict.fromkeys(clause.provision for clause in bare))
    if not bare:
        return ""
    shown = "、".join(places[:FEW]) + ("等" if len(places) > FEW else "")
    return f"提示：docs/{package.document.name} 还有 {len(bare)} 句没有题（{shown}），不算问题；看全部：yanxi coverage"


def _summary(found: Project, problems: list[Problem]) -> str:
    if problems:
        return f"共 {len(problems)} 个问题。"
    questions = sum(len(tuple(package.questions)) for package in found.packages)
    return f"没有问题：{len(found.packages)} 份方案，{questions} 道题。"
