"""mkdocs.yml without what our pages need, and what MkDocs says in English: each is a problem in Chinese with its line."""

import re
from pathlib import Path

import pytest

from tests.site.conftest import Drawn
from yanxi import commands, project
from yanxi.problem import Problem
from yanxi.site import mkdocs_log, mkdocs_yml


def found(drawn: Drawn) -> list[Problem]:
    return list(mkdocs_yml.problems(project.load(drawn.root)))


def test_the_shipped_settings_have_no_problem(shipped: Drawn) -> None:
    assert found(shipped) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("  - yanxi\n", "", "plugins:", "yanxi"),
        ("plugins:\n  - yanxi\n", "", "# The plugin puts", "yanxi"),
        ("  - yanxi.site.extension\n", "", "markdown_extensions:", "yanxi.site.extension"),
        ("  - pymdownx.superfences\n", "", "markdown_extensions:", "pymdownx.superfences"),
        ("  - attr_list\n", "  - attr_lists\n", "markdown_extensions:", "attr_list"),
        ("      - study/exam.md\n", "", "docs/study/exam.md", "不在导航里"),
        ("  - 练习:\n", "  - 练习：\n", "  - 练习：", ""),
        ("  /help/\n", "", "docs/help/bank.md", "不在导航里"),
        ("study/exam.md", "study/exams.md", "      - study/exams.md", "study/exams.md"),
        ("  - 首页: index.md\n", "", "      - study/review.md", "首页"),
        ("  /glossary.md\n", "  /nothing.md\n", "docs/glossary.md", "不在导航里"),
        ("  *.yml\n", "", "exclude_docs:", "*.yml"),
        ("docs_dir: docs", "docs_dir: 文档", "docs_dir:", "docs"),
        ("plugins:\n  - yanxi", "plugins:\n\t- yanxi", "plugins:", "制表符"),
        ("plugins:", "plugins：", "plugins：", "全角冒号"),
        ("use_directory_urls: true", "use_directory_urls true", "use_directory_urls true", ""),
        ("extra:\n", "extra:\n  icp: 京ICP备123\n", "  icp:", "京ICP备00000000号-1"),
        ("extra:\n", "extra:\n  icp: <b>京ICP备00000000号</b>\n", "  icp:", "写法不对"),
        ("extra:\n", "extra:\n  icp:\n", "  icp:", "空的"),
        ("extra:\n", "extra:\n  icp: [京ICP备00000000号]\n", "  icp:", "写法不对"),
    ],
)
def test_what_is_missing_or_mistyped_is_named(shipped: Drawn, old: str, new: str, line: str, words: str) -> None:
    shipped.change("mkdocs.yml", old, new)
    problems = found(shipped)
    assert problems and all(each.hint and re.search("[一-鿿]", each.message) for each in problems)
    first = problems[0]
    assert words in str(first)
    if line.startswith("docs/"):
        assert first.path == line
    else:
        shown = shipped["mkdocs.yml"].split("\n")
        assert abs(next(n for n, text in enumerate(shown, 1) if text.startswith(line)) - first.line) <= 1


@pytest.mark.parametrize("number", ["京ICP备00000000号", "陕ICP备2022001234号-12"])
def test_the_number_that_a_site_is_filed_under_may_be_written(shipped: Drawn, number: str) -> None:
    shipped.change("mkdocs.yml", "extra:\n", f"extra:\n  icp: {number}\n")
    assert found(shipped) == []


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_another_encoding_is_named(shipped: Drawn, encoding: str) -> None:
    (shipped.root / "mkdocs.yml").write_bytes(shipped["mkdocs.yml"].encode(encoding))
    assert [each.code for each in found(shipped)] == ["文件编码"]


def test_no_navigation_and_no_file_at_all_are_named(shipped: Drawn) -> None:
    shipped["mkdocs.yml"] = shipped["mkdocs.yml"].partition("\nnav:")[0]
    assert ["导航" in each.message for each in found(shipped)] == [True]
    (shipped.root / "mkdocs.yml").unlink()
    assert ["没有 mkdocs.yml" in each.message for each in found(shipped)] == [True]


def test_a_page_outside_the_documents_and_the_navigation_is_named(shipped: Drawn) -> None:
    shipped["docs/extra.md"] = "# 另一页\n"
    try:
        assert [f"{each.path} {each.code}" for each in found(shipped)] == ["docs/extra.md 不在导航里"]
    finally:
        (shipped.root / "docs/extra.md").unlink()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "WARNING -  Doc file 'a.md' contains a link '#没有', but there is no such anchor on this page.",
            "docs/a.md:3:1: [链接的位置]",
        ),
        (
            "WARNING -  Doc file 'a.md' contains a link 'b.md#x', but the doc 'b.md' does not contain an anchor '#x'.",
            "docs/a.md:1:1: [链接的位置]",
        ),
        ("ERROR   -  Config value 'theme': Unrecognised theme name: 'materail'.", "mkdocs.yml:1:1: [网站设置]"),
        ("WARNING -  Config value 'x': Unrecognised configuration name: x", "mkdocs.yml:1:1: [网站设置]"),
        ("ERROR   -  quizzes/2099/a1/m1.yml:6:13: [答案越界] 答案是 D。", "quizzes/2099/a1/m1.yml:6:13: [答案越界]"),
        (
            "Traceback (most recent call last):\n  File x\nOSError: No space left on device",
            "mkdocs.yml:1:1: [生成失败]",
        ),
        ("", "mkdocs.yml:1:1: [生成失败]"),
        (
            "WARNING -  Doc file 'a.md' contains an unrecognized relative link '没有/', it was left as is.",
            "docs/a.md:1:1: [链接的文件不在]",
        ),
        (
            "jinja2.exceptions.TemplateNotFound: 'partials/languages/中文.html'",
            "mkdocs.yml:1:1: [生成失败] 主题里没有 partials",
        ),
        ("ModuleNotFoundError: No module named 'material'", "mkdocs.yml:1:1: [生成失败] 缺少程序 material。"),
        (
            "KeyError: 'permalinks is no known option'",
            "mkdocs.yml:1:1: [生成失败] 内容检查没有问题，生成网页的程序却停下了（KeyError）。请",
        ),
        (
            "ERROR   -  Config value 'plugins': Plugin 'search' option 'lang': Unsupported",
            "mkdocs.yml:2:1: [网站设置] “plugins”里“search”的",
        ),
        (
            "ERROR   -  Config value 'markdown_extensions': Failed to load extension 'toc'.\nKeyError: 'x'",
            "mkdocs.yml:1:1: [网站设置] “markdown_extensions”里“toc”的",
        ),
    ],
)
def test_what_mkdocs_says_is_said_in_chinese(tmp_path: Path, line: str, expected: str) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("plugins:\n  - search\n", encoding="utf-8")
    (tmp_path / "docs/a.md").write_text("# 甲\n\n[乙](#没有)\n", encoding="utf-8")
    said = f"INFO    -  Building documentation\n{line}\n\nAborted with 1 warnings in strict mode!\n"
    [problem] = mkdocs_log.problems(tmp_path, said)
    assert str(problem).startswith(expected)
    assert "Traceback" not in str(problem) and "Doc file" not in str(problem)


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("docs/2099/a1/m1.md", b"", "docs/2099/a1/m1.md:1:1: [原文缺失]"),
        ("docs/index.md", "# 首页\n".encode("gb18030"), "docs/index.md:1:1: [文件编码]"),
        ("docs/index.md", "# 首页\n".encode("utf-16"), "docs/index.md:1:1: [文件编码]"),
        ("docs/index.md", "# 首页\n\n<<<<<<< HEAD\n甲\n=======\n乙\n>>>>>>> 改\n".encode(), "docs/index.md:3:1: [合并冲突]"),
        ("docs/index.md", "# 首页\n\n[甲](#没有)\n\n```home\n```\n".encode(), "docs/index.md:3:1: [链接的位置]"),
        ("docs/index.md", "# 首页\n\n[甲](2099/s9.md)\n".encode(), "docs/index.md:3:5: [链接的文件不在]"),
        ("docs/index.md", "# 首页\n\n```quiz\na9\n```\n".encode(), "docs/index.md:3:1: [没有这个题库]"),
        ("docs/index.md", "# 首页\n\n```official\n甲\n```\n".encode(), "docs/index.md:3:1: [没有原文]"),
        ("docs/2099/extra.md", "# 另一页\n".encode(), "docs/2099/extra.md:1:1: [多余的文件]"),
        ("docs/2099/方案.docx", b"PK", "docs/2099/方案.docx:1:1: [多余的文件]"),
        ("docs/2099/Glossary.yaml", b"terms:\n", "docs/2099/Glossary.yaml:1:1: [多余的文件]"),
        ("docs/x.html", b"<script>", "docs/x.html:1:1: [多余的文件]"),
        ("mkdocs.yml", "site_name: 小方案\nplugins：[yanxi]\n".encode(), "mkdocs.yml:2:8: [全角冒号]"),
        ("mkdocs.yml", "site_name: 小方案\nplugins:\n\t- yanxi\n".encode(), "mkdocs.yml:3:1: [制表符]"),
        ("mkdocs.yml", "site_name: 小方案\nplugins: [search]\n".encode(), "mkdocs.yml:2:1: [网站设置]"),
        ("mkdocs.yml", "site_name: 小方案\nplugins: [yanxi]\nmarkdown_extensions: [yanxi.site.extension]\ntheme: materail\nnav: [index.md]\n".encode(), "mkdocs.yml:4:8: [网站设置]"),
    ],
)  # fmt: skip
def test_the_build_says_it_in_chinese_and_makes_no_site(
    tiny: Drawn, capsys: pytest.CaptureFixture[str], path: str, text: bytes, expected: str
) -> None:
    tiny["mkdocs.yml"] += "validation: {links: {anchors: warn}}\n"
    (tiny.root / path).write_bytes(text)
    assert commands.main(["build", "--root", str(tiny.root)]) == 1
    shown = capsys.readouterr().err
    assert expected in shown
    assert not re.search(r"Traceback|ERROR|WARNING|Aborted", shown)
    assert not (tiny.root / "site").exists()
