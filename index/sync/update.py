"""Brings the index in line with folders of articles.

What is new or changed is read, split and embedded into a new segment beside what is served, its facts
into another; then one pointer moves. A process that dies before that leaves the index as it was.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from threading import Event

import numpy as np

from corpus.types import ArticleFile, Skipped
from index.opening import ensure_shelf, index_fingerprint, made_otherwise
from index.shelf import Shelf, drop_shelves
from index.splitting import Limits
from index.store.chroma import Store
from index.store.lock import update_lock
from index.store.manifest import Entry, Manifest
from index.sync.filling import Progress, copy, embed
from index.sync.plan import (
    Plan,
    distinct,
    make_plan,
    of_others,
    skipped_of_others,
    to_merge,
    without_removed,
    without_unusable,
)
from index.sync.reading import Corpus, Read, ReadFacts, Warn, find_all, no_warnings, read_all, stated_in
from index.sync.recording import generation_of, report_of, with_kin
from index.sync.relating import FindKin, no_kin
from index.sync.report import Report
from index.sync.writing import SegmentWriter
from index.text import Terms
from index.types import Embedder, NoIndex, StoreDamaged


@dataclass(frozen=True, slots=True)
class Options:
    """`data` is the data folder, which holds the writer's lock; `shelves` what is kept at hand about the
    segments; `passages` the most that one article may have. `keep_others` leaves what came from other folders
    than those given as it is; `removed` are the corpus and path of what must stay out."""

    data: Path
    shelves: Path
    passages: int = 2000
    rebuild: bool = False
    keep_others: bool = False
    removed: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Tools:
    """What an update works with. `progress` is told how many passages of how many are embedded;
    `read_facts` reads an article's facts, `warn` says what to know of its text, `kin` what one
    article is to another."""

    store: Store
    embedder: Embedder
    terms: Terms
    progress: Progress
    say: Callable[[str], None]
    read_facts: ReadFacts
    warn: Warn = no_warnings
    kin: FindKin = no_kin


def update(folders: Sequence[Corpus], tools: Tools, options: Options, today: date, now: datetime) -> Report:
    """Updates the index and reports. Raises StoreError, EmbeddingError or CorpusError; the index then is as
    it was."""
    began = time.monotonic()
    with update_lock(options.data):
        before = _before(tools, options.rebuild)
        files, skipped = _found(folders, before, options)
        plan = make_plan(distinct(files), before.by_article, options.rebuild)
        limits, wanted = Limits(passages=options.passages), (*plan.added, *plan.changed)
        # Facts are read while passages are embedded: that leaves some of two cores idle. Not before, since two
        # threads that run Python keep each other waiting.
        embedding = Event()
        aside = ThreadPoolExecutor(max_workers=1, initializer=embedding.wait)
        try:
            read, unusable = read_all(
                wanted,
                today,
                tools.embedder.count_tokens,
                limits,
                lambda article: aside.submit(stated_in, article, tools.read_facts).result,
                tools.warn,
            )
            embedding.set()
            left_out = tuple(sorted({*skipped, *unusable}, key=lambda one: (one.path, one.reason)))
            after = _write(tools, options, before, plan, read, left_out, now)
            return report_of(before, after, plan, read, time.monotonic() - began)
        finally:
            embedding.set()
            aside.shutdown(cancel_futures=True)


def _found(
    folders: Sequence[Corpus], before: Manifest, options: Options
) -> tuple[list[ArticleFile], list[Skipped]]:
    """The files that the index is to hold, and what is skipped."""
    files, skipped = find_all(folders)
    if options.keep_others:
        skipped = [*skipped_of_others(before, files), *skipped]
        files = [*of_others(before), *files]
    files, unusable = without_unusable(files, () if options.rebuild else before.skipped)
    files, out = without_removed(files, options.removed)
    return files, [*skipped, *unusable, *out]


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
        raise made_otherwise(before.fingerprint, fingerprint)
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
    shelves = {s.name: _shelf(s.name, tools, options) for s in before.segments}
    live = {name: _live_rows(name, shelf, kept) for name, shelf in shelves.items()}
    counts = {name: len(rows) for name, rows in live.items()}
    new_rows = sum(len(r.passages) for r in read)
    merged = to_merge(counts, {s.name: s.rows for s in before.segments}, new_rows)
    writer = SegmentWriter(tools.store, before.fingerprint, tools.terms, now)
    try:
        embed(tools.embedder, tools.progress, writer, read)
        for old in (s for s in before.segments if s.name in merged):
            copy(tools.store, writer, old, live[old.name], kept)
        segment = writer.finish(options.shelves)
    except BaseException:
        writer.abandon()
        raise
    after = generation_of(before, kept, read, merged, segment, skipped, now)
    if segment:
        shelves[segment.name] = _shelf(segment.name, tools, options)
    after = with_kin(after, before, read, shelves, tools.store, tools.kin)
    tools.store.publish(after)
    drop_shelves(options.shelves, [n for m in (before, after) for s in m.segments for n in s.collections])
    return after


def _shelf(segment: str, tools: Tools, options: Options) -> Shelf:
    return ensure_shelf(tools.store, segment, options.shelves, tools.terms, tools.say)


def _live_rows(segment: str, shelf: Shelf, kept: Mapping[str, Entry]) -> np.ndarray:
    served = [name in kept and kept[name].segment == segment for name in shelf.article_names]
    return np.flatnonzero(np.array(served, bool)[shelf.articles])
