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
    before, after = old(tokens(5)), new(tokens(6))
    assert changed(before, after) == [(News.CHANGED, before, after)]
    before, after = old(tokens(5), Status.EXPECTED), new(tokens(5))
    assert changed(before, after) == [(News.CHANGED, before, after)]


def test_an_amount_in_another_currency_changes_none_but_is_added() -> None:
    dollars, yuan = (replace(tokens(5), unit=unit) for unit in (Unit.USD, Unit.CNY))
    assert changed(old(dollars), new(yuan)) == [(News.ADDED, None, new(yuan))]
    more = replace(yuan, number=6)
    assert changed(old(dollars), old(yuan), new(more)) == [(News.CHANGED, old(yuan), new(more))]


def test_what_makes_a_value_lead_that_was_stated_already_is_the_new_article() -> None:
    said = (("a", 7), ("b", 5), ("new", 5))  # of one day: the larger leads, then the one that more report
    seven, five, again = (a_statement(a_fact(name, value=tokens(n))) for name, n in said)
    (change,) = make_catalogue(1, [seven, five, again]).changes_of(["new"])
    assert (change.news, change.before, change.after) == (News.CHANGED, seven, again)


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


def test_a_second_version_of_an_article_changes_what_its_first_one_said() -> None:
    first, second = new(tokens(5)), new(tokens(6))
    moved = replace(second, fact=replace(second.fact, span=(70, 80)))
    older, newer = make_catalogue(1, [first]), make_catalogue(2, [moved])
    (change,) = newer.changes_from(older)
    assert (change.news, change.before, change.after, change.gone) == (News.CHANGED, first, moved, True)
    assert (
        make_catalogue(2, [replace(first, fact=replace(first.fact, span=(70, 80)))]).changes_from(older) == ()
    )


def test_between_generations_other_articles_stay_to_be_quoted() -> None:
    kept, added = old(tokens(5)), new(tokens(6))
    (change,) = make_catalogue(2, [kept, added]).changes_from(make_catalogue(1, [kept]))
    assert (change.before, change.after, change.gone) == (kept, added, False)


def test_a_catalogue_can_be_narrowed_to_models_and_to_what_was_known_at_a_moment() -> None:
    early = a_statement(a_fact("a"), None, datetime(2026, 2, 9, tzinfo=UTC))
    late = a_statement(a_fact("b", "Otter 1"), None, datetime(2026, 2, 10, tzinfo=UTC))
    both = make_catalogue(1, [early, late])
    assert [m.name for m in both.only({"otter-1"}).models] == ["Otter 1"]
    assert [match.model.name for match in both.only({"otter-1"}).select(()).matching] == ["Otter 1"]
    assert both.as_known_at(datetime(2026, 2, 9, 12, tzinfo=UTC)).table.statements == (early,)
