"""What is printed: everything that is asked, nothing that is told, no question on two pages, the same bytes each time."""

import io
import re
import shutil
import zipfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import docx as library
import pytest
from pypdf import PdfReader

from tests.documents import PLAN
from tests.papers.test_compose import EVERYTHING, PAPERS, variant
from tools.dev.browser import find
from yanxi import bold, commands
from yanxi.papers import docx, html, pdf
from yanxi.papers.compose import Variant
from yanxi.papers.leaves import Leaf, leaves


@pytest.fixture(scope="module")
def made() -> Variant:
    return variant(EVERYTHING, "7", "A")


def squeezed(text: str) -> str:
    return "".join(text.split())


def words(leaf: Leaf) -> str:
    """All text of a leaf's Word document, in its order."""
    body = library.Document(io.BytesIO(docx.write(leaf))).element.body
    return squeezed("".join(node.text or "" for node in body.iter() if node.tag.endswith("}t")))


def test_the_question_paper_asks_everything_and_tells_nothing(made: Variant) -> None:
    text = words(leaves(made)[0])
    for item in made.items:
        question = item.question
        for piece in re.split("_{2,}", bold.plain(question.stem)):
            assert squeezed(piece) in text
        for option in (*item.options, *item.left):
            assert squeezed(bold.plain(option)) in text
        assert not question.case or squeezed(bold.plain(question.case.text)) in text
        assert squeezed(question.explain) not in text


def test_a_case_is_printed_once(made: Variant) -> None:
    [case] = {item.question.case.text for item in made.parts[-1].items if item.question.case}
    assert words(leaves(made)[0]).count(squeezed(bold.plain(case))) == 1


def test_the_key_has_answers_explanations_and_sources(made: Variant) -> None:
    text = words(leaves(made)[2])
    for item in made.items:
        question = item.question
        assert squeezed(f"{item.number}. {bold.plain(item.answer)}") in text
        assert squeezed(bold.plain(question.explain)) in text and question.id in text
        for quote in question.quotes:
            cited = made.document.by_id[quote.provision].citation
            assert squeezed(f"依据：{cited}“{quote.text}”") in text


def test_the_answer_sheet_has_a_place_for_every_answer_and_no_answer(made: Variant) -> None:
    text = words(leaves(made)[1])
    numbers = [item.number for item in made.items]
    assert all(str(number) in text for number in numbers)
    assert not any(squeezed(option) in text for item in made.items for option in item.options)
    assert not any(slot.answer in text for item in made.items if item.question.kind == "blank" for slot in item.slots)


def test_word_keeps_a_question_on_one_page_and_numbers_its_pages(made: Variant) -> None:
    for leaf in leaves(made):
        data = docx.write(leaf)
        body = list(library.Document(io.BytesIO(data)).element.body)
        styles = [each.style if each.tag.endswith("}p") else "table" for each in body]
        for stem, (style, after) in zip(body, pairwise(styles), strict=False):
            if style == "试卷题干" and after in ("试卷选项", "试卷答题线", "table"):
                assert stem.pPr.keepNext is not None
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            foot = archive.read("word/footer1.xml").decode()
            heads = [archive.read(name).decode() for name in archive.namelist() if "header" in name]
        assert "PAGE" in foot and "NUMPAGES" in foot and "页" in foot
        assert bool(heads) == leaf.sealed
        assert not heads or all(word in heads[0] for word in ("支部", "姓名", "密"))


def test_the_same_seed_is_the_same_document(made: Variant) -> None:
    again = variant(EVERYTHING, "7", "A")
    for one, other in zip(leaves(made), leaves(again), strict=True):
        assert docx.write(one) == docx.write(other) and html.write(one) == html.write(other)


def test_what_looks_like_html_or_css_is_text(made: Variant) -> None:
    odd = '</style><script>x</script>"}*{\\'
    paper = replace(EVERYTHING, title=odd)
    page = html.write(leaves(variant(paper, odd))[0])
    assert "<script>" not in page and page.count("</style>") == 1


def test_a_browser_prints_no_question_on_two_pages(tmp_path: Path) -> None:
    whole = leaves(variant(PAPERS["full"], "7", "B"))[0]
    data = pdf.write(html.write(whole), find(), tmp_path)
    assert not list(tmp_path.iterdir())
    assert re.findall(rb"/(?:Creation|Mod)Date \(D:(\d+)", data) == [b"20000101000000"] * 2
    pages = [squeezed(each.extract_text()) for each in PdfReader(io.BytesIO(data), strict=True).pages]
    assert len(pages) > 2
    for number, text in enumerate(pages, 1):
        assert f"第{number}页共{len(pages)}页" in text
    for item in variant(PAPERS["full"], "7", "B").items:
        texts = [squeezed(bold.plain(text)) for text in (*item.options, *item.left)]
        stem = squeezed(re.split("_{2,}", bold.plain(item.question.stem))[0])
        assert sum(stem in text and all(each in text for each in texts) for text in pages) == 1, item.question.id


def test_the_command_writes_three_leaves_a_variant(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    order = ["paper", "short", "--variants", "A,B", "--seed", "7", "--no-pdf", "-o", str(tmp_path), "--root", str(PLAN)]
    assert commands.main(order) == 0
    names = sorted(file.name for file in tmp_path.iterdir())
    assert names == sorted(f"short-{name}-{leaf}.docx" for name in "AB" for leaf in ("试卷", "答题卡", "答案"))
    assert capsys.readouterr().out.count(".docx") == 6


def test_without_a_browser_there_is_word_and_a_word_about_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("YANXI_BROWSER", str(tmp_path / "none"))
    assert commands.main(["paper", "short", "-o", str(tmp_path), "--root", str(PLAN)]) == 0
    assert len(list(tmp_path.glob("*.docx"))) == 3 and not list(tmp_path.glob("*.pdf"))
    assert "没有找到能打印的浏览器" in capsys.readouterr().err


def test_a_bank_that_cannot_fill_the_recipe_is_a_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(PLAN, tmp_path / "plan")
    recipe = tmp_path / "plan/quizzes/plan/papers/short.yml"
    recipe.write_text(recipe.read_text(encoding="utf-8").replace("count: 10", "count: 199"), encoding="utf-8")
    assert commands.main(["paper", "short", "-o", str(tmp_path / "out"), "--root", str(tmp_path / "plan")]) == 1
    assert "short.yml:6:5: [题目不够] 试卷的“单选题”共要 199 道题" in capsys.readouterr().out
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("order", "said"),
    [
        (["nope"], "没有“nope”这份试卷。可写：cases（案例专练）"),
        (["short", "--variants", "A,,B"], "--variants 里不能有“”"),
        (["short", "--variants", "A,a"], "写了两次"),
        (["short", "--variants", "A,B,C,D,E,F,G,H,I"], "最多 8 种"),
        (["short", "--variants", "../x"], "--variants 里不能有“../x”"),
        (["short", "--seed", ""], "卷号要写"),
        (["short", "--seed", "\udcff"], "卷号要写"),
        (["short", "--document", "none"], "没有“none”"),
    ],
)
def test_a_wrong_order_is_refused_in_words(
    order: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.main(["paper", *order, "-o", str(tmp_path / "out"), "--root", str(PLAN)]) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
