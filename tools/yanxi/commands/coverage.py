"""yanxi coverage: which sentences have no question yet, and why some need none."""

from __future__ import annotations

import argparse
import json
import sys

from yanxi import project
from yanxi.bank.coverage import Coverage, coverage

NAME = "coverage"
HELP = "看原文哪些句子还没有题，以及为什么"


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("json", "text"), default="text", help="输出格式（默认 text）")


def run(options: argparse.Namespace) -> int:
    found = project.load(options.root)
    rows = {
        package.document.name: coverage(package.document, package.questions, package.duties)
        for package in found.packages
    }
    if options.format == "json":
        print(json.dumps([_row(name, row) for name in rows for row in rows[name]], ensure_ascii=False, indent=2))
        return 0
    for name, covered in rows.items():
        if len(rows) > 1:
            print(f"# {name}")
        for row in covered:
            print(_line(row))
        bare = [row for row in covered if not row.questions]
        parts = sum(len(row.missing) for row in covered)
        print(f"共 {len(covered)} 句，{len(bare)} 句没有题；该问而没有引到的分句 {parts} 处。", file=sys.stderr)
    return 0


def _line(row: Coverage) -> str:
    """One clause, one line: where, how many questions, and what none of them quotes."""
    place = f"{row.clause.provision} {row.clause.id}"
    if row.why:
        return f"{place}  没有题（{row.why}）  {row.clause.text}"
    parts = "，".join(f"{part.text}（{part.why}）" for part in row.untouched)
    return f"{place}  {len(row.questions)} 题" + (f"  没有引到：{parts}" if parts else "")


def _row(document: str, row: Coverage) -> dict[str, object]:
    return {
        "document": document,
        "provision": row.clause.provision,
        "clause": row.clause.id,
        "text": row.clause.text,
        "questions": row.questions,
        "why": row.why,
        "untouched": [{"text": part.text, "why": part.why} for part in row.untouched],
    }
