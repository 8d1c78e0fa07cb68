"""What stands in a page around its fences, held against what a reader will see: fences that are none, HTML, links that lead
nowhere good."""

from __future__ import annotations

import difflib
import html
import itertools
import re
from collections.abc import Iterable, Iterator

from yanxi.document import fences
from yanxi.problem import WARNING, Problem
from yanxi.yamltext.decode import odd_character
from yanxi.yamltext.nodes import Report, Text

CHINESE = {
    "原文": "official", "官方原文": "official", "编者注": "note", "注": "note", "注释": "note", "要点": "points",
    "责任": "duties", "责任与时限": "duties", "术语": "terms", "本页术语": "terms", "自测": "quiz", "自测题": "quiz",
    "题库": "quiz", "题": "quiz", "目录": "contents", "术语表": "glossary", "首页": "home", "练习": "study",
}  # fmt: skip
CODE = (
    "text",
    "txt",
    "markdown",
    "md",
    "yaml",
    "yml",
    "json",
    "python",
    "bash",
    "sh",
    "console",
    "powershell",
    "html",
    "css",
)
"""What a fence that shows text as it is may be called; it may also have no name."""
EMPTY = ("quiz", "terms", "glossary", "calendar", "full-text")
"""Fences of ours that are filled by themselves, and those that editors fill."""
FILLED = ("note", "points", "duties")
SCHEMES = ("http", "https", "mailto")

_NAMES = "|".join(sorted((*fences.TYPES, *CHINESE), key=len, reverse=True))
_MARKS = "`·｀´＇'‘’′\"“”~～•․・"
# Marks that may be meant for backticks, a name, and perhaps an address; a quotation mark alone is one.
_TYPED = re.compile(
    rf"(?P<indent>[\s>*+\-]*)(?P<marks>[{_MARKS}]{{2,}}|[`·｀])\s*(?P<name>{_NAMES})\s*(?:\s[A-Za-z0-9\-]*)?\s*[:：]?\s*$",
    re.IGNORECASE,
)
_BARE = re.compile(rf"\s*[{_MARKS}]{{2,}}\s*$")
_DATA = re.compile(r"\s*- *(?:quote|who|what|when|text|id|c\d+) *[:：]\s*\S")
# ```note - quote: …``` in one line, which is code in a sentence.
_INLINE = re.compile(rf" {{0,3}}`{{3,}}\s*(?P<name>{_NAMES})\b.*`{{3,}}\s*$", re.IGNORECASE)
_SPAN = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
_HEADING = re.compile(r" {0,3}(#{1,6})(?!#)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:[\s/][^<>]*)?/?>|<!--|<[!?][^<>]*>")
_LINK = re.compile(r"\]\(\s*<?([^)\s>]*)|^ {0,3}\[(?!\^)[^\]]+\]:\s*<?(\S+?)>?(?:\s|$)")
_WIDE_LINK = re.compile(
    r"【[^】]+】\((?:https?:|[^\s()]*\.md)[^()]*\)|\[[^\]]+\](?:（\s*(?:https?|[^\s（）()]*\.md)[^\s（）()]*[）)]|\([^\s()）]*）)|［[^］]+］[（(]"
)
_OPEN_LINK = re.compile(r"\[[^\]]+\]\([^()\s]*\s*$")
_MUTE = re.compile(r"!?\[\s*\]\([^()\s]+")
_FAR = re.compile(r"!\[[^\]]*\]\(\s*<?(?:https?:)?//")
_GAP = re.compile(r"\]\((?!\s*<|[a-z]+:)([^()\"']*[^()\"'\s]\s+[^()\"'\s]+\.[A-Za-z]{2,4})\)")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_BOLD = re.compile(r"\*\*(?=[^\s*]).*?(?<=[^\s*])\*\*")
_ESCAPE = re.compile(r"\\(?:[nrt](?![A-Za-z])|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2})")
# What other dialects of Markdown have.
_FOREIGN = re.compile(
    r"~~[^~]+~~|==[^=]+==|\+\+[^+]+\+\+|\$\$[^$]+\$\$|\[\^[^\]]+\]|(?<=^- )\[[ xX]\](?= )|(?<![`\\])`(?!`)"
    r"|^ {0,3}(?:!!!|\?\?\?\+?|===) \S+|^ {0,3}--8<--|(?<![\w:]):[a-z][a-z0-9_+-]+:(?!\w)|^\*\[[^\]]+\]:|^ {0,3}:[ \t\u3000]+\S"
    r"|\{\{.*?\}\}|\{%.*?%\}|(?<=[A-Za-z0-9])~[A-Za-z0-9]{1,3}~|(?<=[A-Za-z0-9])\^[A-Za-z0-9+-]{1,3}\^|(?<=\S)(?<!\\)\\$"
)
_POINT = re.compile(r" {0,3}(?:[-*+]|\d{1,3}\.)\s+\S")
_TIGHT = re.compile(r" {0,3}([-*+])(?:\u3000+\S|(?![-*+\s])\S(?!.*\*))")
# A list as it is typed on paper.
_PAPER_POINT = re.compile(
    r" {0,3}(?P<mark>[·•●○◆■▪]|[（(]?[0-9０-９]{1,2}[)）、]|[0-9０-９]{1,2}[.．](?=[^\s0-9０-９])|[①-⑳]|[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、)\s*\S"
)


def check_prose(
    lines: list[str], begin: int, found: Iterable[fences.Fence], name: str, report: Report
) -> tuple[Text, ...]:
    """Reports what a page shows otherwise than it is meant. Returns its links to other files: what they lead to, and where.

    Args:
        begin: the number of lines of its front matter.
        found: its fences.
        name: its path as shown in problems.
    """
    found = list(found)
    prose = outside(lines, begin, found)
    mistyped = [*_mistyped(prose, name), *_in_one_line(lines, prose, name)]
    for fence in found:
        # Three backticks by themselves are the end of a fence whose beginning is none.
        if fence.type or fence.closed or not mistyped:
            for problem in _fence(fence, name):
                report(problem)
    others = (
        _commented(prose, found, name),
        _html(prose, name),
        _wide(prose, name),
        _empty(lines, begin, found, name),
        _odd(prose, name),
        _marks(prose, name),
        _headings(prose, name),
        _points(prose, name),
        _dialects(prose, name),
        _tables(prose, name),
    )
    for problem in (*mistyped, *itertools.chain(*others)):
        report(problem)
    return tuple(link for link in _links(prose, name) if not _judged(link, report))


def outside(lines: list[str], begin: int, found: Iterable[fences.Fence]) -> list[str]:
    """The lines without front matter, fences and code; dots stand for the code, so that columns stay."""
    held = {number for fence in found for number in range(fence.line, fence.end + 1)}
    blank = lambda match: "…" * len(match[0])  # noqa: E731
    return ["" if number <= begin or number in held else _SPAN.sub(blank, line) for number, line in enumerate(lines, 1)]


def _fence(fence: fences.Fence, name: str) -> Iterator[Problem]:
    """A fence of ours without an end, and one whose name nobody knows: it would be shown as it is typed."""
    behind = fence.argument.split()[:1]
    if fence.type in CODE and behind and (behind[0] in CHINESE or behind[0] in fences.TYPES):
        message = f"“{fence.type}”写在了“{behind[0]}”前面，里面的内容会照样显示。"
        hint = f"请写 ```{CHINESE.get(behind[0], behind[0])}。"
        yield Problem(name, fence.line, 4, "围栏名", message, hint)
        return
    if fence.type in (*fences.TYPES, *CODE, ""):
        if not fence.closed:
            yield _unclosed(fence, name)
        elif fence.type in EMPTY and (line := _written(fence)):
            message = f"{fence.type} 围栏里的字不起作用，网页上看不到。"
            hint = "这个围栏里不写内容，网站自己放；要显示的文字，请写到围栏外面。"
            yield Problem(name, fence.line + line, 1, "围栏内容", message, hint)
        elif fence.type in FILLED and fence.argument:
            message = f"“```{fence.type}”后面的“{fence.argument}”不起作用。"
            yield Problem(name, fence.line, 1, "围栏写法", message, f"这一行只写 ```{fence.type}，内容写在下面。")
        return
    known = next((CHINESE[each] for each in CHINESE if fence.type == each), "")
    near = [known] if known else difflib.get_close_matches(fence.type.lower(), fences.TYPES, 1, 0.6)
    hint = f"请写 {near[0]}。" if known else f"最接近的是“{near[0]}”，请改正。" if near else (
        f"可写：{'、'.join(fences.TYPES)}；要照样显示一段文字，请写 text。"
    )  # fmt: skip
    yield Problem(name, fence.line, 4, "围栏名", f"认不出“{fence.type}”。", hint)


def _written(fence: fences.Fence) -> int:
    """The first line of a fence that has something in it; 0 where there is none. A quiz may have its address there."""
    written = [number for number, line in enumerate(fence.lines, 1) if line.strip()]
    own = fence.type == "quiz" and not fence.argument
    return next(iter(written[own:]), 0)


def _unclosed(fence: fences.Fence, name: str) -> Problem:
    """Stands on the last line of what seems to be the fence's content: behind it the end is missing."""
    mistyped = next((n for n, line in enumerate(fence.lines, fence.line + 1) if _BARE.match(line)), None)
    last = next((n for n, line in enumerate(fence.lines, fence.line) if not line.strip()), fence.end)
    message = f"第 {fence.line} 行的“```{fence.type}”没有结束的 ```。"
    if mistyped:
        return Problem(
            name, mistyped, 1, "围栏没有结束", message, f"这一行要与第 {fence.line} 行的反引号一样多，请改正。"
        )
    return Problem(name, last, 1, "围栏没有结束", message, "请在这一行之后另起一行写 ```。")


def _mistyped(prose: list[str], name: str) -> Iterator[Problem]:
    """Lines that are meant for fences and are none, and the data that they leave on the page."""
    told = False
    for number, line in enumerate(prose, 1):
        if match := _TYPED.match(line):
            kind = CHINESE.get(match["name"], match["name"].lower())
            marks, indent = match["marks"], match["indent"]
            if set(marks) <= set("`~") and len(marks) >= 3:
                what = "前面有空格" if not indent.strip() else f"前面有“{indent.strip()}”"
                message = f"这一行{what}，不成围栏，页面上会照样显示。"
                hint = f"请顶着左边写 ```{kind}，结束的 ``` 也顶着左边。"
            else:
                message = f"“{marks}”不是三个英文反引号，页面上会照样显示下面的内容。"
                hint = f"请改成 ```{kind}；反引号在键盘左上角、数字 1 的左边，用英文输入法打。结束的一行也改成 ```。"
            yield Problem(name, number, len(indent) + 1, "围栏写法", message, hint)
            told = True
        elif _DATA.match(line) and not told:
            message = f"“{line.strip()[:20]}”不在围栏里，页面上会照样显示。"
            hint = "请在上面另起一行写三个反引号和名字，如 ```note，下面另起一行写 ```。"
            yield Problem(name, number, 1, "围栏写法", message, hint)
            told = True
        elif line.startswith("#"):
            told = False


def _in_one_line(lines: list[str], prose: list[str], name: str) -> Iterator[Problem]:
    """Fences whose end stands in the line of their beginning."""
    for number, (line, outside) in enumerate(zip(lines, prose, strict=True), 1):
        if outside.strip() and (match := _INLINE.match(line)):
            kind = CHINESE.get(match["name"], match["name"].lower())
            message = "开头和结尾的反引号写在一行里，不成围栏，页面上会照样显示。"
            hint = f"请写成几行：第一行只写 ```{kind}，下面写内容，最后一行只写 ```。"
            yield Problem(name, number, 1, "围栏写法", message, hint)


def _commented(prose: list[str], found: list[fences.Fence], name: str) -> Iterator[Problem]:
    """Fences between <!-- and -->, which nobody would see."""
    for fence in found:
        before = "\n".join(prose[: fence.line - 1])
        if fence.type in fences.TYPES and before.rfind("<!--") > before.rfind("-->"):
            message = f"“```{fence.type}”写在 <!-- 和 --> 之间，页面上看不到它。"
            yield Problem(name, fence.line, 1, "围栏在注释里", message, "请删去前面的 <!-- 和后面的 -->。")


def _html(prose: list[str], name: str) -> Iterator[Problem]:
    """Tags, which a page shows as they are typed."""
    text = _COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), "\n".join(prose))
    for number, line in enumerate(text.split("\n"), 1):
        if match := _TAG.search(line):
            message = f"“{match[0][:20]}”是网页标签，页面上会照样显示。"
            hint = "请删去它；加粗写 **文字**，换行空一行。要显示尖括号，请用反引号 ` 括起来。"
            if match[0] == "<!--":
                message, hint = "注释 <!-- 没有结束的 -->，页面上会照样显示。", "请补上 -->，或删去 <!--。"
            yield Problem(name, number, match.start() + 1, "网页标签", message, hint)


def _empty(lines: list[str], begin: int, found: list[fences.Fence], name: str) -> Iterator[Problem]:
    """Headings with nothing below: what stood there has been deleted, or is a comment."""
    fenced = {number for fence in found for number in range(fence.line, fence.end + 1)}
    shown = _COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), "\n".join(lines)).split("\n")
    heading: tuple[int, int] | None = None
    for number, line in [*enumerate(shown[begin:], begin + 1), (len(lines) + 1, "#")]:
        match = None if number in fenced else _HEADING.match(line)
        if heading and match and len(match[1]) <= heading[1]:
            message = "这个小标题下面什么也没有。"
            hint = "多半误删了下面的内容：请补回来，或删去这个小标题。"
            yield Problem(name, heading[0], 1, "空的小标题", message, hint)
        if match:
            heading = (number, len(match[1])) if len(match[1]) > 1 else None
        elif line.strip():
            heading = None


def _odd(prose: list[str], name: str) -> Iterator[Problem]:
    for number, line in enumerate(prose, 1):
        if odd := odd_character(line):
            yield Problem(name, number, odd[0] + 1, *odd[1:])


def _marks(prose: list[str], name: str) -> Iterator[Problem]:
    """Lines that Markdown takes for something else than they are meant for."""
    above, listed = "", False
    for number, line in enumerate(prose, 1):
        if match := re.match(r"\s*＞\s*(?=\S)", line):
            yield Problem(name, number, 1, "引用写法", "“＞”是中文的大于号，会照样显示。", "引用请写英文的“> ”。")
        if re.match(r" {1,3}#{1,6}\s+\S", line):
            message = "井号前面有空格，不成小标题，会照样显示。"
            yield Problem(name, number, 1, "小标题写法", message, "请把井号前面的空格删去。")
        if re.match(r"#{1,6}\s*#*\s*$", line):
            yield Problem(name, number, 1, "小标题写法", "井号后面没有字，标题是空的。", "请写上标题，或删去这一行。")
        if match := re.match(r"\s*[＃#]*＃[＃#]*", line):
            hint = "小标题请写英文的 ##，后面空一格。"
            yield Problem(name, number, 1, "小标题写法", f"“{match[0].strip()}”是中文的井号，不成小标题。", hint)
        if re.match(r" {0,3}(?:-{2,}|={2,}) *$", line) and above.strip() and not re.match(r".*\||\w+ *[:：]", above):
            message = "横线紧接在一行字下面，上面那行会变成大标题。"
            yield Problem(name, number, 1, "横线", message, "要分隔线，请在横线前面空一行；不要的，请删去。")
        if "**" in _BOLD.sub("", line) and not re.search(r"\\\*|\*{3}|^\s*(?:\*\s*)+$", line):
            message, hint = "两个星号没有配对，会照原样显示。", "请补上另一半，或删去。"
            if line.count("**") % 2 == 0:
                message, hint = "两个星号挨着空格，不成加粗，会照原样显示。", "请写成 **文字**，星号和文字之间不空格。"
            yield Problem(name, number, line.rindex("**") + 1, "加粗没有配对", message, hint, WARNING)
        listed = (listed and (not line.strip() or line[0] in " \t")) or bool(
            re.match(r" {0,3}(?:[-*+]|\d+[.)])\s", line)
        )
        if re.match(r"(?: {4}|\t)\s*\S", line) and not above.strip() and not listed and not _TYPED.match(line):
            message = "这一行前面有四个以上空格，会显示成一块等宽的代码。"
            yield Problem(name, number, 1, "段首空格", message, "请顶着左边写；段首空两格，请用全角空格。")
        above = line


def _headings(prose: list[str], name: str) -> Iterator[Problem]:
    """A second title, and a heading of more levels than there are."""
    titles = 0
    for number, line in enumerate(prose, 1):
        hint = "小标题请写 ##，再下一级写 ###，后面空一格。"
        if re.match(r"#{7,}", line):
            yield Problem(name, number, 1, "小标题写法", "井号太多，最多六个。", hint)
        elif re.match(r"#(?!#)\s*\S", line):
            titles += 1
            if titles > 1:
                message = f"一页只有一个大标题，这里又有一个“{line.strip()[:20]}”。"
                yield Problem(name, number, 1, "小标题写法", message, hint)


def _points(prose: list[str], name: str) -> Iterator[Problem]:
    """Lists that are none, whose lines run into one another."""
    told = False
    for number, line in enumerate(prose, 1):
        above = prose[number - 2] if number > 1 else ""
        what = ""
        if (match := _PAPER_POINT.match(line)) and _PAPER_POINT.match(above):
            what = f"以“{match['mark']}”开头的几行不成列表，会连成一段。"
        elif (match := _TIGHT.match(line)) and _TIGHT.match(above) and match[1] == above.lstrip()[:1]:
            what = f"“{match[1]}”后面没有英文空格，不成列表，会连成一段。"
        elif _POINT.match(line) and above.strip() and _is_text(above) and not _TYPED.match(above):
            what = "列表紧接在一行字下面，不成列表，会连成一段。"
        if what and not told:
            hint = "请在列表前面空一行，每行以“- ”或“1. ”开头，后面空一格。"
            yield Problem(name, number, 1, "列表写法", what, hint)
        told = bool(what) or (told and bool(line.strip()))


def _is_text(line: str) -> bool:
    """Whether a line is one of a paragraph, and neither a point nor what belongs to one, nor a heading."""
    return not re.match(r"\s|[-*+>|#`~:<…]|\d+\.\s", line)


def _dialects(prose: list[str], name: str) -> Iterator[Problem]:
    """What other programs give a meaning to, and is shown here as it is typed."""
    for number, line in enumerate(prose, 1):
        if line.startswith("# "):
            # A page's title is often the document's own, whatever stands in it.
            continue
        if match := _ESCAPE.search(line):
            hint = "请删去它；换一段，请空一行。"
            yield Problem(name, number, match.start() + 1, "网页标签", f"“{match[0]}”会照样显示。", hint, WARNING)
        # The title of a page may be the document's own words.
        other = _TYPED.match(line) or _BARE.match(line) or line.strip() == "`" or line.startswith("# ")
        match = None if other else _FOREIGN.search(line)
        if match and match[0] == "`":
            message, hint = "反引号 ` 只有一半，会照样显示。", "请补上另一半，或删去。"
            yield Problem(name, number, match.start() + 1, "记号用不上", message, hint, WARNING)
        elif match:
            message = f"“{match[0][:20]}”这样的记号在这里不起作用，会照样显示。"
            hint = "请删去记号；要醒目，写 **文字**；脚注请写成正文或编者注。"
            yield Problem(name, number, match.start() + 1, "记号用不上", message, hint, WARNING)


def _tables(prose: list[str], name: str) -> Iterator[Problem]:
    """Tables from Excel, those that are none, and rows with more cells than there are columns."""
    told, cells = False, 0
    for number, line in enumerate(prose, 1):
        above = prose[number - 2] if number > 1 else ""
        below = prose[number] if number < len(prose) else ""
        bars = line.lstrip().startswith(("|", "｜"))
        what = ""
        if "\t" in line.strip() and not line.startswith("#"):
            what = "这一行里有制表符，像是从 Excel 粘贴的，各格会连成一行。"
        elif line.lstrip().startswith("｜"):
            what = "表格的竖线是中文的“｜”，会照样显示。"
        elif bars and not above.lstrip().startswith("|") and not re.match(r"\s*\|[\s|:-]+$", below):
            what = "表格的第一行下面没有“| --- | --- |”这一行，会照样显示。"
        elif bars and above.strip() and not above.lstrip().startswith("|"):
            what = "表格紧接在一行字下面，会照样显示。"
        if bars and not above.lstrip().startswith("|"):
            cells = _cells(line)
        elif bars and not what and not told and _cells(line) > cells:
            what = f"这一行有 {_cells(line)} 格，表头只有 {cells} 格，多出来的看不到。"
            hint = "请让每一行的格数与表头一样；格子里的竖线写成 \\|。"
            yield Problem(name, number, 1, "表格写法", what, hint)
            told = True
            continue
        if what and not told:
            hint = "表格前面空一行；第一行写 | 甲 | 乙 |，第二行写 | --- | --- |，以下每行一样。"
            yield Problem(name, number, 1, "表格写法", what, hint)
        told = bool(what) or (told and bool(line.strip()))


def _cells(row: str) -> int:
    return len(re.split(r"(?<!\\)\|", row.strip().removeprefix("|").removesuffix("|")))


def _wide(prose: list[str], name: str) -> Iterator[Problem]:
    """Links in brackets of full width, which are none."""
    for number, line in enumerate(prose, 1):
        if match := _WIDE_LINK.search(line):
            message = f"“{match[0][:30]}”用了中文括号，不成链接。"
            hint = "请写成 [文字](地址)，方括号和圆括号都用英文的。"
            yield Problem(name, number, match.start() + 1, "链接写法", message, hint)
        elif match := _OPEN_LINK.search(line):
            message = f"“{match[0].strip()[:30]}”少了右边的圆括号，不成链接。"
            yield Problem(name, number, match.start() + 1, "链接写法", message, "请在地址后面补上“)”。")
        if match := _MUTE.search(line):
            what = "图片没有说明，看不见图的读者不知道是什么" if match[0][0] == "!" else "链接没有文字，读者看不到它"
            hint = "请在方括号里写上，如 [文字](地址)；不要的请删去。"
            yield Problem(name, number, match.start() + 1, "链接写法", f"{what}。", hint)
        if match := _FAR.search(line):
            message = "图片在别的网站上，这里不会显示。"
            hint = "请把图片文件放到这一页旁边，写它的文件名，如 ![说明](a.png)。"
            yield Problem(name, number, match.start() + 1, "图片", message, hint)
        if match := _GAP.search(line):
            message = f"地址“{match[1].strip()[:30]}”里有空格，读不到后面。"
            hint = "请把文件改名，不用空格（可用短横），这里也照着改。"
            yield Problem(name, number, match.start(1) + 1, "链接写法", message, hint)


def _links(prose: list[str], name: str) -> Iterator[Text]:
    """What the links of a page lead to, each where it stands."""
    for number, line in enumerate(prose, 1):
        for match in _LINK.finditer(line):
            group = 1 if match[1] is not None else 2
            yield Text(name, number, match.start(group) + 1, match[group])


def _judged(link: Text, report: Report) -> bool:
    """Whether nothing is left to be looked up: a link to another site, or one that has been reported."""
    scheme = _SCHEME.match(re.sub(r"[\x00-\x20\\]", "", html.unescape(link.value)))
    if not link.value:
        report(link.problem("链接写法", "链接的括号里没有地址。", "请写上地址，或去掉方括号。"))
        return True
    if scheme and scheme[1].lower() not in SCHEMES:
        message = f"链接“{link.value[:30]}”以“{scheme[1]}:”开头。"
        hint = "链接只能是 https://、http://、mailto: 开头的地址，或本站的页面，如 m3.md。"
        report(link.problem("链接写法", message, hint))
    return bool(scheme)
