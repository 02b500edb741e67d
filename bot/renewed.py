"""Keeps a reader of the index usable when another process has updated the index."""

from collections.abc import Callable
from typing import Generic, TypeVar

from index.types import SegmentGone

T_co = TypeVar("T_co", covariant=True)
R = TypeVar("R")


class Renewed(Generic[T_co]):
    """Holds what `make` makes, made when it is first used, and again when the parts that it reads are gone,
    or when `is_old` says so of it: what is all in memory never finds that its parts are gone."""

    def __init__(self, make: Callable[[], T_co], is_old: Callable[[T_co], bool] | None = None) -> None:
        self._make = make
        self._is_old = is_old
        self._made: T_co | None = None

    def use(self, act: Callable[[T_co], R]) -> R:
        """Returns what `act` makes of it; tries once more with a new one. Raises SegmentGone the second time."""
        try:
            return act(self._current())
        except SegmentGone:
            self._made = None
            return act(self._current())

    def _current(self) -> T_co:
        if self._made is None or (self._is_old is not None and self._is_old(self._made)):
            self._made = self._make()
        return self._made
