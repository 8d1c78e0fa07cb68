"""The manual's page of rules, made of the rules' own docstrings, so that it cannot fall behind them."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from types import ModuleType

import markdown

from yanxi.problem import ERROR


def rules(modules: Iterable[ModuleType]) -> str:
    """HTML of one section a rule: name, whether it is an error or a warning, what it forbids and why, examples."""
    return "\n".join(map(_rule, modules))


def _rule(module: ModuleType) -> str:
    summary, _, rest = inspect.getdoc(module).partition("\n\n")
    title, _, what = summary.partition("：")
    kind = "错误" if module.SEVERITY == ERROR else "警告"
    body = markdown.markdown(f"{what}\n\n{rest}", tab_length=4)
    return f'<section class="yx-rule"><h2 id="{module.NAME}">{title}<small>{kind}</small></h2>{body}</section>'
