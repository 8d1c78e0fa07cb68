"""What kinds with options have in common: reading them and the letters of an `answer`, and what the rules ask of them."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterable, Iterator

from yanxi.chinese import meaning
from yanxi.model import Option, Question
from yanxi.yamltext import shape
from yanxi.yamltext.fields import items, text, unknown_keys, wide_comma, words
from yanxi.yamltext.nodes import Mapping, Node, Report, Sequence, describe

LETTERS = string.ascii_uppercase
MOST = 8

_BETWEEN = " ,、;；.。/()[]【】“”‘’\"'\t"
"""What people write between the letters of an answer."""
# English words that are no letters, and letters from one to another.
_WORDS = ("YES", "NO", "TRUE", "FALSE", "NULL", "NONE", "RIGHT", "WRONG", "OK")
_RUN = re.compile("[A-H] *[-~—–至到]+ *[A-H]")

_LETTERED = re.compile(r"[（(]?[A-H]\s*[)）.．、:：]\s*\S")


def shaped(least: int) -> shape.Shape:
    """What `read_options` accepts, as a text editor can tell."""
    own = shape.text("这一项的文字")
    with_reason = shape.mapping(
        "一个选项和只给它的说明", {"text": own, "why": shape.text("选了这一项的人会看到的说明")}, ["text"]
    )
    return shape.items("选项，网站会自己加字母、打乱先后", shape.either("一个选项", own, with_reason), least, MOST)


def lettered(says: str, many: bool) -> shape.Shape:
    """What `read_letters` accepts, as a text editor can tell; also in a list, and as a Chinese keyboard has it."""
    last = LETTERS[MOST - 1]
    letter, between = f"[A-{last}a-{last.lower()}Ａ-{chr(ord(last) + 0xFEE0)}]", r"[\s,，、;；.．。/()（）\[\]【】]*"
    pattern = f"^{between}(?:{letter}{between}){'+' if many else ''}$"
    written: shape.Shape = {"type": "string", "pattern": pattern}
    return shape.either(says, written, shape.items(says, written, 1, None if many else 1))


def read_options(entry: Mapping, report: Report, least: int, most: int = MOST) -> tuple[Option, ...] | None:
    """The options of a question, `least` to `most` of them, all different; None after reporting."""
    nodes = items(entry, "options", report, "options: [甲, 乙, 丙]")
    if nodes is None:
        return None
    place = entry.get("options")
    assert place
    if not least <= len(nodes) <= most:
        report(
            place.problem(
                "选项个数",
                f"这里有 {len(nodes)} 个选项。",
                wide_comma(nodes) or f"应有 {least} 到 {most} 个；各项之间用英文逗号，选项里的英文逗号要加引号。",
            )
        )
        return None
    found = tuple(_option(letter, node, report) for letter, node in zip(LETTERS, nodes, strict=False))
    if all(_LETTERED.match(option.text) and option.text.strip("（( ")[0] == option.letter for option in found):
        message = f"选项前面写了字母，读者会看到两个，如“{found[0].letter}. {found[0].text}”。"
        report(found[0].at.problem("选项写法", message, "请删去各项开头的 A、B、C 和后面的符号，网站会自己加。"))
        return None
    seen: dict[str, Option] = {}
    for option in filter(lambda each: each.text, found):
        folded = meaning(option.text) or option.text
        if folded in seen:
            earlier = seen[folded]
            report(
                option.at.problem(
                    "选项重复",
                    f"选项 {option.letter} 与选项 {earlier.letter}（第 {earlier.at.line} 行）相同：“{option.text}”。",
                    "请改写其中一个。",
                )
            )
        seen.setdefault(folded, option)
    return found if all(option.text for option in found) else None


def _option(letter: str, node: Node, report: Report) -> Option:
    name = f"选项 {letter}"
    if not isinstance(node, Mapping):
        return Option(letter, words(node, name, report), "", node)
    if not node.get("text") and not node.get("why"):
        message = f"{name}不是文字，这里是{describe(node)}。"
        report(
            node.problem(
                "选项写法", message, "文字里若有英文冒号，请改用“：”或加引号；要附说明，请写 text: 和 why: 两行。"
            )
        )
        return Option(letter, "", "", node)
    node = unknown_keys(node, ("text", "why"), report)
    return Option(letter, text(node, "text", report), text(node, "why", report, required=False), node)


def read_letters(entry: Mapping, choices: tuple[Option, ...], report: Report) -> tuple[str, ...] | None:
    """The right options' letters, in order, as `answer` gives them (`C`, `ABD`, `A、B`); None after reporting."""
    node = entry.get("answer")
    if node is None:
        report(entry.problem("缺少的键", "这一题没有“answer”。", "请写正确选项的字母，如 answer: C。"))
        return None
    given = list(node.items) if isinstance(node, Sequence) else [node]
    written = "".join(words(each, "answer", report) for each in given)
    wanted = [letter for letter in _plain(written)]
    last = choices[-1].letter
    if not wanted:
        if written:
            report(node.problem("答案写法", f"答案“{written}”里没有选项字母。", f"请写 A 到 {last} 的字母。"))
        return None
    for letter in wanted:
        if letter not in LETTERS or "".join(wanted) in _WORDS:
            report(node.problem("答案写法", f"答案“{written}”不是选项字母。", _letters_hint(written, choices)))
            return None
        if letter > last:
            report(
                node.problem(
                    "答案越界",
                    f"答案是 {letter}，而选项只到 {last}（共 {len(choices)} 个）。",
                    "请改正答案，或补上选项。",
                )
            )
            return None
    if len(set(wanted)) < len(wanted):
        report(node.problem("答案重复", f"答案“{written}”里有重复的字母。", "每个字母只写一次。"))
        return None
    return tuple(sorted(wanted))


def _plain(written: str) -> str:
    """Letters as typed by people: full width, lower case, separated by commas or spaces."""
    return "".join(c for c in unicodedata.normalize("NFKC", written).upper() if c not in _BETWEEN)


def _letters_hint(written: str, choices: tuple[Option, ...]) -> str:
    """What to write instead of something that is no letter: the letter of the option it says, or one of our alphabet."""
    said = next((option.letter for option in choices if meaning(option.text) == meaning(written)), "")
    strange = next((c for c in written if unicodedata.name(c, "").startswith(("CYRILLIC", "GREEK"))), "")
    if _RUN.search(unicodedata.normalize("NFKC", written).upper()):
        return "请把每个字母都写出来，如 ABCD。"
    if said:
        return f"请写字母 {said}，不写选项的文字。"
    if strange:
        return f"“{strange}”（U+{ord(strange):04X}）看着像英文字母，其实不是，请用英文输入法重打。"
    return f"请写 A 到 {choices[-1].letter} 的字母，不写选项的文字。"


def meanings(options: Iterable[Option]) -> list[str]:
    return [meaning(option.text) for option in options]


def right_words(question: Question) -> tuple[str, ...]:
    return tuple(option.text for option in question.right)


def told(question: Question, stem: str) -> Iterator[tuple[str, str]]:
    """The right options that the stem says, unless it says a wrong one, too: then it lets the reader choose."""
    if not any(wrong in stem for wrong in meanings(question.wrong)):
        for option in question.right:
            if len(meaning(option.text)) > 1 and meaning(option.text) in stem:
                yield "stem", option.text


def quoted(question: Question, what: str) -> Iterator[tuple[Node, str, str]]:
    """The right options; what has to be understood or applied may be said in other words than the document's."""
    for option in question.right if question.level == "remember" else ():
        yield option.at, option.text, what
