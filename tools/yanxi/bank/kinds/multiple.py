"""多选: at least two options are right, and the reader has to find all of them."""

from __future__ import annotations

from typing import Any

from yanxi.bank.options import read_letters, read_options
from yanxi.yamltext.nodes import Mapping, Report

NAME, LABEL, KEYS = "multiple", "多选", ("options", "answer")


def read(entry: Mapping, report: Report) -> dict[str, Any] | None:
    options = read_options(entry, report, least=3)
    key = options and read_letters(entry, options, report)
    if not options or not key:
        return None
    return {"options": options, "key": key}
