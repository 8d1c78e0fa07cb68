"""A package for Anki: a note keeps its name, whatever else changes, and no text is taken for markup."""

import io
import json
import sqlite3
import warnings
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from tests.documents import PLAN
from yanxi import commands, project
from yanxi.bank.kinds import KINDS
from yanxi.exchange import anki
from yanxi.exchange.selection import Selection, held
from yanxi.site import mkdocs_yml

PACKAGE = project.load(PLAN).packages[0]
CHOSEN = held(
    Selection(PACKAGE.settings.title, PACKAGE.document, tuple(PACKAGE.questions), "https://a.example/b/"), anki
)


def collection(data: bytes) -> sqlite3.Connection:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() == ["collection.anki2", "media"]
        base = sqlite3.connect(":memory:")
        base.deserialize(archive.read("collection.anki2"))
    return base


def notes(chosen: Selection) -> dict[str, dict[str, str]]:
    """The fields of each note by the question's id; `guid` and `tags` among them."""
    rows = collection(anki.write(chosen)).execute("SELECT guid, tags, flds FROM notes")
    made = (
        {"guid": guid, "tags": tags} | dict(zip(anki.FIELDS, fields.split("\x1f"), strict=True))
        for guid, tags, fields in rows
    )
    return {note["题号"]: note for note in made}


@pytest.fixture(scope="module")
def written() -> dict[str, dict[str, str]]:
    return notes(CHOSEN)


def test_every_question_is_a_note_with_one_card(written: dict[str, dict[str, str]]) -> None:
    assert {each.kind for each in CHOSEN.questions} == set(KINDS)
    assert list(written) == [each.id for each in CHOSEN.questions]
    cards = collection(anki.write(CHOSEN)).execute("SELECT COUNT(*) FROM cards").fetchone()
    assert cards == (len(CHOSEN.questions),)


def test_a_note_keeps_its_name_when_the_question_or_the_selection_changes(written: dict[str, dict[str, str]]) -> None:
    assert len({note["guid"] for note in written.values()}) == len(written)
    fewer = tuple(replace(each, stem=f"改过的{each.stem}") for each in CHOSEN.questions[5:9])
    for name, note in notes(replace(CHOSEN, questions=fewer)).items():
        assert note["guid"] == written[name]["guid"]


def test_a_note_that_says_something_else_has_another_time_of_change() -> None:
    """Anki updates no note whose time is the same."""
    one = CHOSEN.questions[0]
    times = [
        collection(anki.write(replace(CHOSEN, questions=(each,)))).execute("SELECT mod FROM notes").fetchone()[0]
        for each in (one, one, replace(one, explain="别的"))
    ]
    assert times[0] == times[1] != times[2] and all(anki.MADE <= each < anki.MADE + anki.YEARS for each in times)


def test_decks_are_the_areas_and_keep_their_numbers() -> None:
    [[stored]] = collection(anki.write(CHOSEN)).execute("SELECT decks FROM col")
    decks = {each["name"]: each["id"] for each in json.loads(stored).values()}
    areas = {each.provision.partition("-")[0] for each in CHOSEN.questions}
    assert len(decks) == len(areas) + 1
    assert all(name.startswith(f"{PACKAGE.settings.title}::") for name in decks if name != "Default")
    some = replace(CHOSEN, questions=tuple(each for each in CHOSEN.questions if each.provision.startswith("a1")))
    [[stored]] = collection(anki.write(some)).execute("SELECT decks FROM col")
    assert {each["name"]: each["id"] for each in json.loads(stored).values()}.items() <= decks.items()


def test_the_back_has_explanation_source_and_the_way_to_its_sentence(written: dict[str, dict[str, str]]) -> None:
    for question in CHOSEN.questions:
        note = written[question.id]
        assert note["答案"] and note["解析"]
        for quote in question.quotes:
            page = PACKAGE.document.url(PACKAGE.document.by_id[quote.provision])
            assert f'href="https://a.example/b/{page}#{quote.clauses[0].id}"' in note["依据"]


def test_without_an_address_there_is_no_link() -> None:
    assert not any("href" in note["依据"] for note in notes(replace(CHOSEN, address="")).values())


def test_no_text_is_markup_sound_or_formula() -> None:
    odd = '<script>"&amp;[sound:x.mp3][latex]x[/latex]{{题号}}\\(x\\)'
    one = replace(CHOSEN.questions[0], stem=odd, explain=f"**{odd}**")
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # genanki warns of what looks like a broken tag
        [note] = notes(replace(CHOSEN, questions=(one,))).values()
    for text in (note["题干"], note["解析"]):
        assert "&lt;script&gt;&#34;&amp;amp;" in text
        assert not any(each in text for each in ("<script", "[", "{{", "\\("))


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("site_url: https://a.example/b", "https://a.example/b/"),
        ("site_url: http://a.example/", "http://a.example/"),
        ("site_url: javascript:x", ""),
        ("site_url:", ""),
        ("site_name: x", ""),
        ("[", ""),
    ],
)
def test_the_address_is_one_that_a_browser_opens(tmp_path: Path, written: str, address: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(written + "\n", encoding="utf-8")
    assert mkdocs_yml.address(tmp_path) == address


def test_the_command_takes_the_address_from_mkdocs_yml(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "out.apkg"
    assert commands.main(["export", "anki", "-o", str(file), "--root", str(PLAN)]) == 0
    assert "带不走：回到网站的链接，mkdocs.yml 里没有写 site_url" in capsys.readouterr().out
