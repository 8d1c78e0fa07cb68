"""Files that people send: what each is shows in what it holds, not in its name, and what is no bank is refused in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from yanxi.exchange import docx, gift, layout, moodle, sheets, untrusted
from yanxi.exchange.rows import Row, rows
from yanxi.problem import ERROR, Problem
from yanxi.yamltext.nodes import Report

_MARKED = re.compile(r"\s*<(?:\?xml|!doctype|!--|html|table|meta|quiz|[a-z]+:)", re.IGNORECASE)
_KNOWN = {"xlsx": "Excel 工作簿（.xlsx）", "docx": "Word 文档（.docx）"}


@dataclass(frozen=True)
class Incoming:
    """The questions of a file. `shown` is a problem in it with the place as the file's own program shows it."""

    rows: list[Row]
    shown: Callable[[Problem], Problem] = lambda problem: problem


def read(file: Path, report: Report) -> Incoming:
    """The questions of a file; none after reporting why."""
    name, nothing = file.name, Incoming([])
    try:
        size = file.stat().st_size
        if size > untrusted.MOST_BYTES:
            message = f"文件有 {size // 1_000_000} MB，上限是 {untrusted.MOST_BYTES // 1_000_000} MB。"
            report(Problem(name, 1, 1, "文件过大", message, "题库没有这样大，请只留题目，删去图片和空行。"))
            return nothing
        data = file.read_bytes()
    except OSError as error:
        report(Problem(name, 1, 1, "读不了文件", f"打不开这个文件（{error.strerror}）。", "请检查文件是否存在。"))
        return nothing
    said: list[Problem] = []
    try:
        made = _packed(data, name, said.append) if data.startswith(b"PK") else _text(data, name, said.append)
    except untrusted.Refused as refused:
        said.append(Problem(name, 1, 1, "读不了文件", refused.message, refused.hint))
        made = Incoming([])
    if not made.rows and all(each.severity != ERROR for each in said):
        hint = "表格要有表头；Word 和文本里，每题前面写题号（1.），选项写 A. B. C.，答案写在“答案：”后面。"
        said.append(Problem(name, 1, 1, "没有题目", "没有认出题目。", hint))
    for each in said:
        report(each)
    return made


def _packed(data: bytes, name: str, report: Report) -> Incoming:
    """An archive: a workbook or a Word document."""
    parts = untrusted.parts(data)
    if any(part.startswith("word/") for part in parts):
        return Incoming(*docx.read(data, name, report))
    if any(part.startswith("xl/") and part.endswith((".xml", ".bin")) for part in parts):
        return Incoming(rows(sheets.workbook(data, name, report), report), sheets.shown)
    if {"mimetype", "content.xml"} <= parts:
        raise untrusted.Refused("这是 OpenDocument 文件（.ods、.odt）。", "请另存为 .xlsx 或 .docx。")
    raise untrusted.Refused("这个压缩包里没有表格，也没有 Word 文档。", "请给出里面的 .xlsx 或 .docx。")


def _text(data: bytes, name: str, report: Report) -> Incoming:
    """What is no archive: a text, or something that is refused."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise _old(untrusted.kept(data))
    if data.startswith((b"%PDF", b"\x1f\x8b", b"Rar!", b"7z", b"\x89PNG", b"\xff\xd8", b"GIF8", b"BM", b"SQLite")):
        raise untrusted.Refused("这不是表格，也不是文字。", "请给出 .xlsx、.docx、.csv、Moodle XML 或 GIFT。")
    text = untrusted.decoded(data)
    if text is None or "\0" in text:
        report(Problem(name, 1, 1, "文件编码", "认不出这个文件的编码。", "请另存为 UTF-8 的文本（CSV UTF-8）。"))
        return Incoming([])
    text = text.replace("\r\n", "\n").replace("\r", "\n") if not sheets.headed(text) else text
    if text.startswith("{\\rtf"):
        raise untrusted.Refused("这是 RTF 文档。", f"请用 Word 打开，另存为“{_KNOWN['docx']}”。")
    if _MARKED.match(text) or text[:200].startswith("MIME-Version:"):
        return Incoming(moodle.read(text, name, report)) if moodle.recognised(text) else _foreign(text)
    if sheets.headed(text):
        return Incoming(rows(sheets.text(text, name, report), report), sheets.shown)
    if gift.recognised(text):
        return Incoming(gift.read(text, name, report))
    if layout.recognised(text):
        return Incoming(layout.text(text, name, report))
    return Incoming(rows(sheets.text(text, name, report), report), sheets.shown)


def _old(kind: str) -> untrusted.Refused:
    """Word's and Excel's older files; what is encrypted is kept in one of them, too."""
    if kind == "encrypted":
        return untrusted.Refused("这个文件加了密码。", "请打开它，去掉密码，再保存。")
    if kind == "Word":
        message = "这是旧版的 Word 文档（.doc，或 WPS 的 .wps）。"
        return untrusted.Refused(message, f"请用 Word 或 WPS 打开，另存为“{_KNOWN['docx']}”。")
    message = "这是旧版的 .xls（或 WPS 的 .et）。" if kind == "Excel" else "这是旧版的 Office 文件，或是加了密码的。"
    return untrusted.Refused(message, f"请用 Excel 或 WPS 打开，去掉密码，另存为“{_KNOWN['xlsx']}”。")


def _foreign(text: str) -> Incoming:
    """Refuses a page, and XML that is not Moodle's."""
    if untrusted.declares(text) and not re.match(r"\s*<!doctype\s+html", text, re.IGNORECASE):
        raise untrusted.Refused("里面有外部实体的声明。", "平常的文件没有它。请从 Moodle 重新导出。")
    word = (
        "wordprocessingml" in text[:4000]
        or "wordDocument" in text[:4000]
        or "urn:schemas-microsoft-com:office:word" in text[:4000]
    )
    known = _KNOWN["docx" if word else "xlsx"]
    raise untrusted.Refused(
        "这是网页或 XML，不是表格，也不是 Moodle 的题库。", f"请用 Word 或 Excel 打开，另存为“{known}”。"
    )
