"""Keeps a reader of the index usable when another process has updated the index."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from index.types import SegmentGone

T_co = TypeVar("T_co", covariant=True)
R = TypeVar("R")


class Renewed(Generic[T_co]):
    """Holds what `make` makes, made when it is first used, and again when the parts that it reads are gone,
    or when `is_old` says so of it: what is all in memory never finds that its parts are gone. Several threads
    may use it: one makes, and what was made before answers the others meanwhile."""

    def __init__(self, make: Callable[[], T_co], is_old: Callable[[T_co], bool] | None = None) -> None:
        self._make = make
        self._is_old = is_old
        self._made: T_co | None = None
        self._making = threading.Lock()

    def use(self, act: Callable[[T_co], R]) -> R:
        """Returns what `act` makes of it; tries once more with a new one. Raises SegmentGone the second time."""
        self.renew()
        return self.use_held(act)

    def use_held(self, act: Callable[[T_co], R]) -> R:
        """As `use`, but with the one that is there, old or not: it waits only where there is none."""
        held = self._made
        if held is None:
            held = self._instead_of(None)
        try:
            return act(held)
        except SegmentGone:
            return act(self._instead_of(held))

    def renew(self) -> bool:
        """Makes a new one if there is none, or an old one; says whether it did."""
        with self._making:
            if self._made is not None and (self._is_old is None or not self._is_old(self._made)):
                return False
            self._made = self._make()
            return True

    def _instead_of(self, gone: T_co | None) -> T_co:
        """Returns a new one, made here unless another thread has made it meanwhile."""
        with self._making:
            if self._made is None or self._made is gone:
                self._made = self._make()
            return self._made
