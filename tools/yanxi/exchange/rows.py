"""Rows of a table as entries of a bank: the headings found, answers, options and pages as people write them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping as Names
from dataclasses import dataclass, replace

from yanxi import bold
from yanxi.bank.kinds import KINDS, blank, judge, match, multiple, order, recall, single
from yanxi.bank.options import LETTERS
from yanxi.bank.read import LEVELS
from yanxi.chinese import fold
from yanxi.document import quote
from yanxi.exchange import columns, selection
from yanxi.exchange.columns import FLAGS, OPTIONS
from yanxi.exchange.kaoshibao import DIFFICULTY
from yanxi.exchange.sheets import Sheet
from yanxi.model import Document, Question
from yanxi.problem import NOTICE
from yanxi.yamltext.nodes import Mapping, Node, Report, Sequence, Text

CALLED = {kind.LABEL: name for name, kind in KINDS.items()} | {
    "单项选择": single.NAME, "多项选择": multiple.NAME, "不定项选择": multiple.NAME, "是非": judge.NAME, "对错": judge.NAME,
    "判断正误": judge.NAME, "填充": blank.NAME, "配对": match.NAME, "匹配": match.NAME, "问答": recall.NAME,
    "论述": recall.NAME, "名词解释": recall.NAME, "主观": recall.NAME,
}  # fmt: skip
_LEVELS = (
    {label: name for name, label in LEVELS.items()}
    | {label: name for name, label in DIFFICULTY.items()}
    | {
        "简单": "remember",
        "容易": "remember",
        "中等": "understand",
        "一般": "understand",
        "困难": "apply",
        "较难": "apply",
    }
)
_RIGHT = {"对", "正确", "是", "√", "✓", "✔", "☑", "T", "TRUE", "Y", "YES", "1"}
_WRONG = {"错", "错误", "否", "×", "✗", "✘", "X", "F", "FALSE", "N", "NO", "0", "不对", "不正确"}
_BETWEEN = " ,、;；.。/|｜，\n\t"
_HOLE = re.compile(r"[（(]\s*[)）]|[_＿]+")
_LETTERED = re.compile(r"\s*[（(]?([A-Ha-h])\s*[)）.．、:：]\s*(?=\S)")


@dataclass(frozen=True)
class Row:
    """A question as it came in.

    Attributes:
        at: where it begins.
        cells: what it says, by column.
        columns: all that its file can say; what stands in none of them stays as it is in the bank.
        ours: whether the file is of our own kind, which says everything to the letter.
    """

    at: Text
    cells: Names[str, Text]
    columns: frozenset[str]
    ours: bool = False

    def text(self, name: str) -> str:
        return self.cells[name].value if name in self.cells else ""

    def cell(self, name: str) -> Text:
        """The cell, or where it would be."""
        return self.cells.get(name, self.at)


def rows(sheets: list[Sheet], report: Report) -> list[Row]:
    """The questions of all sheets. A sheet without headings is reported, unless another one has them: then it is mentioned."""
    found: list[Row] = []
    without: list[Sheet] = []
    for sheet in sheets:
        heads = _heads(sheet)
        if heads is None:
            without.append(sheet)
            continue
        line, names = heads
        unread: set[int] = set()
        for cells in sheet.rows:
            if cells[0].line > line:
                unread |= {cell.column for cell in cells} - {*names}
                held = {names[cell.column]: cell for cell in cells if cell.column in names}
                if held:
                    found.append(_row(cells[0], held, frozenset(names.values())))
        titles = {cell.column: cell for cells in sheet.rows for cell in cells if cell.line == line}
        for column in sorted(unread):
            title = titles.get(column, Text(sheet.path, line, column, ""))
            if title.value in columns.IDLE:
                continue
            message = f"这一列（“{title.value}”）用不上，没有读。"
            report(title.problem("没有读的列", message, "要用它，请把表头改成认得的名称。", NOTICE))
    for sheet in without:
        message = f"前 {columns.HEAD_ROWS} 行里没有认得的表头。"
        hint = "请照 yanxi export xlsx 的表，写上 题型、题干、A、B、C、答案、解析、依据、章节 等。"
        place = sheet.rows[0][0] if sheet.rows else Text(sheet.path, 1, 1, "")
        if sheet.rows or len(sheets) == 1:
            report(place.problem("没有表头", message, hint, NOTICE if len(without) < len(sheets) else "error"))
    return found


def _row(at: Text, cells: dict[str, Text], named: frozenset[str]) -> Row:
    """A row with several columns of answers as one (磨题帮), and with a question inside a larger one as the question (学习通)."""
    answers = [cells.pop(name) for name in columns.ANSWERS if name in cells]
    if answers:
        cells["答案"] = _at(answers[0], "\n".join(each.value for each in answers))
    if inner := cells.pop("小题题干", None):
        if outer := cells.get("题干"):
            cells["材料"] = _at(outer, columns.joined((called(outer.value), outer.value)))
        cells["题干"] = inner
    if inner := cells.pop("小题题型", None):
        cells["题型"] = inner
    return Row(at, cells, named, {"设置", "选项说明"} <= named)


def _heads(sheet: Sheet) -> tuple[int, dict[int, str]] | None:
    """The row of the headings, and which column means what."""
    for cells in sheet.rows:
        if cells[0].line > columns.HEAD_ROWS:
            return None
        names: dict[int, str] = {}
        for cell in cells:
            name = columns.head(cell.value)
            if name and name not in names.values():
                names[cell.column] = name
        if "题干" in names.values() and len(names) > 1:
            return cells[0].line, names
    return None


def page(row: Row, document: Document) -> str:
    """The page that a row says it belongs to, by its id, citation or title; empty where it does not say, or nobody knows it."""
    said = (row.text("章节") or row.text("标题")).rpartition("/")[2].strip()  # 学习通 writes the path of a folder
    first = said.split()[0].rstrip("：:，,") if said else ""
    tops = [provisions[0] for provisions in document.by_page.values()]
    if first in {each.id for each in tops}:
        return first
    names = [{fold(each.citation), fold(each.title), fold(each.label + each.title)} for each in tops]
    fits = [each.id for each, known in zip(tops, names, strict=True) if said and fold(said) in known - {""}]
    return fits[0] if len(fits) == 1 else ""


def entry(row: Row, place: str, document: Document, report: Report) -> Mapping | None:
    """A row as an entry of the bank beside `place`, without its id; None after reporting that its kind is unknown."""
    kind = kind_of(row, report)
    if not kind:
        return None
    made: dict[str, Node | None] = {"kind": _at(row.cell("题型"), kind), "stem": row.cells.get("题干")}
    made |= _asked(row, kind)
    for key, name in (("explain", "解析"), ("term", "术语"), ("replaces", "顶替"), ("retired", "退役")):
        made[key] = row.cells.get(name)
    made["level"] = _level(row, report)
    if cell := row.cells.get("依据"):
        made["quote"] = _quote(cell, place, document)
    if cell := row.cells.get("材料"):
        made["case"] = _at(cell, columns.split(cell.value)[0][0])
    if cell := row.cells.get("相关术语"):
        made["terms"] = _sequence(cell, [_at(cell, parts[0]) for parts in columns.split(cell.value)])
    if cell := row.cells.get("破例"):
        pairs = [(parts[0], " ".join(parts[1:])) for parts in columns.split(cell.value)]
        made["allow"] = _mapping(cell, {name: _at(cell, why) for name, why in pairs})
    if cell := row.cells.get("设置"):
        said = {parts[0] for parts in columns.split(cell.value)}
        for each in sorted(said - {*FLAGS.values()}):
            message = f"“设置”里认不出“{each}”。"
            report(cell.problem("取值不对", message, f"可写：{'、'.join(FLAGS.values())}，一行一个。"))
        made |= {key: _at(cell, "true") for key, name in FLAGS.items() if name in said}
    return _mapping(row.at, {key: node for key, node in made.items() if node is not None})


def carried(row: Row) -> set[str]:
    """The keys of an entry that the table has a column for; of the others what stands in the bank stays."""
    keys = {"kind", "stem", "options", "answer", "pairs"}
    names = {
        "explain": "解析", "quote": "依据", "level": "难度", "case": "材料", "term": "术语", "terms": "相关术语",
        "replaces": "顶替", "retired": "退役", "allow": "破例", **dict.fromkeys(FLAGS, "设置"),
    }  # fmt: skip
    # Some formats have a place for one of the flags and not for the others.
    return keys | {key for key, name in names.items() if {name, FLAGS.get(key, name)} & row.columns}


def sourced(row: Row, document: Document) -> Row:
    """A row whose explanation ends in its sources, with these in a place of their own; see `selection.explained`."""
    if row.ours:
        return row
    cells, said = dict(row.cells), set(row.columns)
    if "依据" in cells:
        found = selection.passages(selection.line(row.text("依据")), document)
        told = (row.text("解析"), *found) if found else None
    else:
        told = selection.sources_in(row.text("解析"), document)
    if told:
        explain, quotes, term = told
        at = cells.get("解析", cells.get("依据", row.at))
        made = {"解析": explain, "依据": columns.lines(quotes), "术语": term}
        cells = {name: cell for name, cell in cells.items() if name not in made}
        cells |= {name: _at(row.cells.get(name, at), words) for name, words in made.items() if words}
        said |= {"解析", "依据", "术语"}
    return replace(row, cells=cells, columns=frozenset(said))


def parted(row: Row, cases: Names[str, str]) -> Row:
    """A row whose stem begins with its case, with the case in a place of its own; see `selection.stem`.

    `cases` are the names of those that are known, by their text on one line.
    """
    found = selection.parted(row.text("题干")) if not row.ours and "材料" not in row.cells else None
    if not found:
        return row
    story, asked = found
    cell = row.cells["题干"]
    name = cases.get(story) or called(story)
    made = {"材料": _at(cell, columns.joined((name, story))), "题干": _at(cell, asked)}
    return replace(row, cells={**row.cells, **made}, columns=row.columns | {"材料"})


def called(story: str) -> str:
    """A name for a case that came without one: its first words."""
    return re.sub(r"\W+", "", story)[:12] or "材料"


def unsaid(before: Question, key: str, value: Node, row: Row) -> bool:
    """Whether a row that does not say everything says of a key no more than the bank does."""
    assert isinstance(before.at, Mapping)
    old = before.at.get(key)
    if row.ours or key not in ("options", "answer", "stem", "explain") or old is None:
        return False
    if key == "answer" and before.kind == blank.NAME and isinstance(value, Sequence):
        wrote = [[str(flat(each)) for each in _each(gap)] for gap in value.items]
        known = [[selection.line(each) for each in accepted] for accepted in blank.spellings(before)]
        full = blank.stated(before.stem, known)
        return len(wrote) == len(full) and all(
            one in ([every[0]], list(other)) for one, every, other in zip(wrote, known, full, strict=True)
        )
    if key == "options" and "选项说明" in row.columns and _whys(old) != _whys(value):
        return False
    if key == "stem":  # some formats have gaps of one length
        return blank.GAP.sub("____", str(flat(old))) == blank.GAP.sub("____", str(flat(value)))
    return flat(old) == flat(value)


def case(row: Row) -> tuple[str, str] | None:
    """The case of a row: its name and its text, which may be empty."""
    cell = row.cells.get("材料")
    if cell is None:
        return None
    parts = columns.split(cell.value)[0]
    return parts[0], " | ".join(parts[1:])


# What is asked.


def kind_of(row: Row, report: Report) -> str:
    said = "".join(row.text("题型").split())
    plain = re.sub(r"[(（].*[)）]|试?题$", "", said)
    letters = _letters(row.text("答案"))
    given = [letter for letter in OPTIONS if letter in row.cells]
    if said in KINDS:
        return said
    if plain in CALLED:
        return CALLED[plain]
    if said and plain not in ("选择", ""):
        known = "、".join(kind.LABEL for kind in KINDS.values())
        report(row.cell("题型").problem("题型不认得", f"认不出题型“{said}”。", f"可写：{known}。"))
        return ""
    if _judged(row):
        return judge.NAME
    if given:
        return multiple.NAME if len(letters) > 1 else single.NAME
    return blank.NAME if _HOLE.search(row.text("题干")) and row.text("答案") else recall.NAME


def _asked(row: Row, kind: str) -> dict[str, Node | None]:
    keys = KINDS[kind].KEYS
    answer = row.cells.get("答案")
    if kind == judge.NAME:
        return {"answer": answer and _at(answer, _judged(row) or answer.value)}
    given = [row.cells[letter] for letter in OPTIONS if letter in row.cells]
    if "pairs" in keys:
        pairs = [(cell, columns.split(cell.value)[0]) for cell in given]
        return {
            "pairs": _sequence(row.at, [_sequence(cell, [_at(cell, each) for each in parts]) for cell, parts in pairs])
        }
    if "options" in keys:
        return _options(row, kind, given)
    if answer is None or "题干" not in row.cells:  # `read_question` says so
        return {"answer": answer}
    found = columns.split(answer.value)
    if kind == blank.NAME:
        stem = row.cell("题干")
        if not blank.GAP.search(stem.value):
            stem = _at(stem, _HOLE.sub("____", stem.value))
        filled = _filled(found, len(blank.GAP.findall(stem.value)))
        if not row.ours:
            filled = [list(each) for each in blank.stated(stem.value, filled)]
        gaps = [_at_all(answer, parts) for parts in filled]
        return {"stem": stem, "answer": _sequence(answer, gaps)}
    texts = [_at(answer, " | ".join(parts)) for parts in found]
    return {"answer": texts[0] if len(texts) == 1 else _sequence(answer, texts)}


def _options(row: Row, kind: str, given: list[Text]) -> dict[str, Node | None]:
    answer = row.cells.get("答案")
    marks = [_LETTERED.match(cell.value) for cell in given]
    if all(mark and mark[1].upper() == letter for mark, letter in zip(marks, LETTERS, strict=False)):
        given = [_at(cell, cell.value[mark.end() :]) for cell, mark in zip(given, marks, strict=True) if mark]
    letters = _letters(row.text("答案"))
    if kind == order.NAME and sorted(letters) == list(LETTERS[: len(given)]):
        given = [given[LETTERS.index(letter)] for letter in letters]
    whys: dict[str, str] = {}
    if cell := row.cells.get("选项说明"):
        whys = {parts[0].upper(): " | ".join(parts[1:]) for parts in columns.split(cell.value)}
    items = [
        _mapping(cell, {"text": cell, "why": _at(row.cell("选项说明"), whys[letter])}) if letter in whys else cell
        for letter, cell in zip(LETTERS, given, strict=False)
    ]
    made: dict[str, Node | None] = {"options": _sequence(given[0] if given else row.at, items)}
    if "answer" in KINDS[kind].KEYS:
        made["answer"] = answer and _at(answer, "".join(letters) or answer.value)
    return made


def _letters(answer: str) -> list[str]:
    """ABD, A,B,D, A、B、D, ＡＢＤ; empty where it is anything else."""
    plain = [each for each in unicodedata.normalize("NFKC", answer).upper() if each not in _BETWEEN]
    return plain if plain and set(plain) <= {*LETTERS} else []


def _judged(row: Row) -> str:
    """对 or 错; empty where the answer is neither. A letter is that of an option, and A is right where there are none."""
    plain = "".join(unicodedata.normalize("NFKC", row.text("答案")).upper().split())
    if plain in ("A", "B"):
        both = {row.text(letter).strip().upper() for letter in "AB"}
        if row.text("题型") or (both & _RIGHT and both & _WRONG and "C" not in row.cells):
            plain = row.text(plain).strip().upper() or ("对" if plain == "A" else "错")
    return judge.RIGHT if plain in _RIGHT else judge.WRONG if plain in _WRONG else ""


def _filled(found: list[list[str]], gaps: int) -> list[list[str]]:
    """For each gap its answers. Where one line has to do for several gaps, they stand apart by | or by punctuation."""
    if len(found) != 1 or gaps < 2:
        return found
    [parts] = found
    if len(parts) == gaps:
        return [[part] for part in parts]
    for marks in ("；;", "、，,", r"\s"):
        cut = [part.strip() for part in re.split(f"[{marks}]+", parts[0]) if part.strip()]
        if len(parts) == 1 and len(cut) == gaps:
            return [[part] for part in cut]
    return found


def _level(row: Row, report: Report) -> Node | None:
    cell = row.cells.get("难度")
    if cell is None:
        return None
    plain = cell.value.strip().removesuffix("题")
    if plain not in _LEVELS:
        known = "、".join(LEVELS.values())
        report(
            cell.problem("难度用不上", f"认不出“{cell.value}”，按识记算。", f"可写：{known}，或易、中、难。", NOTICE)
        )
        return None
    return _at(cell, _LEVELS[plain])


def _quote(cell: Text, place: str, document: Document) -> Node:
    """The quotations of a cell, each with the page that it stands on, unless that is the question's own."""
    made: list[Node] = []
    for parts in columns.split(cell.value):
        at, words = (
            (parts[0], " | ".join(parts[1:])) if parts[0] in document.by_id and parts[1:] else ("", " | ".join(parts))
        )
        if not at and not quote.find(document.by_id[place].text, words):
            others = [each.id for each in document.provisions if len(quote.find(each.text, words)) == 1]
            at = others[0] if len(others) == 1 else ""
        made.append(_mapping(cell, {"at": _at(cell, at), "text": _at(cell, words)}) if at else _at(cell, words))
    return made[0] if len(made) == 1 else _sequence(cell, made)


# Nodes that stand where a cell stands.


def _at(cell: Text, value: str) -> Text:
    return Text(cell.path, cell.line, cell.column, value)


def _at_all(cell: Text, values: list[str]) -> Node:
    return _at(cell, values[0]) if len(values) == 1 else _sequence(cell, [_at(cell, value) for value in values])


def _sequence(cell: Text, items: list[Node]) -> Sequence:
    return Sequence(cell.path, cell.line, cell.column, tuple(items))


def _mapping(cell: Text, entries: dict[str, Node]) -> Mapping:
    named = tuple((_at(value if isinstance(value, Text) else cell, key), value) for key, value in entries.items())
    return Mapping(cell.path, cell.line, cell.column, named)


def _whys(options: Node) -> list[object]:
    """What is said of each option."""
    items = options.items if isinstance(options, Sequence) else ()
    return [flat(each.get("why")) if isinstance(each, Mapping) and each.get("why") else None for each in items]


def _each(gap: Node) -> tuple[Node, ...]:
    return gap.items if isinstance(gap, Sequence) else (gap,)


def flat(node: Node | None) -> object:
    """What tables say of a value: no bold, no feedback on options, of a gap the first answer."""
    if isinstance(node, Text):
        return " ".join(bold.plain(node.value).split())
    if isinstance(node, Mapping):
        return flat(node.get("text"))
    if isinstance(node, Sequence):
        return tuple(
            flat(item.items[0]) if isinstance(item, Sequence) and item.items else flat(item) for item in node.items
        )
    return None
