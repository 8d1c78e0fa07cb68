"""Answers with shares of the points, as Moodle keeps them in XML and in GIFT, as the cells of a question.

A bank knows right and wrong. What gives some of the points is refused where it would change who is right, else named as lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from yanxi.bank.kinds import KINDS, blank, judge, match, multiple, order, recall, single
from yanxi.exchange.columns import OPTIONS, joined, lines
from yanxi.exchange.rows import Row
from yanxi.exchange.unread import Unread
from yanxi.yamltext.nodes import Report, Text

_FULL = 99.9
_ID = re.compile(r"[a-z]+[0-9]*(?:-[a-z]+[0-9]+)*-q[0-9]{2,}")
_WILD = re.compile(r"(?<!\\)\*")
_FOREIGN = {
    "numerical": "数值题", "calculated": "计算题", "calculatedsimple": "计算题", "calculatedmulti": "计算选择题",
    "ddwtos": "拖放填词题", "gapselect": "选词填空题", "ddmatch": "拖放连线题", "ddimageortext": "拖放到图片的题",
    "ddmarker": "拖放标记题", "randomsamatch": "随机连线题", "random": "随机题",
}  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """An answer, and its share of the points in percent; below nought where it costs points."""

    text: str
    share: float
    why: str = ""


def foreign(kind: str, name: str, at: Text, report: Report) -> None:
    """Refuses a question of a kind that the bank has not."""
    what = f"{_FOREIGN[kind]}（{kind}）" if kind in _FOREIGN else f"“{kind}”"
    _refuse(at, name, f"是{what}，题库没有这种题型。", "请在原处删去它，或改成别的题型。", report)


def _refuse(at: Text, name: str, why: str, hint: str, report: Report) -> None:
    report(at.problem("题型用不上", f"“{name[:30]}”{why}", hint))


def choice(answers: list[Answer], one: bool, name: str, at: Text, report: Report) -> dict[str, str] | None:
    """The cells of a question with options; None after reporting."""
    right = [each for each in answers if each.share > 0]
    if len(answers) > len(OPTIONS):
        _refuse(at, name, f"有 {len(answers)} 个选项。", f"题库最多 {len(OPTIONS)} 个。", report)
        return None
    if one and (len(right) != 1 or right[0].share < _FULL):
        _refuse(at, name, "是单选，而有几个选项得分，或只得一部分。", "请只让一个选项得分，或改成多选。", report)
        return None
    letters = [letter for letter, each in zip(OPTIONS, answers, strict=False) if each.share > 0]
    return {
        "题型": KINDS[single.NAME if one else multiple.NAME].LABEL,
        **dict(zip(OPTIONS, (each.text for each in answers), strict=False)),
        "答案": "".join(letters),
        "选项说明": lines((letter, each.why) for letter, each in zip(OPTIONS, answers, strict=False) if each.why),
    }


def truth(right: bool, explain: str, whys: list[str], at: Text, unread: Unread) -> dict[str, str]:
    """The cells of a statement; what is said of right and of wrong explains it where nothing else does."""
    said = list(dict.fromkeys(filter(None, whys)))
    if explain and said:
        unread.note("判断题对、错各自的反馈", at)
    return {"题型": judge.LABEL, "答案": judge.RIGHT if right else judge.WRONG, "解析": explain or " ".join(said)}


def filled(
    stem: str, gaps: list[list[Answer]], name: str, at: Text, report: Report, unread: Unread
) -> dict[str, str] | None:
    """The cells of a question with gaps; its stem has them, or gets one at its end. None after reporting."""
    kept: list[list[str]] = []
    for gap in gaps:
        full = [each for each in gap if each.share >= _FULL]
        if any(0 < each.share < _FULL for each in gap):
            unread.note("得一部分分的答案", at)
        if any(each.why for each in gap):
            unread.note("填空答案的反馈", at)
        wild = [each for each in full if _WILD.search(each.text)]
        if wild or not full:
            why = f"的答案“{wild[0].text[:20]}”里有通配符 *。" if wild else "没有得满分的答案。"
            _refuse(at, name, why, "请写出认可的每一种答案。", report)
            return None
        kept.append(list(dict.fromkeys(each.text.replace("\\*", "*") for each in full)))
    asked = stem if blank.GAP.search(stem) else f"{stem} ____"
    return {"题型": blank.LABEL, "题干": asked, "答案": lines(kept)}


def matched(pairs: list[tuple[str, str]], name: str, at: Text, report: Report, unread: Unread) -> dict[str, str] | None:
    """The cells of pairs to be matched; a right side without a left one is left out, which is said."""
    whole = [(left, right) for left, right in pairs if left and right]
    if len(whole) < len(pairs):
        unread.note("多出来的连线项", at)
    if len(whole) > len(OPTIONS):
        _refuse(at, name, f"有 {len(whole)} 对。", f"题库最多 {len(OPTIONS)} 对。", report)
        return None
    return {"题型": match.LABEL, **dict(zip(OPTIONS, map(joined, whole), strict=False))}


def ordered(items: list[str], name: str, at: Text, report: Report) -> dict[str, str] | None:
    if len(items) > len(OPTIONS):
        _refuse(at, name, f"有 {len(items)} 项。", f"题库最多 {len(OPTIONS)} 项。", report)
        return None
    return {"题型": order.LABEL, **dict(zip(OPTIONS, items, strict=False)), "答案": "".join(OPTIONS[: len(items)])}


def told(points: list[str]) -> dict[str, str]:
    return {"题型": recall.LABEL, "答案": lines(points)}


def row(at: Text, name: str, chapter: str, cells: dict[str, str], carried: frozenset[str]) -> Row:
    """A question as a row. Its name is its id where it is one of ours."""
    held = {"题号": name if _ID.fullmatch(name) else "", "章节": chapter, **cells}
    kept = {column: Text(at.path, at.line, at.column, text) for column, text in held.items() if text.strip()}
    return Row(Text(at.path, at.line, at.column, cells.get("题干", "")), kept, frozenset(kept) | carried)
