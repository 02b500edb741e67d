"""Tells what an update of the index changed in what the articles state: it is what the update was made for."""

from collections.abc import Sequence

from bot.compose import Say, reading
from bot.facts.happening import change_row
from bot.facts.scribe import Scribe
from bot.places import shelves
from bot.settings import Settings
from bot.types import Happenings
from index.catalogue.catalogue import Catalogue
from index.catalogue.loading import load_catalogue
from index.catalogue.types import Change
from index.store.chroma import Store
from index.store.manifest import TAKEN_IN, Manifest
from index.types import SegmentGone


def changes_since(settings: Settings, before: Manifest | None, say: Say) -> Happenings:
    """Returns what the newest generation states otherwise than the one before the update. Where there was none,
    or where others updated the index so often meanwhile that it is no longer kept, what the articles state that
    were taken in since. Raises the errors of the index."""
    with reading(settings) as store:
        newest = store.manifest()
        if before and newest.generation == before.generation:
            return Happenings((), ())
        known = load_catalogue(store, newest, shelves(settings), say)
        return _told(_changes(known, _older(settings, store, before, say), _new(before, newest)))


def _older(settings: Settings, store: Store, before: Manifest | None, say: Say) -> Catalogue | None:
    try:
        return load_catalogue(store, before, shelves(settings), say) if before else None
    except SegmentGone:
        return None


def _new(before: Manifest | None, newest: Manifest) -> list[str]:
    known = before.by_article if before else {}
    mine = (entry.source.article for entry in newest.entries if entry.corpus == TAKEN_IN)
    return [article for article in mine if article not in known]


def _changes(known: Catalogue, older: Catalogue | None, new: Sequence[str]) -> tuple[Change, ...]:
    return known.changes_from(older) if older else known.changes_of(new)


def _told(changes: Sequence[Change]) -> Happenings:
    scribe = Scribe("en")
    rows = tuple(change_row(change, scribe) for change in changes)
    return Happenings(rows, scribe.citations)
