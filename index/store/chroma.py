"""The store: segments of passages with their vectors, and generations that say which of them are served."""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

import numpy as np

from corpus.types import Source
from index.store.client import Client
from index.store.errors import damaged, explained
from index.store.fact_rows import FactRows
from index.store.generations import Generations
from index.store.manifest import Manifest
from index.store.place import Embedded, Place
from index.store.record import metadata_of, passage_of
from index.store.segments import Kind, segment_name
from index.store.tidying import tidy
from index.types import Passage, SegmentGone, StoreError

PAGE = 2000  # rows read at once

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Health:
    """What a sound index holds."""

    generation: int
    articles: int
    passages: int
    segments: int
    facts: int = 0


def open_store(where: Place) -> "Store":
    """Opens a store; an embedded one is made where it is missing. Raises StoreError, which says what to do."""
    if isinstance(where, Embedded):
        try:
            where.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise explained(str(error), where) from error
    return Store(Client(where))


class Store:
    """Raises StoreError with a sentence that says what to do. A reader that gets SegmentGone reads the
    manifest again and retries once. Several threads may use it."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.facts = FactRows(client)
        self._generations = Generations(client)
        self._sound: dict[str, int] = {}  # segments that were seen to have their vectors, and their rows

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the store."""
        self._client.close()

    def latest_generation(self) -> int | None:
        """Returns the number of the generation to serve, None if there is none; costs under a millisecond."""
        return max(self._generations.numbers(), default=None)

    def manifest(self, generation: int | None = None) -> Manifest:
        """Returns a generation, the newest if None. Raises NoIndex, or SegmentGone for one dropped."""
        return self._generations.read(generation)

    def new_segment(self, fingerprint: str, created: datetime, kind: Kind = Kind.PASSAGES) -> str:
        """Makes an empty segment, which is served when a generation names it; returns its name."""
        name = segment_name(kind, fingerprint)
        self._client.create(name, created.isoformat())
        return name

    def add_rows(
        self,
        segment: str,
        first_row: int,
        passages: Sequence[Passage],
        sources: Mapping[str, Source],
        vectors: np.ndarray,
    ) -> None:
        """Writes rows first_row, first_row + 1, …; `sources` by article id; vectors float32 [passages, d]."""
        for start in range(0, len(passages), self._client.batch):
            part = passages[start : start + self._client.batch]
            ids = _ids(range(first_row + start, first_row + start + len(part)))
            metadatas = [metadata_of(p, sources[p.article]) for p in part]
            part_vectors = np.asarray(vectors[start : start + len(part)], np.float32)
            self._client.add(segment, ids, part_vectors, metadatas, [p.text for p in part])

    def query(self, segment: str, vector: np.ndarray, n: int) -> tuple[np.ndarray, np.ndarray]:
        """Returns up to n rows, best first: row numbers int64, cosine similarities float32."""
        self._see(segment)
        ids, distances = self._client.nearest(segment, vector, n)
        return np.array(ids, np.int64), 1 - np.array(distances, np.float32)

    def rows(self, segment: str, numbers: Iterable[int]) -> list[Passage]:
        """Returns passages in the order of their numbers."""
        wanted = _ids(numbers)
        unique = list(dict.fromkeys(wanted))
        found: dict[str, Passage] = {}
        for start in range(0, len(unique), PAGE):
            records = self._client.records(segment, unique[start : start + PAGE])
            found |= {row: self._passage(segment, *record) for row, record in records.items()}
        self._expect(segment, len(unique), len(found))
        return [found[row] for row in wanted]

    def vectors(self, segment: str, numbers: Iterable[int] | None = None) -> np.ndarray:
        """Returns float32 [numbers, d], in the order of the numbers, of distinct rows; None: of all rows."""
        wanted = _ids(range(self._client.count(segment)) if numbers is None else numbers)
        pages = [self._vectors(segment, wanted[at : at + PAGE]) for at in range(0, len(wanted), PAGE)]
        return np.concatenate(pages) if pages else np.zeros((0, 0), np.float32)

    def all_rows(self, segment: str) -> Iterator[list[Passage]]:
        """Yields all passages by row number, in pages."""
        count = self._client.count(segment)
        for start in range(0, count, PAGE):
            yield self.rows(segment, range(start, min(start + PAGE, count)))

    def publish(self, manifest: Manifest, now: datetime | None = None) -> None:
        """Moves the pointer to a generation and drops what no generation needs any more; on a folder of
        our own, the caller holds the writer's lock. Raises UpdateUnderWay where another was faster. After
        any other StoreError its segments must be left alone: the pointer may have moved all the same."""
        self._generations.publish(manifest)
        try:
            for name in tidy(self._client, self._generations, now or datetime.now(UTC)):
                self._sound.pop(name, None)
        except StoreError as error:  # the generation is out, and the next one tidies again
            _log.warning("old parts of the index were left where they are: %s", error)

    def drop(self, segments: Iterable[str]) -> None:
        """Removes segments, if they are there: those of an update that failed before it published."""
        for name in segments:
            self._sound.pop(name, None)
            self._client.delete(name)

    def check(self) -> Health:
        """Reads through what is served. Raises NoIndex, or StoreDamaged for what can't be right."""
        manifest = self.manifest()
        for segment in manifest.segments:
            for name, rows in zip(segment.collections, (segment.rows, segment.fact_rows), strict=False):
                self._check(name, rows, manifest.generation)
        entries = manifest.entries
        passages, facts = sum(e.passages for e in entries), sum(e.facts for e in entries)
        return Health(manifest.generation, len(entries), passages, len(manifest.segments), facts)

    def _check(self, segment: str, rows: int, generation: int) -> None:
        try:
            self._sound.pop(segment, None)
            self._expect(segment, rows, self._see(segment))
        except SegmentGone as error:
            if self.latest_generation() != generation:
                raise
            raise damaged(self._client.place, f"lacks its part {segment}") from error

    def _see(self, segment: str) -> int:
        """Returns how many rows a segment has. Chroma silently serves the last rows alone where the files
        of the vectors are lost, so the first one is asked for, once."""
        if segment not in self._sound:
            rows = self._client.count(segment)
            self._vectors(segment, ["0"] if rows else [])
            self._sound[segment] = rows
        return self._sound[segment]

    def _vectors(self, segment: str, wanted: list[str]) -> np.ndarray:
        if not wanted:
            return np.zeros((0, 0), np.float32)
        ids, vectors = self._client.vectors(segment, wanted)
        self._expect(segment, len(wanted), len(ids))
        place = {row: at for at, row in enumerate(ids)}
        return vectors[[place[row] for row in wanted]]

    def _passage(self, segment: str, text: str, metadata: Mapping[str, str | int | float | bool]) -> Passage:
        try:
            return passage_of(text, metadata)
        except (KeyError, ValueError) as error:
            raise damaged(self._client.place, f"has a row in {segment} that is no passage") from error

    def _expect(self, segment: str, wanted: int, found: int) -> None:
        if wanted != found:
            raise damaged(self._client.place, f"has {found} rows in {segment} where {wanted} should be")


def _ids(numbers: Iterable[int]) -> list[str]:
    return [str(int(number)) for number in numbers]
