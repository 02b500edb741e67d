"""Answers how models compare: each attribute side by side, scores only where they can be compared."""

from collections.abc import Sequence
from datetime import date

from bot.facts.currencies import Side, in_one_currency
from bot.facts.known import about, reports
from bot.facts.scribe import Scribe, name_of
from bot.facts.types import Found, Missing, Outcome, Reported
from bot.types import Row
from bot.understanding.types import Compare, Wanted
from corpus.facts.types import Attribute
from corpus.names.types import Model
from index.catalogue.catalogue import Catalogue


def compare(query: Compare, known: Catalogue, scribe: Scribe, as_of: date | None) -> Outcome:
    """Returns a line for each attribute that is asked for, or that is stated of at least two of the models."""
    if not any(known.statements(model.key, as_of=as_of) for model in query.models):
        return None
    every = [_side(known, model, query.wanted, as_of) for model in query.models]
    sides = in_one_currency(every, known, as_of)
    shared = [w for w in _in_order(sides) if _is_compared(w, query.wanted, sides)]
    lines: list[str] = []
    rows: list[Row] = []
    for wanted in shared:
        lines.append(_line(wanted, query.models, sides, scribe))
        rows += [row for side in sides if wanted in side for row in scribe.rows(side[wanted])]
    remarks = _not_comparable(sides, shared, scribe)
    if not lines and not remarks:
        return _nothing(query, scribe)
    silent = [m.name for m, side in zip(query.models, sides, strict=True) if not side]
    return Found(tuple(lines), tuple(rows), tuple(silent), tuple(remarks))


def _side(known: Catalogue, model: Model, wanted: Sequence[Wanted], as_of: date | None) -> Side:
    every = [r for w in wanted for r in about(known, model, w, as_of)] or (
        [] if wanted else reports(known, model, as_of)
    )
    return {reported.wanted: reported for reported in every}


def _in_order(sides: Sequence[Side]) -> list[Wanted]:
    """All that is stated of any of them, in the order of attributes."""
    every = dict.fromkeys(wanted for side in sides for wanted in side)
    return sorted(every, key=lambda wanted: list(Attribute).index(wanted.attribute))


def _is_compared(wanted: Wanted, asked: Sequence[Wanted], sides: Sequence[Side]) -> bool:
    """What was asked for stands there even where it is stated of one model only, but for a score beside which
    another model has one of another version or variant."""
    if sum(wanted in side for side in sides) > 1 or not asked:
        return sum(wanted in side for side in sides) > 1
    return wanted.benchmark is None or sum(bool(_of(wanted.benchmark.name, side)) for side in sides) == 1


def _line(wanted: Wanted, models: Sequence[Model], sides: Sequence[Side], scribe: Scribe) -> str:
    items = scribe.join(
        (_item(model, side.get(wanted), scribe) for model, side in zip(models, sides, strict=True)),
        "semicolon",
    )
    return "- " + scribe.phrases.say("compare", "line", attribute=scribe.attribute(wanted), items=items)


def _item(model: Model, reported: Reported | None, scribe: Scribe) -> str:
    if reported is None:
        return scribe.phrases.say("compare", "unstated", model=name_of(model))
    return scribe.item(reported)


def _not_comparable(sides: Sequence[Side], shared: Sequence[Wanted], scribe: Scribe) -> list[str]:
    """A line for each benchmark that two models are reported on, but never in the same version and variant."""
    compared = {wanted.benchmark.name for wanted in shared if wanted.benchmark}
    names = dict.fromkeys(w.benchmark.name for side in sides for w in side if w.benchmark)
    return [
        _refused(name, [_of(name, side) for side in sides if _of(name, side)], scribe)
        for name in names
        if name not in compared and sum(bool(_of(name, side)) for side in sides) > 1
    ]


def _of(name: str, side: Side) -> list[Reported]:
    return [r for wanted, r in side.items() if wanted.benchmark and wanted.benchmark.name == name]


def _refused(name: str, found: Sequence[Sequence[Reported]], scribe: Scribe) -> str:
    """Why these scores are not put side by side; each is named with its own version and variant."""
    said = (f"{name_of(reported.model)} {scribe.said(reported)}" for every in found for reported in every)
    items = scribe.join(said, "semicolon")
    return "- " + scribe.phrases.say("compare", "not_comparable", benchmark=name, items=items)


def _nothing(query: Compare, scribe: Scribe) -> Missing:
    models = scribe.join(map(name_of, query.models), "comma")
    if not query.wanted:
        return Missing(scribe.phrases.say("compare", "nothing", models=models))
    attribute = scribe.join(map(scribe.attribute, query.wanted), "comma")
    return Missing(scribe.phrases.say("compare", "nothing_asked", models=models, attribute=attribute))
