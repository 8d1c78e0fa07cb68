"""The command line: the only place that prints and sets an exit status."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from yanxi import __version__, problem, project
from yanxi.bank.coverage import Coverage, coverage


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns the exit status: 0 clean, 1 problems found, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a console in another encoding shows an escape instead of failing
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    if not (options.root / "docs").is_dir():
        print(f"{options.root} 下没有 docs 文件夹。请在项目的根目录运行，或用 --root 指明。", file=sys.stderr)
        return 2
    try:
        status = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # `| head` has seen enough; nothing is left to be written at exit either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status


class _Parser(argparse.ArgumentParser):
    """argparse in Chinese."""

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "用法：", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "用法：", 1)

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.format_usage()}命令写得不对（{message}）。请看：{self.prog} -h\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="yanxi", description="检查和查看学习网站的内容。", add_help=False)
    _help(parser)
    parser.add_argument("--version", action="version", version=f"yanxi {__version__}", help="显示版本")
    commands = parser.add_subparsers(title="命令", metavar="命令", required=True)

    check = commands.add_parser("check", help="检查原文、页面和题库，列出全部问题", add_help=False)
    _help(check)
    check.add_argument("--format", choices=sorted(problem.PRINTERS), default="text", help="输出格式（默认 text）")
    check.set_defaults(run=_check)

    covered = commands.add_parser("coverage", help="看原文哪些句子还没有题，以及为什么", add_help=False)
    _help(covered)
    covered.add_argument("--format", choices=("json", "text"), default="text", help="输出格式（默认 text）")
    covered.set_defaults(run=_coverage)
    for command in (check, covered):
        command.add_argument("--root", type=Path, default=Path(), help="项目的根目录（默认当前目录）")
    return parser


def _help(parser: argparse.ArgumentParser) -> None:
    parser._positionals.title, parser._optionals.title = "参数", "选项"
    parser.add_argument("-h", "--help", action="help", help="显示这份说明")


def _check(options: argparse.Namespace) -> int:
    found = project.load(options.root)
    printed = problem.PRINTERS[options.format](found.problems)
    if printed:
        print(printed)
    if options.format == "text":
        print(_summary(found), file=sys.stderr)
    return 1 if found.problems else 0


def _coverage(options: argparse.Namespace) -> int:
    found = project.load(options.root)
    rows = {
        edition.plan.edition: coverage(
            edition.plan, edition.questions, [duty for page in edition.pages.values() for duty in page.duties]
        )
        for edition in found.editions
    }
    if options.format == "json":
        print(json.dumps([_covered(name, row) for name in rows for row in rows[name]], ensure_ascii=False, indent=2))
        return 0
    for edition in rows.values():
        for row in edition:
            print(_coverage_line(row))
        bare = [row for row in edition if not row.questions]
        parts = sum(len(row.missing) for row in edition)
        print(f"共 {len(edition)} 句，{len(bare)} 句没有题；该问而没有引到的分句 {parts} 处。", file=sys.stderr)
    return 0


def _coverage_line(row: Coverage) -> str:
    """One clause, one line: where, how many questions, and what none of them quotes."""
    place = f"{row.clause.provision} {row.clause.id}"
    if row.why:
        return f"{place}  没有题（{row.why}）  {row.clause.text}"
    parts = "，".join(f"{part.text}（{part.why}）" for part in row.untouched)
    return f"{place}  {len(row.questions)} 题" + (f"  没有引到：{parts}" if parts else "")


def _covered(edition: str, row: Coverage) -> dict[str, object]:
    return {
        "edition": edition,
        "provision": row.clause.provision,
        "clause": row.clause.id,
        "text": row.clause.text,
        "questions": row.questions,
        "why": row.why,
        "untouched": [{"text": part.text, "why": part.why} for part in row.untouched],
    }


def _summary(found: project.Project) -> str:
    if found.problems:
        return f"共 {len(found.problems)} 个问题。"
    questions = sum(len(tuple(edition.questions)) for edition in found.editions)
    return f"没有问题：{len(found.editions)} 份方案，{questions} 道题。"


if __name__ == "__main__":
    sys.exit(main())
