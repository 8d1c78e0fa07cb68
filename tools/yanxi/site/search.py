"""What search looks through: every page of every document with all that is said on it, handed over as two scripts: the second has
the questions' explanations, which are a third of it and rank lowest, and comes when there is an answer already.

Nothing is cut into words or normalized here: the browser does both, so that what it shows is what the page says.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pypinyin import Style, pinyin

from yanxi.bank import kinds
from yanxi.chinese import meaning
from yanxi.document.pages import Page
from yanxi.document.write import REFERENCE
from yanxi.model import Bank, Clause, Duty, KeyPoint, Note, Provision, Question, Term
from yanxi.project import GLOSSARY_PAGE, Package, Project
from yanxi.render.inline import inline
from yanxi.render.place import Place


@dataclass(frozen=True)
class Index:
    """The scripts' texts, and eight hex digits that tell the first from that of another day; it names the second itself."""

    script: str
    more: str
    version: str

    def write(self, folder: Path) -> None:
        """Writes search.js and search-more.js into `folder`."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "search.js").write_text(self.script, encoding="utf-8")
        (folder / "search-more.js").write_text(self.more, encoding="utf-8")


def make(loaded: Project, directories: bool) -> Index:
    """The index of all documents; `directories` as in `Place`."""
    pages = [page for package in loaded.packages for page in _pages(loaded, package, directories)]
    data = {"pages": pages + list(_study(loaded, directories)), "pinyin": readings(_names(pages))}
    explanations = [
        _plain(each.explain) for package in loaded.packages for bank in _banks(package) for each in bank.live
    ]
    alphabet, (first, second) = packed(_json(data), _json(explanations))
    more = f"yanxiSearchMore={_json(second)};\n"
    script = f"yanxiSearch={_json([alphabet, first, _version(more)])};\n"
    return Index(script, more, _version(script))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _version(script: str) -> str:
    return hashlib.sha256(script.encode()).hexdigest()[:8]


def packed(*texts: str) -> tuple[str, list[str]]:
    """The characters of some texts from the commonest to the rarest, and each text with its characters' places in that row.

    A place is a character too, from the first that JSON need not escape on. Chinese has three bytes a character in UTF-8;
    so the commonest have one and the rest two, which is a fifth less after gzip as well.
    """
    alphabet = [
        character for character, _ in sorted(Counter("".join(texts)).items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    places = {ord(character): chr(FIRST + place) for place, character in enumerate(alphabet)}
    return "".join(alphabet), [text.translate(places) for text in texts]


FIRST = ord("#")

# 不敢腐、不能腐、不想腐（“三不腐”） is also called what stands in the brackets.
_WITHIN = re.compile("（(.{2,}?)）")
_QUOTED = re.compile("“(.+?)”")


def _pages(loaded: Project, package: Package, directories: bool) -> Iterator[dict[str, Any]]:
    document = package.document
    several = {"document": package.settings.short} if len(loaded.packages) > 1 else {}
    for path, provisions in document.by_page.items():
        if page := package.pages.get(path):
            url = Place.at(document, f"{document.name}/{path}", directories).url
            yield several | {"url": url} | _page(package, page, provisions)
    for name in REFERENCE:
        if page := package.pages.get(name):
            url = Place.at(document, f"{document.name}/{name}", directories).url
            terms = {"terms": list(map(_term, package.glossary))} if name == GLOSSARY_PAGE else {}
            yield several | {"url": url, "title": page.title} | terms


def _page(package: Package, page: Page, provisions: tuple[Provision, ...]) -> dict[str, Any]:
    """A page with its lines; each but the clauses, which are in order, begins with the number of its clause."""
    first = provisions[0]
    title = page.title or first.title
    headings = [each.title if meaning(each.title) != meaning(title) else "" for each in provisions]
    bank = package.banks.get(first.id)
    items = [item for kind in ("points", "note") for group in page.filled[kind] for item in group]
    made = {
        "title": title,
        "at": first.citation,
        "provisions": [
            [_number(each.clauses[0]), each.id, each.citation, heading]
            for each, heading in zip(provisions, headings, strict=True)
            if each.clauses
        ],
        "clauses": [clause.text for each in provisions for clause in each.clauses],
        "duties": [_duty(each) for each in page.duties],
        "points": [[_number(each.clause), _plain(each.text)] for each in items if isinstance(each, KeyPoint)],
        "notes": [[_number(each.quote.clauses[0]), _plain(each.text)] for each in items if isinstance(each, Note)],
        "questions": [_question(each, first.id) for each in (bank.live if bank else ())],
    }
    return {key: value for key, value in made.items() if value}


def _number(clause: Clause) -> int:
    return int(clause.id[1:])


def _duty(duty: Duty) -> list[Any]:
    return [_number(duty.quote.clauses[0]), " · ".join(filter(None, (duty.who, duty.when, _plain(duty.what))))]


def _banks(package: Package) -> Iterator[Bank]:
    """Those whose questions are looked through, in the order of the pages."""
    for path, (first, *_) in package.document.by_page.items():
        if path in package.pages and (bank := package.banks.get(first.id)):
            yield bank


def _question(item: Question, provision: str) -> list[str]:
    """Id, or what of it follows that of the page's provision, stem, what there is to choose from or to be said."""
    rest = item.id.removeprefix(provision)
    said = [*(option.text for option in item.options), *_texts(kinds.data(item))]
    return [rest if rest.startswith("-") else item.id, _plain(item.stem), "；".join(map(_plain, said))]


def _texts(value: Any) -> Iterator[str]:
    """Every text in what a kind alone has."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


def _term(term: Term) -> list[Any]:
    """Id, the term and the other ways to write it, what is said of it."""
    short = [quoted[0] if (quoted := _QUOTED.findall(words)) else words for words in _WITHIN.findall(term.term)]
    names: dict[str, str] = {}
    for name in (term.term, *short, *term.aliases):
        names.setdefault(meaning(name), name)
    said = "".join(map(_plain, filter(None, (term.definition, term.source, term.article, term.note))))
    return [term.id, list(names.values()), said]


def _study(loaded: Project, directories: bool) -> Iterator[dict[str, Any]]:
    """The pages for study: their titles are all that is asked for."""
    if loaded.current:
        for file in sorted((loaded.root / "docs/study").glob("*.md")):
            lines = file.read_text(encoding="utf-8").splitlines()
            title = next((line.removeprefix("# ") for line in lines if line.startswith("# ")), file.stem)
            url = Place.at(loaded.current.document, f"study/{file.name}", directories).url
            yield {"url": url, "title": title}


def _names(pages: Iterable[dict[str, Any]]) -> Iterator[str]:
    for page in pages:
        yield page["title"]
        for _, _, _, heading in page.get("provisions", ()):
            yield heading
        for _, names, _ in page.get("terms", ()):
            yield from names


def readings(names: Iterable[str]) -> dict[str, str]:
    """For each syllable, with ü as v and as u, the characters in some names that may be read so: every reading counts."""
    made: dict[str, str] = {}
    for character in sorted(set("".join(names))):
        for read in pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore"):
            for syllable in {way for each in read for way in (each, each.replace("v", "u"))}:
                made[syllable] = made.get(syllable, "") + character
    return dict(sorted(made.items()))


def _plain(text: str) -> str:
    """A text of an editor's as the page shows it, without its marks."""
    return inline(text).striptags()
