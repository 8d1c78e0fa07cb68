"""判断: the stem is a statement, right or wrong."""

from __future__ import annotations

from typing import Any

from yanxi.yamltext import fields as take
from yanxi.yamltext.nodes import Mapping, Report

NAME, LABEL, KEYS = "judge", "判断", ("answer",)

RIGHT, WRONG = "对", "错"
_WRITTEN = {
    **dict.fromkeys(("对", "正确", "是", "√", "✓", "T", "TRUE"), RIGHT),
    **dict.fromkeys(("错", "错误", "否", "×", "✗", "F", "FALSE"), WRONG),
}


def read(entry: Mapping, report: Report) -> dict[str, Any] | None:
    written = take.text(entry, "answer", report)
    if not written:
        return None
    if written.upper() not in _WRITTEN:
        node = entry.get("answer")
        assert node
        report(node.problem("判断答案", f"判断题的答案是“{written}”。", "请写“对”或“错”。"))
        return None
    return {"key": (_WRITTEN[written.upper()],)}
