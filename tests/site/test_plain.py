"""Pages are content: whatever HTML, address or attribute is written in one, a browser finds text."""

import html

import markdown
import pytest

from tests.render.reader import parse
from tests.site.conftest import Drawn, dress
from yanxi.site.extension import TypedFences
from yanxi.site.plain import ADDRESSES, ATTRIBUTES, safe

HOSTILE = [
    "<script>alert(1)</script>",
    "甲 <img src=x onerror=alert(1)> 乙",
    "<div onclick='alert(1)'>\n甲\n</div>",
    "<details><summary>甲</summary></details>",
    "<svg/onload=alert(1)>",
    "<iframe src=https://a.cn></iframe>",
    "<style>body{display:none}</style>",
    "<?php 甲 ?>\n\n<![CDATA[甲]]>\n\n<!DOCTYPE 甲>",
    "[甲](javascript:alert(1))",
    "[甲](<java\tscript:alert(1)>)",
    "[甲](JaVaScRiPt:alert(1))",
    "[甲](&#106;avascript&#58;alert(1))",
    "[甲](&#x6A;avascript:alert(1))",
    "[甲](javascript\\:alert(1))",
    "[甲][乙]\n\n[乙]: javascript:alert(1)",
    "![甲](data:image/svg+xml,%3Csvg%20onload=alert(1)%3E)",
    "[甲](vbscript:x) [乙](file:///c/x) [丙](blob:x)",
    '[甲](a.md){onclick="alert(1)" style="position:fixed" href="javascript:alert(1)"}',
    '# 甲 {onmouseover="alert(1)"}',
    "甲\n{: style='position:fixed;inset:0' onclick=alert(1) }",
    '```{.python onclick="alert(1)" style="position:fixed"}\n甲\n```',
    '```python onclick="alert(1)"\n甲\n```',
    "`<b>`{onclick=alert(1)}",
    "| 甲 |\n| :-: |\n| <b onclick=alert(1)>乙</b> |",
]
EXTENSIONS = ["tables", "attr_list", "toc", "pymdownx.superfences"]


def converted(text: str) -> str:
    return markdown.markdown(text, extensions=[*EXTENSIONS, TypedFences()])


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_of_a_page_runs_or_covers_another(text: str) -> None:
    for element in parse(converted(text)).all()[1:]:
        assert element.tag in {
            "p", "a", "img", "h1", "code", "pre", "div", "span", "table", "thead", "tbody", "tr", "th", "td", "em", "strong",
        }, element.tag  # fmt: skip
        for name, value in element.attributes.items():
            assert name in (*ATTRIBUTES, *ADDRESSES) or (name, value) == ("style", "text-align: center;")
            assert name not in ADDRESSES or safe(value)


@pytest.mark.parametrize(
    "text", ["<b>甲</b>", "甲 <br> 乙", "<div>\n甲\n</div>", "1 < 2 > 0", "&lt;b&gt; &amp; &copy;"]
)
def test_html_is_read_as_it_is_typed(text: str) -> None:
    assert "".join(parse(converted(text)).text.split()) == "".join(html.unescape(text).split())


def test_what_pages_may_have_stays() -> None:
    made = converted(
        "# 甲 {#jia}\n\n[乙](https://www.gov.cn/a?b=1) [丙](../m3.md#c2) <https://a.cn> <a@b.cn> ![丁](a.png)\n\n"
        "| 左 | 右 |\n| :-- | --: |\n| 1 | 2 |\n\n**重** *斜* `码`"
    )
    page = parse(made)
    assert [a.attributes["href"] for a in page.all("a")] == [
        "https://www.gov.cn/a?b=1",
        "../m3.md#c2",
        "https://a.cn",
        "mailto:a@b.cn",
    ]
    assert page.all("img")[0].attributes["src"] == "a.png"
    assert page.all("h1")[0].attributes["id"] == "jia"
    assert 'style="text-align: right;"' in made and page.all("strong") and page.all("em") and page.all("code")


def test_comments_are_for_editors_alone() -> None:
    made = converted("甲\n\n<!-- 待办\n\n- 乙 -->\n\n丙 <!-- 丁 -->\n\n`<!-- 戊 -->`")
    assert "待办" not in made and "乙" not in made and "丁" not in made
    assert parse(made).text.split() == ["甲", "丙", "<!--", "戊", "-->"]


HOSTILE_TITLE = '"</title><img src=x onerror=alert(1)>&amp;“甲”'


def test_titles_are_text_wherever_the_theme_puts_them(tiny: Drawn, make) -> None:
    title = HOSTILE_TITLE.replace("'", "''")
    tiny.change("docs/2099/document.yml", "小方案", f"'{title}'")
    tiny["docs/2099/document.yml"] += f"short: '短{title}'\nsummary: '摘要{title}'\n"
    for page in ("a1/m1", "s1"):
        tiny["docs/2099/" + page + ".md"] = tiny["docs/2099/" + page + ".md"].replace(
            "title: ", f"title: '页{title}' # ", 1
        )
    tiny["docs/2099/a1/index.md"] = f"---\ntitle: '栏{title}'\n---\n" + tiny["docs/2099/a1/index.md"]
    tiny["docs/2099/g/m1.md"] = tiny["docs/2099/g/m1.md"].replace("# 严格考核", f"# 考核 {HOSTILE_TITLE}")
    tiny["mkdocs.yml"] += "nav: [index.md]\n"
    make(dress(tiny))
    for file in (tiny.root / "site").rglob("*.html"):
        made = file.read_text(encoding="utf-8")
        assert "<img src=x" not in made, file
        assert "onerror" not in {name for element in parse(made).all() for name in element.attributes}, file
    made = tiny["site/2099/a1/m1/index.html"]
    [shown] = parse(made).all("title")
    assert shown.text.startswith(f"页{HOSTILE_TITLE} · 栏{HOSTILE_TITLE}")
