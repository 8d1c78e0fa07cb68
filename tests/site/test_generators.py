"""The same pages under MkDocs, ProperDocs and Zensical: the same words, ids, links, questions and navigation.

Zensical runs no plugin: what ours gives to titles and navigation from the documents is not there, nor the files that it makes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest

from tests.documents import PLAN, ROOT, complete
from tests.render.reader import Element, parse
from tests.site.conftest import draw, dress
from tests.site.generators import mkdocs, properdocs, zensical


@dataclass
class Page:
    """What a page says and where it leads, whoever has built it."""

    title: str
    name: str = ""
    clauses: dict[str, str] = field(default_factory=dict)
    ids: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    bar: list[tuple[str, str]] = field(default_factory=list)
    navigation: list[tuple[str, str]] = field(default_factory=list)


def read(site: Path) -> dict[str, Page]:
    """Every page of a built site by its path."""
    return {
        file.relative_to(site).as_posix(): _page(
            file.relative_to(site).as_posix(), parse(file.read_text(encoding="utf-8"))
        )
        for file in sorted(site.rglob("*.html"))
    }


def _page(path: str, html: Element) -> Page:
    page = Page(_words(html.all("title")[0]))
    if path != "index.html":  # which is named as the site is
        page.name = page.title.split(" · ")[0]
    page.bar = [link for bar in html.all("nav", class_="yx-bar") for link in _links(path, bar)]
    page.navigation = [link for nav in html.all("nav", class_="yx-nav") for link in _sections(path, nav)]
    for content in html.all("article", class_="md-content__inner"):
        page.ids = [name for each in content if not (name := each.attributes.get("id", "__")).startswith("__")]
        files = [link for row in content.all("p", class_="yx-files") for link in _links(path, row)]
        page.links = [link for link in _links(path, content) if link not in files]
        page.clauses = {
            f"{box.attributes['data-provision']}#{clause.attributes['id']}": clause.text
            for box in content.all(class_="yx-official")
            for clause in box.all(class_="clause")
        }
        page.questions = [
            f"{each.attributes['id']} {each.attributes['data-version']} {_words(each)}"
            for each in content.all("yx-question")
        ]
        page.texts = [
            _words(each)
            for each in content
            if each.tag in ("h1", "h2", "h3", "p", "li", "td", "th", "dt", "dd", "aside", "summary", "label")
            and each.attributes.get("class") != "yx-files"
        ]
    return page


def _words(element: Element) -> str:
    """Its words, without the spaces that one generator indents them with."""
    return re.sub(r"\s+", " ", element.text).strip()


def _links(path: str, part: Element) -> Iterator[tuple[str, str]]:
    for link in part.all("a"):
        if "href" in link.attributes:
            yield _words(link), _target(path, link.attributes["href"])


def _sections(path: str, navigation: Element) -> Iterator[tuple[str, str]]:
    """Its titles and pages in order; what it shows of the page's own headings each theme does its own way."""
    for text, target in _links(path, navigation):
        if "#" not in target:
            yield text, target


def _target(path: str, link: str) -> str:
    """The page of the site and the anchor in it that a link leads to, however it is written."""
    url = unquote(urljoin(f"http://site/{path}", link))
    page, _, anchor = url.partition("#")
    return f"{page.removesuffix('index.html')}{'#' if anchor else ''}{anchor}"


def tiny(root: Path) -> None:
    """The smallest plan, in the theme and with the settings of a whole one."""
    drawn = dress(draw((ROOT / "tests/sites/tiny.txt").read_text(encoding="utf-8"), root))
    # MkDocs finds the title of a page only in its first line.
    for path, title in {"a1/index": "政治建设", "g/index": "保障措施", "g/m1": "严格考核"}.items():
        drawn[f"docs/2099/{path}.md"] = f"---\ntitle: {title}\n---\n{drawn[f'docs/2099/{path}.md']}"


def whole(root: Path) -> None:
    """A project with everything."""
    complete(root, "plan")


@pytest.fixture(scope="module", params=[tiny, whole], ids=lambda make: make.__name__)
def copy(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a site is made of, without what is made of it."""
    root = tmp_path_factory.mktemp("copies") / request.param.__name__
    request.param(root)
    return root


@pytest.fixture(scope="module")
def expected(copy: Path) -> dict[str, Page]:
    return read(mkdocs(copy, copy.with_name(f"{copy.name}-mkdocs")))


@dataclass(frozen=True)
class Made:
    """What another generator has made of the copy."""

    pages: dict[str, Page]
    missing: frozenset[str]


@pytest.fixture(scope="module", params=[properdocs, zensical], ids=lambda build: build.__name__)
def made(request: pytest.FixtureRequest, copy: Path) -> Made:
    build = request.param
    missing = set() if build is properdocs else {"title", "navigation"}
    return Made(read(build(copy, copy.with_name(f"{copy.name}-{build.__name__}"))), frozenset(missing))


def test_the_pages_are_the_same(made: Made, expected: dict[str, Page]) -> None:
    assert set(made.pages) == set(expected)


def test_a_page_says_the_same_and_leads_to_the_same(made: Made, expected: dict[str, Page]) -> None:
    for part in set(Page.__dataclass_fields__) - made.missing:
        assert any(getattr(page, part) for page in expected.values()), f"no page has {part}"
        for path in expected:
            assert getattr(made.pages[path], part) == getattr(expected[path], part), (path, part)


def test_every_question_of_the_banks_is_counted(site: Path) -> None:
    written = sum(
        file.read_text(encoding="utf-8").count("\n  - id: ") for file in (PLAN / "quizzes/plan").rglob("*.yml")
    )
    in_html = sum(file.read_text(encoding="utf-8").count("<yx-question ") for file in site.rglob("plan/**/*.html"))
    assert in_html == written > 0
