"""What the practice pages load: scripts that hand over one value, and all of the bank in them."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.documents import PLAN
from tests.render.reader import parse
from tests.site.generators import mkdocs
from yanxi import project


@pytest.fixture(scope="session")
def files(whole: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site for a USB stick: a file a page instead of a folder."""
    return mkdocs(whole, tmp_path_factory.mktemp("practice") / "site", "--no-directory-urls")


@pytest.fixture(params=["folders", "files"])
def built(request: pytest.FixtureRequest) -> Path:
    return request.getfixturevalue("site" if request.param == "folders" else "files")


def value(file: Path) -> Any:
    """What a script hands over: a name that is set, or a function that is called."""
    text = file.read_text(encoding="utf-8")
    [handed] = re.findall(r"^(?:yanxi\w+=(.+)|yanxi\w+\((.+)\));\n$", text)
    return json.loads("".join(handed))


def index(folder: Path) -> dict[str, Any]:
    return value(folder / "data/plan/index.js")


def fragments(folder: Path) -> dict[str, dict[str, str]]:
    """The questions' HTML by provision and id."""
    return {file.stem: value(file) for file in sorted((folder / "data/plan/fragments").glob("*.js"))}


def test_the_index_has_every_question_that_is_asked_and_no_other(built: Path) -> None:
    published = json.loads((built / "data/plan/questions.json").read_text(encoding="utf-8"))
    live = [each for each in published if not each["retired"]]
    made = index(built)
    assert made["order"] == [each["id"] for each in live]
    shared = {name: facts.pop("c") for name, facts in made["questions"].items() if "c" in facts}
    assert made["questions"] == {
        each["id"]: {"v": each["version"], "k": each["kind"], "p": each["provision"], "l": each["level"]}
        for each in live
    }
    assert list(shared) == [each["id"] for each in live if each["case"]] != []
    assert made["retired"] == sorted(each["id"] for each in published if each["retired"])
    assert set(made["kinds"]) >= {each["kind"] for each in live}


def test_every_question_is_in_the_file_of_its_provision(built: Path) -> None:
    made, files = index(built), fragments(built)
    for name, facts in made["questions"].items():
        html = files[facts["p"]][name]
        [element] = parse(html).all("yx-question")
        assert (element.attributes["id"], element.attributes["data-version"]) == (name, facts["v"])
    assert sum(map(len, files.values())) == len(made["order"])


def test_no_file_is_larger_than_a_phone_can_wait_for(built: Path) -> None:
    assert max(file.stat().st_size for file in (built / "data/plan/fragments").glob("*.js")) < 50_000


def test_links_lead_from_the_sites_root_to_clauses_that_are_there(built: Path) -> None:
    pages: dict[str, set[str]] = {}
    for html in (html for each in fragments(built).values() for html in each.values()):
        for link in parse(html).all("a"):
            path, _, anchor = link.attributes["href"].partition("#")
            file = built / path / "index.html" if path.endswith("/") else built / path
            if path not in pages:
                pages[path] = {each.attributes.get("id", "") for each in parse(file.read_text(encoding="utf-8"))}
            assert anchor in pages[path]


def test_provisions_lead_to_their_pages(built: Path) -> None:
    for name, provision in index(built)["provisions"].items():
        path = provision["url"]
        page = parse((built / path / "index.html" if path.endswith("/") else built / path).read_text(encoding="utf-8"))
        assert page.all(data_provision=name)
        assert provision["name"] and provision["parent"] in (None, *index(built)["provisions"])


def test_the_recipes_are_as_they_were_written(built: Path) -> None:
    made = index(built)["papers"]
    assert [each["id"] for each in made] == [each.id for each in project.load(PLAN).current.papers]
    for paper in made:
        assert paper["title"] and paper["seed"] and paper["minutes"] > 0
        assert paper["pass"] <= sum(part["count"] * part["points"] for part in paper["sections"])


def test_the_text_to_recite_is_the_official_text(built: Path) -> None:
    provisions = {
        each["id"]: each for each in json.loads((built / "data/plan/provisions.json").read_text(encoding="utf-8"))
    }
    for name, clauses in value(built / "data/plan/recite.js").items():
        words = ["".join(piece for piece, _ in pieces) for pieces in clauses]
        official = [clause["text"] for clause in provisions[name]["clauses"]]
        assert words == official[1 if provisions[name]["label"] else 0 :]
        assert all(step in range(5) for pieces in clauses for _, step in pieces)


def test_what_can_be_recited_has_a_link_to_it(built: Path) -> None:
    recited = value(built / "data/plan/recite.js")
    linked = set()
    for file in built.glob("plan/**/*.html"):
        for link in parse(file.read_text(encoding="utf-8")).all("a"):
            linked.update(re.findall(r"study/recite[^?]*\?at=plan/(.+)$", link.attributes.get("href", "")))
    assert linked == set(recited)


def test_a_study_page_and_its_index_name_the_version_of_the_data(built: Path) -> None:
    version = index(built)["version"]
    assert re.fullmatch(r"[0-9a-f]{8}", version)
    pages = [*built.glob("study/*/index.html"), *built.glob("study/*.html")]
    assert len(pages) == 8
    for page in pages:
        assert f"data/plan/index.js?v={version}" in page.read_text(encoding="utf-8")


def test_the_same_project_gives_the_same_bytes(whole: Path, site: Path, tmp_path: Path) -> None:
    again = mkdocs(whole, tmp_path / "site")
    for file in sorted((site / "data").rglob("*.js")):
        assert (again / file.relative_to(site)).read_bytes() == file.read_bytes()
