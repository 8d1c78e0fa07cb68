"""多选: at least two options are right, and the reader has to find all of them."""

from __future__ import annotations

from typing import Any

from yanxi.bank import entry as take
from yanxi.located import Mapping, Report

NAME, LABEL, KEYS = "multiple", "多选", ("options", "answer")


def read(entry: Mapping, report: Report) -> dict[str, Any] | None:
    options = take.options(entry, report, least=3)
    key = options and take.letters(entry, options, report)
    if not options or not key:
        return None
    return {"options": options, "key": key}
