"""What the practice pages load: an index, the questions as HTML in a file a provision, and the text for recitation.

They are classic scripts that hand over one value, since a site opened from a USB stick can fetch nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from yanxi.bank.kinds import KINDS
from yanxi.model import Paper
from yanxi.project import Package, Project
from yanxi.render import question, recite
from yanxi.render.place import Place, page_url


@dataclass(frozen=True)
class Data:
    """The scripts' texts by path, and for each document what tells its scripts from those of another day: eight hex digits.

    A browser may keep an old file for a while, and questions of one day do not go with the index of another.
    """

    files: Mapping[str, str]
    versions: Mapping[str, str]

    def write(self, folder: Path) -> None:
        """Writes all of it into `folder`."""
        for name, text in self.files.items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")


def make(loaded: Project, directories: bool) -> Data:
    """index.js, recite.js and fragments/*.js of every document; `directories` as in `Place`."""
    files: dict[str, str] = {}
    indexes: dict[str, dict[str, Any]] = {}
    versions: dict[str, str] = {}
    for package in loaded.packages:
        name = package.document.name
        own = {f"{name}/recite.js": _script("yanxiRecite=", recitation(package))}
        for provision, fragments in _fragments(package, directories):
            own[f"{name}/fragments/{provision}.js"] = _script("yanxiFragments(", fragments, ")")
        indexes[name] = index(package, directories)
        texts = [*own.values(), json.dumps(indexes[name], sort_keys=True)]
        versions[name] = hashlib.sha256("".join(texts).encode()).hexdigest()[:8]
        files |= own
    documents = [
        {
            "id": each.document.name,
            "title": each.settings.title,
            "short": each.settings.short,
            "version": versions[each.document.name],
        }
        for each in loaded.packages
    ]
    for name, everything in indexes.items():
        shown = {"version": versions[name], "documents": documents} | everything
        files[f"{name}/index.js"] = _script("yanxiIndex=", shown)
    return Data(files, versions)


def _script(before: str, value: object, after: str = "") -> str:
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"{before}{data}{after};\n"


def index(package: Package, directories: bool) -> dict[str, Any]:
    """Everything about provisions, questions and papers but the questions' words."""
    document, names = package.document, package.names
    live = list(package.questions)
    cases = {key: number for number, key in enumerate(dict.fromkeys(each.case.key for each in live if each.case), 1)}
    return {
        "document": document.name,
        "provisions": {
            each.id: {
                "label": each.label,
                "title": each.title,
                "name": names.get(each.id, each.title),
                "citation": each.citation,
                "kind": each.kind,
                "parent": each.parent,
                "url": page_url(document, each, directories),
            }
            for each in document.provisions
        },
        "kinds": {name: kind.LABEL for name, kind in KINDS.items()},
        "questions": {
            each.id: {"v": each.version, "k": each.kind, "p": each.provision, "l": each.level}
            | ({"c": cases[each.case.key]} if each.case else {})
            for each in live
        },
        "order": [each.id for each in live],
        "retired": sorted(each.id for bank in package.banks.values() for each in bank.questions if each.retired),
        "papers": [_paper(paper) for paper in package.papers if not paper.print_only],
    }


def _paper(paper: Paper) -> dict[str, Any]:
    return {
        "id": paper.id,
        "title": paper.title,
        "minutes": paper.minutes,
        "pass": paper.pass_mark,
        "seed": paper.seed,
        "sections": [
            {
                "title": section.title,
                "cases": section.cases,
                "kinds": list(section.kinds),
                "areas": list(section.scopes),
                "levels": list(section.levels),
                "count": section.count,
                "points": section.points,
            }
            for section in paper.sections
        ],
    }


def _fragments(package: Package, directories: bool) -> Iterator[tuple[str, dict[str, str]]]:
    """For each provision its live questions as HTML, with links from the site's root."""
    place = Place(package.document, "", directories)
    by_provision: dict[str, dict[str, str]] = {}
    for item in package.questions:
        by_provision.setdefault(item.provision, {})[item.id] = question.question(item, place)
    yield from by_provision.items()


def recitation(package: Package) -> dict[str, list[list[recite.Segment]]]:
    """For each provision with a text of its own its clauses, cut into words and the step that hides them."""
    document = package.document
    made = {
        each.id: recite.provision(each, package.pages[each.page].duties, package.glossary, package.settings.words)
        for each in document.provisions
        if each.page in package.pages
    }
    return {name: clauses for name, clauses in made.items() if clauses}
