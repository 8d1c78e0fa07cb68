"""The pages written for a new document prove its text, whatever its levels are."""

from hypothesis import given
from hypothesis import strategies as some

from tests.document.test_read import PIECES, documents
from yanxi.document import write
from yanxi.document.pages import missing_pages, read_page
from yanxi.document.read import read_document
from yanxi.model import Document


def proven(document: Document) -> None:
    problems = []
    pages = dict(write.pages(document, "甲"))
    for path, text in pages.items():
        page = read_page(path, path, text, document, problems.append)
        assert (page.title and [fence for fence, _ in page.official]) or path == "index.md"
    # A title is the document's own; that it looks like a tag may well be asked about.
    problems = [each for each in problems if each.code != "网页标签"]
    assert not [*problems, *missing_pages(document, pages, "docs/2099")]


@given(documents())
def test_pages_prove_a_document_of_any_levels(document: tuple) -> None:
    levels, text, _ = document
    proven(read_document(text, "2099", "text.txt", lambda _: None, levels))


@given(
    some.lists(some.sampled_from([*PIECES, "```", "````quiz\n", "<b>", "*", "# "]), min_size=1, max_size=40).map(
        "".join
    )
)
def test_pages_prove_any_text(text: str) -> None:
    read = read_document(text, "2099", "text.txt", lambda _: None)
    if read.provisions:
        proven(read)
