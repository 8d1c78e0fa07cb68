"""A new document's files as text: a page for each page of its provisions, its settings, glossary and empty banks."""

from __future__ import annotations

import hashlib
import itertools
import re
from collections.abc import Iterator

from yanxi.document import roles
from yanxi.model import Document, Provision
from yanxi.yamltext.nodes import Mapping, Text
from yanxi.yamltext.parse import parse

BANK = "questions: []\n"
GLOSSARY = """\
# 术语表。写法见编辑手册“页面怎么写”。第一个术语写好以后，把下面一行的 [] 删掉。
terms: []
#  - id: K01
#    term: 一岗双责
#    aliases: [“一岗双责”]      # 它在原文里的写法，一字不差
#    definition: 解释。
#    source: 出自哪份文件
#    state: 待核对              # 已核对、部分核对、待核对
"""
REFERENCE = {
    "glossary.md": """\
---
title: 术语
---
# 术语

```glossary
```
""",
    "duties.md": """\
---
title: 责任清单
search:
  exclude: true
---
# 责任清单

谁来做、做什么、什么时候做，都照原文。原文没有写明谁来做的，列在“原文未写明主体”下面。点开一行，看原文和出处。

```duty-list
```

## 按主体

```duty-list actor
```

## 按条目

```duty-list measure
```

## 按时间

只有写明周期或日期的才有期限；“定期”“及时”“长期”照原文列出。

```duty-list time
```
""",
    "calendar.md": """\
---
title: 工作日历
search:
  exclude: true
---
# 工作日历

原文写明多久一次的事，一年里怎样轮到。原文没有规定日期：标出的月份是每一个周期的最后一个月，只是提醒的建议，请按本单位的安排定。

```calendar
```
""",
    "full.md": """\
---
title: 全文
search:
  exclude: true
---
# 全文

```full-text
```
""",
}
"""The pages that a document has beside its provisions, by their path."""
_SETTINGS = """\
# 这份方案叫什么，首页怎么介绍它。写法见编辑手册“一份方案”。
title: {title}
short: {short}
summary: {summary}
# 有几份方案时，只在首页用的那一份里写这一行。
{current}current: true
# text.txt 的指纹。原文被改动时，检查会说；确实要换原文，按提示改这一行。
sha256: {sha256}
# 背诵时要遮住、网站自己认不出的词。
# words:
#   time: [开学前, 清明节前后]
#   actors: [教研员]
# 序号的层级与通常的不同时，从大到小写在这里。
# levels: [第×章, 第×条, {{mark: （一）, page: false}}]
"""
_LONGEST = 16


def title(document: Document) -> str:
    """The title printed above the text, its lines joined; empty where none is."""
    front = document.provisions[0]
    lines = itertools.dropwhile(lambda pair: pair[1] != roles.TITLE, zip(front.lines, front.roles, strict=True))
    return "".join("".join(line.split()) for line, _ in itertools.takewhile(lambda pair: pair[1] == roles.TITLE, lines))


def settings(name: str, document: Document, current: bool, source: bytes) -> str:
    """document.yml; `current` says that the site's home page shows this document, `source` is its text."""
    named = title(document)
    # A title in a title has the smaller marks.
    shown = f"《{named.translate(str.maketrans('《》', '〈〉'))}》" if named else "这份文件"
    return _SETTINGS.format(
        title=scalar(named or name),
        short=scalar(named if 0 < len(named) <= _LONGEST else name),
        summary=scalar(f"这里是{shown}的学习网站。每条一页，原文逐字照录，后面有自测题；答过的题只记在这台设备上。"),
        current="" if current else "# ",
        sha256=hashlib.sha256(source).hexdigest(),
    )


def scalar(text: str) -> str:
    """A text as a YAML value: as it is where YAML reads it so, and otherwise in quotation marks."""
    problems: list[object] = []
    node = parse(f"key: {text}", "", problems.append)
    value = node.get("key") if isinstance(node, Mapping) else None
    if (
        not problems
        and isinstance(value, Text)
        and value.value == text
        and not re.fullmatch(r"[\w.+-]*", text, re.ASCII)
    ):
        return text
    return "'" + text.replace("'", "''") + "'"


def pages(document: Document, named: str) -> Iterator[tuple[str, str]]:
    """Every page's path below the document's folder, and its Markdown; the front page is called `named`."""
    by_page = dict(document.by_page)
    front = by_page.pop("index.md", ())
    yield "index.md", _front(document, front, named, bool(by_page))
    for path, (provision,) in by_page.items():
        yield path, _page(document, provision)


def _front(document: Document, held: tuple[Provision, ...], named: str, contents: bool) -> str:
    """Title and preamble, the contents, then the headings that have no page of their own, and what closes the text."""
    before = [each for each in held if each.kind == "preamble"]
    blocks = [_head("导语与目录" if contents else "全文", named), *map(_official, before)]
    if contents:
        blocks += ["## 目录", fence("contents", document.name)]
    blocks += [_official(each) for each in held if each not in before]
    return _joined(blocks, held[0] if held else None)


def _page(document: Document, provision: Provision) -> str:
    # An article's title is made of its first words, and says little without its number.
    name = f"{provision.label} {provision.title}" if provision.kind == "article" else provision.title
    blocks = [_head(name, name), _official(provision)]
    if document.children(provision):
        blocks += ["## 本部分各条", fence("contents", provision.id)]
    return _joined(blocks, provision)


def _head(short: str, heading: str) -> str:
    return f"---\ntitle: {scalar(short)}\n---\n# {_escaped(heading)}"


def _escaped(text: str) -> str:
    """Text without a meaning in Markdown."""
    return re.sub(r"([\\`*_{}\[\]<>#&|~])", r"\\\1", text)


def _joined(blocks: list[str], first: Provision | None) -> str:
    end = [fence("terms"), "## 自测", fence("quiz", first.id)] if first else []
    return "\n\n".join([*blocks, *end]) + "\n"


def _official(provision: Provision) -> str:
    return fence("official", provision.id, provision.lines)


def fence(kind: str, address: str = "", lines: tuple[str, ...] = ()) -> str:
    """A typed fence, longer than any row of backticks in it."""
    longest = max((len(row) for line in lines for row in re.findall("`+", line)), default=0)
    ticks = "`" * max(3, longest + 1)
    return "\n".join([f"{ticks}{kind} {address}".rstrip(), *lines, ticks])
