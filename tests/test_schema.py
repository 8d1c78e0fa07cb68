"""The schemas for text editors: what the reader of a file accepts they accept, and what it refuses they refuse where they can."""

import json
import re
from pathlib import Path
from random import Random
from typing import Any, ClassVar

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as some
from jsonschema import Draft7Validator

from tests.bank.mutations import SLIPS, apply
from tests.documents import ROOT, banks, document, first_provision, glossary
from yanxi import commands, schema
from yanxi.bank.kinds import KINDS
from yanxi.bank.paper import read_paper
from yanxi.bank.read import read_bank
from yanxi.problem import ERROR, Problem
from yanxi.yamltext import parse

VALID = {name: Draft7Validator(made()) for name, made in schema.FILES.items()}

# What takes the text, the other questions or the glossary to know, or is about how the file is written.
BEYOND = {
    "以 ! 开头", "以 * 或 & 开头", "全角冒号", "别名不在原文", "形近字", "看不见的字符", "缩进不齐", "少了短横", "重复的键", "连着的空格",
    "加粗没有配对", "加粗用不上", "星号会不见", "题干无字", "答案无字", "题号无此页", "题号重复", "没有这一条", "没有这个术语", "没有这份材料",
    "材料的题数", "材料题不相连", "术语未核对", "原文不符", "原文不唯一", "引句字形", "答案越界", "答案重复", "空数不符", "空的答案相混",
    "次序不限", "连线重复", "选项重复", "选项写法", "替换的题不在", "替换的题还在考", "替换了两次", "替换自己", "及格线", "材料的分数",
}  # fmt: skip


class Loader(yaml.SafeLoader):
    """YAML 1.2, as text editors read it: `no` and a date are texts."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for tag, pattern, first in (
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
):
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


def faults(name: str, text: str) -> list[str]:
    """What a text editor underlines; a file that is no YAML is one fault."""
    try:
        loaded = yaml.load(text, Loader)
    except yaml.YAMLError as error:
        return [str(error)]
    return [f"{each.json_path}: {each.message[:80]}" for each in VALID[name].iter_errors(loaded)]


def refused(text: str, provision: str = "a1-m3") -> list[Problem]:
    """What the reader of banks has against a text."""
    found: list[Problem] = []
    read_bank(parse.parse(text, "m3.yml", found.append), provision, "m3.yml", document(), found.append, glossary())
    return [each for each in found if each.severity == ERROR]


def called(file: Path) -> str:
    if file.parent.name == "papers":
        return "paper"
    return file.stem if "docs" in file.parts else "bank"


FILES = [
    file
    for folder in (ROOT, *(ROOT / "tests/documents").glob("*/"))
    for file in sorted([*folder.glob("docs/*/*.yml"), *folder.glob("quizzes/**/*.yml")])
]


def test_every_file_that_is_committed_is_as_its_schema_says() -> None:
    assert {called(file) for file in FILES} == set(schema.FILES)
    assert [fault for file in FILES for fault in faults(called(file), file.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("name", schema.FILES)
def test_a_schema_is_one_and_says_in_chinese_what_every_key_is_for(name: str) -> None:
    made = VALID[name].schema
    Draft7Validator.check_schema(made)
    for key, held in keys(made):
        assert held is False or re.search("[一-鿿]", held.get("description", "")), key


def keys(made: Any) -> list[tuple[str, Any]]:
    """Every key that a schema describes, wherever in it; conditions describe nothing."""
    if isinstance(made, list):
        return [each for item in made for each in keys(item)]
    if not isinstance(made, dict):
        return []
    below = [each for name, value in made.items() if name not in ("properties", "if", "then") for each in keys(value)]
    own = made.get("properties", {})
    return [*own.items(), *below, *(each for value in own.values() for each in keys(value))]


def test_what_is_committed_for_vs_code_is_what_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.main(["schema", "--check", "--root", str(ROOT)]) == 0, capsys.readouterr().err
    settings = re.sub(r"(?m)^\s*//.*$", "", (ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    named = json.loads(settings)["yaml.schemas"]
    assert {Path(each).name for each in named} == set(schema.files())
    assert all((ROOT / each).is_file() for each in named)


def test_the_command_writes_what_is_old(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "docs").mkdir()
    assert commands.main(["schema", "--check", "--root", str(tmp_path)]) == 1
    assert "请运行 yanxi schema" in capsys.readouterr().err and not (tmp_path / ".vscode").exists()
    assert commands.main(["schema", "--root", str(tmp_path)]) == 0
    assert commands.main(["schema", "--check", "--root", str(tmp_path)]) == 0


@pytest.mark.parametrize("case", sorted((ROOT / "tests/bank/broken").glob("*.yml")), ids=lambda case: case.stem)
def test_what_the_reader_of_banks_refuses_is_underlined(case: Path) -> None:
    text = case.read_text(encoding="utf-8")
    codes = set(re.findall(r"(?m)^# 期望 \S+ (.+)$", text))
    # What nobody can see is a text for all that a text editor knows.
    assert faults("bank", text) or codes <= BEYOND or "看不见的字符" in codes, codes - BEYOND


@pytest.mark.parametrize("case", sorted((ROOT / "tests/bank/papers").glob("*.yml")), ids=lambda case: case.stem)
def test_what_the_reader_of_papers_refuses_is_underlined(case: Path) -> None:
    found: list[Problem] = []
    text = case.read_text(encoding="utf-8")
    read_paper(parse.parse(text, "x.yml", found.append), "x", document(), found.append)
    codes = {each.code for each in found}
    if codes:
        assert faults("paper", text) or codes <= BEYOND or case.stem == "area-unknown", codes
    else:
        assert not faults("paper", text)


def test_a_slip_that_the_reader_does_not_mind_is_not_underlined() -> None:
    chance = Random(1)
    for what, slip in SLIPS.items():
        name = chance.choice(list(banks()))
        lines = banks()[name].split("\n")
        if made := apply(slip, lines, chance):
            text = "\n".join([*lines[: made[0]], made[1], *lines[made[0] + 1 :]])
            assert refused(text, first_provision(name)) or not faults("bank", text), what


WORDS = some.sampled_from(["甲", "每半年", "2022", "true", "no", "'15'", "3.5", '"丙"', "2022-03-01", "**丁**", "～"])
ANSWERS = {
    "single": some.sampled_from(["A", "b", "Ｃ", "[A]", "(B)", "A。", "'C'"]),
    "multiple": some.sampled_from(["AB", "A、C", "[A, B]", "c b", "ＡＢ", "【AC】"]),
    "judge": some.sampled_from(["对", "错误", "true", "False", "t", "√", "'×'", "f", "TRUE", "是"]),
    "blank": some.one_of(WORDS, WORDS.map(lambda word: f"[{word}]"), WORDS.map(lambda word: f"[[{word}, 戊]]")),
    "recall": some.one_of(WORDS, WORDS.map(lambda word: f"[{word}, 戊]")),
}
MORE = some.sampled_from(
    [
        "level: apply",
        "pin: true",
        "draft: true",
        "allow: {答案过长: 四个频次都照原文写}",
        "terms: [K01]",
        "pin: 'false'",
    ]
)


@given(some.data(), some.sampled_from(sorted(KINDS)), some.lists(MORE, max_size=3, unique_by=lambda each: each[:3]))
def test_what_the_reader_accepts_is_not_underlined(data: some.DataObject, kind: str, more: list[str]) -> None:
    lines = [
        "id: a1-m3-q01",
        f"kind: {kind}",
        "explain: 原文写明“每半年”。",
        "quote: 每半年以书面形式分别向局党委报告",
        *more,
    ]
    lines.append("stem: 每____报告。" if kind == "blank" else f"stem: {data.draw(WORDS)}")
    if "options" in KINDS[kind].KEYS:
        lines.append(f"options: [{', '.join(data.draw(some.lists(WORDS, min_size=3, max_size=8, unique=True)))}]")
    if "pairs" in KINDS[kind].KEYS:
        lines.append(f"pairs: [[{data.draw(WORDS)}, 己], [庚, {data.draw(WORDS)}]]")
    if kind in ANSWERS:
        lines.append(f"answer: {data.draw(ANSWERS[kind])}")
    text = "questions:\n  - " + "\n    ".join(lines) + "\n"
    if not refused(text):
        assert faults("bank", text) == []
