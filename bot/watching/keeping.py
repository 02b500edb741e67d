"""Writes a watch down and reads it again, as it was understood when it was made: "this month" stays that month."""

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from bot.watching.types import NotUnderstood, Watch, WatchedDeveloper, WatchedFilter, WatchedModel
from corpus.facts.types import Attribute, Status, Unit
from corpus.names.types import Benchmark, Model
from index.catalogue.types import Condition, Op


def written(watch: Watch) -> str:
    """Returns a watch as JSON on one line; the same watch is always the same text."""
    match watch:
        case WatchedModel(model):
            kept: dict[str, Any] = {"model": asdict(model)}
        case WatchedDeveloper(name):
            kept = {"developer": name}
        case WatchedFilter(conditions):
            kept = {"filter": [_condition(condition) for condition in conditions]}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)


def read_written(text: str) -> Watch:
    """Returns the watch that was written down. Raises NotUnderstood where it is none."""
    try:
        match json.loads(text):
            case {"model": dict(model)}:
                return WatchedModel(Model(**model))
            case {"developer": str(name)}:
                return WatchedDeveloper(name)
            case {"filter": list(conditions)} if conditions:
                return WatchedFilter(tuple(_read(condition) for condition in conditions))
    except (ValueError, KeyError, TypeError) as error:
        raise NotUnderstood(_MEND) from error
    raise NotUnderstood(_MEND)


_MEND = "a watch that was kept can't be read any more: remove it and add it again"


def _condition(condition: Condition) -> dict[str, Any]:
    value = condition.value
    kind = "status" if isinstance(value, Status) else "day" if isinstance(value, date) else "value"
    return {
        "attribute": condition.attribute.value,
        "op": condition.op.value,
        kind: value.isoformat() if isinstance(value, date) else value,
        "unit": condition.unit.value,
        "benchmark": asdict(condition.benchmark) if condition.benchmark else None,
    }


def _read(kept: dict[str, Any]) -> Condition:
    benchmark = Benchmark(**kept["benchmark"]) if kept["benchmark"] else None
    return Condition(
        Attribute(kept["attribute"]), Op(kept["op"]), _value(kept), Unit(kept["unit"]), benchmark
    )


def _value(kept: dict[str, Any]) -> float | str | bool | date | Status:
    if "status" in kept:
        return Status(kept["status"])
    if "day" in kept:
        return date.fromisoformat(kept["day"])
    value = kept["value"]
    if not isinstance(value, float | int | str):
        raise TypeError("neither a number, a text nor a truth")
    return value
