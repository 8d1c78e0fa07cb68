"""The same pages under MkDocs, ProperDocs and Zensical: the same text, the same questions."""

import shutil
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.real import ROOT
from tests.render.reader import parse
from tests.site.generators import properdocs, zensical


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a site is made of, without what is made of it."""
    root = tmp_path_factory.mktemp("copy")
    for name in ("docs", "quizzes", "tools/yanxi/site/theme"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


def shown(site: Path) -> dict[str, list[str]]:
    """On each page of the plan, in order: clauses, questions with their version, points, duties, notes."""
    pages = {}
    for file in sorted(site.rglob("2022/**/*.html")):
        page = parse(file.read_text(encoding="utf-8"))
        pages[file.relative_to(site).as_posix()] = [
            *(clause.attributes["id"] + clause.text for clause in page.all(class_="clause")),
            *(f"{each.attributes['id']} {each.attributes['data-version']}" for each in page.all("yx-question")),
            *(option.text for option in page.all("label", class_="yx-option")),
            *(row.text for row in page.all("ul", class_="yx-points")),
            *(cell.text for cell in page.all("td", role="cell")),
            *(note.text for note in page.all("aside", class_="yx-note")),
            *(
                urljoin(f"/{file.relative_to(site).parent.as_posix()}/", link.attributes["href"])
                for part in page.all()
                if part.attributes.get("class", "").startswith("yx-")
                for link in part.all("a")
            ),
        ]
    return pages


@pytest.mark.parametrize("build", [properdocs, zensical], ids=lambda build: build.__name__)
def test_the_pages_are_those_that_mkdocs_builds(site: Path, copy: Path, tmp_path: Path, build) -> None:
    made, expected = shown(build(copy, tmp_path / "site")), shown(site)
    assert set(made) == set(expected) and len(made) == 36
    for path in expected:
        assert made[path] == expected[path], path


def test_every_question_of_the_banks_is_counted(site: Path) -> None:
    written = sum(
        file.read_text(encoding="utf-8").count("\n  - id: ") for file in (ROOT / "quizzes/2022").rglob("*.yml")
    )
    in_html = sum(file.read_text(encoding="utf-8").count("<yx-question ") for file in site.rglob("2022/**/*.html"))
    assert in_html == written >= 320
