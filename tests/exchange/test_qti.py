"""A QTI package: a manifest that names every item, and items that are right by their own responses."""

import io
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from tests.documents import PLAN
from yanxi import project
from yanxi.bank.kinds import KINDS
from yanxi.exchange import qti
from yanxi.exchange.selection import Selection, held
from yanxi.model import Question

Q, P = f"{{{qti.QTI}}}", f"{{{qti.PACKAGE}}}"
PACKAGE = project.load(PLAN).packages[0]
CHOSEN = held(Selection(PACKAGE.settings.title, PACKAGE.document, tuple(PACKAGE.questions)), qti)
INTERACTIONS = {
    "single": "choiceInteraction",
    "multiple": "choiceInteraction",
    "judge": "choiceInteraction",
    "blank": "textEntryInteraction",
    "order": "orderInteraction",
    "match": "matchInteraction",
    "recall": "extendedTextInteraction",
}


@pytest.fixture(scope="module")
def parts() -> dict[str, ElementTree.Element]:
    with zipfile.ZipFile(io.BytesIO(qti.write(CHOSEN))) as archive:
        return {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}


def item(parts: dict[str, ElementTree.Element], question: Question) -> ElementTree.Element:
    return parts[f"items/{question.id}.xml"]


def text(element: ElementTree.Element) -> str:
    return "".join(element.itertext())


def test_the_manifest_comes_first_and_names_every_item(parts: dict[str, ElementTree.Element]) -> None:
    assert next(iter(parts)) == "imsmanifest.xml"
    resources = parts["imsmanifest.xml"].findall(f".//{P}resource")
    assert [each.get("identifier") for each in resources] == [question.id for question in CHOSEN.questions]
    assert {each.get("href") for each in resources} == set(parts) - {"imsmanifest.xml"}
    assert {each.get("type") for each in resources} == {"imsqti_item_xmlv2p2"}


def test_every_kind_has_its_interaction(parts: dict[str, ElementTree.Element]) -> None:
    assert {question.kind for question in CHOSEN.questions} == set(KINDS)
    for question in CHOSEN.questions:
        found = item(parts, question).findall(f".//{Q}{INTERACTIONS[question.kind]}")
        assert len(found) == (len(question.content) if question.kind == "blank" else 1)


def test_the_right_responses_are_those_of_the_bank(parts: dict[str, ElementTree.Element]) -> None:
    for question in CHOSEN.questions:
        one = item(parts, question)
        right = [each.text for each in one.findall(f".//{Q}correctResponse/{Q}value")]
        if question.kind in ("single", "multiple", "order"):
            words = {each.get("identifier"): each.text for each in one.iter(f"{Q}simpleChoice")}
            wanted = [option.text for option in question.options if option.letter in question.key]
            assert [words[each] for each in right] == wanted
        elif question.kind == "match":
            words = {each.get("identifier"): text(each) for each in one.iter(f"{Q}simpleAssociableChoice")}
            assert [tuple(words[side] for side in each.split()) for each in right] == list(question.content)
        elif question.kind == "blank":
            assert right == [accepted[0] for accepted in question.content]
        elif question.kind == "judge":
            assert right == [{"对": "true", "错": "false"}[question.key[0]]]


def test_what_stands_in_order_is_not_told_by_a_player_that_does_not_shuffle(
    parts: dict[str, ElementTree.Element],
) -> None:
    for question in CHOSEN.questions:
        if question.kind == "order":
            shown = [each.get("identifier") for each in item(parts, question).iter(f"{Q}simpleChoice")]
            assert shown != [option.letter for option in question.options]


def test_the_feedback_has_explanation_and_source(parts: dict[str, ElementTree.Element]) -> None:
    for question in CHOSEN.questions:
        told = item(parts, question).find(f"{Q}modalFeedback")
        assert told is not None
        assert all(quote.text in text(told) for quote in question.quotes)


def test_bold_is_kept_and_nothing_else_is_markup() -> None:
    question = replace(CHOSEN.questions[0], stem="甲<b>乙</b>&amp;**丙**丁", explain="**戊**]]>")
    with zipfile.ZipFile(io.BytesIO(qti.write(replace(CHOSEN, questions=(question,))))) as archive:
        one = ElementTree.fromstring(archive.read(f"items/{question.id}.xml"))
    [prompt] = one.iter(f"{Q}prompt")
    assert text(prompt) == "甲<b>乙</b>&amp;丙丁" and [each.tag for each in prompt] == [f"{Q}strong"]
    assert "戊]]>" in text(one.find(f"{Q}modalFeedback"))
