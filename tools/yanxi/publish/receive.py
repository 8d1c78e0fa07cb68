"""A push as git's hooks see it: what it wants to move, what is said to the one who pushes, and whether it is let in."""

from __future__ import annotations

import errno
import getpass
import os
import re
import subprocess
import tempfile
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from yanxi.publish import build, pushed, releases, served
from yanxi.publish.releases import Place

MAIN = "refs/heads/main"
SHOWN = 100
"""Lines of problems that a screen takes."""

LONGEST = 200
"""Characters of a name or of a commit's first line that the log takes."""

ALREADY = "这一份上一次推送时已经收下、公布了，不用再推送。"
"""A push that was cut off at its own end only, while it was received: git does not take the same one twice."""

NO_COMMIT = "main 应当指向一次提交，推送来的不是，或者不完整。请用 git push origin main 推送。"

Say = Callable[[str], None]
_FEW = 5
_STEERS = re.compile("C|Z[lp]")
"""Categories of characters that are no part of a line: they steer a screen, end a line, or have no shape."""
_TROUBLE = {
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "磁盘的配额用完了",
    errno.EACCES: "没有写的权限",
    errno.EROFS: "磁盘不能写",
}


@dataclass(frozen=True)
class Update:
    """A branch or tag that a push moves from one commit to another; "" where there is none."""

    old: str
    new: str
    name: str


def updates(lines: Iterable[str]) -> list[Update]:
    """What git writes on a hook's standard input."""
    return [Update(_commit(old), _commit(new), name) for old, new, name in (line.split() for line in lines)]


def _commit(written: str) -> str:
    return "" if set(written) == {"0"} else written


def plain(text: str) -> str:
    """One line for the screen of whoever pushes: nothing that steers it, and only what a Chinese console can show."""
    seen = "".join("?" if _STEERS.match(unicodedata.category(each)) else each for each in text)
    return seen.encode("gbk", "backslashreplace").decode("gbk")


def receive(place: Place, server: Path, moved: list[Update], git: int, clock: Callable[[], datetime], say: Say) -> bool:
    """Git's pre-receive: whether the push is let in. A good main is built and waits in `ready` for `go_live`.

    `git` is the process that receives the push, `server` the installation whose yanxi and mkdocs.yml build.
    """
    aside = [each for each in moved if each.name != MAIN]
    main = next((each for each in moved if each.name == MAIN), None)
    taken = main is None or _take(place, server, main, git, clock, say)
    for each in aside:
        _say_aside(each, taken, say)
    return taken


def _take(place: Place, server: Path, main: Update, git: int, clock: Callable[[], datetime], say: Say) -> bool:
    """Whether main is let in; what is wrong with it is said."""
    if not main.new:
        say("没有照办：main 是网站的内容，不能删除。要撤下一次公布，请管理员运行 yanxi publish rollback。")
        return False
    say("已收到，正在检查、生成网站……")
    mend = "请照上面说的改好，提交（git commit），再推送（git push）。"
    try:
        with releases.locked(place, "lock"):
            refused = _prepare(place, server, main, git, clock(), say)
    except OSError as error:
        refused, mend = [_trouble(error)], ""
    except subprocess.CalledProcessError:
        refused = [NO_COMMIT]
    for line in refused[:SHOWN]:
        say(line)
    if len(refused) > SHOWN:
        say(f"还有 {len(refused) - SHOWN} 行没有列出，请先改上面的。")
    if refused and refused != [ALREADY]:
        say(f"没有公布，网站还是原来的样子。{mend}")
    return not refused


def _say_aside(update: Update, taken: bool, say: Say) -> None:
    """What becomes of a branch or a tag: git takes all of a push or nothing."""
    kind, _, name = update.name.removeprefix("refs/").partition("/")
    shown = {"heads": "分支", "tags": "标签"}.get(kind, "引用") + f" {name or kind}"
    if not taken:
        say(f"{shown} 也没有{'收下' if update.new else '删除'}：一次推送的，要么都收，要么都不收。")
    elif update.new:
        say(f"{shown} 已收下，不会公布：只有 main 的内容会上网站。")
    else:
        say(f"{shown} 已删除，网站不受影响。")


def _prepare(place: Place, server: Path, main: Update, git: int, now: datetime, say: Say) -> list[str]:
    """Builds a push to main and leaves it ready; returns what is wrong with it."""
    releases.settle(place, git)
    at = pushed.present(place.repository, MAIN)
    if at == main.new:
        return [ALREADY]
    if at != main.old:
        return ["别人刚刚推送过，你这一份不是接着那一份改的。请先运行 git pull，再推送。"]
    if not pushed.is_commit(place.repository, main.new):
        return [NO_COMMIT]
    found = pushed.entries(place.repository, main.new)
    if ignored := pushed.ignored(found, server):
        named = "、".join(ignored[:_FEW]) + ("等" if len(ignored) > _FEW else "")
        say(
            f"提示：有 {len(ignored)} 个文件没有理会（{named}）。公布的只有 docs 和 quizzes 里的内容；程序和设置用服务器自己的。"
        )
    if main.old and pushed.forced(place.repository, main.old, main.new):
        say(
            "提示：这次推送改写了历史（强制推送），原来的提交不在 main 里了。内容没有问题就照样公布；别人要重新 git pull。"
        )
    lost = pushed.forgotten(place.repository, pushed.entries(place.repository, main.old), found) if main.old else ()
    if problems := sorted((*pushed.problems(found), *lost)):
        return [str(each) for each in problems]
    with tempfile.TemporaryDirectory(dir=place.folder / "building", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        pushed.take(place.repository, found, folder)
        build.prepare(server, folder)
        if wrong := build.build(folder):
            return wrong
        releases.describe(folder / "site", main.new)
        served.finish(folder / "site")
        ready = place.ready(git)
        ready.mkdir()
        (folder / "site").rename(ready / releases.name(place, now, main.new))
    return []


def go_live(place: Place, moved: list[Update], git: int, clock: Callable[[], datetime], say: Say) -> bool:
    """Git's reference-transaction, before main is moved and while nobody else can: whether it may be moved.

    A main that no push has made ready is the administrator's own doing, and nothing goes live.
    """
    main = next((each for each in moved if each.name == MAIN and each.new), None)
    waiting = [each for each in place.ready(git).glob("*") if main and each.name.endswith(main.new[:7])]
    if not main or not waiting:
        return True
    try:
        with releases.locked(place, "switch.lock"):
            releases.go_live(place, waiting[0], entry("公布", waiting[0].name, clock(), place, main.new))
    except OSError as error:
        say(_trouble(error))
        return False
    return True


def roll_back(place: Place, clock: Callable[[], datetime]) -> str:
    """Makes the release before the present one live again; its name, or "" where there is none."""
    with releases.locked(place, "switch.lock"):
        return releases.back(place, f"{_line('退回', '{}', clock())}\t{_pusher()}")


def entry(what: str, release: str, now: datetime, place: Place, commit: str) -> str:
    """A line of the log: when, what, which release, who pushed, who wrote it, what was said about it."""
    author, subject = pushed.said_about(place.repository, commit)
    return "\t".join([_line(what, release, now), _pusher(), plain(author[:LONGEST]), plain(subject[:LONGEST])])


def _line(what: str, release: str, now: datetime) -> str:
    return f"{now.isoformat(sep=' ', timespec='seconds')}\t{what}\t{release}"


def _pusher() -> str:
    """Who is at the other end, as far as the way in tells: a git server's user, a web server's, the account."""
    names = ("GL_USERNAME", "GITEA_PUSHER_NAME", "REMOTE_USER", "SUDO_USER")
    return plain(next((os.environ[each] for each in names if os.environ.get(each)), None) or _account())


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # an account without a name
        return str(os.getuid())


def _trouble(error: OSError) -> str:
    what = _TROUBLE.get(error.errno or 0) or error.strerror or str(error)
    return f"服务器上出了问题（{what}），不是你写错了。请把这一行发给管理员。"
