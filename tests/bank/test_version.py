"""A question's version is that of its meaning: it survives repairs of wording and asks again when the key changes."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as some

from yanxi.bank.kinds import KINDS, version
from yanxi.chinese import meaning
from yanxi.model import Option, Question
from yanxi.yamltext.nodes import Node

AT = Node("m3.yml", 1, 1)
words = some.text("甲乙丙丁戊己庚辛", min_size=1, max_size=6)
marks = some.text("“”，。；：、 　（）《》!?", max_size=4)


def option(letter: str, text: str) -> Option:
    return Option(letter, text, "", AT)


@some.composite
def questions(draw, *kinds: str) -> Question:
    kind = draw(some.sampled_from(kinds or list(KINDS)))
    texts = draw(some.lists(words, min_size=3, max_size=5, unique=True))
    base = Question("a1-m3-q01", kind, "a1-m3", "题干", "解析", "remember", ())
    options = tuple(map(option, "ABCDE", texts))
    if kind == "single":
        return replace(base, options=options, key=(draw(some.sampled_from("ABC")),))
    if kind == "multiple":
        return replace(base, options=options, key=tuple(sorted(draw(some.sets(some.sampled_from("ABC"), min_size=1)))))
    if kind == "judge":
        return replace(base, key=(draw(some.sampled_from("对错")),))
    if kind == "blank":
        return replace(base, content=tuple((text, "另写") for text in texts))
    if kind == "order":
        return replace(base, options=options, key=tuple(each.letter for each in options))
    if kind == "match":
        return replace(base, content=tuple(zip(texts, reversed(texts), strict=True)))
    return replace(base, content=tuple(texts))


def shown(question: Question, change) -> Question:
    """The question with every text that counts put through `change`."""
    return replace(
        question,
        options=tuple(replace(each, text=change(each.text)) for each in question.options),
        content=tuple(change(each) if isinstance(each, str) else tuple(map(change, each)) for each in question.content),
    )


@given(questions())
def test_it_is_eight_hex_digits(question: Question) -> None:
    assert len(version(question)) == 8 and set(version(question)) <= set("0123456789abcdef")


@given(questions(), words, words)
def test_it_survives_another_stem_explanation_level_and_place(question: Question, stem: str, explain: str) -> None:
    edited = replace(question, stem=stem, explain=explain, level="apply", provision="g-m1", pin=True, terms=("甲",))
    assert version(edited) == version(question)


@given(questions(), marks)
def test_it_survives_punctuation_spaces_and_width(question: Question, mark: str) -> None:
    assert version(shown(question, lambda text: mark + text + mark)) == version(question)
    wide = shown(question, lambda text: text + "A1")
    assert version(shown(question, lambda text: text + "Ａ１")) == version(wide)


@given(questions("single", "multiple"), some.randoms())
def test_it_survives_another_order_of_options_when_the_key_goes_with_them(question: Question, chance) -> None:
    mixed = list(question.options)
    chance.shuffle(mixed)
    letters = {old.letter: new for new, old in zip("ABCDE", mixed, strict=False)}
    moved = replace(
        question,
        options=tuple(replace(each, letter=letters[each.letter]) for each in mixed),
        key=tuple(sorted(letters[letter] for letter in question.key)),
    )
    assert version(moved) == version(question)


@given(questions("blank"))
def test_it_survives_another_alternative_of_a_blank_but_not_another_answer(question: Question) -> None:
    more = replace(question, content=tuple((*accepted, "又一种") for accepted in question.content))
    other = replace(question, content=(("别的",), *question.content[1:]))
    assert version(more) == version(question) != version(other)


@given(questions("single", "multiple", "blank", "order", "match", "recall"), words)
def test_it_changes_with_any_text_that_is_asked_for(question: Question, word: str) -> None:
    assert version(shown(question, lambda text: text + word)) != version(question)


@given(questions(), questions())
def test_two_questions_that_mean_something_else_differ(one: Question, other: Question) -> None:
    def said(question: Question) -> list[object]:
        right = sorted(meaning(each.text) for each in question.right) if question.options else list(question.key)
        options = [each.text for each in question.options]
        return [
            question.kind,
            right,
            options if question.kind == "order" else sorted(options),
            [accepted[0] for accepted in question.content]
            if question.kind == "blank"
            else sorted(question.content)
            if question.kind == "match"
            else question.content,
        ]

    assert (version(one) == version(other)) == (said(one) == said(other))


@given(questions("single", "judge"))
def test_it_changes_with_the_key(question: Question) -> None:
    other = {"对": "错", "错": "对", "A": "B", "B": "C", "C": "A"}[question.key[0]]
    assert version(replace(question, key=(other,))) != version(question)


def test_an_order_that_is_put_right_asks_again() -> None:
    one = Question("q", "order", "a1", "", "", "remember", (), tuple(map(option, "ABC", "甲乙丙")), ("A", "B", "C"))
    assert version(replace(one, options=tuple(map(option, "ABC", "乙甲丙")))) != version(one)


def test_it_is_the_same_on_every_machine() -> None:
    question = Question("q", "judge", "a1", "", "", "remember", (), key=("对",))
    assert version(question) == "e6229506"
