"""Puts the statements on one attribute of one model into what an answer shows: pure."""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.facts.types import Reported
from bot.understanding.types import Wanted
from corpus.facts.sameness import same
from corpus.facts.types import Attribute, Status, Value
from corpus.names.types import Model
from index.catalogue.headline import contradict
from index.catalogue.types import Statement

UNCONFIRMED = frozenset({Status.RUMOURED, Status.EXPECTED})
_VALUES = 20  # different ones that are shown


def reported_of(model: Model, wanted: Wanted, leading: Statement, stated: Sequence[Statement]) -> Reported:
    """Sorts statements by whether they say what the leading one says, contradict it, or neither."""
    rest = [s for s in stated if s is not leading]
    others = [s for s in rest if contradict(leading.fact, s.fact)]
    told = {id(s) for s in others}
    agreeing = [s for s in rest if id(s) not in told and _says_the_same(leading, s)]
    told |= {id(s) for s in agreeing}
    limited = [s for s in rest if id(s) not in told and not _is_vaguer(leading, s)]
    return Reported(model, wanted, leading, tuple(agreeing), _distinct(others), _distinct(limited))


def _says_the_same(leading: Statement, other: Statement) -> bool:
    one, two = leading.fact, other.fact
    alike = one.value == two.value or bool(same(one.value, two.value))
    return alike and one.status is two.status and (one.note or "").casefold() == (two.note or "").casefold()


def _is_vaguer(leading: Statement, other: Statement) -> bool:
    """Whether a statement adds nothing beside the headline: it says the same of something less definite, or
    that something which came was expected."""
    one, two = leading.fact, other.fact
    if not states_value(two.value):
        return True
    if two.attribute is Attribute.RELEASED:
        return two.status.rank < one.status.rank
    return bool(same(one.value, two.value)) or two.status in UNCONFIRMED


def states_value(value: Value) -> bool:
    """Returns whether more than a status is stated."""
    return any(part is not None for part in (value.number, value.text, value.day, value.truth))


def _distinct(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The first statement of each value, those of the latest day first."""
    kept: list[Statement] = []
    for statement in sorted(statements, key=_latest, reverse=True):
        if len(kept) < _VALUES and not any(_says_the_same(one, statement) for one in kept):
            kept.append(statement)
    return tuple(kept)


def _latest(statement: Statement) -> date:
    return statement.fact.as_of.latest if statement.fact.as_of else date.min
