"""yanxi new question: a draft at the right place of the right bank, with the next number that nobody has had."""

from __future__ import annotations

import argparse
import difflib
import sys

from yanxi import problem, project
from yanxi.bank import published, write
from yanxi.bank.specimen import specimen
from yanxi.model import Document, Provision
from yanxi.project import FULL, Package
from yanxi.rewrite import rewrite
from yanxi.yamltext import decode

HEAD = "questions:\n"


def run(options: argparse.Namespace) -> int:
    found = project.load(options.root)
    package = found.package(options.document) if options.document else found.current
    if package is None:
        print(f"没有“{options.document or '方案'}”。请看 docs 下面的文件夹叫什么。", file=sys.stderr)
        return 2
    document, said = package.document, options.text.as_posix()
    provision = meant(document, said)
    if provision is None:
        print(f"方案 {document.name} 里没有“{said}”。{_near(document, said)}", file=sys.stderr)
        return 2
    if wrong := found.unread(package):
        print(problem.as_text(wrong))
        print(f"题库里有 {len(wrong)} 个问题，什么也没有写。请先改好。", file=sys.stderr)
        return 1
    path, text = _file(options, package, provision)
    if text is None:
        print(f"读不了 {path}，什么也没有写。请先运行 yanxi check。", file=sys.stderr)
        return 1
    name = published.free_id(provision.id, package.used_ids)
    asked = frozenset(
        published.address(clause)
        for bank in package.banks.values()
        for question in bank.questions
        for quote in question.quotes
        for clause in quote.clauses
        if not question.retired
    )
    entry = specimen(name, options.kind, provision, document, asked)
    new = write.written(text, {}, [entry], None)
    try:
        rewrite(options.root, {path: new})
    except OSError as error:
        print(f"写不了 {path}（{error.strerror}），题库还是原来的样子。", file=sys.stderr)
        return 1
    print(f"{path}:{new[: new.index(f'id: {name}')].count(chr(10)) + 1}: {name}")
    print(_next(package, provision), file=sys.stderr)
    return 0


def meant(document: Document, said: str) -> Provision | None:
    """The provision that an editor means: by its id, how it is cited, or the path of its page or bank."""
    path = said.removeprefix("docs/").removeprefix("quizzes/").removeprefix(f"{document.name}/")
    page = f"{path.removesuffix('.md').removesuffix('.yml').strip('/')}.md"
    cited = next((each for each in document.provisions if said and each.citation == said), None)
    return document.by_id.get(path) or cited or next(iter(document.by_page.get(page, ())), None)


def _near(document: Document, said: str) -> str:
    known = [each for one in document.provisions for each in (one.id, one.citation) if each]
    near = difflib.get_close_matches(said, known, 1, 0.5)
    return f"最接近的是“{near[0]}”。" if near else "请写页号，如 a1-m3；页号是页面的路径 a1/m3，斜线改成短横。"


def _file(options: argparse.Namespace, package: Package, provision: Provision) -> tuple[str, str | None]:
    """The path of the file that goes on with the page's questions, and its text; None where it cannot be read."""
    document = package.document
    bank = package.banks.get(document.by_page[provision.page][0].id)
    if bank is None:
        return f"quizzes/{document.name}/{provision.page.removesuffix('.md')}.yml", HEAD
    path = bank.last_path
    if (options.root / path).stat().st_size > FULL:
        path = project.next_part(path, document)
    if not (options.root / path).exists():
        return path, HEAD
    return path, decode.read_text(options.root / path, path, lambda _: None)


def _next(package: Package, provision: Provision) -> str:
    """What the editor does now."""
    first = package.document.by_page[provision.page][0].id
    page = package.pages.get(provision.page)
    lines = ["这一题是草稿，网站上不显示。请改题干、答案、依据（quote）和解析，再删去 draft 这一行，运行 yanxi check。"]
    if page and first not in (quiz.value for quiz in page.quizzes):
        place = f"docs/{package.document.name}/{provision.page}"
        lines.append(f"{place} 上还没有自测。请在页面最后加上：\n\n## 自测\n\n```quiz\n{first}\n```\n")
    return "\n".join(lines)
