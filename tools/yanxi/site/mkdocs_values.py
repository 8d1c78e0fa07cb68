"""The values in mkdocs.yml: what MkDocs and the theme would meet in English, or take without a word and go wrong by.

MkDocs' reader makes 2022 a number and 不 a text where a switch is meant; which, is told here by the same rules.
"""

from __future__ import annotations

import importlib.util
import ipaddress
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

import yaml

from yanxi.yamltext import fields as take
from yanxi.yamltext.nodes import Mapping, Node, Report, Sequence, Text, describe

CODE = "网站设置"
DELETE = "不需要时请删掉这一行。"
LEVELS = ("warn", "info", "ignore")
NAV = ("omitted_files", "not_found", "absolute_links")
LINKS = ("not_found", "absolute_links", "unrecognized_links", "anchors")
PALETTE = ("media", "scheme", "primary", "accent", "toggle")

_TAGS = {"bool": "flag", "null": "empty", "str": "text"}
_MATERIAL = "material"


@dataclass(frozen=True)
class File:
    """mkdocs.yml: the project's folder, the file's lines, and what takes its problems."""

    root: Path
    lines: list[str]
    report: Report

    def sort(self, node: Node) -> str:
        """What MkDocs takes a value for: text, flag, empty, number, list, mapping, or a tag, of which nothing is known."""
        begins = self.lines[node.line - 1][node.column - 1 :][:1] if node.line <= len(self.lines) else ""
        if begins == "!":
            return "tag"
        if not isinstance(node, Text):
            return "list" if isinstance(node, Sequence) else "mapping"
        if begins and begins in "'\"|>":
            return "text"
        tag = yaml.SafeLoader("").resolve(yaml.ScalarNode, node.value, (True, False))
        return _TAGS.get(tag.rpartition(":")[2], "number")

    def wrong(self, node: Node, key: str, hint: str) -> None:
        said = "空白" if isinstance(node, Text) and not node.value else describe(node)
        self.report(node.problem(CODE, f"“{key}”不能是{said}。", hint))


Check = Callable[[File, Node, str], None]


def check(file: File, node: Mapping) -> None:
    """Reports every key that MkDocs does not know and every value that it, or the theme, could do nothing with."""
    if node.get("site_name") is None:
        file.report(
            node.problem(CODE, "没有 site_name，生成不了网站。", "请补上一行 site_name: 研习，网站会换成方案的名称。")
        )
    _group(file, node, TABLE)


def _group(file: File, node: Mapping, table: dict[str, Check]) -> None:
    for key, value in take.unknown_keys(node, tuple(table), file.report).entries:
        if key.value in table and file.sort(value) != "tag":
            table[key.value](file, value, key.value)


def _of(*sorts: str, hint: str) -> Check:
    """A value has to be of one of these sorts."""

    def held(file: File, node: Node, key: str) -> None:
        if file.sort(node) not in sorts:
            file.wrong(node, key, hint)

    return held


_quoted = "请写文字；数字、日期、yes 和 no 要放进英文单引号。"
_text = _of("text", "empty", hint=_quoted)
_name = _of("text", hint=_quoted)
_flag = _of("flag", "empty", hint=f"请写 true 或 false；{DELETE}")


def _gone(hint: str) -> Check:
    """A key that has no meaning here, whatever stands under it."""

    def held(file: File, node: Node, key: str) -> None:
        file.report(node.problem(CODE, f"“{key}”在这里不能用。", hint))

    return held


def _address(file: File, node: Node, key: str) -> None:
    """Of a site: http:// or https:// and a host."""
    if file.sort(node) == "empty":
        return
    if not (isinstance(node, Text) and re.match(r"https?://[^/?#\s]+(?:[/?#]\S*)?$", node.value)):
        file.wrong(node, key, f"请写完整的网址，如 https://example.org/；{DELETE}")


def _patterns(file: File, node: Node, key: str) -> None:
    lines = node.value.split("\n") if isinstance(node, Text) else ()
    if file.sort(node) not in ("text", "empty") or any(line.strip() in ("!", "/", "!/") for line in lines):
        file.wrong(node, key, f"请写两行：{key}: | 和下面缩进两格的文件名；{DELETE}")


def _host(file: File, node: Node, key: str) -> None:
    host, _, port = node.value.rpartition(":") if isinstance(node, Text) else ("", "", "")
    try:
        known = host == "localhost" or bool(ipaddress.ip_address(host.removeprefix("[").removesuffix("]")))
    except ValueError:
        known = False
    if file.sort(node) not in ("text", "empty") or (node.value and not (known and re.fullmatch(r"\d{1,5}", port))):  # type: ignore[attr-defined]
        file.wrong(node, key, f"请写成 127.0.0.1:8000；{DELETE}")


def _site_dir(file: File, node: Node, key: str) -> None:
    """Outside the folders that the site is made of, and not around them."""
    if file.sort(node) == "empty":
        return
    if file.sort(node) != "text" or not isinstance(node, Text):
        return file.wrong(node, key, "请写 site_dir: site。")
    named = (file.root / node.value).resolve()
    own = [file.root.resolve() / name for name in ("docs", "quizzes", "tools")]
    if any(named == each or named in each.parents or each in named.parents for each in own):
        file.wrong(node, key, "生成的网站会和内容混在一起。请写 site_dir: site。")
    return None


def _docs_dir(file: File, node: Node, key: str) -> None:
    if file.sort(node) != "empty" and not (isinstance(node, Text) and node.value == "docs"):
        file.wrong(node, key, "页面都在 docs 文件夹里，请写 docs_dir: docs。")


def _there(file: File, node: Node, key: str) -> None:
    """A list of files and folders beside mkdocs.yml; MkDocs would not have it empty."""
    for item in _items(file, node, key, "list"):
        there = isinstance(item, Text) and file.sort(item) == "text" and (file.root / item.value).exists()
        if not there or (key == "hooks" and not (isinstance(item, Text) and item.value.endswith(".py"))):
            kind = "Python 程序" if key == "hooks" else "文件"
            file.wrong(item, key, f"没有这个{kind}。请改正路径，或删去这一项。")


def _items(file: File, node: Node, key: str, *sorts: str) -> tuple[Node, ...]:
    if isinstance(node, Sequence):
        return node.items
    if file.sort(node) not in (sorts or ("empty",)):
        file.wrong(node, key, f"每项另起一行，以“- ”开头；{DELETE}")
    return ()


def _words(file: File, node: Node, key: str) -> None:
    for item in _items(file, node, key):
        _name(file, item, key)


def _scripts(file: File, node: Node, key: str) -> None:
    for item in _items(file, node, key, "list"):
        if isinstance(item, Mapping):
            _group(file, item, {"path": _name, "type": _name, "defer": _flag, "async": _flag})
            if item.get("path") is None:
                file.wrong(item, key, "请补上 path: 和文件名。")
        else:
            _name(file, item, key)


def _mapping(table: Callable[[], dict[str, Check]]) -> Check:
    def held(file: File, node: Node, key: str) -> None:
        if isinstance(node, Mapping):
            _group(file, node, table())
        else:
            file.wrong(node, key, f"下面要写缩进两格的“键: 值”；{DELETE}")

    return held


def _one_of(*allowed: str) -> Check:
    def held(file: File, node: Node, key: str) -> None:
        if file.sort(node) != "text" or not (isinstance(node, Text) and node.value in allowed):
            file.wrong(node, key, f"可写：{'、'.join(allowed)}；{DELETE}")

    return held


def _levels(names: tuple[str, ...]) -> dict[str, Check]:
    return {name: _one_of(*LEVELS, *["relative_to_docs"] * (name == "absolute_links")) for name in names}


def _named(group: str) -> Check:
    """A list of plugins or extensions: a name, or a name with its settings below it."""

    def held(file: File, node: Node, key: str) -> None:
        pairs = list(node.entries) if isinstance(node, Mapping) else []
        seen: set[str] = set()
        for item in () if pairs else _items(file, node, key):
            if isinstance(item, Mapping) and len(item.entries) == 1:
                pairs += item.entries
            elif isinstance(item, Text) and file.sort(item) == "text":
                pairs.append((item, item))
            else:
                file.wrong(item, key, "请写名字；要写设置的，在名字后面写英文冒号，设置另起一行、多缩进四格。")
        for name, settings in pairs:
            if name.value in seen:
                file.report(name.problem(CODE, f"“{key}”里的“{name.value}”写了两次。", "请只留一个。"))
            elif not _installed(group, name.value):
                hint = "请检查拼写；要加新的，请管网站的人先安装。不要的请删去这一行。"
                file.report(name.problem(CODE, f"“{key}”里的“{name.value}”没有安装。", hint))
            elif settings is not name and file.sort(settings) not in ("mapping", "empty", "tag"):
                file.wrong(settings, name.value, f"设置要另起一行，写成多缩进四格的“键: 值”；{DELETE}")
            elif name.value == "yanxi" and isinstance(settings, Mapping) and settings.entries:
                hint = "请只写“  - yanxi”，删去下面的各行。"
                file.report(settings.entries[0][0].problem(CODE, "插件 yanxi 没有设置可写。", hint))
            seen.add(name.value)

    return held


@cache
def _installed(group: str, name: str) -> bool:
    if any(entry_points(group=group, name=name)) or any(entry_points(group=group, name=f"{_MATERIAL}/{name}")):
        return True
    try:
        return group == "markdown.extensions" and importlib.util.find_spec(name.partition(":")[0]) is not None
    except (ImportError, ValueError):
        return False


@cache
def _theme_files() -> Path | None:
    """The theme's templates, where the theme is installed."""
    found = importlib.util.find_spec(_MATERIAL)
    return Path(found.origin).parent / "templates" if found and found.origin else None


def _theme(file: File, node: Node, key: str) -> None:
    named = node.get("name") if isinstance(node, Mapping) else node
    if not isinstance(node, Mapping | Text):
        return file.wrong(node, key, "请从原来的版本恢复 theme: 和下面的各行。")
    if named is None or file.sort(named) not in ("text", "empty") or not isinstance(named, Text):
        return file.wrong(named or node, "theme 的 name", "请写 name: material。")
    if named.value and file.sort(named) == "text" and not any(entry_points(group="mkdocs.themes", name=named.value)):
        return file.report(named.problem(CODE, f"没有安装叫“{named.value}”的主题。", "请写 name: material。"))
    if isinstance(node, Mapping):
        own = THEME if named.value == _MATERIAL else {key.value: PLAIN.get(key.value, _any) for key, _ in node.entries}
        _group(file, node, own)
        if named.value == _MATERIAL and node.get("language") is None:
            hint = "请在 theme: 下面补一行缩进两格的 language: zh。"
            file.report(node.problem(CODE, "“theme”里没有 language，网站上有些字会是英文。", hint))
        if not named.value and node.get("custom_dir") is None:
            file.wrong(named, "theme 的 name", "请写 name: material。")
    return None


def _any(file: File, node: Node, key: str) -> None:
    """Nothing is known of it."""


def _folder(file: File, node: Node, key: str) -> None:
    if not (isinstance(node, Text) and node.value and (file.root / node.value).is_dir()):
        file.wrong(node, key, "没有这个文件夹。请从原来的版本恢复这一行。")


def _language(file: File, node: Node, key: str) -> None:
    folder = _theme_files()
    known = {each.stem for each in (folder / "partials/languages").glob("*.html")} if folder else set()
    if file.sort(node) != "text" or not (isinstance(node, Text) and (not known or node.value in known)):
        file.wrong(node, key, "请写 language: zh。")


def _locale(file: File, node: Node, key: str) -> None:
    if file.sort(node) != "text" or not (
        isinstance(node, Text) and re.fullmatch("[a-z]{2,3}(?:_[A-Z]{2})?", node.value)
    ):
        file.wrong(node, key, f"请写 locale: zh_CN；{DELETE}")


def _font(file: File, node: Node, key: str) -> None:
    """Any font of the theme's would be fetched from a foreign host."""
    if not (file.sort(node) == "flag" and isinstance(node, Text) and node.value.lower() in ("false", "no", "off")):
        file.wrong(node, key, "字体会到国外的网站去取。请写 font: false。")


def _icon(file: File, node: Node, key: str) -> None:
    folder, written = _theme_files(), node.value if isinstance(node, Text) else ""
    if not re.fullmatch(r"[a-z0-9/-]+", written) or (folder and not (folder / f".icons/{written}.svg").is_file()):
        file.wrong(node, key, f"没有这个图标。请照原来的写，如 material/weather-night；{DELETE}")


def _icons(file: File, node: Node, key: str) -> None:
    if not isinstance(node, Mapping):
        return file.wrong(node, key, f"下面要写缩进两格的“键: 值”；{DELETE}")
    for name, value in node.entries:
        (_icons if isinstance(value, Mapping) else _icon)(file, value, name.value)
    return None


def _palette(file: File, node: Node, key: str) -> None:
    for each in (node,) if isinstance(node, Mapping) else _items(file, node, key):
        _mapping(lambda: dict(zip(PALETTE, (_name, _name, _name, _name, _toggle), strict=True)))(file, each, key)


_toggle = _mapping(lambda: {"icon": _icon, "name": _name})

PLAIN: dict[str, Check] = {"name": _text, "custom_dir": _folder, "locale": _locale, "static_templates": _words}
"""What MkDocs itself takes from a theme's settings."""

THEME: dict[str, Check] = {
    **PLAIN,
    "language": _language,
    "direction": _one_of("ltr", "rtl"),
    "features": _words,
    "font": _font,
    "palette": _palette,
    "logo": _name,
    "favicon": _name,
    "icon": _icons,
}


def _extra(file: File, node: Node, key: str) -> None:
    """What a theme takes from here is its own affair; these are ours, and the theme's line in English."""
    if not isinstance(node, Mapping):
        return file.wrong(node, key, f"下面要写缩进两格的“键: 值”；{DELETE}")
    for name in ("offline", "generator"):
        if (value := node.get(name)) is not None:
            _flag(file, value, name)
    return None


def _validation(file: File, node: Node, key: str) -> None:
    if not isinstance(node, Mapping):
        return file.wrong(node, key, f"下面要写缩进两格的“键: 值”；{DELETE}")
    inner = {"nav": _mapping(lambda: _levels(NAV)), "links": _mapping(lambda: _levels(LINKS))}
    return _group(file, node, inner | _levels((*NAV, *LINKS)))


def _edit(file: File, node: Node, key: str) -> None:
    """A pattern with {path} in it."""
    try:
        known = file.sort(node) == "empty" or (
            isinstance(node, Text) and bool(node.value.format(path="", path_noext=""))
        )
    except (KeyError, IndexError, ValueError, AttributeError):
        known = False
    if not known or file.sort(node) not in ("text", "empty"):
        file.wrong(node, key, f"花括号里只能写 path 或 path_noext；{DELETE}")


_MOVED = "网站的设置都写在 mkdocs.yml 里。请把那个文件里的各行搬到这里，再删去这一行。"

TABLE: dict[str, Check] = {
    **dict.fromkeys(("site_description", "site_author", "copyright", "repo_name", "edit_uri"), _text),
    **dict.fromkeys(("site_name",), _name),
    **dict.fromkeys(("remote_branch", "remote_name"), _text),
    **dict.fromkeys(("use_directory_urls", "strict"), _flag),
    **dict.fromkeys(("site_url", "repo_url"), _address),
    **dict.fromkeys(("exclude_docs", "draft_docs", "not_in_nav"), _patterns),
    **dict.fromkeys(("extra_css", "extra_templates"), _words),
    **dict.fromkeys(("hooks", "watch"), _there),
    "extra_javascript": _scripts,
    "edit_uri_template": _edit,
    "docs_dir": _docs_dir,
    "site_dir": _site_dir,
    "dev_addr": _host,
    "theme": _theme,
    "plugins": _named("mkdocs.plugins"),
    "markdown_extensions": _named("markdown.extensions"),
    "extra": _extra,
    "validation": _validation,
    "nav": _any,
    "INHERIT": _gone(_MOVED),
    "pages": _gone("请改名为 nav。"),
    "google_analytics": _gone("请删去它：统计会把读者的访问告诉国外的网站。"),
}
"""Every key of mkdocs.yml and what its value has to be; `nav` is looked at where the pages are known."""
