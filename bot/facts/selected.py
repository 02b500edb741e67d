"""Asks the catalogue which models satisfy conditions, and puts the best first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.facts.known import about, is_one_of, report
from bot.facts.ranks import measure
from bot.facts.reported import UNCONFIRMED, reported_of
from bot.facts.types import Reported
from bot.understanding.types import Filter, Ranking, Wanted
from corpus.facts.types import Attribute, Day, Status
from corpus.names.types import Model
from index.catalogue.catalogue import Catalogue
from index.catalogue.days import day_holds
from index.catalogue.headline import headline
from index.catalogue.types import Condition, Match, Op, Statement

_OVERVIEW = (
    Attribute.RELEASED,
    Attribute.CONTEXT_WINDOW,
    Attribute.PARAMETERS_TOTAL,
    Attribute.PRICE_INPUT,
    Attribute.PRICE_OUTPUT,
)


@dataclass(frozen=True, slots=True)
class Selected:
    """A model that satisfies a filter, with what shows it. `confirmed` is false where it is only expected or
    rumoured that it does, `dated` where only the year of its release is known, which may fit."""

    model: Model
    reported: tuple[Reported, ...]
    confirmed: bool = True
    dated: bool = True


def candidates(known: Catalogue, query: Ranking, as_of: date | None) -> tuple[list[Reported], list[Model]]:
    """Returns what is stated of the models that satisfy a ranking's conditions, led by the statement that
    satisfies one (the price in the currency that was asked for), and these models."""
    matching = known.select(query.conditions, as_of).matching
    every: list[Reported] = []
    for match in matching:
        shown = [s for s in match.shown if query.conditions and _wanted(s) == query.wanted]
        if shown:
            every.append(_leading(known, match.model, shown[0], as_of))
        else:
            every += about(known, match.model, query.wanted, as_of)
    return every, [match.model for match in matching]


def selected(known: Catalogue, query: Filter, as_of: date | None) -> tuple[list[Selected], list[Model]]:
    """Returns the models that satisfy a filter, best first, and those of which it is unknown."""
    status = next((c.value for c in query.conditions if isinstance(c.value, Status)), None)
    if status and any(isinstance(c.value, date) for c in query.conditions):
        return _dated_at(status, known, query, as_of), []
    selection = known.select(query.conditions, as_of)
    every = [_selected(known, match, query, as_of) for match in selection.matching]
    order, descending = _order(query)
    return _best_first(every, order, descending), list(selection.unknown)


def _dated_at(status: Status, known: Catalogue, query: Filter, as_of: date | None) -> list[Selected]:
    """The models of which a statement of this status is dated so: "expected in February"."""
    others = [c for c in query.conditions if not isinstance(c.value, Status | date)]
    wanted = Wanted(Attribute.RELEASED)
    found = []
    for match in known.select(others, as_of).matching:
        stated = known.statements(match.model.key, Attribute.RELEASED, None, as_of)
        dated = [s for s in stated if s.fact.status is status and _is_dated(s, query)]
        if dated:
            reported = reported_of(match.model, wanted, headline(dated), dated)
            found.append(Selected(match.model, (reported,), dated=_is_sure(reported.headline, query)))
    return _best_first(found, wanted, query.descending)


def _is_dated(statement: Statement, query: Filter) -> bool:
    day = statement.fact.value.day
    dates = [c for c in query.conditions if isinstance(c.value, date)]
    return day is not None and all(day_holds(day, c.op, c.value) for c in dates if isinstance(c.value, date))


def best(every: Iterable[Reported], condition: Condition) -> Reported | None:
    """Returns what comes nearest to satisfying a condition on a number or a day; None where nothing is one."""
    measured = [(m, r) for r in every if (m := measure(r.headline.fact.value)) is not None]
    sign = -1 if condition.op in (Op.AT_MOST, Op.LESS) else 1
    return max(measured, key=lambda pair: sign * pair[0])[1] if measured else None


def _selected(known: Catalogue, match: Match, query: Filter, as_of: date | None) -> Selected:
    """What shows that a model satisfies the conditions, each attribute once, and what it is ordered by."""
    shown = {_wanted(s): s for s in match.shown if _is_asked(s, query)}
    found = [_leading(known, match.model, s, as_of) for s in shown.values()]
    if query.order and query.order not in shown:
        found += about(known, match.model, query.order, as_of)
    if not found:
        every = (report(known, match.model, Wanted(attribute), as_of) for attribute in _OVERVIEW)
        found = [reported for reported in every if reported]
    if not found:
        found = [_leading(known, match.model, match.shown[0], as_of)]
    firm = _asks_for_status(query) or all(s.fact.status not in UNCONFIRMED for s in shown.values())
    dated = all(_is_sure(s, query) for s in shown.values())
    return Selected(match.model, tuple(found), firm, dated)


def _leading(known: Catalogue, model: Model, shown: Statement, as_of: date | None) -> Reported:
    """What is reported, led by the statement that satisfies the condition: the one in the right currency."""
    wanted = _wanted(shown)
    stated = known.statements(model.key, wanted.attribute, wanted.benchmark, as_of)
    return reported_of(model, wanted, shown, stated)


def _is_asked(statement: Statement, query: Filter) -> bool:
    return any(c.attribute is statement.fact.attribute for c in query.conditions)


def _is_sure(statement: Statement, query: Filter) -> bool:
    """Whether a day of release that is known to the year alone fits, whichever day of it is meant."""
    day = statement.fact.value.day
    if day is None or day.month:
        return True
    return all(_fits_period(end, query) for end in (day.earliest, day.latest))


def _fits_period(day: date, query: Filter) -> bool:
    known = Day(day.year, day.month, day.day)
    return all(day_holds(known, c.op, c.value) for c in query.conditions if isinstance(c.value, date))


def _asks_for_status(query: Filter) -> bool:
    return any(isinstance(condition.value, Status) for condition in query.conditions)


def _order(query: Filter) -> tuple[Wanted | None, bool]:
    """What a filter's models are sorted by, and whether the greatest comes first."""
    if query.order:
        return query.order, query.descending
    first = next((c for c in query.conditions if _is_measured(c)), None)
    if first is None:
        return None, query.descending
    return Wanted(first.attribute, first.benchmark), first.op not in (Op.AT_MOST, Op.LESS)


def _is_measured(condition: Condition) -> bool:
    return isinstance(condition.value, int | float | date) and not isinstance(condition.value, bool)


def _best_first(every: list[Selected], order: Wanted | None, descending: bool) -> list[Selected]:
    """Sorted by the value of an attribute, then by name; who has none comes last."""

    def place(one: Selected) -> tuple[bool, float, str]:
        fitting = (r for r in one.reported if order and _fits(r.wanted, order))
        values = (measure(r.headline.fact.value, descending) for r in fitting)
        value = next((v for v in values if v is not None), None)
        return value is None, (-value if descending else value) if value is not None else 0.0, one.model.name

    return sorted(every, key=place)


def _fits(found: Wanted, order: Wanted) -> bool:
    return found == order or (
        found.attribute is order.attribute and is_one_of(found.benchmark, order.benchmark)
    )


def _wanted(statement: Statement) -> Wanted:
    return Wanted(statement.fact.attribute, statement.fact.benchmark)
