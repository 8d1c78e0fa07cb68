"""Published ids: none is lost, none gets another meaning, and what is given up is given up on purpose."""

import shutil
from collections.abc import Callable

import pytest

from tests.site.conftest import Drawn, tiny  # noqa: F401 - a fixture
from yanxi import commands, project
from yanxi.bank import published
from yanxi.problem import NOTICE

LOCK = "quizzes/2099/published.lock"
BANK = "quizzes/2099/a1/m1.yml"
TEXT = "docs/2099/text.txt"
SETTINGS = "docs/2099/document.yml"
GLOSSARY = "docs/2099/glossary.yml"
SECOND = """
  - id: {id}
    kind: judge
    stem: 二（一）一是要求各支部每季度学习一次。
    answer: 错
    quote: 各支部每月学习一次
    explain: 二（一）一是写的是每月，不是每季度；每季度在本方案里没有写到过。
"""


@pytest.fixture
def drawn(tiny: Drawn) -> Drawn:  # noqa: F811
    """A project whose ids are published."""
    assert run(tiny) == 0
    found = project.load(tiny.root).packages[0].sha256
    tiny[SETTINGS] += f"sha256: {found}\n"
    assert codes(tiny) == []
    return tiny


def run(drawn: Drawn, *options: str) -> int:
    return commands.main(["ids", *options, "--root", str(drawn.root)])


def codes(drawn: Drawn) -> list[str]:
    """Every problem by its place: the id in the lock file, elsewhere file and line."""
    found = project.load(drawn.root)
    assert all(each.hint for each in found.problems)
    lock = drawn[LOCK].splitlines() if (drawn.root / LOCK).exists() else []
    return [
        f"{lock[each.line - 1].split()[1] if each.path == LOCK else f'{each.path}:{each.line}'} {each.code}"
        for each in found.problems
    ]


def resealed(drawn: Drawn) -> None:
    """The text is changed on purpose."""
    before = project.load(drawn.root).packages[0].settings.sha256.value
    drawn.change(SETTINGS, before, project.load(drawn.root).packages[0].sha256)


def test_the_lock_has_every_id_and_is_the_same_when_written_again(drawn: Drawn) -> None:
    lock = drawn[LOCK]
    assert "provision a1-m1\n" in lock and "question a1-m1-q01 各支部多久学习一次？\n" in lock
    assert all(f"clause {name} " in lock for name in ("pre#c1", "s2#c2", "a1-m1#c2", "g-m1#c2"))
    assert run(drawn) == 0
    assert drawn[LOCK] == lock


def test_what_is_new_is_a_notice_until_it_is_written(drawn: Drawn) -> None:
    drawn[BANK] += SECOND.format(id="a1-m1-q02")
    found = project.load(drawn.root)
    assert [each.code for each in found.notices] == ["新的编号"] and found.notices[0].severity == NOTICE
    assert codes(drawn) == []
    assert run(drawn) == 0
    assert project.load(drawn.root).notices == ()
    assert "question a1-m1-q02 " in drawn[LOCK]


def test_a_document_that_was_never_published_promises_nothing(drawn: Drawn) -> None:
    (drawn.root / LOCK).unlink()
    drawn[BANK] = "questions: []\n"
    assert codes(drawn) == [] and project.load(drawn.root).notices == ()


def without_the_question(drawn: Drawn) -> None:
    drawn[BANK] = "questions: []\n"


def another_question_of_its_number(drawn: Drawn) -> None:
    drawn[BANK] = "questions:" + SECOND.format(id="a1-m1-q01").replace("要求各支部", "的标题是严格考核，")


def a_number_of_another_page(drawn: Drawn) -> None:
    drawn[BANK] += SECOND.format(id="g-m1-q01")


def without_a_provision(drawn: Drawn) -> None:
    drawn.change(TEXT, "三、保障措施\n一是严格考核。每半年谈心谈话一次。\n", "")
    drawn.change(GLOSSARY, "aliases: [谈心谈话]", "aliases: []")
    shutil.rmtree(drawn.root / "docs/2099/g")
    resealed(drawn)


def without_a_sentence(drawn: Drawn) -> None:
    for path in (TEXT, "docs/2099/g/m1.md"):
        drawn.change(path, "每半年谈心谈话一次。", "")
    drawn.change(GLOSSARY, "aliases: [谈心谈话]", "aliases: []")
    resealed(drawn)


def a_sentence_put_before_another(drawn: Drawn) -> None:
    for path in (TEXT, "docs/2099/g/m1.md"):
        drawn.change(path, "每半年谈心谈话一次。", "从严。每半年谈心谈话一次。")
    resealed(drawn)


def what_a_merge_left(drawn: Drawn) -> None:
    drawn[LOCK] = drawn[LOCK].replace("provision a1\n", "<<<<<<< HEAD\nprovision a1\n")


def a_line_of_somebody_elses(drawn: Drawn) -> None:
    drawn[LOCK] = drawn[LOCK].replace("provision a1\n", "provision A1 一\nprovision a1\n")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (without_the_question, ["a1-m1-q01 编号没有了"]),
        (another_question_of_its_number, [f"{BANK}:2 题号换了题"]),
        (a_number_of_another_page, [f"{BANK}:10 别页的题号"]),
        (without_a_provision, ["g 编号没有了", "g-m1 编号没有了"]),
        (without_a_sentence, ["g-m1#c2 编号没有了"]),
        (a_sentence_put_before_another, ["g-m1#c2 编号换了内容"]),
        (what_a_merge_left, ["HEAD 合并冲突"]),
        (a_line_of_somebody_elses, ["A1 编号清单写法"]),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_broken_promise_is_a_problem_and_nothing_is_written(
    drawn: Drawn, change: Callable[[Drawn], None], expected: list[str]
) -> None:
    change(drawn)
    lock = drawn[LOCK]
    assert codes(drawn) == expected
    assert run(drawn) == 1
    assert drawn[LOCK] == lock


@pytest.mark.parametrize(
    ("change", "given_up"),
    [
        (without_the_question, ["a1-m1-q01"]),
        (without_a_provision, ["g", "g-m1"]),
        (without_a_sentence, ["g-m1#c2"]),
        (a_sentence_put_before_another, ["g-m1#c2"]),
    ],
)
def test_what_document_yml_gives_up_with_a_reason_may_go_and_stays_known(
    drawn: Drawn, change: Callable[[Drawn], None], given_up: list[str]
) -> None:
    change(drawn)
    drawn[SETTINGS] += "retired:\n" + "".join(f"  {name}: 六月修订时删去了\n" for name in given_up)
    assert codes(drawn) == []
    assert run(drawn) == 0
    assert all(f" {name} " in drawn[LOCK].replace("\n", " ") for name in given_up)


def test_a_question_that_is_retired_in_its_bank_is_kept(drawn: Drawn) -> None:
    drawn[BANK] += "    retired: 太浅，由另一题顶替\n"
    assert codes(drawn) == []


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("  a1-m1-q01: 不再考这一题了\n", [f"{BANK}:2 退役的编号"]),
        ("  a1-m1: 六月修订时删去了\n", [f"{SETTINGS}:4 退役的编号"]),
        ("  a1-m9: 六月修订时删去了\n", [f"{SETTINGS}:4 没有这个编号"]),
        ("  a1-m1-q01: 不考\n", [f"{SETTINGS}:4 取值不对"]),
        ("  - a1-m1-q01\n", [f"{SETTINGS}:4 设置写法"]),
    ],
)
def test_what_is_given_up_wrongly(drawn: Drawn, written: str, expected: list[str]) -> None:
    drawn[SETTINGS] += f"retired:\n{written}"
    assert codes(drawn) == expected


def test_a_question_in_other_words_is_the_same_when_the_editor_says_so(drawn: Drawn, capsys) -> None:
    drawn.change(BANK, "各支部多久学习一次？", "党支部组织一回集中读书，间隔怎么定？")
    assert codes(drawn) == [f"{BANK}:2 题号换了题"]
    assert run(drawn, "--same", "a1-m1-q09") == 2
    assert run(drawn, "--same", "a1-m1-q01") == 0
    assert codes(drawn) == []
    assert "question a1-m1-q01 党支部组织" in drawn[LOCK]


def test_a_slip_mended_in_a_stem_is_no_problem_and_the_first_stem_stays(drawn: Drawn) -> None:
    lock = drawn[LOCK]
    drawn.change(BANK, "各支部多久学习一次？", "各个支部多久学习一次？")
    assert codes(drawn) == []
    assert run(drawn) == 0
    assert drawn[LOCK] == lock


def hints(drawn: Drawn) -> str:
    return "\n".join(each.hint for each in project.load(drawn.root).problems)


def test_a_question_with_another_number_is_told_its_own(drawn: Drawn) -> None:
    drawn.change(BANK, "a1-m1-q01", "a1-m1-q07")
    assert codes(drawn) == ["a1-m1-q01 编号没有了"] and "请把号改回“a1-m1-q01”" in hints(drawn)


def test_two_questions_whose_numbers_are_exchanged_are_told_so(drawn: Drawn) -> None:
    drawn[BANK] += SECOND.format(id="a1-m1-q02")
    assert run(drawn) == 0
    drawn[BANK] = drawn[BANK].replace("-q01", "-q00").replace("-q02", "-q01").replace("-q00", "-q02")
    assert {each.rpartition(" ")[2] for each in codes(drawn)} == {"题号换了题"} and hints(drawn).count("换回来") == 2


def test_a_published_question_is_no_draft_again(drawn: Drawn) -> None:
    drawn.change(BANK, "  - id: a1-m1-q01\n", "  - id: a1-m1-q01\n    draft: true\n")
    assert codes(drawn) == [f"{BANK}:2 公布过的草稿"]


def test_an_id_that_a_merge_has_left_twice_is_named_in_the_lock(drawn: Drawn) -> None:
    drawn[LOCK] += "question a1-m1-q01 另一句话？\n"
    assert codes(drawn) == ["a1-m1-q01 编号清单写法"]


def test_what_cannot_be_read_is_not_called_lost(drawn: Drawn) -> None:
    drawn.change(BANK, "answer: B", "answer: X")
    assert codes(drawn) == [f"{BANK}:6 答案越界"]


def test_text_and_page_changed_together_are_told_by_the_fingerprint(drawn: Drawn) -> None:
    for path in (TEXT, "docs/2099/g/m1.md"):
        drawn.change(path, "每半年", "每季度")
    assert codes(drawn) == [f"{SETTINGS}:2 原文的指纹"]
    [found] = project.load(drawn.root).problems
    assert project.load(drawn.root).packages[0].sha256 in found.hint
    resealed(drawn)
    assert codes(drawn) == []


def test_a_published_document_has_its_fingerprint(drawn: Drawn) -> None:
    drawn[SETTINGS] = "title: 小方案\n"
    assert codes(drawn) == [f"{SETTINGS}:1 原文的指纹"]


def test_any_line_of_a_lock_is_read_back_as_it_was_written(drawn: Drawn) -> None:
    known = project.load(drawn.root).packages[0].published
    again = published.read_published(drawn[LOCK], LOCK, pytest.fail)
    assert again == known and len(known.lines) == len(drawn[LOCK].splitlines()) - 1
