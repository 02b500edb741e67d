"""Fills the new segment: with what was read, and with what is copied from segments that it replaces."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

import numpy as np

from corpus.types import Source
from index.store.chroma import Store
from index.store.manifest import Entry, Segment
from index.sync.quoting import passage_numbers
from index.sync.reading import Read
from index.sync.writing import SegmentWriter, windows
from index.types import Embedder, FactRow, Passage

WINDOW = 256  # passages that are embedded and written at once

Progress = Callable[[int, int], None]


def embed(embedder: Embedder, progress: Progress, writer: SegmentWriter, read: Sequence[Read]) -> None:
    """Embeds and writes all passages, and each fact with the vector of the passage that it starts in."""
    sources = {r.source.article: r.source for r in read}
    passages = [p for r in read for p in r.passages]
    facts = _by_passage(read)
    done = 0
    # While one window is embedded, the one before it is written: embedding leaves some of two cores idle.
    with ThreadPoolExecutor(max_workers=1) as writing:
        written: Future[None] | None = None
        for part in windows(passages, WINDOW):
            progress(done, len(passages))
            vectors = embedder.embed_passages([p.embedded for p in part])
            if written:
                written.result()
            mine = [(n, row) for n in range(len(part)) for row in facts.get(done + n, ())]
            written = writing.submit(_add, writer, part, mine, sources, vectors)
            done += len(part)
        if written:
            written.result()
    progress(done, len(passages))


def copy(
    store: Store, writer: SegmentWriter, segment: Segment, rows: np.ndarray, kept: Mapping[str, Entry]
) -> None:
    """Copies the rows of a segment that are served into the new one, and the facts of their articles."""
    sources = {name: entry.source for name, entry in kept.items() if entry.segment == segment.name}
    for at in range(0, len(rows), WINDOW * 8):
        part = rows[at : at + WINDOW * 8].tolist()
        passages: list[Passage] = store.rows(segment.name, part)
        writer.add(passages, sources, store.vectors(segment.name, part))
    if segment.facts:
        _copy_facts(store, writer, segment.facts, sources)


def _copy_facts(store: Store, writer: SegmentWriter, segment: str, sources: Mapping[str, Source]) -> None:
    first = 0
    for page in store.facts.pages(segment):
        live = [n for n, row in enumerate(page) if row.fact.article in sources]
        if live:
            vectors = store.vectors(segment, [first + n for n in live])
            writer.add_facts([page[n] for n in live], sources, vectors)
        first += len(page)


def _by_passage(read: Sequence[Read]) -> dict[int, list[FactRow]]:
    """The facts by the number of their passage among all that were read."""
    found: dict[int, list[FactRow]] = defaultdict(list)
    first = 0
    for r in read:
        for number, row in zip(passage_numbers(r.facts, r.passages), r.facts, strict=True):
            found[first + number].append(row)
        first += len(r.passages)
    return found


def _add(
    writer: SegmentWriter,
    passages: Sequence[Passage],
    facts: Sequence[tuple[int, FactRow]],
    sources: Mapping[str, Source],
    vectors: np.ndarray,
) -> None:
    writer.add(passages, sources, vectors)
    writer.add_facts([row for _, row in facts], sources, vectors[[number for number, _ in facts]])
