"""A site as it is built: read with a reader of our own and held against the source, link by link and host by host."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.documents import PLAN, TEXT, TITLE, document
from tests.render.reader import Element, parse
from tests.site.generators import mkdocs
from yanxi import project
from yanxi.bank.kinds import KINDS

SOURCE = "".join(TEXT.read_bytes().decode().split())


@pytest.fixture(scope="session")
def files(whole: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site for a USB stick: a file a page instead of a folder."""
    return mkdocs(whole, tmp_path_factory.mktemp("files") / "site", "--no-directory-urls")


@pytest.fixture(params=["folders", "files"])
def built(request: pytest.FixtureRequest) -> Path:
    return request.getfixturevalue("site" if request.param == "folders" else "files")


@cache
def pages(folder: Path) -> dict[str, Element]:
    """Every page of a built site by its path."""
    return {
        file.relative_to(folder).as_posix(): parse(file.read_text(encoding="utf-8"))
        for file in sorted(folder.rglob("*.html"))
    }


def data(folder: Path, name: str) -> list[dict]:
    return json.loads((folder / "data/plan" / f"{name}.json").read_text(encoding="utf-8"))


# The official text.


def test_the_clauses_of_all_pages_are_the_source(built: Path) -> None:
    shown = {}
    for page in pages(built).values():
        for box in page.all(class_="yx-official"):
            name = box.attributes["data-provision"]
            assert name not in shown, f"{name} is on two pages"
            shown[name] = "".join(clause.text for clause in box.all(class_="clause"))
            assert shown[name] == "".join(box.text.split("\n"))
    order = [each["id"] for each in data(built, "provisions")]
    assert list(shown) != [] and set(shown) == set(order)
    assert "".join(shown[name] for name in order) == SOURCE


def test_a_pages_address_and_elements_are_those_of_the_contract(site: Path) -> None:
    for provision in data(site, "provisions"):
        page = parse((site / provision["url"] / "index.html").read_text(encoding="utf-8"))
        [box] = page.all(data_provision=provision["id"])
        clauses = box.all(class_="clause")
        assert [clause.attributes["id"] for clause in clauses] == [each["id"] for each in provision["clauses"]]
        assert [clause.text for clause in clauses] == [each["text"] for each in provision["clauses"]]
        assert {"id", "kind", "label", "title", "url", "text", "clauses"} <= set(provision)
        for clause in provision["clauses"]:
            assert document().text[clause["start"] : clause["end"]] == clause["text"]
    assert (site / "plan/a1/m3/index.html").is_file()
    assert (site / "plan/text.txt").read_bytes() == TEXT.read_bytes()


def test_no_id_stands_twice_on_a_page(built: Path) -> None:
    for path, page in pages(built).items():
        ids = [element.attributes["id"] for element in page if "id" in element.attributes]
        assert len(ids) == len(set(ids)), (path, sorted({name for name in ids if ids.count(name) > 1}))


# Questions.


def test_every_live_question_is_on_the_page_of_its_provision(site: Path) -> None:
    listed = {each["id"]: each for each in data(site, "questions")}
    shown = {
        question.attributes["id"]: (path, question)
        for path, page in pages(site).items()
        for question in page.all("yx-question")
    }
    assert set(shown) == {name for name, each in listed.items() if not each["retired"]}
    for name, (path, question) in shown.items():
        assert listed[name]["url"] == f"{path.removesuffix('index.html')}#{name}"
        assert question.attributes["data-kind"] == listed[name]["kind"]
        assert question.attributes["data-version"] == listed[name]["version"]
    assert {each["kind"] for each in listed.values()} == set(KINDS)


def test_every_source_of_a_question_holds_its_words(site: Path) -> None:
    for path, page in pages(site).items():
        for paragraph in page.all("p", class_="yx-source"):
            for link in paragraph.all("a"):
                if "yx-basis" in paragraph.attributes["class"]:
                    continue
                target, clause = resolve(site, path, link.attributes["href"])
                [found] = [each for each in pages(site)[target].all(class_="clause") if each.attributes["id"] == clause]
                quoted = "".join(link.text.split())
                assert quoted[:4] in "".join(found.text.split()) or found.text in quoted, (path, link.text)


def test_what_rests_on_a_term_leads_to_its_entry_and_says_what_it_says(site: Path) -> None:
    found = [(path, each) for path, page in pages(site).items() for each in page.all("p", class_="yx-basis")]
    assert found
    for path, basis in found:
        [link] = basis.all("a")
        target, name = resolve(site, path, link.attributes["href"])
        [entry] = pages(site)[target].all("details", id=name)
        [definition, *_] = [each.text for each in entry.all("p")]
        assert definition in basis.text and link.text == f"术语《{entry.all('summary')[0].text}》"


def test_what_editors_wrote_on_a_page_is_all_there(site: Path) -> None:
    package = project.load(PLAN).packages[0]
    for path, page in package.pages.items():
        url = path.removesuffix(".md").removesuffix("index").rstrip("/")
        shown = pages(site)["/".join(filter(None, ["plan", url, "index.html"]))]
        wanted = {kind: sum(map(len, groups)) for kind, groups in page.filled.items()}
        assert sum(len(points.all("li")) for points in shown.all("ul", class_="yx-points")) == wanted["points"]
        assert (
            sum(len(body.all("tr")) for table in shown.all("table", class_="yx-duties") for body in table.all("tbody"))
            == wanted["duties"]
        )
        assert sum(len(aside.all("p")) for aside in shown.all("aside", class_="yx-note")) == wanted["note"], path


# Titles.


def test_titles_begin_with_the_measure_then_area_and_plan(site: Path) -> None:
    titles = {path: page.all("title")[0].text for path, page in pages(site).items()}
    assert titles["plan/a1/m3/index.html"] == f"严格落实党内各项制度 · 政治建设 · {TITLE}"
    assert titles["plan/g/m2/index.html"] == f"细化任务分工 · 保障措施 · {TITLE}"
    assert titles["index.html"] == TITLE
    assert all(title.endswith(TITLE) for title in titles.values())
    of_the_plan = [title for path, title in titles.items() if path.startswith("plan/")]
    assert len(set(of_the_plan)) == len(of_the_plan) == len(project.load(PLAN).packages[0].pages)


# Links.


def resolve(folder: Path, page: str, link: str) -> tuple[str, str]:
    """The file of the site that a link on a page leads to, and its anchor."""
    parts = urlsplit(urljoin(f"http://site/{page}", link))
    path = unquote(parts.path).lstrip("/")
    if path == "" or path.endswith("/"):
        path += "index.html"
    assert (folder / path).is_file(), f"{page}: {link}"
    return path, unquote(parts.fragment)


def references(page: Element) -> Iterator[tuple[str, str]]:
    """Every address on a page, with the name of its attribute."""
    for element in page:
        for name in ("href", "src", "action", "poster", "data", "xlink:href"):
            if element.attributes.get(name):
                yield f"{element.tag} {name}", element.attributes[name]
        for part in element.attributes.get("srcset", "").split(","):
            if part.strip():
                yield f"{element.tag} srcset", part.split()[0]


def test_every_link_arrives_and_every_anchor_is_there(built: Path) -> None:
    anchors = {
        path: {element.attributes["id"] for element in page if "id" in element.attributes}
        for path, page in pages(built).items()
    }
    count = 0
    for path, page in pages(built).items():
        for what, link in references(page):
            if path == "404.html" and link == "/":  # to the home page, as tests/e2e/test_not_found.py sees it
                continue
            if re.match(r"https?:|data:|mailto:", link):
                continue
            assert not link.startswith("/"), f"{path}: {what} {link}: the site may be served below a folder"
            target, anchor = resolve(built, path, link)
            if anchor and target.endswith(".html") and not anchor.startswith("__"):
                assert anchor in anchors[target], f"{path}: {link}"
            count += 1
    assert count > 1000


def test_a_page_for_addresses_that_are_not_there_fetches_nothing(built: Path) -> None:
    links = list(references(pages(built)["404.html"]))
    assert links == [("link href", "data:,"), ("a href", "/")]


# Hosts.


FOREIGN = re.compile(r"""(?:https?:)?//(?!127\.0\.0\.1)[\w.-]+\.[a-z]{2,}[^\s"'`)<>\\]*""")
# The manual tells an editor where programs come from; a reader never comes here, and nothing is fetched.
MANUAL = {"https://www.python.org/downloads/windows/", "https://code.visualstudio.com/"}
# Vocabularies, which nobody fetches.
NAMES = (
    *("http://www.w3.org/", "http://www.sitemaps.org/schemas/", "https://schema.org", "https://json-schema.org/"),
    "http://schemas.openxmlformats.org/",
)
REMARKS = {"https://fontawesome.com", "https://fontawesome.com/license/free"}


def test_no_page_names_a_foreign_host(built: Path) -> None:
    for path, page in pages(built).items():
        for what, link in references(page):
            foreign = re.match(r"(https?:)?//", link) and not link.startswith(NAMES)
            allowed = path.startswith("help/") and what == "a href" and (link in MANUAL or "//127.0.0.1" in link)
            assert not foreign or allowed, f"{path}: {what} {link}"
        for element in page:
            assert not FOREIGN.search(element.attributes.get("style", "")), path
            assert element.attributes.get("rel") not in ("preconnect", "dns-prefetch", "prefetch"), path
            if element.tag in ("style", "script"):
                assert not [url for url in FOREIGN.findall(element.text) if not url.startswith(NAMES)], path


def test_no_style_sheet_fetches_from_a_foreign_host(site: Path) -> None:
    for file in site.rglob("*.css"):
        text = file.read_text(encoding="utf-8")
        assert not re.findall(r"@import\b[^;]*", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)), file
        for address in re.findall(r"url\(([^)]*)\)", text):
            assert not re.match(r"""["']?(https?:)?//""", address) or NAMES[0] in address, (file, address)
        left = {url for url in FOREIGN.findall(text) if not url.startswith(NAMES)}
        assert left <= REMARKS, (file, left)


def test_no_script_knows_a_foreign_host(site: Path) -> None:
    for file in site.rglob("*.js"):
        text = file.read_text(encoding="utf-8")
        found = {url.rstrip(".,;") for url in re.findall(r"https?://[^\s\"'`)]+", text) if not url.startswith(NAMES)}
        found = {url for url in found if not re.match(r"https?://\$\{", url)}
        assert not found, file


def test_nothing_else_that_is_written_names_a_foreign_host(site: Path) -> None:
    for file in [*site.rglob("*.xml"), *site.rglob("*.json"), *site.rglob("*.yml"), *site.rglob("*.txt")]:
        left = {url for url in FOREIGN.findall(file.read_text(encoding="utf-8")) if not url.startswith(NAMES)}
        assert left <= MANUAL, (file, left)
