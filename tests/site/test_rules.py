"""A regulation by articles beside a plan, both whole, on one site."""

import json
import re
from pathlib import Path

import pytest

from tests.documents import ROOT, complete, document
from tests.render.reader import Element, parse
from tests.site.generators import mkdocs
from yanxi import project

RULES = ROOT / "tests/documents/rules"


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of their site; any problem would have stopped the build."""
    return mkdocs(complete(tmp_path_factory.mktemp("both") / "project", "plan", "rules"), tmp_path_factory.mktemp("s"))


def page(site: Path, url: str) -> Element:
    return parse((site / url / "index.html").read_text(encoding="utf-8"))


def test_every_line_of_the_regulation_stands_on_one_page(both: Path) -> None:
    text = (RULES / "docs/rules/text.txt").read_text(encoding="utf-8")
    shown = {}
    for file in both.glob("rules/**/*.html"):
        for box in parse(file.read_text(encoding="utf-8")).all(class_="yx-official"):
            assert shown.setdefault(box.attributes["data-provision"], box) is box
    order = [provision.id for provision in project.load(RULES).packages[0].document.provisions]
    assert set(shown) == set(order)
    assert "".join("".join(shown[name].text.split()) for name in order) == "".join(text.split())


def test_an_article_has_its_page_below_its_chapter_and_its_number_as_its_citation(both: Path) -> None:
    article = page(both, "rules/ch2/art5")
    [quiz] = article.all("section", class_="yx-quiz")
    assert quiz.attributes["data-document"] == "rules"
    assert [question.attributes["id"] for question in quiz.all("yx-question")] == ["ch2-art5-q01", "ch2-art5-q02"]
    assert [cite.text for cite in quiz.all("cite")] == ["第五条", "第五条"]
    # What is counted below an article stays in it.
    assert "（三）收集师生的荐书意见。" in page(both, "rules/ch2/art4").all(class_="yx-official")[0].text


def test_the_plans_pages_are_those_of_the_plan_alone(both: Path, site: Path) -> None:
    def article(folder: Path, url: str) -> str:
        """What stands on a page beside the navigation, which lists every page of the site."""
        html = (folder / url / "index.html").read_text(encoding="utf-8")
        return re.search(r"<article.*</article>", html, re.DOTALL)[0]

    for provision in document().provisions:
        url = document().url(provision)
        assert article(both, url) == article(site, url)


def test_each_has_data_of_its_own(both: Path) -> None:
    for name, other in (("plan", "rules"), ("rules", "plan")):
        for file in ("provisions", "questions", "glossary"):
            rows = json.loads((both / f"data/{name}/{file}.json").read_text(encoding="utf-8"))
            assert rows and {row["document"] for row in rows} == {name}
        index = (both / f"data/{name}/index.js").read_text(encoding="utf-8")
        assert f"{other}/ch" not in index and f"{other}/a1" not in index
