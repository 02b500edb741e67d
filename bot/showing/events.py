"""What the commands show that tell of events: the timeline, changes, and what a watch tells."""

from datetime import date

from bot.rendering.values import marks
from bot.showing.escaping import bold, escaped
from bot.showing.pages import Draft, laid_out, phrases_for
from bot.showing.types import Picture, Shown
from bot.types import EventRow, Happenings

_NAME, _VALUE, _TITLE = 120, 200, 200


def happenings_shown(
    found: Happenings, title: str, language: str, today: date, picture: Picture | None = None
) -> Shown:
    """Returns a line for each event; a value before and after where one changed."""
    say = phrases_for(language)
    lead = [bold(escaped(title, _TITLE))] if title else []
    if not found.events:
        return laid_out(Draft([*lead, say.say("happenings", "nothing")]), today, say)
    body = event_lines(found, language)
    return laid_out(Draft(lead, body, found.citations), today, say, picture)


def event_lines(found: Happenings, language: str) -> list[str]:
    """Returns a line for each event."""
    return [_line(event, language) for event in found.events]


def _line(event: EventRow, language: str) -> str:
    say = phrases_for(language)
    day = escaped(event.date) if event.date else say.say("happenings", "undated")
    change = escaped(event.after, _VALUE) if event.after else ""
    if event.before:
        before = escaped(event.before, _VALUE)
        change = say.say("happenings", "change", before=before, after=change)
    said = " — ".join(
        part for part in (f"{escaped(event.model, _NAME)}", escaped(event.what), change) if part
    )
    return f"{bold(day)} · {said} {marks(event.citations)}"
