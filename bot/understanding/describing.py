"""Echoes a query, so that a misreading is seen: in one short line, and as JSON."""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.facts import phrases as labels
from bot.phrases import Phrases, read_phrases
from bot.understanding.types import (
    Agreement,
    Compare,
    Filter,
    Lookup,
    Query,
    Ranking,
    StatusOf,
    Timeline,
    Wanted,
)
from corpus.facts.shown import shown
from corpus.facts.types import Attribute, Day, Status, Value
from corpus.names.types import Benchmark, Model
from index.catalogue.types import Condition, Op

_SIGNS = {Op.AT_LEAST: "≥", Op.MORE: ">", Op.AT_MOST: "≤", Op.LESS: "<", Op.EQUAL: "="}
_DATES = (Attribute.RELEASED, Attribute.KNOWLEDGE_CUTOFF)


def describe(query: Query, language: str) -> str:
    """Returns what was understood, in English or Chinese: "models with context window ≥ 1M tokens"."""
    say = read_phrases("bot.understanding", language)
    match query:
        case Lookup(models, wanted):
            name = "lookup" if wanted else "card"
            return say.say("query", name, models=_names(models, say), wanted=_attributes(wanted, say))
        case Filter(conditions):
            return say.say("query", "filter", conditions=_conditions(conditions, say))
        case Compare(models, wanted):
            what = _attributes(wanted, say) if wanted else say.say("query", "everything")
            return say.say("query", "compare", models=_names(models, say), wanted=what)
        case Ranking():
            return _ranking(query, say)
        case Timeline():
            return say.say("query", "timeline", limits=_limits(query, say))
        case StatusOf(models):
            return say.say("query", "status", models=_names(models, say))
    return say.say("query", "agreement", on=_subject(query, say))


def query_json(query: Query) -> dict[str, object]:
    """Returns the query as the contract has it: kind, and what belongs to it; models by their names."""
    match query:
        case Lookup(models, wanted) | Compare(models, wanted) | Agreement(models, wanted):
            kind = type(query).__name__.lower()
            return {"kind": kind, "models": [m.name for m in models], "wanted": _wanted_json(wanted)}
        case Filter(conditions):
            more = {"conditions": [_condition_json(c) for c in conditions]} if len(conditions) > 1 else {}
            return {"kind": "filter", **_condition_json(conditions[0]), **more}
        case Ranking(wanted, descending, position, conditions):
            more = {"conditions": [_condition_json(c) for c in conditions]} if conditions else {}
            order = {"descending": descending, "position": position}
            return {"kind": "ranking", **_wanted_json([wanted])[0], **order, **more}
        case StatusOf(models):
            return {"kind": "status", "models": [m.name for m in models]}
        case Timeline(since, until, developer, models):
            dates = {"since": since and since.isoformat(), "until": until and until.isoformat()}
            return {"kind": "timeline", **dates, "developer": developer, "models": [m.name for m in models]}


def _joined(parts: Iterable[str], say: Phrases) -> str:
    return say.say("joints", "comma").join(parts)


def _names(models: Sequence[Model], say: Phrases) -> str:
    return _joined((model.name for model in models), say)


def _attributes(wanted: Iterable[Wanted], say: Phrases) -> str:
    return _joined((_attribute(w.attribute, w.benchmark, say) for w in wanted), say)


def _attribute(attribute: Attribute, benchmark: Benchmark | None, say: Phrases) -> str:
    name = benchmark.full_name if benchmark else ""
    return labels.phrases_for(say.language).say("attributes", attribute, benchmark=name)


def _conditions(conditions: Iterable[Condition], say: Phrases) -> str:
    return _joined((_condition(condition, say) for condition in conditions), say)


def _condition(condition: Condition, say: Phrases) -> str:
    attribute = _attribute(condition.attribute, condition.benchmark, say)
    value = condition.value
    if isinstance(value, bool):
        return say.say("condition", "has" if value else "has_not", attribute=attribute)
    if isinstance(value, Status):
        return say.say(
            "condition", "status_is", value=labels.phrases_for(say.language).say("statuses", value)
        )
    if isinstance(value, str):
        return say.say("condition", "named", attribute=attribute, value=value)
    if condition.op is Op.AT_LEAST and value == 0:
        return say.say("condition", "currency", attribute=attribute, value=condition.unit)
    written = _value(condition, value, say)
    return say.say("condition", "compared", attribute=attribute, op=_SIGNS[condition.op], value=written)


def _value(condition: Condition, value: float | date, say: Phrases) -> str:
    if isinstance(value, date):
        return shown(Value(day=Day(value.year, value.month, value.day)), say.language)
    return shown(Value(condition.unit, float(value)), say.language)


def _ranking(query: Ranking, say: Phrases) -> str:
    words = ("newest", "oldest") if query.wanted.attribute in _DATES else ("highest", "lowest")
    name = "first" if query.position == 1 else "placed" if query.position else "listed"
    said = _conditions(query.conditions, say)
    return say.say(
        "ranking",
        name,
        wanted=_attributes([query.wanted], say),
        extreme=say.say("ranking", words[not query.descending]),
        position=query.position,
        among=say.say("ranking", "among", conditions=said) if said else "",
    )


def _limits(query: Timeline, say: Phrases) -> str:
    names = [query.developer] if query.developer else []
    names += [model.name for model in query.models]
    by = say.say("period", "by", names=_joined(names, say)) if names else ""
    name = "on" if query.since == query.until else "between"
    if not (query.since and query.until):
        name = "since" if query.since else "until"
    dated = query.since or query.until
    return by + (say.say("period", name, since=query.since, until=query.until) if dated else "")


def _subject(query: Agreement, say: Phrases) -> str:
    what = _names(query.models, say)
    wanted = _attributes(query.wanted, say)
    both = f"{what}: {wanted}" if what and wanted else what or wanted
    return say.say("query", "agreement_on", what=both) if both else ""


def _wanted_json(wanted: Iterable[Wanted]) -> list[dict[str, object]]:
    return [
        {"attribute": w.attribute.value, **({"benchmark": w.benchmark.full_name} if w.benchmark else {})}
        for w in wanted
    ]


def _condition_json(condition: Condition) -> dict[str, object]:
    value = condition.value
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    found: dict[str, object] = {
        "attribute": condition.attribute.value,
        "op": condition.op.value,
        "value": value.isoformat() if isinstance(value, date) else value,
    }
    if condition.unit:
        found["unit"] = condition.unit.value
    if condition.benchmark:
        found["benchmark"] = condition.benchmark.full_name
    return found
