"""How old an article is, in words."""

from datetime import date

from bot.phrases import Phrases

_STEPS = ((14, 1, "days"), (60, 7, "weeks"), (730, 30, "months"))  # below so many days, counted in so many
_YEAR = 365


def age(published: date, today: date, say: Phrases) -> str:
    """Returns "3 weeks ago"; nothing for a day that is still to come."""
    days = (today - published).days
    if days < 0:
        return ""
    if days < 2:
        return say.say("age", "yesterday" if days else "today")
    for below, length, name in _STEPS:
        if days < below:
            return say.say("age", name, count=days // length)
    return say.say("age", "years", count=days // _YEAR)
