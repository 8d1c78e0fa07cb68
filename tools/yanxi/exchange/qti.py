"""QTI 2.2: a package of assessment items, one a question, with a manifest.

An item grades itself as the site does: all of it right, or nothing; only 简答 is for a person to mark. What a reader is told
afterwards is the item's feedback.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as xml

from yanxi import bold
from yanxi.archive import packed
from yanxi.bank.kinds import blank, judge, match, multiple, order, recall, single
from yanxi.bank.kinds.blank import GAP, spellings
from yanxi.exchange.selection import Selection, line, sources
from yanxi.model import Document, Question
from yanxi.render.choices import shuffled

NAME, LABEL = "qti", "QTI 2.2 题包"
SUFFIX = "zip"
KINDS = (single.NAME, multiple.NAME, judge.NAME, blank.NAME, order.NAME, match.NAME, recall.NAME)
PARTS = frozenset(
    ("题号", "解析", "依据", "术语", "材料", "选项说明", "不打乱", "填空的别的写法", "加粗", "章节")
)  # fmt: skip
UNASKED = False

QTI = "http://www.imsglobal.org/xsd/imsqti_v2p2"
PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_SCHEMAS = {
    QTI: "http://www.imsglobal.org/xsd/qti/qtiv2p2/imsqti_v2p2.xsd",
    PACKAGE: "http://www.imsglobal.org/xsd/qti/qtiv2p2/qtiv2p2_imscpv1p2_v1p0.xsd",
}
ANSWER, SCORE, SAID, TOLD = "RESPONSE", "SCORE", "FEEDBACK", "EXPLANATION"
_RIGHT, _WRONG = "true", "false"


def refuses(question: Question) -> str:
    return ""


def write(chosen: Selection) -> bytes:
    items = [(f"items/{each.id}.xml", _written(_item(each, chosen.document), QTI)) for each in chosen.questions]
    return packed([("imsmanifest.xml", _written(_manifest(chosen), PACKAGE)), *items])


def _written(root: xml.Element, space: str) -> bytes:
    # Written out, since ElementTree has no default space without naming every element in it.
    root.set("xmlns", space)
    root.set("xmlns:xsi", _XSI)
    root.set("xsi:schemaLocation", f"{space} {_SCHEMAS[space]}")
    return xml.tostring(root, encoding="utf-8", xml_declaration=True)


def _manifest(chosen: Selection) -> xml.Element:
    manifest = xml.Element("manifest", identifier="yanxi")
    about = xml.SubElement(manifest, "metadata")
    xml.SubElement(about, "schema").text = "QTIv2.2 Package"
    xml.SubElement(about, "schemaversion").text = "1.0.0"
    xml.SubElement(manifest, "organizations")
    resources = xml.SubElement(manifest, "resources")
    for question in chosen.questions:
        file = f"items/{question.id}.xml"
        resource = xml.SubElement(resources, "resource", identifier=question.id, type="imsqti_item_xmlv2p2", href=file)
        xml.SubElement(resource, "file", href=file)
    return manifest


def _item(question: Question, document: Document) -> xml.Element:
    place = document.by_id[question.provision].citation
    item = xml.Element(
        "assessmentItem",
        identifier=question.id,
        title=f"{question.id} {line(place)}".strip(),
        adaptive="false",
        timeDependent="false",
        toolName="yanxi",
    )
    body = xml.Element("itemBody")
    if question.case:
        _text(xml.SubElement(body, "p"), f"材料：{question.case.text}")
    _ASKED[question.kind](question, item, body)
    score = xml.SubElement(item, "outcomeDeclaration", identifier=SCORE, cardinality="single", baseType="float")
    if question.kind == recall.NAME:
        score.set("externalScored", "human")
    _value(xml.SubElement(score, "defaultValue"), "0")
    if any(option.why for option in question.options):
        cardinality = "multiple" if question.kind == multiple.NAME else "single"
        xml.SubElement(item, "outcomeDeclaration", identifier=SAID, cardinality=cardinality, baseType="identifier")
    xml.SubElement(item, "outcomeDeclaration", identifier=TOLD, cardinality="single", baseType="identifier")
    item.append(body)
    item.append(_processing(question))
    told = xml.SubElement(item, "modalFeedback", outcomeIdentifier=TOLD, identifier="shown", showHide="show")
    _text(xml.SubElement(told, "p"), question.explain)
    for source in sources(question, document):
        xml.SubElement(told, "p").text = f"依据：{source}"
    return item


# How each kind is asked: a declaration of what is right before, an interaction in the body.


def _choice(question: Question, item: xml.Element, body: xml.Element) -> None:
    several = question.kind == multiple.NAME
    _declare(item, "multiple" if several else "single", "identifier", question.key)
    made = _interaction(
        body, "choiceInteraction", question, shuffle=_truth(not question.pin), maxChoices="0" if several else "1"
    )
    for option in question.options:
        choice = xml.SubElement(made, "simpleChoice", identifier=option.letter)
        _text(choice, option.text)
        if option.why:
            why = xml.SubElement(
                choice, "feedbackInline", outcomeIdentifier=SAID, identifier=option.letter, showHide="show"
            )
            _text(why, f"（{option.why}）")


def _judge(question: Question, item: xml.Element, body: xml.Element) -> None:
    _declare(item, "single", "identifier", [_RIGHT if question.key[0] == judge.RIGHT else _WRONG])
    made = _interaction(body, "choiceInteraction", question, shuffle="false", maxChoices="1")
    for name, word in ((_RIGHT, judge.RIGHT), (_WRONG, judge.WRONG)):
        xml.SubElement(made, "simpleChoice", identifier=name).text = word


def _blank(question: Question, item: xml.Element, body: xml.Element) -> None:
    typed = spellings(question)
    for number, (accepted, spelt) in enumerate(zip(question.content, typed, strict=True), 1):
        declared = _declare(item, "single", "string", accepted[:1], _gap(number))
        points = xml.SubElement(declared, "mapping", defaultValue="0")
        for text in spelt:
            xml.SubElement(points, "mapEntry", mapKey=text, mappedValue="1", caseSensitive="false")
    stem = xml.SubElement(body, "p")
    pieces = GAP.split(question.stem)
    _text(stem, pieces[0])
    widest = max(len(answer) for accepted in question.content for answer in accepted)
    for number, (accepted, piece) in enumerate(zip(question.content, pieces[1:], strict=True), 1):
        longest = widest if question.any_order else max(map(len, accepted))
        entry = {"responseIdentifier": _gap(number), "expectedLength": str(4 * (1 + longest // 4))}
        xml.SubElement(stem, "textEntryInteraction", entry)
        _text(stem, piece)


def _order(question: Question, item: xml.Element, body: xml.Element) -> None:
    _declare(item, "ordered", "identifier", question.key)
    made = _interaction(body, "orderInteraction", question, shuffle="true")
    for option in shuffled(question.options, question):  # a player that does not shuffle must not tell
        _text(xml.SubElement(made, "simpleChoice", identifier=option.letter), option.text)


def _match(question: Question, item: xml.Element, body: xml.Element) -> None:
    pairs = list(enumerate(question.content, 1))
    _declare(item, "multiple", "directedPair", [f"L{number} R{number}" for number, _ in pairs])
    made = _interaction(body, "matchInteraction", question, shuffle="true", maxAssociations=str(len(pairs)))
    for side, held in (("L", pairs), ("R", shuffled(pairs, question))):
        options = xml.SubElement(made, "simpleMatchSet")
        for number, pair in held:
            choice = xml.SubElement(options, "simpleAssociableChoice", identifier=f"{side}{number}", matchMax="1")
            _text(choice, pair[side == "R"])


def _recall(question: Question, item: xml.Element, body: xml.Element) -> None:
    xml.SubElement(item, "responseDeclaration", identifier=ANSWER, cardinality="single", baseType="string")
    points = xml.SubElement(body, "rubricBlock", view="scorer")
    for point in question.content:
        _text(xml.SubElement(points, "p"), point)
    _interaction(body, "extendedTextInteraction", question)


_ASKED = {
    single.NAME: _choice,
    multiple.NAME: _choice,
    judge.NAME: _judge,
    blank.NAME: _blank,
    order.NAME: _order,
    match.NAME: _match,
    recall.NAME: _recall,
}


def _interaction(body: xml.Element, name: str, question: Question, **attributes: str) -> xml.Element:
    made = xml.SubElement(body, name, {"responseIdentifier": ANSWER, **attributes})
    _text(xml.SubElement(made, "prompt"), question.stem)
    return made


def _declare(item: xml.Element, cardinality: str, kind: str, right: Sequence[str], name: str = ANSWER) -> xml.Element:
    declared = xml.SubElement(item, "responseDeclaration", identifier=name, cardinality=cardinality, baseType=kind)
    values = xml.SubElement(declared, "correctResponse")
    for each in right:
        _value(values, each)
    return declared


# How it is graded.


def _processing(question: Question) -> xml.Element:
    made = xml.Element("responseProcessing")
    if question.kind != recall.NAME:
        condition = xml.SubElement(xml.SubElement(made, "responseCondition"), "responseIf")
        condition.append(_right(question))
        _set(condition, SCORE, "float", "1")
    if any(option.why for option in question.options):
        xml.SubElement(xml.SubElement(made, "setOutcomeValue", identifier=SAID), "variable", identifier=ANSWER)
    _set(made, TOLD, "identifier", "shown")
    return made


def _right(question: Question) -> xml.Element:
    """The condition under which an answer is right."""
    if question.kind != blank.NAME:
        same = xml.Element("match")
        xml.SubElement(same, "variable", identifier=ANSWER)
        xml.SubElement(same, "correct", identifier=ANSWER)
        return same
    every = xml.Element("and")
    for number, _ in enumerate(question.content, 1):
        full = xml.SubElement(every, "equal", toleranceMode="exact")
        xml.SubElement(full, "mapResponse", identifier=_gap(number))
        xml.SubElement(full, "baseValue", baseType="float").text = "1"
    return every


def _set(parent: xml.Element, name: str, kind: str, value: str) -> None:
    put = xml.SubElement(parent, "setOutcomeValue", identifier=name)
    xml.SubElement(put, "baseValue", baseType=kind).text = value


def _value(parent: xml.Element, text: str) -> None:
    xml.SubElement(parent, "value").text = text


def _gap(number: int) -> str:
    return f"{ANSWER}_{number}"


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _text(parent: xml.Element, text: str) -> None:
    """Appends a text, its bold words as such, to what an element has already."""
    for place, part in enumerate(bold.parts(text)):
        if place % 2:
            xml.SubElement(parent, "strong").text = part
        elif len(parent):
            parent[-1].tail = (parent[-1].tail or "") + part
        else:
            parent.text = (parent.text or "") + part
