"""单选: one option is right."""

from __future__ import annotations

from typing import Any

from yanxi.bank.options import read_letters, read_options
from yanxi.yamltext.nodes import Mapping, Report

NAME, LABEL, KEYS = "single", "单选", ("options", "answer")


def read(entry: Mapping, report: Report) -> dict[str, Any] | None:
    options = read_options(entry, report, least=2)
    key = options and read_letters(entry, options, report)
    if not options or not key:
        return None
    if len(key) > 1:
        node = entry.get("answer")
        assert node
        lines = "、".join(str(option.at.line) for option in options if option.letter in key)
        report(
            node.problem(
                "单选多答案",
                f"单选题标了 {len(key)} 个正确答案（第 {lines} 行）。",
                "请只留一个，或把 kind 改为 multiple。",
            )
        )
        return None
    return {"options": options, "key": key}
