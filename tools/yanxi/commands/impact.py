"""yanxi impact: what the edits since a commit touch, and what becomes of readers' histories."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

from yanxi import impact as impacts
from yanxi import project
from yanxi.impact import Entry, Fate, Impact, Passage
from yanxi.project import Project
from yanxi.publish import pushed
from yanxi.yamltext import decode, parse
from yanxi.yamltext.nodes import Mapping, Sequence, Text

NAME = "impact"
HELP = "看改动碰到哪些题、责任、编者注，读者的记录会怎样"

_FATES = {
    impacts.ASKED_AGAIN: "重新问，答过的读者会看到“题目已修订”",
    impacts.RETIRED: "不再问，记录留着",
    impacts.UNREAD: "现在读不出来，请先改好（见 yanxi check）",
    impacts.GONE: "不在题库里了，读者的记录会落空；请放回来，写上 retired: 原因",
    impacts.BACK: "又问了，从前的记录接着算",
    impacts.NEW: "新题",
}


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rev", metavar="版本", help="和 git 里的哪一次提交比，如 HEAD、HEAD~3、main、一次提交的编号")
    parser.add_argument("--format", choices=("json", "text"), default="text", help="输出格式（默认 text）")


def run(options: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory(prefix="yanxi-impact-") as folder:
        if refusal := _take(options.root, options.rev, Path(folder)):
            print(refusal, file=sys.stderr)
            return 2
        old, new = project.load(Path(folder)), project.load(options.root)
        made = {
            package.document.name: impacts.impact(was, package, _written(options.root, package.document.name))
            for package in new.packages
            if (was := old.package(package.document.name))
        }
    if options.format == "json":
        print(json.dumps({name: asdict(each) for name, each in made.items()}, ensure_ascii=False, indent=2))
    else:
        for name, each in made.items():
            if len(made) > 1:
                print(f"# {name}")
            for line in _lines(each):
                print(line)
    for line in _asides(old, new, options.rev):
        print(line, file=sys.stderr)
    return 0


def _take(root: Path, rev: str, folder: Path) -> str:
    """Writes docs/ and quizzes/ of a commit into a folder; returns why that cannot be done."""
    try:
        prefix = _git(root, "rev-parse", "--show-prefix").strip()
    except FileNotFoundError:
        return "这台电脑上没有 git。请先安装，见 yanxi doctor。"
    except subprocess.CalledProcessError:
        return "这个文件夹不在 git 里，没有从前的版本可以比。请在取下来（git clone）的项目里运行。"
    try:
        commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{rev}^{{commit}}").strip()
    except subprocess.CalledProcessError:
        return f"git 里没有“{rev}”。请写 HEAD（上一次提交）、HEAD~1（再上一次），或 git log 里的编号。"
    inside = [
        replace(each, path=each.path.removeprefix(prefix))
        for each in pushed.entries(root, commit)
        if each.path.startswith(prefix)
    ]
    kept = [each for each in inside if each.taken and each.mode in pushed.FILES and not pushed.bad_path(each.path)]
    if not any(each.path.startswith("docs/") for each in kept):
        return f"“{rev}”那时还没有 docs 文件夹，没有可以比的。"
    pushed.take(root, kept, folder)
    return ""


def _git(root: Path, *arguments: str) -> str:
    ended = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=True)
    return ended.stdout.decode("utf-8", "replace")


def _written(root: Path, name: str) -> set[str]:
    """The ids that stand in a document's banks, whatever else is wrong there."""
    found: set[str] = set()
    for file in (root / "quizzes" / name).rglob("*.yml"):
        text = decode.read_text(file, "", lambda _: None)
        node = None if text is None else parse.parse(text, "", lambda _: None)
        questions = node.get("questions") if isinstance(node, Mapping) else None
        for each in questions.items if isinstance(questions, Sequence) else ():
            own = each.get("id") if isinstance(each, Mapping) else None
            found |= {own.value} if isinstance(own, Text) else set()
    return found


def _asides(old: Project, new: Project, rev: str) -> Iterator[str]:
    names = {each.document.name for each in old.packages}
    for package in new.packages:
        if package.document.name not in names:
            yield f"{package.document.name} 是新的方案，“{rev}”那时还没有。"
    if new.problems:
        yield f"现在有 {len(new.problems)} 个问题（见 yanxi check），改好以后再看一遍。"


# In words.


def _lines(made: Impact) -> Iterator[str]:
    yield f"原文：改了 {len(made.passages)} 句。" if made.passages else "原文没有改。"
    for passage in made.passages:
        yield from _passage(passage)
    yield f"术语：改了 {len(made.terms)} 个。" if made.terms else "术语没有改。"
    for term in made.terms:
        yield from _term(term)
    kept = made.fated(impacts.KEPT)
    reworded = [each for each in kept if each.reworded]
    yield f"读者的记录：{len(kept)} 题照旧" + (f"，其中 {len(reworded)} 题改了文字，意思没有变。" if reworded else "。")
    for each in reworded:
        yield f"    {each.id} {each.stem}"
    for fate, said in _FATES.items():
        if found := made.fated(fate):
            yield f"  {len(found)} 题{said}："
            yield from map(_fate, found)


def _fate(each: Fate) -> str:
    return f"    {each.id} {each.stem}" + (f"（由 {each.heir} 顶替）" if each.heir else "")


def _passage(each: Passage) -> Iterator[str]:
    yield f"  {each.citation}（{each.address}）"
    yield f"    原来：{each.before.strip() or '没有这一句'}"
    now = each.after.strip() or "没有了"
    yield f"    现在：{now}" + (f"（原来的话在 {each.moved}）" if each.moved else "")
    if each.questions:
        named = (f"{name}（引句对不上了）" if name in each.lost else name for name in each.questions)
        yield f"    依据它的题：{'、'.join(named)}"
    for said, held in (("责任", each.duties), ("编者注", each.notes), ("要点", each.points)):
        for one in held:
            yield f"    {said}：{one}"


def _term(each: Entry) -> Iterator[str]:
    what = "删去了" if each.gone else "、".join(each.changed) or "新的"
    yield f"  {each.id} {each.term}：{what}"
    for said, held in (("依据它的题", each.questions), ("提到它的题", each.related), ("出现在", each.pages)):
        if held:
            yield f"    {said}：{'、'.join(held)}"
