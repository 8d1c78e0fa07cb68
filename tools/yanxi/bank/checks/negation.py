"""否定未强调：反着问的题，否定词要用两个星号标出，如 `**不属于**`。

为什么：“不正确的是”读快了就漏掉一个“不”字，答错的不是方案，是题目。能正着问的，最好正着问。

反例：

    - stem: 下列领域中，不属于二（一）四是点名查处的是哪一项？
      options: [教辅资料购买, 营养餐发放, 因私出国审批]
      answer: C
      level: understand

正例：

    - stem: 下列领域中，**不属于**二（一）四是点名查处的是哪一项？
      options: [教辅资料购买, 营养餐发放, 因私出国审批]
      answer: C
      level: understand
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yanxi import bold
from yanxi.bank.checks.words import fold, live
from yanxi.bank.kinds import KINDS
from yanxi.model import Bank, Document, Term
from yanxi.problem import WARNING, Problem

NAME = "否定未强调"
SEVERITY = WARNING

_NOT = (
    r"(?:不正确|不属于|不包括|不包含|不含|不符合|不符|不相符|不相合|不合|(?<!是)不是|不对|不当|不恰当|不妥|不准确|不一致|不在|不能|不应当?|不该|不得|不可|不宜"
    r"|不必|不需|不用|不要求|不涉及|不算|不成立|不真实|不合适|不适[合用]|没有|(?<!有)没|未被?|并非|并不|非(?=[^常]{0,6}(?:的是|是哪))|错误|有误|错的|无关|无需|无须|排除|相悖|相违|相反"
    r"|除外)"
)
_WHICH = r"(?:哪(?:一|几|两|些)?[项个种句条些点类处件]?|何者|哪里)"
_LISTED = r"(?:下列|以下|下面|上述)"
_STOP = r"[^,;。?!:]"
_FORMS = re.compile(
    "|".join(
        (
            # 哪一项不属于…… ; 下列……不正确
            rf"{_WHICH}{_STOP}{{0,16}}?(?P<a>{_NOT})",
            rf"{_LISTED}{_STOP}{{0,24}}?(?P<b>{_NOT})",
            # ……不正确的是（ ）; ……没有写到的是哪一项 ; ……不包括
            rf"(?P<c>{_NOT}){_STOP}{{0,20}}?(?:的是|的有|的一[项个]|的选项|是{_WHICH}|有{_WHICH}|{_WHICH}|什么)",
            rf"(?P<d>{_NOT}){_STOP}{{0,12}}[(]\s*[)]?$",
            rf"(?P<e>不正确|不属于|不包括|不符合|错误){_STOP}{{0,12}}[:_(]*$",
            rf"(?P<h>{_NOT}){_STOP}{{0,12}}(?<![一二三四五六七八九十])是[?:]?$",
            rf"(?P<f>除)了?{_WHICH}",
            rf"{_WHICH}{_STOP}{{0,4}}(?P<g>除外)",
        )
    )
)
# 没有写出…… in quotation marks, 有没有, 是不是, and the document's own words are not what the question turns on.
_QUOTED = re.compile(r"[“‘《][^”’》]*[”’》]|\"[^\"]*\"")
_HARMLESS = re.compile(
    r"有没有|是不是|能不能|该不该|要不要|对不对|不敢腐|不能腐|不想腐|不担当|不作为|不到位|不上会|不服从|不良|不断|不仅|不但|不只|不直接分管|不正之风"
    r"|未满|未成年|未来|没有核查清楚|不松|不忘|不姑息|相反的?方向"
)


def check(banks: tuple[Bank, ...], document: Document, glossary: tuple[Term, ...]) -> Iterator[Problem]:
    for question in live(banks):
        if KINDS[question.kind].STATES:
            continue
        if found := _negation(question.stem):
            yield question.at.get("stem").problem(
                NAME,
                f"题干反着问（“{found}”），否定词却没有强调。",
                f"请写成 **{found}**，或改成正着问。",
                SEVERITY,
            )


def _negation(stem: str) -> str:
    """The negation on which the question turns, unless it is emphasised."""
    plain = _HARMLESS.sub("〇", _QUOTED.sub("〇", bold.without(stem)))
    sentences = re.findall(r"[^。；！？?]+[。；！？?]?", plain.strip())
    for n, sentence in enumerate(sentences, 1):
        asks = n == len(sentences) or sentence.endswith(("？", "?"))
        if asks and (match := _FORMS.search(fold(sentence))):
            return next(group for group in match.groups() if group)
    return ""
