"""Of Material's style sheets what our pages need: a quarter of them, so that all there is to a page's look fits in one small file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yanxi.site.theme import material

_PARTS = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[{};])""")
_CLASS = re.compile(r"\.((?:\\.|[\w-])+)")
_VARIABLE = re.compile(r"var\((--[\w-]+)")
_NOT = re.compile(r":not\((?:[^()]|\([^()]*\))*\)")
_ONE_OF = re.compile(r":(?:is|where)\(((?:[^()]|\([^()]*\))*)\)")


@dataclass(frozen=True)
class _Rule:
    """`head` is its selectors, or the condition of an @media or @supports, whose rules are the body."""

    head: str
    body: str | tuple[_Rule, ...]

    def __str__(self) -> str:
        return f"{self.head}{{{self.body if isinstance(self.body, str) else ''.join(map(str, self.body))}}}"


def needed(sheets: str, ours: str) -> str:
    """The rules whose classes are in `material.CLASSES`, without the variables that neither they nor `ours` use.

    Animations, page sizes and other rules that begin with @ go, but for conditions.
    """
    rules = tuple(_kept(_rules(iter(_PARTS.split(sheets)))))
    before, text = "", "".join(map(str, rules))
    while text != before:
        used = set(_VARIABLE.findall(text + ours))
        rules = tuple(_without(rules, used))
        before, text = text, "".join(map(str, rules))
    return text


def _rules(parts: Iterator[str]) -> Iterator[_Rule]:
    """The rules up to the closing brace of what they stand in."""
    head = ""
    for part in parts:
        if part == "{":
            nested = head.lstrip().startswith(("@media", "@supports", "@keyframes"))
            yield _Rule(head.strip(), tuple(_rules(parts)) if nested else _body(parts))
            head = ""
        elif part == "}":
            return
        else:
            head = "" if part == ";" else head + part


def _body(parts: Iterator[str]) -> str:
    return "".join(iter(lambda: next(parts), "}")).strip()


def _kept(rules: Iterator[_Rule] | tuple[_Rule, ...]) -> Iterator[_Rule]:
    for rule in rules:
        if isinstance(rule.body, tuple):
            within = tuple(_kept(rule.body))
            if within and not rule.head.startswith("@keyframes"):
                yield _Rule(rule.head, within)
        elif not rule.head.startswith("@"):
            selectors = [each for each in _split(rule.head, ",") if _matches(each)]
            if selectors and rule.body:
                yield _Rule(",".join(selectors), rule.body)


def _matches(selector: str) -> bool:
    """Whether it may select something on our pages."""
    plain = _NOT.sub("", selector)
    if material.UNSEEN_FOCUS in selector or any(word in plain for word in material.NEVER):
        return False
    if choice := _ONE_OF.search(plain):
        return any(_matches(plain[: choice.start()] + each + plain[choice.end() :]) for each in _split(choice[1], ","))
    code = plain.startswith(".highlight ")
    return all(name in material.CLASSES or (code and len(name) < 3) for name in _CLASS.findall(plain))


def _without(rules: tuple[_Rule, ...], used: set[str]) -> Iterator[_Rule]:
    for rule in rules:
        if isinstance(rule.body, tuple):
            if within := tuple(_without(rule.body, used)):
                yield _Rule(rule.head, within)
        else:
            said = [
                each.strip()
                for each in _split(rule.body, ";")
                if not each.strip().startswith("--") or each.partition(":")[0].strip() in used
            ]
            if body := ";".join(filter(None, said)):
                yield _Rule(rule.head, body)


def _split(text: str, at: str) -> list[str]:
    """The parts between separators that stand neither in brackets nor in quotation marks."""
    parts, depth, quoted = [""], 0, ""
    for character in text:
        if quoted:
            quoted = "" if character == quoted else quoted
        elif character in "\"'":
            quoted = character
        elif character in "([":
            depth += 1
        elif character in ")]":
            depth -= 1
        if character == at and not depth and not quoted:
            parts.append("")
        else:
            parts[-1] += character
    return parts
