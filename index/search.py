"""Finds the passages for a query: dense and by words, in all languages, best first."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from corpus.types import Source
from index.ranking import best_first, dense_evidence, different_first, query_terms, word_evidence
from index.snapshot import Snapshot
from index.store.chroma import Store
from index.text import Terms
from index.types import Embedder, Hit, Passage

NEIGHBOURS = 100  # of each segment that are looked at
WORDS = 50  # best by words that are looked at beside them
QUERY_CHARACTERS = 1_000


class Searcher:
    """Searches one generation of an index."""

    def __init__(
        self, store: Store, embedder: Embedder, terms: Terms, snapshot: Snapshot, sources: dict[str, Source]
    ):
        self._store = store
        self._embedder = embedder
        self._terms = terms
        self._snapshot = snapshot
        self._sources = sources

    @property
    def generation(self) -> int:
        """The generation that it searches."""
        return self._snapshot.generation

    def search(self, query: str, language: str, limit: int, as_of: date | None = None) -> list[Hit]:
        """Returns at most `limit` hits, best first; none for an empty query or index. A query in
        `language` is cut at 1,000 characters; articles published after `as_of` are left out."""
        query = query[:QUERY_CHARACTERS]
        if not query.strip() or not self._snapshot.rows or limit < 1:
            return []
        vector = self._embedder.embed_query(query)
        words = word_evidence(self._snapshot, query_terms(self._terms(query)), language)
        rows = self._candidates(vector, words, limit, as_of)
        scores = dense_evidence(self._snapshot, vector, rows) + words[rows]
        order = best_first(self._snapshot, rows, scores)[: 2 * limit + 8]
        rows, scores = rows[order], scores[order]
        kept = different_first(self._snapshot, rows)[:limit]
        passages = self._passages(rows[kept])
        return [
            Hit(rank, float(scores[place]), passage, self._sources[passage.article])
            for rank, (place, passage) in enumerate(zip(kept, passages, strict=True), 1)
        ]

    def _candidates(
        self, vector: np.ndarray, words: np.ndarray, limit: int, as_of: date | None
    ) -> np.ndarray:
        snapshot = self._snapshot
        wanted = snapshot.groups >= 0
        if as_of:
            wanted &= snapshot.published_until(as_of)
        neighbours = max(NEIGHBOURS, 2 * limit)
        found = [np.argpartition(-words, min(WORDS, len(words) - 1))[:WORDS]]
        for name, start, end in zip(snapshot.segments, snapshot.starts, self._ends(), strict=True):
            dropped = int((~wanted[start:end]).sum())
            rows, _ = self._store.query(name, vector, min(neighbours + dropped, end - start))
            found.append(rows + start)
        rows = np.unique(np.concatenate(found))
        return np.asarray(rows[wanted[rows]])

    def _ends(self) -> list[int]:
        return [*self._snapshot.starts[1:], len(self._snapshot.groups)]

    def _passages(self, rows: np.ndarray) -> list[Passage]:
        """Fetches passages, with one call to the store for each segment."""
        snapshot = self._snapshot
        places = [snapshot.segment_of(int(row)) for row in rows]
        found: dict[int, Passage] = {}
        for number in sorted(set(places)):
            mine = [int(row) for row, place in zip(rows, places, strict=True) if place == number]
            start = snapshot.starts[number]
            passages: Sequence[Passage] = self._store.rows(
                snapshot.segments[number], [r - start for r in mine]
            )
            found.update(zip(mine, passages, strict=True))
        return [found[int(row)] for row in rows]
