"""引用字母：选项、解析和选项说明里不要写“A 项”“选 B”“第三个选项”。

为什么：选项在手机上会打乱次序，学员看到的 A 未必是你写的 A；打印、导出后也会变。请直接引选项的文字。

反例：

    - stem: 各支部多久书面报告一次履行主体责任情况？
      options: [每月, 每季度, 每半年, 每年]
      answer: C
      explain: 原文写的是每半年，所以选C；A项是安排部署或检查党风廉政建设工作的频次。

正例：

    - stem: 各支部多久书面报告一次履行主体责任情况？
      options: [每月, 每季度, 每半年, 每年]
      answer: C
      explain: 原文写的是“每半年”；“每月”是安排部署或检查党风廉政建设工作的频次。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yanxi.bank.checks.words import bare, live
from yanxi.model import Bank, Document, Question, Term
from yanxi.problem import ERROR, Problem
from yanxi.yamltext.nodes import Node

NAME = "引用字母"
SEVERITY = ERROR

# A letter that names something else: AB角, A级, B超, C919, A4, 甲A … stands before or after other letters, digits or
# these words.
_LETTERS = re.compile(
    r"(?<![A-Za-z0-9])[A-H](?:[、,，和与及或跟/以]*[A-H])*(?![A-Za-z0-9+])"
    r"(?!\s*(?:级|类|股|超|角|岗|型|卷|证|轮|座|栋|区|楼|站|面|校|班|组|同学|老师|教师|县|市|镇|村|支部|学校|单位|公司|某))"
)
_LOWER = re.compile(r"(?:选项?|答案[是为]?|选择)[:：“\"]?[a-h](?![A-Za-z])|(?<![A-Za-z0-9])[a-h](?:选?项|选项)")
_ORDINAL = re.compile(
    r"第[一二三四五六1-6]个?(?:选项|答案)|(?:前|后|最后|头)[一二两三四1-4]?个?(?:选项|答案)|选项[一二三四五1-6①-⑥]"
)

# A key left from paper: 多久报告一次？（C）
_KEY = re.compile(r"[（(]\s*[A-H](?:[、,，\s]?[A-H])*\s*[）)]\s*[。？?]?$")

_ANY = re.compile(r"[A-Ha-h]|选项|答案")
"""What every such form has in it."""


def check(banks: tuple[Bank, ...], document: Document, glossary: tuple[Term, ...]) -> Iterator[Problem]:
    for question in live(banks):
        if question.options and (match := _KEY.search(bare(question.stem))):
            message = f"题干最后带着答案“{match[0].strip()}”，读者一看就知道，选项打乱次序后又指错了。"
            yield question.at.get("stem").problem(NAME, message, "请删去它；要留空，写（ ）。", SEVERITY)
        for place, text, where in _texts(question):
            if cited := _cited(text, question):
                yield place.problem(
                    NAME,
                    f"{where}里写了“{cited}”，选项打乱次序后就指错了。",
                    "请直接引用选项的文字，如“每月”。",
                    SEVERITY,
                )


def _texts(question: Question) -> Iterator[tuple[Node, str, str]]:
    for option in question.options:
        yield option.at, option.text, "选项"
        if option.why:
            yield option.at, option.why, "选项的说明"
    yield question.at.get("explain"), question.explain, "解析"


def _cited(text: str, question: Question) -> str:
    text = bare(text)
    if not _ANY.search(text):
        return ""
    stem = bare(question.stem)
    for match in _LETTERS.finditer(text):
        # A letter that the stem uses is a name there: 某校A、某校B.
        if not any(letter in stem for letter in match[0] if letter.isalpha()):
            return match[0]
    match = _LOWER.search(text) or _ORDINAL.search(text)
    return match[0] if match else ""
