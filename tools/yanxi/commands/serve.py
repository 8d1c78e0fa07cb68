"""yanxi serve: the site in a browser while it is written."""

from __future__ import annotations

import argparse
import errno
import os
import sys
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from yanxi import problem
from yanxi.commands import check

if TYPE_CHECKING:
    from yanxi.site.preview import Preview

NAME = "serve"
HELP = "在浏览器里看网站，改动存盘就更新，问题列在每一页上"

PORT = 8000


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--address", metavar="地址", default=f"127.0.0.1:{PORT}", help=f"从哪里打开（默认 127.0.0.1:{PORT}）"
    )


def run(options: argparse.Namespace) -> int:
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    # MkDocs takes a while to be imported, and no other command needs it.
    from yanxi.site.preview import Preview, Server

    host, _, port = options.address.rpartition(":")
    if not port.isdigit() or not 0 <= int(port) < 65536:
        print(
            f"认不出地址“{options.address}”。请写成 127.0.0.1:{PORT}；让同一网络里的手机也能打开，写 0.0.0.0:{PORT}。",
            file=sys.stderr,
        )
        return 2
    with tempfile.TemporaryDirectory(prefix="yanxi-", ignore_cleanup_errors=True) as folder:
        preview = Preview(options.root.resolve(), Path(folder), check.everything, _say)
        try:
            server = Server((host or "127.0.0.1", int(port)), preview)
        except OSError as error:
            print(_why(error, options.address, int(port)), file=sys.stderr)
            return 1
        print("正在生成……", file=sys.stderr)
        preview.refresh()
        _list(preview)
        print(f"网站在 http://{options.address}/ ，改动存盘就更新；按 Ctrl+C 结束。", file=sys.stderr)
        ended = threading.Event()
        threading.Thread(target=preview.watch, args=(ended,), daemon=True).start()
        threading.Thread(target=_follow, args=(preview,), daemon=True).start()
        try:
            server.serve_forever(poll_interval=0.1)
        except KeyboardInterrupt:
            print("已结束。", file=sys.stderr)
        finally:
            ended.set()
            server.server_close()
    return 0


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _list(preview: Preview) -> None:
    """Prints what is wrong now."""
    problems = preview.problems
    _say(f"{problem.as_text(problems)}\n共 {len(problems)} 个问题。" if problems else "没有问题。")


def _follow(preview: Preview) -> None:
    """Prints the problems whenever they are others."""
    version, told = preview.version, preview.problems
    while True:
        version = preview.state(version, 60)["version"]
        if preview.problems != told:
            told = preview.problems
            _list(preview)


def _why(error: OSError, address: str, port: int) -> str:
    if error.errno in (errno.EADDRINUSE, 10048):
        return (
            f"{port} 这个端口已经有程序在用，多半是另一个窗口里的 yanxi serve 没有结束。"
            f"请到那个窗口按 Ctrl+C，或换一个端口：yanxi serve --address 127.0.0.1:{port + 1}"
        )
    if error.errno in (errno.EACCES, 10013):
        return f"没有权限用 {port} 这个端口。请换一个大于 1024 的，如 yanxi serve --address 127.0.0.1:{PORT}"
    return f"打不开地址“{address}”。请检查写法，如 127.0.0.1:{PORT}。"
