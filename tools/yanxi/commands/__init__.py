"""The command line: the only place that prints and sets an exit status.

Each command is a module with

    NAME              how it is called
    HELP              what it is for, in Chinese
    add(parser)       its own arguments
    run(options)      does it, prints, and returns the exit status: 0 clean, 1 problems found, 2 wrong usage

A command that needs no project sets `outside` for itself. `whole()` is the parser of all commands.

To add a command: a file here, the file's name in COMMANDS, its section in docs/help/commands.md.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from yanxi import __version__

COMMANDS = (
    *("check", "ids", "impact", "coverage", "review", "export", "import_", "paper"),
    *("new", "fmt", "serve", "build", "publish", "doctor", "schema", "completion"),
)
"""The modules of the commands, in the order of the help."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a console in another encoding shows an escape instead of failing
            stream.reconfigure(errors="backslashreplace")
    words = list(sys.argv[1:] if arguments is None else arguments)
    # Of many libraries a command needs few: the other commands are loaded where they are listed.
    alone = tuple(each for each in COMMANDS if [each.removesuffix("_")] == words[:1])
    options = _parser(alone or COMMANDS).parse_args(words)
    if not options.outside and not (options.root / "docs").is_dir():
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
        said = next(
            (chinese.format(*found.groups()) for pattern, chinese in _WRONG if (found := pattern.search(message))), ""
        )
        self.exit(2, f"{self.format_usage()}命令写得不对。{said}请看：{self.prog} -h\n")


# What argparse says, in the order in which one would be taken for another.
_WRONG = [
    (re.compile(pattern), chinese)
    for pattern, chinese in (
        (r"argument (.+): invalid choice: (.+?) \(choose from (.+)\)", "{0} 不能写 {1}，可写：{2}。"),
        (r"argument (.+): expected (?:one|at least one) argument", "{0} 后面要写一项。"),
        (r"argument (.+): ignored explicit argument (.+)", "{0} 后面不写什么，这里写了 {1}。"),
        (r"argument (.+): invalid .+ value: (.+)", "{0} 不能写 {1}。"),
        (r"argument (.+): not allowed with argument (.+)", "{0} 和 {1} 不能一起写。"),
        (r"the following arguments are required: (.+)", "少写了：{0}。"),
        (r"one of the arguments (.+) is required", "这几样要写一样：{0}。"),
        (r"unrecognized arguments: (.+)", "认不出：{0}。"),
        (r"ambiguous option: (.+) could match (.+)", "{0} 可以是几个选项：{1}。请写全。"),
    )
]


def _parser(names: Iterable[str] = COMMANDS) -> argparse.ArgumentParser:
    parser = _Parser(prog="yanxi", description="检查和查看学习网站的内容。", add_help=False)
    _help(parser)
    parser.add_argument("--version", action="version", version=f"yanxi {__version__}", help="显示版本")
    commands = parser.add_subparsers(title="命令", metavar="命令", required=True)
    for command in (import_module(f"{__name__}.{name}") for name in names):
        below = commands.add_parser(command.NAME, help=command.HELP, add_help=False)
        _help(below)
        below.add_argument("--root", type=Path, default=Path(), metavar="文件夹", help="项目的根目录（默认当前目录）")
        below.set_defaults(run=command.run, outside=False, whole=_parser)
        command.add(below)
    return parser


def _help(parser: argparse.ArgumentParser) -> None:
    parser._positionals.title, parser._optionals.title = "参数", "选项"
    parser.add_argument("-h", "--help", action="help", help="显示这份说明")
