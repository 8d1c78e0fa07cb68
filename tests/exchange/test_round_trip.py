"""Out and in again: nothing is lost of what a format says it carries, whatever the texts are."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from tests.documents import PLAN
from yanxi import commands, project
from yanxi.bank.kinds import KINDS
from yanxi.bank.kinds.blank import GAP, spellings
from yanxi.bank.read import read_question
from yanxi.chinese import meaning
from yanxi.exchange import FORMATS, files
from yanxi.exchange.incoming import Plan, plan
from yanxi.exchange.selection import Selection, held, left_out, line
from yanxi.model import Bank, Case, Question
from yanxi.yamltext.nodes import Mapping, Node, Sequence, Text

BANK = "quizzes/plan/a1/m3.yml"
QUOTE = "每半年以书面形式分别向局党委报告履行全面从严治党主体责任情况"
PACKAGE = project.load(PLAN).packages[0]
OURS = ("xlsx", "csv", "docx")
BOTH_WAYS = [name for name in FORMATS if name not in ("qti", "anki")]


def everything(package: project.Package) -> dict[str, Question]:
    return {question.id: question for bank in package.banks.values() for question in bank.questions}


def through(name: str, package: project.Package, folder: Path, root: Path, questions: tuple[Question, ...]) -> Plan:
    """What importing the export of these questions would do."""
    chosen = Selection(package.settings.title, package.document, questions)
    file = folder / f"bank.{FORMATS[name].SUFFIX}"
    file.write_bytes(FORMATS[name].write(held(chosen, FORMATS[name])))
    problems = []
    found = plan(files.read(file, problems.append).rows, package, root)
    assert problems == []
    return found


@pytest.mark.parametrize("name", BOTH_WAYS)
def test_the_bank_out_and_in_again_changes_nothing(name: str, tmp_path: Path) -> None:
    before = tuple(everything(PACKAGE).values())
    found = through(name, PACKAGE, tmp_path, PLAN, before)
    assert (found.added, found.changed, found.retired, found.problems) == ((), (), (), ())
    chosen = Selection(PACKAGE.settings.title, PACKAGE.document, before)
    assert found.same == len(held(chosen, FORMATS[name]).questions) > 20 and found.files == {}


@pytest.mark.parametrize("name", OURS)
def test_an_empty_project_gets_the_whole_bank_back(name: str, tmp_path: Path) -> None:
    root, file = tmp_path / "plan", tmp_path / f"bank.{name}"
    shutil.copytree(PLAN, root)
    assert commands.main(["export", name, "-o", str(file), "--root", str(root)]) == 0
    for bank in PACKAGE.banks.values():
        (root / bank.path).write_text("questions: []\n", encoding="utf-8")
    assert commands.main(["import", str(file), "--write", "--root", str(root)]) == 0
    kept = {each.id: each for each in everything(PACKAGE).values() if not left_out(each, FORMATS[name])}
    assert everything(project.load(root).packages[0]) == kept


# Any question with any text.

PIECES = [
    *"甲乙丙半年12aB |｜\\\n'\"=+-@，,;；\t:#*&!%[]{}<>_、？。（）《》“”‘\u3000\xa0😀→~`$^/",
    "_x000D_",
    "**",
    ": ",
    " #",
    "\\n",
]
texts = (
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map(lambda each: "".join(each).strip()).filter(meaning)
)


def node(value: object) -> Node:
    place = (BANK, 2, 5)
    if isinstance(value, dict):
        return Mapping(*place, tuple((Text(*place, key), node(each)) for key, each in value.items()))
    if isinstance(value, list):
        return Sequence(*place, tuple(map(node, value)))
    return Text(*place, str(value))


@st.composite
def entries(draw: st.DrawFn) -> dict[str, object]:
    kind = draw(st.sampled_from(sorted(KINDS)))
    made: dict[str, object] = {
        "id": "a1-m3-q01",
        "kind": kind,
        "stem": draw(texts),
        "quote": QUOTE,
        "explain": draw(texts),
    }
    keys = KINDS[kind].KEYS
    if "options" in keys:
        made["options"] = draw(st.lists(texts, min_size=3, max_size=8))
        if draw(st.booleans()):
            made["options"][1] = {"text": made["options"][1], "why": draw(texts)}
        if "answer" in keys:
            made["answer"] = draw(st.sampled_from(["A", "B", "C", "AC", "ABC"]))
    elif "pairs" in keys:
        made["pairs"] = draw(st.lists(st.tuples(texts, texts).map(list), min_size=2, max_size=8))
    elif "any_order" in keys:
        made["stem"] = f"{draw(texts)}____{draw(texts)}____。"
        made["answer"] = [draw(texts), [draw(texts), draw(texts)]]
        if draw(st.booleans()):
            made["any_order"] = "true"
    elif KINDS[kind].SELF_JUDGED:
        made["answer"] = draw(st.lists(texts, min_size=1, max_size=4))
    else:
        made["answer"] = draw(st.sampled_from(["对", "错"]))
    if draw(st.booleans()):
        made["quote"] = [
            {"at": "a1-m3", "text": QUOTE},
            {"at": "g-m1", "text": PACKAGE.document.by_id["g-m1"].clauses[0].text},
        ]
    if draw(st.booleans()):
        made |= {
            "allow": {"解析太薄": f"理由写在这里{draw(texts)}"},
            "level": draw(st.sampled_from(["understand", "apply"])),
        }
    if draw(st.booleans()):
        made |= {"retired": f"不再考的原因在此{draw(texts)}", "terms": [PACKAGE.glossary[0].id]}
    if draw(st.booleans()) and not KINDS[kind].ORDERED:
        made["pin"] = "true"
    if draw(st.booleans()):
        made["case"] = draw(texts)
    return made


def kept(question: Question, name: str) -> Question:
    """A question with no more than a format says it carries: without bold, its texts are on one line."""
    if name in OURS:
        return replace(question, draft=False)
    said, flat = FORMATS[name].PARTS, lambda text: line(text).replace("->", "→")
    content = question.content
    if question.kind == "blank":
        every = spellings(question) if "填空的别的写法" in said else content
        content = tuple(tuple(map(flat, gap if every is not content else gap[:1])) for gap in every)
    elif question.kind == "match":
        content = tuple((flat(left), flat(right)) for left, right in content)
    else:
        content = tuple(map(flat, content))
    whys = "选项说明" in said
    options = tuple(
        replace(each, text=flat(each.text), why=flat(each.why) if whys else "") for each in question.options
    )
    return replace(
        question,
        stem=GAP.sub("____", flat(question.stem)),
        explain=flat(question.explain),
        content=content,
        options=options,
        quotes=question.quotes if "依据" in said else (),
        case=replace(question.case, name="", text=flat(question.case.text)) if question.case else None,
        level=question.level if "层次" in said else "remember",
        pin=bool(question.pin and question.options and "不打乱" in said),
        any_order=False,
        terms=(),
        allow={},
        draft=False,
        version="",
    )


@pytest.mark.parametrize("name", [*OURS, "moodle", "gift", "kaoshibao", "xuexitong"])
@given(entry=entries(), story=texts)
@settings(
    max_examples=25,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # the smallest case is not worth minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much],
)
def test_any_question_comes_back_as_it_was(name: str, tmp_path: Path, entry: dict[str, object], story: str) -> None:
    problems = []
    cases = {entry["case"]: Case(entry["case"], story, node(""))} if "case" in entry else {}
    question = read_question(node(entry), "a1-m3", PACKAGE.document, cases, PACKAGE.glossary, problems.append)
    assume(question is not None and not any(each.severity == "error" for each in problems))
    assume(not left_out(question, FORMATS[name]) and not (question.any_order and name not in OURS))
    (tmp_path / BANK).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / BANK).write_text("questions: []\n", encoding="utf-8")
    empty = replace(PACKAGE, banks={"a1-m3": Bank("a1-m3", BANK, ())})
    found = through(name, empty, tmp_path, tmp_path, (question,))
    [change] = found.added
    # The rules may want another question, and the case has to have a second one: that is another matter.
    assert kept(change.after, name) == kept(question, name)
    assert {each.code for each in found.problems} <= {"材料的题数"}
    if not found.problems:
        assert BANK in found.files
