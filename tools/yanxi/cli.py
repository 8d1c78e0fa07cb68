"""The command line: the only place that prints and sets an exit status."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from yanxi import __version__, problem, project


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns the exit status: 0 clean, 1 problems found, 2 wrong usage."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if not (options.root / "docs").is_dir():
        print(f"{options.root} 下没有 docs 文件夹。请在项目的根目录运行，或用 --root 指明。", file=sys.stderr)
        return 2
    return options.run(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="yanxi", description="检查和查看学习网站的内容。", add_help=False)
    _help(parser)
    parser.add_argument("--version", action="version", version=f"yanxi {__version__}", help="显示版本")
    commands = parser.add_subparsers(title="命令", metavar="命令", required=True)

    check = commands.add_parser("check", help="检查原文、页面和题库，列出全部问题", add_help=False)
    _help(check)
    check.add_argument("--format", choices=sorted(problem.PRINTERS), default="text", help="输出格式（默认 text）")
    check.set_defaults(run=_check)
    for command in (check,):
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


def _summary(found: project.Project) -> str:
    if found.problems:
        return f"共 {len(found.problems)} 个问题。"
    questions = sum(len(tuple(edition.questions)) for edition in found.editions)
    return f"没有问题：{len(found.editions)} 份方案，{questions} 道题。"


if __name__ == "__main__":
    sys.exit(main())
