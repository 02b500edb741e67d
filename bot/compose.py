"""Puts the parts of a command together. Heavy parts are imported where they are made, since `--help`, wrong
usage and `sources` must not wait for them."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from bot.places import shelves, store_place
from bot.renewed import Renewed
from bot.settings import Settings
from corpus.lexicon import read_aliases, read_concepts, read_frame_words
from index.store.place import Embedded, Place
from index.types import Embedder, NoIndex

if TYPE_CHECKING:
    from bot.answering.answerer import Answerer
    from bot.answering.typed_first import TypedFirst
    from bot.facts.facts import Facts
    from index.catalogue.catalogue import Catalogue
    from index.search import Searcher
    from index.store.chroma import Store
    from index.store.manifest import Manifest
    from index.text import Terms

Say = Callable[[str], None]


@contextmanager
def open_searcher(settings: Settings, say: Say) -> Iterator[Renewed["Searcher"]]:
    """Opens the index for searching. Raises NoIndex where there is none."""
    with _opened(settings, say) as (store, embedder):
        yield Renewed(
            lambda: _searcher(settings, store, embedder, say),
            lambda made: made.generation != store.latest_generation(),
        )


@contextmanager
def open_answerer(settings: Settings, say: Say, ahead: bool = True) -> Iterator[Renewed["TypedFirst"]]:
    """Opens the index for answering. `ahead` says that the passages, which need the model, will be asked: it is
    opened in the meantime. Raises NoIndex where there is none."""
    _place_of_index(settings)
    begun = _begin_to_open(settings) if ahead else None
    model = cache(lambda: begun or open_model(settings, say, threads=1))
    # One question at a time: its passages are read on two processors, each on one, since that is a fifth
    # faster than one after the other on both.
    with reading(settings) as store, ThreadPoolExecutor(min(2, processors())) as workers:
        store.manifest()  # raises NoIndex before a model is made for nothing

        def passages() -> Renewed["Answerer"]:
            return Renewed(lambda: make_answerer(settings, store, model(), workers, say))

        yield _typed_first(_facts(catalogue_of(settings, store, say)), passages)


@contextmanager
def open_facts(settings: Settings, say: Say) -> Iterator[Renewed["Facts"]]:
    """Opens what the articles state, and its names, without the model. Raises NoIndex where there is none."""
    with open_catalogue(settings, say) as catalogue:
        yield _facts(catalogue)


@contextmanager
def open_catalogue(settings: Settings, say: Say) -> Iterator[Renewed["Catalogue"]]:
    """Opens what the articles state, without the embedding model. Raises NoIndex where there is none."""
    with reading(settings) as store:
        store.manifest()  # as for the others
        yield catalogue_of(settings, store, say)


def catalogue_of(settings: Settings, store: "Store", say: Say) -> Renewed["Catalogue"]:
    """Returns the catalogue of the newest generation, loaded when it is first used and when there is a newer."""
    from index.catalogue.loading import load_catalogue

    return Renewed(
        lambda: load_catalogue(store, store.manifest(), shelves(settings), say),
        lambda made: made.generation != store.latest_generation(),
    )


def _facts(catalogue: Renewed["Catalogue"]) -> Renewed["Facts"]:
    from bot.facts.facts import facts_of

    return Renewed(
        lambda: facts_of(catalogue.use(lambda newest: newest)),
        lambda made: catalogue.use(lambda newest: newest is not made.known),
    )


def _typed_first(
    facts: Renewed["Facts"], passages: Callable[[], Renewed["Answerer"]]
) -> Renewed["TypedFirst"]:
    """With newer facts come newer passages; they are opened when they are first asked."""
    from bot.answering.typed_first import TypedFirst

    return Renewed(
        lambda: TypedFirst(facts.use(lambda newest: newest), passages(), date.today),
        lambda made: facts.use(lambda newest: newest is not made.facts),
    )


def read_manifest(settings: Settings) -> "Manifest":
    """Returns what the index holds. Raises NoIndex where there is none."""
    with reading(settings) as store:
        return store.manifest()


@contextmanager
def reading(settings: Settings) -> Iterator["Store"]:
    """Opens the store, but makes none where there is none: then raises NoIndex."""
    place = _place_of_index(settings)
    from index.store.chroma import open_store

    with open_store(place) as store:
        yield store


def open_model(settings: Settings, say: Say, threads: int) -> Embedder:
    """Opens the embedding model that is set, which may have to be made first."""
    from index.embedding.open import open_embedder

    return open_embedder(settings.embedding_model, settings.cache, threads, say)


@contextmanager
def _opened(settings: Settings, say: Say) -> Iterator[tuple["Store", Embedder]]:
    """Opens the store and, in a thread meanwhile, the model if it is made already."""
    _place_of_index(settings)
    ahead = _begin_to_open(settings)
    with reading(settings) as store:
        store.manifest()  # raises NoIndex before a model is made for nothing
        yield store, ahead or open_model(settings, say, threads=1)


def _begin_to_open(settings: Settings) -> Embedder | None:
    from index.embedding.open import open_ahead

    return open_ahead(settings.embedding_model, settings.cache, threads=1)


def _place_of_index(settings: Settings) -> Place:
    place = store_place(settings)
    if isinstance(place, Embedded) and not place.folder.is_dir():
        raise NoIndex(f"there is no index yet in {settings.data}: run `modelscape index`")
    return place


def processors() -> int:
    """Returns how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _searcher(settings: Settings, store: "Store", embedder: Embedder, say: Say) -> "Searcher":
    from index.opening import check_fingerprint, open_snapshot
    from index.search import Searcher

    manifest = store.manifest()
    check_fingerprint(manifest, embedder.fingerprint)
    terms = read_terms()
    snapshot = open_snapshot(store, manifest, shelves(settings), terms, say)
    sources = {entry.source.article: entry.source for entry in manifest.entries}
    return Searcher(store, embedder, terms, snapshot, sources)


def make_answerer(
    settings: Settings, store: "Store", embedder: Embedder, workers: Executor, say: Say
) -> "Answerer":
    """Returns what answers out of the passages of the newest generation; `workers` read for it. Raises
    NoIndex, StoreError, and FingerprintMismatch where the index was made with another model."""
    from bot.answering.answerer import Answerer
    from bot.answering.gate import read_threshold
    from bot.answering.units import QuestionReader
    from index.text import CONCEPT

    terms = read_terms()
    concepts = read_concepts()
    bridges = frozenset(CONCEPT + concept.name for concept in concepts if concept.bridge)
    reader = QuestionReader(read_frame_words(), terms, bridges)
    shapes = {CONCEPT + concept.name: concept.shape for concept in concepts if concept.shape}
    searcher = _searcher(settings, store, embedder, say)
    return Answerer(searcher, embedder, terms, reader, shapes, read_threshold(), workers)


def read_terms() -> "Terms":
    from index.text import Terms

    return Terms(read_aliases(), read_concepts())
