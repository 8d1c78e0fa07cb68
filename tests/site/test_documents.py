"""Several documents on one site: each has its own pages, data and practice, and the home page is about one of them."""

import json
import re
import shutil

import pytest

from tests.render.reader import Element, parse
from tests.site.conftest import Drawn, with_older


def page(drawn: Drawn, path: str) -> Element:
    return parse(drawn[f"site/{path}"])


@pytest.fixture
def two(tiny: Drawn) -> Drawn:
    return with_older(tiny)


def test_each_document_shows_its_own_words_under_the_same_ids(two: Drawn, make) -> None:
    assert make(two, strict=True) == []
    for name, words in (("2099", "每月"), ("2098", "每周")):
        built = page(two, f"{name}/a1/m1/index.html")
        [box] = built.all(data_provision="a1-m1")
        assert box.attributes["data-document"] == name and words in box.text
        [quiz] = built.all("section", class_="yx-quiz")
        assert quiz.attributes["data-document"] == name
        recite = next(link for link in built.all("a") if link.text == "背诵")
        assert recite.attributes["href"].endswith(f"study/recite/?at={name}/a1-m1")
    assert "旧的解释" in page(two, "2098/glossary/index.html").text
    assert "旧的解释" not in page(two, "2099/glossary/index.html").text


def test_each_document_has_data_of_its_own_that_name_it(two: Drawn, make) -> None:
    make(two)
    for name, words in (("2099", "每月"), ("2098", "每周")):
        for file in ("provisions", "questions", "glossary"):
            rows = json.loads(two[f"site/data/{name}/{file}.json"])
            assert rows and {row["document"] for row in rows} == {name}
        assert words in two[f"site/data/{name}/fragments/a1-m1.js"] and words in two[f"site/data/{name}/recite.js"]
        index = json.loads(two[f"site/data/{name}/index.js"].removeprefix("yanxiIndex=").rstrip(";\n"))
        assert index["document"] == name
        assert [(each["id"], each["short"]) for each in index["documents"]] == [("2099", "小方案"), ("2098", "旧")]
        [version] = [each["version"] for each in index["documents"] if each["id"] == name]
        assert index["version"] == version


def test_the_home_page_is_about_the_current_document_and_leads_to_the_others(two: Drawn, make) -> None:
    make(two)
    [home] = page(two, "index.html").all(class_="yx-home")
    assert home.attributes["data-document"] == "2099"
    [other] = page(two, "index.html").all("ul", class_="yx-others")
    assert [(link.text, link.attributes["href"]) for link in other.all("a")] == [("旧方案", "2098/")]


def test_another_document_leaves_pages_as_they_were(two: Drawn, make) -> None:
    def shown() -> dict[str, str]:
        """What stands on each page but the navigation, which lists every page of the site."""
        make(two)
        pages = {
            file.relative_to(two.root).as_posix(): file.read_text() for file in two.root.glob("site/2099/**/*.html")
        }
        return {path: re.search(r'role="main">(.*)<footer', html, re.DOTALL)[1] for path, html in pages.items()}

    beside = shown()
    for folder in ("docs", "quizzes"):
        shutil.rmtree(two.root / folder / "2098")
    assert shown() == beside and len(beside) > 5


@pytest.mark.parametrize("marks", [("", ""), ("current: true\n", "current: true\n")], ids=["none", "both"])
def test_one_document_alone_is_the_current_one(two: Drawn, make, marks: tuple[str, str]) -> None:
    for name, mark in zip(("2098", "2099"), marks, strict=True):
        two[f"docs/{name}/document.yml"] = f"title: 方案\n{mark}"
    [problem] = make(two)
    assert "document.yml:1:1: [首页用哪一份]" in problem


def test_a_fence_names_the_provision_that_it_holds(tiny: Drawn, make) -> None:
    tiny.change("docs/2099/a1/m1.md", "```official\n", "```official a1-m1\n")
    tiny.change("docs/2099/a1/m1.md", "```quiz\na1-m1\n", "```quiz a1-m1\n")
    assert make(tiny, strict=True) == []
    tiny.change("docs/2099/a1/m1.md", "```official a1-m1\n", "```official a1-m2\n")
    assert "docs/2099/a1/m1.md:6:1: [原文的编号] “a1-m2”的原文不在这一页。请改成 ```official a1-m1。" in make(tiny)


def test_what_belongs_to_no_document_is_a_problem(tiny: Drawn, make) -> None:
    tiny["docs/glossary.yml"] = "terms: []\n"
    tiny["quizzes/papers/a.yml"] = "title: 卷\n"
    (tiny.root / "docs/2099/document.yml").unlink()
    places = {line.split(" ")[0] for line in make(tiny)}
    assert places == {"docs/2099/document.yml:1:1:", "docs/glossary.yml:1:1:", "quizzes/papers:1:1:"}
