"""Which of several statements on one thing leads, and whether they disagree.

All statements are shown; this only says which comes first. Of the statements on one attribute of one model
(and one benchmark), these lead, in this order:

1. a value that its article does not contradict by a factor of ten;
2. the most definite status: released, preview, announced, expected, rumoured; what is deprecated or withdrawn
   comes before these where the release itself is asked for, and counts as released elsewhere;
3. one that states a value, not a status alone;
4. for a price: one without a limiting note ("> 200k prompt tokens", "batch");
5. the one that speaks for the latest day (a month counts as its last day, an unknown day as the oldest);
6. the value that most articles report;
7. a day before a span of days; of a context window or another limit, the larger number;
8. the article's id, then the place in it.

Of days, a more precise one leads before a month that holds it, if its status is the same.
"""

from collections.abc import Sequence
from datetime import date
from itertools import combinations, islice

from corpus.facts.sameness import same
from corpus.facts.types import Attribute, Fact, Flag, Status, Value
from index.catalogue.days import precision
from index.catalogue.types import Statement

_LIMITS = (Attribute.CONTEXT_WINDOW, Attribute.INPUT_LIMIT, Attribute.OUTPUT_LIMIT)
_PRICES = (Attribute.PRICE_INPUT, Attribute.PRICE_OUTPUT, Attribute.PRICE_CACHED_INPUT)
_MOST = 100  # values of one attribute that are compared with each other; an article may hold thousands
_RANKS = {status: status.rank for status in Status}
_LISTS = (Attribute.MODALITIES,)  # an article that names fewer does not deny the others


def headline(statements: Sequence[Statement]) -> Statement:
    """Returns the statement that leads; see the top of this file. Raises ValueError where there is none."""
    if len(statements) == 1:
        return statements[0]
    definite = [_definite(s) for s in statements]
    best = max(definite)
    first = [s for s, found in zip(statements, definite, strict=True) if found == best]
    if len(first) == 1:
        return _sharper(first[0], statements)
    articles = _articles(statements)
    leading = min(first, key=lambda s: (-articles[s.fact.value], *_last(s.fact)))
    return _sharper(leading, statements)


def disagreement(statements: Sequence[Statement]) -> bool:
    """Whether two of the statements on one attribute of one model can't both be right."""
    if len(statements) < 2:
        return False
    told = {(s.fact.value, s.fact.status, s.fact.note): s.fact for s in statements}
    return any(contradict(one, other) for one, other in combinations(islice(told.values(), _MOST), 2))


def contradict(one: Fact, other: Fact) -> bool:
    """Whether two facts on one attribute of one model speak of the same thing and differ. A price for long
    prompts does not contradict the base price, a preview's day not that of the release, an expectation not
    what came; amounts in two currencies can't be compared."""
    if one.attribute in _LISTS or _folded(one.note) != _folded(other.note):
        return False
    if one.attribute is Attribute.RELEASED and one.status is not other.status:
        return False
    return same(one.value, other.value) is False


def _definite(statement: Statement) -> tuple[bool, int, bool, bool, date]:
    fact = statement.fact
    return (
        Flag.OFF_BY_TEN not in fact.flags,
        _rank(fact),
        _states_value(fact.value),
        fact.note is None or fact.attribute not in _PRICES,
        fact.as_of.latest if fact.as_of else date.min,
    )


def _rank(fact: Fact) -> int:
    rank = _RANKS[fact.status]
    return rank if fact.attribute is Attribute.RELEASED else min(rank, _RANKS[Status.RELEASED])


def _states_value(value: Value) -> bool:
    return any(part is not None for part in (value.number, value.text, value.day, value.truth))


def _last(fact: Fact) -> tuple[bool, float, str, tuple[int, int]]:
    size = fact.value.number if fact.attribute in _LIMITS else None
    return fact.value.first is not None, -(size or 0.0), fact.article, fact.span


def _articles(statements: Sequence[Statement]) -> dict[Value, int]:
    """By value, how many articles report it, or one that is the same; an article and its copies are one."""
    reporting: dict[Value, set[str]] = {}
    for statement in statements:
        reporting.setdefault(statement.fact.value, set()).add(statement.origin)
    counted = {value: len(articles) for value, articles in reporting.items()}
    for value in islice(reporting, _MOST):
        alike = (reporting[other] for other in islice(reporting, _MOST) if same(value, other))
        counted[value] = len(reporting[value].union(*alike))
    return counted


def _sharper(leading: Statement, statements: Sequence[Statement]) -> Statement:
    """The most precise statement of the same status, on a day that the leading one may mean."""
    value, status = leading.fact.value, leading.fact.status
    if value.day is None or _precision(value) == 2:
        return leading
    agreeing = [
        s for s in statements if s.fact.status is status and s.fact.value.day and same(s.fact.value, value)
    ]
    return max([leading, *agreeing], key=lambda s: _precision(s.fact.value))


def _precision(value: Value) -> int:
    """0 for a year or nothing, 1 for a month or a span of days, 2 for a day."""
    if value.day is None:
        return 0
    return 1 if value.first else precision(value.day)


def _folded(note: str | None) -> str:
    return " ".join((note or "").casefold().split())
