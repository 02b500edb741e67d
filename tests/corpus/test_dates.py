from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import read_date

TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    "value",
    [
        "2026-02-07",
        "2026-2-7",
        "2026/02/07",
        "2026.02.07",
        "20260207",
        "2026-02-07T10:30:00Z",
        "2026-02-07 10:30:00 +0800",
        "2026-02-07T10:30:00.123+08:00",
        "February 7, 2026",
        "Feb 7th, 2026",
        "7 Feb 2026",
        "Sat, 07 Feb 2026 10:00:00 GMT",
        "2026年2月7日",
        "2026 年 2 月 7 日",
        "２０２６年２月７日",
        "2026년 2월 7일",
        "2026-02-07 (星期六)",
        date(2026, 2, 7),
        datetime(2026, 2, 7, 23, 59, tzinfo=UTC),
        20260207,
    ],
)
def test_a_day_is_read_as_people_write_it(value: object) -> None:
    assert read_date(value, TODAY) == (date(2026, 2, 7), None)


@pytest.mark.parametrize(
    "value",
    [
        "2026-02-38",
        "20025-01-01",
        "2026-13-01",
        "0001-01-01",
        "2025年2月30日",
        "February 30, 2026",
        date(1, 1, 1),
    ],
)
def test_a_day_that_does_not_exist_is_unknown_with_a_warning_that_names_it(value: object) -> None:
    day, warning = read_date(value, TODAY)

    assert day is None
    assert warning is not None
    assert str(value) in warning


@pytest.mark.parametrize(
    "value", ["soon", "2026-02", "02/03/2026", "2026-02-01 to 2026-02-03", True, ["2026-02-01"], 1.5]
)
def test_what_is_not_one_full_date_is_unknown_with_a_warning(value: object) -> None:
    day, warning = read_date(value, TODAY)

    assert day is None
    assert warning


def test_a_day_with_a_broken_time_is_that_day_with_a_warning() -> None:
    day, warning = read_date("2026-02-01 12:00:00 +/-TTTT", TODAY)

    assert day == date(2026, 2, 1)
    assert warning is not None
    assert "+/-TTTT" in warning


def test_a_day_ahead_stays_with_a_warning_but_not_across_time_zones() -> None:
    assert read_date("2026-03-03", TODAY) == (date(2026, 3, 3), None)
    day, warning = read_date("2026-03-04", TODAY)
    assert day == date(2026, 3, 4)
    assert warning is not None
    assert "future" in warning


@pytest.mark.parametrize("value", [None, ""])
def test_no_date_is_no_date_and_nothing_to_warn_of(value: object) -> None:
    assert read_date(value, TODAY) == (None, None)


@given(st.text() | st.integers() | st.none() | st.dates())
def test_any_value_is_a_date_or_a_warning(value: object) -> None:
    day, warning = read_date(value, TODAY)

    assert day is not None or warning is not None or value in (None, "")
