"""What became of models, and when."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date

from corpus.facts.types import Attribute, Day, Status
from corpus.names.types import Model
from index.catalogue.conditions import folded
from index.catalogue.days import in_order, may_be_one, precision
from index.catalogue.table import Table, known_by
from index.catalogue.types import Event, Statement


def events(
    table: Table,
    since: date | None = None,
    until: date | None = None,
    developer: str | None = None,
    models: Collection[str] = (),
    as_of: date | None = None,
) -> tuple[Event, ...]:
    """Returns the dated events, oldest first, of all models or of those with these keys. What articles say
    alike is one event; one that may lie between the days given, being known to the month alone, does."""
    found: list[Event] = []
    for key, stated in table.by_attribute.get(Attribute.RELEASED, {}).items():
        model = table.models[key]
        if (models and key not in models) or not _is_by(model, developer):
            continue
        found += _of_model(model, known_by(stated, as_of))
    inside = [event for event in found if _is_between(event.day, since, until)]
    return tuple(sorted(inside, key=lambda e: (*in_order(e.day), e.model.name.casefold(), e.status.rank)))


def _is_by(model: Model, developer: str | None) -> bool:
    return developer is None or (model.developer is not None and folded(model.developer) == folded(developer))


def _is_between(day: Day, since: date | None, until: date | None) -> bool:
    return (since is None or day.latest >= since) and (until is None or day.earliest <= until)


def _of_model(model: Model, stated: Iterable[Statement]) -> Iterable[Event]:
    by_status: dict[Status, dict[Day, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for statement in stated:
        if statement.fact.value.day is not None:
            by_status[statement.fact.status][statement.fact.value.day].append(statement)
    for status, by_day in by_status.items():
        for day, statements in _merged(by_day).items():
            yield Event(day, model, status, tuple(statements))


def _merged(by_day: dict[Day, list[Statement]]) -> dict[Day, list[Statement]]:
    """A month joins the day in it that most statements give, the earliest of those; a year alike."""
    kept: dict[Day, list[Statement]] = {}
    for day in sorted(by_day, key=lambda d: (-precision(d), d)):
        holding = [other for other in kept if precision(other) > precision(day) and may_be_one(other, day)]
        if holding:
            kept[min(holding, key=lambda other: (-len(kept[other]), other))] += by_day[day]
        else:
            kept[day] = list(by_day[day])
    return kept
