"""Pages held against the official text, and what their other fences say.

The law: the `official` fences of all pages, put in the order of the provisions they hold, are the lines of the official
text, character by character, nothing left out and nothing twice. Only empty lines between provisions are layout.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from yanxi.document import fences, quote
from yanxi.document.anchors import headings
from yanxi.document.evidence import unsupported
from yanxi.document.matter import Matter, read_matter
from yanxi.document.prose import check_prose, outside
from yanxi.model import Document, Duty, KeyPoint, Note, Provision, Quotation
from yanxi.problem import WARNING, Problem
from yanxi.yamltext import fields as take
from yanxi.yamltext.nodes import Mapping, Node, Report, Sequence, Text, describe
from yanxi.yamltext.parse import parse

Item = KeyPoint | Duty | Note

STUDIES = (
    *("review", "practice", "mistakes", "cards", "recite", "exam", "classroom"),
    *("me", "backup", "settings", "readers"),
)
"""What a `study` fence may ask for: the elements of the widget, one a way to study."""

_CHINESE = {
    "编号": "id", "主体": "who", "谁": "who", "任务": "what", "做什么": "what", "时限": "when", "时间": "when",
    "原文": "quote", "引文": "quote", "注": "text", "说明": "text",
}  # fmt: skip


@dataclass(frozen=True)
class Page:
    """A page of a document: the provisions it holds and what editors wrote about them.

    Attributes:
        path: below the document's folder, e.g. ``a1/m3.md``.
        title: its short title, from the front matter.
        official: its `official` fences, each with the provision it is to hold, None where there is none left for it.
        filled: what each `points`, `duties` and `note` fence says, by type, in the order of the page.
        quizzes: the banks that its `quiz` fences ask for, each where its fence stands.
        links: what its links lead to, each where it stands.
        types: what fences of ours stand on it.
        headings: the ids of its headings.
    """

    path: str
    title: str
    provisions: tuple[Provision, ...]
    official: tuple[tuple[fences.Fence, Provision | None], ...]
    filled: dict[str, tuple[tuple[Item, ...], ...]]
    quizzes: tuple[Text, ...]
    links: tuple[Text, ...] = ()
    types: frozenset[str] = frozenset()
    headings: frozenset[str] = frozenset()

    @property
    def duties(self) -> tuple[Duty, ...]:
        return tuple(each for group in self.filled["duties"] for each in group if isinstance(each, Duty))


def read_page(path: str, name: str, text: str, document: Document, report: Report) -> Page:
    """Reads one page and holds its official text against the document's.

    Args:
        path: the page below the document's folder, e.g. ``a1/m3.md``.
        name: its path as shown in problems.
        text: its Markdown.
    """
    lines = text.split("\n")
    provisions = document.by_page.get(path, ())
    official: list[fences.Fence] = []
    filled: dict[str, list[tuple[Item, ...]]] = {name: [] for name in _READERS}
    quizzes: list[Text] = []
    matter = read_matter(lines, name, document.text, report)
    found = list(fences.scan(lines))
    links = check_prose(lines, matter.end, found, name, report)
    for fence in found:
        if fence.type == "official":
            official.append(fence)
        elif fence.type == "quiz":
            quizzes.append(Text(name, fence.line, 1, fence.address))
        elif fence.type in _READERS:
            items = list(_items(fence, name, report)) if fence.closed else []
            for item in items:
                take.shown_otherwise(item, document.text, report)
            if not provisions:
                message = f"这一页没有原文，“{fence.type}”里的话无从核对。"
                report(Problem(name, fence.line, 1, "没有原文", message, "请把它移到有原文的页面。"))
            filled[fence.type].append(tuple(_READERS[fence.type](items, provisions, report)))
        elif fence.type == "contents":
            _check_contents(name, fence, document, report)
        elif fence.type == "study":
            _check_study(name, fence, report)
        elif fence.type == "duty-list":
            _check_view(name, fence, report)
    held = tuple(_assigned(name, official, provisions, report))
    _prove(name, held, provisions, report)
    groups = {name: tuple(items) for name, items in filled.items()}
    ids = headings(outside(lines, matter.end, found))
    return Page(path, matter.title, provisions, held, groups, tuple(quizzes), links, _types(found), ids)


def _types(found: Iterable[fences.Fence]) -> frozenset[str]:
    return frozenset(fence.type for fence in found if fence.type in fences.TYPES)


def read_other(name: str, text: str, document: Document | None, report: Report) -> Page:
    """Reads a page that stands outside all documents (home, practice, manual): what it asks for is the current document's.

    There is no official text on it, so nothing that would have to be held against one.
    """
    lines = text.split("\n")
    matter = read_matter(lines, name, document.text if document else "", report)
    found = list(fences.scan(lines))
    links = check_prose(lines, matter.end, found, name, report)
    quizzes = []
    for fence in found:
        if fence.type == "quiz":
            quizzes.append(Text(name, fence.line, 1, fence.address))
        elif fence.type == "study":
            _check_study(name, fence, report)
        elif fence.type == "contents" and document:
            _check_contents(name, fence, document, report)
        elif fence.type in (*_READERS, "official", "terms"):
            message = f"这一页不是方案的页面，没有原文，“{fence.type}”围栏用不上。"
            report(Problem(name, fence.line, 1, "没有原文", message, "请把它移到方案文件夹里的页面，或删去。"))
    if not found and not any(line.strip() for line in lines[matter.end :]):
        hint = f"误删了的，请从原来的版本恢复：git restore {name}；不要的页面，请删去这个文件和 mkdocs.yml 里的那一行。"
        report(Problem(name, 1, 1, "空页面", "这一页是空的，却会放到网站上。", hint))
    _check_needed(name, matter, _types(found), report)
    ids = headings(outside(lines, matter.end, found))
    return Page(name, matter.title, (), (), {}, tuple(quizzes), links, _types(found), ids)


def _check_needed(name: str, matter: Matter, types: Collection[str], report: Report) -> None:
    """Problems where a page lacks what it is for."""
    needed = "home" if name == "docs/index.md" else "study" if matter.study else ""
    if needed and needed not in types:
        message = f"这一页没有 {needed} 围栏，页面是空的。"
        report(Problem(name, 1, 1, "少了围栏", message, "请从原来的版本恢复这一页。"))
    if "study" in types and not matter.study:
        message = "有 study 围栏的页面，开头的设置里要写 study: true，不然什么也不显示。"
        report(Problem(name, 1, 1, "开头的设置", message, "请在 title 下面加一行 study: true。"))


def _check_study(name: str, fence: fences.Fence, report: Report) -> None:
    if fence.address not in STUDIES:
        near = difflib.get_close_matches(fence.address, STUDIES, 1, 0.5)
        hint = (f"最接近的是“{near[0]}”；" if near else "") + f"可写：{'、'.join(STUDIES)}。"
        report(Problem(name, fence.line, 1, "没有这种练习", f"study 围栏要“{fence.address}”，没有这种练习。", hint))


def _check_contents(name: str, fence: fences.Fence, document: Document, report: Report) -> None:
    wanted = fence.address
    if wanted not in ("", document.name, *document.by_id):
        hint = f"请写页号，如 a1；写 {document.name} 是全部目录。"
        report(Problem(name, fence.line + 1, 1, "没有这一条", f"方案里没有“{wanted}”。", hint))


def _check_view(name: str, fence: fences.Fence, report: Report) -> None:
    if fence.argument not in fences.VIEWS:
        message = f"责任清单不能按“{fence.argument}”排。"
        hint = f"可写：{'、'.join(filter(None, fences.VIEWS))}；什么也不写，是件数和下载。"
        report(Problem(name, fence.line, 1, "取值不对", message, hint))


def missing_pages(document: Document, present: Iterable[str], folder: str) -> Iterator[Problem]:
    """A problem for each provision whose page is not there: its text would be left out."""
    there = set(present)
    for page, provisions in document.by_page.items():
        if page not in there:
            first = provisions[0]
            yield Problem(
                f"{folder}/{page}",
                1,
                1,
                "缺少页面",
                f"没有这一页，{first.citation}的原文无处安放。",
                f"误删了的，请从原来的版本恢复：git restore {folder}/{page}；没有过的，请新建它，放入 official 围栏。",
            )


# The proof.


def _assigned(
    name: str, official: list[fences.Fence], provisions: tuple[Provision, ...], report: Report
) -> Iterator[tuple[fences.Fence, Provision | None]]:
    """Each fence with the provision that its address names, or, without an address, with the next that no fence names."""
    named = {fence.argument for fence in official}
    unnamed = iter([each for each in provisions if each.id not in named])
    left = {each.id: each for each in provisions}
    for fence in official:
        if not fence.argument:
            yield fence, next(unnamed, None)
        elif fence.argument in left:
            yield fence, left.pop(fence.argument)
        else:
            if any(each.id == fence.argument for each in provisions):
                message = f"“{fence.argument}”的原文在这一页放了两次。"
                report(Problem(name, fence.line, 1, "原文多余", message, "官方原文每一段只能放一次，请删去。"))
            else:
                there = "、".join(each.id for each in provisions) or "没有"
                message = f"“{fence.argument}”的原文不在这一页。"
                missing = [each.id for each in provisions if each.id not in named]
                hint = f"请改成 ```official {missing[0]}。" if missing else f"这一页的原文：{there}。"
                report(Problem(name, fence.line, 1, "原文的编号", message, hint))
            yield fence, None


def _prove(
    name: str,
    held: tuple[tuple[fences.Fence, Provision | None], ...],
    provisions: tuple[Provision, ...],
    report: Report,
) -> None:
    for fence, provision in held:
        if provision:
            _compare(name, fence, provision, report)
        elif not fence.argument:
            hint = "官方原文每一段只能放一次，请删去。"
            report(Problem(name, fence.line, 1, "原文多余", "这一页多了一个 official 围栏。", hint))
    there = [provision for _, provision in held if provision]
    astray = [fence for fence, provision in held if not provision and fence.argument not in {p.id for p in provisions}]
    for provision in provisions:
        # A fence with another address is most likely this one's: that has been said.
        if provision not in there and len(astray) < len(provisions) - len(there):
            message = f"这一页应有{provision.citation}的原文。"
            hint = f"请加一个 ```official {provision.id} 围栏，把原文逐字放进去。"
            report(Problem(name, 1, 1, "原文缺失", message, hint))
    in_order = [each for each in provisions if each in there]
    if in_order != there:
        wrong = next(each for each, right in zip(there, in_order, strict=True) if each is not right)
        fence = next(fence for fence, each in held if each is wrong)
        report(Problem(name, fence.line, 1, "原文次序", "这一页的原文没有按次序放。", "请按 text.txt 的先后放。"))


def _compare(name: str, fence: fences.Fence, provision: Provision, report: Report) -> None:
    """Reports the first character in which a fence and the official lines differ."""
    for index in range(max(len(fence.lines), len(provision.lines))):
        line = fence.line + 1 + index
        if index >= len(provision.lines):
            if not fence.closed:  # what follows is the page's, and has been said to be
                return
            report(
                Problem(
                    name,
                    line,
                    1,
                    "原文多余",
                    f"原文到上一行为止，这里多出“{_show(fence.lines[index])}”。",
                    "请删去这一行。",
                )
            )
            return
        expected = provision.lines[index]
        if index >= len(fence.lines):
            report(
                Problem(name, line, 1, "原文缺失", f"这里少了一行原文“{_show(expected)}”。", "请从 text.txt 复制过来。")
            )
            return
        found = fence.lines[index]
        if found != expected:
            column = next(
                (n for n, (a, b) in enumerate(zip(found, expected, strict=False)) if a != b),
                min(len(found), len(expected)),
            )
            report(_difference(name, line, column, found, expected))
            return


def _difference(name: str, line: int, column: int, found: str, expected: str) -> Problem:
    here, there = found[column : column + 1], expected[column : column + 1]
    if not there:
        what = f"原文这一行到此为止，这里多出{_character(here)}。"
    elif not here:
        what = f"这一行少了后面的字，原文接着是{_character(there)}。"
    else:
        what = f"第 {column + 1} 个字符是{_character(here)}，原文是{_character(there)}。"
    hint = "原文一个字也不能动，请从 text.txt 把这一行原样复制过来。"
    if not found[column:].strip() and not expected[column:].strip():
        hint = "原文行末有一个空格，也要照录；多半是编辑器自动删掉或添加的，请照 text.txt 改回。"
    return Problem(name, line, column + 1, "原文被改动", what, hint)


def _character(character: str) -> str:
    return {" ": "空格", "\t": "制表符", "\u3000": "全角空格"}.get(character, f"“{character}”")


def _show(line: str) -> str:
    line = line.strip()
    return line if len(line) <= 12 else line[:12] + "…"


# Points, duties and notes.


def _items(fence: fences.Fence, name: str, report: Report) -> Iterator[Mapping]:
    """The entries of a fence that holds a YAML list of mappings."""
    node = parse(fence.body, name, report, fence.line + 1)
    if node is None:
        return
    if not isinstance(node, Sequence):
        report(
            node.problem("围栏内容", f"{fence.type} 里应当是一个列表，这里是{describe(node)}。", "每一条以“- ”开头。")
        )
        return
    for item in node.items:
        if isinstance(item, Mapping):
            yield item
        else:
            report(
                item.problem("围栏内容", f"这一条应当是“键: 值”，这里是{describe(item)}。", "请照手册里的样例改写。")
            )


def _text(item: Mapping, key: str, report: Report, required: bool = True, marks: take.Marks = take.BOLD) -> str:
    node = item.get(key)
    if isinstance(node, Text) and node.value:
        return take.words(node, key, report, marks)
    if isinstance(node, Sequence | Mapping):
        hint = "请写成一行文字；几个主体做同一件事的，照引句里的写，分开的写成几条。"
        report(node.problem("应为文字", f"“{key}”应当是文字，这里是{describe(node)}。", hint))
    elif node is not None or required:
        report((node or item).problem("缺少内容", f"“{key}”没有写。", "请补上。"))
    return ""


def quotation(
    node: Node | None,
    provisions: tuple[Provision, ...],
    report: Report,
    absent: str = "引句须与这里的原文逐字相同，请从原文复制。",
) -> Quotation | None:
    """The plan's words that `node` quotes, which must stand once in one of `provisions`; None after reporting.

    `absent` is the hint for words of which nothing stands there.

    What is quoted are the document's own characters, not those that were typed. Where they differ in more than width and
    space there is a warning, and the quotation stands.
    """
    if not isinstance(node, Text) or not node.value or not provisions:
        if node is not None and provisions:
            report(
                node.problem("原文引句", f"引句应当是一句原文，这里是{describe(node)}。", "请从本页原文里复制一句。")
            )
        return None
    places = [(provision, span) for provision in provisions for span in quote.find(provision.text, node.value)]
    if len(places) == 1:
        provision, (start, end) = places[0]
        words = provision.text[start:end]
        if difference := quote.altered(node.value, words):
            typed, official = map(_code, difference)
            message = f"引句里有的字与{provision.citation}的原文不同：引句是{typed}，原文是{official}。"
            hint = "页面上显示的是原文的字；请从原文复制这一句。"
            report(node.problem("引句字形", message, hint, WARNING))
        return Quotation(provision.id, words, quote.clauses_of(provision, start, end), node)
    if places:
        citation = places[0][0].citation
        report(
            node.problem(
                "原文不唯一", f"这句话在{citation}的原文里出现了 {len(places)} 次。", "请多引几个字，使它只出现一次。"
            )
        )
        return None
    report(node.problem("原文不符", *_absent(node.value, provisions, absent)))
    return None


def _code(character: str) -> str:
    """A character that an editor may take for another, with its code."""
    return f"“{character}”（U+{ord(character):04X}）" if character else "没有字"


def _absent(words: str, provisions: tuple[Provision, ...], hint: str) -> tuple[str, str]:
    citations = "、".join(provision.citation for provision in provisions)
    common, then = max(
        (quote.nearest(provision.text, words) for provision in provisions), key=lambda pair: len(pair[0])
    )
    if common and then:
        return (
            f"{citations}的原文里没有这句话：“{_tail(common)}”之后，原文是“{then}”。",
            "引句须与原文逐字相同，请从原文复制。",
        )
    bare = words.strip("“”‘’\"'《》【】（）()「」")
    if bare != words and any(quote.find(provision.text, bare) for provision in provisions):
        hint = "引句前后不用另加引号或括号，请删去。"
    return f"{citations}的原文里没有这句话。", hint


def _tail(words: str) -> str:
    return words if len(words) <= 10 else "…" + words[-10:]


def _points(items: Iterable[Mapping], provisions: tuple[Provision, ...], report: Report) -> Iterator[KeyPoint]:
    clauses = {clause.id: clause for provision in provisions for clause in provision.clauses}
    for item in items:
        for key, node in item.entries:
            if key.value not in clauses:
                last = list(clauses)[-1] if clauses else "c1"
                report(
                    key.problem("没有这一句", f"本页原文没有“{key.value}”。", f"可用 c1 到 {last}，如“- c1: 要点”。")
                )
            elif not isinstance(node, Text) or not node.value:
                report(node.problem("缺少内容", f"要点应当是一句话，这里是{describe(node)}。", "请补上。"))
            elif text := take.words(node, key.value, report):
                yield KeyPoint(text, clauses[key.value])


def _duties(items: Iterable[Mapping], provisions: tuple[Provision, ...], report: Report) -> Iterator[Duty]:
    for item in items:
        item = take.unknown_keys(item, ("id", "who", "what", "when", "occasion", "quote"), report, chinese=_CHINESE)
        words = quotation(item.get("quote"), provisions, report)
        if item.get("quote") is None:
            _text(item, "quote", report, marks=take.OFFICIAL)
        what = _text(item, "what", report)
        if words and what:
            keys = ("id", "who", "when", "occasion")
            name, who, when, occasion = (_text(item, key, report, False, take.PLAIN) for key in keys)
            duty = Duty(name, who, what, when, words, occasion)
            provision = next(each for each in provisions if each.id == words.provision)
            for problem in unsupported(duty, {key.value: value for key, value in item.entries}, provision):
                report(problem)
            yield duty


def _notes(items: Iterable[Mapping], provisions: tuple[Provision, ...], report: Report) -> Iterator[Note]:
    for item in items:
        item = take.unknown_keys(item, ("quote", "text"), report, chinese=_CHINESE)
        words = quotation(item.get("quote"), provisions, report)
        if item.get("quote") is None:
            _text(item, "quote", report, marks=take.OFFICIAL)
        text = _text(item, "text", report)
        if words and text:
            yield Note(words, text)


_READERS: dict[str, Callable[[Iterable[Mapping], tuple[Provision, ...], Report], Iterator[Item]]] = {
    "points": _points,
    "duties": _duties,
    "note": _notes,
}
