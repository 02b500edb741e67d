"""Sorts what is reported into what can be compared, and ranks it: pure.

Compared are values of one unit, scores only of one benchmark, version and variant. What is only expected or
rumoured is not ranked. Ranks count distinct values: what ties shares a rank, and the next value has the next.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.facts.reported import UNCONFIRMED
from bot.facts.types import Reported
from bot.facts.units import united
from corpus.facts.types import Unit, Value
from corpus.names.types import Benchmark

_PLAIN_SCORES = {Unit.NONE, Unit.PERCENT, Unit.POINTS}
_MOST_PERCENT = 100


@dataclass(frozen=True, slots=True)
class Comparable:
    """What makes values comparable."""

    unit: Unit
    benchmark: Benchmark | None
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Ranked:
    """A value in its place; `rank` counts from 1."""

    rank: int
    reported: Reported


@dataclass(frozen=True, slots=True)
class Group:
    """Values that can be compared, best first."""

    by: Comparable
    ranked: tuple[Ranked, ...]


def measure(value: Value, descending: bool = True) -> float | None:
    """Returns what a value is sorted by: its number, or a day; None for neither. A day known to the month or
    year alone counts as the first that it may be where the latest comes first, else as the last: what is not
    known exactly is never ahead for that."""
    if value.number is not None:
        return value.number
    if value.day is None:
        return None
    return float((value.day.earliest if descending else value.day.latest).toordinal())


def grouped(every: Sequence[Reported], descending: bool, asked: Benchmark | None = None) -> list[Group]:
    """Returns what can be compared together, the group that is asked for first: that of the benchmark as it
    was `asked`, else the largest; what is not confirmed comes last."""
    groups: dict[Comparable, list[Reported]] = {}
    for reported in every:
        if measure(reported.headline.fact.value) is not None:
            groups.setdefault(_comparable(reported), []).append(reported)
    found = [Group(by, _ranked(members, descending)) for by, members in groups.items()]
    return sorted(found, key=lambda g: (not g.by.confirmed, g.by.benchmark != asked, -len(g.ranked)))


def at_rank(group: Group, rank: int) -> list[Reported]:
    """Returns what stands at a rank."""
    return [ranked.reported for ranked in group.ranked if ranked.rank == rank]


def _comparable(reported: Reported) -> Comparable:
    fact = reported.headline.fact
    unit = united(fact).unit
    if fact.benchmark and unit in _PLAIN_SCORES and (fact.value.number or 0) <= _MOST_PERCENT:
        unit = Unit.PERCENT  # many tables leave the sign out
    return Comparable(unit, fact.benchmark, fact.status not in UNCONFIRMED)


def _ranked(members: list[Reported], descending: bool) -> tuple[Ranked, ...]:
    measured = sorted(
        ((measure(r.headline.fact.value, descending) or 0.0, r) for r in members),
        key=lambda pair: (-pair[0] if descending else pair[0], pair[1].model.name),
    )
    ranks = {value: rank for rank, value in enumerate(dict.fromkeys(value for value, _ in measured), 1)}
    return tuple(Ranked(ranks[value], reported) for value, reported in measured)
