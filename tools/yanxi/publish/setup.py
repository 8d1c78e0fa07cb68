"""Setting up the folder that is pushed to."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

from yanxi.publish.releases import Place

OLDEST_GIT = (2, 28)
"""The first with the hook `reference-transaction`."""
LARGEST_PUSH = 1_000_000_000

_SETTINGS = {
    # Another folder of hooks, set for the whole machine, would let everything in.
    "core.hooksPath": "{hooks}",
    # What is let in is the hook's to say, in words.
    "receive.denyNonFastForwards": "false",
    "receive.denyDeletes": "false",
    "receive.maxInputSize": str(LARGEST_PUSH),
}
_PRE_RECEIVE = """#!/bin/sh
# yanxi publish init wrote this: a push is checked and built here, and let in when it is good.
exec {command} receive {folder} --root {root}
"""
_TRANSACTION = """#!/bin/sh
# yanxi publish init wrote this: what the other hook has found good goes live when main moves.
[ "$1" = prepared ] || exit 0
exec {command} go-live {folder}
"""
_POST_RECEIVE = """#!/bin/sh
# yanxi publish init wrote this: git shows on the pusher's screen what a hook of before or after says, not what the one between does.
live=$(readlink {folder}/live)
while read -r old new name; do
  case "$name $live" in "refs/heads/main "*-"$(echo "$new" | cut -c 1-7)") echo "已公布：${{live##*/}}。" ;; esac
done
"""
_HOOKS = {"pre-receive": _PRE_RECEIVE, "reference-transaction": _TRANSACTION, "post-receive": _POST_RECEIVE}


def too_old() -> str:
    """What is wrong with this machine's git; empty when nothing is."""
    try:
        said = subprocess.run(["git", "--version"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return "这台机器上没有 git。请先安装，如 apt-get install git。"
    numbers = tuple(map(int, re.findall(r"\d+", said)[:2]))
    wanted = ".".join(map(str, OLDEST_GIT))
    return "" if numbers >= OLDEST_GIT else f"这台机器上的 git 是 {said.split()[-1]}，太旧，要 {wanted} 或更新的。"


def init(place: Place, server: Path) -> None:
    """Makes the repository, or sets up anew the one that is there; what is live and what was pushed stay."""
    for folder in (place.folder, place.folder / "releases", place.folder / "building", place.folder / "ready"):
        folder.mkdir(parents=True, exist_ok=True)
    if not place.repository.exists():
        quiet = ["git", "init", "--quiet", "--bare", "--initial-branch=main", "--template="]
        subprocess.run([*quiet, str(place.repository)], check=True)
    hooks = place.repository / "hooks"
    hooks.mkdir(exist_ok=True)
    for key, value in _SETTINGS.items():
        subprocess.run(["git", "-C", str(place.repository), "config", key, value.format(hooks=hooks)], check=True)
    command = shlex.join([sys.executable, "-I", "-X", "utf8", "-m", "yanxi.commands", "publish"])
    words = {"command": command, "folder": shlex.quote(str(place.folder)), "root": shlex.quote(str(server))}
    for name, text in _HOOKS.items():
        _write(hooks / name, text.format(**words))


def _write(hook: Path, text: str) -> None:
    hook.write_text(text, encoding="utf-8")
    hook.chmod(0o755)
