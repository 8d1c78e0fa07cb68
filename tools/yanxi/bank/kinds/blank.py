"""填空: the stem has gaps, written ____; `answer` has one entry for each, alternatives in a list of their own.

`content` is for each gap the accepted answers, the first being the one shown. With `any_order: true` the gaps take their
values in any order, each value once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Sequence as Several
from itertools import pairwise
from typing import Any

from yanxi.chinese import FIGURE, MEASURE, meaning, number, spell
from yanxi.model import Question
from yanxi.yamltext import fields as take
from yanxi.yamltext import shape
from yanxi.yamltext.nodes import Mapping, Node, Report, Sequence, Text

NAME, LABEL, KEYS = "blank", "填空", {"answer": "答案", "any_order": "次序不限"}
FIELDS: tuple[str, ...] = ("blanks",)
ORDERED, STATES, SELF_JUDGED = False, True, False
FREEDOM = 0

GAP = re.compile(r"_{2,}|＿{2,}")

_ONE = shape.text("一个空的答案")
_GAPS = shape.items("一空一个答案；一空有几种写法时再套一层方括号", shape.either("", _ONE, shape.items("", _ONE, 1)), 1)
SHAPE: shape.Shape = {
    "properties": {
        "stem": shape.text("题干，要填的地方写四个下划线 ____", GAP.pattern, "请在要填的地方写四个下划线 ____。"),
        "answer": shape.either("一空一个答案，如 [半年, [十五, 15]]", _ONE, _GAPS),
        "any_order": shape.flag("几个空的答案次序不限"),
    },
    "required": ["answer"],
}
SPECIMEN: dict[str, Any] = {"stem": "把一句话写在这里，要填的地方写____。", "answer": ["写要填的词"]}

_CLASSIFIERS = tuple("个项条点款类份种次件篇场期批句名")
"""What says no more than that something is counted: 15 for 15条, but not 三 for 三个月."""


def read(entry: Mapping, report: Report) -> dict[str, Any] | None:
    node, stem = entry.get("answer"), entry.get("stem")
    if not isinstance(stem, Text):  # `read_bank` says so
        return None
    gaps = len(GAP.findall(stem.value))
    if not gaps:
        report(stem.problem("没有空", "填空题的题干里没有空。", "请在要填的地方写四个下划线 ____。"))
        return None
    if node is None:
        report(entry.problem("缺少的键", "这一题没有“answer”。", "请写每个空的答案，如 answer: [半年]。"))
        return None
    answers = node.items if isinstance(node, Sequence) else (node,)
    if len(answers) != gaps:
        report(
            node.problem(
                "空数不符",
                f"题干有 {gaps} 个空，答案有 {len(answers)} 个。",
                (take.wide_comma(answers) if len(answers) < gaps else "")
                or "每个空写一个答案；一个空有几种写法时，再套一层方括号：[[半年, 六个月]]。",
            )
        )
        return None
    blanks = tuple(_accepted(answer, number, report) for number, answer in enumerate(answers, 1))
    if not all(blanks):
        return None
    any_order = take.flag(entry, "any_order", report)
    if any_order and gaps == 1:
        place = entry.key("any_order")
        assert place
        report(place.problem("次序不限", "只有一个空，没有次序。", "请删掉这一行。"))
    _distinct(answers, blanks, any_order, report)
    return {"content": blanks, "any_order": any_order}


def _distinct(answers: Iterable[Node], blanks: tuple[tuple[str, ...], ...], any_order: bool, report: Report) -> None:
    """A problem where one value would count twice.

    In any order no value may belong to two gaps. Otherwise a gap must not take the answer of another, unless both have the
    same; then a list of alternatives has been written where `any_order` is meant.
    """
    values = [{meaning(answer): answer for answer in accepted} for accepted in blanks]
    for gap, (node, accepted) in enumerate(zip(answers, blanks, strict=True), 1):
        for other, others in enumerate(blanks, 1):
            if other == gap:
                continue
            taken = [answer for answer in (others if any_order else others[:1]) if meaning(answer) in values[gap - 1]]
            if any_order and other < gap and taken:
                message = f"第 {other} 个空也认“{taken[0]}”，次序不限时填两次也算对。"
                report(node.problem("空的答案相混", message, "请使各空的答案都不相同。"))
            elif not any_order and taken and meaning(accepted[0]) != meaning(others[0]):
                message = f"第 {gap} 个空也认“{taken[0]}”，那是第 {other} 个空的答案；同一个词填几次也会算对。"
                hint = "各空次序不限时，请一空写一个答案，另加一行 any_order: true；否则请删去它。"
                report(node.problem("空的答案相混", message, hint))


def wanted(question: Question) -> tuple[str, ...]:
    return tuple(accepted[0] for accepted in question.content)


def told(question: Question, stem: str) -> Iterator[tuple[str, str]]:
    for accepted in question.content:
        for answer in accepted:
            if len(meaning(answer)) > 1 and meaning(answer) in stem:
                yield "stem", answer


def quoted(question: Question) -> Iterator[tuple[Node, str, str]]:
    for answer in wanted(question):
        yield question.at.get("answer"), answer, "填空的答案"


def asked(question: Question) -> list[Any]:
    values = [meaning(answer) for answer in wanted(question)]
    return [[], [], sorted(values) if question.any_order else values, [], []]


def data(question: Question) -> dict[str, Any]:
    return {"blanks": question.content}


def spellings(question: Question) -> tuple[tuple[str, ...], ...]:
    """For each gap what a person may type for the accepted answers, these first.

    A number may be written in digits or characters, and with the measure word that follows the gap (15, 十五, 15条 in “____条”)
    or without its own; 每 and 第 before the gap may be typed once more. In any order a value may stand in any gap.
    """
    around = list(pairwise(GAP.split(question.stem)))
    made = []
    for accepted, beside in zip(question.content, around, strict=True):
        places = around if question.any_order else [beside]
        others = (each for place in places for answer in accepted for each in _typed(answer, *place))
        made.append(tuple(dict.fromkeys((*accepted, *others))))
    return tuple(made)


def stated(stem: str, gaps: Several[Several[str]]) -> tuple[tuple[str, ...], ...]:
    """The accepted answers that `spellings` has made these of: for each gap as few of the first ones as say all."""
    around = list(pairwise(GAP.split(stem)))
    if len(around) != len(gaps):
        return tuple(map(tuple, gaps))
    return tuple(_fewest(tuple(given), *beside) for given, beside in zip(gaps, around, strict=True))


def _fewest(given: tuple[str, ...], before: str, after: str) -> tuple[str, ...]:
    for count in range(1, len(given)):
        kept = given[:count]
        others = (each for answer in kept for each in _typed(answer, before, after))
        if tuple(dict.fromkeys((*kept, *others))) == given:
            return kept
    return given


def _typed(answer: str, before: str, after: str) -> Iterator[str]:
    match = FIGURE.match(answer)
    unit = answer[match.end() :] if match else ""
    forms = [answer]
    if match and (not unit or MEASURE.fullmatch(unit)):
        figures = [match[0], *_other(match[0])]
        forms = [figure + unit for figure in figures]
        if unit in _CLASSIFIERS:
            forms += figures
        if not unit and (follows := MEASURE.match(after)):
            forms += [figure + follows[0] for figure in figures]
    yield from forms
    if before.endswith(("每", "第")):
        yield from (before[-1] + form for form in forms)


def _other(figure: str) -> Iterator[str]:
    """The other way to write a number up to 99."""
    value = number(figure)
    if value and value < 100:
        yield spell(value) if figure.isascii() else str(value)


def _accepted(node: Node, number: int, report: Report) -> tuple[str, ...]:
    nodes = node.items if isinstance(node, Sequence) else (node,)
    if not nodes:
        report(node.problem("空白", f"第 {number} 个空没有答案。", "请填写。"))
    found = []
    for each in nodes:
        answer = take.words(each, f"第 {number} 个空的答案", report, take.PLAIN)
        if answer and not meaning(answer):
            report(
                each.problem(
                    "答案无字", f"第 {number} 个空的答案“{answer}”只有标点，读者填什么都对不上。", "请换一处设空。"
                )
            )
            return ()
        found.append(answer)
    return tuple(found) if all(found) else ()
