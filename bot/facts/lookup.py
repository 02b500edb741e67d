"""Answers what is stated of models: "what did Opus 4.6 score on SWE-bench Verified"."""

from dataclasses import replace
from datetime import date

from bot.facts.known import reports, wider
from bot.facts.nearest import missing, said_plainly
from bot.facts.reported import reported_of
from bot.facts.scribe import Scribe, name_of
from bot.facts.types import Found, Missing, Outcome, Reported
from bot.types import Row
from bot.understanding.types import Lookup, Wanted
from corpus.facts.types import Attribute, Fact, Status
from corpus.names.types import Model
from index.catalogue.catalogue import Catalogue
from index.catalogue.headline import headline

_OUT = {Status.RELEASED, Status.PREVIEW}


def look_up(query: Lookup, known: Catalogue, scribe: Scribe, as_of: date | None) -> Outcome:
    """Returns the values, those that nothing states named after them; None where no model is known."""
    models = [m for m in query.models if known.statements(m.key, as_of=as_of)]
    if not models:
        return None
    lines: list[str] = []
    rows: list[Row] = []
    open_parts: list[Missing] = []
    for model in models:
        found, gaps = _parts(model, query, known, scribe, as_of)
        open_parts += gaps
        lines += _lines(model, found, scribe)
        rows += [row for reported in found for row in scribe.rows(reported)]
    unheard = [m for m in query.models if m not in models]
    open_parts += [Missing(scribe.phrases.say("lookup", "unknown_model", model=name_of(m))) for m in unheard]
    if not rows:
        return _all_missing(open_parts, scribe)
    lines += [_open_line(part, scribe) for part in open_parts]
    return Found(tuple(lines), tuple(rows))


def _parts(
    model: Model, query: Lookup, known: Catalogue, scribe: Scribe, as_of: date | None
) -> tuple[list[Reported], list[Missing]]:
    """What is reported of a model, and what of it is asked for but not stated."""
    if not query.wanted:
        return reports(known, model, as_of), []
    found: list[Reported] = []
    gaps: list[Missing] = []
    absent: list[Wanted] = []
    for one in query.wanted:
        reported = _stated(known, model, one, as_of)
        if reported and one.attribute is Attribute.RELEASED and not _is_date(reported.headline.fact):
            gaps.append(_no_date(reported, scribe))
        elif reported:
            found.append(reported)
        elif not query.exact and (others := wider(known, model, one, as_of)):
            found += others
        else:
            absent.append(one)
    return found, [*gaps, *([missing(known, model, absent, scribe, as_of)] if absent else [])]


def _stated(known: Catalogue, model: Model, wanted: Wanted, as_of: date | None) -> Reported | None:
    """What is stated; of a release its day, whatever became of the model later."""
    stated = known.statements(model.key, wanted.attribute, wanted.benchmark, as_of)
    dated = [s for s in stated if wanted.attribute is Attribute.RELEASED and _is_date(s.fact)]
    found = dated or list(stated)
    return reported_of(model, wanted, headline(found), found) if found else None


def _is_date(fact: Fact) -> bool:
    return fact.value.day is not None and fact.status in _OUT


def _no_date(reported: Reported, scribe: Scribe) -> Missing:
    """What is stated is no date of a release: an expectation, or that it came, but not when."""
    text = scribe.phrases.say("lookup", "missing_date", model=name_of(reported.model))
    return Missing(text, reported.headline, said_plainly(reported, scribe, other=False))


def _lines(model: Model, found: list[Reported], scribe: Scribe) -> list[str]:
    """One line for a value or two, else one for each."""
    said = [scribe.said(reported) for reported in found]
    if len(said) > 2 or any(reported.conflict for reported in found[:-1]):
        return [name_of(model), *(f"- {line}" for line in said)]
    if not said:
        return []
    return [scribe.phrases.say("lookup", "about", model=name_of(model), said=scribe.join(said, "semicolon"))]


def _open_line(part: Missing, scribe: Scribe) -> str:
    """A part that is left open, within an answer: the nearest thing is cited as everything is."""
    if part.near is None:
        return part.text + scribe.phrases.say("joints", "stop")
    near = f"{part.near_text} {scribe.marks([part.near])}"
    return (
        part.text + scribe.phrases.say("lookup", "nearest", said=near) + scribe.phrases.say("joints", "stop")
    )


def _all_missing(parts: list[Missing], scribe: Scribe) -> Missing:
    """One refusal for all parts, with the first nearest thing."""
    near = next((part for part in parts if part.near), parts[0])
    texts = dict.fromkeys(part.text for part in parts)
    return replace(near, text=scribe.join(texts, "semicolon"))
