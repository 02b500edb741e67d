"""The pictures of a comparison, a leaderboard and a timeline. Drawing takes most of a second of a processor: it
belongs in a thread, and any will do."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from bot.facts import phrases as facts
from bot.phrases import Phrases
from bot.plotting.types import Bar, Dot, Panel
from bot.rendering.pictures import dots, panels
from bot.showing.escaping import cut, neutral
from bot.showing.pages import phrases_for
from bot.showing.types import Picture
from bot.types import Happenings, Listing

Say = Callable[[str], None]
_BARS, _DOTS = 36, 36  # of one picture, which a phone shows a hand high
_TITLE, _DESCRIPTION = 90, 900  # units
_JOINT = "; "


def compared_picture(listing: Listing, models: Sequence[str], language: str, say: Say) -> Picture | None:
    """Returns bars of all that is stated in numbers; None where there is none. `say` hears of missing fonts."""
    language = _drawable(language)
    title = phrases_for(language).say("listing", "compared", models=" / ".join(models))
    return _of_rows("compare.png", title, listing, language, say)


def ranked_picture(listing: Listing, language: str, say: Say) -> Picture | None:
    """Returns bars of a leaderboard; None where there are no scores."""
    language = _drawable(language)
    first = next((row.benchmark for row in listing.rows if row.benchmark), None)
    title = phrases_for(language).say("listing", "ranked", benchmark=first or "")
    return _of_rows("leaderboard.png", title, listing, language, say)


def events_picture(found: Happenings, title: str, language: str, say: Say) -> Picture | None:
    """Returns the latest of the events on a line of time; None where none is dated."""
    drawn = dots(found.events)[-_DOTS:]
    if not drawn:
        return None
    if (drawable := _drawable(language)) != language:
        language, (title, drawn) = drawable, _in_english(found)
    # Deferred: matplotlib takes most of a second, and only pictures need it.
    from bot.plotting.charts import draw_dots

    said = _described(title, (dot.label for dot in drawn), phrases_for(language))
    return Picture("timeline.png", draw_dots(neutral(title, _TITLE), drawn, say), said)


def warm(say: Say) -> None:
    """Draws something that nobody sees: the first picture waits for matplotlib, and for its list of fonts."""
    # Deferred: as above.
    from bot.plotting.charts import draw_panels

    draw_panels("", [Panel("", (Bar("", 1, ""),))], say)


def _of_rows(name: str, title: str, listing: Listing, language: str, say: Say) -> Picture | None:
    drawn = _fitting(panels(listing.rows, language))
    if not drawn:
        return None
    # Deferred: as above.
    from bot.plotting.charts import draw_panels

    said = _described(title, map(_bars_said, drawn), phrases_for(language))
    return Picture(name, draw_panels(neutral(title, _TITLE), drawn, say), said)


def _drawable(language: str) -> str:
    """The language, or English where no font of this machine has its characters."""
    # Deferred: as above.
    from bot.plotting.fonts import fonts_for

    words = phrases_for(language).say("pictures", "described", title="", items="")
    return "en" if fonts_for([words]).lacking else language


def _in_english(found: Happenings) -> tuple[str, list[Dot]]:
    """A title and the events, which are written in another language, in English."""
    say = facts.phrases_for("en")
    told = (replace(event, what=say.say("happened", event.status)) for event in found.events)
    return phrases_for("en").say("pictures", "timeline"), dots(told)[-_DOTS:]


def _fitting(every: Iterable[Panel]) -> list[Panel]:
    """The first panels that together have no more bars than fit; of a long one its first bars."""
    kept: list[Panel] = []
    room = _BARS
    for panel in every:
        if len(panel.bars) > room and kept:
            break
        kept.append(Panel(panel.title, panel.bars[:room]))
        room -= len(panel.bars)
    return kept


def _bars_said(panel: Panel) -> str:
    return f"{panel.title}: {', '.join(f'{bar.label} {bar.shown}' for bar in panel.bars)}"


def _described(title: str, items: Iterable[str], say: Phrases) -> str:
    return cut(neutral(say.say("pictures", "described", title=title, items=_JOINT.join(items))), _DESCRIPTION)
