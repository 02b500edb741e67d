"""Things that lie in a text one after the other, found again by where they lie."""

from bisect import bisect_left
from collections.abc import Iterable
from operator import attrgetter
from typing import Generic, Protocol, TypeVar


class Spanned(Protocol):
    """Something at ``text[start:end]``."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


T = TypeVar("T", bound=Spanned, covariant=True)


class Placed(Generic[T]):
    """Things in the order in which they begin."""

    def __init__(self, items: Iterable[T]) -> None:
        self.items = sorted(items, key=attrgetter("start"))
        self._starts = [item.start for item in self.items]

    def within(self, start: int, end: int) -> tuple[T, ...]:
        """Those that lie in ``text[start:end]``."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return tuple(item for item in self.items[first:last] if item.end <= end) if first < last else ()

    def apart_from(self, others: "Placed[Spanned]") -> "Placed[T]":
        """Those that overlap none of the others."""
        return Placed(item for item in self.items if not others.covers(item))

    def covers(self, item: Spanned) -> bool:
        """Whether one of them overlaps what lies there."""
        at = bisect_left(self._starts, item.end)
        return at > 0 and self.items[at - 1].end > item.start
