"""What a duty's `when` says: a period that comes again, a day, or only a word such as 定期, 及时, 长期.

The document's word is kept as it is; this says under what it is filed. Nothing is made a deadline that is none: what is
neither a period nor a day nor one of these words is an occasion (开学前, 年度考核中), and what has no `when` has none.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from yanxi.chinese import number

PERIOD, DAY, REGULAR, PROMPT, LASTING, OCCASION, UNSTATED = (
    "period", "day", "regular", "prompt", "lasting", "occasion", "unstated",
)  # fmt: skip
LABELS = {
    DAY: "写明日期",
    REGULAR: "定期",
    PROMPT: "及时",
    LASTING: "长期",
    OCCASION: "某个场合，不是时限",
    UNSTATED: "原文未写明时限",
}
"""What a kind is called, periods aside, which are called by their own words."""

_PERIOD = re.compile(
    r"每(?:个)?(?:(?P<half>半年)|(?P<count>[\d两二三四五六七八九十]*)个?(?P<unit>天|日|周|月份?|季度|季|学期|学年|年))"
)
# How often a unit comes round, as RFC 5545 counts, and in months for the year view; what is shorter comes every month.
_UNITS = {
    "天": ("DAILY", 1, 1), "日": ("DAILY", 1, 1), "周": ("WEEKLY", 1, 1), "月": ("MONTHLY", 1, 1), "季": ("MONTHLY", 3, 3),
    "学期": ("MONTHLY", 6, 6), "学年": ("YEARLY", 1, 12), "年": ("YEARLY", 1, 12),
}  # fmt: skip
_DAY = re.compile(r"(\d{4})年(\d{1,2})月(?:(\d{1,2})[日号]|[底末]|(上旬|中旬|下旬))?")
_WORDS = (
    (REGULAR, re.compile("不?定期|经常")),
    (PROMPT, re.compile("及时|立即|随时|即时|第一时间")),
    (LASTING, re.compile("长期|持续|始终|常态|动态|一贯")),
)
_TENTHS = {"上旬": 10, "中旬": 20}


@dataclass(frozen=True)
class Timing:
    """Attributes:
    kind: one of the kinds above.
    label: what it is filed under: 每半年, 定期, 写明日期.
    frequency, interval: of a period, as in RFC 5545: MONTHLY, 6.
    months: of a period: it comes round in every so many months.
    day: the last day that is meant, where year and month are written.
    """

    kind: str
    label: str
    frequency: str = ""
    interval: int = 0
    months: int = 0
    day: date | None = None


def timing(when: str, occasion: str = "") -> Timing:
    """What the words of a duty's `when` say; without them an occasion is filed as one."""
    if not when and occasion:
        return Timing(OCCASION, LABELS[OCCASION])
    if not when:
        return Timing(UNSTATED, LABELS[UNSTATED])
    if match := _PERIOD.search(when):
        return _period(match)
    if day := _day(when):
        return Timing(DAY, LABELS[DAY], day=day)
    kind = next((kind for kind, pattern in _WORDS if pattern.match(when)), OCCASION)
    return Timing(kind, LABELS[kind])


def _period(match: re.Match[str]) -> Timing:
    if match["half"]:
        return Timing(PERIOD, "每半年", "MONTHLY", 6, 6)
    frequency, interval, months = _UNITS[match["unit"].removesuffix("份").removesuffix("度")]
    count = (number(match["count"].replace("两", "二")) or 1) if match["count"] else 1
    label = {"每日": "每天", "每季": "每季度", "每月份": "每月"}.get(
        match[0].replace("每个", "每"), match[0].replace("每个", "每")
    )
    return Timing(PERIOD, label, frequency, interval * count, months * count)


def _day(when: str) -> date | None:
    match = _DAY.search(when)
    if not match:
        return None
    year, month = int(match[1]), int(match[2])
    if not (1 <= month <= 12 and year):
        return None
    last = monthrange(year, month)[1]
    day = int(match[3]) if match[3] else _TENTHS.get(match[4], last)
    return date(year, month, day) if 1 <= day <= last else None


def order(each: Timing) -> tuple[int, ...]:
    """What comes first in a list by time: periods from the shortest, then days, then words, then what has no time."""
    kinds = (PERIOD, DAY, REGULAR, PROMPT, LASTING, OCCASION, UNSTATED)
    lengths = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
    length = (lengths.index(each.frequency), each.interval) if each.frequency else (0, 0)
    return (kinds.index(each.kind), *length, each.day.toordinal() if each.day else 0)
