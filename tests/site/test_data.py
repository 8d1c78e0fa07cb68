"""The data files are what their schemas say, and pages tell programs where every clause is."""

import json
from pathlib import Path
from urllib.parse import urljoin

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from tests.documents import ROOT, TITLE, document
from tests.render.reader import parse

SCHEMAS = sorted(file.stem for file in (ROOT / "tools/yanxi/site/schema").glob("*.json"))


def schema(site: Path, name: str) -> dict:
    return json.loads((site / f"data/schema/{name}.json").read_text(encoding="utf-8"))


def rows(site: Path, name: str) -> list[dict]:
    return json.loads((site / f"data/plan/{name}.json").read_text(encoding="utf-8"))


def test_every_data_file_has_a_schema(site: Path) -> None:
    assert sorted(file.stem for file in (site / "data/plan").glob("*.json")) == SCHEMAS
    assert sorted(file.stem for file in (site / "data/schema").glob("*.json")) == SCHEMAS


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_data_file_is_what_its_schema_says(site: Path, name: str) -> None:
    Draft202012Validator.check_schema(schema(site, name))
    checker = Draft202012Validator(schema(site, name), format_checker=FormatChecker())
    assert [error.message for error in checker.iter_errors(rows(site, name))] == []
    assert rows(site, name)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_explains_every_field_and_minds_a_missing_and_a_wrong_one(site: Path, name: str) -> None:
    made, found = schema(site, name), rows(site, name)
    checker = Draft202012Validator(made)
    fields = made["items"]["properties"]
    assert set(fields) == {key for row in found for key in row}
    for key, field in fields.items():
        assert field["description"]
        assert not checker.is_valid([{name: value for name, value in found[0].items() if name != key}])
        assert not checker.is_valid([found[0] | {key: 1.5}])


def test_the_manual_names_every_data_file_and_every_field() -> None:
    manual = (ROOT / "docs/help/data.md").read_text(encoding="utf-8")
    for name in SCHEMAS:
        made = json.loads((ROOT / f"tools/yanxi/site/schema/{name}.json").read_text(encoding="utf-8"))
        assert f"{name}.json" in manual
        assert all(f"`{key}`" in manual for key in made["items"]["properties"]), name


# What pages say to programs.


def linked(site: Path, path: str) -> dict:
    [script] = parse((site / path).read_text(encoding="utf-8")).all("script", type="application/ld+json")
    return json.loads(script.text)


def test_a_page_tells_its_provisions_clauses_and_the_document_that_it_is_a_part_of(site: Path) -> None:
    for name in ("a1-m3", "a1", "g-m1"):
        provision = document().by_id[name]
        address = f"http://site/plan/{provision.url}"
        said = linked(site, f"plan/{provision.url}index.html")
        assert (said["@context"], said["@type"]) == ("https://schema.org", "Legislation")
        assert said["legislationIdentifier"] == provision.citation
        assert urljoin(address, said["url"]) == address
        assert urljoin(address, said["isPartOf"]["url"]) == "http://site/plan/"
        assert said["isPartOf"]["name"] == TITLE
        assert [each["url"] for each in said["hasPart"]] == [f"#{clause.id}" for clause in provision.clauses]
        assert said["hasPart"][-1]["legislationIdentifier"] == f"{provision.citation}第{len(provision.clauses)}句"


def test_the_front_page_is_the_document_and_so_is_the_whole_text(site: Path) -> None:
    front, whole = linked(site, "plan/index.html"), linked(site, "plan/full/index.html")
    assert front["name"] == whole["name"] == TITLE and "isPartOf" not in front
    assert [each["url"] for each in whole["hasPart"]] == [f"#{each.id}" for each in document().provisions]


def test_pages_say_what_they_are_where_they_are_shared(site: Path) -> None:
    for file in sorted((site / "plan").rglob("index.html")):
        page = parse(file.read_text(encoding="utf-8"))
        said = {
            meta.attributes["property"]: meta.attributes["content"]
            for meta in page.all("meta")
            if "property" in meta.attributes
        }
        assert said["og:title"] == page.all("title")[0].text
        assert said["og:type"] == "article" and said["og:locale"] == "zh_CN" and said["og:site_name"] == TITLE
        [description] = page.all("meta", name="description")
        assert said["og:description"] == description.attributes["content"]
    measure = parse((site / "plan/a1/m3/index.html").read_text(encoding="utf-8"))
    [description] = measure.all("meta", name="description")
    assert description.attributes["content"].startswith("三是严格落实党内各项制度。局党委班子成员")
    assert len(description.attributes["content"]) <= 100
