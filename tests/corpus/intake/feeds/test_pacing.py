from datetime import UTC, datetime, timedelta

import pytest

from corpus.intake.feeds.pacing import next_poll, wait_after, wait_asked

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("failures", "wait"),
    [(1, HOUR / 2), (2, HOUR), (3, 2 * HOUR), (6, 16 * HOUR), (7, 24 * HOUR), (10**6, 24 * HOUR)],
)
def test_the_wait_doubles_with_each_failure_up_to_a_day(failures: int, wait: timedelta) -> None:
    assert wait_after(failures) == wait


@pytest.mark.parametrize(
    ("failures", "seconds", "wait"),
    [
        (1, None, HOUR / 2),
        (1, 60.0, HOUR / 2),
        (1, 7_200.0, 2 * HOUR),
        (4, 7_200.0, 4 * HOUR),
        (1, 1e9, timedelta(days=7)),
    ],
)
def test_a_server_is_left_alone_for_as_long_as_it_asks_but_no_longer_than_a_week(
    failures: int, seconds: float | None, wait: timedelta
) -> None:
    assert wait_asked(failures, seconds) == wait


@pytest.mark.parametrize(
    ("last", "chance", "due"),
    [
        (NOW, 0.5, NOW + HOUR),
        (NOW, 0.0, NOW + 0.9 * HOUR),
        (NOW - HOUR / 2, 0.5, NOW + HOUR / 2),
        (NOW - 3 * HOUR, 0.5, NOW - 2 * HOUR),
        (None, 0.999, NOW),
    ],
)
def test_polls_come_an_interval_apart_a_little_off_by_chance_and_overdue_ones_at_once(
    last: datetime | None, chance: float, due: datetime
) -> None:
    assert next_poll(last, HOUR, NOW, lambda: chance) == due
