"""Writes one new segment: rows into the store, and beside them the shelf that searching needs."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import numpy as np

from corpus.types import Source
from index.catalogue.shelved import write_copy
from index.shelf import ShelfBuilder, write_shelf
from index.store.chroma import Store
from index.store.manifest import Segment
from index.store.segments import Kind
from index.text import Terms
from index.types import FactRow, Passage


class SegmentWriter:
    """Adds rows to a segment, and facts to the one beside it; each is made when its first row comes."""

    def __init__(self, store: Store, fingerprint: str, terms: Terms, now: datetime) -> None:
        self._store = store
        self._fingerprint = fingerprint
        self._now = now
        self._shelf = ShelfBuilder(terms)
        self._rows = 0
        self._name: str | None = None
        self._facts: list[FactRow] = []
        self._facts_name: str | None = None

    def add(self, passages: Sequence[Passage], sources: Mapping[str, Source], vectors: np.ndarray) -> None:
        """Writes the next rows; `sources` by article."""
        if not passages:
            return
        if self._name is None:
            self._name = self._store.new_segment(self._fingerprint, self._now)
        self._store.add_rows(self._name, self._rows, passages, sources, vectors)
        self._shelf.add(passages, vectors)
        self._rows += len(passages)

    def add_facts(self, rows: Sequence[FactRow], sources: Mapping[str, Source], vectors: np.ndarray) -> None:
        """Writes the next facts; vectors [rows, d], those of their passages."""
        if not rows:
            return
        if self._facts_name is None:
            self._facts_name = self._store.new_segment(self._fingerprint, self._now, Kind.FACTS)
        self._store.facts.add(self._facts_name, len(self._facts), rows, sources, vectors)
        self._facts += rows

    def finish(self, shelves: Path) -> Segment | None:
        """Returns the segment, its shelf written too, or None if there were no rows."""
        if self._name is None:
            return None
        write_shelf(self._shelf.finish(), shelves / self._name)
        if self._facts_name is not None:
            write_copy(self._facts, shelves / self._facts_name)
        return Segment(self._name, self._rows, self._facts_name, len(self._facts))

    def abandon(self) -> None:
        """Removes what was written."""
        self._store.drop(name for name in (self._name, self._facts_name) if name is not None)


def windows(passages: Sequence[Passage], size: int) -> Iterable[Sequence[Passage]]:
    """Cuts into runs of at most `size`."""
    return (passages[at : at + size] for at in range(0, len(passages), size))
