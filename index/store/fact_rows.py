"""The rows of the segments that hold facts."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from corpus.types import Source
from index.store.client import Client
from index.store.errors import damaged
from index.store.fact_record import fact_metadata, fact_row_of, source_metadata
from index.store.record import Metadata
from index.types import FactRow

PAGE = 2000  # rows read at once


class FactRows:
    """Writes and reads facts; raises StoreError. Their vectors are read as those of passages are."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def add(
        self,
        segment: str,
        first_row: int,
        rows: Sequence[FactRow],
        sources: Mapping[str, Source],
        vectors: np.ndarray,
    ) -> None:
        """Writes rows first_row, first_row + 1, …; `sources` by article id; vectors float32 [rows, d]."""
        for start in range(0, len(rows), self._client.batch):
            part = rows[start : start + self._client.batch]
            ids = [str(first_row + start + n) for n in range(len(part))]
            metadatas = [{**fact_metadata(r), **source_metadata(sources[r.fact.article])} for r in part]
            part_vectors = np.asarray(vectors[start : start + len(part)], np.float32)
            self._client.add(segment, ids, part_vectors, metadatas, [r.sentence for r in part])

    def pages(self, segment: str) -> Iterator[list[FactRow]]:
        """Yields all rows by row number, in pages."""
        count = self._client.count(segment)
        for start in range(0, count, PAGE):
            wanted = [str(n) for n in range(start, min(start + PAGE, count))]
            found = self._client.records(segment, wanted)
            if len(found) != len(wanted):
                why = f"has {len(found)} rows in {segment} where {len(wanted)} should be"
                raise damaged(self._client.place, why)
            yield [self._row(segment, *found[row]) for row in wanted]

    def _row(self, segment: str, sentence: str, metadata: Metadata) -> FactRow:
        try:
            return fact_row_of(sentence, metadata)
        except (KeyError, TypeError, ValueError) as error:
            raise damaged(self._client.place, f"has a row in {segment} that is no fact") from error
