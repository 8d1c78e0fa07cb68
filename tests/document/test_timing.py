"""What the word for a time says, and what it does not say."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from yanxi.document.timing import DAY, LASTING, OCCASION, PERIOD, PROMPT, REGULAR, UNSTATED, order, timing


@pytest.mark.parametrize(
    ("when", "label", "frequency", "interval", "months"),
    [
        ("每月一次", "每月", "MONTHLY", 1, 1),
        ("每个月", "每月", "MONTHLY", 1, 1),
        ("每两个月", "每两个月", "MONTHLY", 2, 2),
        ("每季度", "每季度", "MONTHLY", 3, 3),
        ("每季", "每季度", "MONTHLY", 3, 3),
        ("每半年", "每半年", "MONTHLY", 6, 6),
        ("每半年至少1次", "每半年", "MONTHLY", 6, 6),
        ("每年至少一次", "每年", "YEARLY", 1, 12),
        ("每2年", "每2年", "YEARLY", 2, 24),
        ("每学期", "每学期", "MONTHLY", 6, 6),
        ("每周", "每周", "WEEKLY", 1, 1),
        ("每日", "每天", "DAILY", 1, 1),
    ],
)
def test_a_period_comes_again(when: str, label: str, frequency: str, interval: int, months: int) -> None:
    made = timing(when)
    assert (made.kind, made.label, made.frequency, made.interval, made.months) == (
        PERIOD,
        label,
        frequency,
        interval,
        months,
    )
    assert made.day is None


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("2022年6月底前", "2022-06-30"),
        ("2024年2月", "2024-02-29"),
        ("2022年3月5日", "2022-03-05"),
        ("2022年9月上旬", "2022-09-10"),
    ],
)
def test_a_day_is_one_where_its_year_is_written(when: str, day: str) -> None:
    assert (timing(when).kind, str(timing(when).day)) == (DAY, day)


@pytest.mark.parametrize(
    ("when", "kind"),
    [
        ("定期", REGULAR),
        ("及时（通报检查结果）", PROMPT),
        ("长期", LASTING),
        ("动态更新", LASTING),
        ("开学前", OCCASION),
        ("年度考核中", OCCASION),
        ("年度", OCCASION),
        ("6月底前", OCCASION),
        ("2022年13月", OCCASION),
        ("2022年2月30日", OCCASION),
        ("", UNSTATED),
    ],
)
def test_what_is_no_period_and_no_day_is_no_deadline(when: str, kind: str) -> None:
    made = timing(when)
    assert (made.kind, made.frequency, made.day) == (kind, "", None)


def test_a_list_by_time_goes_from_the_shortest_period_to_what_has_no_time() -> None:
    words = ["每周", "每月", "每季度", "每半年", "每年", "2022年3月", "2022年5月", "定期", "及时", "长期", "会前", ""]
    assert sorted(reversed(words), key=lambda when: order(timing(when))) == words


@given(some.text("每两半12年月季度日天周学期定及时长0前底零〇"))
def test_no_words_are_too_strange(when: str) -> None:
    made = timing(when)
    assert made.label and order(made)
    assert (made.kind == PERIOD) == bool(made.frequency and made.interval > 0)
