from dataclasses import replace
from datetime import UTC, date, datetime

from corpus.facts.types import Day, Status, Unit, Value
from index.catalogue.catalogue import make_catalogue
from index.catalogue.types import Change, News, Statement
from tests.index.fact_helpers import a_fact, a_statement, tokens

SINCE = date(2026, 2, 10)


def old(value: Value, status: Status = Status.RELEASED, model: str = "Heron 1") -> Statement:
    return a_statement(
        a_fact("old", model, value=value, status=status, as_of=Day(2026, 2, 1)), date(2026, 2, 1)
    )


def new(value: Value, status: Status = Status.RELEASED, model: str = "Heron 1") -> Statement:
    return a_statement(
        a_fact("new", model, value=value, status=status, as_of=Day(2026, 2, 20)), date(2026, 2, 20)
    )


def changed(*found: Statement) -> list[tuple[News, Statement | None, Statement]]:
    changes = make_catalogue(1, found).changes(SINCE)
    assert changes == make_catalogue(1, found).changes_of(["new"])
    return [(c.news, c.before, c.after) for c in changes]


def test_what_was_not_stated_before_is_added() -> None:
    after = new(tokens(5))
    assert changed(after) == [(News.ADDED, None, after)]
    assert changed(old(tokens(5), model="Otter 1"), after) == [(News.ADDED, None, after)]


def test_what_is_said_again_is_no_change() -> None:
    assert changed(old(tokens(128_000)), new(tokens(131_072))) == []
    assert changed(old(tokens(5))) == []


def test_another_value_or_status_that_leads_is_a_change() -> None:
    before = old(tokens(5))
    for after in (new(tokens(6)), new(replace(tokens(20), unit=Unit.CNY))):
        assert changed(before, after) == [(News.CHANGED, before, after)]
    before, after = old(tokens(5), Status.EXPECTED), new(tokens(5))
    assert changed(before, after) == [(News.CHANGED, before, after)]


def test_a_new_value_that_does_not_lead_is_disputed() -> None:
    before, rumour = old(tokens(5)), new(tokens(9), Status.RUMOURED)
    assert changed(before, rumour) == [(News.DISPUTED, before, rumour)]
    assert changed(before, new(tokens(5), Status.RUMOURED)) == []


def test_an_article_of_unknown_date_counts_from_when_it_was_taken_in() -> None:
    early = a_statement(a_fact("a"), None, datetime(2026, 2, 9, tzinfo=UTC))
    late = a_statement(a_fact("b", "Otter 1"), None, datetime(2026, 2, 10, tzinfo=UTC))
    found: tuple[Change, ...] = make_catalogue(1, [early, late]).changes(SINCE)
    assert [(c.day, c.after) for c in found] == [(date(2026, 2, 10), late)]


def test_changes_come_in_the_order_of_their_days() -> None:
    first, second = new(tokens(5)), new(tokens(5), model="Crane 1")
    first = replace(first, source=replace(first.source, published=date(2026, 2, 15)))
    assert [c.after for c in make_catalogue(1, [second, first]).changes(SINCE)] == [first, second]


def between(before: list[Statement], now: list[Statement]) -> list[tuple[News, Statement | None, Statement]]:
    found = make_catalogue(2, now).changes_from(make_catalogue(1, before))
    return [(c.news, c.before, c.after) for c in found]


def test_between_two_generations_what_is_new_is_added_changed_or_disputed() -> None:
    before, after, rumour = old(tokens(5)), new(tokens(6)), new(tokens(9), Status.RUMOURED)
    assert between([], [before]) == [(News.ADDED, None, before)]
    assert between([before], [before, after]) == [(News.CHANGED, before, after)]
    assert between([before], [before, rumour]) == [(News.DISPUTED, before, rumour)]
    assert between([before, after], [before, after]) == []


def test_between_two_generations_a_corrected_article_changes_what_it_said() -> None:
    before, corrected = old(tokens(5)), old(tokens(7))
    assert between([before], [corrected]) == [(News.CHANGED, before, corrected)]


def test_between_two_generations_what_leads_since_an_article_is_gone_is_a_change() -> None:
    first, last = old(tokens(5)), new(tokens(6))
    assert between([first, last], [first]) == [(News.CHANGED, last, first)]
    assert between([first, last], [last]) == []
    assert between([first], []) == []


def test_a_statement_that_only_moved_within_its_article_is_no_news() -> None:
    before = old(tokens(5))
    moved = replace(before, fact=replace(before.fact, span=(900, 905)))
    assert between([before], [moved]) == []
