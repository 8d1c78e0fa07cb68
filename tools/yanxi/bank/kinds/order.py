"""排序: `options` are written in the right order and shown shuffled."""

from __future__ import annotations

from typing import Any

from yanxi.bank.options import read_options
from yanxi.yamltext.nodes import Mapping, Report

NAME, LABEL, KEYS = "order", "排序", ("options",)


def read(entry: Mapping, report: Report) -> dict[str, Any] | None:
    options = read_options(entry, report, least=3)
    if not options:
        return None
    return {"options": options, "key": tuple(option.letter for option in options)}
