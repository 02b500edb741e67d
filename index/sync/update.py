"""Brings the index in line with folders of articles.

What is new or changed is read, split and embedded into a new segment beside what is served; then one
pointer moves. A process that dies before that leaves the index as it was.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

import numpy as np

from corpus.types import Skipped, Warned
from index.opening import ensure_shelf, index_fingerprint
from index.shelf import Shelf, drop_shelves
from index.splitting import Limits
from index.store.chroma import Store
from index.store.lock import update_lock
from index.store.manifest import Entry, Manifest, Segment
from index.sync.plan import Plan, distinct, make_plan, to_merge
from index.sync.reading import Corpus, Read, find_all, read_all
from index.sync.report import Report
from index.sync.writing import SegmentWriter, windows
from index.text import Terms
from index.types import Embedder, FingerprintMismatch, NoIndex, Passage, StoreDamaged

WINDOW = 256  # passages that are embedded and written at once

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Options:
    """`data` is the data folder, which holds the writer's lock; `shelves` what is kept at hand about the
    segments; `passages` the most that one article may have."""

    data: Path
    shelves: Path
    passages: int = 2000
    rebuild: bool = False


@dataclass(frozen=True, slots=True)
class Tools:
    """What an update works with. `progress` is told how many passages of how many are embedded."""

    store: Store
    embedder: Embedder
    terms: Terms
    progress: Progress
    say: Callable[[str], None]


def update(folders: Sequence[Corpus], tools: Tools, options: Options, today: date, now: datetime) -> Report:
    """Updates the index and reports. Raises StoreError, EmbeddingError or CorpusError; the index then is as
    it was."""
    began = time.monotonic()
    with update_lock(options.data):
        files, skipped = find_all(folders)
        before = _before(tools, options.rebuild)
        plan = make_plan(distinct(files), before.by_article, options.rebuild)
        limits = Limits(passages=options.passages)
        read, unusable = read_all((*plan.added, *plan.changed), today, tools.embedder.count_tokens, limits)
        skipped += unusable
        after = _write(tools, options, before, plan, read, tuple(skipped), now)
    return _report(before, after, plan, read, time.monotonic() - began)


def _before(tools: Tools, rebuild: bool) -> Manifest:
    """The generation that is served; an empty one where there is none, or where all is made anew."""
    fingerprint = index_fingerprint(tools.embedder.fingerprint)
    nothing = Manifest(tools.store.latest_generation() or 0, fingerprint, datetime.min)
    try:
        before = tools.store.manifest()
    except NoIndex:
        return nothing
    except StoreDamaged:
        if rebuild:
            return nothing
        raise
    if rebuild:
        return replace(before, fingerprint=fingerprint, segments=())
    if before.fingerprint != fingerprint:
        raise FingerprintMismatch(
            f"the index was made with {before.fingerprint}, this is {fingerprint}: "
            "run `modelscape index --rebuild`, or set MODELSCAPE_EMBEDDING_MODEL as it was"
        )
    return before


def _write(
    tools: Tools,
    options: Options,
    before: Manifest,
    plan: Plan,
    read: Sequence[Read],
    skipped: tuple[Skipped, ...],
    now: datetime,
) -> Manifest:
    """Writes what changed and moves the pointer, if anything changed."""
    kept = {name: before.by_article[name] for name in plan.unchanged} if before.entries else {}
    same = not (read or plan.removed or plan.changed) and skipped == before.skipped
    if same and before.generation and before.segments:
        return before
    shelves = {
        s.name: ensure_shelf(tools.store, s.name, options.shelves, tools.terms, tools.say)
        for s in before.segments
    }
    live = {name: _live_rows(name, shelf, kept) for name, shelf in shelves.items()}
    counts = {name: len(rows) for name, rows in live.items()}
    new_rows = sum(len(r.passages) for r in read)
    merged = to_merge(counts, {s.name: s.rows for s in before.segments}, new_rows)
    writer = SegmentWriter(tools.store, before.fingerprint, tools.terms, now)
    try:
        _embed(tools, writer, read)
        for name in merged:
            _copy(tools.store, writer, name, live[name], kept)
        segment = writer.finish(options.shelves)
    except BaseException:
        writer.abandon()
        raise
    after = _manifest(before, kept, read, merged, segment, skipped, now)
    tools.store.publish(after)
    drop_shelves(options.shelves, [s.name for m in (before, after) for s in m.segments])
    return after


def _embed(tools: Tools, writer: SegmentWriter, read: Sequence[Read]) -> None:
    sources = {r.source.article: r.source for r in read}
    passages = [p for r in read for p in r.passages]
    done = 0
    # While one window is embedded, the one before it is written: embedding leaves some of two cores idle.
    with ThreadPoolExecutor(max_workers=1) as writing:
        written: Future[None] | None = None
        for part in windows(passages, WINDOW):
            tools.progress(done, len(passages))
            vectors = tools.embedder.embed_passages([p.embedded for p in part])
            if written:
                written.result()
            written = writing.submit(writer.add, part, sources, vectors)
            done += len(part)
        if written:
            written.result()
    tools.progress(done, len(passages))


def _copy(
    store: Store, writer: SegmentWriter, segment: str, rows: np.ndarray, kept: Mapping[str, Entry]
) -> None:
    """Copies the rows of a segment that are served into the new one."""
    sources = {name: entry.source for name, entry in kept.items()}
    for at in range(0, len(rows), WINDOW * 8):
        part = rows[at : at + WINDOW * 8].tolist()
        passages: list[Passage] = store.rows(segment, part)
        writer.add(passages, sources, store.vectors(segment, part))


def _live_rows(segment: str, shelf: Shelf, kept: Mapping[str, Entry]) -> np.ndarray:
    served = [name in kept and kept[name].segment == segment for name in shelf.article_names]
    return np.flatnonzero(np.array(served, bool)[shelf.articles])


def _manifest(
    before: Manifest,
    kept: Mapping[str, Entry],
    read: Sequence[Read],
    merged: Sequence[str],
    segment: Segment | None,
    skipped: tuple[Skipped, ...],
    now: datetime,
) -> Manifest:
    name = segment.name if segment else ""
    entries = {a: replace(e, segment=name) if e.segment in merged else e for a, e in kept.items()}
    known = before.by_article
    for r in read:
        taken_in = known[r.source.article].taken_in if r.source.article in known else now
        entries[r.source.article] = Entry(
            r.source, str(r.file.folder), r.file.digest, name, len(r.passages), taken_in, 0, r.warnings
        )
    used = {e.segment for e in entries.values()}
    segments = [s for s in before.segments if s.name in used and s.name not in merged]
    return Manifest(
        generation=before.generation + 1,
        fingerprint=before.fingerprint,
        created=now,
        segments=(*segments, segment) if segment else tuple(segments),
        entries=tuple(entries[article] for article in sorted(entries)),
        skipped=skipped,
    )


def _report(before: Manifest, after: Manifest, plan: Plan, read: Sequence[Read], seconds: float) -> Report:
    taken = {r.source.article for r in read}
    gone = before.by_article.keys() - after.by_article.keys()
    return Report(
        articles=len(after.entries),
        passages=sum(e.passages for e in after.entries),
        facts=sum(e.facts for e in after.entries),
        added=sum(f.article in taken for f in plan.added),
        updated=sum(f.article in taken for f in plan.changed),
        unchanged=len(plan.unchanged),
        removed=len(gone),
        skipped=after.skipped,
        warnings=tuple(Warned(e.source.path, w) for e in after.entries for w in e.warnings),
        generation=after.generation,
        seconds=round(seconds, 3),
    )
