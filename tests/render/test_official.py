"""The official text as HTML, what belongs to it, and where links lead."""

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.documents import PLAN, document
from tests.render.reader import parse
from yanxi import project
from yanxi.document.read import read_document
from yanxi.model import Duty, KeyPoint, Note, Quotation, Term
from yanxi.render import home, official, terms
from yanxi.render.place import Place
from yanxi.yamltext.nodes import Node

AT = Node("页.md", 1, 1)
PROVISION = document().by_id["a1-m3"]


def test_a_line_around_the_body_has_its_role_as_a_class_and_the_body_none() -> None:
    text = "关于放假的通知\n各学校：\n现将放假时间通知如下。\n一、时间\n共三天。\n附件：值班表\n县教育局\n2022年3月5日"
    read = read_document(text, "2099", "t", lambda _: None)
    shown = [parse(official.official(each, Place(read, ""))).all("p") for each in read.provisions]
    assert [[line.attributes.get("class") for line in lines] for lines in shown] == [
        ["yx-title", "yx-addressee", None],
        [None, None],
        ["yx-attachment", "yx-signature", "yx-date"],
    ]


@pytest.mark.parametrize("name", [provision.id for provision in document().provisions])
def test_the_spans_put_together_are_the_provision(name: str) -> None:
    provision = document().by_id[name]
    [box] = parse(official.official(provision, Place(document(), ""))).all(data_provision=name)
    spans = box.all("span", class_="clause")
    assert [span.attributes["id"] for span in spans] == [clause.id for clause in provision.clauses]
    assert "".join(span.text for span in spans) == box.text == "".join(line.strip() for line in provision.lines)


@given(some.text("甲；。”）（ <&一、", min_size=1, max_size=40).filter(str.strip))
def test_any_text_comes_out_as_it_went_in(text: str) -> None:
    read = read_document(f"一、总则\n坚持{text}", "2099", "text.txt", lambda _: None)
    for provision in read.provisions:
        shown = parse(official.official(provision, Place(document(), ""))).text
        assert "".join(shown.split()) == "".join("".join(provision.lines).split())


def test_a_duty_without_an_actor_says_so_and_gets_none() -> None:
    quote = Quotation("a1-m3", "定期召开专题会议", PROVISION.clauses[3:], AT)
    duties = [Duty("N01", "", "召开专题会议", "定期", quote), Duty("N02", "各支部", "报告", "", quote)]
    rows = parse(official.duties(duties, Place.on(document(), PROVISION))).all("tbody")[0].all("tr")
    cells = [[cell.text for cell in row.all("td")] for row in rows]
    assert cells == [["原文未写明主体", "定期", "召开专题会议 4"], ["各支部", "", "报告 4"]]
    assert [link.attributes["href"] for row in rows for link in row.all("a")] == ["#c4", "#c4"]


def test_an_occasion_stands_by_what_is_done_and_not_among_the_times() -> None:
    quote = Quotation("a1-m3", "定期召开专题会议", PROVISION.clauses[3:], AT)
    duties = [
        Duty("N01", "各支部", "了解责任落实情况", "", quote, "年度考核"),
        Duty("N02", "各支部", "报告", "", quote),
    ]
    rows = parse(official.duties(duties, Place.on(document(), PROVISION))).all("tbody")[0].all("tr")
    cells = [[cell.text for cell in row.all("td")] for row in rows]
    assert cells == [["各支部", "", "了解责任落实情况 场合：年度考核 4"], ["各支部", "", "报告 4"]]


def test_a_key_point_leads_to_its_clause() -> None:
    element = parse(official.points([KeyPoint("要点", PROVISION.clauses[3])], Place.on(document(), PROVISION)))
    [link] = element.all("a", class_="yx-at")
    assert (link.attributes["href"], link.text, link.attributes["aria-label"]) == ("#c4", "4", "见原文第 4 句")


def test_a_note_stands_apart_from_the_text() -> None:
    quote = Quotation("a1-m3", "本单党建", PROVISION.clauses[3:], AT)
    [aside] = parse(official.notes([Note(quote, "原文如此。")])).all("aside")
    assert aside.attributes["aria-label"] == "编者注" and "本单党建" in aside.text
    assert not aside.all(class_="clause")


@pytest.mark.parametrize("directories", [True, False])
@pytest.mark.parametrize("name", [provision.id for provision in document().provisions])
def test_links_between_any_two_pages_arrive(name: str, directories: bool) -> None:
    here = Place.on(document(), document().by_id[name], directories)
    for other in document().provisions:
        there = Place.on(document(), other, directories).url
        link = here.to(other)
        arrived = posixpath.normpath(posixpath.join(posixpath.dirname(f"/{here.url}"), link.partition("#")[0]))
        if link != "#":
            assert arrived == posixpath.normpath(f"/{there}")
            assert link.endswith("/") == directories
        else:
            assert here.url == there
        assert here.to_clause(other.clauses[0]).endswith(f"#{other.clauses[0].id}")


def test_contents_are_two_levels_deep_and_name_every_provision() -> None:
    front = Place.on(document(), document().by_id["pre"])
    links = [link.attributes["href"] for link in parse(official.contents(document(), None, front)).all("a")]
    # All but the two that stand on this very page.
    assert len(links) == len(set(links)) == len(document().provisions) - 2
    below = parse(official.contents(document(), document().by_id["a1"], Place.on(document(), document().by_id["a1"])))
    assert [link.attributes["href"] for link in below.all("a")] == ["m1/", "m2/", "m3/", "m4/"]


def test_the_home_page_has_a_row_for_every_part_and_counts_every_question() -> None:
    package = project.load(PLAN).packages[0]
    element = parse(
        home.home(document(), package.settings.summary, package.questions, package.names, [], Place(document(), ""))
    )
    parts = element.all("yx-progress")
    assert [part.attributes["data-scope"] for part in parts] == ["s1", "a1", "a2", "g", "pre"]
    counts = [int(part.text.removeprefix("共 ").removesuffix(" 题")) for part in parts]
    assert sum(counts) == len(list(package.questions))
    steps = [link.attributes["href"] for link in element.all("a", class_="yx-step")]
    first = next(question.id for question in package.questions)
    assert steps == ["plan/", f"plan/#{first}", "study/exam/"]


def test_a_part_says_at_its_head_what_it_has_and_where() -> None:
    area, at = document().by_id["a1"], Place.on(document(), document().by_id["a1"])
    duties = [
        Duty(f"N{number}", "", "做", "", Quotation(name, "", (), AT))
        for number, name in enumerate(["a1-m1", "a1-m3", "a1", "a10-m1", "g"])
    ]
    asked = [each for each in project.load(PLAN).packages[0].questions if each.provision.split("-")[0] == "a1"]
    shown = parse(home.glance(area, 4, duties, asked, at, True))
    assert shown.text == f"4 条3 件责任{len(asked)} 题"
    assert [link.attributes["href"] for link in shown.all("a")] == ["#parts-a1", "../duties/"]
    assert parse(home.glance(area, 4, duties, asked, at, False)).text == shown.text
    assert parse(home.glance(area, 4, [], asked, at, True)).text == f"4 条{len(asked)} 题"
    cards = parse(home.parts(document().children(area), {}, asked, at, duties)).all("li")
    assert [small.text for card in cards for small in card.all("small")[1:]] == ["1 件责任", "1 件责任"]


def test_a_page_leads_back_and_on_by_name_and_the_last_one_to_practice() -> None:
    names = project.load(PLAN).packages[0].names
    by_id = document().by_id

    def ways(before: str, after: str) -> list[tuple[str, str]]:
        made = official.turn(by_id.get(before), by_id.get(after), names, Place.on(document(), by_id["a1-m3"]))
        return [(link.text, link.attributes["href"]) for link in parse(made).all("a")]

    assert ways("a1-m2", "a2") == [
        ("上一条 二（一）二是 严肃执行党内政治生活", "../m2/"),
        ("下一条 二（二） 思想建设", "../../a2/"),
    ]
    assert ways("", "") == [("都读完了，接着 做练习", "../../../study/practice/")]


def term(name: str, *aliases: str, state: str = "已核对", undefined: bool = False) -> Term:
    return Term(name, aliases[0], aliases, "释义", "出处", "第一条", state, "", undefined, AT)


def test_a_longer_term_hides_the_shorter_one_inside_it() -> None:
    provision = read_document("一、总则\n细化主体责任清单，落实一岗双责。", "2099", "t", lambda _: None).by_id["s1"]
    found = terms.used_in(provision, [term("K1", "一岗双责"), term("K2", "主体责任"), term("K3", "主体责任清单")])
    assert [each.id for each in found] == ["K3", "K1"]


FORMS = some.lists(some.text("甲乙；。", min_size=1, max_size=4), min_size=1, max_size=4, unique=True)


@given(some.text("甲乙；。《 <", min_size=1, max_size=40).filter(str.strip), FORMS)
def test_marks_change_no_character_and_each_term_is_marked_where_it_stands_first(text: str, forms: list[str]) -> None:
    entries = [term(f"K{number}", form) for number, form in enumerate(forms)]
    read = read_document(f"一、总则\n坚持{text}", "2099", "t", lambda _: None)
    for provision in read.provisions:
        places = terms.first_places(provision, entries)
        ends = [end for _, _, end in places]
        assert all(end <= start for end, (_, start, _) in zip(ends, places[1:], strict=False))
        shown = parse(official.official(provision, Place(read, ""), entries))
        spans = shown.all("span", class_="clause")
        assert [span.text for span in spans] == [clause.text for clause in provision.clauses]
        for found, start, end in places:
            assert read.text[start:end] == found.aliases[0]
            # In two where it runs on into the next clause.
            links = shown.all("a", data_term=found.id)
            assert "".join(link.text for link in links) == found.aliases[0]
            assert all(link.attributes["href"].endswith(f"glossary/#{found.id}") for link in links)
        assert len(shown.all("a")) == len(spans) + sum(
            len([clause for clause in provision.clauses if start < clause.end and clause.start < end])
            for _, start, end in places
        )


def test_the_longest_form_is_marked_and_a_term_within_it_where_it_stands_alone() -> None:
    read = read_document("一、总则\n细化主体责任清单，落实主体责任和主体责任。", "2099", "t", lambda _: None)
    provision = read.by_id["s1"]
    shown = official.official(provision, Place(read, ""), [term("K2", "主体责任"), term("K3", "主体责任清单")])
    marked = [
        (link.attributes["data-term"], link.text) for link in parse(shown).all("a") if "data-term" in link.attributes
    ]
    assert marked == [("K3", "主体责任清单"), ("K2", "主体责任")]
    assert "落实<a data-term" in shown


def test_only_what_is_settled_looks_settled() -> None:
    entries = [term("K1", "甲"), term("K2", "乙", state="待核对"), term("K3", "丙", undefined=True)]
    shown = parse(terms.of_provision(tuple(entries)))
    assert [entry.all("dt")[0].text for entry in shown.all("div")] == ["甲", "乙 待核对", "丙 本方案未列明"]
    assert [entry.attributes["id"] for entry in shown.all("div")] == ["K1", "K2", "K3"]
    sources = [entry.all("p", class_="yx-source")[0].text for entry in shown.all("div")]
    assert sources == ["出处：出处，第一条 · 已核对", "出处：出处，第一条", "出处：出处，第一条 · 已核对"]
    folded = parse(terms.glossary(entries, {}, Place(document(), ""))).all("details", class_="yx-term")
    assert [entry.all("summary")[0].text for entry in folded] == ["丙 本方案未列明", "甲", "乙 待核对"]


def test_terms_stand_by_their_sound() -> None:
    entries = [term("K1", "“两个确立”"), term("K2", "重大事项"), term("K3", "15条"), term("K4", "廉政谈话")]
    shown = parse(terms.glossary(entries, {}, Place(document(), "")))
    sections = shown.all("section", class_="yx-letter")
    assert [section.all("h2")[0].text for section in sections] == ["L", "Z", "其他"]
    assert [each.attributes["id"] for section in sections for each in section.all("details")] == [
        "K4",
        "K1",
        "K2",
        "K3",
    ]
    assert sections[0].all("details")[0].attributes["data-sound"] == "lianzhengtanhua lzth"
    assert [link.attributes["href"] for link in shown.all("nav")[0].all("a")] == [
        "#letter-L",
        "#letter-Z",
        "#letter-其他",
    ]


def test_a_term_names_the_clauses_and_the_parts_it_stands_in() -> None:
    place = Place(document(), "")
    shown = parse(terms.glossary([term("K1", "一岗双责")], {"a1": "政治建设"}, place))
    areas = {each.all("summary")[0].text: each for each in shown.all("details")}
    area = areas["政治建设 1 个"]
    assert [link.attributes["href"] for link in area.all("a")] == ["#K1"]
    links = [(link.attributes["href"], link.text) for link in shown.all("p", class_="yx-used")[0].all("a")]
    assert (place.to(PROVISION, PROVISION.clauses[3]), "二（一）三是第4句") in links
    held = [clause for each in document().provisions for clause in each.clauses if "一岗双责" in clause.text]
    assert [href for href, _ in links] == [place.to_clause(clause) for clause in held]
