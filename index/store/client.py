"""Collections in Chroma, in terms of names, lists and arrays.

Embeddings are always passed and the embedding function is always None: else Chroma fetches a model.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, TypeVar

import numpy as np

from index.store.connection import Connection
from index.store.place import Place
from index.store.record import Metadata
from index.types import SegmentGone

# Cosine is not the default. Of questions at 100,000 rows, the ten nearest passages are found to 0.81 with the
# defaults of the other three, to 0.90 with an ef_search of 200, to 0.99 with 1,000, at 2 ms a query.
_HNSW = {"space": "cosine", "ef_search": 800, "max_neighbors": 32, "ef_construction": 200}
_MOST_AT_ONCE = 1000  # rows in one write; a server takes 40 MB
_LISTED_AT_ONCE = 500

T = TypeVar("T")


class Client:
    """Collections by name. One that is not there raises SegmentGone; several threads may use it."""

    def __init__(self, place: Place) -> None:
        """Raises StoreError where the store can't be opened."""
        self.place = place
        self._connection = Connection(place)

    def close(self) -> None:
        """Ends the connection."""
        self._connection.close()

    @cached_property
    def batch(self) -> int:
        """The most rows of one `add`."""
        with self._connection.api() as api:
            return min(_MOST_AT_ONCE, int(api.get_max_batch_size()))

    def names(self) -> dict[str, str]:
        """Returns what collections there are, each with when it was created ("" if unknown)."""
        found: dict[str, str] = {}
        where = self._connection.where
        while True:
            with self._connection.api() as api:
                page = api.list_collections(limit=_LISTED_AT_ONCE, offset=len(found), **where)
            found |= {model.name: str((model.metadata or {}).get("created", "")) for model in page}
            if len(page) < _LISTED_AT_ONCE:
                return found

    def create(self, name: str, created: str, *, exist_ok: bool = False) -> None:
        """Makes an empty collection."""
        with self._connection.api() as api:
            api.create_collection(
                name,
                configuration={"hnsw": _HNSW, "embedding_function": None},
                metadata={"created": created},
                get_or_create=exist_ok,
                **self._connection.where,
            )

    def delete(self, name: str) -> None:
        """Removes a collection, if it is there."""
        self._connection.forget(name)
        try:
            with self._connection.api() as api:
                api.delete_collection(name, **self._connection.where)
        except SegmentGone:
            return

    def count(self, name: str) -> int:
        """Returns the number of rows."""
        return int(self._on(name, lambda c: c.count()))

    def add(
        self,
        name: str,
        ids: Sequence[str],
        vectors: np.ndarray,
        metadatas: Sequence[Metadata],
        documents: Sequence[str] | None = None,
    ) -> None:
        """Adds up to `batch` rows, all or none; an id that is there already is left as it is."""
        rows: dict[str, Any] = {"ids": list(ids), "embeddings": vectors, "metadatas": list(metadatas)}
        if documents is not None:
            rows["documents"] = list(documents)
        self._on(name, lambda c: c.add(**rows))

    def remove(self, name: str, ids: Sequence[str]) -> None:
        """Removes rows."""
        self._on(name, lambda c: c.delete(ids=list(ids)))

    def ids(self, name: str) -> list[str]:
        """Returns the ids of all rows, in no order."""
        return list(self._on(name, lambda c: c.get(include=[]))["ids"])

    def records(self, name: str, ids: Sequence[str]) -> dict[str, tuple[str, Metadata]]:
        """Returns document ("" if none) and metadata of the rows that are there."""
        found = self._on(name, lambda c: c.get(ids=list(ids), include=["documents", "metadatas"]))
        rows = zip(found["ids"], found["documents"], found["metadatas"], strict=True)
        return {row: (text or "", dict(metadata or {})) for row, text, metadata in rows}

    def vectors(self, name: str, ids: Sequence[str]) -> tuple[list[str], np.ndarray]:
        """Returns the rows that are there, in Chroma's order: ids, and vectors float32 [rows, d]."""
        found = self._on(name, lambda c: c.get(ids=list(ids), include=["embeddings"]))
        return list(found["ids"]), np.asarray(found["embeddings"], np.float32)

    def nearest(self, name: str, vector: np.ndarray, n: int) -> tuple[list[str], list[float]]:
        """Returns up to n rows, nearest first: ids and cosine distances."""
        asked: dict[str, Any] = {"query_embeddings": [vector], "n_results": n, "include": ["distances"]}
        found = self._on(name, lambda c: c.query(**asked))
        return found["ids"][0], found["distances"][0]

    def _on(self, name: str, act: Callable[[Any], T]) -> T:
        """Acts on a collection; once more with a new handle, since one of that name may be another now."""
        try:
            return self._once(name, act)
        except SegmentGone:
            self._connection.forget(name)
            return self._once(name, act)

    def _once(self, name: str, act: Callable[[Any], T]) -> T:
        with self._connection.api() as api:
            return act(self._connection.collection(api, name))
