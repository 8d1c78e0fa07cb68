"""What stands in a push: docs/ and quizzes/ are content and are taken; all else is only named."""

from __future__ import annotations

import hashlib
import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from yanxi.problem import Problem

CONTENT = ("docs", "quizzes")
OWN = "docs/assets/"
"""The widget's files: they run in readers' browsers, so they are the server's own."""

LOCK = "published.lock"
"""The list of a document's published ids: one a line, a word for what it is, the id, and what stood there."""

MAX_FILE = 20_000_000
MAX_FILES = 20_000
MAX_ALL = 500_000_000
"""Bytes of one file, files, and bytes of all of them that are taken from a push."""

FILES = ("100644", "100755")
"""Git's modes of plain files."""
_KINDS = {"120000": "符号链接", "160000": "子模块"}
# What a file system or a console could be led astray with.
_BAD_NAME = re.compile(r"[\x00-\x1f\x7f-\x9f\\\ud800-\udfff]")
_LONGEST = 255


@dataclass(frozen=True)
class Entry:
    """A file of a commit: git's mode, the id of its content, its size in bytes (0 where it is no file), its path."""

    mode: str
    blob: str
    size: int
    path: str

    @property
    def taken(self) -> bool:
        return self.path in CONTENT or (
            self.path.startswith(tuple(f"{each}/" for each in CONTENT)) and not self.path.startswith(OWN)
        )


def entries(repository: Path, commit: str) -> list[Entry]:
    """Every file of a commit, symlinks and submodules too, by whatever name."""
    listed = _git(repository, "ls-tree", "-r", "-z", "-l", "--full-tree", commit)
    return [_entry(line) for line in listed.split(b"\0") if line]


def _entry(line: bytes) -> Entry:
    about, _, path = line.partition(b"\t")
    mode, _, blob, size = about.decode("ascii").split()
    return Entry(mode, blob, 0 if size == "-" else int(size), path.decode("utf-8", "surrogateescape"))


def problems(found: Iterable[Entry]) -> Iterator[Problem]:
    """What cannot be taken: anything but plain files, names that lead elsewhere, too large or too many of them."""
    taken = [each for each in found if each.taken]
    for each in taken:
        if each.mode in _KINDS:
            kind = _KINDS[each.mode]
            message = f"这是{kind}，不是文件，会指到别处去，不能公布。"
            yield Problem(each.path, 1, 1, kind, message, "请删掉它，把要用的文件本身放在这里，再提交、推送。")
        elif each.mode not in FILES or each.path in CONTENT:
            yield Problem(each.path, 1, 1, "不是文件", "这里应当是普通的文件或文件夹。", "请从原来的版本恢复。")
        elif bad_path(each.path):
            hint = "请改成汉字、字母、数字和短横线的名字，不要太长。"
            yield Problem(each.path, 1, 1, "文件名", "文件名里有不能用的字符，或者太长。", hint)
        elif each.size > MAX_FILE:
            message = f"文件有 {each.size} 字节，超过 {MAX_FILE} 字节。"
            hint = "请把它缩小，或移出 docs 和 quizzes，再提交一次；已经提交过的不必追回。"
            yield Problem(each.path, 1, 1, "文件过大", message, hint)
    if not any(each.path.startswith("docs/") for each in taken):
        hint = "请推送整个项目的文件夹，docs 和 quizzes 放在最上一层。"
        yield Problem("docs", 1, 1, "没有内容", "推送的内容里没有 docs 文件夹。", hint)
    if len(taken) > MAX_FILES:
        message = f"docs 和 quizzes 里有 {len(taken)} 个文件，超过 {MAX_FILES} 个。"
        yield Problem("docs", 1, 1, "文件过多", message, "多半是放错了文件夹，请移走不相干的文件。")
    if (total := sum(each.size for each in taken)) > MAX_ALL:
        message = f"docs 和 quizzes 共有 {total} 字节，超过 {MAX_ALL} 字节。"
        yield Problem("docs", 1, 1, "文件过大", message, "请移走不相干的文件，把图片缩小。")


def forgotten(repository: Path, old: Iterable[Entry], new: Iterable[Entry]) -> Iterator[Problem]:
    """The published ids that a push would have nobody remember: their list is gone, or is shorter than it was.

    A document that is taken away as a whole goes with its list.
    """
    after = {each.path: each for each in new if each.mode in FILES}
    for lock in (each for each in old if each.path.endswith(f"/{LOCK}") and each.taken):
        text = f"docs/{lock.path.split('/')[1]}/text.txt"
        now = after.get(lock.path)
        if text not in after or (now and now.blob == lock.blob):
            continue
        kept = _ids(repository, now) if now else set()
        if lost := sorted(_ids(repository, lock) - kept):
            message = f"公布过的编号从清单里没有了：{lost[0]}{'等' if len(lost) > 1 else ''} {len(lost)} 个。"
            hint = f"请恢复它：git checkout origin/main -- {lock.path}，再运行 yanxi ids。"
            yield Problem(lock.path, 1, 1, "编号清单不全", message, hint)


def _ids(repository: Path, lock: Entry) -> set[str]:
    lines = _git(repository, "cat-file", "blob", lock.blob).decode("utf-8", "replace").splitlines()
    return {" ".join(line.split(" ")[:2]) for line in lines if line and not line.startswith("#")}


def bad_path(path: str) -> bool:
    """Whether a file of this name would lie elsewhere than it says, or nowhere."""
    return bool(_BAD_NAME.search(path)) or any(
        part in ("", ".", "..") or part.lower() == ".git" or len(part.encode()) > _LONGEST for part in path.split("/")
    )


def ignored(found: Iterable[Entry], server: Path) -> list[str]:
    """The paths of a push that are neither content nor the same as the server's own: nobody looks into them."""
    return [each.path for each in found if not each.taken and not _same(server / each.path, each)]


def _same(file: Path, entry: Entry) -> bool:
    """Whether the server's own file has what the entry has, without reading the entry."""
    if file.is_symlink() or not file.is_file() or file.stat().st_size != entry.size:
        return False
    made = hashlib.new("sha1" if len(entry.blob) == 40 else "sha256")
    made.update(b"blob %d\0" % entry.size)
    made.update(file.read_bytes())
    return made.hexdigest() == entry.blob


def take(repository: Path, found: Iterable[Entry], folder: Path) -> None:
    """Writes the content that `problems` has nothing against into a folder: bytes as they are, no filter, no attribute."""
    with subprocess.Popen(
        ["git", "-C", str(repository), "cat-file", "--batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as git:
        assert git.stdin and git.stdout
        for each in found:
            if each.taken:
                git.stdin.write(f"{each.blob}\n".encode())
                git.stdin.flush()
                git.stdout.readline()
                file = folder / each.path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(git.stdout.read(each.size))
                git.stdout.read(1)


def is_commit(repository: Path, name: str) -> bool:
    """Whether a branch can stand there; git would say itself that it cannot stand at a tag, in English."""
    return _git(repository, "cat-file", "-t", name).strip() == b"commit"


def said_about(repository: Path, commit: str) -> tuple[str, str]:
    """Who made a commit, and the first line of what was said about it."""
    author, _, subject = (
        _git(repository, "log", "-1", "--format=%an <%ae>%n%s", commit).decode("utf-8", "replace").partition("\n")
    )
    return _typed(author.strip()), _typed(subject.strip())


def _typed(words: str) -> str:
    """What was typed in a Chinese console: git takes bytes of GBK that nobody has declared for Latin letters, one by one."""
    if not any("\x80" <= each <= "\xff" for each in words):
        return words
    data = b"".join(each.encode("latin-1" if each <= "\xff" else "utf-8") for each in words)
    try:
        meant = data.decode("gb18030")
    except UnicodeDecodeError:
        return words
    return meant if re.search("[一-鿿]", meant) else words


def forced(repository: Path, old: str, new: str) -> bool:
    """Whether going from one commit to the other gives up what was there."""
    ended = subprocess.run(
        ["git", "-C", str(repository), "merge-base", "--is-ancestor", old, new], capture_output=True, check=False
    )
    return ended.returncode != 0


def present(repository: Path, branch: str) -> str:
    """The commit that a branch stands at; empty where there is none."""
    ended = subprocess.run(
        ["git", "-C", str(repository), "rev-parse", "--verify", "--quiet", branch], capture_output=True, check=False
    )
    return ended.stdout.decode("ascii").strip()


def _git(repository: Path, *arguments: str) -> bytes:
    return subprocess.run(["git", "-C", str(repository), *arguments], capture_output=True, check=True).stdout
