"""The MkDocs plugin: hooks that unpack their arguments and call plain functions. What a page shows is not made here."""

from __future__ import annotations

import logging
from collections.abc import Collection
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from jinja2.bccache import BytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from yanxi import offline, problem, project
from yanxi.site import assets, data, duty_files, html, navigation, practice, search, share
from yanxi.site.theme import files as theme_files

EXTENSION = "yanxi.site.extension"

log = logging.getLogger("mkdocs.plugins.yanxi")


class YanxiPlugin(BasePlugin):
    """Reports every problem of the project, writes the data files, and keeps questions out of templates.

    `only` are the pages that a preview has made anew, by their path below docs/; None is all of them. `titles` are
    those of all pages the last time they were made, `compiled` the templates that have been compiled. A preview, whose `command`
    is to serve, keeps nothing for readers without a network.
    """

    only: Collection[str] | None = None
    titles: dict[str, str] | None = None
    compiled: BytecodeCache | None = None
    command: str = "build"

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self.command = command

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.root = Path(config.config_file_path).parent
        self.practice = practice.make(loaded := project.load(self.root), config.use_directory_urls)
        self.search = search.make(loaded, config.use_directory_urls)
        config.update(navigation.settings(loaded, config.nav, config.copyright, config.extra.get("icp")))
        config.extra.update(
            navigation.extra(loaded, self.practice.versions, self.search.version)
            | {"yanxi_offline": self.command == "build" and config.extra.get("offline", True)}
        )
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        self.quizzes: dict[str, list[str]] = {}
        self.titles = {} if self.titles is None else self.titles
        for found in project.load(self.root).problems:
            level = logging.ERROR if found.severity == problem.ERROR else logging.WARNING
            log.log(level, "%s", found)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        theirs = {file.src_uri: file for file in files if theme_files.is_theirs(file.src_uri)}
        sources = {path: file.abs_src_path for path, file in theirs.items() if file.abs_src_path}
        self.sheet = theme_files.sheet(sources, Path(config.docs_dir))
        config.extra.update(assets.extra(Path(config.docs_dir), self.sheet))
        for file in theirs.values() if self.sheet else ():
            files.remove(file)
        for file in files.documentation_pages() if self.only is not None else ():
            file.is_modified = partial(self.only.__contains__, file.src_uri)  # type: ignore[method-assign]

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        for page in nav.pages if self.only is not None else ():
            if page.file.src_uri not in self.only:
                page.title = self.titles.get(page.file.src_uri)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        env.bytecode_cache = self.compiled

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Any) -> None:
        page.meta = navigation.page_settings(project.load(self.root), page.file.src_uri, page.meta)
        settings = {"root": str(self.root), "directories": config.use_directory_urls, "page": page.file.src_uri}
        config.mdx_configs.setdefault(EXTENSION, {}).update(settings)

    def on_page_content(self, content: str, *, page: Page, config: MkDocsConfig, files: Any) -> str:
        # MkDocs does not look into what fences have made.
        if page.present_anchor_ids is not None:
            page.present_anchor_ids |= html.ids(content)
        content, self.quizzes[page.file.src_uri] = html.take_out(content)
        return content

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        self.titles[page.file.src_uri] = page.title
        share.write(Path(config.site_dir), page.file.dest_uri, page.canonical_url)
        return html.put_back(output, self.quizzes.pop(page.file.src_uri, []))

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        # A map of the site names whole addresses; without `site_url` there are none. MkDocs writes no file that is empty.
        return "" if template_name == "sitemap.xml" and not config.site_url else output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        site = Path(config.site_dir)
        data.write(project.load(self.root), site / "data")
        duty_files.write(project.load(self.root), site, config.site_url or "")
        for made in (self.practice, self.search):
            made.write(site / "data")
        theme_files.write(site, self.sheet)
        if config.extra["yanxi_offline"]:
            offline.write(site)
