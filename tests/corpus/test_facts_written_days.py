import pytest

from corpus.facts.days import days
from corpus.facts.types import Day, Span
from corpus.facts.written_days import WrittenDays

_TEXT = "5 May 2025, 7 May 2026, then 8 May 2026, and June 3."


@pytest.mark.parametrize(
    ("year", "at", "words"),
    [
        (2026, len(_TEXT), "8 May 2026"),
        (2026, _TEXT.index("then"), "7 May 2026"),
        (2026, 0, "7 May 2026"),
        (2025, 20, "5 May 2025"),
        (2024, 20, None),
    ],
)
def test_of_a_year_the_last_day_before_counts_else_the_first_behind(
    year: int, at: int, words: str | None
) -> None:
    assert _quoted(WrittenDays(days(_TEXT)).of_year(year, at)) == words


def test_a_day_is_found_where_it_is_written_out_first() -> None:
    written = WrittenDays(days(f"{_TEXT} {_TEXT}"))
    assert _quoted(written.first(Day(2026, 5, 8))) == "8 May 2026"
    assert written.first(Day(2026, 6, 3)) is None  # without its year it is not written out


def _quoted(span: Span | None) -> str | None:
    return _TEXT[slice(*span)] if span else None
