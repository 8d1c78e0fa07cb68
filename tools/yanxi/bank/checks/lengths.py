"""最长常对：全部单选题里，正确项是最长一项的，不要超过四成。

为什么：四选一的题，随手选最长的应当只对两三成。超过四成，不读方案也能及格。

反例：

    - stem: 二（一）三是要求报告采用什么形式？
      options: [口头, 书面形式, 电话]
      answer: B
    - stem: 三·一是中专题研究的会议叫什么？
      options: [局党委会议, 党课, 例会]
      answer: A
    - stem: 三·三是由谁分片带队？
      options: [县委, 局党委班子成员, 支部]
      answer: B
    - stem: 三·四是实行哪一种制度？
      options: [双查, 考核, “一案双查”]
      answer: C

正例：

    - stem: 二（一）三是要求报告采用什么形式？
      options: [口头形式, 书面形式, 电话形式]
      answer: B
    - stem: 三·一是中专题研究的会议叫什么？
      options: [局党委会议, 支部主题党日, 民主生活会]
      answer: A
    - stem: 三·三是由谁分片带队？
      options: [各党组织负责人, 局党委班子成员, 派驻纪检监察组]
      answer: B
    - stem: 三·四是实行哪一种制度？
      options: [“凡提必核”, “以案促改”, “一案双查”]
      answer: C
"""

from __future__ import annotations

from collections.abc import Iterator

from yanxi.bank.checks.words import beyond_chance, length, live
from yanxi.bank.kinds import single
from yanxi.model import Bank, Document, Question, Term
from yanxi.problem import WARNING, Problem

NAME = "最长常对"
SEVERITY = WARNING

LIMIT = 0.4


def check(banks: tuple[Bank, ...], document: Document, glossary: tuple[Term, ...]) -> Iterator[Problem]:
    items = [question for question in live(banks) if question.kind == single.NAME and question.wrong]
    longest = [question for question in items if _longest(question)]
    if beyond_chance(len(longest), len(items), LIMIT):
        worst = max(longest, key=lambda question: sum(each.at.path == question.at.path for each in longest))
        here = [question.id for question in longest if question.at.path == worst.at.path]
        yield worst.at.problem(
            NAME,
            f"全部 {len(items)} 道单选题里，{len(longest)} 道（{len(longest) / len(items):.0%}）的正确项最长；"
            f"这个文件最多，有 {len(here)} 道：{'、'.join(here)}。",
            f"请把其中几道的干扰项写长，或把正确项写短，降到 {LIMIT:.0%} 以下。",
            SEVERITY,
        )


def _longest(question: Question) -> bool:
    return length(question.right[0].text) > max(length(option.text) for option in question.wrong)
