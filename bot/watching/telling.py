"""Says what is watched, and what an update did to it: pure."""

from collections.abc import Sequence

from bot.characters import one_line
from bot.facts.conditions import conditions_said
from bot.facts.filtering import item_said
from bot.facts.happening import change_row
from bot.facts.listing import joined, names_said
from bot.facts.scribe import Scribe, name_of
from bot.facts.selected import selected
from bot.types import Happenings
from bot.understanding.types import Filter
from bot.watching.types import Notice, Touched, Update, Watch, WatchedDeveloper, WatchedFilter, WatchedModel
from index.catalogue.catalogue import Catalogue


def watch_said(watch: Watch, language: str) -> str:
    """Returns what is watched: "models with open weights, a context window of at least 1M tokens"."""
    return _said(watch, Scribe(language))


def notice(touches: Sequence[Touched], update: Update, language: str) -> Notice:
    """Returns what is told of an update to a reader whose watches it touched, in English or Chinese."""
    scribe = Scribe(language)
    lines = [line for touch in touches for line in _lines(touch, update.after, scribe)]
    changes = dict.fromkeys(change for touch in touches for change in touch.changes)
    rows = tuple(change_row(change, scribe) for change in update.changes if change in changes)
    return Notice(tuple(lines), Happenings(rows, scribe.citations))


def _said(watch: Watch, scribe: Scribe) -> str:
    match watch:
        case WatchedModel(model):
            kind = "model" if model.versioned else "family"
            return scribe.phrases.say("watching", kind, named=name_of(model))
        case WatchedDeveloper(name):
            return scribe.phrases.say("watching", "developer", named=one_line(name))
        case WatchedFilter(conditions):
            said = conditions_said(conditions, scribe)
            return scribe.phrases.say("watching", "filter", conditions=said)


def _lines(touch: Touched, known: Catalogue, scribe: Scribe) -> list[str]:
    """What is watched, which models came in, each with what shows it, and which went out."""
    lines = [scribe.phrases.say("watching", "watched", watch=_said(touch.watch, scribe))]
    if touch.arrived and isinstance(touch.watch, WatchedFilter):
        found, _ = selected(known.only(touch.arrived), Filter(touch.watch.conditions), None)
        items = joined((item_said(one, scribe) for one in found), len(found), scribe)
        lines.append(scribe.phrases.say("watching", "arrived", items=items))
    if touch.left:
        names = names_said([model.name for model in touch.left], scribe)
        lines.append(scribe.phrases.say("watching", "left", names=names))
    return lines
