from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.places import feed_states, feeds_file
from bot.settings import Settings
from bot.taking_in.scheduling import next_due
from corpus.intake.feeds.state import State, write_state
from tests.settings import settings_for

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
URL = "https://kestrel.example/rss"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    feeds_file(settings_for(tmp_path)).write_text(f'[[feeds]]\nname = "Kestrel"\nurl = "{URL}"\n')
    return settings_for(tmp_path)


def due(settings: Settings, tried: datetime | None = None) -> datetime | None:
    return next_due(settings, tried, NOW, lambda: 0.5)


def test_feeds_that_were_never_polled_are_due_at_once(settings: Settings) -> None:
    assert due(settings) == NOW


def test_the_next_poll_is_an_interval_after_the_last_one_of_any_process(settings: Settings) -> None:
    write_state(feed_states(settings), URL, State(polled=NOW - HOUR / 2))
    assert due(settings) == NOW + HOUR / 2


def test_a_poll_that_came_to_nothing_is_not_repeated_at_once(settings: Settings) -> None:
    write_state(feed_states(settings), URL, State(polled=NOW - 2 * HOUR))
    assert due(settings, tried=NOW) == NOW + HOUR


def test_nothing_is_due_where_no_feed_is_enabled_or_polling_is_turned_off(
    settings: Settings, tmp_path: Path
) -> None:
    assert due(settings.model_copy(update={"feeds_interval": 0})) is None
    assert due(settings_for(tmp_path / "other")) is None


@pytest.mark.parametrize("chance", [0.0, 0.5, 0.999])
def test_what_is_overdue_is_due_whatever_the_chance_so_that_its_time_comes(
    settings: Settings, chance: float
) -> None:
    write_state(feed_states(settings), URL, State(polled=NOW - 2 * HOUR))
    found = next_due(settings, None, NOW, lambda: chance)
    assert found
    assert found < NOW
