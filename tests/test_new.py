"""yanxi new: any official text becomes a document whose pages hold every character once, or nothing is written."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.documents import ROOT
from tests.site.conftest import Drawn, make, tiny  # noqa: F401 - fixtures
from yanxi import commands, project
from yanxi.document import fences, write
from yanxi.yamltext.decode import read_text
from yanxi.yamltext.nodes import Mapping
from yanxi.yamltext.parse import parse

DOCUMENTS = sorted((ROOT / "tests/document/documents").glob("*.txt"))
PLAIN = "为做好工作，制定本方案。\n一、任务\n抓好学习。\n"


@pytest.fixture
def alone(tmp_path: Path) -> Drawn:
    """A project without a document."""
    drawn = Drawn(tmp_path / "alone")
    drawn["mkdocs.yml"] = "site_name: 空\nplugins: [search, yanxi]\nmarkdown_extensions: [yanxi.site.extension]\n"
    drawn["docs/index.md"] = "# 首页\n\n```home\n```\n"
    return drawn


def new(drawn: Drawn, name: str, text: Path | str | bytes, *more: str) -> int:
    if not isinstance(text, Path):
        file = drawn.root / "source.txt"
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        text = file
    return commands.main(["new", name, str(text), *more, "--root", str(drawn.root)])


def files(drawn: Drawn) -> dict[str, bytes]:
    return {
        path.relative_to(drawn.root).as_posix(): path.read_bytes()
        for path in sorted(drawn.root.rglob("*"))
        if path.is_file() and path.name != "source.txt"
    }


def official(folder: Path) -> list[tuple[str, str]]:
    """The address and the text of every official fence on the pages of a folder."""
    return [
        (fence.argument, fence.body)
        for page in sorted(folder.rglob("*.md"))
        for fence in fences.typed(page.read_text(encoding="utf-8").split("\n"))
        if fence.type == "official"
    ]


@pytest.mark.parametrize("case", DOCUMENTS, ids=lambda case: case.stem)
def test_every_character_is_on_one_page_and_the_check_is_clean(alone: Drawn, case: Path, capsys) -> None:
    assert new(alone, "2098", case) == 0
    assert (alone.root / "docs/2098/text.txt").read_bytes() == case.read_bytes()
    shown = dict(official(alone.root / "docs/2098"))
    assert len(shown) == len(official(alone.root / "docs/2098"))
    text = read_text(case, case.name, lambda problem: pytest.fail(str(problem)))
    assert text
    order = [each.id for each in project.load(alone.root).packages[0].document.provisions]
    assert "".join("".join(shown[name].split()) for name in order) == "".join(text.split())
    for line in filter(str.strip, text.split("\n")):
        # A line that holds several provisions is cut and nothing else.
        assert any(line in body.split("\n") for body in shown.values()) or re.search("[一二三]是", line)
    capsys.readouterr()
    assert commands.main(["check", "--root", str(alone.root)]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    "name",
    [
        "regulation-by-articles",
        "sections-areas-items",
        "inline-measures",
        "letter-with-attachment",
        "notice-without-levels",
    ],
)
def test_a_document_alone_builds_strictly(alone: Drawn, make, name: str) -> None:  # noqa: F811
    assert new(alone, "2098", ROOT / f"tests/document/documents/{name}.txt") == 0
    assert make(alone, strict=True) == []
    assert (alone.root / "site/2098/index.html").exists()


def test_all_documents_beside_another_build_strictly_and_leave_its_pages_alone(tiny: Drawn, make) -> None:  # noqa: F811
    tiny.change("docs/2099/document.yml", "title: 小方案", "title: 小方案\ncurrent: true")
    before = files(tiny)
    for number, case in enumerate(DOCUMENTS):
        assert new(tiny, f"d{number}", case) == 0
    assert files(tiny).items() >= before.items()
    assert make(tiny, strict=True) == []
    shown = (tiny.root / "site/d0/a1/index.html").read_text(encoding="utf-8")
    assert "这一页还没有题。" in shown


@pytest.mark.parametrize(
    ("encoding", "said"), [("gb18030", "GBK"), ("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16")]
)
def test_another_encoding_becomes_utf_8_and_is_mentioned(alone: Drawn, encoding: str, said: str, capsys) -> None:
    text = PLAIN.replace("\n", "\r\n")
    assert new(alone, "2098", text.encode(encoding)) == 0
    assert said in capsys.readouterr().err
    assert (alone.root / "docs/2098/text.txt").read_bytes().decode() == text.removeprefix("\ufeff")


def test_utf_8_stays_byte_for_byte(alone: Drawn, capsys) -> None:
    source = b"\xef\xbb\xbf" + PLAIN.replace("\n", " \t\r\n\r\n").encode()
    assert new(alone, "2098", source) == 0
    assert "UTF-8" not in capsys.readouterr().err
    assert (alone.root / "docs/2098/text.txt").read_bytes() == source
    assert commands.main(["check", "--root", str(alone.root)]) == 0


def test_what_cannot_be_placed_is_named_and_nothing_is_written(alone: Drawn, capsys) -> None:
    before = files(alone)
    assert new(alone, "2098", "一、任务\n抓好学习。\n三、要求\n抓好落实，\n一抓到底。\n") == 1
    shown = capsys.readouterr()
    source = (alone.root / "source.txt").as_posix()
    assert [line.split(" ")[0] for line in shown.out.splitlines()] == [f"{source}:3:1:", f"{source}:5:1:"]
    assert "共 2 个问题，什么也没有写。" in shown.err
    assert files(alone) == before


@pytest.mark.parametrize(
    "name", ["Plan", "计划", "-2023", "a_b", "a/b", "..", "study", "help", "assets", "search", "data"]
)
def test_a_name_that_cannot_be_is_refused(alone: Drawn, name: str, capsys) -> None:
    before = files(alone)
    assert new(alone, name, PLAIN) == 1
    assert name in capsys.readouterr().err
    assert files(alone) == before


@pytest.mark.parametrize("there", ["docs/2098/note.md", "quizzes/2098/s1.yml"])
def test_what_is_there_is_left_alone(alone: Drawn, there: str, capsys) -> None:
    alone[there] = "手写的"
    before = files(alone)
    assert new(alone, "2098", PLAIN) == 1
    assert "已经有了" in capsys.readouterr().err
    assert files(alone) == before


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04\x14\x00", "文件编码"),
        (b"%PDF-1.7", "文件编码"),
        (b"\xff\xff\xff\xff", "文件编码"),
        ("为做好工作。\n一、任务\x00\n".encode(), "看不见的字符"),
        (b"", "空文件"),
        (" \n　\n".encode(), "空文件"),
        (b"x" * 2_000_001, "文件过大"),
    ],
)
def test_what_is_no_text_is_a_problem(alone: Drawn, data: bytes, code: str, capsys) -> None:
    before = files(alone)
    assert new(alone, "2098", data) == 1
    assert f"[{code}]" in capsys.readouterr().out
    assert files(alone) == before


def test_a_file_that_is_not_there_is_a_problem(alone: Drawn, capsys) -> None:
    assert new(alone, "2098", alone.root / "nothing.txt") == 1
    assert "[读不了文件]" in capsys.readouterr().out


@pytest.mark.parametrize("move", [1, 2])
def test_an_interrupted_run_leaves_nothing(alone: Drawn, monkeypatch: pytest.MonkeyPatch, move: int) -> None:
    alone[".gitattributes"] = "* text=auto\n"
    (alone.root / "source.txt").write_text(PLAIN, encoding="utf-8")
    before, moves, rename = files(alone), [], Path.rename

    def interrupted(self: Path, target: Path) -> Path:
        moves.append(target)
        if len(moves) == move:
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        new(alone, "2098", PLAIN)
    assert files(alone) == before
    assert not list(alone.root.glob(".yanxi*")) and not list(alone.root.glob("*/2098"))


def test_settings_that_are_written_beforehand_decide_the_levels(alone: Drawn, capsys) -> None:
    text = "一、任务\n要做到：一是学习，二是落实。\n"
    assert new(alone, "2098", text) == 1
    assert "levels: [一、, {mark: 一是, page: false}]" in capsys.readouterr().out
    alone["own.yml"] = "title: 任务\nlevels: [一、, {mark: 一是, page: false}]\n"
    assert new(alone, "2098", text, "--settings", str(alone.root / "own.yml")) == 0
    assert alone["docs/2098/document.yml"] == alone["own.yml"]
    assert commands.main(["check", "--root", str(alone.root)]) == 0
    alone["own.yml"] = "title: 任务\nlevels: [甲]\n"
    assert new(alone, "2097", text, "--settings", str(alone.root / "own.yml")) == 1
    assert "own.yml:2:10: [不认得的层级]" in capsys.readouterr().out


def test_title_and_pages_are_called_as_the_text_calls_them(alone: Drawn) -> None:
    assert new(alone, "2098", ROOT / "tests/document/documents/letter-with-attachment.txt") == 0
    package = project.load(alone.root).packages[0]
    assert package.settings.title == "云溪县教育局关于开展2022年春季学期开学检查工作的通知"
    assert package.settings.current
    assert package.names["s1"] == "检查时间" and package.names["x1"] == "开学检查评分表"


@pytest.mark.parametrize(
    "title", ["办法: 试行", "'办法'", "- 办法", "2022", "办法 # 注", "[办法]", "*办法*", "是：否", "yes", "{a: b}"]
)
def test_a_title_of_any_characters_is_a_value_of_yaml(title: str) -> None:
    node = parse(f"title: {write.scalar(title)}", "", pytest.fail)
    assert isinstance(node, Mapping) and node.get("title").value == title


def test_a_text_full_of_markup_is_shown_as_it_is(alone: Drawn, make) -> None:  # noqa: F811
    text = "办法<b>*试行*_甲_\n为做好工作，制定本办法。\n一、```official 任务\n````quiz\n<script>甲</script>。{ .x }\n"
    assert new(alone, "2098", text) == 0
    assert commands.main(["check", "--root", str(alone.root)]) == 0
    assert make(alone, strict=True) == []
    assert "<script>甲" not in (alone.root / "site/2098/s1/index.html").read_text(encoding="utf-8")


def test_a_changed_character_on_a_page_of_one_line_of_several_is_named(alone: Drawn) -> None:
    assert new(alone, "2098", ROOT / "tests/document/documents/inline-measures.txt") == 0
    for page, old, other in (
        ("a1/m2.md", "60分钟；", "60分钟。"),
        ("a1/m1.md", "作业；", "作业"),
        ("a1/index.md", "作业。", "作业。一是"),
    ):
        shutil.copy(alone.root / "docs/2098" / page, alone.root / "kept")
        path = f"docs/2098/{page}"
        body = alone[path]
        at = body.rindex(old)
        alone[path] = body[:at] + other + body[at + len(old) :]
        [found] = project.load(alone.root).problems
        assert (found.path, found.code) == (path, "原文被改动")
        shutil.copy(alone.root / "kept", alone.root / path)


def test_git_keeps_the_text_as_it_is(alone: Drawn) -> None:
    alone[".gitattributes"] = "* text=auto eol=lf\n"
    assert new(alone, "2098", PLAIN) == 0
    subprocess.run(["git", "init", "-q"], cwd=alone.root, check=True)
    said = subprocess.run(
        ["git", "check-attr", "text", "whitespace", "--", "docs/2098/text.txt"],
        cwd=alone.root, check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert said.stdout.splitlines() == ["docs/2098/text.txt: text: unset", "docs/2098/text.txt: whitespace: unset"]


def test_a_question_about_an_article_has_the_article_in_its_id(alone: Drawn, capsys) -> None:
    assert new(alone, "2098", ROOT / "tests/document/documents/regulation-by-articles.txt") == 0
    alone["quizzes/2098/ch2/sec2/art6.yml"] = (
        "questions:\n  - id: ch2-sec2-art6-q01\n    kind: single\n    stem: 审查意见在受理之日起多久之内提出？\n"
        "    options: [5个工作日, 10个工作日, 20个工作日]\n    answer: B\n    quote: 自受理申请之日起10个工作日内，提出审查意见\n"
        "    explain: 第六条写明“10个工作日”，从受理申请之日算起，不是从提交材料之日。\n"
    )
    commands.main(["check", "--root", str(alone.root)])
    assert [line for line in capsys.readouterr().out.splitlines() if "题号" in line] == []
    assert [each.id for each in project.load(alone.root).packages[0].questions] == ["ch2-sec2-art6-q01"]
