from datetime import date

from bot.facts.happening import change_row, event_row
from bot.facts.reply import typed_reply
from bot.facts.scribe import Scribe
from bot.types import Question
from bot.understanding.types import Timeline
from corpus.facts.types import Attribute
from corpus.names.types import Model
from tests.bot.facts.library import HERON, NOBODY, answer, day, library, lines, refusal, stated


def test_events_are_told_oldest_first() -> None:
    found = answer(Timeline(since=date(2031, 1, 1)))
    assert lines(found)[:3] == [
        "- 2031-05-01: Heron 7, released [1]",
        "- 2031-06: Lynx 9, release expected [2]",
        "- 2031: Otter 2, released [3]",
    ]
    assert [row.value for row in found.rows] == ["2031-05-01", "2031-06", "2031"]


def test_what_is_dated_to_a_year_stands_apart_from_a_part_of_it() -> None:
    found = answer(Timeline(date(2031, 5, 1), date(2031, 5, 31)))
    assert lines(found)[:2] == [
        "- 2031-05-01: Heron 7, released [1]",
        "Of these only the month or the year is known: 2031: Otter 2, released [2].",
    ]
    assert [row.model for row in found.rows] == ["Heron 7"]


def test_a_time_without_events_is_refused_with_its_limits() -> None:
    assert lines(refusal(Timeline(date(2040, 1, 1), developer="Birdworks")))[0] == (
        "No article dates an event (of Birdworks, since 2040-01-01)."
    )


def test_of_many_events_the_latest_are_told() -> None:
    many = [
        stated(
            Model(f"eel-{n}", f"Eel {n}", "Eel", None),
            Attribute.RELEASED,
            day(2032, 1 + n // 28, 1 + n % 28),
            n,
        )
        for n in range(200, 500)
        if n // 28 < 12
    ]
    found = answer(Timeline(since=date(2032, 1, 1)), known=library(*many))
    assert lines(found)[0].endswith("earlier events are left out.")
    assert len(found.rows) == len(many)


def test_of_models_that_no_article_knows_the_facts_say_nothing() -> None:
    assert typed_reply(Timeline(models=(NOBODY,)), Question("?", "en"), library(), None) is None
    assert len(answer(Timeline(models=(HERON,))).rows) == 1


def test_a_change_has_what_was_stated_before_and_after() -> None:
    scribe = Scribe("en")
    rows = [change_row(change, scribe) for change in library().changes(date(2031, 5, 20))]
    parameters = next(row for row in rows if row.what.startswith("parameters"))
    assert (parameters.what, parameters.before, parameters.after) == ("parameters changed", "600B", "660B")
    assert (parameters.date, len(parameters.citations)) == ("2031-06-01", 2)
    expected = next(row for row in rows if row.model == "Lynx 9" and row.what == "release expected")
    assert (expected.before, expected.after) == (None, "2031-06 (expected, not released)")


def test_an_event_is_cited_by_all_that_say_so() -> None:
    scribe = Scribe("en")
    row = event_row(library().events(models=["heron-7"])[0], scribe)
    assert (row.date, row.model, row.what, row.status, row.citations) == (
        "2031-05-01",
        "Heron 7",
        "released",
        "released",
        (1,),
    )
