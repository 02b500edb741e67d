"""Writes down what an update did: the generation as it is now, and the report."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

import numpy as np

from corpus.intake.kinship import Account
from corpus.types import Skipped, Warned
from index.shelf import Shelf
from index.store.chroma import Store
from index.store.manifest import Entry, Manifest, Segment
from index.sync.likeness import centres
from index.sync.plan import Plan, corpus_of
from index.sync.reading import Read
from index.sync.relating import FindKin, Related, no_kin, relations, settled
from index.sync.report import Report


def generation_of(
    before: Manifest,
    kept: Mapping[str, Entry],
    read: Sequence[Read],
    merged: Sequence[str],
    segment: Segment | None,
    skipped: tuple[Skipped, ...],
    now: datetime,
) -> Manifest:
    """Returns the generation that follows `before`: what was kept, in the new segment where its own was merged
    into it, and what was read."""
    name = segment.name if segment else ""
    entries = {a: replace(e, segment=name) if e.segment in merged else e for a, e in kept.items()}
    known = before.by_article
    for r in read:
        taken_in = known[r.source.article].taken_in if r.source.article in known else now
        entries[r.source.article] = Entry(
            source=r.source,
            corpus=corpus_of(r.file),
            digest=r.file.digest,
            segment=name,
            passages=len(r.passages),
            taken_in=taken_in,
            facts=len(r.facts),
            warnings=r.warnings,
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


def with_kin(
    after: Manifest,
    before: Manifest,
    read: Sequence[Read],
    shelves: Mapping[str, Shelf],
    store: Store,
    kin: FindKin,
) -> Manifest:
    """Returns the generation with its copies, translations and corrections; `shelves` are those of its segments."""
    entries, fresh = after.by_article, {r.source.article: r for r in read}
    found: list[Related] = []
    if fresh and kin is not no_kin:
        served = {name: entry.segment for name, entry in entries.items()}
        middle = centres(shelves, served)

        def account(name: str) -> Account:
            if name in fresh:
                return Account(fresh[name].source, "\n".join(p.text for p in fresh[name].passages))
            segment = entries[name].segment
            number = shelves[segment].article_names.index(name)
            rows = np.flatnonzero(shelves[segment].articles == number)
            return Account(entries[name].source, "\n".join(p.text for p in store.rows(segment, rows)))

        found = list(relations(middle, fresh, account, kin))
    told = settled(entries, before.by_article, frozenset(fresh), found)
    return replace(after, entries=tuple(told[name] for name in sorted(told)))


def report_of(before: Manifest, after: Manifest, plan: Plan, read: Sequence[Read], seconds: float) -> Report:
    """Returns what an update did."""
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
        warnings=tuple(Warned(e.source.path, w) for e in after.entries for w in _warnings(e, after)),
        generation=after.generation,
        seconds=round(seconds, 3),
    )


def _warnings(entry: Entry, after: Manifest) -> tuple[str, ...]:
    if entry.superseded_by is None:
        return entry.warnings
    newer = next(e for e in after.entries if e.source.article == entry.superseded_by)
    said = f"It is superseded by {newer.source.path}, which corrects it: what it says no longer counts."
    return (*entry.warnings, said)
