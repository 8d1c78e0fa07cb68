"""MkDocs called in this process: a preview that started it anew for every change would wait for its imports alone.

With `plugin` the only place that imports MkDocs: that one is called by it, this one calls it.
"""

from __future__ import annotations

import logging
from collections.abc import Collection
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache
from mkdocs.commands.build import build
from mkdocs.config import load_config

from yanxi.problem import Problem
from yanxi.site import mkdocs_log
from yanxi.site.mkdocs_yml import FILE

# What it says of every build that leaves pages alone.
_DIRTY = "A 'dirty' build"


class NotBuilt(Exception):
    """The site is not built, or only in part; the problems say why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(*map(str, problems))
        self.problems = problems


def generate(root: Path, site: Path, only: Collection[str] | None = None) -> list[Problem]:
    """Builds the site into a folder.

    Args:
        root: the project's folder.
        site: where the site comes, or, with `only`, where one is.
        only: the pages to be made anew, by their path below docs/; the others are left as they are.

    Returns what MkDocs has to say of pages that are built all the same.
    """
    titles = _TITLES.setdefault(root, {})
    before, said = dict(titles), list[str]()
    listener = _Listener(said)
    log = logging.getLogger("mkdocs")
    log.addHandler(listener)
    try:
        config = load_config(str(root / FILE), site_dir=str(site), strict=False)
        config.plugins.on_startup(command="serve", dirty=only is not None)
        if plugin := config.plugins.get("yanxi"):
            plugin.only, plugin.titles, plugin.compiled = only, titles, _COMPILED
        try:
            build(config, dirty=only is not None)
        finally:
            config.plugins.on_shutdown()
    except (Exception, SystemExit) as error:  # whatever it is, the preview goes on with the site it has
        raise NotBuilt(mkdocs_log.problems(root, "\n".join([*said, f"{type(error).__name__}: {error}"]))) from error
    finally:
        log.removeHandler(listener)
    if only is not None and titles != before:  # they stand in the navigation of every page
        return generate(root, site)
    return mkdocs_log.problems(root, "\n".join(said)) if said else []


class _Compiled(BytecodeCache):
    """Templates compiled once, however often the site is built."""

    def __init__(self) -> None:
        self.codes: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self.codes.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.codes[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()
_TITLES: dict[Path, dict[str, str]] = {}
"""The pages' titles by project and path."""


class _Listener(logging.Handler):
    def __init__(self, said: list[str]) -> None:
        super().__init__(logging.WARNING)
        self.said = said

    def emit(self, record: logging.LogRecord) -> None:
        words = record.getMessage()
        # What our own plugin has to say is known.
        if not words.startswith(_DIRTY) and not record.name.endswith(".yanxi"):
            self.said.append(f"{record.levelname} - {words}")
