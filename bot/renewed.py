"""Keeps a reader of the index usable when another process has updated the index."""

from collections.abc import Callable
from typing import Generic, TypeVar

from index.types import SegmentGone

T_co = TypeVar("T_co", covariant=True)
R = TypeVar("R")


class Renewed(Generic[T_co]):
    """Holds what `make` makes, made when it is first used, and again when the parts that it reads are gone."""

    def __init__(self, make: Callable[[], T_co]) -> None:
        self._make = make
        self._made: T_co | None = None

    def use(self, act: Callable[[T_co], R]) -> R:
        """Returns what `act` makes of it; tries once more with a new one. Raises SegmentGone the second time."""
        try:
            return act(self._current())
        except SegmentGone:
            self._made = None
            return act(self._current())

    def _current(self) -> T_co:
        if self._made is None:
            self._made = self._make()
        return self._made
