from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from corpus.intake.feeds.choosing import TRIES, due, failed, merged, next_ask
from corpus.intake.feeds.state import Seen
from corpus.intake.feeds.types import Entry
from corpus.stated import Stated

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def entry(name: str, published: date | None = None, stamp: str = "1") -> Entry:
    return Entry(f"https://kestrel.example/{name}", Stated(published=published), stamp)


def names(found: list[Seen]) -> list[str]:
    return [one.entry.address.rsplit("/")[-1] for one in found]


def asked(name: str, at: datetime, published: date | None = None) -> Seen:
    return Seen(entry(name, published), NOW, at)


def test_new_entries_come_before_those_asked_again_and_the_newest_first() -> None:
    seen = merged(
        [asked("again", NOW - 2 * DAY)],
        [entry("old", date(2025, 1, 1)), entry("a"), entry("again"), entry("b"), entry("new", date(2026, 3, 1))],
        NOW,
    )  # fmt: skip
    assert names(due(seen, NOW)) == ["a", "b", "new", "old", "again"]


def test_a_page_is_looked_at_again_daily_in_its_first_week_only() -> None:
    one = asked("a", NOW, date(2026, 3, 1))
    assert next_ask(one) == NOW + DAY
    assert next_ask(replace(one, asked=NOW + 7 * DAY)) is None
    assert next_ask(asked("old", NOW, date(2025, 1, 1))) is None
    assert next_ask(asked("ahead", NOW, date(2099, 1, 1))) == NOW + DAY
    assert next_ask(replace(one, settled=True)) is None


def test_an_entry_that_the_feed_lists_as_another_version_is_asked_for_again() -> None:
    settled = replace(asked("a", NOW), settled=True, failures=3)
    assert due(merged([settled], [entry("a")], NOW), NOW) == []
    (changed,) = due(merged([settled], [entry("a", stamp="2")], NOW), NOW)
    assert (changed.asked, changed.failures) == (None, 0)


def test_one_page_under_two_spellings_of_its_address_is_one_entry() -> None:
    (one,) = merged(
        [asked("a", NOW)], [Entry("http://www.kestrel.example/a/?utm_source=rss", Stated(), "1")], NOW
    )
    assert one.asked == NOW


def test_what_a_feed_lists_no_longer_is_kept_while_it_is_still_to_be_asked_for() -> None:
    waiting, done = Seen(entry("waiting"), NOW), replace(asked("done", NOW), settled=True)
    assert names(list(merged([waiting, done], [entry("b")], NOW))) == ["waiting", "b"]


def test_what_failed_is_tried_again_later_each_time_and_then_given_up() -> None:
    one = Seen(entry("a"), NOW)
    waits = []
    for _ in range(TRIES):
        one = failed(one, NOW, for_good=False)
        waits.append(next_ask(one))
    assert waits == [NOW + timedelta(minutes=30), NOW + timedelta(hours=1), None]
    assert failed(Seen(entry("a"), NOW), NOW, for_good=True).settled
