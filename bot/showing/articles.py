"""What `/sources` shows."""

from collections.abc import Sequence
from datetime import date

from bot.showing.pages import Draft, laid_out, phrases_for
from bot.showing.sources import credited
from bot.showing.types import Shown
from index.store.manifest import Entry

_COUNTED = {0: "none", 1: "one"}


def articles_shown(entries: Sequence[Entry], language: str, today: date) -> Shown:
    """Returns a line for each article: its link, who published it, how old it is, and what is known of it."""
    say = phrases_for(language)
    lead = say.say("articles", _COUNTED.get(len(entries), "count"), count=len(entries))
    body = [
        f"{credited(entry.source, today, say)} · "
        + say.say("articles", "counts", passages=entry.passages, facts=entry.facts)
        for entry in entries
    ]
    return laid_out(Draft([lead], body), today, say)
