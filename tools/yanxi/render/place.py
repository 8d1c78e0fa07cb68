"""Where a fragment of HTML will stand, and so how its links read."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from yanxi.model import Clause, Document, Provision, Term


@dataclass(frozen=True)
class Place:
    """A page of the site.

    Attributes:
        document: the document that is linked to.
        url: the page's address from the site's root: ``2022/a1/m3/``, or ``2022/a1/m3.html`` without directory URLs.
        directories: whether pages are folders, as on a web server, or files, as on a USB stick; None where the generator
            puts links right itself, as Zensical does even inside HTML, and wants them to lead to the Markdown files.
    """

    document: Document
    url: str
    directories: bool | None = True

    @classmethod
    def at(cls, document: Document, path: str, directories: bool | None = True) -> Place:
        """The page at a path below docs/, e.g. ``2022/a1/m3.md``; the site's home has no address of its own."""
        name = path.removesuffix(".md")
        return cls(document, "" if name in ("", "index") else _url(name, directories), directories)

    @classmethod
    def on(cls, document: Document, provision: Provision, directories: bool | None = True) -> Place:
        return cls(document, page_url(document, provision, directories), directories)

    def to(self, provision: Provision, clause: Clause | None = None) -> str:
        """A relative link to a provision's page, or to one clause of it."""
        target = page_url(self.document, provision, self.directories)
        anchor = f"#{clause.id}" if clause else ""
        if target == self.url:
            return anchor or "#"
        return self._path(target) + anchor

    @property
    def here(self) -> str:
        """A relative link to the page itself."""
        return "./" if not self.url or self.url.endswith("/") else posixpath.basename(self.url)

    def to_document(self, name: str) -> str:
        """A relative link to another document's front page."""
        return self._path(_url(f"{name}/index", self.directories))

    def to_term(self, term: Term) -> str:
        """A relative link to a term on the document's page of terms."""
        return f"{self._path(_url(f'{self.document.name}/glossary', self.directories))}#{quote(term.id)}"

    def to_duties(self) -> str:
        """A relative link to the document's page of all duties."""
        return self._path(_url(f"{self.document.name}/duties", self.directories))

    def to_file(self, name: str) -> str:
        """A relative link to a file of the document's, such as its table of duties."""
        return self._path(f"{self.document.name}/{name}")

    def to_study(self, name: str) -> str:
        """A relative link to a page for study: practice, recite, exam."""
        return self._path(_url(f"study/{name}", self.directories))

    def _path(self, target: str) -> str:
        return _relative(target, self.url if self.url.endswith("/") else posixpath.dirname(self.url))

    def to_clause(self, clause: Clause) -> str:
        return self.to(self.document.by_id[clause.provision], clause)


def page_url(document: Document, provision: Provision, directories: bool | None) -> str:
    """A provision's page from the site's root."""
    return _url(f"{document.name}/{provision.page.removesuffix('.md')}", directories)


def _url(name: str, directories: bool | None) -> str:
    if directories:
        return f"{name}/".removesuffix("index/")
    return name + (".md" if directories is None else ".html")


@lru_cache(maxsize=4096)  # a bank of a thousand questions links to a handful of pages
def _relative(target: str, start: str) -> str:
    path = posixpath.relpath(target, start or ".") + ("/" if target.endswith("/") else "")
    return quote(path)  # else a folder called javascript:x would be a script
