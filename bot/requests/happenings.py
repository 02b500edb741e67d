"""What happened, and what became known."""

from datetime import date

from bot.facts.facts import Facts
from bot.facts.happening import change_row, event_row
from bot.facts.scribe import Scribe
from bot.types import Happenings


def events(
    facts: Facts, since: date | None, until: date | None, developer: str | None, language: str
) -> Happenings:
    """Returns the dated events between these days, both included, oldest first."""
    scribe = Scribe(language)
    found = facts.known.events(since, until, facts.developer(developer) if developer else None)
    return Happenings(tuple(event_row(event, scribe) for event in found), scribe.citations)


def changed(facts: Facts, since: date, language: str) -> Happenings:
    """Returns what articles since that day added to or changed in the known facts, oldest first."""
    scribe = Scribe(language)
    rows = tuple(change_row(change, scribe) for change in facts.known.changes(since))
    return Happenings(rows, scribe.citations)


def told_since(before: Facts, now: Facts, language: str) -> Happenings:
    """Returns what one generation of the index states otherwise than another: new, changed, disputed."""
    scribe = Scribe(language)
    rows = tuple(change_row(change, scribe) for change in now.known.changes_from(before.known))
    return Happenings(rows, scribe.citations)
