"""Where a quotation stands. Width, spaces and the shape of quotation marks are forgiven, words are not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.documents import document
from yanxi.chinese import fold, meaning, narrow, number, numeral, traditional
from yanxi.document.pages import quotation
from yanxi.document.quote import clauses_of, find, nearest
from yanxi.problem import WARNING
from yanxi.yamltext.nodes import Text

TEXT = document().by_id["pre"].text


@pytest.mark.parametrize(
    ("words", "times"),
    [
        ("中省市纪委全面从严治党的决策部署及*县委", 1),
        ("中省市纪委 全面从严治党的决策部署及＊县委", 1),
        ("压紧压实党组织\n管党治党的政治责任", 1),
        ("（*字[2022]30号）", 1),
        ("(*字［２０２２］30号)", 1),
        ("现", 2),
        ("全面从严治党主体责任", 3),
        ("中省市纪委全面从严治党的决策部署及县委", 0),
        ("压紧压实党组织管党治党的责任", 0),
        ("", 0),
        ("　 ", 0),
    ],
)
def test_find(words: str, times: int) -> None:
    assert len(find(TEXT, words)) == times


def test_quotation_marks_of_any_shape_are_one() -> None:
    text = document().by_id["a1-m3"].text
    assert find(text, '加强对"一把手"和领导班子') == find(text, "加强对“一把手”和领导班子") != []


@given(some.data())
def test_what_is_found_reads_like_what_was_asked(data) -> None:
    start = data.draw(some.integers(0, len(TEXT) - 1))
    end = data.draw(some.integers(start + 1, len(TEXT)))
    spaces = data.draw(some.sampled_from(["", " ", "　", "\n"]))
    asked = spaces.join(unicodedata.normalize("NFKC", TEXT[start:end]))
    spans = find(TEXT, asked)
    assert (
        (start, end) in [(a, b) for a, b in spans]
        or not fold(TEXT[start:end])
        or TEXT[start:end] != TEXT[start:end].strip()
    )
    assert all(fold(TEXT[a:b]) == fold(asked) for a, b in spans)


SHAPES = {"“": '"', "”": '"', "‘": "'", "’": "'", "一": "⼀", "人": "⼈"}


@given(some.data())
def test_what_is_shown_of_a_quotation_are_the_official_characters_however_it_was_typed(data) -> None:
    provision = data.draw(some.sampled_from(document().provisions))
    start = data.draw(some.integers(0, len(provision.text) - 1))
    end = data.draw(some.integers(start + 1, len(provision.text)))
    typed = "".join(_typed(character, data) for character in provision.text[start:end])
    problems = []
    quoted = quotation(Text("m3.yml", 1, 1, typed), (provision,), problems.append)
    if len(find(provision.text, typed)) != 1:
        assert quoted is None
        return
    assert quoted and quoted.text in provision.text and fold(quoted.text) == fold(typed)
    warned = [problem.code for problem in problems] == ["引句字形"]
    assert warned == (narrow(typed) != narrow(quoted.text))


def _typed(character: str, data: some.DataObject) -> str:
    """One official character as somebody may have typed it."""
    code = ord(character)
    others = [character, SHAPES.get(character, character), f"{character} ", f"{character}\u3000"]
    if 0x21 <= code <= 0x7E:
        others.append(chr(code + 0xFEE0))
    if 0xFF01 <= code <= 0xFF5E:
        others.append(chr(code - 0xFEE0))
    return data.draw(some.sampled_from(others))


def test_a_quotation_in_straight_quotation_marks_is_shown_in_the_documents_own_and_says_so() -> None:
    problems = []
    typed = Text("m3.yml", 8, 12, '加强对"一把手"和 领导班子')
    quoted = quotation(typed, (document().by_id["a1-m3"],), problems.append)
    assert quoted and quoted.text == "加强对“一把手”和领导班子"
    [problem] = problems
    assert (problem.line, problem.column, problem.severity) == (8, 12, WARNING)
    assert '引句是“"”（U+0022），原文是““”（U+201C）' in problem.message


def test_overlapping_places_all_count() -> None:
    assert find("班子班子班子", "班子班子") == [(0, 4), (2, 6)]


def test_the_nearest_words_say_where_a_quotation_goes_wrong() -> None:
    assert nearest("定期召开专题会议，研究制定", "定期召开座谈会议") == ("定期召开", "专题会议，研")
    assert nearest("定期召开专题会议", "完全无关") == ("", "")


def test_a_quotation_belongs_to_the_clauses_it_touches() -> None:
    provision = document().by_id["a1-m3"]
    [(start, end)] = find(provision.text, "各项监督工作；建立健全党内监督机制")
    assert [clause.id for clause in clauses_of(provision, start, end)] == ["c2", "c3"]
    [(start, end)] = find(provision.text, "三是严格落实党内各项制度。")
    assert [clause.id for clause in clauses_of(provision, start, end)] == ["c1"]


def test_traditional_characters_are_known_for_the_characters_that_occur() -> None:
    assert traditional("一岗双责") == {"崗": "岗", "雙": "双", "責": "责"}
    assert set(traditional("干部")) == {"乾", "幹", "榦"}
    assert traditional("三中全会") == {"會": "会"}
    assert traditional("乾隆与干部").keys().isdisjoint("乾隆与干部")
    assert not traditional("15 abc。")


def written(value: int) -> str:
    """A number from 1 to 999 as it is printed: 十二, 一百零二, 一百一十."""
    digits = "零一二三四五六七八九"
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    text = f"{digits[hundreds]}百" if hundreds else ""
    text += (
        "零" if hundreds and not tens and ones else f"{digits[tens] if tens > 1 or hundreds else ''}十" if tens else ""
    )
    return text + (digits[ones] if ones else "")


@given(some.integers(1, 999))
def test_every_numeral_is_read(value: int) -> None:
    assert numeral(written(value)) == number(written(value)) == number(str(value)) == value


@pytest.mark.parametrize("text", ["", "十十", "一二", "百", "二十十", "零", "1", "十〇", "一百二", "零五", "一百零"])
def test_what_is_no_numeral_is_none(text: str) -> None:
    assert numeral(text) is None


def test_meaning_is_what_is_said_however_it_is_set() -> None:
    assert meaning("“每 半年”！") == meaning("每半年") != meaning("半年")
    assert meaning("ＡＢ１２") == "AB12"
