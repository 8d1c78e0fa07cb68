"""All duties on one page: each once in every view, under the document's own word for who does it."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.documents import PLAN, document
from tests.render.reader import parse
from yanxi import project
from yanxi.model import Duty, Quotation
from yanxi.render import duty_list
from yanxi.render.place import Place
from yanxi.yamltext.nodes import Node

PACKAGE = project.load(PLAN).packages[0]
PLACE = Place.at(document(), "plan/duties.md")
CLAUSES = document().by_id["a1-m3"].clauses


def duty(who: str = "各支部", when: str = "", quote: str = "定期召开专题会议", what: str = "开会") -> Duty:
    return Duty("", who, what, when, Quotation("a1-m3", quote, CLAUSES[2:3], Node("页.md", 1, 1)))


def groups(view: str, duties: list[Duty]) -> list[tuple[str, int]]:
    return [(title, len(held)) for title, held in duty_list.VIEWS[view](tuple(duties), document())]


@pytest.mark.parametrize("view", duty_list.VIEWS)
def test_every_duty_of_the_pages_is_in_each_view_once_with_its_words_and_a_link(view: str) -> None:
    shown = parse(duty_list.view(view, PACKAGE.duties, PLACE)).all("li", class_="yx-duty")
    words = sorted(row.all("q")[0].text for row in shown)
    assert words == sorted(each.quote.text for each in PACKAGE.duties) and words
    for row in shown:
        [link] = row.all("a")
        provision = next(each for each in PACKAGE.duties if each.quote.text == row.all("q")[0].text).quote.provision
        assert link.attributes["href"].startswith(f"../{document().by_id[provision].url}#c")
        assert link.text.startswith(document().by_id[provision].citation) and link.text.endswith("句")


def test_actors_are_the_documents_words_and_nobody_is_put_under_another() -> None:
    duties = [duty(""), duty("局党委班子成员及各支部班子"), duty("局党委班子成员"), duty(""), duty("局党委班子成员")]
    assert groups("actor", duties) == [("局党委班子成员及各支部班子", 1), ("局党委班子成员", 2), ("原文未写明主体", 2)]


def test_by_time_an_occasion_is_no_deadline() -> None:
    duties = [duty(when=when) for when in ("", "开学前", "每年", "及时（约谈函询）", "每半年", "每半年至少1次", "定期")]
    duties.append(replace(duty(), occasion="年度考核"))
    assert groups("time", duties) == [
        ("每半年", 2),
        ("每年", 1),
        ("定期", 1),
        ("及时", 1),
        ("某个场合，不是时限", 2),
        ("原文未写明时限", 1),
    ]


def test_by_measure_in_the_order_of_the_text() -> None:
    titles = [title for title, _ in duty_list.VIEWS["measure"](tuple(reversed(PACKAGE.duties)), document())]
    order = [duty_list.heading(each) for each in document().provisions]
    assert titles == [each for each in order if each in titles] and "二（一）三是 严格落实党内各项制度" in titles


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("每月", tuple(range(1, 13))),
        ("每周", tuple(range(1, 13))),
        ("每季度", (3, 6, 9, 12)),
        ("每半年", (6, 12)),
        ("每年", (12,)),
        ("每两年", (12,)),
        ("每五个月", (5, 10)),
        ("定期", ()),
        ("", ()),
    ],
)
def test_a_period_ends_in_these_months(when: str, expected: tuple[int, ...]) -> None:
    assert duty_list.months(duty(when=when)) == expected


def test_the_calendar_has_what_comes_again_and_apart_from_it_what_is_of_the_year() -> None:
    made = parse(
        duty_list.calendar(
            (
                duty(when="每年", what="谈话"),
                duty(when="每月", what="检查"),
                duty(when="定期"),
                duty(quote="制定年度目标", what="定目标"),
            ),
            PLACE,
        )
    )
    again, of_year = made.all("ul", class_="yx-duty-list")
    assert [row.all("b")[0].text for row in again.all("li")] == ["检查", "谈话"]
    assert [row.all("b")[0].text for row in of_year.all("li")] == ["定目标"]
    assert [row.all("small")[0].text for row in again.all("li")] == ["建议：每个月", "建议：12月"]
    assert [i.text for i in again.all("li")[1].all("i", class_="yx-on")] == ["12"]


def test_what_nothing_is_said_of_says_so() -> None:
    assert "原文没有写明周期的事" in parse(duty_list.calendar((duty(),), PLACE)).text


def test_where_no_plugin_makes_the_files_no_link_leads_to_them() -> None:
    zensical = Place.at(document(), "plan/duties.md", None)
    assert parse(duty_list.head(PACKAGE.duties, zensical)).all("a") == []
    assert [link.attributes["href"] for link in parse(duty_list.head(PACKAGE.duties, PLACE)).all("a")] == [
        "../duties.xlsx",
        "../duties.csv",
    ]


def test_without_duties_there_is_nothing_to_download() -> None:
    made = parse(duty_list.head((), PLACE))
    assert "共 0 件" in made.text and made.all("a") == []


def test_hostile_words_are_words() -> None:
    bad = duty(who="<img onerror=x>", when='"><script>', what="</li><b>")
    made = parse(duty_list.view("actor", [bad], PLACE))
    assert not made.all("img") and not made.all("script") and len(made.all("li")) == 1


def test_the_page_says_when_a_view_is_unknown(tmp_path: Path) -> None:
    folder = tmp_path / "docs/2099"
    folder.mkdir(parents=True)
    (folder / "text.txt").write_text("一、任务\n抓好学习。\n", encoding="utf-8")
    (folder / "document.yml").write_text("title: 小\n", encoding="utf-8")
    (folder / "duties.md").write_text("# 清单\n\n```duty-list who\n```\n", encoding="utf-8")
    found = [f"{each.path}:{each.line} {each.code}" for each in project.load(tmp_path).problems]
    assert "docs/2099/duties.md:3 取值不对" in found
