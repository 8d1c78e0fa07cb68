"""The whole text on one page is the source, and whoever copies it copies nothing else."""

import hashlib
from dataclasses import replace

from tests.documents import PLAN, TEXT, document
from tests.render.reader import parse
from yanxi import project
from yanxi.render.full_text import full_text
from yanxi.render.place import Place

PACKAGE = project.load(PLAN).packages[0]
PAGE = parse(full_text(document(), PACKAGE.settings.title, PACKAGE.sha256, Place.at(document(), "plan/full.md")))


def test_the_words_are_those_of_the_source_and_nothing_stands_between_them() -> None:
    [shown] = PAGE.all("div", class_="yx-full-text")
    assert "".join(shown.text.split()) == "".join(document().text.split())
    assert shown.all("a") and not [link for link in shown.all("a") if link.text]


def test_every_provision_and_clause_can_be_linked_to_and_leads_to_its_page() -> None:
    ids = [each.attributes["id"] for each in PAGE if "id" in each.attributes]
    wanted = [
        name for each in document().provisions for name in (each.id, *(f"{each.id}-{c.id}" for c in each.clauses))
    ]
    assert ids == wanted and len(set(ids)) == len(ids)
    links = [link.attributes["href"] for link in PAGE.all("a", class_="yx-page")]
    assert links == [Place.at(document(), "plan/full.md").to(each) for each in document().provisions]


def test_the_contents_lead_down_the_page_to_every_provision() -> None:
    [contents] = PAGE.all("nav")
    links = [link.attributes["href"] for link in contents.all("a")]
    assert sorted(links) == sorted(f"#{each.id}" for each in document().provisions)


def test_the_file_and_its_fingerprint_are_those_of_the_text() -> None:
    [code] = PAGE.all("code")
    assert code.text == hashlib.sha256(TEXT.read_bytes()).hexdigest()
    assert PAGE.all("a")[0].attributes["href"] == "../text.txt"


def test_it_begins_with_the_documents_title() -> None:
    assert PAGE.all("p")[0].text == PACKAGE.settings.title


def test_stars_are_said_to_be_the_texts_own_where_it_has_any() -> None:
    def noted(text: str) -> bool:
        read = replace(document(), text=text)
        return bool(parse(full_text(read, "", "", Place.at(read, "plan/full.md"))).all("p", class_="yx-stars"))

    assert noted("依托*红色资源。") and not noted("依托红色资源。")
