"""The text for learning by heart: what each step hides, made from text, duties and glossary."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.documents import PLAN, document
from yanxi import project
from yanxi.document.settings import Words
from yanxi.model import Clause, Term
from yanxi.render import recite

STEPS = {recite.NUMBER: "数", recite.ACTOR: "谁", recite.TERM: "词", recite.MEMBER: "项"}


def clause(text: str) -> Clause:
    return Clause("c2", "a1-m1", text, 0, len(text))


def term(*aliases: str) -> Term:
    made = object.__new__(Term)
    vars(made).update(aliases=aliases)
    return made


def shown(text: str, actors: tuple[str, ...] = (), terms: tuple[Term, ...] = ()) -> str:
    """Every hidden piece in brackets, with the step that hides it."""
    pieces = recite.segments(clause(text), actors, terms)
    return "".join(f"[{STEPS[step]}:{words}]" if step else words for words, step in pieces)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每半年以书面形式报告。", "[数:每半年]以书面形式报告。"),
        ("每年至少召开一次会议。", "[数:每年至少]召开[数:一次]会议。"),
        ("每季度听取汇报，及时研究。", "[数:每季度]听取汇报，[数:及时]研究。"),
        ("抓好四个方面工作。", "抓好[数:四个]方面工作。"),
        ("组织学习、检查和考核。", "组织学习、[项:检查]和考核。"),
        ("开展谈话、函询、诫勉等工作。", "开展谈话、[项:函询]、[项:诫勉]等工作。"),
        ("三月底前报送，五千元以上的要公示。", "[数:三月底前]报送，[数:五千元以上]的要公示。"),
        ("每月二十五日前完成，比例不低于5%。", "[数:每月二十五日前]完成，比例[数:不低于5%]。"),
        ("每两个月一次，不少于八学时。", "[数:每两个月一次]，[数:不少于八学时]。"),
        ("百分之八十以上，占三分之二。", "[数:百分之八十以上]，占[数:三分之二]。"),
        ("2022年3月5日起，十五个工作日内答复。", "[数:2022年3月5日]起，[数:十五个工作日内]答复。"),
        ("上半年谋划，年底前报告。", "[数:上半年]谋划，[数:年底前]报告。"),
        ("一人民教师，三人员到岗。", "一人民教师，三人员到岗。"),
        ("一句没有要遮的话。", "一句没有要遮的话。"),
    ],
)
def test_numbers_and_list_members(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_actors_are_those_that_the_duties_name() -> None:
    assert shown("各支部要向局党委报告。", ("局党委", "各支部")) == "[谁:各支部]要向[谁:局党委]报告。"


def test_a_document_may_name_further_words() -> None:
    words = Words(time=("开学前",), actors=("教研员",))
    provision = document().by_id["a1-m3"]
    [pieces] = recite.provision(
        replace(
            provision, lines=("标题。开学前教研员到校。",), clauses=(clause("标题。"), clause("开学前教研员到校。"))
        ),
        (),
        (),
        words,
    )
    assert pieces == [("开学前", recite.NUMBER), ("教研员", recite.ACTOR), ("到校。", 0)]


def test_terms_go_by_every_form_of_theirs() -> None:
    assert (
        shown("落实“一岗双责”和主体责任。", (), (term("主体责任"), term("“一岗双责”")))
        == "落实[词:“一岗双责”]和[词:主体责任]。"
    )


def test_what_is_hidden_earlier_wins() -> None:
    """各支部 in a list is hidden as an actor, and 每年 in a term as a number."""
    assert shown("书记、各支部、委员。", ("各支部",)) == "书记、[谁:各支部]、[项:委员]。"
    assert shown("每年考核制度。", (), (term("每年考核"),)) == "[数:每年][词:考核]制度。"


@given(some.text("每半年一次各支部、和等，。“”责任", max_size=40))
def test_the_pieces_put_together_are_the_clause(text: str) -> None:
    pieces = recite.segments(clause(text), ("各支部",), (term("责任"),))
    assert "".join(words for words, _ in pieces) == text
    assert all(words for words, _ in pieces)
    assert all(one[1] != other[1] for one, other in pairwise(pieces))


@pytest.mark.parametrize("name", [each.id for each in document().provisions])
def test_a_provision_is_recited_whole_but_for_its_heading(name: str) -> None:
    loaded = project.load(PLAN)
    provision = document().by_id[name]
    made = recite.provision(provision, loaded.current.pages[provision.page].duties, loaded.current.glossary)
    heading = provision.clauses[:1] if provision.label else ()
    assert ["".join(words for words, _ in pieces) for pieces in made] == [
        each.text for each in provision.clauses[len(heading) :]
    ]


def test_most_clauses_have_something_to_hide() -> None:
    loaded = project.load(PLAN)
    made = [
        pieces
        for each in document().provisions
        for pieces in recite.provision(each, loaded.current.pages[each.page].duties, loaded.current.glossary)
    ]
    assert sum(any(step for _, step in pieces) for pieces in made) >= 0.8 * len(made)
