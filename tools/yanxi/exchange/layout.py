"""Question papers as people type them, line by line: `1. stem（ ）`, `A. …`, `答案：`, `解析：`, answers gathered at the end too.

What is not understood is never dropped in silence: lines that belong to no question are named, answers that fit none are
problems. A text of our own says that it is (`OURS`); in it a backslash keeps what follows from being taken for a mark.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace

from yanxi.bank.kinds import KINDS, blank, judge, recall
from yanxi.bank.options import LETTERS
from yanxi.chinese import meaning
from yanxi.exchange import columns, signs, unread
from yanxi.exchange.columns import COLUMNS, OPTIONS
from yanxi.exchange.rows import CALLED, Row
from yanxi.exchange.signs import Line
from yanxi.exchange.untrusted import MOST_LINES, Refused, count
from yanxi.problem import NOTICE
from yanxi.yamltext.nodes import Report, Text


def text(words: str, name: str, report: Report) -> list[Row]:
    """The questions of a text."""
    if words.count("\n") > MOST_LINES:
        raise Refused(f"超过 {MOST_LINES} 行。", "请分成几个文件。")
    lines = [Line(name, number, each) for number, each in enumerate(words.split("\n"), 1)]
    return rows(lines, report)


def recognised(words: str) -> bool:
    """Whether a text is laid out as a paper: there are answers, and what they are the answers of."""
    lines = words.split("\n")
    answers = any(signs.column(found) == "答案" for each in lines for found in [signs.LABEL.match(each)] if found)
    return (answers or any(map(signs.ANSWERS.match, lines))) and any(
        signs.NUMBER.match(each) or signs.OPTION.match(each) for each in lines
    )


def rows(lines: list[Line], report: Report) -> list[Row]:
    """The questions of a paper, in its order."""
    near = [number for number, line in enumerate(lines) if line.text.strip()][: signs.TOP]
    title = next((number for number in near if lines[number].text.strip().startswith(signs.OURS)), None)
    reader = _Reader(report, title is not None, lines if title is None else lines[title + 1 :])
    return reader.read()


@dataclass
class _Question:
    """A question while it is read."""

    at: Line
    number: int
    section: int
    kind: str
    case: tuple[Line, str, list[Line]] | None
    chapter: Line | None
    stem: list[Line] = field(default_factory=list)
    options: list[list[Line]] = field(default_factory=list)
    said: dict[str, list[Line]] = field(default_factory=dict)
    marks: list[Line] = field(default_factory=list)
    """Where each option begins."""


class _Reader:
    def __init__(self, report: Report, ours: bool, lines: list[Line]) -> None:
        self.report, self.ours, self.lines = report, ours, lines
        self.questions: list[_Question] = []
        self.sections: list[str] = [""]
        self.field: list[Line] | None = None  # where a line goes that begins nothing
        self.points = 0  # how many numbered points the answer has
        self.fresh = True  # whether a heading has been passed since the last question
        self.gap = False  # whether an empty line has
        self.case: tuple[Line, str, list[Line]] | None = None
        self.chapter: Line | None = None
        self.unread: list[Line] = []
        self.scores: list[Line] = []
        self.unused: dict[str, Line] = {}
        self.next = ""
        marks = [line.text for line in lines]
        self.numbered = any(map(signs.NUMBER.match, marks))
        self.bracketed = not self.numbered and any(map(signs.BRACKETED.match, marks))
        # Of the answers at the end: the section they are of, and the question.
        self.answering = False
        self.pointer = -1
        self.last = 0
        self.answered: _Question | None = None
        self.numbers: list[Line] = []

    @property
    def question(self) -> _Question | None:
        return self.questions[-1] if self.questions else None

    def read(self) -> list[Row]:
        held = [line for line in self.lines if line.text.strip()]
        following = {id(line): then for line, then in zip(held, [*(line.text for line in held[1:]), ""], strict=False)}
        for line in self.lines:
            if not line.text.strip():
                self.gap = True
                continue
            self.next = following[id(line)]
            if self.answering:
                self._answer(line)
            else:
                self._line(line)
            self.gap = False
        if not (self.numbered or self.bracketed):  # a title alone is no question
            self.unread += [line for each in self.questions if not (each.options or each.said) for line in each.stem]
            self.questions = [each for each in self.questions if each.options or each.said]
        found = [self._row(each) for each in self.questions]
        self._say()
        return found

    def _say(self) -> None:
        """What has not been read."""
        if self.unread:
            first = self.unread[0]
            named = unread.named([line.node() for line in self.unread])
            message = f"第 {named} 行不是题目，没有读，如“{first.text.strip()[:20]}”。"
            self.report(first.node().problem("没有读的文字", message, "是题目的话，请在前面写题号。", NOTICE))
        if self.scores:
            message = f"第 {self.scores[0].number} 行等 {len(self.scores)} 处写了分值，没有读。"
            self.report(self.scores[0].node().problem("没有读的文字", message, "分值写在试卷的配方里。", NOTICE))
        for name, line in self.unused.items():
            self.report(line.node().problem("没有读的文字", f"“{name}”用不上，没有读。", "", NOTICE))

    # The questions.

    def _line(self, line: Line) -> None:
        kept = self.ours and line.text.startswith("\\")  # begins nothing
        if not kept and self._heading(line):
            return
        started = None if kept else self._start(line)
        if started:
            self._begin(started[0], line, started[1])
            return
        if self.case and self.field is self.case[2]:
            self.field.append(line)
            return
        if self.question is None:
            self.unread.append(line)
            return
        label = None if kept else signs.LABEL.match(line.text) or (None if self.ours else signs.BARE.match(line.text))
        if label:
            column = signs.column(label) if label.re is signs.LABEL else "答案"
            if column == "答案" and self._gathered(line.cut(label.end())):
                return
            self._label(column, label[0], line.cut(label.end()))
        elif not (not kept and self._option(line)):
            self._fill(line)

    def _heading(self, line: Line) -> bool:
        """Takes what stands between questions: a case, a section, the beginning of the answers."""
        if found := signs.CASE.match(line.text):
            self.case = (line, columns.split(signs.unescaped(found["name"]))[0][0], [line.cut(found.end())])
            self.field = self.case[2]
            self.fresh = True
            return True
        section = self._section(line)
        if section:
            self.sections.append(CALLED.get(section["kind"], ""))
            self.case, self.field, self.fresh = None, None, True
            if rest := line.text[section.end() :].strip(" \t（）()【】[]:：。"):
                scored = re.fullmatch(r"[^。]*\d\s*分[^。]*", rest)
                (self.scores if scored else self.unread).append(line.cut(section.end()))
            return True
        if self._answers_begin(line):
            self.answering, self.field = True, None
            return True
        if self.ours:
            return False
        if signs.FORM.fullmatch(line.text):
            self.unread.append(line)
            return True
        if (line.heading and not signs.NUMBER.match(line.text)) or signs.CHAPTER.match(line.text):
            self.chapter, self.field, self.fresh = line, None, True
            self.unread.append(line)
            return True
        first, *others = self.next.split("\t")
        if (
            self.questions
            and signs.counted(line.text)
            and first.strip() in signs.ANSWER_ROW
            and any(map(str.strip, others))
        ):
            self.answering, self.field = True, None  # a table of numbers and answers
            self._answer(line)
            return True
        return False

    def _section(self, line: Line) -> re.Match[str] | None:
        found = signs.SECTION.match(line.text)
        if not found:
            return None
        rest = signs.REMARK.sub("", line.text[found.end() :], count=1).strip()
        return found if found["numeral"] or not rest else None

    def _answers_begin(self, line: Line) -> bool:
        found = signs.ANSWERS.match(line.text)
        question = self.question
        if not found or question is None or self.ours:
            return False
        unanswered = [each for each in self.questions if not self._has_answer(each)]
        if (
            found["colon"] and not found["more"]
        ):  # 答案： with its text on the next line, where only this question wants one
            return len(unanswered) > 1 and "答案" not in question.said
        return bool(unanswered) or bool(found["what"])

    def _gathered(self, rest: Line) -> bool:
        """Takes the answers of several questions behind one 答案："""
        words = rest.text.translate(signs.DIGITS)
        several = len(signs.pairs(words)) > 1 or signs.RANGE.match(words)
        if self.ours or not several or sum(not self._has_answer(each) for each in self.questions) < 2:
            return False
        self.answering, self.field = True, None
        self._answer(rest)
        return True

    def _has_answer(self, question: _Question) -> bool:
        words = "".join(line.text for line in question.stem)
        return "答案" in question.said or bool(signs.CHOSEN.search(words) or signs.JUDGED.search(words))

    def _start(self, line: Line) -> tuple[int, Line] | None:
        """The number of a question that begins here, and the rest of the line."""
        if not (self.numbered or self.bracketed):
            return self._unnumbered(line)
        line = line.stripped() if not self.ours else line
        tag = None if self.ours else signs.TAG.match(line.text)
        found = (signs.BRACKETED if self.bracketed else signs.NUMBER).match(line.text, tag.end() if tag else 0)
        if not found:
            return None
        number = int(unicodedata.normalize("NFKC", next(filter(None, found.groups()))))
        rest, question = line.cut(found.end()), self.question
        if tag:  # 【单选】1. …
            rest = signs.joined(line.cut(0, tag.end()), "", rest)
        expected = question.number + 1 if question and not self.fresh else 1
        if rest.text[:1].isdigit() and number not in (expected, 1):  # 3.5万元
            return None
        if question is None or self.fresh or self.field is None:
            return number, rest
        labelled = not self._asking(question)
        if labelled and not self.ours:
            if self.points and number == self.points + 1 and self._has_points(question):
                self.points += 1
                return None
            if number == 1 and (not self._text(self.field) or question.kind == recall.NAME):
                self.points = 1
                return None
        if number >= expected or (number == 1 and (question.options or question.said)):
            return number, rest
        return (number, rest) if number == question.number and (question.options or question.said) else None

    def _unnumbered(self, line: Line) -> tuple[int, Line] | None:
        """A question begins where the one before has its answer, or behind an empty line."""
        if signs.LABEL.match(line.text) or signs.OPTION.match(line.text):
            return None
        question = self.question
        if question is None:
            return 1, line
        answered = self.field is question.said.get("答案") and bool(self._text(self.field or []))
        if question.said and (self.gap or (answered and question.options)):
            return question.number + 1, line
        if self.gap and not question.options and not question.said:
            self.unread += question.stem
            self.questions.pop()
            return question.number, line
        return None

    def _begin(self, number: int, line: Line, rest: Line) -> None:
        kind = self.sections[-1]
        question = _Question(line, number, len(self.sections) - 1, kind, self.case, self.chapter)
        self.questions.append(question)
        count(len(self.questions))
        self.field, self.points, self.fresh = question.stem, 0, False
        self._fill(rest)

    def _has_points(self, question: _Question) -> bool:
        return (question.kind in ("", recall.NAME) and not question.options) or self.field is question.said.get("解析")

    def _asking(self, question: _Question) -> bool:
        """Whether the stem or an option is being read."""
        return self.field is question.stem or any(self.field is each for each in question.options)

    def _label(self, column: str, mark: str, rest: Line) -> None:
        question = self.question
        assert question
        if not column:
            self.unused.setdefault(mark.strip(" 【】[]［］:：\t"), rest)
        drawn = not self.ours and column == "答案" and re.fullmatch(r"\s*[_＿][_＿\s]*", rest.text)  # for the candidate
        self.field = question.said.setdefault(column, []) if column and not drawn else []
        self.points = 1 if re.match(r"\s*[1１][.．、)）](?!\d)", rest.text) else 0
        self._fill(rest)

    def _option(self, line: Line) -> bool:
        """Takes a line that begins with the letter of an option."""
        question = self.question
        assert question
        found = signs.OPTION.match(line.text)
        count = len(question.options)
        if found is None:
            spaced = signs.SPACED.match(line.text) if not self.ours and self._asking(question) else None
            if not spaced or count >= len(OPTIONS) or signs.letter(spaced) != LETTERS[count]:
                return False
            others = [
                *signs.INLINE_SPACED.finditer(line.text, spaced.end()),
                *filter(None, [signs.SPACED.match(self.next)]),
            ]
            if not count and not any(signs.letter(each) == "B" for each in others):
                return False
            self._choice(line.cut(spaced.end()), signs.INLINE_SPACED)
            return True
        letter = signs.letter(found)
        if count < len(OPTIONS) and letter == LETTERS[count] and (not question.options or self._asking(question)):
            self._choice(line.cut(found.end()), signs.INLINE)
            return True
        if not self._asking(question) or not question.options or self.ours:
            return False
        expected = LETTERS[count]
        message = f"选项 {LETTERS[count - 1]} 后面应当是 {expected}，这里是 {letter}。"
        if letter == "A":
            message += "是不是下一题少了题号？"
        self.report(line.node().problem("选项的字母", message, "请按 A、B、C、D 排好，一题一个题号。"))
        return False

    def _choice(self, rest: Line, marks: re.Pattern[str]) -> None:
        """A new option, and those that follow it on its line."""
        question = self.question
        assert question
        question.marks.append(rest)
        self.field = []
        question.options.append(self.field)
        self._fill(rest, marks)

    def _fill(self, line: Line, marks: re.Pattern[str] = signs.INLINE) -> None:
        """Puts a line where the one before went, up to what begins inside it."""
        question = self.question
        label = signs.INNER.search(line.text) if question and self.field is not None else None
        piece = line.cut(0, label.start()) if label else line
        if question and self._asking(question):
            piece = self._before_options(piece, marks)
        if self.field is None:
            self.unread.append(line)
        else:
            self.field.append(piece)
        if question and self.field is not None and self._rest:
            rest, self._rest = self._rest, None
            self._choice(rest, marks)
        if label:
            self._label(signs.column(label), label[0], line.cut(label.end()))

    _rest: Line | None = None

    def _before_options(self, piece: Line, marks: re.Pattern[str]) -> Line:
        """What stands before the next option on this line; the rest of it waits."""
        question = self.question
        assert question
        count = len(question.options)
        if count >= len(OPTIONS):
            return piece
        found = [each for each in marks.finditer(piece.text) if signs.letter(each) == LETTERS[count]]
        found.sort(key=lambda each: each[0].startswith(("(", "（")))  # （A） may be a word, or the answer
        if found and not count:  # a single A in a stem is no option
            later = any(signs.letter(each) == "B" for each in marks.finditer(piece.text, found[0].end()))
            ahead = signs.OPTION.match(self.next)
            if not later and not (ahead and signs.letter(ahead) == "B"):
                found = []
        if not found:
            return piece
        self._rest = piece.cut(found[0].end())
        return piece.cut(0, found[0].start())

    # The answers at the end.

    def _answer(self, line: Line) -> None:
        section = self._section(line)
        words = line.text.translate(signs.DIGITS)
        if section:
            kind = CALLED.get(section["kind"], "")
            later = [at for at, each in enumerate(self.sections) if at > self.pointer and each == kind]
            every = [at for at, each in enumerate(self.sections) if each == kind]
            self.pointer, self.answered, self.last = (later or every or [-1])[0], None, 0
            remark = signs.REMARK.match(line.text, section.end())
            line = line.cut(remark.end() if remark else section.end())
            words = line.text.translate(signs.DIGITS)
            if not words.strip():
                return
        label = signs.LABEL.match(line.text)
        if signs.counted(words):
            self.numbers = signs.cells(line)[1:]
        elif self.numbers and words.split("\t")[0].strip() in signs.ANSWER_ROW:
            for number, cell in zip(self.numbers, signs.cells(line)[1:], strict=False):
                if number.text.strip().isdigit() and cell.text.strip():
                    self._given(int(number.text), "答案", cell)
            self.numbers = []
        elif label and self.answered:
            self.field = self.answered.said.setdefault(signs.column(label) or "", [])
            self._answer_rest(line.cut(label.end()))
        elif signs.RANGE.match(words):
            starts = [found.start() for found in signs.RANGE.finditer(words)]
            for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
                piece = line.cut(start, end)
                found = signs.RANGE.match(piece.text.translate(signs.DIGITS))
                assert found
                self._range(piece, found)
        elif section and (own := self._unanswered()) and len(row := signs.row_of(words)) == len(own):
            for question, found in zip(own, row, strict=True):
                self._given(question.number, "答案", line.cut(found.start(), found.end()))
        elif pairs := signs.pairs(words):
            for pair in pairs:
                self._given(int(pair[1]), "答案", line.cut(pair.start(2), pair.end(2)))
        elif (found := signs.ITEM.match(words)) and not (
            self.answered and self.points and int(found[1]) == self.points + 1 and self.answered.kind == recall.NAME
        ):
            rest = line.cut(found.end())
            self.points = 1 if re.match(r"\s*1[.．、)）](?!\d)", rest.text.translate(signs.DIGITS)) else 0
            inner = signs.LABEL.match(rest.text)
            if inner and signs.column(inner) == "答案":
                rest = rest.cut(inner.end())
            then = signs.following(rest, int(found[1]) + 1) if self._of(int(found[1]) + 1) else None
            self._given(int(found[1]), "答案", rest.cut(0, then) if then else rest)
            if then:
                self._answer(rest.cut(then))
        elif self.answered and self.field is not None:
            self.points += 1 if found else 0
            self._answer_rest(line)
        else:
            self.unread.append(line)

    def _unanswered(self) -> list[_Question]:
        """The questions of the section whose answers come."""
        return [each for each in self.questions if each.section == self.pointer and not self._has_answer(each)]

    def _range(self, line: Line, found: re.Match[str]) -> None:
        """1-5 ABCDA, or 1-5 A AB C ABC D."""
        first, last = int(found[1]), int(found[2])
        rest = line.cut(found.end())
        single = signs.row_of(rest.text)
        words = list(re.finditer(signs.SHORT, rest.text, re.IGNORECASE))
        if len(words) != last - first + 1:
            words = single
        if len(words) != last - first + 1 or not single:
            message = f"{first} 到 {last} 题应有 {last - first + 1} 个答案，这里认出 {len(words)} 个。"
            self.report(line.node().problem("答案对不上", message, "请每题写一个答案，之间空一格。"))
            return
        for number, word in zip(range(first, last + 1), words, strict=True):
            self._given(number, "答案", rest.cut(word.start(), word.end()))

    def _given(self, number: int, column: str, rest: Line) -> None:
        question = self._of(number)
        self.last = number
        if question is None:
            message = f"前面没有第 {number} 题，这个答案不知道是谁的。"
            self.report(rest.node().problem("答案对不上", message, "请让题号和答案的号一一对应。"))
            self.answered, self.field = None, None
            return
        self.answered = question
        if self._text(question.said.get(column, [])):
            message = f"第 {question.at.number} 行的题已经有答案。"
            self.report(rest.node().problem("答案对不上", message, "请只留一处。"))
        self.field = question.said.setdefault(column, [])
        self._answer_rest(rest)

    def _answer_rest(self, line: Line) -> None:
        label = signs.INNER.search(line.text)
        assert self.field is not None and self.answered
        self.field.append(line.cut(0, label.start()) if label else line)
        if label:
            self.field = self.answered.said.setdefault(signs.column(label) or "", [])
            self._answer_rest(line.cut(label.end()))

    def _of(self, number: int) -> _Question | None:
        """The question that an answer's number means."""
        same = [each for each in self.questions if each.number == number]
        if self.pointer >= 0:
            return next((each for each in same if each.section == self.pointer), None)
        if len(same) < 2:
            return same[0] if same else None
        if number <= self.last or self.answered is None:  # the numbers begin again
            later = [each for each in same if self.answered is None or each.section > self.answered.section]
            return later[0] if later else None
        return next((each for each in same if each.section == self.answered.section), None)

    # What it comes to.

    def _text(self, lines: list[Line]) -> str:
        """The lines as one text, with ** around what is bold: in a text of our own all of it, elsewhere what stands out."""
        if self.ours:
            return "\n".join(signs.marked(each) for each in lines).strip()
        lines = [each for each in map(Line.stripped, lines) if each.text]
        out = any(place not in each.bold for each in lines for place, one in enumerate(each.text) if not one.isspace())
        return "\n".join(signs.marked(each, raw=True) if out else each.text for each in lines)

    def _row(self, question: _Question) -> Row:
        tag = self._tag(question) if not self.ours else ""
        named = self._text(question.said.get("题型", []))
        stem, filled = self._asked(question, named or tag or question.kind)
        at = question.stem[0] if question.stem else question.at
        kind = tag or (KINDS[question.kind].LABEL if question.kind else "")
        cells = {"题型": question.at.node(kind), "题干": at.node(stem)}
        for letter, lines in zip(OPTIONS, question.options, strict=False):
            cells[letter] = (lines[0] if lines else question.at).node(self._text(lines))
        for column, lines in question.said.items():
            if column and lines:
                cells[column] = lines[0].node(self._text(lines))
        if not cells.get("答案", Text("", 0, 0, "")).value and filled:
            cells["答案"] = filled
        if not self.ours:
            self._tidied(question, cells)
        if question.case:
            line, name, lines = question.case
            cells["材料"] = line.node(columns.joined((name, self._text(lines))))
        if question.chapter:
            cells["标题"] = question.chapter.node(question.chapter.text.strip())
        kept = {name: cell for name, cell in cells.items() if cell.value}
        said = frozenset(COLUMNS) if self.ours else frozenset(kept)
        return Row(question.at.node(stem), kept, said, self.ours)

    def _tag(self, question: _Question) -> str:
        """The kind that stands in brackets at the beginning or end of a stem, which loses it."""
        if {line.text.strip() for line in question.stem[-2:]} in ({"对", "错"}, {"正确", "错误"}):  # 问卷星's options
            del question.stem[-2:]
        for place, line in enumerate(question.stem):
            for found in signs.TAG.finditer(line.text):
                first = place == 0 and not line.text[: found.start()].strip()
                last = place == len(question.stem) - 1 and not line.text[found.end() :].strip()
                if (first or last) and found[1] not in ("对错", "是非"):
                    question.stem[place] = signs.without(line, found)
                    return f"{found[1]}题"
        return ""

    def _asked(self, question: _Question, kind: str) -> tuple[str, Text | None]:
        """The stem, and the answer that stands in it."""
        chosen = bool(question.options) or kind == judge.NAME or judge.LABEL in kind
        if self.ours:
            words = self._text(question.stem)
            return (signs.HOLE.sub(r"\1", words) if chosen else words), None
        filled: Text | None = None
        for place, line in enumerate(question.stem):
            if scored := signs.SCORE.search(line.text):
                self.scores.append(line)
                question.stem[place] = line = signs.without(line, scored)
        answered = bool(self._text(question.said.get("答案", [])))
        for place, line in enumerate(question.stem):
            judged = kind in ("", judge.NAME) or judge.LABEL in kind
            pattern = signs.CHOSEN if question.options else signs.JUDGED if judged else None
            found = list(pattern.finditer(line.text)) if pattern and not answered else []
            if found:
                last = found[-1]
                filled = line.cut(last.start(1)).node(last[1])
                question.stem[place] = signs.joined(line.cut(0, last.start()), "（ ）", line.cut(last.end()))
        if not answered and not filled and not question.options and question.kind in ("", blank.NAME):
            filled = self._filled(question)
        judged = (
            not question.options and filled is not None and bool(re.fullmatch(signs.MARKS, filled.value, re.IGNORECASE))
        )
        for place, line in enumerate(question.stem):
            for hole in [*signs.WIDE_HOLE.finditer(line.text)][::-1]:
                line = signs.joined(line.cut(0, hole.start()), "（ ）", line.cut(hole.end()))
            last = place == len(question.stem) - 1 and (chosen or judged)
            hole = signs.HOLE.search(line.text) if last else None
            if hole:
                before = line.cut(0, len(line.text[: hole.start()].rstrip()))
                line = signs.joined(before, hole[1] or "", line.cut(len(line.text)))
            question.stem[place] = line
        return self._text(question.stem), filled

    def _filled(self, question: _Question) -> Text | None:
        """The answers that stand on drawn lines, which become gaps."""
        found: list[str] = []
        at: Text | None = None
        for place, line in enumerate(question.stem):
            spans = signs.spans(line.lined)
            if not spans or "__" in line.text:
                continue
            pieces, last = [], 0
            for start, end in spans:
                if words := line.text[start:end].strip():
                    pieces += [line.text[last:start], "____"]
                    found.append(words)
                    last = end
            at = at or line.node()
            question.stem[place] = replace(line, text="".join([*pieces, line.text[last:]]), bold=frozenset())
        return replace(at, value=columns.lines(found)) if at and found else None

    def _tidied(self, question: _Question, cells: dict[str, Text]) -> None:
        """What people write around an answer: its brackets, a full stop, numbers before its points."""
        if answer := cells.get("答案"):
            words = answer.value.strip()
            spelt = re.match(rf"({signs.LETTER})\s*[.．、:：]?\s*(?=\S)", words)  # C. 每半年
            if spelt and meaning(words[spelt.end() :]) in [meaning(self._text(each)) for each in question.options]:
                words = spelt[1]
            if question.options or re.fullmatch(
                rf"[（(【\[]?\s*(?:{signs.MARKS})\s*[)）】\]]?[。.]?", words, re.IGNORECASE
            ):
                words = words.strip("（）()【】[]。. \t")
            elif ("题型" in cells and cells["题型"].value.startswith(recall.LABEL)) or not blank.GAP.search(
                cells["题干"].value
            ):
                points = [each.strip() for each in signs.POINT.split(words)]
                if signs.POINT.match(words) and len(points) > 2:
                    words = columns.lines(filter(None, points))
                else:
                    words = columns.lines(words.split("\n"))
            cells["答案"] = replace(answer, value=words)
        if (said := cells.get("题号")) and "-q" not in said.value:
            del cells["题号"]
