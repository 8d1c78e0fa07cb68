"""答案不在引文：识记题的正确项、连线的右边和排序的各项，填空的答案和简答的要点，都要在本题的引文里找得到。

为什么：答错的人要看到原文才服气。引文里没有答案，不是引错了地方，就是答案不是原文的话；一字之差（或、和，
每月、每半年）正是要学的东西。理解题、运用题可以用自己的话，不在此列。

反例：

    - stem: 各党委班子成员对基层党风廉政建设工作，每月要做什么？
      options: [安排部署和检查一次, 书面报告履责一次, 集体约谈函询一次]
      answer: A
      level: remember
      quote: {at: g-m1, text: 每月安排部署或检查一次基层党风廉政建设工作}

正例：

    - stem: 各党委班子成员对基层党风廉政建设工作，每月要做什么？
      options: [安排部署或检查一次, 书面报告履责一次, 集体约谈函询一次]
      answer: A
      level: remember
      quote: {at: g-m1, text: 每月安排部署或检查一次基层党风廉政建设工作}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yanxi.bank.checks.words import bare, left_over, live, meaning
from yanxi.bank.kinds import KINDS
from yanxi.chinese import spell
from yanxi.model import Bank, Document, Term
from yanxi.problem import ERROR, Problem

NAME = "答案不在引文"
SEVERITY = ERROR

_AND = re.compile("以及|及其|和|与|及|、|并")
_NUMBER = re.compile(r"\d{1,2}(?!\d)")
# Words that an editor may add without saying more …
_SMALL = re.compile("[的地得了着等其该们之所]|应当|应该|要|须|需")
# … and words that never get in unnoticed.
_TELLING = re.compile("[〇一二三四五六七八九十百千两半每年月季度周日不未没无非免或、]")


def check(banks: tuple[Bank, ...], document: Document, glossary: tuple[Term, ...]) -> Iterator[Problem]:
    definitions = {name: term.definition for term in glossary for name in (term.id, term.term)}
    for question in live(banks):
        if (question.at.get("term") and not question.term) or not set(question.terms) <= definitions.keys():
            continue  # what the answer rests on cannot be read, and that is said there
        said = [quote.text for quote in question.quotes]
        if question.term:
            said += [question.term.term, question.term.definition, question.term.source, question.term.article]
        said += [definitions[term] for term in question.terms if term in definitions]
        for provision in (document.by_id[quote.provision] for quote in question.quotes if question.options):
            said += [provision.citation, provision.label + provision.title]
        kind = KINDS[question.kind]
        for place, answer, what in kind.quoted(question):
            if missing := _missing(answer, said, kind.FREEDOM):
                yield place.problem(
                    NAME,
                    f"{what}“{answer}”里的“{missing}”不在本题的引文里。",
                    "请改用原文的词，或把引文换成、加长到写着答案的那一句。",
                    SEVERITY,
                )


def _missing(answer: str, said: list[str], freedom: float) -> str:
    """The part of an answer that the quotations do not bear out; empty when they do."""
    if any(meaning(answer) in meaning(text) for text in said):
        return ""
    if not freedom:
        return answer
    texts = [_plain(text) for text in said]
    words = _plain(answer)
    if len(words) <= 4:
        # 决策权力 in “决策、执行、监督权力”; but 每年 is not in 每半年.
        return "" if len(words) == 4 and any(not left_over(words, text) for text in texts) else answer
    rest = left_over(words, *texts)
    rest = left_over(rest, *(_SMALL.sub("", text) for text in texts), least=3) if len(rest) > 3 else rest
    rest = _SMALL.sub("", rest)
    if _TELLING.search(rest.strip("、") if words.startswith("、") else rest):
        return rest
    return rest if len(rest) > freedom * len(words) else ""


def _plain(text: str) -> str:
    """Folded, 和 and 及 as 、, other punctuation gone."""
    # 15 as 十五: the document writes both.
    joined = _AND.sub("、", _NUMBER.sub(lambda digits: spell(int(digits[0])), bare(text)))
    return "".join(character for character in joined if character.isalnum() or character == "、")
