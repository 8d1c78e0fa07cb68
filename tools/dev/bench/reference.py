"""The same questions written by hand into a stock Material page: inline style and script, no library, no build."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path

from yanxi.bank.kinds import KINDS
from yanxi.model import Question
from yanxi.render import choices

HERE = Path(__file__).parent
OPTION = ".q .o"
QUESTION = ".q"


def quiz(questions: Iterable[Question]) -> str:
    """HTML of the whole quiz. The script comes first: that is the fastest way there is."""
    style = (HERE / "reference.css").read_text(encoding="utf-8")
    script = (HERE / "reference.js").read_text(encoding="utf-8")
    made = "\n".join(_question(number, item) for number, item in enumerate(questions, 1))
    return f"<style>{style}</style><script>{script}</script>\n{made}"


def _question(number: int, item: Question) -> str:
    body, key = _body(item)
    explain = f"<p>{escape(item.explain)}</p>" + "".join(
        f"<blockquote>{escape(q.text)}</blockquote>" for q in item.quotes
    )
    return (
        f'<div class="q" id="q{number}" data-key="{escape(key)}"><p>{number}. {escape(item.stem)}</p>{body}'
        f'<p class="v" role="status"></p><div class="e" hidden>{explain}</div></div>'
    )


def _body(item: Question) -> tuple[str, str]:
    """What is tapped, and what is right."""
    if item.kind == "judge":
        return _options([("对", "对"), ("错", "错")]), item.key[0]
    if item.kind in ("single", "multiple"):
        shown = [(option.letter, option.text) for option in choices.shuffled(item.options, item)]
        return _options(shown) + (_SUBMIT if item.kind == "multiple" else ""), "".join(item.key)
    if item.kind == "blank":
        return f'<input aria-label="答案">{_SUBMIT}', "|".join(item.content[0])
    # Order, match and recall are more than sixty lines of script: a page by hand has them to be read.
    words = KINDS[item.kind].wanted(item)
    rows = "".join(f"<li>{escape(word)}</li>" for word in words)
    return f"<details><summary>看答案</summary><ol>{rows}</ol></details>", ""


_SUBMIT = '<button class="s">提交</button>'


def _options(shown: Iterable[tuple[str, str]]) -> str:
    return "".join(f'<button class="o" data-v="{value}">{escape(text)}</button>' for value, text in shown)
