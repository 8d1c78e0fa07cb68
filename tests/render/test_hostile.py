"""What is typed is shown as it was typed: no text of a bank, a page or the glossary becomes markup, and no name either."""

import json
import re
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from markupsafe import Markup, escape

from tests.documents import document
from tests.render.reader import parse
from yanxi import bold
from yanxi.model import Bank, Case, Clause, Document, Duty, KeyPoint, Note, Option, Provision, Question, Quotation, Term
from yanxi.render import home, official, question, terms
from yanxi.render.inline import inline
from yanxi.render.markup import html, join
from yanxi.render.place import Place
from yanxi.yamltext.nodes import Node

AT = Node("m3.yml", 1, 1)
PROVISION = document().by_id["a1-m3"]
PLACE = Place.on(document(), PROVISION)
HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "</details></yx-question><script>alert(1)</script>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "[点这里](javascript:alert(1))",
    "![](x)",
    "<javascript:alert(1)>",
    "*a* <b onclick=alert(1)>b</b> `<i>`",
    "`</code><script>alert(1)</script>`",
    "**<u>重**点</u>",
    "&lt;img src=x&gt; *x*",
    "&#60;script&#62; \\<",
    "<!-- *注* -->",
    "<yx-question id=x>*y*",
    "-->]]><![CDATA[*x*",
    "{% raw %}{{ config }}",
    "{: onclick=alert(1) } *x*",
]
ALLOWED = {
    "section", "form", "yx-question", "fieldset", "legend", "span", "label", "input", "small", "button", "output", "details",
    "summary", "p", "b", "cite", "a", "strong", "br", "div", "yx-score", "ul", "li", "table", "thead", "tbody",
    "tr", "th", "td", "aside", "q", "dl", "dt", "dd", "ol", "yx-progress", "script", "h2", "nav",
}  # fmt: skip
QUOTE = Quotation("a1-m3", "引句", PROVISION.clauses[3:], AT)


def questions(text: str) -> list[Question]:
    """One question of every kind in which everything that can be typed is this text."""
    quotes = (replace(QUOTE, text=text),)
    term = Term("K01", text, (text,), text, text, text, "已核对", text, False, AT)
    case = Case(text, text, AT)
    base = Question("a1-m3-q01", "single", "a1-m3", text, text, "remember", quotes, term=term, case=case)
    options = tuple(Option(letter, f"{letter}{text}", text, AT) for letter in "ABC")
    return [
        replace(base, options=options, key=("B",)),
        replace(base, kind="multiple", options=options, key=("A", "B")),
        replace(base, kind="judge", key=("对",)),
        replace(base, kind="blank", stem="{0}____{0}".format(re.sub("_+", "_", text)), content=((text, text),)),
        replace(base, kind="order", options=options, key=("A", "B", "C")),
        replace(base, kind="match", content=((f"1{text}", f"一{text}"), (f"2{text}", f"二{text}"))),
        replace(base, kind="recall", content=(text, text)),
        replace(base, kind="recall", content=(text,)),
    ]


def harmless(made: str) -> None:
    for element in parse(made):
        assert not element.tag or element.tag in ALLOWED, element.tag
        if element.tag == "script":
            assert element.attributes["type"] == "application/json" and isinstance(json.loads(element.text), dict)
        for name, value in element.attributes.items():
            assert not name.startswith("on"), name
            assert name not in ("href", "src") or urlsplit(value)[:2] == ("", ""), value
            assert name not in ("style", "srcdoc", "formaction")


def everything(text: str) -> list[str]:
    term = Term("K01", text, (text,), text, text, text, "待核对", text, True, AT)
    quote = replace(QUOTE, text=text)
    return [
        question.quiz(Bank("a1-m3", "m3.yml", tuple(questions(text))), PLACE),
        official.turn(replace(PROVISION, title=text, label=text), PROVISION, {PROVISION.id: text}, PLACE),
        terms.glossary([term], {"a1": text}, PLACE),
        terms.of_provision((replace(term, state="已核对", undefined=False),)),
        official.points([KeyPoint(text, PROVISION.clauses[0])], PLACE),
        official.duties([Duty("N01", text, text, text, quote)], PLACE),
        official.notes([Note(quote, text)]),
        official.kicker(document(), PROVISION, text),
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_is_typed_becomes_markup(text: str) -> None:
    for made in everything(text):
        harmless(made)


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_is_shown_as_text(text: str) -> None:
    assert parse(inline(text)).text == text.replace("**", "")
    assert parse(escape(text)).text == text


def named(text: str) -> list[Markup]:
    """Everything there is of a document in which every id, name, level and version is this text."""
    clauses = tuple(Clause(text, text, words, 0, 1) for words in ("一是甲。", "乙。"))
    above = Provision(
        text, "area", text, text, text, None, f"{text}/index.md", ("一是甲。乙。",), 0, 6, clauses, (text,), True
    )
    below = replace(above, id=f"{text}-m1", parent=text, page=f"{text}/m1.md")
    plan = Document(text, "一是甲。乙。", (above, below))
    quote = Quotation(text, "乙。", clauses[1:], AT)
    items = tuple(
        replace(
            each, id=text, provision=text, level=text, version=text, quotes=(quote,), term=replace(each.term, id=text)
        )
        for each in questions("寻常的话")
    )
    made = []
    # From the root, as in data files, and from a page.
    for place in (Place(plan, "", True), Place.on(plan, below, False)):
        made += [
            question.quiz(Bank(text, "m1.yml", items), place),
            official.turn(above, below, {text: text}, place),
            official.official(below, place),
            official.actions(below, place),
            official.contents(plan, None, place),
            official.points([KeyPoint("要点", clauses[1])], place),
            official.duties([Duty(text, "谁", "事", "时", quote)], place),
            official.kicker(plan, below, text),
            home.home(plan, text, items, {text: text}, [(text, text)], place),
            home.parts([above, below], {text: text}, list(items), place),
            terms.glossary([Term(text, "词", ("词",), "释义", "出处", "条", text, "", False, AT)], {text: text}, place),
        ]
    return made


@pytest.mark.parametrize("text", [*HOSTILE, "javascript:alert(1)", "//evil.example", "a?b#c&d", 'x" onclick="alert(1)'])
def test_no_id_and_no_name_becomes_markup(text: str) -> None:
    for made in named(text):
        harmless(made)


@settings(max_examples=30)
@given(some.text("<>&\"'*`\\/=;#!-[](){}:%_ \nabc甲乙1", min_size=1, max_size=40))
def test_no_id_at_all_becomes_markup(text: str) -> None:
    for made in named(text):
        harmless(made)


@pytest.mark.parametrize("text", HOSTILE)
def test_an_id_stays_the_id_that_it_is(text: str) -> None:
    [term] = parse(terms.glossary([Term(text, "词", ("词",), "", "", "", "", "", False, AT)], {}, PLACE)).all(
        class_="yx-term"
    )
    assert term.attributes["id"] == text
    shown = parse(question.question(replace(questions("话")[0], id=text), PLACE))
    assert shown.all("yx-question")[0].attributes["id"] == text
    assert {box.attributes["name"] for box in shown.all("input")} == {text}


@pytest.mark.parametrize("text", [*HOSTILE, "x onclick=alert(1)"])
def test_a_way_of_study_is_the_name_of_an_element_and_nothing_else(text: str) -> None:
    [_, element] = parse(home.study(text)).all()[1:3]
    assert re.fullmatch("yx-[a-z-]*", element.tag) and not element.attributes


def test_what_is_not_marked_as_html_is_text() -> None:
    assert html("<b>{}{}</b>", "<i>", html("<i>")) == "<b>&lt;i&gt;<i></b>"
    assert html('<a href="{link}">', link='"&') == '<a href="&#34;&amp;">'
    assert join(["<i>", html("<i>")], "；") == "&lt;i&gt;；<i>"
    assert all(isinstance(made, Markup) for made in everything("寻常的话") + named("a1"))


@given(some.text("<>&\"'*`\\/=;#!-[](){}:%_ \nabc甲乙1", max_size=40))
def test_no_text_at_all_becomes_markup(text: str) -> None:
    for made in everything(text):
        harmless(made)


@given(some.text("<>&\"'*`\\/=;#!-[](){}:%_ abc甲乙1", max_size=40))
def test_text_is_shown_to_the_letter_but_for_two_pairs_of_asterisks(text: str) -> None:
    shown = parse(inline(text))
    assert shown.text == bold.plain(text)
    assert [each.text for each in shown.all("strong")] == bold.parts(text)[1::2]
    if "**" not in text:
        assert shown.text == text


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**重** *点* `码`", "<strong>重</strong> *点* `码`"),
        ("哪一项**不属于**下面", "哪一项<strong>不属于</strong>下面"),
        ("**一**和**二**", "<strong>一</strong>和<strong>二</strong>"),
        ("1*2*3", "1*2*3"),
        ("2**3**4", "2**3**4"),
        ("_达标_ __达标__", "_达标_ __达标__"),
        ("甲\\乙 `丙", "甲\\乙 `丙"),
        (r"\*不强调\*", r"\*不强调\*"),
        ("***甲***", "***甲***"),
        ("** 甲 **", "** 甲 **"),
        ("****", "****"),
        ("*县委", "*县委"),
        ("**先锋 和 *县", "**先锋 和 *县"),
        ("1. 一", "1. 一"),
        ("# 题", "# 题"),
        ("> 引 **x**", "&gt; 引 <strong>x</strong>"),
        ("&copy; **x**", "&amp;copy; <strong>x</strong>"),
        ("[图](x) http://a.b", "[图](x) http://a.b"),
    ],
)
def test_two_pairs_of_asterisks_are_bold_and_nothing_else_means_anything(text: str, html: str) -> None:
    assert inline(text) == html


FIELDS = ["1*2*3", "_达标_", "甲\\乙", "`码`", "a<b", "[链](x)", "&lt;", "~~删~~", "^上^"]


@pytest.mark.parametrize("text", FIELDS)
def test_every_field_that_an_editor_writes_is_shown_alike(text: str) -> None:
    for made in everything(text):
        shown = parse(made)
        assert text in shown.text
        assert not [each for tag in ("em", "strong", "code", "del", "sup") for each in shown.all(tag)]
