"""Echoes a query, so that a misreading is seen: in one short line, and as JSON."""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.facts import phrases as labels
from bot.understanding.phrases import Phrases, phrases_for
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
    say = phrases_for(language)
    match query:
        case Lookup(models, wanted):
            template = say.lookup if wanted else say.card
            return template.format(models=_names(models, say), wanted=_attributes(wanted, say))
        case Filter(conditions):
            return say.filter.format(conditions=_conditions(conditions, say))
        case Compare(models, wanted):
            what = _attributes(wanted, say) if wanted else say.everything
            return say.compare.format(models=_names(models, say), wanted=what)
        case Ranking():
            return _ranking(query, say)
        case Timeline():
            return say.timeline.format(limits=_limits(query, say))
        case StatusOf(models):
            return say.status.format(models=_names(models, say))
    return say.agreement.format(on=_subject(query, say))


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


def _names(models: Sequence[Model], say: Phrases) -> str:
    return say.joiner.join(model.name for model in models)


def _attributes(wanted: Iterable[Wanted], say: Phrases) -> str:
    return say.joiner.join(_attribute(w.attribute, w.benchmark, say) for w in wanted)


def _attribute(attribute: Attribute, benchmark: Benchmark | None, say: Phrases) -> str:
    name = benchmark.full_name if benchmark else ""
    return labels.phrases_for(say.language).say("attributes", attribute, benchmark=name)


def _conditions(conditions: Iterable[Condition], say: Phrases) -> str:
    return say.joiner.join(_condition(condition, say) for condition in conditions)


def _condition(condition: Condition, say: Phrases) -> str:
    attribute = _attribute(condition.attribute, condition.benchmark, say)
    value = condition.value
    if isinstance(value, bool):
        return (say.has if value else say.has_not).format(attribute=attribute)
    if isinstance(value, Status):
        return say.status_is.format(value=labels.phrases_for(say.language).say("statuses", value))
    if isinstance(value, str):
        return say.named.format(attribute=attribute, value=value)
    if condition.op is Op.AT_LEAST and value == 0:
        return say.currency.format(attribute=attribute, value=condition.unit)
    written = _value(condition, value, say)
    return say.condition.format(attribute=attribute, op=_SIGNS[condition.op], value=written)


def _value(condition: Condition, value: float | date, say: Phrases) -> str:
    if isinstance(value, date):
        return shown(Value(day=Day(value.year, value.month, value.day)), say.language)
    return shown(Value(condition.unit, float(value)), say.language)


def _ranking(query: Ranking, say: Phrases) -> str:
    words = (say.newest, say.oldest) if query.wanted.attribute in _DATES else (say.highest, say.lowest)
    template = say.ranking if query.position == 1 else say.placed if query.position else say.listed
    among = say.among.format(conditions=_conditions(query.conditions, say)) if query.conditions else ""
    return template.format(
        wanted=_attributes([query.wanted], say),
        extreme=words[not query.descending],
        position=query.position,
        among=among,
    )


def _limits(query: Timeline, say: Phrases) -> str:
    names = [query.developer] if query.developer else []
    names += [model.name for model in query.models]
    by = say.by.format(names=say.joiner.join(names)) if names else ""
    template = say.on if query.since == query.until else say.period
    if not (query.since and query.until):
        template = say.since if query.since else say.until
    dated = query.since or query.until
    return by + (template.format(since=query.since, until=query.until) if dated else "")


def _subject(query: Agreement, say: Phrases) -> str:
    what = _names(query.models, say)
    wanted = _attributes(query.wanted, say)
    both = f"{what}: {wanted}" if what and wanted else what or wanted
    return say.agreement_on.format(what=both) if both else ""


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
