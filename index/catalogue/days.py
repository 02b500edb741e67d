"""From which day a statement counts, and how days known to the month alone compare.

Dates count as what they are: nothing is made of a month but that it has a first and a last day.
"""

from datetime import date

from corpus.facts.types import Day
from index.catalogue.types import Op, Statement


def counts_from(statement: Statement) -> date:
    """Returns the day from which `--as-of` takes a statement into account.

    It is the day that the statement speaks for. Where that is known to the month (or year) alone, it is the
    day on which the article was published, if that lies in it, else the last day of it: what is only known
    to be of February is known by the end of February. Where nothing is known, neither what day it speaks for
    nor when it was published, it is the day on which the article was taken in, since it can't be later.
    """
    as_of, published = statement.fact.as_of, statement.source.published
    if as_of is None:
        return published or statement.taken_in.date()
    inside = published is not None and as_of.earliest <= published <= as_of.latest
    return published if published is not None and inside else as_of.latest


def came_out(statement: Statement) -> date:
    """Returns when its article was published, or was taken in where that is unknown."""
    return statement.source.published or statement.taken_in.date()


def day_holds(day: Day, op: Op, wanted: date) -> bool:
    """Whether a day compares so with another. A month does if one of its days may: February satisfies
    "since 15 February", "until 15 February" and "on 15 February"."""
    return {
        Op.EQUAL: day.earliest <= wanted <= day.latest,
        Op.AT_LEAST: day.latest >= wanted,
        Op.MORE: day.latest > wanted,
        Op.AT_MOST: day.earliest <= wanted,
        Op.LESS: day.earliest < wanted,
    }[op]


def in_order(day: Day) -> tuple[date, int]:
    """Returns what days are sorted by: a month comes after its days, a year after its months."""
    return day.latest, (day.month == 0) + (day.day == 0)


def precision(day: Day) -> int:
    """Returns 0 for a year, 1 for a month, 2 for a day."""
    return (day.month > 0) + (day.day > 0)


def may_be_one(one: Day, other: Day) -> bool:
    """Whether both may mean the same day: one lies within the other."""
    return one.earliest <= other.latest and other.earliest <= one.latest
