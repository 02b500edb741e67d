"""Opens a generation of the index for searching."""

from collections.abc import Callable
from pathlib import Path

from corpus.facts.version import FACTS_READ
from index.catalogue.loading import without_facts
from index.shelf import Shelf, ShelfBuilder, read_shelf, write_shelf
from index.snapshot import Snapshot, take_snapshot
from index.splitting import SPLITTING
from index.store.chroma import Store
from index.store.manifest import Manifest
from index.text import Terms
from index.types import FingerprintMismatch, Served


def open_snapshot(
    store: Store, manifest: Manifest, shelves: Path, terms: Terms, say: Callable[[str], None]
) -> Snapshot:
    """Makes a generation ready to be searched; `shelves` is the folder of what is kept at hand, and what
    is missing there is made from the store."""
    names = [segment.name for segment in manifest.segments]
    found = [ensure_shelf(store, name, shelves, terms, say) for name in names]
    counting = [e for e in manifest.entries if not e.superseded_by]
    served = {e.source.article: Served(e.segment, e.source.published) for e in counting}
    return take_snapshot(manifest.generation, served, names, found)


def ensure_shelf(
    store: Store, segment: str, shelves: Path, terms: Terms, say: Callable[[str], None]
) -> Shelf:
    """Returns the shelf of a segment, made from the store where it is missing."""
    shelf = read_shelf(shelves / segment, terms.fingerprint)
    if shelf is None:
        say("reading the index from the store, once …")
        builder = ShelfBuilder(terms)
        first = 0
        for page in store.all_rows(segment):
            builder.add(page, store.vectors(segment, range(first, first + len(page))))
            first += len(page)
        write_shelf(builder.finish(), shelves / segment)
        shelf = read_shelf(shelves / segment, terms.fingerprint)
    return shelf or builder.finish()


def index_fingerprint(model: str) -> str:
    """Names what an index depends on: the model, by its fingerprint, and the ways of splitting and of
    reading facts."""
    return f"{model}+{SPLITTING}{FACTS_READ}"


def check_fingerprint(manifest: Manifest, model: str) -> None:
    """Raises FingerprintMismatch where the index was made in another way than it would be read."""
    fingerprint = index_fingerprint(model)
    if manifest.fingerprint != fingerprint:
        raise made_otherwise(manifest.fingerprint, fingerprint)


def made_otherwise(made_with: str, fingerprint: str) -> FingerprintMismatch:
    """Returns the error for an index that was made with another fingerprint than is wanted."""
    if not made_with.endswith(FACTS_READ):
        return without_facts()
    return FingerprintMismatch(
        f"the index was made with {made_with}, this is {fingerprint}: "
        "set MODELSCAPE_EMBEDDING_MODEL as it was, or run `modelscape index --rebuild`"
    )
