"""The signs of a question paper, by which its lines are told: numbers, letters, labels, brackets, and the lines themselves.

`guarded` is the other way round: a text in which nothing is taken for a sign. No two of the patterns' blanks touch: each would
try every share of a long run of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from yanxi import bold
from yanxi.exchange.rows import CALLED
from yanxi.yamltext.nodes import Text

OURS = "研习题库"
"""How a line near the top of a text of our own begins."""
TOP = 10

CASES = "材料"
"""The section of questions that share a text; they are of any kind."""
MIXED = (CASES, "材料分析", "案例分析", "综合", "选择")

LABELS = {
    "答案": ("正确答案", "参考答案", "标准答案", "试题答案", "答", "ANSWER"),
    "解析": ("答案解析", "试题解析", "参考解析", "详解", "解释"),
    "依据": ("原文依据", "出处", "引文"),
    "章节": ("所属章节", "页号"),
    "难度": ("难易度", "难易程度", "难度等级", "层次"),
    "题型": ("题目类型", "试题类型"),
    "题号": ("编号",),
    **{name: () for name in ("术语", "相关术语", "选项说明", "设置", "顶替", "退役", "破例")},
    "": ("知识点", "考点", "标签", "分值", "得分", "我的答案", "学生答案"),
}
"""What stands before a colon or in 【】, by column; those under "" are not read, which is said."""

NAMED = {name: column for column, names in LABELS.items() for name in (*((column,) if column else ()), *names)}
WORDS = "|".join(r"\s*".join(name) for name in sorted(NAMED, key=len, reverse=True))
LABEL = re.compile(rf"\s*(?:[【\[［](?P<boxed>{WORDS})[】\]］]\s*[:：]? ?|(?P<plain>{WORDS})\s*[:：] ?)")
INNER = re.compile(
    rf"(?<!\\)[【\[［](?P<boxed>{WORDS})[】\]］]\s*[:：]? ?|(?:(?<=\s)|(?<=[。；;]))(?P<plain>{WORDS})\s*[:：] ?"
)
BARE = re.compile(r"\s*(?:正确|参考)?答案(?:\s*[是为])?\s*(?=[A-Ha-hＡ-Ｈ√×对错]+\s*[。.]?\s*$)")

NUMBER = re.compile(r"\s*(?:第\s*([0-9０-９]{1,4})\s*题\s*[.．、:：]?|([0-9０-９]{1,4})\s*(?:[.．、:：)）]|\t)) ?")
BRACKETED = re.compile(r"\s*[（(]\s*([0-9０-９]{1,4})\s*[)）]\s*[.．、]? ?")
LETTER = r"[A-Ha-hＡ-Ｈａ-ｈ]"
OPTION = re.compile(rf"\s*(?:[（(【\[]\s*({LETTER})\s*[)）】\]]\s*[.．、:：]?|({LETTER})\s*[)）.．、:：,，]) ?")
SPACED = re.compile(rf"\s*({LETTER})\s+(?=\S)")
INLINE = re.compile(rf"(?<![\\A-Za-z0-9])(?:[（(]({LETTER})[)）]|({LETTER})\s*[.．、:：)）]) ?")
INLINE_SPACED = re.compile(rf"(?<=\s)({LETTER})\s+(?=\S)")

KIND = "|".join(sorted([*CALLED, *MIXED], key=len, reverse=True))
NUMERAL = r"(?:第?[一二三四五六七八九十]+(?:部分|大题|[、.．:：])\s*|[（(][一二三四五六七八九十]+[)）]\s*|[IVXⅠ-Ⅻ]+[、.．]\s*)"
SECTION = re.compile(rf"\s*(?P<numeral>{NUMERAL}{{0,2}})(?P<kind>{KIND})(?:\s*试?题)?\s*(?=$|[（(【\[:：。,，\s])")
REMARK = re.compile(r"\s*[:：。,，]?\s*(?:[（(【\[][^）)】\]]*[)）】\]]\s*)?[:：]?")
TAG = re.compile(rf"[【\[［（(]\s*({KIND})(?:\s*试?题)?\s*(?:[,，、;；]\s*)?(?:\d+(?:\.\d+)?\s*分\s*)?[】\]］)）]")
SCORE = re.compile(r"[（(【\[]\s*(?:(?:本题|本小题|每小?题|每空)\s*)?\d+(?:\.\d+)?\s*分\s*[)）】\]]")
ANSWERS = re.compile(
    r"\s*(?:附[:：]?\s*)?[【\[]?(?P<what>.{0,30}?(?:参考|标准|试题|试卷|测试|习题|正确))?答案"
    r"(?P<more>(?:\s*[及与和、])?\s*(?:解析|评分标准|评分细则|详解|说明))?[】\]]?(?:\s*(?P<colon>[:：]))?\s*$"
)
CASE = re.compile(r"\s*材料“(?P<name>(?:\\.|[^”\\])+)”[:：] ?")

HOLE = re.compile(r"[（(]\s*[)）](?:\s*([。.？?：:]))?\s*$")
WIDE_HOLE = re.compile(r"[（(]\s+[)）]")
CHOSEN = re.compile(rf"[（(]\s*({LETTER}(?:[\s、,，]*{LETTER})*)\s*[)）]")
MARKS = "√|×|✓|✗|✔|✘|正确|错误|对|错|T|F|是|否"
JUDGED = re.compile(rf"[（(]\s*({MARKS})\s*[)）]", re.IGNORECASE)

RANGE = re.compile(r"(?<!\d)\s*(\d{1,4})\s*[-—–－~～至到]+\s*(\d{1,4})\s*题?\s*[.．、:：]?\s*")
SHORT = rf"(?:{LETTER}(?:[、,，]?{LETTER})*(?![A-Za-z])|{MARKS})"
PAIR = re.compile(rf"\s*(\d{{1,4}})(?:\s*[.．、:：)）])?\s*({SHORT})\s*[;；,，.。、]?(?=\s|\d|$)", re.IGNORECASE)
ITEM = re.compile(r"\s*(?:第\s*)?(\d{1,4})\s*(?:题\s*[.．、:：]?|[.．、:：)）]|\s)\s*")
FORM = re.compile(
    r"\s*(?:得\s*分|评\s*卷\s*人|阅\s*卷\s*人|评\s*分\s*人|复\s*核\s*人|第\s*\d+\s*页(?:\s*[（(]?\s*共\s*\d+\s*页\s*[）)]?)?)\s*"
)
"""What is printed on a paper for those who mark it."""
CHAPTER = re.compile(r"\s*第[一二三四五六七八九十百\d]+[章节编]\s*[^。？?；;]{0,30}$")
POINT = re.compile(r"(?:^|(?<=[\s；;。]))(?:[（(]\d{1,2}[)）]|\d{1,2}[)）.．、](?!\d)|[①-⑳])\s*")
ANSWER_ROW = ("答案", "正确答案", "参考答案")
DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


@dataclass(frozen=True)
class Line:
    """A line of a paper: what stands there, which characters are bold, and which stand on a line drawn below them.

    `heading` is what the program that wrote it calls a heading. `number` and `start` are its place: the line or paragraph, and the column of its first character less one.
    """

    path: str
    number: int
    text: str
    start: int = 0
    bold: frozenset[int] = frozenset()
    lined: frozenset[int] = frozenset()
    heading: bool = False

    def cut(self, start: int, end: int | None = None) -> Line:
        end = len(self.text) if end is None else end
        inside = lambda places: frozenset(each - start for each in places if start <= each < end)  # noqa: E731
        return Line(
            self.path, self.number, self.text[start:end], self.start + start, inside(self.bold), inside(self.lined)
        )

    def node(self, value: str = "") -> Text:
        return Text(self.path, self.number, self.start + 1, value)

    def stripped(self) -> Line:
        start = len(self.text) - len(self.text.lstrip())
        return self.cut(start, max(start, len(self.text.rstrip())))


def guarded(text: str, flags: Sequence[bool] = ()) -> tuple[str, list[bool]]:
    """A text in which a backslash stands before all that would be taken for a mark, and its characters' flags.

    It stands behind a mark of its own (1. or 答案：), so that only its further lines begin anything. `flags` are of each
    character, whether it is bold; backslashes are not.
    """
    rows: list[tuple[str, list[bool]]] = []
    place = 0
    for row in text.split("\n"):
        own = list(flags[place : place + len(row)]) or [False] * len(row)
        place += len(row) + 1
        for at in [number for number, each in enumerate(row) if each == "\\"][::-1]:
            row, own = f"{row[:at]}\\{row[at:]}", [*own[:at], False, *own[at:]]
        while found := INLINE.search(row) or INNER.search(row):
            at = found.start()
            row, own = f"{row[:at]}\\{row[at:]}", [*own[:at], False, *own[at:]]
        if rows and not row.startswith("\\") and (not row.strip() or begins(row)):
            row, own = f"\\{row}", [False, *own]
        rows.append((row, own))
    made: list[bool] = []
    for _, own in rows:
        made += [*own, False]
    return "\n".join(row for row, _ in rows), made[:-1]


def begins(row: str) -> bool:
    """Whether a line would be more than a line of text."""
    marks = (NUMBER, OPTION, LABEL, SECTION, ANSWERS, CASE, SPACED, BARE, BRACKETED)
    return row.startswith(OURS) or any(mark.match(row) for mark in marks)


def column(found: re.Match[str]) -> str:
    return NAMED["".join((found["boxed"] or found["plain"]).split())]


def letter(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", next(filter(None, found.groups()))).upper()


def without(line: Line, found: re.Match[str]) -> Line:
    return joined(line.cut(0, found.start()), "", line.cut(found.end()))


def joined(first: Line, between: str, then: Line) -> Line:
    """Two pieces of a line as one; the columns of the second are those of the whole no more."""
    shift = len(first.text) + len(between)
    moved = [frozenset(each + shift for each in places) for places in (then.bold, then.lined)]
    return replace(
        first, text=f"{first.text}{between}{then.text}", bold=first.bold | moved[0], lined=first.lined | moved[1]
    )


def spans(places: frozenset[int]) -> list[tuple[int, int]]:
    """Neighbouring places as (start, end)."""
    made: list[tuple[int, int]] = []
    for place in sorted(places):
        if made and made[-1][1] == place:
            made[-1] = made[-1][0], place + 1
        else:
            made.append((place, place + 1))
    return made


def marked(line: Line, raw: bool = False) -> str:
    """A line with ** around what is bold; a backslash stands for itself where it is `raw`."""
    made, place, strong = "", 0, False
    while place < len(line.text):
        if line.text[place] == "\\" and not raw:
            place += 1
            if place == len(line.text):
                break
        if (place in line.bold) != strong:
            strong = not strong
            made += "**"
        made += line.text[place]
        place += 1
    made += "**" if strong else ""
    # What people have made bold may begin or end with a space, or stand beside an asterisk: no mark of ours.
    plain = unescaped(line.text) if not raw else line.text
    return made if bold.plain(made) == bold.plain(plain) or not raw else plain


def unescaped(text: str) -> str:
    return re.sub(r"\\(.)|\\$", lambda found: found[1] or "", text, flags=re.DOTALL)


def cells(line: Line) -> list[Line]:
    """The parts of a line between its tabs."""
    made, start = [], 0
    for part in line.text.split("\t"):
        made.append(line.cut(start, start + len(part)))
        start += len(part) + 1
    return made


def following(line: Line, number: int) -> int | None:
    """Where the next answer begins on a line: 1. 半年  2. 书面."""
    found = re.search(rf"(?<=\s)(?={number}\s*[.．、)）])", line.text.translate(DIGITS))
    return found.start() if found else None


def row_of(words: str) -> list[re.Match[str]]:
    """ABCDA or √×√: the answers of a line that holds nothing else, without numbers."""
    found = list(re.finditer(rf"{LETTER}|{MARKS}", words, re.IGNORECASE))
    left = re.sub(rf"{LETTER}|{MARKS}|[\s、,，;；.。]", "", words, flags=re.IGNORECASE)
    return found if not left else []


def counted(words: str) -> bool:
    """Whether a line counts questions: 题号 1 2 3."""
    return "\t" in words and words.split("\t")[0].strip() in ("题号", "序号")


def pairs(words: str) -> list[re.Match[str]]:
    """1.B 2.C 3.ABD: the answers of a line that holds nothing else."""
    found, place = [], 0
    while pair := PAIR.match(words, place):
        found.append(pair)
        place = pair.end()
    return found if found and not words[place:].strip() else []
