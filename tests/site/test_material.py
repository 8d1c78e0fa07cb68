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
WIDGET = ROOT / "tools/widget/src"
SHEETS = sorted(WIDGET.rglob("*.css"))


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


def test_blocks() -> None:
    environment = Environment()
    base = environment.parse((TEMPLATES / "base.html").read_text(encoding="utf-8"))
    blocks = {block.name: block for block in base.find_all(nodes.Block)}
    ours = environment.parse(OURS.read_text(encoding="utf-8")).find_all(nodes.Block)
    assert {block.name for block in ours} == set(material.BLOCKS) <= set(blocks)


def test_replaced() -> None:
    ours = {file.relative_to(OURS.parent).as_posix() for file in (OURS.parent / "partials").rglob("*.html")}
    assert ours == set(material.REPLACED)
    base = (TEMPLATES / "base.html").read_text(encoding="utf-8")
    assert all(f'{{% include "{name}" %}}' in base for name in material.REPLACED)


def test_taken() -> None:
    ours = "".join(file.read_text(encoding="utf-8") for file in OURS.parent.rglob("*.html"))
    for name in material.TAKEN:
        assert (TEMPLATES / name).is_file() and f'{{% include "{name}" %}}' in ours


# Its files.


def test_copyright() -> None:
    assert material.COPYRIGHT in (TEMPLATES / "partials/copyright.html").read_text(encoding="utf-8")
    assert "partials/copyright.html" in (TEMPLATES / "partials/footer.html").read_text(encoding="utf-8")


def test_folders(bare: Path) -> None:
    """What it ships stands there, but for the picture, and is a script, a style sheet, or a map of one."""
    shipped = {file.relative_to(bare).as_posix() for file in (bare / "assets").rglob("*") if file.is_file()}
    assert {path for path in shipped if not path.startswith(material.FOLDERS)} == {material.ICON}
    assert {path.rpartition(".")[2] for path in shipped} == {"js", "css", "map", "png"}


def test_icon(page: str) -> None:
    assert material.ICON in page


def test_sheets(bare: Path, page: str) -> None:
    found = [file for name in material.SHEETS for file in bare.glob(name)]
    assert len(found) == len(material.SHEETS)
    # In this order, and no other is asked for.
    assert re.findall(r'rel="stylesheet" href="[./]*([^"]+)"', page) == [
        file.relative_to(bare).as_posix() for file in found
    ]


def test_keeping(page: str) -> None:
    head = page.partition("</head>")[0]
    assert all(name in head for name in material.KEEPING)


def test_colours(page: str) -> None:
    assert f'__md_get("{material.COLOURS}")' in page
    source = (WIDGET / "page/colours.js").read_text(encoding="utf-8") + OURS.parent.joinpath(
        "partials/header.html"
    ).read_text(encoding="utf-8")
    assert f"'{material.COLOURS}'" in source and f'"{material.COLOURS}"' in source


def test_classes(site: Path) -> None:
    """What our pages have is known, but for the names of code's parts."""
    known = material.CLASSES | {"md-dialog", "md-dialog__inner"}
    for file in site.rglob("*.html"):
        found = re.findall(r'\sclass="([^"]*)"', file.read_text(encoding="utf-8"))
        assert {name for names in found for name in names.split() if name.startswith("md-")} <= known, file


def test_never(site: Path) -> None:
    for file in site.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert not re.search("""<(?:iframe|video|figure|figcaption)|dir=.rtl|data-linenos|for=.__search""", text), file


def test_unseen_focus(bare: Path) -> None:
    """The rules that ask for it take away the ring, and nothing else."""
    text = "".join(next(bare.glob(name)).read_text(encoding="utf-8") for name in material.SHEETS)
    bodies = re.findall(rf"[^{{}}]*{re.escape(material.UNSEEN_FOCUS)}[^{{}}]*\{{([^{{}}]*)\}}", text)
    assert bodies
    assert {said for body in bodies for said in body.split(";")} <= {
        "outline:none",
        "-webkit-tap-highlight-color:transparent",
    }


# What our style sheets paint over.


def theirs() -> str:
    files = [*TEMPLATES.rglob("*.css"), *TEMPLATES.rglob("*.html")]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_classes_attributes_and_colours_of_our_style_sheets_are_materials(sheet: Path) -> None:
    ours = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    named = set(re.findall(r"(?<=\.)md-[\w-]+|\bdata-md-[\w-]+|--md-[\w-]+", ours))
    text = theirs()
    assert not {name for name in named if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)}
