"""What site/theme/material.py takes for granted, one assumption a test, held against the Material that is installed.

A new version that breaks one fails here by its name: repair what leans on it, then change it there.
"""

import importlib.metadata
import re
import tomllib
from pathlib import Path

import material as installed
import pytest
from jinja2 import Environment, nodes

from tests.documents import ROOT
from tests.site.generators import mkdocs
from yanxi.site.theme import material

TEMPLATES = Path(installed.__file__).parent / "templates"
OURS = ROOT / "tools/yanxi/site/theme/templates/main.html"
SHEETS = sorted((ROOT / "tools/widget/src").rglob("*.css"))


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site as Material alone makes it: our settings of it, none of our templates, no plugin of ours."""
    root = tmp_path_factory.mktemp("bare")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    theme = re.search(r"^theme:\n(?:(?: .*)?\n)+", settings, re.MULTILINE)[0]
    theme = re.sub(r"  custom_dir: .*\n", "", theme)
    nav = "nav: [index.md, {方案: [a/index.md, a/m1.md]}]"
    (root / "mkdocs.yml").write_text(f"site_name: 小站\n{theme}\nplugins: []\n{nav}\n", encoding="utf-8")
    for name in ("index.md", "a/index.md", "a/m1.md"):
        (root / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "docs" / name).write_text("# 题目\n\n正文。\n", encoding="utf-8")
    return mkdocs(root, root / "site")


@pytest.fixture(scope="module")
def page(bare: Path) -> str:
    return (bare / "a/m1/index.html").read_text(encoding="utf-8")


def test_each_assumption_has_a_test_of_its_name() -> None:
    names = [name for name in vars(material) if name.isupper()]
    assert names
    for name in names:
        assert f"test_{name.lower()}" in globals(), name


def test_the_version_is_pinned_and_installed() -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    pin = f"mkdocs-material=={importlib.metadata.version('mkdocs-material')}"
    assert pin in wanted
    assert f"\n{pin} " in (ROOT / "requirements.txt").read_text(encoding="utf-8")


# Its pages.


def test_script(page: str) -> None:
    assert f"'{material.SCRIPT}'" in OURS.read_text(encoding="utf-8")
    # One script that is a file, after all that is read; those before it are in the page.
    [bundle] = re.findall(rf"{re.escape(material.SCRIPT)}[^>]*>", page)
    assert "/bundle." in bundle
    assert page.index(bundle) > page.index("</main>")


def test_blocks() -> None:
    environment = Environment()
    base = environment.parse((TEMPLATES / "base.html").read_text(encoding="utf-8"))
    blocks = {block.name: block for block in base.find_all(nodes.Block)}
    ours = environment.parse(OURS.read_text(encoding="utf-8")).find_all(nodes.Block)
    assert {block.name for block in ours} == set(material.BLOCKS) <= set(blocks)


def test_replaced() -> None:
    ours = {file.relative_to(OURS.parent).as_posix() for file in (OURS.parent / "partials").iterdir()}
    assert ours == set(material.REPLACED)
    base, sidebar = ((TEMPLATES / name).read_text(encoding="utf-8") for name in ("base.html", "partials/header.html"))
    assert all(f'{{% include "{name}" %}}' in base for name in material.REPLACED)
    # What Material's script looks for in a header, and cannot do without.
    assert 'data-md-component="header"' in sidebar


def test_taken() -> None:
    ours = "".join(file.read_text(encoding="utf-8") for file in OURS.parent.rglob("*.html"))
    for name in material.TAKEN:
        assert (TEMPLATES / name).is_file() and f'{{% include "{name}" %}}' in ours


# Its files.


def test_copyright() -> None:
    assert material.COPYRIGHT in (TEMPLATES / "partials/copyright.html").read_text(encoding="utf-8")
    assert "partials/copyright.html" in (TEMPLATES / "partials/footer.html").read_text(encoding="utf-8")


def test_scripts(bare: Path) -> None:
    found = set(bare.glob(material.SCRIPTS))
    assert {"bundle", "search"} <= {file.name.split(".")[0] for file in found}
    assert found == set(bare.rglob("*.js"))


def test_source_maps(bare: Path) -> None:
    maps = set(bare.glob(material.SOURCE_MAPS))
    assert maps == set(bare.rglob("*.map"))
    assert {file.name.split(".")[0] for file in maps} == {"bundle", "search", "main", "palette"}


def test_source_map_line(bare: Path) -> None:
    asking = [
        file
        for file in bare.rglob("*")
        if file.suffix in (".css", ".js") and "MappingURL=" in file.read_text(encoding="utf-8")
    ]
    assert {file.name.split(".")[0] for file in asking} == {"bundle", "search"}
    for file in asking:
        *_, last = file.read_text(encoding="utf-8").rstrip().split("\n")
        assert last.startswith(material.SOURCE_MAP_LINE)


def test_stemmers(bare: Path) -> None:
    assert list(bare.glob(material.STEMMERS))


def test_workers(bare: Path) -> None:
    assert {file.name.split(".")[0] for file in bare.glob(material.WORKERS)} == {"search"}


def test_search_form(bare: Path, page: str) -> None:
    assert material.SEARCH_FORM in (TEMPLATES / "partials/search.html").read_text(encoding="utf-8")
    assert material.SEARCH_FORM not in page
    [bundle] = bare.glob("assets/javascripts/bundle.*.js")
    assert 'document.forms.namedItem("search")?' in bundle.read_text(encoding="utf-8")
    assert not (bare / "search").exists()


# Named in remarks on licences; nothing is fetched from there.
NAMED = {"clipboardjs.com", "lunrjs.com", "tartarus.org", "bit.ly", "www.w3.org", "www.sitemaps.org"}


def test_foreign_hosts(bare: Path) -> None:
    found = set()
    for file in bare.glob(material.SCRIPTS):
        if "lunr" not in file.parts:
            found |= set(re.findall(r"https?://[\w.-]+\.[a-z]+", file.read_text(encoding="utf-8")))
    assert {url for url in found if url.split("//")[1] not in NAMED} == {url[:-1] for url in material.FOREIGN_HOSTS}


# What our style sheets paint over.


def theirs() -> str:
    files = [*TEMPLATES.rglob("*.css"), *TEMPLATES.rglob("*.html"), *TEMPLATES.glob("assets/javascripts/bundle.*.js")]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_classes_attributes_and_colours_of_our_style_sheets_are_materials(sheet: Path) -> None:
    ours = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    named = set(re.findall(r"(?<=\.)md-[\w-]+|\bdata-md-[\w-]+|--md-[\w-]+", ours))
    text = theirs()
    assert not {name for name in named if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)}
