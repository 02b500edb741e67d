from datetime import date

import pytest

from corpus.facts.types import Attribute, Day, Fact, Status, Unit, Value
from index.catalogue.catalogue import make_catalogue
from index.catalogue.types import Event
from tests.index.fact_helpers import a_fact, a_model, a_statement, statements


def said(article: str, *day: int, status: Status = Status.RELEASED, model: str = "Heron 1") -> Fact:
    value = Value(Unit.DATE, day=Day(*day) if day else None)
    return a_fact(article, a_model(model, f"{model[:-2]} AI"), Attribute.RELEASED, value, status)


def shown(found: tuple[Event, ...]) -> list[tuple[str, str, str, str]]:
    return [
        (str(e.day), e.model.name, str(e.status), "".join(s.fact.article for s in e.statements))
        for e in found
    ]


def test_what_articles_say_alike_is_one_event() -> None:
    facts = [said("a", 2026, 2, 5), said("b", 2026, 2), said("c", 2026, 2, 5), said("d", 2026)]
    assert shown(make_catalogue(1, statements(*facts)).events()) == [
        ("2026-02-05", "Heron 1", "released", "acbd")
    ]


def test_other_days_and_other_statuses_are_events_of_their_own() -> None:
    facts = [
        said("a", 2026, 2, 5),
        said("b", 2026, 2, 7),
        said("c", 2026, 2, 5, status=Status.EXPECTED),
        said("d", 2026, 1, status=Status.PREVIEW),
    ]
    assert shown(make_catalogue(1, statements(*facts)).events()) == [
        ("2026-01", "Heron 1", "preview", "d"),
        ("2026-02-05", "Heron 1", "expected", "c"),
        ("2026-02-05", "Heron 1", "released", "a"),
        ("2026-02-07", "Heron 1", "released", "b"),
    ]


def test_a_month_joins_the_day_that_most_articles_give() -> None:
    facts = [said("a", 2026, 2, 5), said("b", 2026, 2, 7), said("c", 2026, 2, 7), said("d", 2026, 2)]
    found = shown(make_catalogue(1, statements(*facts)).events())
    assert [(day, articles) for day, _, _, articles in found] == [("2026-02-05", "a"), ("2026-02-07", "bcd")]


def test_a_release_on_no_day_is_no_event() -> None:
    assert make_catalogue(1, statements(said("a"))).events() == ()


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (None, None, ["2026-01-31", "2026-02-05", "2026-02"]),
        (date(2026, 2, 5), None, ["2026-02-05", "2026-02"]),
        (date(2026, 2, 6), None, ["2026-02"]),  # some day of it may be
        (date(2026, 3, 1), None, []),
        (None, date(2026, 2, 1), ["2026-01-31", "2026-02"]),
        (date(2026, 1, 1), date(2026, 1, 31), ["2026-01-31"]),
    ],
)
def test_events_lie_between_two_days(since: date | None, until: date | None, expected: list[str]) -> None:
    facts = [
        said("a", 2026, 2),
        said("b", 2026, 2, 5, model="Otter 1"),
        said("c", 2026, 1, 31, model="Crane 1"),
    ]
    found = make_catalogue(1, statements(*facts)).events(since, until)
    assert [day for day, _, _, _ in shown(found)] == expected


def test_events_are_those_of_a_developer_or_of_models() -> None:
    catalogue = make_catalogue(1, statements(said("a", 2026, 2), said("b", 2026, 2, 5, model="Otter 1")))
    for found in (catalogue.events(developer="otter ai"), catalogue.events(models=["otter-1"])):
        assert [e.model.name for e in found] == ["Otter 1"]


def test_what_was_not_known_yet_is_left_out() -> None:
    known = a_statement(said("a", 2026, 2, 5), date(2026, 2, 6))
    later = a_statement(said("b", 2026, 1, 5, model="Otter 1"), date(2026, 2, 9))
    assert len(make_catalogue(1, [known, later]).events(as_of=date(2026, 2, 7))) == 1
