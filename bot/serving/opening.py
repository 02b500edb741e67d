"""Opens the index for a process that goes on answering while the index changes."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import date
from functools import cache

from bot.answering.answerer import Answerer
from bot.answering.typed_first import TypedFirst
from bot.compose import make_answerer, open_model, processors, reading
from bot.facts.facts import facts_of
from bot.places import shelves
from bot.renewed import Renewed
from bot.serving.types import Edition
from bot.settings import Settings
from index.catalogue.loading import load_catalogue
from index.store.chroma import Store


@contextmanager
def open_edition(
    settings: Settings, say: Callable[[str], None]
) -> Iterator[tuple[Renewed[Edition], Renewed[Answerer]]]:
    """Yields what is answered from, and the passages behind it. `renew` of both takes up the newest generation
    beside the one that answers. They raise NoIndex until there is an index."""
    model = cache(lambda: open_model(settings, say, threads=1))
    with ExitStack() as opened, ThreadPoolExecutor(min(2, processors())) as workers:
        store = Renewed(lambda: opened.enter_context(reading(settings)))
        passages = Renewed(
            lambda: store.use(lambda s: make_answerer(settings, s, model(), workers, say)),
            lambda made: made.generation != store.use(_newest),
        )
        edition = Renewed(
            lambda: store.use(lambda s: _edition(settings, s, passages, say)),
            lambda made: made.manifest.generation != store.use(_newest),
        )
        yield edition, passages


def _newest(store: Store) -> int | None:
    return store.latest_generation()


def _edition(
    settings: Settings, store: Store, passages: Renewed[Answerer], say: Callable[[str], None]
) -> Edition:
    manifest = store.manifest()
    catalogue = load_catalogue(store, manifest, shelves(settings), say)
    return Edition(manifest, TypedFirst(facts_of(catalogue), passages, date.today))
