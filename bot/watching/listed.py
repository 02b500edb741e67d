"""How a person finds a watch again: pure."""

import re
from collections.abc import Sequence

from bot.characters import one_line
from bot.completing.matching import complete, folded
from bot.completing.types import Choice, Entry
from bot.state.types import KeptWatch
from bot.watching.keeping import read_written
from bot.watching.telling import watch_said
from bot.watching.types import NotUnderstood

_LONGEST = 100  # characters of a choice, by Discord's rules
_NUMBER = re.compile(r"#?\s*([0-9]{1,18})")


def said_of(watch: KeptWatch, language: str) -> str:
    """Returns what is watched, in words; why not, where it can't be read any more."""
    try:
        return watch_said(read_written(watch.text), language)
    except NotUnderstood as error:
        return str(error)


def within_reach(own: Sequence[KeptWatch], here: Sequence[KeptWatch], moderates: bool) -> list[KeptWatch]:
    """Returns the watches that a person may remove: their own, and who moderates a server those that are told
    in its channels."""
    others = [watch for watch in here if watch.channel is not None and watch not in own] if moderates else []
    return [*own, *others]


def offered(watches: Sequence[KeptWatch], typed: str, language: str) -> list[Choice]:
    """Returns the watches that match what was typed, by number or words."""
    return complete([_entry(watch, place, language) for place, watch in enumerate(watches)], typed)


def chosen(watches: Sequence[KeptWatch], typed: str, language: str) -> KeptWatch | None:
    """Returns the watch that was meant: by its number, or by all of its words."""
    number = _NUMBER.fullmatch(typed.strip())
    if number:
        return next((watch for watch in watches if watch.id == int(number[1])), None)
    words = folded(typed)
    meant = [watch for watch in watches if folded(said_of(watch, language)) == words]
    return meant[0] if len(meant) == 1 else None


def _entry(watch: KeptWatch, place: int, language: str) -> Entry:
    said = said_of(watch, language)
    shown = one_line(f"#{watch.id} {said}", _LONGEST)
    return Entry(Choice(shown, str(watch.id)), (folded(said), f"#{watch.id}", str(watch.id)), -place)
