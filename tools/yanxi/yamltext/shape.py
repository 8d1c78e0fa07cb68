"""What `fields` accepts, as JSON Schema (draft 7): for the red lines and the completion of a text editor.

An editor's own YAML reader takes `2022` for a number and `true` for a truth; here both are texts. A shape accepts whatever its
reader accepts; what only the reader can know (a quotation, an id that is taken) it lets pass.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from yanxi.yamltext.fields import MAX_TEXT, SHORTEST_REASON

Shape = dict[str, Any]


def text(says: str, pattern: str = r"\S", wrong: str = "这里不能空着。") -> Shape:
    """A text, as `fields.words` takes it; `pattern` holds for what is written as one, `wrong` is said where it does not."""
    held = {"pattern": pattern, "patternErrorMessage": wrong, "maxLength": MAX_TEXT}
    return {"description": says, "type": ["string", "number", "boolean"], **held}


def one_of(says: str, allowed: Mapping[str, str]) -> Shape:
    """One of a few words, each with what it means."""
    return {"description": says, "enum": list(allowed), "markdownEnumDescriptions": list(allowed.values())}


def flag(says: str) -> Shape:
    return {"description": says, "enum": [True, False, "true", "false"]}


def number(says: str, least: int, most: int) -> Shape:
    """A whole number as `paper` reads it; in quotation marks it is one, too."""
    return {"description": says, "anyOf": [{"type": "integer", "minimum": least, "maximum": most}, _DIGITS]}


def reason(says: str) -> Shape:
    return {"description": says, "type": ["string", "number"], "minLength": SHORTEST_REASON, "maxLength": MAX_TEXT}


def items(says: str, each: Shape, least: int = 0, most: int | None = None) -> Shape:
    made: Shape = {"description": says, "type": "array", "items": each, "minItems": least}
    return made if most is None else made | {"maxItems": most}


def mapping(says: str, keys: Mapping[str, Shape], required: Iterable[str]) -> Shape:
    """A group of `key: value`, with these keys alone."""
    made: Shape = {"description": says, "type": "object", "properties": dict(keys), "additionalProperties": False}
    return made | ({"required": list(required)} if required else {})


def either(says: str, *shapes: Shape) -> Shape:
    return {"description": says, "anyOf": list(shapes)}


_DIGITS: Shape = {"type": "string", "pattern": r"^\d{1,4}$"}
