"""What the practice pages load: an index, the questions as HTML in a file a provision, and the text for recitation.

They are classic scripts that hand over one value, since a site opened from a USB stick can fetch nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from yanxi.bank.kinds import KINDS
from yanxi.model import Paper
from yanxi.project import Edition, Project
from yanxi.render import question, recite
from yanxi.render.place import Place, page_url


def write(loaded: Project, folder: Path, directories: bool) -> None:
    """Writes index.js, recite.js and fragments/*.js into `folder`; `directories` as in `Place`."""
    edition = loaded.latest
    if edition is None:
        return
    (folder / "fragments").mkdir(parents=True, exist_ok=True)
    _write(folder / "index.js", "yanxiIndex=", index(loaded, edition, directories))
    _write(folder / "recite.js", "yanxiRecite=", recitation(loaded, edition))
    for provision, fragments in _fragments(edition, directories):
        _write(folder / f"fragments/{provision}.js", "yanxiFragments(", fragments, ")")


def _write(file: Path, before: str, value: object, after: str = "") -> None:
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    file.write_text(f"{before}{data}{after};\n", encoding="utf-8")


def index(loaded: Project, edition: Edition, directories: bool) -> dict[str, Any]:
    """Everything about provisions, questions and papers but the questions' words."""
    plan, names = edition.plan, edition.names
    live = list(edition.questions)
    return {
        "edition": plan.edition,
        "provisions": {
            each.id: {
                "label": each.label,
                "title": each.title,
                "name": names.get(each.id, each.title),
                "citation": each.citation,
                "kind": each.kind,
                "parent": each.parent,
                "url": page_url(plan, each, directories),
            }
            for each in plan.provisions
        },
        "kinds": {name: kind.LABEL for name, kind in KINDS.items()},
        "questions": {
            each.id: {"v": each.version, "k": each.kind, "p": each.provision, "l": each.level} for each in live
        },
        "order": [each.id for each in live],
        "retired": sorted(each.id for bank in edition.banks.values() for each in bank.questions if each.retired),
        "papers": [_paper(paper) for paper in loaded.papers],
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
                "kinds": list(section.kinds),
                "areas": list(section.scopes),
                "levels": list(section.levels),
                "count": section.count,
                "points": section.points,
            }
            for section in paper.sections
        ],
    }


def _fragments(edition: Edition, directories: bool) -> Iterator[tuple[str, dict[str, str]]]:
    """For each provision its live questions as HTML, with links from the site's root."""
    place = Place(edition.plan, "", directories)
    by_provision: dict[str, dict[str, str]] = {}
    for item in edition.questions:
        by_provision.setdefault(item.provision, {})[item.id] = question.question(item, place)
    yield from by_provision.items()


def recitation(loaded: Project, edition: Edition) -> dict[str, list[list[recite.Segment]]]:
    """For each provision with a text of its own its clauses, cut into words and the step that hides them."""
    plan = edition.plan
    made = {
        each.id: recite.provision(each, edition.pages[each.page].duties, loaded.glossary)
        for each in plan.provisions
        if each.page in edition.pages
    }
    return {name: clauses for name, clauses in made.items() if clauses}
