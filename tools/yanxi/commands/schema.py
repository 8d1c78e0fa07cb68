"""yanxi schema: what a text editor needs to complete and underline banks, glossaries, settings and papers."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from yanxi import schema

NAME = "schema"
HELP = "写出 VS Code 用的 JSON Schema，写题时有提示和红线"

FOLDER = ".vscode/schemas"


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help="什么也不写，只看写好的是不是最新的")


def run(options: argparse.Namespace) -> int:
    folder = options.root / FOLDER
    made = schema.files()
    old = [name for name, text in made.items() if not _has(folder / name, text)]
    if options.check:
        print(f"不是最新的：{'、'.join(old)}。请运行 yanxi schema。" if old else "都是最新的。", file=sys.stderr)
        return 1 if old else 0
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in old:
            (folder / name).write_text(made[name], encoding="utf-8", newline="\n")
    except OSError as error:
        print(f"写不了 {error.filename}（{error.strerror}）。请看这个文件夹是否可写。", file=sys.stderr)
        return 1
    print(f"{FOLDER}：写了 {len(old)} 个，一共 {len(made)} 个。", file=sys.stderr)
    return 0


def _has(file: Path, text: str) -> bool:
    return file.is_file() and file.read_text(encoding="utf-8") == text
