"""Says conditions in words: "context window of at least 1M tokens"."""

from collections.abc import Sequence
from datetime import date

from bot.characters import one_line
from bot.facts.scribe import Scribe
from bot.understanding.types import Wanted
from corpus.facts.types import Day, Status, Value
from index.catalogue.types import Condition, Op


def conditions_said(conditions: Sequence[Condition], scribe: Scribe) -> str:
    """Returns all conditions in one."""
    return scribe.join((_said(condition, scribe) for condition in conditions), "comma")


def _said(condition: Condition, scribe: Scribe) -> str:
    attribute = scribe.measured(Wanted(condition.attribute, condition.benchmark))
    value = condition.value
    if isinstance(value, bool):
        return scribe.phrases.say("conditions", "true" if value else "false", attribute=attribute)
    if isinstance(value, Status):
        return scribe.phrases.say("conditions", "status", value=scribe.phrases.say("statuses", value))
    if isinstance(value, date):
        day = scribe.plain(Value(day=Day(value.year, value.month, value.day)))
        return scribe.phrases.say("conditions", f"day {condition.op}", value=day)
    if condition.op is Op.AT_LEAST and value == 0:
        return attribute  # any value will do
    plain = (
        one_line(value, 80) if isinstance(value, str) else scribe.plain(Value(condition.unit, float(value)))
    )
    return scribe.phrases.say("conditions", condition.op, attribute=attribute, value=plain)
