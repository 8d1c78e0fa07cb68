"""The ids that readers know: a document's published provisions, clauses and questions, in `published.lock` beside its banks.

Links, citations and the answers on phones go by these ids. What has been published is neither taken away in silence nor
given to something else; `yanxi ids` adds what is new. One line an id, so that two branches can be merged:

    provision a1-m3
    clause a1-m3#c4 5e0c2d1f            (a fingerprint of its words)
    question a1-m3-q07 各支部多久书面报告一次？
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from yanxi.bank.checks.words import likeness, meaning
from yanxi.model import Bank, Clause, Document, Question
from yanxi.problem import Problem
from yanxi.yamltext.nodes import Report, Text

FILE = "published.lock"
HEAD = "# 已经公布的编号，由 yanxi ids 写入，不要手改。见编辑手册“命令”。\n"
CHANGED = "题号换了题"
ANOTHER = 0.3
"""A stem that is less like the published one is taken for another question."""

_LINE = re.compile(r"(provision) ([a-z0-9-]+)|(clause) ([a-z0-9-]+#c[0-9]+) ([0-9a-f]{8})|(question) ([a-z0-9-]+) (.+)")


@dataclass(frozen=True)
class Published:
    """What a lock file holds: for each id what stood there, and the line it is on.

    Attributes:
        path: the file, relative to the project.
        provisions, clauses, questions: id to nothing, fingerprint, stem.
    """

    path: str
    provisions: Mapping[str, str] = field(default_factory=dict)
    clauses: Mapping[str, str] = field(default_factory=dict)
    questions: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)

    def problem(self, name: str, code: str, message: str, hint: str) -> Problem:
        return Problem(self.path, self.lines.get(name, 1), 1, code, message, hint)


def read_published(text: str, path: str, report: Report) -> Published:
    """Reads a lock file; reports a line that is none of its own, such as what a merge has left."""
    kinds: dict[str, dict[str, str]] = {"provision": {}, "clause": {}, "question": {}}
    lines: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        match = _LINE.fullmatch(line)
        if match:
            kind, name, *held = (each for each in match.groups() if each)
            if kinds[kind].get(name, "".join(held)) != "".join(held):
                message = f"“{name}”写了两次（第 {lines[name]} 行已有），内容不同。"
                hint = "多半是合并留下的：请只留先公布的那一行。"
                report(Problem(path, number, 1, "编号清单写法", message, hint))
                continue
            kinds[kind][name] = "".join(held)
            lines[name] = number
        elif line and not line.startswith("# "):
            message = f"这一行不是编号：“{line[:20]}”。"
            hint = "这个文件由 yanxi ids 写入；请恢复它，合并留下的记号删去，两边的行都留。"
            report(Problem(path, number, 1, "编号清单写法", message, hint))
    return Published(path, kinds["provision"], kinds["clause"], kinds["question"], lines)


def as_text(known: Published, document: Document, questions: Iterable[Question], same: Collection[str] = ()) -> str:
    """The lock file with everything there is now, and what was there once.

    `same` are questions whose new stem asks what the old one asked; of all others the first stem stays.
    """
    provisions = dict.fromkeys([*(each.id for each in document.provisions), *known.provisions])
    now = fingerprints(document)
    clauses = now | {name: held for name, held in known.clauses.items() if name not in now}
    stems = {each.id: stem(each) for each in questions}
    kept = {name: held for name, held in known.questions.items() if name not in same}
    rows = [
        *(f"provision {name}" for name in provisions),
        *(f"clause {name} {held}" for name, held in clauses.items()),
        *(f"question {name} {held}" for name, held in (stems | kept).items()),
    ]
    return HEAD + "".join(f"{row}\n" for row in rows)


def fingerprints(document: Document) -> dict[str, str]:
    """Each clause's address, and eight hex digits of its words."""
    return {address(clause): _fingerprint(clause) for each in document.provisions for clause in each.clauses}


def address(clause: Clause) -> str:
    """A clause's address in its document: ``a1-m3#c4``."""
    return f"{clause.provision}#{clause.id}"


def _fingerprint(clause: Clause) -> str:
    return hashlib.sha256(clause.text.encode()).hexdigest()[:8]


def stem(question: Question) -> str:
    """A stem on one line."""
    return " ".join(question.stem.split())


def free_id(page: str, used: Iterable[str]) -> str:
    """The next number of a page, behind all that anybody has had; `used` are ids of questions, of other things too."""
    numbers = [
        int(number) for name, _, number in (each.rpartition("-q") for each in used) if name == page and number.isdigit()
    ]
    return f"{page}-q{max(numbers, default=0) + 1:02}"


def new_ids(known: Published, document: Document, questions: Iterable[Question]) -> list[str]:
    """The ids that are not published yet."""
    now = [*(each.id for each in document.provisions), *fingerprints(document), *(each.id for each in questions)]
    return [name for name in now if name not in known.lines]


def check_text(known: Published, document: Document, retired: Mapping[str, Text]) -> Iterator[Problem]:
    """The published provisions and clauses that are gone, or that stand for other words now.

    `retired` are the ids that document.yml gives up, with reasons; a provision's clauses go with it.
    """
    for name in known.provisions:
        if name not in document.by_id and name not in retired:
            message = f"公布过的“{name}”没有了，读者手里的链接会落空。"
            yield known.problem(name, "编号没有了", message, _given_up(name, "请恢复 text.txt 里的这一条"))
        elif name in document.by_id and name in retired:
            hint = "退役的编号不能再用。请删掉这一行，或给新的一条另用一份方案。"
            yield retired[name].problem("退役的编号", f"“{name}”写着退役，方案里却还有这一条。", hint)
    now = fingerprints(document)
    places = {held: name for name, held in reversed(now.items())}
    said: set[str] = set()
    for name, held in known.clauses.items():
        provision = name.partition("#")[0]
        if retired.keys() & {name, provision} or provision in said or provision not in document.by_id:
            continue
        if name not in now:
            message = f"公布过的“{name}”（{_cited(document, name)}）没有了，引用它的链接会落空。"
            yield known.problem(name, "编号没有了", message, _given_up(name, "请恢复 text.txt 里的这一句"))
            said.add(provision)
        elif now[name] != held and held in places:
            message = f"“{name}”（{_cited(document, name)}）现在是另一句话，原来的那一句成了“{places[held]}”。"
            yield known.problem(name, "编号换了内容", message, _given_up(name, "请恢复 text.txt 里的先后"))
            said.add(provision)


def _given_up(name: str, mend: str) -> str:
    return f"{mend}；确实不再有的，在 document.yml 里写“retired:”，下面空两格写“{name}: 原因”。"


def _cited(document: Document, name: str) -> str:
    provision, _, clause = name.partition("#c")
    return f"{document.by_id[provision].citation}第 {clause} 句"


def check_questions(
    known: Published, banks: Iterable[Bank], document: Document, retired: Mapping[str, Text]
) -> Iterator[Problem]:
    """The published questions that are gone or that ask something else now, and new ones with another page's number."""
    found = {question.id: (bank, question) for bank in banks for question in bank.questions}
    asks = {stem(question): question for _, question in found.values()}
    for name, before in known.questions.items():
        if name in found:
            question = found[name][1]
            if question.draft:
                hint = "请删去 draft 这一行；不再考的，写上 retired: 原因。"
                yield question.at.get("id").problem(
                    "公布过的草稿", f"公布过的“{name}”又成了草稿，读者的记录会落空。", hint
                )
            alike = likeness(meaning(before), meaning(question.stem)) >= ANOTHER and before not in asks
            if before != stem(question) and not alike:
                message = f"公布过的“{name}”问的是“{before[:20]}”，现在像是另一道题。"
                hint = (
                    "请把旧题放回来，写上 retired: 原因，新题另用一个号，写上 replaces；"
                    f"只是改写、问的还是同一件事，请运行 yanxi ids --same {name}。"
                )
                if before in asks:
                    hint = f"那一题现在的号是“{asks[before].id}”：请把两题的号换回来。"
                yield question.at.get("id").problem(CHANGED, message, hint)
        elif not retired.keys() & {name, name.rpartition("-q")[0]}:
            message = f"公布过的“{name}”（{before[:20]}）不在题库里了，读者的记录会落空。"
            hint = (
                "请把它放回原处，写上 retired: 原因；"
                f"找不回来的，在 document.yml 里写“retired:”，下面空两格写“{name}: 原因”。"
            )
            if before in asks:
                hint = f"那一题现在的号是“{asks[before].id}”：请把号改回“{name}”。"
            yield known.problem(name, "编号没有了", message, hint)
    for name, (bank, question) in found.items():
        if name in retired:
            message = f"“{name}”在 document.yml 里写着退役。"
            yield question.at.get("id").problem("退役的编号", message, "退役的号不能再用，请换一个新号。")
        own = {each.id for each in document.by_page[document.by_id[bank.provision].page]}
        if name not in known.questions and name.rpartition("-q")[0] not in own:
            message = f"“{name}”是别的页的号，这里是“{bank.provision}”的题库。"
            hint = f"请改成 {bank.provision}-q 加一个没有用过的号。"
            yield question.at.get("id").problem("别页的题号", message, hint)


def check_retired(known: Published, retired: Mapping[str, Text]) -> Iterator[Problem]:
    """What document.yml gives up though it was never published: most likely misspelt."""
    for name, place in retired.items():
        if name not in known.lines:
            hint = "请写公布过的编号，如 a1-m3、a1-m3#c4、a1-m3-q07；没有公布过的不用写。"
            yield place.problem("没有这个编号", f"没有公布过“{name}”。", hint)
