"""GIFT: Moodle's text format. Texts are marked as plain, so that nothing in them is taken for HTML. What comes in is read as
Moodle reads it: blocks between empty lines, weights, feedback, missing words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yanxi.bank.kinds import KINDS as ALL
from yanxi.bank.kinds import blank, judge, match, multiple, recall, single
from yanxi.bank.kinds.blank import GAP, spellings
from yanxi.exchange import graded, webtext
from yanxi.exchange.graded import Answer
from yanxi.exchange.rows import Row
from yanxi.exchange.selection import Selection, explained, line, stem
from yanxi.exchange.unread import Unread
from yanxi.exchange.untrusted import count
from yanxi.model import Question
from yanxi.problem import NOTICE
from yanxi.yamltext.nodes import Report, Text

NAME, LABEL = "gift", "GIFT 文本（Moodle）"
SUFFIX = "txt"
KINDS = (single.NAME, multiple.NAME, judge.NAME, blank.NAME, match.NAME, recall.NAME)
PARTS = frozenset(("题号", "解析", "依据", "术语", "材料", "选项说明", "填空的别的写法", "章节"))
UNASKED = False

_POINTS = "参考答案："
_SPECIAL = re.compile(r"[\\~=#{}:]")


def refuses(question: Question) -> str:
    if question.kind == blank.NAME and len(question.content) > 1:
        return f"几个空的{ALL[question.kind].LABEL}题"
    return ""


# Out.


def write(chosen: Selection) -> bytes:
    made, place = [], ""
    for question in chosen.questions:
        if question.provision != place:
            place = question.provision
            made.append(f"$CATEGORY: $course$/{_category(chosen, place)}\n")
        made.append(f"::{question.id}::[plain]{_question(question, explained(question, chosen.document))}\n")
    return "\n".join(made).encode()


def _category(chosen: Selection, place: str) -> str:
    provision = chosen.document.by_id[place]
    return line(f"{place} {provision.citation}").replace("/", "／")


def _question(question: Question, explain: str) -> str:
    if question.kind == recall.NAME:  # an essay has no other place for its answer
        explain = "\n".join(
            [f"{_POINTS}{line(question.content[0])}", *map(line, question.content[1:]), f"解析：{explain}"]
        )
    asked, general = stem(question), f"####{_text(explain)}"
    if question.kind == blank.NAME:
        before, after = GAP.split(asked)
        answers = " ".join(f"={_answer(each)}" for each in spellings(question)[0])
        return f"{_text(before)}{{{answers}{general}}}{_text(after)}"
    return f"{_text(asked)}{{{_answers(question)}{general}}}"


def _answers(question: Question) -> str:
    if question.kind == judge.NAME:
        return "TRUE" if question.key[0] == judge.RIGHT else "FALSE"
    if question.kind == match.NAME:
        return "\n".join(["", *(f"={_side(left)} -> {_side(right)}" for left, right in question.content), ""])
    if question.kind == recall.NAME:
        return ""
    rows = []
    for option in question.options:
        right = option.letter in question.key
        if question.kind == multiple.NAME:
            mark = f"~%{round(100 / len(question.key), 5):g}%" if right else "~%-100%"
        else:
            mark = "=" if right else "~"
        words = _text(line(option.text))
        if mark == "~" and words.startswith("%"):  # else it would begin like a share of the points
            mark = "~%0%"
        rows.append(f"{mark}{words}" + (f"#{_text(line(option.why))}" if option.why else ""))
    return "\n".join(["", *rows, ""])


def _text(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text).replace("\n", "\\n")


def _answer(text: str) -> str:
    """An answer to be typed: it does not begin like a share of the points, and no asterisk in it stands for anything."""
    written = _text(line(text).replace("*", "\\*"))
    return f"%100%{written}" if written.startswith("%") else written


def _side(text: str) -> str:
    return _text(line(text).replace("->", "→"))


# In.

_HIDDEN = 0xF0000
"""Escaped characters stand so much higher while a block is taken apart."""
_ESCAPE = re.compile(r"\\([\\:#={}~n])")
_FORM = re.compile(r"^\s*\[(html|moodle|plain|markdown)\]")
_WEIGHT = re.compile(r"%(-*[0-9]{1,3}(?:\.[0-9]*)?)%")
_REMARK = re.compile(r"\[(id|tag):([^\]]*)\]")
_TRUE, _FALSE = ("T", "TRUE"), ("F", "FALSE")


def recognised(text: str) -> bool:
    """Whether a text is GIFT: it has categories or titles of that kind, or answers in braces."""
    bare = _hidden(text)
    return bool(
        re.search(r"^\s*(?:\$CATEGORY:|::)", bare, re.MULTILINE)
        or re.search(r"\{\s*(?:[=~#]|T(?:RUE)?\s*[#}]|F(?:ALSE)?\s*[#}]|\})", bare)
    )


def read(text: str, name: str, report: Report) -> list[Row]:
    """The questions of a file."""
    reader = _Reader(report)
    chapter, rows = "", []
    for number, (at, block, remarks) in enumerate(_blocks(text, name), 1):
        count(number)
        if block.startswith("$CATEGORY:"):
            chapter = _last(_bare(block.removeprefix("$CATEGORY:")))
        elif made := reader.question(at, block, remarks, chapter):
            rows.append(made)
    reader.unread.say(report)
    return rows


def _last(category: str) -> str:
    return category.replace("//", "\0").rpartition("/")[2].replace("\0", "/").strip()


def _hidden(text: str) -> str:
    return _ESCAPE.sub(lambda found: chr(_HIDDEN + ord("\n" if found[1] == "n" else found[1])), text)


def _bare(text: str) -> str:
    """A piece with its escaped characters as themselves; a line of the file that ends is a space."""
    flat = " ".join(text.split())
    return "".join(chr(ord(each) - _HIDDEN) if _HIDDEN <= ord(each) < _HIDDEN + 128 else each for each in flat)


def _blocks(text: str, name: str) -> Iterator[tuple[Text, str, list[tuple[str, str]]]]:
    """What stands between empty lines, with its escaped characters hidden, and what its comments say.

    Where a brace has not been closed, an empty line does not end the block: Moodle refuses it, people write it.
    """
    rows: list[str] = []
    remarks: list[tuple[str, str]] = []
    start, open_ = 1, 0
    for number, row in enumerate([*_hidden(text).split("\n"), "", ""], 1):
        plain = row.strip()
        if plain.startswith("//"):
            remarks += _REMARK.findall(plain)
            continue
        begins = plain.startswith(("::", "$CATEGORY:"))
        if rows and ((not plain and open_ < 1) or (begins and (open_ > 0 or rows[0].startswith("$CATEGORY:")))):
            yield Text(name, start, 1, ""), "\n".join(rows), remarks
            rows, remarks, open_ = [], [], 0
        if plain:
            start = start if rows else number
            rows.append(plain)
            open_ += plain.count("{") - plain.count("}")
    if rows:
        yield Text(name, start, 1, ""), "\n".join(rows), remarks


class _Reader:
    def __init__(self, report: Report) -> None:
        self.report, self.unread = report, Unread()

    def question(self, at: Text, block: str, remarks: list[tuple[str, str]], chapter: str) -> Row | None:
        """A block as a row; None after reporting."""
        name, words = "", block
        if found := re.match(r"::(.*?)::", block, re.DOTALL):
            name, words = _bare(found[1]), block[found.end() :].strip()
        name = next((value for key, value in remarks if key == "id" and value), "") or name
        if any(key == "tag" for key, _ in remarks):
            self.unread.note("标签", at)
        start, end = words.find("{"), words.rfind("}")
        if start < 0 and end < 0:
            message = f"“{(name or _bare(words))[:30]}”没有答案，只是一段说明，没有读。"
            self.report(at.problem("没有读的内容", message, "", NOTICE))
            return None
        if start < 0 or end < start or words.count("{") != 1 or words.count("}") != 1:
            hint = "一题一对花括号；文字里的花括号请写成 \\{ \\}，两题之间空一行。"
            self.report(at.problem("花括号不成对", f"“{(name or _bare(words))[:30]}”的花括号不成对。", hint))
            return None
        before, inside, after = words[:start], words[start + 1 : end].strip(), words[end + 1 :]
        answers, mark, general = inside.rpartition("####")
        answers = answers if mark else general
        form = found[1] if (found := _FORM.match(before)) else "moodle"
        gap = "____" if after.strip() else ""
        stem = self.said(f"{before}{gap}{after}", form, at)
        explain = self.said(general, form, at) if mark else ""
        name = name or stem
        cells = self.cells(answers.strip(), stem, explain, name, form, at)
        if cells is None:
            return None
        if cells["题型"] == recall.LABEL:
            points, mark, rest = explain.removeprefix(_POINTS).rpartition("\n解析：")
            ours = explain.startswith(_POINTS) and mark
            cells["答案"], explain = (graded.told(points.split("\n"))["答案"], rest) if ours else (explain, "")
        carried = frozenset({"选项说明"} if cells.get("A") and cells["题型"] != match.LABEL else ())
        return graded.row(at, name, chapter, {"题干": stem, "解析": explain} | cells, carried)

    def cells(self, answers: str, stem: str, explain: str, name: str, form: str, at: Text) -> dict[str, str] | None:
        truth, *whys = answers.split("#")
        if not answers:
            return graded.told([])
        if answers.startswith("#"):
            graded.foreign("numerical", name, at, self.report)
            return None
        if "~" in answers:
            pieces = [each.strip() for each in answers.replace("=", "~=").split("~")]
            choices = [self.choice(each, form, at) for each in pieces if each]
            return graded.choice(choices, "=" in answers, name, at, self.report)
        if "=" in answers and "->" in answers:
            pieces = [each.partition("->") for each in answers.split("=") if each.strip()]
            pairs = [(self.said(left, form, at), _bare(right)) for left, _, right in pieces]
            return graded.matched(pairs, name, at, self.report, self.unread)
        if truth.strip().upper() in (*_TRUE, *_FALSE):
            told = [self.said(each, form, at) for each in whys]
            return graded.truth(truth.strip().upper() in _TRUE, explain, told, at, self.unread)
        typed = [self.typed(each.strip(), form, at) for each in answers.split("=") if each.strip()]
        return graded.filled(stem, [typed], name, at, self.report, self.unread)

    def choice(self, written: str, form: str, at: Text) -> Answer:
        """=right, ~%50%half, ~wrong, each with #feedback."""
        told, _, why = written.partition("#")
        share, weight = 0.0, _WEIGHT.match(told)
        if told.startswith("="):
            share, told = 100.0, told[1:]
        elif weight:
            share, told = _share(weight), told[weight.end() :]
        return Answer(self.said(told, form, at), share, self.said(why, form, at))

    def typed(self, written: str, form: str, at: Text) -> Answer:
        told, _, why = written.partition("#")
        weight = _WEIGHT.match(told)
        share = _share(weight) if weight else 100.0
        told = told[weight.end() :] if weight else told
        return Answer(_bare(_FORM.sub("", told, count=1)), share, self.said(why, form, at))

    def said(self, written: str, form: str, at: Text) -> str:
        """A piece of text, by the format that it names or that of its question."""
        found = _FORM.match(written)
        form, words = (found[1], written[found.end() :]) if found else (form, written)
        text = _bare(words).strip()
        if form in ("plain", "markdown") or not re.search(r"<[a-zA-Z/!]|&[#\w]+;", text):
            return text
        made = webtext.plain(text)
        for what in made.lost:
            self.unread.note(what, at)
        return made.text


def _share(weight: re.Match[str]) -> float:
    return float(re.sub("^-+", "-", weight[1]))
