"""yanxi completion: what a shell needs to complete yanxi's commands and options with the Tab key."""

from __future__ import annotations

import argparse
from pathlib import Path

import shtab

NAME = "completion"
HELP = "写出按 Tab 补全命令用的设置，给 bash 或 zsh"


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=("bash", "zsh"), metavar="bash|zsh", help="哪一种命令行")
    parser.set_defaults(outside=True)


def run(options: argparse.Namespace) -> int:
    whole: argparse.ArgumentParser = options.whole()
    for each in _every(whole):
        for action in each._actions:
            if action.type is Path:
                action.complete = shtab.FILE  # type: ignore[attr-defined]
    print(shtab.complete(whole, options.shell))
    return 0


def _every(parser: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
    """A parser and all below it."""
    below = [
        each
        for action in parser._actions
        if isinstance(action, argparse._SubParsersAction)
        for each in action.choices.values()
    ]
    return [parser, *(deeper for each in below for deeper in _every(each))]
