"""The front matter of a page: what stands between two lines of three dashes at its very top."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from yanxi.problem import Problem
from yanxi.yamltext import fields as take
from yanxi.yamltext.nodes import Mapping, Report, Sequence, Text, describe
from yanxi.yamltext.parse import parse

KEYS = ("title", "study", "hide", "search")
"""All that a page may say of itself; the theme would take more, templates among it."""
MOST = 80
"""Characters of a page's title."""
HIDDEN = ("navigation", "toc")

_BEGIN = re.compile(r"---[ \t]*$")
_END = re.compile(r"(?:---|\.\.\.)[ \t]*$")
_KEY = re.compile(rf"\s*(?:{'|'.join(KEYS)}|标题)\s*[:：]", re.IGNORECASE)
_RULE = re.compile(r"\s*[-—－–_=*]{2,}\s*$")
_EXAMPLE = "第一行写三个减号 ---，下一行写 title: 短名，再下一行写 ---。"


@dataclass(frozen=True)
class Matter:
    """`title` as typed, empty where there is none; `end` is the number of lines that the page does not show; `study` whether
    it is one of the pages for study."""

    title: str = ""
    end: int = 0
    study: bool = False


def read_matter(lines: list[str], name: str, official: str, report: Report) -> Matter:
    """Reads a page's front matter; a page need not have one. What would be shown as text, or do more than name the page,
    is reported; `official` is the document's text, whose own tags a title may have."""
    if not _BEGIN.match(lines[0]):
        _misplaced(lines, name, report)
        return Matter()
    end = next((number for number, line in enumerate(lines[1:], 1) if _END.match(line)), None)
    if end is None or any(line.startswith(("# ", "```")) for line in lines[1:end]):
        message = "第一行的 --- 下面没有结束的 ---。"
        report(Problem(name, 1, 1, "开头的设置", message, "请在 title: 那一行之后另起一行写三个减号 ---。"))
        return Matter()
    return replace(_read("\n".join(lines[1:end]), name, official, report), end=end + 1)


def _misplaced(lines: list[str], name: str, report: Report) -> None:
    """What looks like front matter, but is not there where it is looked for."""
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    for number, line in enumerate(lines[first : first + 3], first + 1):
        if _KEY.match(line):
            rule = lines[first] if _RULE.match(lines[first]) else ""
            message = f"“{line.strip()}”不在开头的两行 --- 之间，会显示成正文，或不起作用。"
            if rule.strip() == "---":
                message = "开头的 --- 前面有空行或空格，会显示成正文。"
            elif rule:
                message = f"开头的“{rule.strip()}”不是三个减号，下面的设置会显示成正文。"
            report(Problem(name, number, 1, "开头的设置", message, _EXAMPLE))
            return


def _read(text: str, name: str, official: str, report: Report) -> Matter:
    node = parse(text, name, report, 2)
    if node is None:
        return Matter()
    if not isinstance(node, Mapping):
        report(node.problem("开头的设置", f"--- 之间应当是“键: 值”，这里是{describe(node)}。", _EXAMPLE))
        return Matter()
    node = take.unknown_keys(node, KEYS, report, chinese={"标题": "title"})
    study = take.flag(node, "study", report)
    search = node.get("search")
    if search is not None and not isinstance(search, Mapping):
        hint = "请写成两行：search: 和下面缩进两格的 exclude: true。"
        report(search.problem("取值不对", f"“search”下面应当是 exclude: true，这里是{describe(search)}。", hint))
    elif search is not None:
        take.flag(take.unknown_keys(search, ("exclude",), report), "exclude", report)
    hide = node.get("hide")
    items = hide.items if isinstance(hide, Sequence) else ()
    if hide is not None and not (items and all(isinstance(each, Text) and each.value in HIDDEN for each in items)):
        report(
            hide.problem("取值不对", f"“hide”不能是{describe(hide)}。", "可写：hide: [navigation, toc]，或删掉这一行。")
        )
    # A title may be made of the document's words, asterisks and all.
    title = take.name(node, "title", MOST, report, marks=take.OFFICIAL) if node.get("title") else ""
    if isinstance(place := node.get("title"), Text):
        take.markup(place, official, report)
    return Matter(title, study=study)
