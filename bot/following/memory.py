"""Remembers for a short while what each person asked last in each channel."""

from collections import OrderedDict
from collections.abc import Callable

from bot.following.types import Before

MOST, SECONDS = 2_000, 600.0
_Key = tuple[int, int]


class Memory:
    """The last exchange of at most so many conversations, each for so many seconds of `clock`."""

    def __init__(self, clock: Callable[[], float], most: int = MOST, seconds: float = SECONDS) -> None:
        self._clock = clock
        self._most = most
        self._seconds = seconds
        self._kept: OrderedDict[_Key, tuple[float, Before]] = OrderedDict()  # the latest last

    def __len__(self) -> int:
        return len(self._kept)

    def before(self, channel: int, user: int) -> Before | None:
        """Returns the exchange before, None where there is none or it is too long ago."""
        self._drop_old()
        found = self._kept.get((channel, user))
        return found[1] if found else None

    def keep(self, channel: int, user: int, before: Before) -> None:
        """Remembers an exchange in the place of the one before."""
        self._drop_old()
        self._kept[channel, user] = (self._clock(), before)
        self._kept.move_to_end((channel, user))
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)

    def forget(self, user: int) -> None:
        """Forgets all that a person asked."""
        for key in [key for key in self._kept if key[1] == user]:
            del self._kept[key]

    def _drop_old(self) -> None:
        oldest = self._clock() - self._seconds
        while self._kept and next(iter(self._kept.values()))[0] < oldest:
            self._kept.popitem(last=False)
