"""YAML as values that know where they stand."""

import re

import yaml
from hypothesis import given
from hypothesis import strategies as some

from yanxi.yamltext import repair
from yanxi.yamltext.decode import decode
from yanxi.yamltext.nodes import Mapping, Node, Sequence, Text, describe
from yanxi.yamltext.parse import parse


def read(text: str, first_line: int = 1) -> Node:
    problems = []
    node = parse(text, "甲.yml", problems.append, first_line)
    assert problems == [] and node is not None
    return node


def plain(node: Node) -> object:
    """The value without its place."""
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    if isinstance(node, Mapping):
        return {key.value: plain(value) for key, value in node.entries}
    assert isinstance(node, Text)
    return node.value


TEXT = """\
# 说明
questions:
  - id: a1-m3-q01      # 题号
    options: [每月, "每 半年"]
    explain: >-
      见 Excel
      每半年。
    quote: ''
    level:
"""


def test_every_value_knows_its_line_and_column() -> None:
    root = read(TEXT)
    [question] = root.get("questions").items
    assert (root.line, root.column, question.line, question.column) == (2, 1, 3, 5)
    assert [(key.value, key.line, key.column) for key, _ in question.entries] == [
        ("id", 3, 5),
        ("options", 4, 5),
        ("explain", 5, 5),
        ("quote", 8, 5),
        ("level", 9, 5),
    ]
    assert [(value.line, value.column) for _, value in question.entries] == [(3, 9), (4, 14), (5, 14), (8, 12), (9, 11)]
    assert [(item.value, item.line, item.column) for item in question.get("options").items] == [
        ("每月", 4, 15),
        ("每 半年", 4, 19),
    ]
    assert question.get("explain").value == "见 Excel 每半年。"
    assert question.get("nothing") is None and question.key("nothing") is None
    assert question.key("quote").line == 8


def test_yaml_in_a_page_counts_the_lines_of_the_page() -> None:
    assert read("- what: 甲\n  who: 乙", first_line=41).items[0].get("who").line == 42
    problems = []
    parse("- what: 甲\n  who：乙", "页.md", problems.append, 41)
    assert [(problem.line, problem.column, problem.code) for problem in problems] == [(42, 6, "全角冒号")]


def test_a_value_is_described_in_an_editors_words() -> None:
    node = read("a: 甲\nb: []\nc: {d: 1}\ne:")
    assert [describe(node.get(key)) for key in "abce"] == ["“甲”", "一个列表", "一组“键: 值”", "空白"]


def test_a_byte_order_mark_and_any_line_ends_are_read() -> None:
    for data in (b"\xef\xbb\xbfa: 1\nb: 2\n", b"a: 1\r\nb: 2\r\n", b"a: 1\rb: 2\r"):
        assert decode(data, "甲.yml", None) == "a: 1\nb: 2\n"


words = (
    some.text("甲乙丙，。：“”《》abc12 -_/()*&!|>%@`'\"[]{},#?", min_size=1, max_size=15).map(str.strip).filter(bool)
)
values = some.recursive(
    words, lambda inner: some.lists(inner, max_size=3) | some.dictionaries(words, inner, max_size=3), max_leaves=8
)


@given(some.dictionaries(words, values, min_size=1, max_size=4), some.booleans())
def test_what_yaml_writes_is_read_back_as_text(value: dict, flow: bool) -> None:
    # Width: what people write by hand has no line that PyYAML has broken.
    text = yaml.dump(value, allow_unicode=True, default_flow_style=flow, width=10_000, Dumper=yaml.SafeDumper)
    problems = []
    node = parse(text, "甲.yml", problems.append)
    # A text such as “abc：甲” looks like a key with the wrong colon, and may be asked about.
    assert plain(node) == value if not problems else re.search(r"[A-Za-z_]\w*\s*[：:]", text)


def test_both_loaders_place_values_alike() -> None:
    def marks(node: yaml.Node) -> list[tuple[int, int]]:
        below = node.value if not isinstance(node, yaml.ScalarNode) else []
        below = [each for pair in below for each in pair] if isinstance(node, yaml.MappingNode) else below
        here = (node.start_mark.line, node.start_mark.column)
        return [here, *(mark for each in below for mark in marks(each))]

    assert marks(yaml.compose(TEXT, repair.LOADER)) == marks(yaml.compose(TEXT, yaml.SafeLoader))


def test_a_file_that_can_be_read_has_no_fault() -> None:
    assert repair.first_fault(TEXT.split("\n")) is None


def test_a_fault_comes_with_the_text_that_was_meant() -> None:
    lines = TEXT.replace("    options", "   options").split("\n")
    fault = repair.first_fault(lines)
    assert (fault.line, fault.column, fault.code) == (4, 4, "缩进不齐")
    assert fault.lines == tuple(TEXT.split("\n"))
