from pathlib import Path

import pytest

from bot.doctor.feeds import feeds_found
from bot.places import feed_states, feeds_file
from corpus.intake.feeds.state import State, write_state
from corpus.intake.feeds.types import FeedsMistake
from tests.settings import settings_for

URL = "https://kestrel.example/rss"


def test_that_no_feed_is_enabled_is_in_order_and_says_how_to(tmp_path: Path) -> None:
    ok, message = feeds_found(settings_for(tmp_path))
    assert (ok, f"none is enabled: do so in {tmp_path / 'feeds.toml'}" in message) == (True, True)


def test_feeds_that_failed_are_named(tmp_path: Path) -> None:
    settings = settings_for(tmp_path)
    feeds_file(settings).write_text(f'[[feeds]]\nname = "Kestrel"\nurl = "{URL}"\n')
    assert feeds_found(settings)[1].endswith("1 enabled")
    write_state(feed_states(settings), URL, State(failures=2))
    assert "1 feed failed when last polled (Kestrel)" in feeds_found(settings)[1]


def test_a_mistake_in_the_list_is_out_of_order(tmp_path: Path) -> None:
    feeds_file(settings_for(tmp_path)).write_text("feeds = 3")
    with pytest.raises(FeedsMistake):
        feeds_found(settings_for(tmp_path))
