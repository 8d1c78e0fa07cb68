"""兜底选项：不要用“以上都对”“都不对”一类的选项。

为什么：选项的次序会打乱，“以上”就不知指谁；会考试的人看出两项对，就不必读第三项。要问几项都对，请用多选题。

反例：

    - stem: 按二（五）三是，对顶风违纪的怎样处理？
      options: [从严查处, 在系统内点名通报曝光, 以上都对]
      answer: C
      quote: {at: a5-m3, text: 对顶风违纪的一律从严查处，在系统内点名通报曝光}

正例：

    - stem: 按二（五）三是，对顶风违纪的怎样处理？
      kind: multiple
      options: [从严查处, 在系统内点名通报曝光, 运用容错纠错机制]
      answer: AB
      quote: {at: a5-m3, text: 对顶风违纪的一律从严查处，在系统内点名通报曝光}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yanxi.bank.checks.words import bare, live, meaning
from yanxi.bank.kinds import KINDS
from yanxi.model import Bank, Document, Term
from yanxi.problem import ERROR, Problem

NAME = "兜底选项"
SEVERITY = ERROR

_OTHERS = (
    r"(?:以上|上述|上面|前面|其余|其他|前[一二两三四五六]|后[一二两三四五六]|这[两三四五]|[两三四五]|所有|全部|各|每)"
    r"(?:[的之]?(?:[一二两三四五六]?[项个者条种点句]|选项|答案|说法|内容|情形|做法|情况|表述|要求|方面|各项|所有|全部|几项|几个|任何一项|三者|两者|二者|均)){0,2}"
)
_VERDICT = r"(?:对|正确|是|可|可以|行|有|包括|包含|属于|符合|成立|适用|选|要|错|错误|非|不妥|妥当|准确|恰当|要求|有?可能|需要?|必须|做到|写到|提到)"
_FORMS = (
    rf"{_OTHERS}(?:全部?|都|均|皆|也都|全都|俱)(?:不|没有?|非)?{_VERDICT}?(?:的|了)?",
    rf"{_OTHERS}(?:不|没有一项|没有|无一|无|任一|任何一项)(?:都?不?){_VERDICT}?(?:的|了)?",
    r"(?:以上|上述|前述)(?:全部|各项|所有|三项|两项|三者|两者|四项)?(?:选项|说法|内容|答案)?",
    rf"(?:全部?|都|均|皆|全都|一概|统统|通通)(?:不|没有|非)?{_VERDICT}(?:的|了)?",
    r"(?:没有|无|并无)(?:一项|一个|任何一项)?(?:是)?(?:正确|对的|符合)(?:的)?(?:答案|选项|项|说法)?",
    r"(?:全选|全不选|都选|任选其一都?可以?|皆可|均可|全都?要|无法(?:选择|判断|确定)|不能确定|不确定|不知道|说不清)",
    r"(?:[以上其中]*)(?:有)?[一二两三]项以?上?(?:都|均)?(?:正确|对)",
    r"alloftheabove|noneoftheabove",
)
_CATCHALL = re.compile("|".join(f"(?:{form})" for form in _FORMS), re.IGNORECASE)


def check(banks: tuple[Bank, ...], document: Document, glossary: tuple[Term, ...]) -> Iterator[Problem]:
    for question in live(banks):
        for option in question.options if not KINDS[question.kind].ORDERED else ():
            if _CATCHALL.fullmatch(meaning(bare(option.text))):
                yield option.at.problem(
                    NAME,
                    f"选项“{option.text}”把别的选项一并算进来，次序打乱后就说不通。",
                    "请换成一个具体的选项；几项都对时，请改用多选题。",
                    SEVERITY,
                )
