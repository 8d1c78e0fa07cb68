"""What stands around the body of an official document, known by its form (GB/T 9704-2012, 7.2 to 7.4).

In front: issuing office, document number, title, addressee, and of a regulation how it was adopted and its contents. At the
end: list of attachments, signature, date, whom a copy goes to. After it: attachments with a text of their own.
All functions take lines without the white space at their ends, and none of them is empty.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

TEXT, HEADING = "text", "heading"
ISSUER, NUMBER, TITLE, ADOPTED, CONTENTS, ADDRESSEE = "issuer", "number", "title", "adopted", "contents", "addressee"
ATTACHMENT, SIGNATURE, DATE, COPY = "attachment", "signature", "date", "copy"
ROLES = (TEXT, HEADING, ISSUER, NUMBER, TITLE, ADOPTED, CONTENTS, ADDRESSEE, ATTACHMENT, SIGNATURE, DATE, COPY)
"""What a line is. `text` and `heading` are the body; the others have a shape of their own in print."""

_YEAR = r"(?:[0-9０-９]{4}|[〇零○OＯ一二三四五六七八九]{4}|[0-9×xX*＊]{4})"
_FEW = r"(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}|[×xX*＊]{1,2}|)"
_DAY = rf"{_YEAR}\s*年\s*{_FEW}\s*月\s*{_FEW}\s*日|{_YEAR}[-./．]\d{{1,2}}[-./．]\d{{1,2}}"
_DATE = re.compile(rf"[（(]?\s*(?:{_DAY})\s*[）)]?")
_SIGNED = re.compile(rf"[^。；：，,:;！？]{{2,40}}\s+(?:{_DAY})")
_NUMBER = re.compile(
    r"\S{1,16}\s*[〔\[［（(【]\s*[0-9０-９]{4}\s*[〕\]］）)】]\s*(?:第\s*)?[0-9０-９×xX*＊]{1,4}\s*号(?:\s+签发人.*)?|第\s*[0-9０-９]{1,4}\s*号"
)
_SECRET = re.compile(r"(?:绝密|机密|秘密|特急|加急|平急|急件)\S{0,6}")
_ADOPTED = re.compile(r"[（(].*(?:通过|发布|公布|施行|修订|修正|印发|批准).*[）)]")
_COPY = re.compile(
    rf"(?:抄送|抄报|主送|分送|发至|主题词)\s*[：:].*|.*(?:{_DAY})\s*印[发制]|[（(](?:此件|联系|公开).*[）)]|.*共印\s*\d+\s*份.*"
)
_FORMULA = re.compile(
    r"特此\S{2,6}[。！]?|此[复致令]\s*[。！]?|以上\S{0,12}(?:请批示|请审[示批])[。！]?|妥否，请批示[。！]?"
)
_CONTACT = re.compile(r"(?:联\s*系\s*人|联系电话|联系方式|联系地址|电话|传真|邮箱|电子邮箱|地址)\s*[：:]")
_OFFICE = re.compile(r".*(?:局|委|会|府|办|室|部|院|校|厅|署|站|组|团|中心|支部|总队|公司|学校|领导小组|指挥部)")
_ATTACHMENT = re.compile(r"附\s*件\s*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{0,3})(?:\s*[：:])?")
_LIST = re.compile(r"附\s*件?\s*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{0,3})\s*[：:]\s*\S.*")
_ENTRY = re.compile(r"(?:[0-9０-９]{1,2}\s*[.．、]|附\s*件).*")
_MARKED = re.compile(r"[（(]?(?:[一二三四五六七八九十百]{1,5}|[0-9０-９]{1,3})[、.．）)]|第\S{1,7}[编章节条]|附\s*件")
_CLOSED = re.compile(r"[。；：！？…;:!?.]\s*[”’》）)]*$|[”’）)—]$")
_STOP = re.compile(r"[。；，、：！？,;:!?]")
_OPENING = re.compile(r"如下|以下|下列|现将|为|根据|按照|通知|要求|包括")
_FIELD = re.compile(r"[^。；，、：]{1,12}[：:]\s*\S")


def is_date(words: str) -> bool:
    """2022年3月5日, 二〇二二年三月五日, and nothing else on the line."""
    return bool(_DATE.fullmatch(words))


def front(words: Sequence[str], contents: tuple[int, int] = (0, 0), last: bool = False) -> list[str]:
    """The roles of the lines before the first level mark. `contents` is where the table of contents stands among them, and
    `last` says that nothing comes after them.

    After a date a title may come again: a regulation is issued with a letter in front.
    """
    roles: list[str] = []
    heading = True
    for place, line in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else ""
        role = _head(line, following) if heading else TEXT
        if role == TITLE and not roles and last and not following:
            role = TEXT
        if role in (TEXT, ADDRESSEE):
            heading = False
        if not heading and role == TEXT:
            role = _letter(line, words[place + 1 : place + 4])
        heading = heading or role == DATE or bool(_SIGNED.fullmatch(line))
        roles.append(role)
    begin, end = contents
    roles[begin:end] = [CONTENTS] * (end - begin)
    return roles


def _head(line: str, following: str) -> str:
    if _NUMBER.fullmatch(line) or _SECRET.fullmatch(line):
        return NUMBER
    if line.endswith("文件") and len(line) <= 30 and _NUMBER.fullmatch(following):
        return ISSUER
    if _ADOPTED.fullmatch(line):
        return ADOPTED
    if is_date(line):
        return DATE
    if line[-1] in "：:":
        return ADDRESSEE if len(line) <= 120 and "。" not in line and not _OPENING.search(line) else TEXT
    if len(line) <= 60 and not re.search(r"[。；，]|[：！？…;:!?.]$", line) and not _FIELD.match(line):
        return TITLE
    return TEXT


def _letter(line: str, following: Sequence[str]) -> str:
    """The role of a line in the letter before a regulation: a signature stands before a date."""
    if is_date(line):
        return DATE
    if _SIGNED.fullmatch(line):
        return SIGNATURE
    for after in following:
        if is_date(after):
            return SIGNATURE if _signs(line) else TEXT
        if not _signs(after):
            break
    return TEXT


def contents(words: Sequence[str]) -> tuple[int, int]:
    """Where a printed table of contents (目录) begins and is over, which is where its first entry stands again; (0, 0) without one."""
    entries = [re.sub(r"[\s.．…·]+|\d+$", "", line) for line in words]
    for begin, entry in enumerate(entries[:-2]):
        if entry == "目录":
            first = re.sub(r"\d+$", "", entries[begin + 1])
            again = next((n for n in range(begin + 2, len(entries)) if entries[n] == first), 0)
            return (begin, again) if again else (0, 0)
    return 0, 0


def attachments(words: Sequence[str]) -> list[int]:
    """The lines at which attachments with a text of their own begin: 附件1 on a line of its own, or named after the date."""
    found = []
    dated = False
    for place, line in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else ""
        alone = _ATTACHMENT.fullmatch(line) and (dated or line[-1] not in "：:")
        headed = dated and _ATTACHMENT.match(line) and not _CLOSED.search(line) and not _COPY.fullmatch(following)
        if place and following and (alone or (headed and not _ATTACHMENT.match(following))):
            found.append(place)
        if is_date(line) or _SIGNED.fullmatch(line):
            dated = True
        elif not found and line[-1] in "。；：" and not _COPY.fullmatch(line):  # the date was one above the body
            dated = False
    return found


def attachment_label(line: str) -> str:
    """附件1 of ``附件1：报名表``."""
    match = _ATTACHMENT.match(line)
    return re.sub(r"[\s：:]", "", match[0]) if match else ""


def closing(words: Sequence[str]) -> list[str]:
    """The roles of the lines at the end that are no longer body; empty when the text ends with its body.

    The first line is never among them.
    """
    roles: list[str] = []
    while (left := len(words) - len(roles)) > 1:
        line = words[left - 1]
        if _COPY.fullmatch(line):
            roles.append(COPY)
        elif _FORMULA.fullmatch(line) or (roles and _CONTACT.match(line)):
            roles.append(TEXT)
        elif is_date(line):
            roles.append(DATE)
            roles += _signatures(words[1 : left - 1])
        elif _SIGNED.fullmatch(line):
            roles.append(SIGNATURE)
        elif not roles and _signs(line) and _OFFICE.fullmatch(line) and _CLOSED.search(words[left - 2]):
            roles += _signatures(words[1:left])
        elif count := _listed(words[:left]):
            roles += [ATTACHMENT] * count
        else:
            break
    return roles[::-1]


def copies(words: Sequence[str]) -> list[str]:
    """The roles of the lines at the very end that say whom a copy goes to and when it was printed; never of the first line."""
    return [COPY for _ in itertools.takewhile(_COPY.fullmatch, reversed(words[1:]))]


def _signs(line: str) -> bool:
    return (
        len(line) <= 40
        and not _STOP.search(line.replace("、", ""))
        and not _MARKED.match(line)
        and not _FORMULA.fullmatch(line)
    )


def _signatures(words: Sequence[str]) -> list[str]:
    """The signatures at the end of these lines, six at most."""
    count = 0
    while count < min(6, len(words)) and _signs(words[len(words) - 1 - count]):
        count += 1
    return [SIGNATURE] * count


def _listed(words: Sequence[str]) -> int:
    """How many lines at the end are a list of attachments: 附件：1.报名表, and its further entries below it."""
    for count in range(1, len(words)):
        line = words[len(words) - count]
        if _LIST.fullmatch(line) or (count > 1 and _ATTACHMENT.fullmatch(line) and line[-1] in "：:"):
            # 附件1：甲, 附件2：乙: the list begins with the first of them.
            more = count
            while more < len(words) - 1 and _LIST.fullmatch(words[len(words) - more - 1]):
                more += 1
            return more
        if not _ENTRY.fullmatch(line) or re.search("。", line):
            return 0
    return 0


def broken(words: str) -> bool:
    """Whether a line of running text stops in the middle of a sentence: the next line is not a paragraph of its own."""
    if _CLOSED.search(words) or "\t" in words or _FIELD.match(words):
        return False
    return bool(_STOP.search(words)) or len(words) > 40
