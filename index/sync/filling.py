"""Fills the new segment: with what was read, and with what is copied from segments that it replaces."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import accumulate

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
Numbered = tuple[int, FactRow]


def embed(embedder: Embedder, progress: Progress, writer: SegmentWriter, read: Sequence[Read]) -> None:
    """Embeds and writes all passages, and each fact with the vector of the passage that it starts in."""
    sources = {r.source.article: r.source for r in read}
    passages = [p for r in read for p in r.passages]
    firsts = list(accumulate((len(r.passages) for r in read), initial=0))[:-1]
    done = 0
    # While one window is embedded, the one before it is written: embedding leaves some of two cores idle.
    with ThreadPoolExecutor(max_workers=1) as writing:
        written: Future[None] | None = None
        for part in windows(passages, WINDOW):
            progress(done, len(passages))
            vectors = embedder.embed_passages([p.embedded for p in part])
            if written:
                written.result()
            written = writing.submit(
                _add, writer, part, _later(read, firsts, done, len(part)), sources, vectors
            )
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


def _later(
    read: Sequence[Read], firsts: Sequence[int], start: int, count: int
) -> Callable[[], list[Numbered]]:
    """Gives, when it is called, the facts of `count` passages from `start` on, each with the number of its
    passage among these; `firsts` is the number of each article's first passage. It waits for the facts."""

    def facts() -> list[Numbered]:
        articles = range(max(0, bisect_left(firsts, start) - 1), bisect_left(firsts, start + count))
        every = (
            (firsts[at] + number - start, row)
            for at in articles
            for number, row in zip(
                passage_numbers(read[at].facts, read[at].passages), read[at].facts, strict=True
            )
        )
        return [(number, row) for number, row in every if 0 <= number < count]

    return facts


def _add(
    writer: SegmentWriter,
    passages: Sequence[Passage],
    facts: Callable[[], list[Numbered]],
    sources: Mapping[str, Source],
    vectors: np.ndarray,
) -> None:
    writer.add(passages, sources, vectors)
    found = facts()
    writer.add_facts([row for _, row in found], sources, vectors[[number for number, _ in found]])
