"""The arrows of the house, read from the imports: X -> Y means that X may import Y, and nothing else of ours."""

import ast
import re
from pathlib import Path

import pytest

from tests.documents import ROOT
from yanxi.bank import kinds

YANXI = ROOT / "tools/yanxi"
WIDGET = ROOT / "tools/widget/src"
KINDS = set(kinds.KINDS)

# From the foundation up; a layer imports those below it. What shares a line does not know its neighbours.
LAYERS = [
    ["problem", "chinese", "bold", "archive", "rewrite", "offline"],
    ["workbook"],
    ["yamltext"],
    ["model"],
    ["document"],
    ["bank"],
    ["glossary"],
    ["bank.checks", "render"],
    ["bank.published"],
    ["project"],
    ["bank.coverage", "schema", "impact"],
    ["site", "exchange", "papers"],
    ["publish"],
    ["commands"],
]
# The renderer and the kinds know no YAML file; the checks know no page.
NEVER = {
    "render": {"project", "site", "commands", "mkdocs", "yaml"},
    "bank": {"render", "site", "mkdocs"},
    "document": {"bank", "render", "site", "mkdocs", "markdown"},
    "exchange": {"site", "mkdocs"},
    "papers": {"site", "mkdocs"},
    "site": {"exchange", "commands"},
    # It knows what a push is and how to have it built, not what is built.
    "publish": {
        "model",
        "document",
        "bank",
        "glossary",
        "render",
        "project",
        "site",
        "exchange",
        "papers",
        "commands",
        "mkdocs",
        "yaml",
    },
    "yamltext": {"model", "bank", "document"},
}


def modules() -> dict[str, Path]:
    return {
        ".".join(file.relative_to(YANXI).with_suffix("").parts).removesuffix(".__init__"): file
        for file in sorted(YANXI.rglob("*.py"))
        if file != YANXI / "__init__.py"
    }


def imports(file: Path) -> set[str]:
    """Every module that a file imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def ours(file: Path) -> set[str]:
    names = set(modules())
    found = set()
    for name in imports(file):
        parts = name.split(".")
        if parts[0] == "yanxi":
            inner = [".".join(parts[1:end]) for end in range(len(parts), 1, -1)]
            found.add(next((each for each in inner if each in names), ""))
    return found - {""}


def layer(module: str) -> int:
    fits = [
        (len(name), number)
        for number, names in enumerate(LAYERS)
        for name in names
        if module == name or module.startswith(f"{name}.")
    ]
    assert fits, f"{module} is in no layer of the house"
    return max(fits)[1]


def room(module: str) -> str:
    """The part of the house a module belongs to: two rooms of one layer do not know each other."""
    return max((name for names in LAYERS for name in names if module == name or module.startswith(f"{name}.")), key=len)


@pytest.mark.parametrize("module", modules())
def test_imports_follow_the_arrows(module: str) -> None:
    for other in ours(modules()[module]):
        below = layer(other) < layer(module)
        assert below or room(other) == room(module), f"{module} imports {other}"


@pytest.mark.parametrize("module", modules())
def test_what_a_part_must_never_know(module: str) -> None:
    for part, never in NEVER.items():
        if module == part or module.startswith(f"{part}."):
            names = {name.removeprefix("yanxi.").split(".")[0] for name in imports(modules()[module])}
            # These two alone know MkDocs.
            assert not names & (never - ({"mkdocs"} if module in ("site.plugin", "site.generate") else set())), module


def test_mkdocs_is_imported_by_what_it_calls_and_what_calls_it_alone() -> None:
    generators = ("mkdocs", "material", "properdocs", "zensical")
    users = {
        module for module, file in modules().items() if any(name.split(".")[0] in generators for name in imports(file))
    }
    assert users == {"site.plugin", "site.generate"}


def test_the_plugin_is_thin() -> None:
    tree = ast.parse((YANXI / "site/plugin.py").read_text(encoding="utf-8"))
    hooks = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    assert hooks and all(hook.name.startswith("on_") for hook in hooks)
    assert max(len(hook.body) for hook in hooks) <= 6


def test_printing_and_exit_codes_live_in_the_command_line_alone() -> None:
    for module, file in modules().items():
        calls = {
            node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call)
        }
        assert module.startswith("commands") or not calls & {"print", "exit", "_exit"}, module


def test_python_reads_no_clock_and_no_unseeded_chance() -> None:
    for module, file in modules().items():
        if module == "commands.publish":  # its log says when
            continue
        text = file.read_text(encoding="utf-8")
        assert not re.search(
            r"\b(\w+\.(now|today|utcnow)\(|time\.time|uuid|random\.(random|choice|shuffle|randint|sample)\()", text
        ), module


@pytest.mark.parametrize("part", ["bank/kinds", "render/kinds"])
def test_there_is_one_file_a_kind(part: str) -> None:
    names = {file.stem for file in (YANXI / part).glob("*.py")} - {"__init__"}
    assert names == KINDS


@pytest.mark.parametrize("module", [name for name in modules() if ".kinds" not in name])
def test_python_names_no_kind_outside_its_files(module: str) -> None:
    """A rule about one kind imports it; everything else asks the kind that a question has."""
    tree = ast.parse(modules()[module].read_text(encoding="utf-8"))
    named = KINDS & {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    # The index for practice has a field of this name, the order of the questions; Moodle has an element, QTI has words.
    others = {
        "site.practice": {"order"},
        "exchange.moodle": {"single"},
        "exchange.qti": {"single", "multiple", "match"},
    }
    assert named == others.get(module, set())


@pytest.mark.parametrize("index", ["index.js", "study-index.js"])
def test_the_widget_lists_each_kind_once(index: str) -> None:
    listed = re.findall(r"(?m)^import .* from '\./(\w+)\.js'", (WIDGET / "kinds" / index).read_text(encoding="utf-8"))
    assert listed == sorted(KINDS)
    assert all((WIDGET / "kinds" / f"{kind}.js").is_file() for kind in listed)


@pytest.mark.parametrize(
    "file", sorted(file for file in WIDGET.rglob("*") if file.suffix in (".js", ".css")), ids=lambda file: file.name
)
def test_no_file_outside_kinds_names_a_kind(file: Path) -> None:
    if file.parent.name == "kinds":
        return
    for line in file.read_text(encoding="utf-8").splitlines():
        named = re.findall(rf"""["'`]({"|".join(KINDS)})["'`]|\bkinds\.({"|".join(KINDS)})\b""", line)
        # Questions are also arranged in a manner called order, which sessions on phones have kept.
        manner = named == [("order", "")] and re.search("manner|'order'>", line, re.IGNORECASE)
        # Word has borders of this name.
        border = named == [("single", "")] and "<w:" in line
        assert not named or manner or border, line


# From the foundation up, as above. What shares a line does not know its neighbours; no way to study knows another.
ROOMS = [
    ["core"],
    ["store"],
    ["ui"],
    ["kinds"],
    ["question", "official"],
    ["page", "search", "study/shared", "classroom-cards"],
    ["study/*"],
    ["."],
]
# The DOM's room may ask what the device has kept for it, never what was answered.
NEVER_IMPORTED = {"ui": {"store/log.js", "store/record.js", "store/answer.js", "store/sessions.js"}}
SHEETS = {
    "yanxi.css",
    "print.css",
    "reference.css",
    "study.css",
    "home.css",
    "search.css",
    "classroom.css",
    "vote-cards.css",
}
ENTRIES = {
    "main.js",
    "page.js",
    "study.js",
    "home.js",
    "search.js",
    "classroom.js",
    "qr-code.js",
} | SHEETS
SCRIPTS = sorted(WIDGET.rglob("*.js"))
STYLES = sorted(WIDGET.rglob("*.css"))


def scripts(file: Path) -> set[str]:
    """The files of ours that a script or style sheet imports, its types among them, relative to src/."""
    text = file.read_text(encoding="utf-8")
    found = re.findall(r"""(?:\bfrom|import)\s*\(?\s*["'](\.[^"']+)["']""", text)
    return {(file.parent / name).resolve().relative_to(WIDGET).as_posix() for name in found}


def room_of(file: str) -> str:
    return file.rpartition("/")[0] or "."


def rank(room: str) -> int:
    """How far up a room of the widget is; a way to study has a room of its own."""
    for name in (room, f"{room.rpartition('/')[0]}/*"):
        for number, rooms in enumerate(ROOMS):
            if name in rooms:
                return number
    raise AssertionError(f"{room} is no room of the widget")


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.name)
def test_scripts_follow_the_arrows(file: Path) -> None:
    own = room_of(file.relative_to(WIDGET).as_posix())
    for other in scripts(file):
        assert room_of(other) == own or rank(room_of(other)) < rank(own), f"{file.name} imports {other}"
        assert other not in NEVER_IMPORTED.get(own, set()), f"{file.name} imports {other}"


def test_only_entry_points_stand_outside_the_rooms() -> None:
    assert {file.name for file in SCRIPTS + STYLES if file.parent == WIDGET} == ENTRIES


def test_no_file_name_stands_twice() -> None:
    names = [file.name for file in SCRIPTS + STYLES]
    assert sorted(set(names)) == sorted(names)


def test_every_style_sheet_is_imported_once() -> None:
    imported = [other for entry in SHEETS for other in scripts(WIDGET / entry)]
    rooms = [file.relative_to(WIDGET).as_posix() for file in STYLES if file.parent != WIDGET]
    assert sorted(imported) == sorted(rooms)


def test_what_every_page_loads_knows_no_way_to_study() -> None:
    seen, found = set(), {"main.js", "page.js"}
    while found:
        seen |= found
        # Types are gone from what is built.
        code = {
            file: re.sub(r"/\*.*?\*/", "", (WIDGET / file).read_text(encoding="utf-8"), flags=re.DOTALL)
            for file in found
        }
        names = {(file, name) for file in found for name in re.findall(r"""from ["'](\.[^"']+)["']""", code[file])}
        found = {
            ((WIDGET / file).parent / name).resolve().relative_to(WIDGET).as_posix() for file, name in names
        } - seen
    assert not {file for file in seen if file.startswith("study/") or file == "kinds/study-index.js"}


@pytest.mark.parametrize("file", [file for file in SCRIPTS if file.parent.name == "core"], ids=lambda file: file.name)
def test_core_is_pure(file: Path) -> None:
    code = re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    # A field may be called document, which is what a record is about.
    assert not re.search(r"(?<!\.)\bdocument\.(?!js\b)", code)
    assert not re.search(r"\b(window|localStorage|indexedDB|fetch|Date\.now|Math\.random|new Date\(\))", code)


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.name)
def test_typed_text_never_becomes_html(file: Path) -> None:
    makers = re.findall(
        r"\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval)\b", file.read_text(encoding="utf-8")
    )
    # Practice shows what the build has rendered, in one place; nothing that is typed gets there.
    assert makers == (["innerHTML"] if file == WIDGET / "study/shared/site-data.js" else [])


# The plan of 2022 may be replaced by any other document, and only the tests of what it says may fail.
SHIPPED = re.compile(r"(docs|quizzes)[/\"' ]*2022|load\(ROOT\)|6,?151")


def test_only_the_suite_of_the_plan_of_2022_knows_it() -> None:
    kinds = (".py", ".js", ".yml", ".md", ".txt")
    files = [file for file in (ROOT / "tests").rglob("*") if file.suffix in kinds and file.parent.name != "plan2022"]
    found = [file for file in files if SHIPPED.search(file.read_text(encoding="utf-8")) and file != Path(__file__)]
    assert [file.relative_to(ROOT).as_posix() for file in found] == []
