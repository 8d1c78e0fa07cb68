"""The site's navigation and titles, made of the documents: nothing of them is kept by hand.

The theme's templates put titles into their HTML as they are, so all that comes from editors is escaped here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from yanxi import bold
from yanxi.document.matter import KEYS
from yanxi.document.write import REFERENCE
from yanxi.model import Provision
from yanxi.project import Package, Project

DESCRIBED = 100
"""Characters of a description: what a card shows."""


FILED = '<a href="https://beian.miit.gov.cn/" rel="noopener">{}</a>'
"""Where the number leads that a site in China was filed under."""


def settings(loaded: Project, nav: list[Any] | None, foot: str | None, icp: object = None) -> dict[str, Any]:
    """MkDocs' settings that come from the documents: the site is called as the current one is.

    `nav` is the navigation in mkdocs.yml. Without one there is none here either: MkDocs then makes one of the folders. `foot` is
    what stands at the foot of every page, `icp` the number that comes behind it.
    """
    filed = FILED.format(escape(str(icp))) if icp else ""
    shown = {"nav": nav and _with_documents(loaded, nav), "copyright": " · ".join(filter(None, (foot, filed))) or None}
    if loaded.current:
        own = loaded.current.settings
        shown |= {"site_name": escape(own.title), "site_description": escape(bold.plain(own.summary))}
    return shown


def _with_documents(loaded: Project, written: list[Any]) -> list[Any]:
    """The documents stand behind the first entry, which is the home page."""
    documents = [{escape(package.settings.short): _pages(package)} for package in loaded.packages]
    return [*written[:1], *documents, *written[1:]]


def _pages(package: Package) -> list[Any]:
    """A document's pages in the order of its text, what is below a provision in a section of its short title."""
    folder = package.document.name
    listed: list[Any] = [f"{folder}/index.md", *_below(package, None)]
    return listed + [f"{folder}/{name}" for name in REFERENCE if name in package.pages]


def _below(package: Package, above: Provision | None) -> list[Any]:
    document, made = package.document, []
    for provision in document.children(above):
        page = f"{document.name}/{provision.page}"
        below = _below(package, provision)
        if provision.page == "index.md":  # a heading on the front page is no page of its own
            made += below
        elif below:
            made.append({escape(package.names.get(provision.id, provision.title)): [page, *below]})
        else:
            made.append(page)
    return made


def page_settings(loaded: Project, path: str, written: Mapping[str, Any]) -> dict[str, Any]:
    """What a page's front matter may say to theme and templates, and the document that it belongs to.

    `path` is the page's below docs/, `written` the front matter as MkDocs reads it, which takes 1.10 for a number and would
    take a template of the page's own.
    """
    shown = {key: value for key, value in written.items() if key in KEYS and key != "title"}
    if title := loaded.titles.get(path):
        shown["title"] = escape(title)
    if said := _description(loaded, path):
        shown["description"] = escape(said)
    return shown | {"document": path.partition("/")[0]}


def _description(loaded: Project, path: str) -> str:
    """The beginning of a page's official text, for search engines and for cards of shared links; empty for other pages."""
    folder, _, below = path.partition("/")
    package = loaded.package(folder)
    held = package.document.by_page.get(below, ()) if package else ()
    words = "".join("".join(each.text.split("\n")) for each in held)
    return words if len(words) <= DESCRIBED else words[: DESCRIBED - 1] + "…"


def extra(loaded: Project, versions: Mapping[str, str], search: str) -> dict[str, Any]:
    """What the templates need beside the page: each document's title, the current one, what a page holds, and the data files' versions."""
    current = loaded.current
    return {
        "yanxi_documents": {each.document.name: escape(each.settings.title) for each in loaded.packages},
        "yanxi_current": current.document.name if current else "",
        "yanxi_short": escape(current.settings.short) if current else "",
        "yanxi_places": {path: place for package in loaded.packages for path, place in _places(package)},
        "yanxi_data": versions,
        "yanxi_search": search,
    }


def _places(package: Package) -> Iterator[tuple[str, dict[str, str]]]:
    """For each page that holds a provision, by its path below docs/: the provision's address, its ordinal, and what it is called
    for short: 二（一）三是, or 三、 where nothing is above it."""
    document = package.document
    for page, (first, *_) in document.by_page.items():
        short = (first.citation if first.parent else first.label) if first.label else ""
        yield f"{document.name}/{page}", {"at": f"{document.name}/{first.id}", "label": first.label, "short": short}
