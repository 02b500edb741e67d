"""Which models satisfy conditions. What no article states is unknown, which is not "no"."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.facts.types import Attribute, Status
from corpus.names.types import Model
from index.catalogue.conditions import comparable, folded, holds, status_holds
from index.catalogue.headline import headline
from index.catalogue.table import Statements, Table
from index.catalogue.types import Condition, Match, Op, Selection, Statement

_OUT = (Status.RELEASED, Status.PREVIEW)  # what dates a release


@dataclass(frozen=True, slots=True)
class _Verdict:
    """`holds` is None where it is unknown; `shown` is the statement that shows it."""

    holds: bool | None
    shown: Statement | None = None


_UNKNOWN = _Verdict(None)


def select(table: Table, conditions: Sequence[Condition], as_of: date | None = None) -> Selection:
    """Returns the models that satisfy every condition, and those of which it is unknown. A model that fails
    one is out, whatever is unknown of it."""
    matching, unknown = [], []
    for key, model in table.models.items():
        found = _verdicts(table, model, conditions, as_of)
        if found is None or not table.knows(key, as_of):
            continue
        if any(verdict.holds is None for verdict in found):
            unknown.append(model)
        else:
            shown = tuple(verdict.shown or _nearest(table.of(key, as_of=as_of)) for verdict in found)
            matching.append(Match(model, shown or (_nearest(table.of(key, as_of=as_of)),)))
    return Selection(tuple(matching), tuple(unknown))


def _verdicts(
    table: Table, model: Model, conditions: Sequence[Condition], as_of: date | None
) -> list[_Verdict] | None:
    """One a condition; None where one of them fails."""
    found = []
    for condition in conditions:
        stated = table.of(model.key, condition.attribute, condition.benchmark, as_of)
        verdict = _verdict(model, condition, stated)
        if verdict.holds is False:
            return None
        found.append(verdict)
    return found


def _verdict(model: Model, condition: Condition, stated: Statements) -> _Verdict:
    if condition.attribute is Attribute.DEVELOPER:
        return _of_developer(model, condition, stated)
    if isinstance(condition.value, Status):
        return _of_status(condition.value, condition.op, stated)
    if condition.attribute is Attribute.RELEASED:
        return _of_release(condition, stated)
    return _of_value(condition, stated)


def _of_value(condition: Condition, stated: Statements) -> _Verdict:
    able = [s for s in stated if comparable(s.fact.value, condition)]
    if not able:
        return _UNKNOWN
    leading = headline(able)
    return _Verdict(holds(leading.fact.value, condition), leading)


def _of_release(condition: Condition, stated: Statements) -> _Verdict:
    """Only what came out, if as a preview, has a day of release: one that is expected then has none yet."""
    out = tuple(s for s in stated if s.fact.status in _OUT)
    if out or not stated:
        return _of_value(condition, out)
    return _UNKNOWN if any(s.fact.status.rank > Status.RELEASED.rank for s in stated) else _Verdict(False)


def _of_status(wanted: Status, op: Op, stated: Statements) -> _Verdict:
    if not stated:
        return _UNKNOWN
    leading = headline(stated)
    return _Verdict(status_holds(leading.fact.status, op, wanted), leading)


def _of_developer(model: Model, condition: Condition, stated: Statements) -> _Verdict:
    """By what is known of the family; the statement that shows it is one that says so, if any does."""
    if model.developer is None:
        return _of_value(condition, stated)
    wanted = folded(str(condition.value))
    saying = [s for s in stated if folded(s.fact.value.text or "") == wanted]
    if folded(model.developer) != wanted and not saying:
        return _Verdict(False)
    return _Verdict(True, headline(saying) if saying else None)


def _nearest(stated: Statements) -> Statement:
    """What shows best that there is this model: its release, else what is stated first of it."""
    released = [s for s in stated if s.fact.attribute is Attribute.RELEASED]
    return headline(released) if released else stated[0]
