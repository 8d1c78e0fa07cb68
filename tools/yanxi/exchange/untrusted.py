"""What people send, opened without trust: bounded before it is unpacked, without entities, without macros."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

MOST_BYTES = 20_000_000
"""A bank of 10,000 questions is a workbook of 3 MB."""
MOST_UNPACKED = 60_000_000
MOST_TAGS = 2_000_000
"""Marks of XML in all parts together: each may become a cell."""
MOST_PARTS = 2_000
MOST_QUESTIONS = 20_000
MOST_LINES = 300_000

_OPEN = "请用 Excel、Word 或 WPS 打开，去掉密码，另存为 .xlsx 或 .docx。"
_PROLOG = re.compile(r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*", re.DOTALL)


class Refused(Exception):
    """Why a file is not opened, and what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def count(questions: int) -> None:
    """`Refused` where a file has more questions than anybody asks."""
    if questions > MOST_QUESTIONS:
        raise Refused(f"超过 {MOST_QUESTIONS} 道题。", "请分成几个文件。")


def parts(data: bytes) -> frozenset[str]:
    """The names of an archive's parts, in small letters; `Refused` where it is not to be opened.

    Reads no more than is allowed, whatever the archive says of itself.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _checked(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        raise Refused("这个文件是坏的，或是加了密码。", _OPEN) from error


def _checked(archive: zipfile.ZipFile) -> frozenset[str]:
    held = archive.infolist()
    if len(held) > MOST_PARTS or sum(part.file_size for part in held) > MOST_UNPACKED:
        raise Refused("解开以后太大，像是压缩炸弹。", "请把题目复制到新的文件，只留文字。")
    names = frozenset(part.filename.lower() for part in held)
    if any(name.endswith("vbaproject.bin") for name in names):
        raise Refused("里面有宏。", "请另存为不带宏的 .xlsx 或 .docx。")
    tags = 0
    for part in held:
        if part.filename.lower().endswith((".xml", ".rels", ".vml")):
            with archive.open(part) as opened:
                text = opened.read(MOST_UNPACKED)
            # UTF-16 hides a declaration from those who look for it.
            if b"<!DOCTYPE" in text or b"<!ENTITY" in text or b"\0" in text[:64]:
                raise Refused("里面有外部实体的声明。", "平常的文件没有它。请把题目复制到新的文件。")
            tags += text.count(b"<")
    if tags > MOST_TAGS:
        raise Refused("格子太多，或文字太多。", "请删去空行空列，或分成几个文件。")
    return names


def declares(text: str) -> bool:
    """Whether a text of XML begins with a declaration of its own kind, in which entities may stand."""
    prolog = _PROLOG.match(text)
    return bool(prolog) and text.startswith("<!DOCTYPE", prolog.end()) if prolog else False


def kept(data: bytes) -> str:
    """What an archive of Microsoft's older kind holds: Word, Excel, encrypted, or nothing that is known.

    The names in its directory are UTF-16; nothing of it is parsed.
    """
    names = {"EncryptedPackage": "encrypted", "WordDocument": "Word", "Workbook": "Excel", "Book": "Excel"}
    for name, kind in names.items():
        if name.encode("utf-16-le") + b"\0\0" in data:
            return kind
    return ""


def decoded(data: bytes) -> str | None:
    """UTF-8, with its mark or without, UTF-16, GBK; None where it is none of them."""
    encodings = ["utf-8-sig", "gb18030"]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings = ["utf-16"]
    elif b"\0" in data:  # neither UTF-8 nor GBK has it; of the commas and line ends one byte in two is nought
        encodings = ["utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
