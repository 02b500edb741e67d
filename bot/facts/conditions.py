"""Says conditions in words: "a context window of at least 1M tokens"."""

from collections.abc import Sequence
from datetime import date

from bot.characters import one_line
from bot.facts.scribe import Scribe
from bot.understanding.types import Wanted
from corpus.facts.types import Attribute, Day, Status, Value
from index.catalogue.types import Condition, Op

_TEXT = 80


def conditions_said(conditions: Sequence[Condition], scribe: Scribe) -> str:
    """Returns all conditions in one; from one day to another is one of them."""
    since, until = (_bound(conditions, op) for op in (Op.AT_LEAST, Op.AT_MOST))
    if since is None or until is None:
        return scribe.join((_said(condition, scribe) for condition in conditions), "comma")
    days = [_day(bound.value, scribe) for bound in (since, until) if isinstance(bound.value, date)]
    between = scribe.phrases.say("conditions", "day between", since=days[0], until=days[-1])
    others = [_said(c, scribe) for c in conditions if c not in (since, until)]
    return scribe.join([between, *others], "comma")


def _bound(conditions: Sequence[Condition], op: Op) -> Condition | None:
    """The condition on the day of release that ends a period, if there is one."""
    dated = (c for c in conditions if c.attribute is Attribute.RELEASED and isinstance(c.value, date))
    return next((c for c in dated if c.op is op), None)


def _said(condition: Condition, scribe: Scribe) -> str:
    attribute = scribe.measured(Wanted(condition.attribute, condition.benchmark))
    value = condition.value
    if isinstance(value, bool):
        return scribe.truth(condition.attribute, value)
    if isinstance(value, Status):
        return scribe.phrases.say("conditions", "status", value=scribe.phrases.say("statuses", value))
    if isinstance(value, date):
        return scribe.phrases.say("conditions", f"day {condition.op}", value=_day(value, scribe))
    if condition.op is Op.AT_LEAST and value == 0:
        return attribute  # any value will do
    plain = (
        one_line(value, _TEXT)
        if isinstance(value, str)
        else scribe.plain(Value(condition.unit, float(value)))
    )
    return scribe.phrases.say("conditions", condition.op, attribute=attribute, value=plain)


def _day(day: date, scribe: Scribe) -> str:
    return scribe.plain(Value(day=Day(day.year, day.month, day.day)))
