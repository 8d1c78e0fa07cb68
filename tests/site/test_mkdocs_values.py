"""The values in mkdocs.yml, held against MkDocs' own reading of them: what it would say in English is a problem in Chinese first."""

import logging
import re
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from tests.site.conftest import Drawn
from yanxi import project
from yanxi.problem import Problem
from yanxi.site import mkdocs_values, mkdocs_yml

KEYS = [name for name, _ in MkDocsConfig._schema if name not in ("config_file_path", "mdx_configs")]
VALUES = (
    "", "不", "yes", "true", "2022", "1.10", "2022-03-01", "'2022'", "甲: 乙", "[甲]", "[2022]", "[[甲]]", "[a: 1]", "[{a: 1, b: 2}]", "{a: {b: c}}",
    "docs", "site", ".", "..", "docs/site", "www.example.org", "https://", "https://example.org/a/", "'!'", "'*.yml'", "127.0.0.1", "127.0.0.1:80",
    "localhost:八", "{path}", "'{甲}'", "'{'", "[mkdocs.yml]", "[nothing.css]", "material", "[search]", "[yanxi, yanxi]", "[yanxi: 1]", "[toc: 1]",
    "[attr_lists]", "{name: material, language: zh}", "{name: 2022}", "{name: material, custom_dir: nowhere}", "{links: {anchors: warn}}",
    "{links: {anchors: error}}", "{links: 1}", "{anchor: warn}", "warn",
)  # fmt: skip
NEEDED = {"site_name": "甲", "plugins": "[yanxi]", "markdown_extensions": "[yanxi.site.extension]"}


def problems(root: Path) -> list[Problem]:
    return list(mkdocs_yml.problems(project.load(root)))


def said(root: Path, caplog: pytest.LogCaptureFixture) -> str:
    """What MkDocs has against mkdocs.yml."""
    caplog.clear()
    try:
        with caplog.at_level(logging.WARNING):
            load_config(str(root / "mkdocs.yml"))
    except (MkDocsException, AttributeError, AssertionError, TypeError) as error:
        return f"{caplog.text}{error}"
    return caplog.text


@pytest.mark.parametrize("key", KEYS)
def test_what_mkdocs_refuses_is_a_problem_first(tiny: Drawn, caplog: pytest.LogCaptureFixture, key: str) -> None:
    others = "".join(f"{name}: {value}\n" for name, value in NEEDED.items() if name != key)
    for value in VALUES:
        tiny["mkdocs.yml"] = f"{others}{key}: {value}\n"
        found = problems(tiny.root)
        assert found or not (words := said(tiny.root, caplog)), f"{key}: {value}\n{words}"
        for each in found:
            assert each.hint and re.search("[一-鿿]", each.message) and "None" not in each.message


def test_every_key_of_mkdocs_is_known() -> None:
    assert {*KEYS, "INHERIT"} == set(mkdocs_values.TABLE)


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("language: zh", "language: 中文", "  language:", "请写 language: zh。"),
        ("language: zh", "language: zh-CN", "  language:", "请写 language: zh。"),
        ("  language: zh\n", "", "theme:", "language: zh"),
        ("  language: zh\n", "  languages: zh\n", "  languages:", "最接近的是“language”"),
        ("site_name: 研习", "INHERIT: base.yml\nsite_name: 研习", "INHERIT:", "搬到这里"),
        ("site_dir: site", "site_dir: docs", "site_dir:", "请写 site_dir: site。"),
        ("site_dir: site", "site_dir: quizzes/网站", "site_dir:", "请写 site_dir: site。"),
        ("strict: false", "strict: 不", "strict:", "true 或 false"),
        ("strict: false", 'strict: "false"', "strict:", "true 或 false"),
        ("use_directory_urls", "use_directory_url", "use_directory_url:", "最接近的是“use_directory_urls”"),
        ("font: false", "font:\n    text: 宋体", "    text:", "请写 font: false。"),
        ("material/weather-sunny", "material/太阳", "        icon: material/太阳", "没有这个图标"),
        ("scheme: slate", "scheme: [slate]", "      scheme: [", "文字"),
        ("primary: custom", "colour: red", "      colour:", "未知的键"),
        ("    - navigation.indexes", "    navigation.indexes", "  features:", "- "),
        ("generator: false", "generator: 不", "  generator:", "true 或 false"),
        ("anchors: warn", "anchors: 警告", "    anchors:", "warn、info、ignore"),
        ("  name: material\n", "  name: 材料\n", "  name:", "请写 name: material。"),
        ("theme:\n  name: material\n", "themes:\n  name: material\n", "themes:", "最接近的是“theme”"),
        ("  - attr_list\n", "  - attr_list\n  - admonitoin\n", "  - admonitoin", "没有安装"),
        ("  - yanxi\n", "  - yanxi:\n      quick: true\n", "      quick:", "没有设置"),
        ("      - study/exam.md\n", "      - 考: study/exam.md\n        另: study/me.md\n", "      - 考:", "几个名称"),
        ("      - study/exam.md\n", "      - 考:\n", "      - 考:", "没有写页面"),
    ],
)  # fmt: skip
def test_a_value_that_goes_wrong_is_named_with_its_line(
    shipped: Drawn, old: str, new: str, line: str, words: str
) -> None:
    shipped.change("mkdocs.yml", old, new)
    found = problems(shipped.root)
    at = next(n for n, text in enumerate(shipped["mkdocs.yml"].split("\n"), 1) if text.startswith(line))
    assert any(words in str(each) and abs(each.line - at) <= 1 for each in found), "\n".join(map(str, found))


def test_a_site_without_a_theme_is_named_where_there_is_a_navigation(shipped: Drawn) -> None:
    text = shipped["mkdocs.yml"]
    shipped["mkdocs.yml"] = text[: text.index("theme:")] + text[text.index("extra:") :]
    assert ["theme" in each.message for each in problems(shipped.root)] == [True]
