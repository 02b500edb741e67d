"""Whether a statement satisfies a condition on values."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from operator import eq, ge, gt, le, lt

from corpus.facts.types import Attribute, Status, Unit, Value
from index.catalogue.days import day_holds
from index.catalogue.types import Condition, Op

_COMPARE: Mapping[Op, Callable[[float, float], bool]] = {
    Op.EQUAL: eq,
    Op.AT_LEAST: ge,
    Op.MORE: gt,
    Op.AT_MOST: le,
    Op.LESS: lt,
}
_BINARY = ((1 << 30, 10**9), (1 << 20, 10**6), (1 << 10, 10**3))
_CURRENCIES = (Unit.USD, Unit.CNY)
_SEPARATORS = re.compile(r"[,;/、，；+&]|\band\b|和|与|及")
_NOT_WORD = re.compile(r"[\W_]+")
_FILLERS = re.compile(r"\b(?:the|an?|licen[cs]ed?|version)\b|许可证|許可證|许可|協議|协议", re.IGNORECASE)


def comparable(value: Value, condition: Condition) -> bool:
    """Whether a value is of the kind that a condition is about: an amount in its currency, a day, a text."""
    wanted = condition.value
    if isinstance(wanted, bool):
        return value.truth is not None
    if isinstance(wanted, int | float):
        return value.number is not None and _same_currency(value.unit, condition.unit)
    if isinstance(wanted, date):
        return value.day is not None
    return value.text is not None


def holds(value: Value, condition: Condition) -> bool:
    """Whether a value that is comparable satisfies a condition. "About 37B" and "over 1M" count as the number
    named, a range as its upper end; 131,072 tokens are 128K."""
    wanted = condition.value
    if isinstance(wanted, bool):
        return (value.truth is wanted) == (condition.op is Op.EQUAL)
    if isinstance(wanted, int | float):
        compare = _COMPARE[condition.op]
        return value.number is not None and compare(
            _round(value.number, value.unit), _round(wanted, value.unit)
        )
    if isinstance(wanted, date):
        return value.day is not None and day_holds(value.day, condition.op, wanted)
    if condition.attribute is Attribute.MODALITIES:
        return folded(wanted) in {folded(part) for part in _SEPARATORS.split(value.text or "")}
    return folded(wanted) == folded(value.text or "")


def status_holds(status: Status, op: Op, wanted: Status) -> bool:
    """Whether a status compares so with another, rumoured being the lowest."""
    return _COMPARE[op](status.rank, wanted.rank)


def folded(text: str) -> str:
    """Returns a name without what may differ in writing it: "Apache License, Version 2.0", "apache-2.0"."""
    return _NOT_WORD.sub("", _FILLERS.sub(" ", text)).casefold()


def _same_currency(unit: Unit, wanted: Unit) -> bool:
    return unit is wanted or not (unit in _CURRENCIES and wanted in _CURRENCIES)


def _round(number: float, unit: Unit) -> float:
    """Tokens counted in powers of two, as people say them: 131,072 is 128,000, but 128,000 is itself."""
    if unit is not Unit.TOKENS or number % 1000 == 0:
        return number
    return next((number / binary * decimal for binary, decimal in _BINARY if number % binary == 0), number)
