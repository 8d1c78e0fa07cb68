"""The data files that practice, exports and outside readers use. Same content, same bytes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from yanxi.bank import kinds
from yanxi.document.timing import timing
from yanxi.model import Question, Quotation
from yanxi.project import Package, Project
from yanxi.render.duty_list import cited

SCHEMAS = Path(__file__).parent / "schema"


def write(loaded: Project, folder: Path) -> None:
    """Writes provisions.json, questions.json, glossary.json and duties.json of every document into a folder of its name in
    `folder`, and what each may hold, as JSON Schema, into the folder `schema` there."""
    shutil.copytree(SCHEMAS, folder / "schema", dirs_exist_ok=True)
    for package in loaded.packages:
        below = folder / package.document.name
        below.mkdir(parents=True, exist_ok=True)
        for name, rows in TABLES.items():
            made = [{"document": package.document.name} | row for row in rows(package)]
            _write(below / f"{name}.json", made)


def _write(file: Path, rows: list[dict[str, Any]]) -> None:
    """A row a line: as easy to compare as indented, and much quicker to write."""
    made = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    file.write_text(f"[\n{made}\n]\n", encoding="utf-8")


def provisions(package: Package) -> list[dict[str, Any]]:
    """id, kind, label, title, citation, parent, url, offsets, text and clauses of every provision, in the order of the text."""
    document = package.document
    return [
        {
            "id": each.id,
            "kind": each.kind,
            "label": each.label,
            "title": each.title,
            "citation": each.citation,
            "parent": each.parent,
            "url": document.url(each),
            "start": each.start,
            "end": each.end,
            "text": each.text,
            "clauses": [{"id": c.id, "text": c.text, "start": c.start, "end": c.end} for c in each.clauses],
        }
        for each in document.provisions
    ]


def questions(package: Package) -> list[dict[str, Any]]:
    """Every question with its fields, retired ones too, in the order of the document."""
    return [_question(package, item) for item in package.every_question]


def _question(package: Package, item: Question) -> dict[str, Any]:
    document = package.document
    return {
        "id": item.id,
        "version": item.version,
        "kind": item.kind,
        "level": item.level,
        "provision": item.provision,
        "url": f"{document.url(document.by_id[item.provision])}#{item.id}",
        "case": {"name": item.case.name, "text": item.case.text} if item.case else None,
        "stem": item.stem,
        "options": [{"letter": option.letter, "text": option.text, "why": option.why} for option in item.options],
        "answer": "".join(item.key),
        **kinds.data(item),
        "quotes": [_quotation(quote) for quote in item.quotes],
        "term": item.term.id if item.term else "",
        "explain": item.explain,
        "terms": list(item.terms),
        "any_order": item.any_order,
        "pin": item.pin,
        "replaces": item.replaces,
        "retired": item.retired,
    }


def _quotation(quote: Quotation) -> dict[str, Any]:
    return {"at": quote.provision, "text": quote.text, "clauses": [clause.id for clause in quote.clauses]}


def glossary(package: Package) -> list[dict[str, Any]]:
    """Every term with its state of checking."""
    return [
        {
            "id": term.id,
            "term": term.term,
            "aliases": list(term.aliases),
            "definition": term.definition,
            "source": term.source,
            "article": term.article,
            "state": term.state,
            "note": term.note,
            "undefined": term.undefined,
        }
        for term in package.glossary
    ]


def duties(package: Package) -> list[dict[str, Any]]:
    """Every duty in the order of the text. `who` is empty where the document names nobody, `time` says how `when` is filed."""
    document = package.document
    return [
        {
            "id": duty.id,
            "who": duty.who,
            "what": duty.what,
            "when": duty.when,
            "occasion": duty.occasion,
            "time": {"kind": made.kind, "label": made.label, "day": made.day.isoformat() if made.day else None},
            "quote": _quotation(duty.quote),
            "citation": cited(duty, document),
            "url": f"{document.url(document.by_id[duty.quote.provision])}#{duty.quote.clauses[0].id}",
        }
        for duty in sorted(package.duties, key=lambda each: each.quote.clauses[0].start)
        for made in (timing(duty.when, duty.occasion),)
    ]


TABLES = {"provisions": provisions, "questions": questions, "glossary": glossary, "duties": duties}
"""What stands in each file of data."""
