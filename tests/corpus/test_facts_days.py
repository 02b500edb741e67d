import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.facts.days import days
from corpus.facts.types import Day


@pytest.mark.parametrize(
    ("text", "quote", "day"),
    [
        ("on February 5, 2026", "February 5, 2026", "2026-02-05"),
        ("on New Year's Day 2026", "New Year's Day 2026", "2026-01-01"),
        ("于2026年元旦发布", "2026年元旦", "2026-01-01"),
        ("Feb. 5th, 2026", "Feb. 5th, 2026", "2026-02-05"),
        ("5 Feb 2026", "5 Feb 2026", "2026-02-05"),
        ("the 5th of February 2026", "5th of February 2026", "2026-02-05"),
        ("Feb 5-7, 2026", "Feb 5-7, 2026", "2026-02-05"),
        ("February 2025", "February 2025", "2025-02"),
        ("what came in february 2026", "february 2026", "2026-02"),
        ("2026-02-05", "2026-02-05", "2026-02-05"),
        ("2026/2/5", "2026/2/5", "2026-02-05"),
        ("2026.02.05", "2026.02.05", "2026-02-05"),
        ("2026-02-05T10:00Z", "2026-02-05", "2026-02-05"),
        ("2026-02", "2026-02", "2026-02"),
        ("于2026年2月5日发布", "2026年2月5日", "2026-02-05"),
        ("２０２６年２月５日", "２０２６年２月５日", "2026-02-05"),
        ("2026 年 2 月", "2026 年 2 月", "2026-02"),
        ("2025年底", "2025年底", "2025"),
        ("2026년 2월 5일", "2026년 2월 5일", "2026-02-05"),
        ("by the end of 2025", "end of 2025", "2025"),
        ("mid-2025", "mid-2025", "2025"),
        ("in early 2025", "early 2025", "2025"),
        ("Q1 2026", "Q1 2026", "2026"),
        ("2026Q1", "2026Q1", "2026"),
        ("in 2025", "in 2025", "2025"),
        ("2025", "2025", "2025"),
    ],
)
def test_a_day_is_read_as_far_as_it_is_known(text: str, quote: str, day: str) -> None:
    [found] = days(text)
    assert (text[found.start : found.end], str(found.day), found.partial) == (quote, day, False)


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-38",
        "2026-13-01",
        "20025-01-01",
        "February 30, 2026",
        "2026年13月",
        "claude-sonnet-4-2025-05-14",
        "v2026.1.2",
        "https://example.org/2026/02/05/news",
        "AIME 2025 problems",
        "it may 5 times",
        "today and yesterday",
        "March 8B",
        "2020年代",
        "05/02/2026",
        "in 2048 tokens",
        "0000-00-00",
    ],
)
def test_what_is_no_date_or_an_impossible_one_is_left_out(text: str) -> None:
    assert days(text, reference=Day(2026, 2)) == []


@pytest.mark.parametrize("text", ["April 16", "on 16 April", "4月16日", "4월 16일"])
def test_a_day_without_a_year_needs_one_from_somewhere(text: str) -> None:
    assert days(text) == []
    [found] = days(text, reference=Day(2026))
    assert (found.day, found.partial) == (Day(2026, 4, 16), True)


def test_the_year_stated_shortly_before_comes_first() -> None:
    text = "o3 came in February 2025, its successor on April 16."
    assert [d.day for d in days(text, reference=Day(2026, 2, 11))] == [Day(2025, 2), Day(2025, 4, 16)]
    far = "o3 came in February 2025." + " It was widely used." * 30 + " Then, on January 16, another."
    assert [d.day for d in days(far, reference=Day(2026, 2, 11))] == [Day(2025, 2), Day(2026, 1, 16)]
    assert [d.day for d in days(far)] == [Day(2025, 2), Day(2025, 1, 16)]


@pytest.mark.parametrize(
    ("text", "reference", "day"),
    [
        ("on December 12", Day(2026, 1, 10), Day(2025, 12, 12)),
        ("on January 5", Day(2025, 12, 20), Day(2026, 1, 5)),
        ("2月12日", Day(2026, 2, 14), Day(2026, 2, 12)),
        ("on December 12", Day(2026), Day(2026, 12, 12)),
    ],
)
def test_a_year_is_filled_in_so_that_the_day_is_near(text: str, reference: Day, day: Day) -> None:
    assert [d.day for d in days(text, reference=reference)] == [day]


def test_only_the_part_asked_for_is_read() -> None:
    text = "2025-01-01 and 2026-02-05"
    [found] = days(text, 11)
    assert (text[found.start : found.end], found.day) == ("2026-02-05", Day(2026, 2, 5))


_PIECES = st.sampled_from(
    [*"0123456789-/. ,年月日", "Feb", "may ", "May ", "2026", "in ", "Q1 ", "일", "월", "年底", "st", "of "]
)


@given(st.lists(_PIECES, max_size=20).map("".join), st.sampled_from([None, Day(2026), Day(2026, 2, 28)]))
def test_every_day_exists_and_its_span_lies_in_the_text(text: str, reference: Day | None) -> None:
    last = 0
    for found in days(text, reference=reference):
        assert last <= found.start < found.end <= len(text)
        assert found.day.earliest <= found.day.latest
        last = found.end
