"""yanxi publish: the site of an office's own machine, published by git push."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

from yanxi.publish import nginx, rclone, receive, setup, sync
from yanxi.publish.releases import Place

NAME = "publish"
HELP = "用 git push 公布网站：有问题的推送进不来"


def add(parser: argparse.ArgumentParser) -> None:
    below = parser.add_subparsers(title="做什么", metavar="做什么", required=True, help="init、rollback 等，见手册")
    for name, what, do in (
        ("init", "建一个收推送的文件夹，用这个项目的程序和设置来生成网站", _init),
        ("rollback", "退回上一次公布的网站", _rollback),
        ("nginx", "写出 nginx 的设置", _nginx),
        ("receive", "检查推送来的内容（由 git 运行，不用自己运行）", _receive),
        ("go-live", "让检查过的网站上线（由 git 运行，不用自己运行）", _go_live),
    ):
        each = below.add_parser(name, help=what, add_help=False)
        each._positionals.title, each._optionals.title = "参数", "选项"
        each.add_argument("-h", "--help", action="help", help="显示这份说明")
        each.add_argument("folder", type=Path, metavar="文件夹", help="收推送、放网站的文件夹")
        if do in (_init, _receive):
            each.add_argument(
                "--root", type=Path, default=argparse.SUPPRESS, metavar="项目", help="项目的根目录（默认当前目录）"
            )
        if do is _nginx:
            each.add_argument("--prefix", default="/", metavar="路径", help="网站在这个路径下面，如 /a/b/（默认 /）")
            each.add_argument("--brotli", action="store_true", help="nginx 装了 brotli 模块，就发更小的压缩文件")
        # The others stand on that folder alone, and run anywhere.
        each.set_defaults(do=do, outside=do not in (_init, _receive))
    _add_sync(below)


def _add_sync(below: Any) -> None:
    each = below.add_parser("sync", help="把生成的网站放到对象存储（COS、OSS、MinIO 等，用 rclone）", add_help=False)
    each._positionals.title, each._optionals.title = "参数", "选项"
    each.add_argument("-h", "--help", action="help", help="显示这份说明")
    each.add_argument("remote", metavar="存储", help="照 rclone 的写法，如 cos:存储桶/文件夹")
    each.add_argument("--site-dir", type=Path, default=Path("site"), metavar="文件夹", help="生成的网站（默认 site）")
    each.add_argument(
        "--root", type=Path, default=argparse.SUPPRESS, metavar="项目", help="项目的根目录（默认当前目录）"
    )
    each.set_defaults(do=_sync, outside=True)


def run(options: argparse.Namespace) -> int:
    if options.do is _sync:
        return _sync(options)
    if sys.platform == "win32":
        print(
            "yanxi publish 要在 Linux 的机器上运行。在 Windows 上写内容、用 git push 推送到那台机器。", file=sys.stderr
        )
        return 2
    place = Place(options.folder.resolve())
    if options.do is not _init and not place.repository.is_dir():
        print(f"{place.folder} 里没有 repo.git。请先运行 yanxi publish init {options.folder}。", file=sys.stderr)
        return 2
    return options.do(place, options)


def _init(place: Place, options: argparse.Namespace) -> int:
    root = options.root.resolve()
    if trouble := setup.too_old():
        print(trouble, file=sys.stderr)
        return 1
    if not (root / "mkdocs.yml").is_file():
        print(f"{root} 里没有 mkdocs.yml。请在服务器上的项目里运行，或用 --root 指明。", file=sys.stderr)
        return 2
    try:
        setup.init(place, root)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"没有建成：{error}。请看这个文件夹是否可写、磁盘是否已满。", file=sys.stderr)
        return 1
    print(f"可以推送了：git push {place.repository} main\n网站在 {place.live}，生成网站用 {root} 的程序和 mkdocs.yml。")
    return 0


def _rollback(place: Place, options: argparse.Namespace) -> int:
    try:
        name = receive.roll_back(place, _now)
    except OSError as error:
        print(f"没有退回：{error}。请看磁盘是否已满、这个文件夹是否可写。", file=sys.stderr)
        return 1
    if not name:
        print("没有更早的一次公布可以退回，网站没有动。", file=sys.stderr)
        return 1
    print(f"已退回到 {name}。main 里还是新的内容：改好以后再推送，网站就会更新。")
    return 0


def _nginx(place: Place, options: argparse.Namespace) -> int:
    if trouble := nginx.wrong(place.folder, options.prefix):
        print(trouble, file=sys.stderr)
        return 2
    print(nginx.configuration(place.folder, options.prefix, options.brotli), end="")
    return 0


def _sync(options: argparse.Namespace) -> int:
    site, program = options.root / options.site_dir, rclone.find()
    if not (site / "index.html").is_file():
        print(f"{site} 里没有生成的网站。请先运行 yanxi build，或用 --site-dir 指明。", file=sys.stderr)
        return 2
    if not program:
        print(rclone.NONE_HERE, file=sys.stderr)
        return 2
    store = rclone.Store(program, options.remote)
    try:
        with tempfile.TemporaryDirectory(prefix="yanxi-sync-") as beside:
            name = sync.sync(store, site, Path(beside), lambda line: print(line, file=sys.stderr, flush=True))
    except rclone.TroubleError as trouble:
        print(f"没有放完：{trouble}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"没有放完：{error}。请看磁盘是否已满。", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("已中断。再运行一次，会接着做。", file=sys.stderr)
        return 130
    print(f"已公布到 {options.remote}：{name}。")
    return 0


def _receive(place: Place, options: argparse.Namespace) -> int:
    os.umask(0o022)  # nginx reads what git writes
    moved = receive.updates(sys.stdin)
    return 0 if receive.receive(place, options.root.resolve(), moved, os.getppid(), _now, _say) else 1


def _go_live(place: Place, options: argparse.Namespace) -> int:
    return 0 if receive.go_live(place, receive.updates(sys.stdin), os.getppid(), _now, _say) else 1


def _say(line: str) -> None:
    """Git shows it on the screen of whoever pushes."""
    print(receive.plain(line), file=sys.stderr, flush=True)


def _now() -> datetime:
    return datetime.now().astimezone()
