"""What people do to a bank by mistake, as functions from a line to the line as they left it, or None where it does not apply.

Every one of these is a fault of one line, and a person who looked at the file would point at that line.
"""

import re
from collections.abc import Callable
from random import Random

Slip = Callable[[str, Random], str | None]

_KEY = re.compile(r"( *(?:- )?)([a-z]+)(: ?)(.*)$")


def _with_key(write: Callable[[str, str, str, str], str | None]) -> Slip:
    """A slip on a line `key: value`, from what stands before the key, the key, the colon and the value."""

    def slip(line: str, chance: Random) -> str | None:
        match = _KEY.match(line)
        return write(*match.groups()) if match else None

    return slip


def _before_value(mark: str) -> Slip:
    return _with_key(
        lambda head, key, colon, value: value and value[0] not in "[\"'" and f"{head}{key}{colon}{mark}{value}"
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _shifted(columns: int) -> Slip:
    def slip(line: str, chance: Random) -> str | None:
        if not line.strip() or not _indent(line) or _indent(line) + columns < 0:
            return None
        return " " * (_indent(line) + columns) + line.lstrip(" ")

    return slip


def _in_indentation(character: str) -> Slip:
    def slip(line: str, chance: Random) -> str | None:
        place = chance.randrange(_indent(line)) if _indent(line) else None
        return None if place is None else line[:place] + character + line[place:]

    return slip


def _in_key(change: Callable[[str, int], str]) -> Slip:
    def slip(line: str, chance: Random) -> str | None:
        match = _KEY.match(line)
        # The letters of the two shortest keys leave too little when one is gone.
        if not match or len(match[2]) < 4:
            return None
        place = chance.randrange(len(match[2]) - 1)
        return f"{match[1]}{change(match[2], place)}{match[3]}{match[4]}"

    return slip


def _in_brackets(old: str, new: str) -> Slip:
    return lambda line, chance: line.replace(old, new, 1) if re.match(r" +options: \[", line) and old in line else None


def _item(old: str, new: str) -> Slip:
    """A slip on an option: a line of a list that holds neither a key nor a list."""
    return lambda line, chance: re.sub(old, new, line) if re.match(r" {6,}- [^a-z\[\"']", line) else None


SLIPS: dict[str, Slip] = {
    "全角冒号": _with_key(lambda head, key, colon, value: f"{head}{key}：{value}"),
    "冒号后没有空格": _with_key(lambda head, key, colon, value: value and f"{head}{key}:{value}"),
    "没有冒号": _with_key(lambda head, key, colon, value: value and f"{head}{key} {value}"),
    "分号当冒号": _with_key(lambda head, key, colon, value: value and f"{head}{key}; {value}"),
    "两个冒号": _with_key(lambda head, key, colon, value: f"{head}{key}:: {value}"),
    "冒号后是不换行空格": _with_key(lambda head, key, colon, value: value and f"{head}{key}:\u00a0{value}"),
    "值没有了": _with_key(lambda head, key, colon, value: value and f"{head}{key}:"),
    "键少一个字母": _in_key(lambda key, place: key[:place] + key[place + 1 :]),
    "键多一个字母": _in_key(lambda key, place: key[:place] + key[place] + key[place:]),
    "键两个字母颠倒": _in_key(lambda key, place: key[:place] + key[place + 1] + key[place] + key[place + 2 :]),
    "键大写": _in_key(lambda key, place: key.capitalize()),
    "缩进换成制表符": lambda line, chance: "\t" + line.lstrip(" ") if _indent(line) else None,
    "缩进里有制表符": _in_indentation("\t"),
    "缩进里有全角空格": _in_indentation("　"),
    "多缩进一格": _shifted(1),
    "多缩进两格": _shifted(2),
    "少缩进一格": _shifted(-1),
    "少缩进两格": _shifted(-2),
    "没有缩进": lambda line, chance: line.lstrip(" ") if _indent(line) else None,
    "双引号只有一半": _before_value('"'),
    "单引号只有一半": _before_value("'"),
    "引号早早结束": _with_key(
        lambda head, key, colon, value: len(value) > 6 and value[0] != "[" and f'{head}{key}: "{value[:4]}"{value[4:]}'
    ),
    "选项的引号只有一半": _item(r"- ", '- "'),
    "方括号没有结束": _in_brackets("]", ""),
    "方括号没有开头": _in_brackets("[", ""),
    "方括号开了两次": _in_brackets("[", "[["),
    "方括号结束了两次": _in_brackets("]", "]]"),
    "方括号以全角结束": _in_brackets("]", "］"),
    "值以方括号开头": _before_value("["),
    "值以花括号开头": _before_value("{"),
    "值以星号开头": _before_value("*"),
    "值以 & 开头": _before_value("&"),
    "值前有锚点": _before_value("&a "),
    "值以 ! 开头": _before_value("!"),
    "值以 @ 开头": _before_value("@"),
    "值以反引号开头": _before_value("`"),
    "值以百分号开头": _before_value("%"),
    "值以竖线开头": _before_value("|"),
    "值以短横开头": _before_value("- "),
    "值里有英文冒号": _with_key(
        lambda head, key, colon, value: (
            len(value) > 6 and value[0] not in "[\"'" and f"{head}{key}: {value[:3]}: {value[3:]}"
        )
    ),
    "选项少了短横": _item(r"- ", "  "),
    "短横后没有空格": _item(r"- ", "-"),
    "短横是全角的": _item(r"- ", "－ "),
    "零宽空格": lambda line, chance: f"{line[:-1]}\u200b{line[-1]}" if line.strip() else None,
    "行分隔符": lambda line, chance: f"{line[:-1]}\u2028{line[-1]}" if line.strip() else None,
    "控制字符": lambda line, chance: f"{line[:-1]}\x07{line[-1]}" if line.strip() else None,
}


def apply(slip: Slip, lines: list[str], chance: Random) -> tuple[int, str] | None:
    """The line, from 0, that the slip happens on, and what becomes of it; None where no line is of the kind."""
    numbers = list(range(len(lines)))
    chance.shuffle(numbers)
    for number in numbers:
        made = slip(lines[number], chance)
        if made and made != lines[number]:
            return number, made
    return None


STRANGE = "：:　\t\"'[]{}&*!|>%@`#,?-\n\r\x00\x07\x1b\x85\u00a0\u200b\u2028\u202e\ufeff\ufffe\ufdd0🙂甲A"


def garble(text: str, chance: Random) -> str:
    """A text after a few blows of any kind."""
    for _ in range(chance.randint(1, 5)):
        lines = text.split("\n")
        one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        place = chance.randrange(len(text) + 1)
        blow = chance.randrange(8)
        if blow == 0:
            lines.pop(one)
        elif blow == 1:
            lines.insert(other, lines[one])
        elif blow == 2:
            lines[one], lines[other] = lines[other], lines[one]
        elif blow == 3:
            lines[one] = lines[one][: chance.randint(0, len(lines[one]))]
        if blow < 4:
            text = "\n".join(lines)
        elif blow == 4:
            text = text[:place] + text[place + 1 :]
        elif blow == 5:
            text = text[:place] + text[place : place + 1][::-1] + text[max(place - 1, 0) : place] + text[place + 1 :]
        else:
            text = text[:place] + chance.choice(STRANGE) + text[place:]
    return text
