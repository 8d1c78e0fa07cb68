"""A paper of our own: whatever its texts are, they are read as they were written."""

from hypothesis import given, settings
from hypothesis import strategies as st

from yanxi.exchange import layout, signs

SIGNS = [
    "A.", "B、", "（C）", "Ｄ．", "a)", "1.", "2、", "第3题", "（4）", "\n", "\n\n", " ", "\u3000", "\t", "\\", "甲", "乙丙", "：", ".", "**",
    "答案：", "答案", "【解析】", "解析:", "。依据：", "一、单选题", "判断题", "参考答案", "材料“甲”：", "研习题库", "____", "（ ）", "”",
]  # fmt: skip
texts = st.lists(st.sampled_from(SIGNS), min_size=1, max_size=9).map("".join).map(str.strip).filter(bool)


@given(stem=texts, options=st.lists(texts, min_size=2, max_size=3), explain=texts, case=texts)
@settings(max_examples=200)
def test_nothing_that_looks_like_a_sign_is_taken_for_one(
    stem: str, options: list[str], explain: str, case: str
) -> None:
    plain = lambda text: signs.guarded(text)[0]  # noqa: E731
    lettered = [f"{letter}. {plain(text)}" for letter, text in zip("ABC", options, strict=False)]
    written = [
        signs.OURS,
        f"材料“甲”：{plain(case)}",
        f"1. {plain(stem)}（ ）",
        *lettered,
        "答案：AB",
        f"解析：{plain(explain)}",
        "2. 乙",
    ]
    said = []
    one, two = layout.text("\n".join(written), "题.txt", said.append)
    read = {name: cell.value for name, cell in one.cells.items()}
    assert said == [] and two.text("题干") == "乙"
    assert (read["题干"], read["解析"], read["答案"]) == (stem, explain, "AB")
    assert [read[letter] for letter in "ABC" if letter in read] == options
