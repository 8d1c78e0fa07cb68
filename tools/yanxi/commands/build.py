"""yanxi build: the site, built beside the one that is there and put in its place only when all is well; or one ZIP for a stick."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from yanxi import problem, project
from yanxi.commands import check
from yanxi.project import Project
from yanxi.site import mkdocs_log, stick

NAME = "build"
HELP = "生成网站；有问题或中途停下，原来的网站不动"
# The new site has this from its first moment; a folder without it has been cleared away by another build.
# MkDocs empties the folder that it builds into, but leaves alone what begins with a dot.
MARK = ".yanxi-build"


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--site-dir", type=Path, default=Path("site"), metavar="文件夹", help="网站的文件夹（默认 site）"
    )
    parser.add_argument("--no-directory-urls", action="store_true", help="一页一个文件，不用服务器也能打开")
    parser.add_argument(
        "--usb", type=Path, metavar="文件.zip", help="打成一个压缩包：解压到 U 盘上，双击就能学；site 不动"
    )
    parser.add_argument("options", nargs="*", metavar="选项", help="其余的选项写在 -- 之后，原样交给 mkdocs build")


def run(options: argparse.Namespace) -> int:
    if options.usb:
        return _usb(options.root, (options.root / options.usb).resolve(), options.options)
    site = (options.root / options.site_dir).resolve()
    passed_on = [*["--no-directory-urls"] * options.no_directory_urls, *options.options]
    try:
        if foreign(site):
            print(f"{site} 里没有 index.html，不像生成的网站，没有动它。请删掉它，或换一个文件夹。", file=sys.stderr)
            return 2
        tidy(site)
        if not _sound(project.load(options.root), _kept(site)):
            return 1
        new = beside(site, "new")
        try:
            status = generate(options.root, new, passed_on)
            if status == 0:
                swap(new, site)
        finally:
            shutil.rmtree(new, ignore_errors=True)
    except KeyboardInterrupt:
        print("已中断。" + (f"{site.name} 仍然完整。" if site.exists() else ""), file=sys.stderr)
        return 130
    except OSError as error:
        print(
            f"网站没有换成：{error}。请看磁盘是否已满、{site.name} 是否正被别的程序打开、"
            f"是否同时运行了另一个 yanxi build。{_kept(site)}",
            file=sys.stderr,
        )
        return 1
    print(f"网站没有生成，请先改好上面的问题。{_kept(site)}" if status else f"网站已生成：{site}", file=sys.stderr)
    return 1 if status else 0


def _usb(root: Path, file: Path, options: list[str]) -> int:
    """Builds the site for files and packs it; what stood there before stays until the new one is whole."""
    loaded = project.load(root)
    new = file.with_name(f".{file.name}.new-{os.getpid()}")
    try:
        if file.exists() and not zipfile.is_zipfile(file):
            print(f"{file} 不是压缩包，没有动它。请换一个文件名，如 usb.zip。", file=sys.stderr)
            return 2
        if not _sound(loaded, _kept(file)):
            return 1
        with tempfile.TemporaryDirectory(prefix="yanxi-") as folder:
            site = Path(folder) / "site"
            if generate(root, site, ["--no-directory-urls", *options]):
                print(f"压缩包没有做成，请先改好上面的问题。{_kept(file)}", file=sys.stderr)
                return 1
            if found := list(stick.problems(stick.files(site))):
                print(problem.as_text(found), file=sys.stderr)
                print(f"压缩包没有做成，请先改好上面的 {len(found)} 个问题。{_kept(file)}", file=sys.stderr)
                return 1
            new.write_bytes(stick.pack(site, loaded.current.settings.title if loaded.current else "学习"))
        os.replace(new, file)
    except KeyboardInterrupt:
        print(f"已中断。{_kept(file)}", file=sys.stderr)
        return 130
    except OSError as error:
        print(f"压缩包没有做成：{error}。请看文件夹在不在、磁盘是否已满。{_kept(file)}", file=sys.stderr)
        return 1
    finally:
        new.unlink(missing_ok=True)
    print(f"压缩包已做好：{file}。解压到 U 盘上，双击“{stick.ENTRY}”。", file=sys.stderr)
    return 0


def _sound(loaded: Project, kept: str) -> bool:
    """Whether there is no problem; otherwise all of them are said."""
    if found := check.everything(loaded):
        print(problem.as_text(found), file=sys.stderr)
        print(f"网站没有生成，请先改好上面的 {len(found)} 个问题。{kept}", file=sys.stderr)
    return not found


def _kept(site: Path) -> str:
    return f"{site.name} 还是原来的。" if site.exists() else ""


def foreign(site: Path) -> bool:
    """Whether something else than a built site stands there, which is not ours to replace."""
    if not site.exists():
        return False
    if not site.is_dir():
        return True
    return any(site.glob("[!.]*")) and not (site / "index.html").is_file()


def beside(site: Path, what: str) -> Path:
    """The folder beside the site that this process works with: one disk, so that renaming is enough."""
    return site.with_name(f"{site.name}.{what}-{os.getpid()}")


def tidy(site: Path) -> None:
    """Clears away what an interrupted build has left, and puts the old site back where it was in the middle of the swap."""
    left = re.compile(re.escape(site.name) + r"\.(new|old)-\d+")
    for folder in sorted(site.parent.iterdir()) if site.parent.is_dir() else ():
        match = left.fullmatch(folder.name)
        if match and match[1] == "old" and not site.exists():
            folder.rename(site)
        elif match:
            # Another build that is still at work there finds its mark gone at once, not when all the rest is.
            (folder / MARK).unlink(missing_ok=True)
            shutil.rmtree(folder, ignore_errors=True)


def generate(root: Path, new: Path, options: list[str]) -> int:
    """Has MkDocs build the site into a new folder; returns its exit status, having said in Chinese what it said."""
    new.mkdir(parents=True)
    (new / MARK).touch()
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", *options, "--site-dir", str(new.resolve())]
    # Without a width its lines are not broken.
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "COLUMNS": "0"}
    ended = subprocess.run(
        command, cwd=root, env=env, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    if ended.returncode:
        print(problem.as_text(mkdocs_log.problems(root, ended.stderr + ended.stdout)), file=sys.stderr)
    return ended.returncode


def swap(new: Path, site: Path) -> None:
    """Puts the new site in the place of the old one, or leaves the old one where it is."""
    old = beside(site, "old")
    if site.exists():
        # What MkDocs leaves alone when it builds in place: .git, .htaccess, .well-known.
        for kept in site.glob(".*"):
            if kept.is_dir() and not (new / kept.name).exists():
                shutil.copytree(kept, new / kept.name, symlinks=True)
            elif not (new / kept.name).exists():
                shutil.copy2(kept, new / kept.name)
    (new / MARK).unlink()
    try:
        if site.exists():
            site.rename(old)
        new.rename(site)
    finally:
        if old.exists() and not site.exists():
            old.rename(site)
    shutil.rmtree(old, ignore_errors=True)
