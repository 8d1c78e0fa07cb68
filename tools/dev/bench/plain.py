"""The site's pages as anybody would write them for stock Material: the same words in plain Markdown, and no questions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import yaml

from yanxi.document import fences
from yanxi.document.fences import Fence
from yanxi.model import Provision, Term
from yanxi.project import Package, Project
from yanxi.render import terms
from yanxi.render.official import UNSTATED


def page(package: Package, path: str, text: str) -> str:
    """The Markdown of the page `path` (below docs/) with its typed fences written out."""
    lines, made, position = text.split("\n"), [], 0
    writer = _Writer(package, path)
    for fence in fences.typed(lines):
        made += [*lines[position : fence.line - 1], "", *writer.write(fence), ""]
        position = fence.end
    return "\n".join(made + lines[position:])


class _Writer:
    def __init__(self, package: Package, path: str) -> None:
        self.package, self.path = package, path
        self.held = package.document.by_page.get(path.removeprefix(f"{package.document.name}/"), ())

    def write(self, fence: Fence) -> Iterable[str]:
        maker: Callable[[Fence], Iterable[str]] = getattr(self, f"_{fence.type}", self._other)
        return maker(fence)

    def _other(self, fence: Fence) -> Iterable[str]:
        """A part that stock Material has nothing for; to leave it out is in favour of the stock site."""
        return []

    def _official(self, fence: Fence) -> Iterable[str]:
        return "\n\n".join(_literal(line.strip()) for line in fence.lines).split("\n")

    def _note(self, fence: Fence) -> Iterable[str]:
        return [f"> **编者注** {_literal(note['quote'])} {note['text']}\n>" for note in _rows(fence)]

    def _points(self, fence: Fence) -> Iterable[str]:
        return [f"- {text} {clause[1:]}" for point in _rows(fence) for clause, text in point.items()]

    def _duties(self, fence: Fence) -> Iterable[str]:
        rows = [f"| {duty.get('who', UNSTATED)} | {duty.get('when', '')} | {duty['what']} |" for duty in _rows(fence)]
        return ["| 主体 | 时限 | 事项 |", "| --- | --- | --- |", *rows]

    def _terms(self, fence: Fence) -> Iterable[str]:
        used = (term for each in self.held for term in terms.used_in(each, self.package.glossary))
        return _entries(dict.fromkeys(used))

    def _glossary(self, fence: Fence) -> Iterable[str]:
        return _entries(self.package.glossary)

    def _contents(self, fence: Fence) -> Iterable[str]:
        return self._links(self.package.document.by_id.get(fence.body.strip()), "")

    def _home(self, fence: Fence) -> Iterable[str]:
        return self._links(None, "")

    def _links(self, above: Provision | None, indent: str) -> Iterable[str]:
        document = self.package.document
        up = "../" * self.path.count("/")
        for provision in document.children(above):
            yield f"{indent}- [{provision.label} {provision.title}]({up}{document.name}/{provision.page})"
            yield from self._links(provision, indent + "    ")


def _rows(fence: Fence) -> list[dict[str, str]]:
    return yaml.safe_load(fence.body) or []


def _entries(items: Iterable[Term]) -> Iterable[str]:
    for term in items:
        source = "，".join(filter(None, (term.source, term.article)))
        yield f"**{_literal(term.term)}** {term.state}\n\n{term.definition}\n\n出处：{source}。{term.note}\n"


def _literal(text: str) -> str:
    return re.sub(r"([*_`\\\[\]<])", r"\\\1", text)


def write_all(loaded: Project, docs: Path, target: Path) -> None:
    """Writes every page below `docs` out below `target`."""
    assert loaded.current
    for file in docs.rglob("*.md"):
        path = file.relative_to(docs).as_posix()
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_text(page(loaded.current, path, file.read_text(encoding="utf-8")), encoding="utf-8")
