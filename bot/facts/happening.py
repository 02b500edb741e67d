"""Answers what happened when, and what articles changed in the known facts."""

from collections.abc import Sequence
from datetime import date

from bot.facts.listing import CHARACTERS, joined
from bot.facts.scribe import Scribe, name_of, wanted_of
from bot.facts.types import Found, Missing, Outcome
from bot.types import EventRow, Row
from bot.understanding.types import Timeline
from corpus.facts.types import Attribute, Day, Status
from index.catalogue.catalogue import Catalogue
from index.catalogue.types import Change, Event

_TO_COME = (Status.RUMOURED, Status.EXPECTED, Status.ANNOUNCED)


def timeline(query: Timeline, known: Catalogue, scribe: Scribe, as_of: date | None) -> Outcome:
    """Returns the dated events, oldest first, with a row for each; None of models that no article knows."""
    if query.models and not any(known.statements(model.key, as_of=as_of) for model in query.models):
        return None
    keys = {model.key for model in query.models}
    told = known.events(query.since, query.until, query.developer, keys, as_of)
    every = [event for event in told if not query.released or event.status not in _TO_COME]
    found = [event for event in every if _is_sure(event, query)]
    if not found:
        limits = _limits(query, scribe)
        return Missing(scribe.phrases.say("timeline", "nothing", limits=limits))
    rows = [_row(event, scribe) for event in found]
    lines = _lines(found, scribe)
    vague = [_line(event, scribe).removeprefix("- ") for event in every if not _is_sure(event, query)]
    items = joined(vague, len(vague), scribe)
    return Found(
        tuple(lines),
        tuple(rows),
        (),
        (scribe.phrases.say("filter", "only_year", items=items),) if vague else (),
    )


def _is_sure(event: Event, query: Timeline) -> bool:
    """Whether an event of which only the month or the year is known lies in the period, whichever day is
    meant."""
    day = event.day
    since, until = query.since or date.min, query.until or date.max
    return bool(day.day) or (since <= day.earliest and day.latest <= until)


def event_row(event: Event, scribe: Scribe) -> EventRow:
    """Returns an event as the command prints it."""
    what = scribe.phrases.say("happened", event.status)
    cited = scribe.numbers(event.statements)
    return EventRow(str(event.day), event.model.name, what, None, None, cited, event.status.value)


def change_row(change: Change, scribe: Scribe) -> EventRow:
    """Returns a change as the command prints it, cited by what was stated before and after; by the latter alone
    where the former is stated no longer."""
    fact = change.after.fact
    what = scribe.phrases.say("changes", change.news, attribute=scribe.attribute(wanted_of(change.after)))
    if fact.attribute is Attribute.RELEASED:
        what = scribe.phrases.say("happened", fact.status)
    stated = [s for s in (None if change.gone else change.before, change.after) if s]
    cited = tuple(dict.fromkeys(number for s in stated for number in scribe.numbers([s])))
    before = scribe.value(change.before) if change.before else None
    after = scribe.value(change.after)
    return EventRow(change.day.isoformat(), change.model.name, what, before, after, cited, fact.status.value)


def _lines(found: Sequence[Event], scribe: Scribe) -> list[str]:
    """A line for each event; of more than fit, the latest, and how many came before them."""
    kept: list[str] = []
    for event in reversed(found):
        line = _line(event, scribe)
        if kept and sum(map(len, kept)) + len(line) > CHARACTERS:
            kept.append(scribe.phrases.say("timeline", "earlier", count=len(found) - len(kept)))
            break
        kept.append(line)
    return kept[::-1]


def _line(event: Event, scribe: Scribe) -> str:
    return "- " + scribe.phrases.say(
        "timeline",
        "line",
        date=event.day,
        model=name_of(event.model),
        happened=scribe.phrases.say("happened", event.status),
        marks=scribe.marks(event.statements),
    )


def _row(event: Event, scribe: Scribe) -> Row:
    return scribe.row(event.model, event.statements, conflict=False)


def _limits(query: Timeline, scribe: Scribe) -> str:
    """What the question was limited to, in brackets."""
    names = [name_of(m) for m in query.models] + ([query.developer] if query.developer else [])
    said = [scribe.phrases.say("timeline", "of", names=scribe.join(names, "comma"))] if names else []
    for name, day in (("since", query.since), ("until", query.until)):
        said += [scribe.phrases.say("timeline", name, day=Day(day.year, day.month, day.day))] if day else []
    inside = scribe.join(said, "comma")
    return scribe.phrases.say("joints", "brackets", inside=inside) if inside else ""
