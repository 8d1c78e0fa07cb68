"""yanxi new: a text becomes a document, with pages, empty banks, glossary and settings; or a page gets a question."""

from __future__ import annotations

import argparse
import codecs
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from yanxi import problem
from yanxi.bank.kinds import KINDS
from yanxi.commands import new_question
from yanxi.document import write
from yanxi.document.read import read_document
from yanxi.document.settings import Settings, read_settings
from yanxi.model import Document
from yanxi.problem import Problem
from yanxi.project import GLOSSARY, SETTINGS, TEXT
from yanxi.yamltext import decode, parse
from yanxi.yamltext.nodes import Report

NAME = "new"
HELP = "把一份文件的全文做成一份方案；yanxi new question 给一页加一道题"

QUESTION = "question"
RESERVED = ("study", "help", "assets", "search", "data", QUESTION)
"""Folders of the site that a document would hide."""

_MAGIC = {b"PK\x03\x04": "Word 或 WPS 文件", b"\xd0\xcf\x11\xe0": "Word 或 WPS 文件", b"%PDF": "PDF 文件"}
_UTF16 = "UTF-16（“Unicode”）"
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_ATTRIBUTES = """
# The official text has trailing spaces; they are its own. And text.txt is the source byte for byte.
docs/{name}/** -whitespace
docs/{name}/{text} -text
"""


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="名字", help=f"文件夹的名字，也是网址的一段，如 2023；写 {QUESTION} 是加一道题")
    parser.add_argument("text", metavar="全文", type=Path, help="全文，一个文本文件；加一道题时是页号，如 a1-m3")
    parser.add_argument(
        "--settings", metavar="文件", type=Path, help="写好的 document.yml：层级与通常的不同时，先在里面写明 levels"
    )
    labels = "、".join(f"{name}（{kind.LABEL}）" for name, kind in KINDS.items())
    first = next(iter(KINDS))
    parser.add_argument(
        "--kind", choices=tuple(KINDS), default=first, metavar="题型", help=f"{labels}；不写就是 {first}"
    )
    parser.add_argument("--document", metavar="方案", help="题加在哪一份方案里（默认首页用的那一份）")


def run(options: argparse.Namespace) -> int:
    if options.name == QUESTION:
        return new_question.run(options)
    problems: list[Problem] = []
    done = _make(options, problems.append)
    if problems:
        print(problem.as_text(sorted(problems)))
        print(f"共 {len(problems)} 个问题，什么也没有写。", file=sys.stderr)
    elif done:
        print(done, file=sys.stderr)
    return 0 if done and not problems else 1


def _make(options: argparse.Namespace, report: Report) -> str:
    """Makes the document; returns what to tell the editor, or an empty string after saying why it was not made."""
    if refusal := _refusal(options.root, options.name):
        print(refusal, file=sys.stderr)
        return ""
    shown = options.text.as_posix()
    source, encoding = _read(options.text, shown, report)
    text = decode.decode(source, shown, report) if source is not None else None
    own, settings = _settings(options.settings, options.name, report)
    if text is None or source is None or settings is None:
        return ""
    broken = False

    def watch(found: Problem) -> None:
        nonlocal broken
        broken = True
        report(found)

    document = read_document(text, options.name, shown, watch, settings.levels)
    if broken:
        return ""
    alone = not any(options.root.glob(f"docs/*/{TEXT}"))
    files = dict(_files(document, source, own or write.settings(options.name, document, alone, source).encode()))
    _place(options.root, options.name, files)
    return _said(options.name, document, encoding)


def _refusal(root: Path, name: str) -> str:
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", name):
        return f"名字“{name}”不能用。请只用英文小写字母、数字和短横，如 2023、2023-party。"
    if name in RESERVED:
        return f"名字“{name}”网站自己要用。请换一个。"
    for folder in (f"docs/{name}", f"quizzes/{name}"):
        if (root / folder).exists():
            return f"{folder} 已经有了，没有动它。请换一个名字，或先把它移走。"
    return ""


# What the editor gives.


def _read(file: Path, shown: str, report: Report) -> tuple[bytes | None, str]:
    """A text's bytes in UTF-8, and the encoding it was in before, empty where they are the file's own bytes."""
    try:
        data = file.read_bytes()
    except OSError as error:
        hint = "请检查文件名，以及文件是否正被占用。"
        report(Problem(shown, 1, 1, "读不了文件", f"打不开这个文件（{error.strerror}）。", hint))
        return None, ""
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            report(
                Problem(shown, 1, 1, "文件编码", f"这是 {kind}，不是文本文件。", "请打开它，另存为“纯文本”（UTF-8）。")
            )
            return None, ""
    for encoding, called in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if match := _CONTROL.search(text):
            line = text.count("\n", 0, match.start()) + 1
            message = f"这一行有看不见的字符（U+{ord(match[0]):04X}），不像文本文件。"
            report(Problem(shown, line, 1, "看不见的字符", message, "请删掉它，或重新另存为“纯文本”（UTF-8）。"))
            return None, ""
        return (text.encode(), called) if called else (data, "")
    message = "文件是一种认不出的编码。"
    report(Problem(shown, 1, 1, "文件编码", message, "请用记事本打开，“另存为”时把编码选成 UTF-8。"))
    return None, ""


def _encodings(data: bytes) -> Iterator[tuple[str, str]]:
    """Encodings to try, and what an editor calls them; UTF-8 needs no name, for nothing is changed."""
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        yield "utf-16", _UTF16
    yield "utf-8", ""
    if b"\0" in data:  # the upper half of a line end in UTF-16 without a mark at its beginning
        yield "utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be", _UTF16
    yield "gb18030", "GBK（“ANSI”）"


def _settings(file: Path | None, name: str, report: Report) -> tuple[bytes, Settings | None]:
    """The bytes of a document.yml that is there already, and what it says; None after reporting what is wrong in it."""
    if file is None:
        return b"", read_settings(None, name, report)
    found: list[Problem] = []
    settings = read_settings(parse.read_file(file, file.as_posix(), found.append), name, found.append)
    for each in found:
        report(each)
    return (b"", None) if found else (file.read_bytes(), settings)


# What becomes of it.


def _files(document: Document, source: bytes, settings: bytes) -> Iterator[tuple[str, bytes]]:
    """Every file of the document, by its path in the project."""
    docs, quizzes = f"docs/{document.name}", f"quizzes/{document.name}"
    yield f"{docs}/{TEXT}", source
    yield f"{docs}/{SETTINGS}", settings
    yield f"{docs}/{GLOSSARY}", write.GLOSSARY.encode()
    for path, text in write.REFERENCE.items():
        yield f"{docs}/{path}", text.encode()
    for path, text in write.pages(document, write.title(document) or document.name):
        yield f"{docs}/{path}", text.encode()
        if path in document.by_page:
            yield f"{quizzes}/{path.removesuffix('.md')}.yml", write.BANK.encode()


def _place(root: Path, name: str, files: dict[str, bytes]) -> None:
    """Writes all files, or none: into a folder beside first, which is then moved to its place.

    docs/NAME comes last: a document is one as soon as its text.txt is there.
    """
    attributes = root / ".gitattributes"
    before = attributes.read_bytes() if attributes.exists() else None
    with ExitStack() as undo:
        beside = Path(tempfile.mkdtemp(prefix=".yanxi-new-", dir=root))
        undo.callback(shutil.rmtree, beside, ignore_errors=True)
        for path, data in files.items():
            (beside / path).parent.mkdir(parents=True, exist_ok=True)
            (beside / path).write_bytes(data)
        with ExitStack() as back:
            (root / "quizzes").mkdir(exist_ok=True)
            (beside / "quizzes" / name).rename(root / "quizzes" / name)
            back.callback(shutil.rmtree, root / "quizzes" / name)
            back.callback(_restore, attributes, before)
            rows = _ATTRIBUTES.format(name=name, text=TEXT).encode()
            _replace(attributes, beside, (before or b"") + (rows if before else rows.lstrip()))
            (beside / "docs" / name).rename(root / "docs" / name)
            back.pop_all()


def _replace(file: Path, beside: Path, data: bytes) -> None:
    (beside / file.name).write_bytes(data)
    (beside / file.name).replace(file)


def _restore(file: Path, data: bytes | None) -> None:
    if data is None:
        file.unlink(missing_ok=True)
    else:
        file.write_bytes(data)


def _said(name: str, document: Document, encoding: str) -> str:
    lines = [
        f"已建立 docs/{name}：{len(document.provisions)} 条，{len(document.by_page)} 页；题库在 quizzes/{name}，还没有题。"
    ]
    if encoding:
        lines.append(f"全文原来存成{encoding}，text.txt 已转成 UTF-8，字一个没有动。")
    lines.append(f"请看 docs/{name}/{SETTINGS} 里的名称和介绍对不对，再运行 yanxi check。")
    return "\n".join(lines)
