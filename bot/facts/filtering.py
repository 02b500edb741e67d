"""Answers which models satisfy conditions: "which models have a context window of at least 1M tokens"."""

from collections.abc import Sequence
from datetime import date

from bot.facts.conditions import conditions_said
from bot.facts.known import report
from bot.facts.listing import cut, joined, names_said
from bot.facts.nearest import said_plainly
from bot.facts.scribe import Scribe, name_of
from bot.facts.selected import Selected, best, selected
from bot.facts.types import Found, Missing, Outcome
from bot.understanding.types import Filter, Wanted
from index.catalogue.catalogue import Catalogue


def filtered(query: Filter, known: Catalogue, scribe: Scribe, as_of: date | None) -> Outcome:
    """Returns every model that satisfies all conditions, best first; the models that may, but of which no
    article states it, are `unknown`. What is only expected or rumoured is not counted, but told."""
    every, open_models = selected(known, query, as_of)
    unknown = tuple(model.name for model in open_models)
    found = [one for one in every if one.confirmed and one.dated]
    apart = [one for one in every if not (one.confirmed and one.dated)]
    if not found:
        return _none(query, known, scribe, as_of, unknown, apart)
    rows = tuple(scribe.first_row(reported) for one in found for reported in one.reported)
    lines = ("- " + item_said(one, scribe) for one in found)
    said = conditions_said(query.conditions, scribe)
    lead = scribe.phrases.say(
        "filter", "one" if len(found) == 1 else "many", conditions=said, count=len(found)
    )
    remarks = (*_apart_lines(apart, scribe), *_unknown_line(unknown, scribe))
    return Found((lead, *cut(lines, len(found), scribe)), rows, unknown, remarks)


def item_said(one: Selected, scribe: Scribe) -> str:
    """Returns a model and what shows that it satisfies a filter, cited."""
    values = scribe.join(map(scribe.headline, one.reported), "comma")
    return scribe.phrases.say("filter", "item", model=name_of(one.model), values=values)


def _apart_lines(apart: Sequence[Selected], scribe: Scribe) -> list[str]:
    """What is only expected or rumoured, and what came in a year that is all that is known of its day."""
    awaited = [one for one in apart if not one.confirmed]
    vague = [one for one in apart if one.confirmed]
    lines = []
    for name, every in (("only_said", awaited), ("only_year", vague)):
        items = joined((item_said(one, scribe) for one in every), len(every), scribe)
        lines += [scribe.phrases.say("filter", name, items=items)] if every else []
    return lines


def _unknown_line(unknown: tuple[str, ...], scribe: Scribe) -> tuple[str, ...]:
    if not unknown:
        return ()
    name = "unknown_one" if len(unknown) == 1 else "unknown_many"
    return (scribe.phrases.say("filter", name, count=len(unknown), names=names_said(unknown, scribe)),)


def _none(
    query: Filter,
    known: Catalogue,
    scribe: Scribe,
    as_of: date | None,
    unknown: tuple[str, ...],
    apart: Sequence[Selected],
) -> Missing:
    """A refusal with what is expected to satisfy it, or may, or the nearest value of a condition among the
    models that satisfy the others."""
    text = scribe.phrases.say("filter", "none", conditions=conditions_said(query.conditions, scribe))
    if apart:
        near = apart[0].reported[0]
        return Missing(text, near.headline, said_plainly(near, scribe, other=False), unknown)
    for condition in query.conditions:
        wanted = Wanted(condition.attribute, condition.benchmark)
        others = [c for c in query.conditions if c.attribute is not condition.attribute]
        models = (match.model for match in known.select(others, as_of).matching)
        stated = (report(known, model, wanted, as_of) for model in models)
        nearest = best((reported for reported in stated if reported), condition)
        if nearest:
            return Missing(text, nearest.headline, said_plainly(nearest, scribe, other=False), unknown)
    return Missing(text, unknown=unknown)
