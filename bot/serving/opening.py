"""Opens the index for a process that goes on answering while the index changes."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import date

from bot.answering.answerer import Answerer
from bot.answering.typed_first import TypedFirst
from bot.compose import make_answerer, open_model, processors, reading
from bot.facts.facts import facts_of
from bot.places import shelves
from bot.renewed import Renewed
from bot.serving.connections import Connections
from bot.serving.types import Edition
from bot.settings import Settings
from corpus.language import detect
from index.catalogue.catalogue import Catalogue
from index.catalogue.loading import load_catalogue
from index.embedding.bundled import made_already
from index.embedding.open import BUNDLED
from index.store.chroma import Store
from index.types import Embedder, EmbeddingError, FingerprintMismatch, SegmentGone

_LANGUAGES = ("哪些模型", "quels modèles ouverts")  # of which each takes a part of its own
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Reading:
    """What is answered from, and the passages behind it: `renew` of each takes up the newest generation beside the
    one that answers. Both raise NoIndex until there is an index. `warm` opens what both need. `older` returns what
    was known in an earlier generation, None where it is no longer kept."""

    edition: Renewed[Edition]
    passages: Renewed[Answerer]
    warm: Callable[[], None]
    older: Callable[[int], Catalogue | None]


@contextmanager
def open_reading(settings: Settings, say: Say) -> Iterator[Reading]:
    """Yields what the index is read by; nothing of it is opened before it is used."""
    model = Renewed(lambda: open_model(settings, say, threads=1))
    with ExitStack() as opened, ThreadPoolExecutor(min(2, processors())) as workers:
        store = Renewed(lambda: opened.enter_context(reading(settings)))
        connections = opened.enter_context(closing(Connections(lambda: reading(settings))))
        passages = Renewed(
            lambda: connections.reader(lambda s: make_answerer(settings, s, _same(model), workers, say)),
            lambda made: made.generation != store.use(_newest),
        )
        edition = Renewed(
            lambda: store.use(lambda s: _edition(settings, s, passages, say)),
            lambda made: made.manifest.generation != store.use(_newest),
        )
        yield Reading(
            edition,
            passages,
            lambda: _warm(settings, model),
            lambda generation: store.use(lambda s: _older(settings, s, generation, say)),
        )


def _warm(settings: Settings, model: Renewed[Embedder]) -> None:
    """Opens what tells languages apart, and the model, unless that has to be made first, which takes longer.
    Nothing else runs for a second while its tokenizer is read, so that this is done while nobody waits."""
    for text in _LANGUAGES:
        detect(text)
    if settings.embedding_model != BUNDLED or made_already(settings.cache):
        with suppress(EmbeddingError):  # it is said when the passages are opened
            model.use(lambda embedder: embedder.embed_tokens("warm", query=True))


def _same(model: Renewed[Embedder]) -> Embedder:
    return model.use(lambda embedder: embedder)


def _older(settings: Settings, store: Store, generation: int, say: Say) -> Catalogue | None:
    try:
        return load_catalogue(store, store.manifest(generation), shelves(settings), say)
    except (SegmentGone, FingerprintMismatch):
        return None


def _newest(store: Store) -> int | None:
    return store.latest_generation()


def _edition(settings: Settings, store: Store, passages: Renewed[Answerer], say: Say) -> Edition:
    manifest = store.manifest()
    catalogue = load_catalogue(store, manifest, shelves(settings), say)
    return Edition(manifest, TypedFirst(facts_of(catalogue), passages, date.today))
