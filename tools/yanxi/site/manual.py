"""The manual's page of rules, made of the rules' own docstrings, so that it cannot fall behind them."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from types import ModuleType

import markdown
from markupsafe import Markup

from yanxi.problem import ERROR, NOTICE, WARNING
from yanxi.render.markup import html, join


def rules(modules: Iterable[ModuleType]) -> Markup:
    """HTML of one section a rule: name, whether it is an error, a warning or a notice, what it forbids and why, examples."""
    return join(map(_rule, modules), "\n")


def _rule(module: ModuleType) -> Markup:
    summary, _, rest = inspect.getdoc(module).partition("\n\n")
    title, _, what = summary.partition("：")
    kind = {ERROR: "错误", WARNING: "警告", NOTICE: "提示"}[module.SEVERITY]
    body = Markup(markdown.markdown(f"{what}\n\n{rest}", tab_length=4))  # noqa: S704 - our own docstrings
    return html(
        '<section class="yx-rule"><h2 id="{}">{}<small>{}</small></h2>{}</section>', module.NAME, title, kind, body
    )
