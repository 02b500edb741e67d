"""What a watch tells of an update."""

from collections.abc import Sequence
from datetime import date

from bot.showing.escaping import bold, escaped
from bot.showing.events import event_lines
from bot.showing.pages import Draft, laid_out, phrases_for
from bot.showing.types import Shown
from bot.watching.types import Notice


def notice_shown(told: Notice, language: str, today: date) -> Shown:
    """Returns what is watched and what came in or went out, and below it a line for each change."""
    say = phrases_for(language)
    lead = [bold(say.say("watched", "title")), *(f"- {escaped(line)}" for line in told.lines)]
    return laid_out(
        Draft(lead, event_lines(told.happenings, language), told.happenings.citations), today, say
    )


def watches_listed(lines: Sequence[str], title: str, today: date, language: str) -> Shown:
    """Returns watches as a list; `lines` are markup."""
    return laid_out(Draft([bold(escaped(title))], lines), today, phrases_for(language))
