"""Connections to the store, one for each generation that is searched."""

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from typing import TypeVar

from index.store.chroma import Store

T = TypeVar("T")
_KEPT = 2  # what is being answered when another generation is taken up still reads the one before


class Connections:
    """Opens the store anew for each reader that is made of it: an embedded Chroma keeps in memory whatever it has
    searched, 4 MB a segment, until it is closed. Not for several threads at once."""

    def __init__(self, connect: Callable[[], AbstractContextManager[Store]]) -> None:
        self._connect = connect
        self._open: list[ExitStack] = []

    def reader(self, make: Callable[[Store], T]) -> T:
        """Returns what `make` makes of a new connection; the oldest are closed once it is made."""
        with ExitStack() as opening:
            made = make(opening.enter_context(self._connect()))
            self._open.append(opening.pop_all())
        while len(self._open) > _KEPT:
            self._open.pop(0).close()
        return made

    def close(self) -> None:
        """Closes all."""
        while self._open:
            self._open.pop().close()
