"""Decides who is told what of an update: pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.state.types import KeptWatch
from bot.watching.keeping import read_written
from bot.watching.telling import notice
from bot.watching.touching import touched
from bot.watching.types import Notice, NotUnderstood, Touched, Update


@dataclass(frozen=True, slots=True)
class Place:
    """Where is told: in a channel of a server, or, where that is None, to a person directly."""

    server: int | None
    channel: int | None
    user: int | None


@dataclass(frozen=True, slots=True)
class Due:
    """What is told at one place, at once: the watches there that an update touched, and how."""

    place: Place
    update: Update
    touched: tuple[tuple[KeptWatch, Touched], ...]

    @property
    def watches(self) -> tuple[KeptWatch, ...]:
        """The watches, oldest first."""
        return tuple(watch for watch, _ in self.touched)

    def only(self, watches: Iterable[KeptWatch]) -> "Due":
        """Returns what is due to some of the watches."""
        kept = {watch.id for watch in watches}
        return replace(self, touched=tuple(pair for pair in self.touched if pair[0].id in kept))


def place_of(watch: KeptWatch) -> Place:
    """Returns where a watch is told."""
    if watch.channel is None:
        return Place(None, None, watch.user)
    return Place(watch.server, watch.channel, None)


def dues(watches: Sequence[KeptWatch], update: Update) -> list[Due]:
    """Returns what an update did to these watches, once for each place."""
    found: dict[Place, list[tuple[KeptWatch, Touched]]] = {}
    for watch in watches:
        touch = _touch(watch, update)
        if touch is not None:
            found.setdefault(place_of(watch), []).append((watch, touch))
    return [Due(place, update, tuple(pairs)) for place, pairs in found.items()]


def notice_of(due: Due) -> tuple[Notice, str]:
    """Returns what is told, and in which language: that of the oldest watch. What several people watch in one
    channel is told once."""
    language = due.watches[0].language
    touches = {watch.text: touch for watch, touch in due.touched}
    return notice(tuple(touches.values()), due.update, language), language


def _touch(watch: KeptWatch, update: Update) -> Touched | None:
    try:
        return touched(read_written(watch.text), update)
    except NotUnderstood:  # kept by an older version; `/watch list` says so
        return None
