"""Small sites, drawn and built with MkDocs' own theme: what the plugin and the extension do, one thing at a time."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.render.reader import Element, parse
from tests.site.conftest import Drawn


def page(drawn: Drawn, path: str) -> Element:
    return parse(drawn[f"site/{path}"])


def test_the_drawing_builds_without_a_word(tiny: Drawn, make) -> None:
    assert make(tiny, strict=True) == []


def test_a_broken_bank_fails_the_strict_build_and_is_named_with_its_line(tiny: Drawn, make) -> None:
    tiny.change("quizzes/2099/a1/m1.yml", "answer: B", "answer: D")
    [problem, *_, end] = make(tiny, strict=True)
    assert problem.startswith("quizzes/2099/a1/m1.yml:6:13: [答案越界]")
    assert end == "放弃"


def test_without_strict_the_site_is_built_and_the_page_says_what_is_wrong(tiny: Drawn, make) -> None:
    tiny.change("quizzes/2099/a1/m1.yml", "answer: B", "answer: D")
    assert [line for line in make(tiny) if "放弃" not in line]
    [notice] = page(tiny, "2099/a1/m1/index.html").all(class_="yx-problems")
    assert "m1.yml:6:13: [答案越界]" in notice.text
    assert not page(tiny, "2099/a1/m1/index.html").all("yx-question")


def test_all_problems_of_all_files_are_in_the_log(tiny: Drawn, make) -> None:
    tiny.change("quizzes/2099/a1/m1.yml", "kind: single", "kind：single")
    tiny.change("docs/2099/g/m1.md", "每半年", "每年")
    tiny.change("docs/2099/glossary.yml", "待核对", "核对")
    log = "\n".join(make(tiny, strict=True))
    for place in ("quizzes/2099/a1/m1.yml:3:9:", "docs/2099/g/m1.md:4:", "docs/2099/glossary.yml:6:"):
        assert place in log


def test_the_number_that_a_site_is_filed_under_stands_at_the_foot_of_every_page(tiny: Drawn, make) -> None:
    tiny["mkdocs.yml"] += "copyright: 某局\nextra:\n  icp: 京ICP备00000000号-1\n"
    assert make(tiny) == []
    for path in ("index.html", "2099/a1/m1/index.html"):
        [link] = [each for each in page(tiny, path).all("a") if "beian.miit.gov.cn" in each.attributes.get("href", "")]
        assert link.text == "京ICP备00000000号-1"
    assert "某局 · <a " in tiny["site/index.html"]


def test_an_edit_between_two_builds_is_picked_up(tiny: Drawn, make) -> None:
    make(tiny)
    tiny.change("quizzes/2099/a1/m1.yml", "各支部多久学习一次？", "多长时间学习一次？")
    tiny.change("docs/2099/a1/m1.md", "c2: 各支部每月学习一次", "c2: 每月学习")
    assert make(tiny) == []
    built = page(tiny, "2099/a1/m1/index.html")
    assert built.all(class_="yx-stem")[0].text == "多长时间学习一次？"
    assert built.all(class_="yx-points")[0].text.startswith("每月学习")
    tiny["quizzes/2099/a1/m1.yml"] = ""
    assert any("[空文件]" in line for line in make(tiny))


def test_data_of_another_bank_has_another_version(tiny: Drawn, make) -> None:
    def version() -> str:
        make(tiny)
        [found] = re.findall(r'^yanxiIndex={"version":"(\w+)"', tiny["site/data/2099/index.js"])
        return found

    before = version()
    tiny.change("quizzes/2099/a1/m1.yml", "各支部多久学习一次？", "多长时间学习一次？")
    assert version() not in ("", before)
    tiny.change("quizzes/2099/a1/m1.yml", "多长时间学习一次？", "各支部多久学习一次？")
    assert version() == before


def test_the_same_files_give_the_same_bytes(tiny: Drawn, make) -> None:
    def pages() -> dict[str, bytes]:
        files = [*tiny.root.glob("site/**/*.html"), *tiny.root.glob("site/data/**/*")]
        # MkDocs writes the time of the build into the home page of its own theme.
        return {
            file.name + str(file.parent): re.sub(rb"Build Date UTC : .*", b"", file.read_bytes())
            for file in files
            if file.is_file()
        }

    make(tiny)
    first = pages()
    shutil.rmtree(tiny.root / "site")
    make(tiny)
    assert pages() == first


def test_a_page_shows_its_fences_and_nothing_of_their_marks(tiny: Drawn, make) -> None:
    make(tiny)
    built = page(tiny, "2099/a1/m1/index.html")
    [official] = built.all(data_provision="a1-m1")
    assert [(span.attributes["id"], span.text) for span in official.all(class_="clause")] == [
        ("c1", "一是加强领导。"),
        ("c2", "各支部每月学习一次*两次。"),
    ]
    assert [note.text for note in built.all("aside")] == ["编者注 *两次 原文如此。", "编者注 加强领导 第二条注。"]
    assert [cell.text for cell in built.all("td", role="cell")] == ["各支部", "每月", "学习 2"]
    assert built.all("p", class_="yx-kicker")[0].text == "二（一）一是 · 抓政治建设"
    assert [question.attributes["id"] for question in built.all("yx-question")] == ["a1-m1-q01"]
    assert "```" not in built.text
    assert page(tiny, "2099/g/m1/index.html").all("summary")[0].text == "本条术语（1）"
    assert (
        page(tiny, "2099/glossary/index.html").all("details", class_="yx-term")[0].all("summary")[0].text
        == "谈心谈话 待核对"
    )
    assert [row.attributes["data-scope"] for row in page(tiny, "index.html").all("yx-progress")] == ["s1", "a1", "g"]


@pytest.mark.parametrize(
    "front", ["", "---\ntitle: 甲\n---\n", "---\ntitle: 甲\nhide: [toc]\nsearch:\n  exclude: true\n---\n\n\n"]
)
def test_front_matter_of_any_length_moves_nothing(tiny: Drawn, make, front: str) -> None:
    text = tiny["docs/2099/a1/m1.md"]
    tiny["docs/2099/a1/m1.md"] = front + text.split("---\n", 2)[2]
    assert make(tiny) == []
    assert [note.text for note in page(tiny, "2099/a1/m1/index.html").all("aside")] == [
        "编者注 *两次 原文如此。",
        "编者注 加强领导 第二条注。",
    ]


def test_a_fence_inside_a_longer_fence_is_shown_as_it_is_written(tiny: Drawn, make) -> None:
    tiny["docs/help.md"] = "# 手册\n\n````markdown\n```official\n原文\n```\n````\n"
    assert make(tiny) == []
    built = page(tiny, "help/index.html")
    assert "```official" in built.text and not built.all(class_="clause")


def test_an_official_fence_that_was_changed_is_not_passed_off_as_the_text(tiny: Drawn, make) -> None:
    tiny.change("docs/2099/a1/m1.md", "一是加强领导。各", "一是加强领导，各")
    make(tiny)
    built = page(tiny, "2099/a1/m1/index.html")
    assert not built.all(data_provision="a1-m1")
    assert "m1.md:7:7: [原文被改动]" in built.all(class_="yx-problems")[0].text


def test_the_data_files_say_what_the_pages_show(tiny: Drawn, make) -> None:
    make(tiny)
    provisions = {each["id"]: each for each in json.loads(tiny["site/data/2099/provisions.json"])}
    assert list(provisions) == ["pre", "s1", "s2", "a1", "a1-m1", "g", "g-m1"]
    assert {"id", "kind", "label", "title", "url", "text", "clauses"} <= set(provisions["a1-m1"])
    assert provisions["a1-m1"]["url"] == "2099/a1/m1/"
    [question] = json.loads(tiny["site/data/2099/questions.json"])
    assert (question["id"], question["answer"], question["kind"]) == ("a1-m1-q01", "B", "single")
    assert [option["text"] for option in question["options"]] == ["每半年", "每月", "每年"]
    assert question["url"] == "2099/a1/m1/#a1-m1-q01"
    assert json.loads(tiny["site/data/2099/glossary.json"])[0]["state"] == "待核对"


def test_files_instead_of_folders_link_to_files(tiny: Drawn, make) -> None:
    assert make(tiny, strict=True, use_directory_urls=False) == []
    built = page(tiny, "2099/a1/index.html")
    assert [link.attributes["href"] for link in built.all(class_="yx-parts")[0].all("a")] == ["m1.html"]
    assert page(tiny, "index.html").all("a", class_="yx-start")[0].attributes["href"] == "2099/index.html"


def test_a_second_plan_beside_the_first_is_read_and_shown_too(tiny: Drawn, make) -> None:
    shutil.copytree(tiny.root / "docs/2099", tiny.root / "docs/2100")
    shutil.copytree(tiny.root / "quizzes/2099", tiny.root / "quizzes/2100")
    for path in ("2100/text.txt", "2100/a1/m1.md"):
        tiny.change(f"docs/{path}", "加强领导。", "坚持领导。")
    tiny.change("docs/2100/a1/m1.md", "加强领导\n  text", "坚持领导\n  text")
    make(tiny)
    assert page(tiny, "2099/a1/m1/index.html").all(class_="clause")[0].text == "一是加强领导。"
    assert page(tiny, "2100/a1/m1/index.html").all(class_="clause")[0].text == "一是坚持领导。"


@pytest.mark.parametrize("content", ["", "\n\n", "不是方案"])
def test_a_plan_that_says_nothing_is_a_problem_and_no_traceback(tiny: Drawn, make, content: str) -> None:
    tiny["docs/2099/text.txt"] = content
    assert make(tiny, strict=True)[-1] == "放弃"
    assert make(tiny)


def test_a_project_without_a_plan_is_a_problem_and_no_traceback(tmp_path: Path, make) -> None:
    drawn = Drawn(tmp_path)
    drawn["mkdocs.yml"] = "site_name: 空\nplugins: [yanxi]\nmarkdown_extensions: [yanxi.site.extension]\n"
    drawn["docs/index.md"] = "# 首页\n\n```home\n```\n\n```quiz\nx\n```\n"
    assert [line for line in make(drawn) if "[没有方案]" in line]
