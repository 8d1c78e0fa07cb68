"""A document's own settings: what is written, what is left out, and what is wrong with its line."""

import pytest

from yanxi.document.levels import DEFAULT
from yanxi.document.read import read_document
from yanxi.document.settings import Settings, Words, read_settings
from yanxi.yamltext.parse import parse


def read(text: str) -> tuple[Settings, list[str]]:
    found = []
    made = read_settings(parse(text, "docs/2099/document.yml", found.append), "2099", found.append)
    assert all(problem.hint and problem.path == "docs/2099/document.yml" for problem in found)
    return made, [f"{problem.line}:{problem.column} {problem.code}" for problem in sorted(found)]


def test_everything_that_can_be_said() -> None:
    made, problems = read(
        "title: 云溪县校车安全管理办法\nshort: 校车办法\nsummary: 校车怎么管。\n"
        "levels: [第×章, 第×条, {mark: （一）, page: false}]\nwords:\n  time: [每学期, 三月底前]\n  actors: [县教育局]\ncurrent: true\n"
    )
    assert problems == []
    assert (made.title, made.short, made.summary, made.current) == (
        "云溪县校车安全管理办法",
        "校车办法",
        "校车怎么管。",
        True,
    )
    assert [(level.mark, level.page, level.leaf) for level in made.levels] == [
        ("第×章", True, False),
        ("第×条", True, True),
        ("（一）", False, False),
    ]
    assert made.words == Words(("每学期", "三月底前"), ("县教育局",))


def test_a_title_is_enough_and_without_a_file_the_folder_is_the_title() -> None:
    assert read("title: 校车办法\n") == (Settings("校车办法", "校车办法", "", DEFAULT, Words(), False), [])
    assert read_settings(None, "2099", pytest.fail) == Settings("2099", "2099")


@pytest.mark.parametrize(
    ("written", "mark"),
    [
        ("第一条", "第×条"), ("第X章", "第×章"), ("第1节", "第×节"), ("第一部分", "第×编"), ("一．", "一、"),
        ("(一)", "（一）"), ("1、", "1."), ("1．", "1."), ("①", "（1）"), ("(1)", "（1）"), ("一是", "一是"),
    ],
)  # fmt: skip
def test_a_level_may_be_written_as_it_is_printed(written: str, mark: str) -> None:
    made, problems = read(f"title: 甲\nlevels: [{written}]\n")
    assert ([level.mark for level in made.levels], problems) == ([mark], [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- 甲\n", ["1:1 设置写法"]),
        ("short: 甲\n", ["1:1 缺少的键"]),
        ("titel: 甲\n", ["1:1 未知的键"]),
        ("title: [甲]\n", ["1:8 应为文字"]),
        ("title: 甲\nlevels: 一、\n", ["2:9 应为列表"]),
        ("title: 甲\nlevels: []\n", ["2:9 空白"]),
        ("title: 甲\nlevels: [一、, 甲乙]\n", ["2:14 不认得的层级"]),
        ("title: 甲\nlevels: [一、, 一．]\n", ["2:14 层级重复"]),
        ("title: 甲\nlevels:\n  - 一、\n  - {mark: （一）, page: no}\n", ["4:23 取值不对"]),
        ("title: 甲\nlevels:\n  - {page: false}\n", ["3:5 缺少的键"]),
        ("title: 甲\nlevels:\n  - {mark: 一、, pages: false}\n", ["3:16 未知的键"]),
        ("title: 甲\nlevels:\n  - [一、]\n", ["3:5 应为文字"]),
        ("title: 甲\nwords: 每年\n", ["2:8 设置写法"]),
        ("title: 甲\nwords:\n  time: 每年\n", ["3:9 应为列表"]),
        ("title: 甲\nwords:\n  times: [每年]\n", ["3:3 未知的键"]),
        ("title: 甲\ncurrent: 是\n", ["2:10 取值不对"]),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text: str, expected: list[str]) -> None:
    assert read(text)[1] == expected


def provisions(levels: str, text: str) -> list[str]:
    problems = []
    made = read_document(text, "2099", "text.txt", problems.append, read(f"title: 甲\nlevels: {levels}\n")[0].levels)
    assert not problems
    return [each.id for each in made.provisions]


def test_a_level_without_pages_stays_in_the_text_above() -> None:
    text = "一、任务\n（一）抓学习。一是读书；二是交流。\n（二）抓落实。"
    assert provisions("[一、, （一）, 一是]", text) == ["s1", "a1", "a1-m1", "a1-m2", "a2"]
    assert provisions("[一、, （一）]", text) == ["s1", "a1", "a2"]
    assert provisions("[一、, {mark: （一）, page: false}, {mark: 一是, page: false}]", text) == ["s1"]


def test_points_and_what_is_below_an_article_get_pages_where_the_table_says_so() -> None:
    assert provisions("[一、, （1）]", "一、任务\n（1）学习。\n（2）落实。") == ["s1", "s1-p1", "s1-p2"]
    text = "第一条 职责如下：\n1.学习；\n2.落实。\n第二条 本办法自印发之日起施行。"
    assert provisions("[第×条]", text) == ["art1", "art2"]
    assert provisions("[第×条, 1.]", text) == ["art1", "art1-n1", "art1-n2", "art2"]


def test_another_order_is_kept() -> None:
    assert provisions("[1., 一、]", "1.任务\n一、学习。\n二、落实。\n2.要求\n一、领导。") == [
        "n1",
        "n1-s1",
        "n1-s2",
        "n2",
        "n2-s1",
    ]
