"""The linter, measured: on seeded flawed and sound questions, on its own manual, and on how long it takes.

A file of lint/ is named after its rule. A case is a small bank; what it leaves out (id, kind, quote, explain, level) is
filled in here with something no rule minds. `repeat` makes a bank of so many questions of a sort, for the rules that
look at the whole bank. A flawed case has the one flaw its file is named after; a sound one comes near it.
"""

from __future__ import annotations

import importlib
import json
import re
import textwrap
import time
from pathlib import Path

import pytest
import yaml

from tests.documents import PLAN
from yanxi import project
from yanxi.bank import checks
from yanxi.bank.checks import check_banks
from yanxi.bank.checks.words import below_chance
from yanxi.bank.read import read_bank
from yanxi.document.read import read_document
from yanxi.model import Bank
from yanxi.problem import ERROR, NOTICE, WARNING
from yanxi.yamltext import parse

PAGE = "a1-m3"
FILLINGS = {
    "kind": "single",
    "quote": "每半年以书面形式分别向局党委报告履行全面从严治党主体责任情况",
    "explain": "原文照此写明。最容易混淆的说法出自方案的另外一处，针对的是另一件事情，读的时候要分开来看。",
    "level": "understand",
}
RULES = {rule.__name__.rsplit(".", 1)[1]: rule for rule in checks.RULES}


def _fail(problem):
    pytest.fail(f"case is not readable: {problem}")


# What the cases and the manual's examples quote, as it was when they were written.
QUOTED = read_document((Path(__file__).parent / "lint/plan.txt").read_text("utf-8"), "plan", "plan.txt", _fail)
GLOSSARY = project.load(PLAN).packages[0].glossary


def bank_of(questions: list[dict]) -> Bank:
    whole = [{"id": f"{PAGE}-q{n:02}"} | FILLINGS | question for n, question in enumerate(questions, 1)]
    # One question a line, so that every problem stands where its question does.
    text = "questions:\n" + "\n".join(f"  - {json.dumps(question, ensure_ascii=False)}" for question in whole)
    return read_bank(parse.parse(text, "case.yml", _fail), PAGE, "case.yml", QUOTED, _fail)


def found(questions: list[dict]) -> set[str]:
    return {problem.code for problem in check_banks((bank_of(questions),), QUOTED, GLOSSARY)}


def repeat(counts: dict[str, int]) -> list[dict]:
    """Questions of each sort: a key of judge or single; a single whose right option is the longest, or shorter than the
    longest, or neither; a multiple with so many right ones of so many (3of5)."""
    sorts = [sort for sort, count in counts.items() for _ in range(count)]
    words = ["推诿扯皮", "拖延敷衍", "虚报浮夸", "弄虚作假"]
    more = [*words, "阳奉阴违"]
    questions = []
    for n, sort in enumerate(sorts):
        stem = f"{''.join(QUOTED.text[300 + 97 * n : 330 + 97 * n].split())}，怎样看？"
        if sort in "对错":
            questions.append({"kind": "judge", "stem": stem, "answer": sort})
        elif sort in "ABCD":
            questions.append({"stem": stem, "options": words, "answer": sort})
        elif "of" in sort:
            right, size = map(int, sort.split("of"))
            questions.append({"kind": "multiple", "stem": stem, "options": more[:size], "answer": "ABCDE"[:right]})
        else:
            long = {"longest": 0, "shorter": 1}.get(sort)
            options = [word + "等" if i == long else word for i, word in enumerate(words)]
            answer = "ABCD"[n % 4]
            options[0], options[n % 4] = options[n % 4], options[0]
            questions.append({"stem": stem, "options": options, "answer": answer})
    return questions


def cases(kind: str):
    for name in RULES:
        for case in yaml.safe_load((Path(__file__).parent / "lint" / f"{name}.yml").read_text("utf-8"))[kind]:
            yield name, case["name"], case.get("questions") or repeat(case["repeat"])


FLAWED, SOUND = list(cases("flawed")), list(cases("sound"))


def test_flawed_questions_are_caught_and_sound_ones_are_not(capsys):
    caught, missed, false = dict.fromkeys(RULES, 0), [], []
    alarms = dict.fromkeys(RULES, 0)
    by_name = {rule.NAME: name for name, rule in RULES.items()}
    for name, case, questions in FLAWED:
        codes = found(questions)
        caught[name] += RULES[name].NAME in codes
        if RULES[name].NAME not in codes:
            missed.append(f"{name}: {case}")
        if others := codes - {RULES[name].NAME}:
            false.append(f"{name}: {case}: {'、'.join(others)}")
            for other in others:
                alarms[by_name[other]] += 1
    for name, case, questions in SOUND:
        if codes := found(questions):
            false.append(f"{name}: {case}: {'、'.join(codes)}")
            for code in codes:
                alarms[by_name[code]] += 1
    with capsys.disabled():
        print(f"\nlinter: {len(FLAWED)} flawed cases, {len(SOUND)} sound cases")
        for name, rule in RULES.items():
            seeded = sum(each == name for each, _, _ in FLAWED)
            near = sum(each == name for each, _, _ in SOUND)
            print(
                f"  {rule.NAME}\t{name:<11} caught {caught[name]}/{seeded}, near it {near} sound, false {alarms[name]}"
            )
        hits, alarmed = sum(caught.values()) / len(FLAWED), len(false) / (len(FLAWED) + len(SOUND))
        print(f"  hit rate {hits:.1%}, false alarms {alarmed:.1%}")
    assert len(FLAWED) >= 60 and len(SOUND) >= 60
    # The promise is 95 % and 3 %. What is caught today stays caught: a case that slips is a rule that broke.
    assert missed == []
    assert false == []


def examples(rule) -> tuple[list[dict], list[dict]]:
    """The bad and the good example of a rule's manual page, read as YAML."""
    match = re.search(r"\n反例：\n\n(.+?)\n\n正例：\n\n(.+)$", rule.__doc__, re.DOTALL)
    assert match, "没有反例和正例"
    bad, good = (yaml.safe_load(textwrap.dedent(part)) for part in match.groups())
    return bad, good


@pytest.mark.parametrize("name", RULES)
def test_manual_page_says_what_the_rule_does(name):
    rule = RULES[name]
    assert rule.__doc__.startswith(f"{rule.NAME}：")
    assert "\n为什么：" in rule.__doc__
    assert rule.SEVERITY in (ERROR, WARNING, NOTICE)
    bad, good = examples(rule)
    problems = [each for each in rule.check((bank_of(bad),), QUOTED, GLOSSARY) if each.code == rule.NAME]
    assert problems, "反例没有被查出来"
    assert all(each.severity == rule.SEVERITY and each.hint for each in problems)
    assert found(good) == set(), "正例被查出了问题"


def test_every_file_is_a_rule_and_every_rule_has_its_cases():
    files = {file.stem for file in Path(checks.__file__).parent.glob("*.py")} - {"__init__", "words"}
    assert files == set(RULES)
    assert {file.stem for file in (Path(__file__).parent / "lint").glob("*.yml")} == files
    assert len({rule.NAME for rule in checks.RULES}) == len(checks.RULES)
    for name in files:
        assert importlib.import_module(f"yanxi.bank.checks.{name}").__doc__


LONG = {"stem": "三·四是写明哪一种办法？", "options": ["以案促改", "一案双查的调查办法", "凡提必核"], "answer": "B"}


def test_reason_lets_a_question_pass_and_only_that_rule():
    assert found([LONG]) == {"答案过长"}
    assert found([LONG | {"allow": {"答案过长": "专问全称，不宜缩短。"}}]) == set()
    assert found([LONG | {"level": "remember", "allow": {"答案过长": "专问全称，不宜缩短。"}}]) == {"答案不在引文"}


def test_reason_stands_for_its_own_question_alone():
    other = LONG | {"stem": "提拔干部之前，二（四）二是写明要怎么办？"}
    first = LONG | {"allow": {"答案过长": "专问全称，不宜缩短。"}}
    problems = [each for each in check_banks((bank_of([first, other]),), QUOTED, GLOSSARY) if each.code == "答案过长"]
    assert [problem.line for problem in problems] == [3]


def test_reason_reaches_a_rule_on_the_whole_bank_through_the_question_it_names():
    judges = repeat({"对": 8})
    assert found(judges) == {"判断失衡"}
    judges[0]["allow"] = {"判断失衡": "本页只收录正面表述，另有说明。"}
    assert found(judges) == set()


def test_retired_question_is_left_alone():
    assert found([LONG | {"retired": "已经另出新题"}]) == set()


def test_chance_is_reckoned_for_a_bank_of_any_size():
    assert below_chance(2, [0.25] * 20) is False and below_chance(1, [0.25] * 20) is True
    assert below_chance(1200, [0.25] * 6000) is True and below_chance(1490, [0.25] * 6000) is False


def test_thousand_questions_are_compared_in_well_under_a_second():
    package = project.load(PLAN).packages[0]
    banks = tuple(package.banks.values())
    many = banks * (1000 // sum(len(bank.live) for bank in banks) + 1)
    assert sum(len(bank.live) for bank in many) >= 1000
    list(RULES["stems"].check(many, package.document, GLOSSARY))  # warm: folding is shared by all rules
    start = time.process_time()
    list(RULES["stems"].check(many, package.document, GLOSSARY))
    assert time.process_time() - start < 1
