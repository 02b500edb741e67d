"""Loads the catalogue of a generation: without vectors, models or anything that is heavy to import."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from corpus.facts.version import FACTS_READ
from index.catalogue.catalogue import Catalogue, make_catalogue
from index.catalogue.shelved import read_copy, write_copy
from index.catalogue.types import Statement
from index.store.chroma import Store
from index.store.manifest import Entry, Manifest, Segment
from index.types import FactRow, FingerprintMismatch


def load_catalogue(store: Store, manifest: Manifest, shelves: Path, say: Callable[[str], None]) -> Catalogue:
    """Loads what the articles of a generation state; `shelves` is the folder of what is kept at hand, and
    what is missing there is read from the store. Raises StoreError; SegmentGone where a newer generation
    replaced this one meanwhile; FingerprintMismatch where the index has no facts, or those of other rules."""
    if not manifest.fingerprint.endswith(FACTS_READ):
        raise without_facts()
    entries = manifest.by_article
    served = (s for segment in manifest.segments for s in _statements(store, segment, entries, shelves, say))
    return make_catalogue(manifest.generation, _counting(list(served), entries))


def _counting(stated: Sequence[Statement], entries: Mapping[str, Entry]) -> Iterator[Statement]:
    """The statements that count: none of what was corrected, and of a copy only what its original lacks."""
    said = {_said(s) for s in stated if s.original is None} if any(s.original for s in stated) else set()
    for statement in stated:
        if entries[statement.fact.article].superseded_by:
            continue
        if statement.original is not None:
            if _said(statement) in said:
                continue
            said.add(_said(statement))
        yield statement


def _said(statement: Statement) -> tuple[object, ...]:
    fact = statement.fact
    return statement.origin, fact.model.key, fact.attribute, fact.benchmark, fact.value, fact.status


def without_facts() -> FingerprintMismatch:
    """Returns the error for an index in which the facts are missing, or were read by other rules."""
    return FingerprintMismatch(
        "the index was made by another version of modelscape, which read no facts or others: "
        "run `modelscape index --rebuild`"
    )


def _statements(
    store: Store, segment: Segment, entries: Mapping[str, Entry], shelves: Path, say: Callable[[str], None]
) -> Iterator[Statement]:
    """The statements of the articles that are served from a segment."""
    for row in _rows(store, segment, shelves, say):
        entry = entries.get(row.fact.article)
        if entry is not None and entry.segment == segment.name:
            yield Statement(
                row.fact, entry.source, row.quote, row.context_quotes, entry.taken_in, entry.copy_of
            )


def _rows(store: Store, segment: Segment, shelves: Path, say: Callable[[str], None]) -> list[FactRow]:
    if segment.facts is None:
        return []
    found = read_copy(shelves / segment.facts, segment.fact_rows)
    if found is None:
        say("reading the facts from the store, once …")
        found = [row for page in store.facts.pages(segment.facts) for row in page]
        with suppress(OSError):  # it is a copy: without it, the next process reads the store again
            write_copy(found, shelves / segment.facts)
    return found
