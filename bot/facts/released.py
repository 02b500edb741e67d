"""Answers whether models have been released: "has DeepSeek V4 been released"."""

from datetime import date

from bot.facts.known import report
from bot.facts.scribe import Scribe, name_of
from bot.facts.types import Found, Missing, Outcome, Reported
from bot.types import Row
from bot.understanding.types import StatusOf, Wanted
from corpus.facts.types import Attribute, Status
from corpus.names.types import Model
from index.catalogue.catalogue import Catalogue
from index.catalogue.types import Statement

_WORDS = {
    Status.RELEASED: "yes",
    Status.PREVIEW: "yes_preview",
    Status.DEPRECATED: "gone",
    Status.WITHDRAWN: "gone",
}
_TO_COME = (Status.RUMOURED, Status.EXPECTED, Status.ANNOUNCED)


def released(query: StatusOf, known: Catalogue, scribe: Scribe, as_of: date | None) -> Outcome:
    """Returns yes or no for each model with what is known; None where no article speaks of a release."""
    lines: list[str] = []
    rows: list[Row] = []
    silent: list[Missing] = []
    for model in query.models:
        reported = report(known, model, Wanted(Attribute.RELEASED), as_of) or _awaited(known, model, as_of)
        if reported is None:
            silent.append(Missing(scribe.phrases.say("status", "silent", model=name_of(model))))
            continue
        lines += _lines(reported, scribe)
        rows += scribe.rows(reported)
    if not rows:
        return None
    return Found(
        (*lines, *(part.text + scribe.phrases.say("joints", "stop") for part in silent)), tuple(rows)
    )


def _awaited(known: Catalogue, model: Model, as_of: date | None) -> Reported | None:
    """What else is said of a model that all articles only expect: "GPT-8 is rumoured to have a window of 5M"."""
    stated = known.statements(model.key, as_of=as_of)
    if not stated or any(s.fact.status not in _TO_COME for s in stated):
        return None
    leading = max(stated, key=lambda s: s.fact.status.rank)
    return Reported(model, Wanted(leading.fact.attribute, leading.fact.benchmark), leading, (), (), ())


def _lines(reported: Reported, scribe: Scribe) -> list[str]:
    head = reported.headline
    marks = scribe.marks((head, *reported.same))
    line = scribe.phrases.say(
        "status",
        _WORDS.get(head.fact.status, "no"),
        model=name_of(reported.model),
        happened=_happened(head, scribe),
        when=_when(head, scribe),
        marks=marks,
    )
    others = (*reported.others, *reported.limited)
    if not others:
        return [line]
    items = scribe.join((_also(other, scribe) for other in others), "semicolon")
    return [line, scribe.phrases.say("status", "also_said", items=items)]


def _also(statement: Statement, scribe: Scribe) -> str:
    said = scribe.phrases.say(
        "status",
        "also",
        happened=_happened(statement, scribe),
        when=_when(statement, scribe),
        marks=scribe.marks([statement]),
    )
    return said + scribe.origin(statement)


def _happened(statement: Statement, scribe: Scribe) -> str:
    return scribe.phrases.say("happened", statement.fact.status)


def _when(statement: Statement, scribe: Scribe) -> str:
    day = scribe.plain(statement.fact.value) if statement.fact.attribute is Attribute.RELEASED else None
    return scribe.phrases.say("joints", "brackets", inside=day) if day else ""
