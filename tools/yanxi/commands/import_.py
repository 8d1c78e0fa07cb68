"""yanxi import: a file of questions into the bank; first what it would do, and only with --write the doing."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from yanxi import problem, project
from yanxi.exchange import files
from yanxi.exchange.incoming import Change, Plan, plan
from yanxi.problem import ERROR, Problem
from yanxi.rewrite import rewrite

NAME = "import"
HELP = "把表格、Word、Moodle 等文件里的题并进题库；先预览，加 --write 才写"


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        type=Path,
        metavar="文件",
        help="Excel、CSV、Word（.docx）、Moodle XML、GIFT 或文本，内容是哪一种看文件本身",
    )
    parser.add_argument("--write", action="store_true", help="写进题库；不加只看会怎样")
    parser.add_argument("--document", metavar="名字", help="哪一份方案（默认首页用的那一份）")


def run(options: argparse.Namespace) -> int:
    found = project.load(options.root)
    package = found.package(options.document) if options.document else found.current
    if package is None:
        print(f"没有“{options.document or '方案'}”。", file=sys.stderr)
        return 2
    if wrong := found.unread(package):
        print(problem.as_text(wrong))
        print(f"题库里有 {len(wrong)} 个问题，什么也没有写。请先改好。", file=sys.stderr)
        return 1
    said: list[Problem] = []
    read = files.read(options.file, said.append)
    made = plan(read.rows, package, options.root)
    problems = sorted({*made.problems, *(each for each in said if each.severity == ERROR)})
    notices = sorted({*made.notices, *(each for each in said if each.severity != ERROR)})
    for line in _preview(made):
        print(line)
    for notice in notices:
        print(f"提示：{read.shown(notice)}", file=sys.stderr)
    if problems:
        print(problem.as_text(map(read.shown, problems)))
        print(f"共 {len(problems)} 个问题，什么也没有写。", file=sys.stderr)
        return 1
    counts = (
        f"新增 {len(made.added)} 道，改动 {len(made.changed)} 道，退役 {len(made.retired)} 道，照旧 {made.same} 道。"
    )
    if not options.write:
        print(f"{counts}什么也没有写；要写进题库，请加 --write。", file=sys.stderr)
        return 0
    try:
        rewrite(options.root, made.files)
    except OSError as error:
        print(f"写不了 {error.filename}（{error.strerror}），题库还是原来的样子。", file=sys.stderr)
        return 2
    print(f"{counts}写好了：{'、'.join(made.files) or '没有要写的'}。", file=sys.stderr)
    return 0


def _preview(made: Plan) -> Iterator[str]:
    for change in made.added:
        draft = "（草稿，练习里不显示）" if change.after.draft else ""
        yield f"新增 {change.after.id}{draft} {change.after.stem}"
        yield from _offers(change)
    for change in made.changed:
        yield f"改动 {change.after.id} {change.after.stem}"
        yield f"  改的是：{'、'.join(_keys(change))}。{_history(change)}"
        yield from _offers(change)
    for change in made.retired:
        yield f"退役 {change.after.id} {change.after.stem}"
        yield f"  原因：{change.after.retired}。读者的记录留着，这道题不再出现。"


def _offers(change: Change) -> Iterator[str]:
    for clause in change.offered:
        yield f"  依据可以是 {clause.provision} {clause.id}：{clause.text.strip()}"


def _keys(change: Change) -> list[str]:
    """What has changed, in words."""
    names = {
        "kind": "题型", "stem": "题干", "options": "选项", "key": "答案", "content": "答案", "explain": "解析",
        "quotes": "依据", "term": "术语", "terms": "相关术语", "level": "难度", "case": "材料", "pin": "设置",
        "any_order": "设置", "draft": "设置", "replaces": "顶替", "retired": "退役", "allow": "破例",
    }  # fmt: skip
    found = (chinese for key, chinese in names.items() if getattr(change.before, key) != getattr(change.after, key))
    return list(dict.fromkeys(found))


def _history(change: Change) -> str:
    if change.before and change.before.version == change.after.version:
        return "读者的记录照旧。"
    return "答过的读者会看到“题目已修订”。"
