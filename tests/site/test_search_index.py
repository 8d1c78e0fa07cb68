"""What search looks through: all that the pages of documents say, in a script that is small."""

import gzip
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents import PLAN
from tests.site.conftest import Drawn, with_older
from yanxi import project
from yanxi.site import search

NAMES = ("search", "search-more")


def unpacked(script: str) -> dict[str, Any]:
    """What the browser makes of the script."""
    [data] = re.findall(r"^yanxiSearch=(.+);\n$", script)
    alphabet, text, _ = json.loads(data)
    return _text(alphabet, text)


def explained(script: str, more: str) -> list[str]:
    """And of the one that comes later."""
    alphabet, *_ = json.loads(script.removeprefix("yanxiSearch=").rstrip(";\n"))
    return _text(alphabet, json.loads(more.removeprefix("yanxiSearchMore=").rstrip(";\n")))


def _text(alphabet: str, text: str) -> Any:
    return json.loads("".join(alphabet[ord(place) - search.FIRST] for place in text))


def pages(script: str) -> dict[str, dict[str, Any]]:
    return {page["url"]: page for page in unpacked(script)["pages"]}


@pytest.fixture(scope="module")
def built(site: Path) -> dict[str, dict[str, Any]]:
    return pages((site / "data/search.js").read_text(encoding="utf-8"))


def rows(site: Path, name: str) -> list[dict[str, Any]]:
    return json.loads((site / f"data/plan/{name}.json").read_text(encoding="utf-8"))


def test_every_clause_is_there_in_the_place_of_its_number(site: Path, built: dict[str, dict[str, Any]]) -> None:
    for provision in rows(site, "provisions"):
        clauses = built[provision["url"]]["clauses"]
        assert [clauses[int(each["id"][1:]) - 1] for each in provision["clauses"]] == [
            each["text"] for each in provision["clauses"]
        ]


def test_every_question_is_there_and_no_retired_one(site: Path, built: dict[str, dict[str, Any]]) -> None:
    questions = {each["id"]: each for each in rows(site, "questions") if not each["retired"]}
    found = [
        (page["provisions"][0][1] + rest if rest[0] == "-" else rest, stem, options)
        for page in built.values()
        for rest, stem, options in page.get("questions", ())
    ]
    assert {name for name, _, _ in found} == set(questions)
    explanations = explained(*((site / f"data/{name}.js").read_text(encoding="utf-8") for name in NAMES))
    for (name, stem, options), explanation in zip(found, explanations, strict=True):
        assert len(stem) <= len(questions[name]["stem"])
        assert all(option["text"].replace("*", "") in options for option in questions[name]["options"])
        assert explanation == questions[name]["explain"].replace("**", "")


def test_duties_points_and_notes_lead_to_clauses(built: dict[str, dict[str, Any]]) -> None:
    package = project.load(PLAN).packages[0]
    items = [
        (page, each) for page in built.values() for kind in ("duties", "points", "notes") for each in page.get(kind, ())
    ]
    assert all(1 <= each[0] <= len(page["clauses"]) for page, each in items)
    said = " ".join(each[1] for _, each in items)
    assert all(part in said for duty in package.duties for part in (duty.who, duty.when))


def test_terms_stand_under_every_name(site: Path, built: dict[str, dict[str, Any]]) -> None:
    terms = {each[0]: each for each in built["plan/glossary/"]["terms"]}
    for term in rows(site, "glossary"):
        _, names, said = terms[term["id"]]
        assert names[0] == term["term"]
        bare = ["".join(filter(str.isalnum, name)) for name in names]
        assert len(set(bare)) == len(bare)
        assert {"".join(filter(str.isalnum, alias)) for alias in term["aliases"]} <= set(bare)
        assert term["definition"][:6] in said


def test_what_stands_in_brackets_in_a_terms_name_is_a_name_too(tiny: Drawn) -> None:
    tiny.change("docs/2099/glossary.yml", "term: 谈心谈话", "term: 不敢腐、不能腐、不想腐（“三不腐”）")
    index = search.make(project.load(tiny.root), True)
    [[_, names, _]] = pages(index.script)["2099/glossary/"]["terms"]
    assert names == ["不敢腐、不能腐、不想腐（“三不腐”）", "三不腐", "谈心谈话"]


def test_pages_for_study_are_known_by_their_titles_and_the_manual_is_not(built: dict[str, dict[str, Any]]) -> None:
    assert built["study/mistakes/"] == {"url": "study/mistakes/", "title": "错题本"}
    assert not [url for url in built if url.startswith("help")]


def test_every_reading_of_a_character_counts() -> None:
    made = search.readings(["重视履行"])
    read = {character: {way for way in made if character in made[way]} for character in "重视履行"}
    assert {"zhong", "chong"} <= read["重"] and {"xing", "hang"} <= read["行"]
    assert read["视"] == {"shi"} and read["履"] == {"lv", "lu"}


def test_on_a_stick_pages_are_files(tiny: Drawn) -> None:
    index = search.make(project.load(tiny.root), False)
    assert {"2099/a1/m1.html", "2099/index.html", "2099/glossary.html"} <= set(pages(index.script))


def test_all_documents_are_there_and_say_which_they_are(tiny: Drawn) -> None:
    found = pages(search.make(project.load(with_older(tiny).root), True).script)
    assert found["2098/a1/m1/"]["document"] == "旧"
    assert list(found).index("2099/a1/m1/") < list(found).index("2098/a1/m1/")
    assert "每周" in found["2098/a1/m1/"]["clauses"][1] and "每月" in found["2099/a1/m1/"]["clauses"][1]


def test_what_has_changed_is_fetched_anew_and_nothing_else(tiny: Drawn) -> None:
    before = search.make(project.load(tiny.root), True)
    assert search.make(project.load(tiny.root), True) == before
    tiny.change("quizzes/2099/a1/m1.yml", "各支部多久", "各支部隔多久")
    after = search.make(project.load(tiny.root), True)
    assert after.version != before.version
    # The first names the second.
    tiny.change("quizzes/2099/a1/m1.yml", "explain: ", "explain: 请看：")
    assert search.make(project.load(tiny.root), True).version != after.version


def test_pages_ask_for_the_index_of_their_day(site: Path) -> None:
    script = (site / "data/search.js").read_text(encoding="utf-8")
    page = (site / "plan/a1/m3/index.html").read_text(encoding="utf-8")
    [version] = re.findall(r"\.\./data/search\.js\?v=(\w{8})", page)
    assert version == hashlib.sha256(script.encode()).hexdigest()[:8]


def test_nothing_of_the_themes_own_search_is_left(site: Path) -> None:
    names = [file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()]
    assert not [name for name in names if "lunr" in name or "workers" in name or name.startswith("search")]
    assert 'name="search"' not in (site / "index.html").read_text(encoding="utf-8")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_packing_loses_nothing(text: str) -> None:
    texts = [text[::2], text[1::2]]
    handed = json.loads(json.dumps(search.packed(*texts), ensure_ascii=False))
    assert ["".join(handed[0][ord(place) - search.FIRST] for place in each) for each in handed[1]] == texts


def test_packed_chinese_is_smaller_also_on_the_wire(site: Path) -> None:
    script = (site / "data/search.js").read_text(encoding="utf-8")
    plain = json.dumps(unpacked(script), ensure_ascii=False, separators=(",", ":"))
    assert len(script.encode()) < 0.7 * len(plain.encode())
    assert len(gzip.compress(script.encode())) < 0.95 * len(gzip.compress(plain.encode()))
