"""Text written as YAML, so that it is read back as it is."""

from __future__ import annotations

import re

from yanxi.yamltext import parse
from yanxi.yamltext.nodes import Mapping, Sequence, Text

# As an item of a list this would be told to be a key without its space.
_LIKE_A_KEY = re.compile(r"(?:- +)?[A-Za-z_]+[0-9]*[:：]\S")


def scalar(text: str, safe: re.Pattern[str] | None = None) -> str:
    """Text as YAML: as it is where it is read back as it is, else in quotation marks. Where other things stand in the same
    line, `safe` is what may stay bare."""
    if (
        not _LIKE_A_KEY.match(text)
        and _reads(text, text)
        and (safe is None or (safe.fullmatch(text) and _reads(f"[{text}]", text)))
    ):
        return text
    single = "'" + text.replace("'", "''") + "'"
    if "\n" not in text and _reads(single, text):
        return single
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


def _reads(candidate: str, text: str) -> bool:
    """Whether a value is read, without a problem, as this text."""
    if "\n" in candidate:
        return False
    problems: list[object] = []
    root = parse.parse(f"questions:\n  - stem: {candidate}\n", "", problems.append)
    questions = root.get("questions") if isinstance(root, Mapping) else None
    first = questions.items[0] if isinstance(questions, Sequence) else None
    value = first.get("stem") if isinstance(first, Mapping) else None
    if isinstance(value, Sequence) and len(value.items) == 1:
        value = value.items[0]
    return not problems and isinstance(value, Text) and value.value == text
