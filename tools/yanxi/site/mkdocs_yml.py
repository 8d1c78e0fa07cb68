"""mkdocs.yml held against what our pages need of it: without the plugin or the extension they would be built, and be wrong.

MkDocs reads the file itself, and says what it has against it in English, if at all; what it takes is in `mkdocs_values`.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from yanxi.problem import Problem
from yanxi.project import Project
from yanxi.site import mkdocs_values
from yanxi.yamltext import decode, parse
from yanxi.yamltext.nodes import Mapping, Node, Report, Sequence, Text

FILE = "mkdocs.yml"
PLUGINS = ("yanxi",)
EXTENSIONS = ("yanxi.site.extension",)
# Of the shipped site alone: another theme has no use for them.
MATERIAL_EXTENSIONS = ("attr_list", "toc", "pymdownx.superfences")
EXCLUDED = "*.yml"
"""What editors write about a document, and what the office has to decide, is not published."""

ICP = re.compile(r"[一-鿿]ICP备[0-9]{6,10}号(?:-[0-9]{1,4})?")
"""The number that a site in China is filed under: 京ICP备00000000号-1."""

_TAG = "以 ! 开头"


def problems(loaded: Project) -> Iterator[Problem]:
    """Every problem of the project's mkdocs.yml."""
    found: list[Problem] = []
    file = loaded.root / FILE
    if not file.is_file():
        message = "项目里没有 mkdocs.yml，网站生成不了。"
        yield Problem(FILE, 1, 1, "网站设置", message, "请从原来的版本恢复这个文件：git restore mkdocs.yml。")
        return
    # A tag is the one way to name a function there.
    node = parse.read_file(file, FILE, lambda each: None if each.code == _TAG else found.append(each))
    if isinstance(node, Mapping):
        if not found:  # what has been mended to be read stands elsewhere than in the file
            lines = (decode.read_text(file, FILE, lambda _: None) or "").split("\n")
            mkdocs_values.check(mkdocs_values.File(loaded.root, lines, found.append), node)
        _needed(node, found.append)
        _navigation(node, loaded, found.append)
    elif node is not None:
        found.append(node.problem("网站设置", "mkdocs.yml 应当是一组“键: 值”。", "请从原来的版本恢复这个文件。"))
    yield from found


def address(root: Path) -> str:
    """The site's own address, with a slash at its end; empty where mkdocs.yml names none that a browser could open."""
    file = root / FILE
    node = parse.read_file(file, FILE, lambda _: None) if file.is_file() else None
    found = node.get("site_url") if isinstance(node, Mapping) else None
    named = found.value.strip() if isinstance(found, Text) else ""
    return f"{named.rstrip('/')}/" if re.match("https?://", named) else ""


def _needed(node: Mapping, report: Report) -> None:
    theme = node.get("theme")
    named = theme.get("name") if isinstance(theme, Mapping) else theme
    material = isinstance(named, Text) and named.value == "material"
    for key, wanted in (("plugins", PLUGINS), ("markdown_extensions", EXTENSIONS + MATERIAL_EXTENSIONS * material)):
        value = node.get(key)
        there = set(_names(value))
        for name in wanted:
            if name not in there:
                message = f"“{key}”里没有 {name}，页面会缺东西。"
                place = node.key(key) or node
                report(place.problem("网站设置", message, f"请在 {key}: 下面补上一行“  - {name}”。"))
    excluded = node.get("exclude_docs")
    if material and not (isinstance(excluded, Text) and EXCLUDED in excluded.value.split()):
        message = f"“exclude_docs”里没有 {EXCLUDED}，待定清单等会放到网站上。"
        hint = f"请写两行：exclude_docs: | 和下面缩进两格的 {EXCLUDED}。"
        report((excluded or node).problem("网站设置", message, hint))
    extra = node.get("extra")
    made = extra.get("generator") if isinstance(extra, Mapping) else None
    if material and not (isinstance(made, Text) and made.value == "false"):
        hint = "请在 extra: 下面写一行缩进两格的 generator: false。"
        report((made or extra or node).problem("网站设置", "每一页的页脚会有一句英文（Made with）。", hint))
    icp = extra.get("icp") if isinstance(extra, Mapping) else None
    if icp and not (isinstance(icp, Text) and ICP.fullmatch(icp.value)):
        said = f"“{icp.value}”" if isinstance(icp, Text) and icp.value else "空的"
        report(
            icp.problem(
                "网站设置", f"备案号是{said}，写法不对。", "请照批下来的写，如 京ICP备00000000号-1；没有就删去这一行。"
            )
        )


def _names(node: Node | None) -> Iterator[str]:
    """The names in a list whose items are names, or names with settings; plugins may also be a mapping."""
    entries = node.items if isinstance(node, Sequence) else (node,)
    for item in entries:
        if isinstance(item, Text):
            yield item.value
        elif isinstance(item, Mapping):
            yield from (key.value for key, _ in item.entries)


def _navigation(node: Mapping, loaded: Project, report: Report) -> None:
    """Every page outside the documents stands in the navigation, and every entry has its page."""
    nav = node.get("nav")
    if nav is None:
        if node.get("theme") is not None:
            message = "mkdocs.yml 里没有导航 nav，练习和手册的各页没有次序。"
            report(node.problem("网站设置", message, "请从原来的版本恢复 nav: 和下面的各行。"))
        return
    if not isinstance(nav, Sequence):
        report(nav.problem("网站设置", "“nav”应当是列表。", "请从原来的版本恢复 nav: 下面的各行。"))
        return
    if node.get("theme") is None:
        message, hint = "mkdocs.yml 里没有 theme，网站的样子和文字都会变。", "请从原来的版本恢复 theme: 和下面的各行。"
        report(node.problem("网站设置", message, hint))
    _entries(nav, report)
    listed = [entry for entry in _pages(nav) if entry.value]
    for entry in listed:
        if not re.match(r"https?://", entry.value) and not (loaded.root / "docs" / entry.value).is_file():
            hint = f"误删了的，请从原来的版本恢复：git restore docs/{entry.value}；改了名的，请改正路径；不要的，请删去这一行。"
            report(entry.problem("网站设置", f"导航里的“{entry.value}”没有这个页面。", hint))
    if listed and listed[0].value != "index.md":
        report(listed[0].problem("网站设置", "导航的第一项不是首页。", "请把“- 首页: index.md”放在最前面。"))
    apart = node.get("not_in_nav")
    named = {posixpath.normpath(each.value) for each in listed}
    named |= {line.strip().lstrip("/") for line in apart.value.split("\n")} if isinstance(apart, Text) else set()
    folders = tuple(name for name in named if name.endswith("/"))
    for page in sorted(each for each in set(loaded.others) - named if not each.startswith(folders)):
        message = f"“{page}”不在导航里，读者找不到它，它却会放到网站上。"
        hint = "请在 mkdocs.yml 的 nav: 下面加一行，如“  - 名称: 路径”；不要的页面请删去。"
        report(Problem(f"docs/{page}", 1, 1, "不在导航里", message, hint.replace("路径", page)))


def _entries(node: Node, report: Report) -> None:
    """Each entry of a navigation is a page, or one name with a page or with entries of its own."""
    for item in node.items if isinstance(node, Sequence) else ():
        if not isinstance(item, Mapping):
            if not (isinstance(item, Text) and item.value):
                report(item.problem("网站设置", "导航里这一项没有名称，也不是页面。", "请写成“- 名称: 路径”。"))
            continue
        if len(item.entries) != 1:
            hint = "请每个名称另起一行，以“- ”开头。"
            report(item.problem("网站设置", "导航的一项里有几个名称。", hint))
        for name, below in item.entries:
            if isinstance(below, Mapping):
                report(below.problem("网站设置", f"“{name.value}”下面应当是列表。", "请每项前面写“- ”。"))
            elif not (below.value if isinstance(below, Text) else below.items):  # type: ignore[attr-defined]
                hint = "请写页面的路径，如 study/exam.md；不要的请删去这一行。"
                report(name.problem("网站设置", f"导航里的“{name.value}”没有写页面。", hint))
            else:
                _entries(below, report)


def _pages(node: Node) -> Iterator[Text]:
    """The pages that a navigation names, section by section."""
    if isinstance(node, Text):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _pages(item)
    elif isinstance(node, Mapping):
        for _, value in node.entries:
            yield from _pages(value)
