from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from corpus.intake.feeds.state import Seen, State, read_state, state_file, write_state
from corpus.intake.feeds.types import Entry
from corpus.intake.types import Version
from corpus.stated import Stated

URL = "https://kestrel.example/rss"
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
ENTRY = Entry(
    "https://kestrel.example/2", Stated(title="红隼 \ud800", published=date(2026, 3, 1), dated=True), "ab"
)
STATE = State((Seen(ENTRY, NOW, NOW, Version('"1"'), 1), Seen(ENTRY, NOW)), Version(None, "x"), NOW, 2, NOW)


def test_what_is_remembered_of_a_feed_is_read_as_it_was_written(tmp_path: Path) -> None:
    clean = Seen(Entry(ENTRY.address, Stated(published=date(2026, 3, 1)), "ab"), NOW)
    state = State((clean, *STATE.seen[1:]), STATE.version, NOW, 2, NOW)
    write_state(tmp_path / "feeds", URL, state)
    found = read_state(tmp_path / "feeds", URL)
    assert found.seen[0] == clean
    assert (found.version, found.polled, found.failures, found.until) == (state.version, NOW, 2, NOW)


def test_half_a_character_in_a_title_does_no_harm(tmp_path: Path) -> None:
    write_state(tmp_path, URL, STATE)
    assert read_state(tmp_path, URL).seen[0].version == Version('"1"')


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", '{"format": 1', '{"format": 2, "url": "x", "state": {}}', "\x00", None]
)
def test_what_is_damaged_is_taken_as_nothing(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        state_file(tmp_path, URL).write_text(text)
    assert read_state(tmp_path, URL) == State()


def test_a_moment_without_a_time_zone_is_damage(tmp_path: Path) -> None:
    write_state(tmp_path, URL, STATE)
    file = state_file(tmp_path, URL)
    file.write_text(file.read_text().replace("+00:00", ""))
    assert read_state(tmp_path, URL) == State()


def test_another_feed_has_a_state_of_its_own(tmp_path: Path) -> None:
    write_state(tmp_path, URL, STATE)
    assert read_state(tmp_path, "https://other.example/rss") == State()
