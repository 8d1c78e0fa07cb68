"""A file's bytes as text: UTF-8, with what else editors save, and what git leaves in a file, named in a `Problem`."""

from __future__ import annotations

import codecs
import re
import unicodedata
from pathlib import Path

from yanxi.problem import Problem
from yanxi.yamltext.nodes import Report

MAX_BYTES = 2_000_000
"""A bank of 2,000 questions has about 1 MB; a larger file is not a bank."""

# Control characters, line ends that only YAML takes for line ends, zero-width and bidirectional marks, letters without a shape
# (Hangul's filler, Braille's blank), tags and variation selectors.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufdd0-\ufdef\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)

_MAGIC = {
    b"PK\x03\x04": "Word、Excel 或压缩文件", b"\xd0\xcf\x11\xe0": "Word 或 Excel 文件", b"%PDF": "PDF 文件",
    b"{\\rtf": "写字板的文件", b"\x89PNG": "图片", b"\xff\xd8\xff": "图片",
}  # fmt: skip

# Characters that no font has (Word's private bullets), that were lost in another encoding, and radicals that look like characters.
_ODD = re.compile("[\ue000-\uf8ff\ufffd\u2e80-\u2fdf]")

_FOREIGN = re.compile("[^\\x00-\\x7f]{6,}")
_CHINESE = re.compile("[一-鿿]")
_CONFLICT = re.compile(r"^[ \t]*(?:[<>|]{7}(?: .*)?|={7})$", re.MULTILINE)


def read_text(file: Path, name: str, report: Report) -> str | None:
    """Reads a text file in UTF-8; `name` is its path as shown to the editor. None after reporting."""
    try:
        data = file.read_bytes()
    except OSError as error:
        report(
            Problem(
                name, 1, 1, "读不了文件", f"打不开这个文件（{error.strerror}）。", "请检查文件是否存在、是否正被占用。"
            )
        )
        return None
    return decode(data, name, report)


def decode(data: bytes, name: str, report: Report) -> str | None:
    """UTF-8, with or without a byte order mark; anything else is reported with the line of its first strange byte.

    A conflict that git could not settle is reported, too: of two texts between marks nobody can say which is meant.
    """
    if len(data) > MAX_BYTES:
        report(
            Problem(
                name,
                1,
                1,
                "文件过大",
                f"文件有 {len(data)} 字节，超过 {MAX_BYTES} 字节。",
                _too_large(name),
            )
        )
        return None
    if made_by := next((name for magic, name in _MAGIC.items() if data.startswith(magic)), ""):
        hint = "网站只认纯文本：请从原来的版本恢复它；要用里面的文字，请在 Word 里另存为“纯文本”，编码选 UTF-8。"
        report(Problem(name, 1, 1, "文件编码", f"文件里其实是 {made_by}，只是改了文件名。", hint))
        return None
    if data and not data.strip(b"\0"):
        hint = f"请从原来的版本恢复：git restore {name}。"
        report(Problem(name, 1, 1, "空文件", "文件里全是空字符，多半是存盘时断了电。", hint))
        return None
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or (len(data) > 1 and (data[0] == 0) != (data[1] == 0)):
        report(_encoding(name, 1, "UTF-16（“Unicode”）"))
        return None
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        try:
            data.decode("gb18030")
        except UnicodeDecodeError:
            if line > 1 and not data[: error.start].isascii():
                message = "从这一行起不是 UTF-8，前面的是：多半是两种编码的文字拼在了一起。"
                hint = f"请把这一行起的文字重打，或从原来的版本恢复：git restore {name}。"
                report(Problem(name, line, 1, "文件编码", message, hint))
            else:
                report(_encoding(name, line, "一种认不出的编码"))
        else:
            report(_encoding(name, line, "GBK（“ANSI”）"))
        return None
    if garbled := _garbled(text):
        message = "从这一行起是乱码：文件用别的编码打开过，又存了盘。"
        report(Problem(name, garbled, 1, "乱码", message, f"请从原来的版本恢复：git restore {name}，再重新改。"))
        return None
    if mark := _CONFLICT.search(text):
        report(_conflict(name, text, mark))
        return None
    return text


def _garbled(text: str) -> int:
    """The first line whose characters are those of UTF-8 read as something else (涓€銆 for 一、); 0 where there is none.

    Six characters of real Chinese are never that, too, but for one case in a thousand million.
    """
    for run in _FOREIGN.finditer(text):
        for other in ("gb18030", "latin-1", "cp1252"):
            try:
                meant = codecs.getincrementaldecoder("utf-8")().decode(run[0].encode(other))
            except UnicodeError:
                continue
            if len(_CHINESE.findall(meant)) > 2:
                return text.count("\n", 0, run.start()) + 1
    return 0


def _encoding(name: str, line: int, found: str) -> Problem:
    return Problem(
        name,
        line,
        1,
        "文件编码",
        f"文件存成了{found}，网站只认 UTF-8。",
        "请用记事本打开，“另存为”时把编码选成 UTF-8。",
    )


def _too_large(name: str) -> str:
    """What to do: a bank goes on in another file, anything else is not what it should be."""
    if name.startswith("quizzes/") and "/papers/" not in name and name.endswith(".yml"):
        stem = name.rpartition("/")[2].removesuffix(".yml")
        return f"请把后面的题移到旁边的新文件 {stem}-2.yml，第一行也写 questions:，页面不用改。"
    return "这样的文件只有几千字，多半放错了文件，或粘进了别的东西，请从原来的版本恢复。"


def _conflict(name: str, text: str, mark: re.Match[str]) -> Problem:
    line = text.count("\n", 0, mark.start()) + 1
    message = f"这一行是“{mark[0].strip()}”，是 git 合并冲突留下的记号。"
    hint = "两个人改了同一处：请只留下要用的文字，把 <<<<<<<、=======、>>>>>>> 这几行都删掉，再提交。"
    return Problem(name, line, 1, "合并冲突", message, hint)


def odd_character(text: str) -> tuple[int, str, str, str] | None:
    """The first character of a text that a reader will not see, or not as it is meant: its column from 0, code, message, hint."""
    if match := INVISIBLE.search(text):
        message = f"这里有一个看不见的字符（U+{ord(match[0]):04X}）。"
        return match.start(), "看不见的字符", message, "请删掉它，多半是粘贴时带进来的。"
    match = _ODD.search(text)
    if match is None:
        return None
    character, place = match[0], match.start()
    if character == "\ufffd":
        return place, "乱码", "这里有一个“�”，是换编码时丢了的字。", "请查原稿，重打这个字。"
    plain = unicodedata.normalize("NFKC", character)
    if plain != character:
        message = f"“{character}”（U+{ord(character):04X}）是部首，不是汉字“{plain}”，搜索找不到它。"
        return place, "形近字", message, f"请改成“{plain}”，多半是从 PDF 复制来的。"
    message = f"这里有一个字体里没有的字符（U+{ord(character):04X}），读者看到的是方框。"
    return place, "乱码", message, "请删掉它，多半是 Word 的项目符号。"
