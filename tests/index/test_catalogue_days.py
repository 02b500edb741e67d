from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from corpus.facts.types import Day
from index.catalogue.days import came_out, counts_from, day_holds, in_order
from index.catalogue.types import Op
from tests.index.fact_helpers import a_fact, a_statement

TAKEN_IN = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("as_of", "published", "expected"),
    [
        (Day(2026, 2, 7), date(2026, 2, 20), date(2026, 2, 7)),
        (Day(2026, 2), date(2026, 2, 20), date(2026, 2, 20)),  # it was known when it was published
        (Day(2026, 2), date(2026, 3, 20), date(2026, 2, 28)),
        (Day(2026, 2), None, date(2026, 2, 28)),
        (Day(2025), None, date(2025, 12, 31)),
        (None, date(2026, 2, 20), date(2026, 2, 20)),
        (None, None, date(2026, 3, 1)),  # when it was taken in
    ],
)
def test_a_statement_counts_from_the_day_that_it_speaks_for(
    as_of: Day | None, published: date | None, expected: date
) -> None:
    statement = a_statement(replace(a_fact(), as_of=as_of), published, TAKEN_IN)
    assert counts_from(statement) == expected


def test_an_article_of_unknown_date_came_out_when_it_was_taken_in() -> None:
    assert came_out(a_statement(a_fact(), None, TAKEN_IN)) == date(2026, 3, 1)
    assert came_out(a_statement(a_fact(), date(2026, 2, 1), TAKEN_IN)) == date(2026, 2, 1)


@pytest.mark.parametrize(
    ("day", "op", "expected"),
    [
        (Day(2026, 2, 15), Op.AT_LEAST, True),
        (Day(2026, 2, 15), Op.AT_MOST, True),
        (Day(2026, 2, 15), Op.EQUAL, True),
        (Day(2026, 2, 15), Op.MORE, False),
        (Day(2026, 2, 15), Op.LESS, False),
        (Day(2026, 2, 14), Op.AT_LEAST, False),
        (Day(2026, 2, 16), Op.AT_MOST, False),
        (Day(2026, 2), Op.AT_LEAST, True),
        (Day(2026, 2), Op.AT_MOST, True),
        (Day(2026, 2), Op.EQUAL, True),
        (Day(2026, 1), Op.AT_LEAST, False),
        (Day(2026, 3), Op.AT_MOST, False),
        (Day(2026), Op.EQUAL, True),
    ],
)
def test_a_month_compares_as_one_of_its_days_may(day: Day, op: Op, expected: bool) -> None:
    assert day_holds(day, op, date(2026, 2, 15)) is expected


def test_a_month_comes_after_its_days_and_a_year_after_its_months() -> None:
    ordered = [
        Day(2025, 12, 31),
        Day(2025, 12),
        Day(2025),
        Day(2026, 2, 1),
        Day(2026, 2, 28),
        Day(2026, 2),
        Day(2026, 3, 1),
    ]
    mixed = [ordered[number] for number in (4, 1, 6, 0, 5, 2, 3)]
    assert sorted(mixed, key=in_order) == ordered
