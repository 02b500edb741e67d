"""What is measured, opened as its commands open it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.compose import open_model, open_searcher
from bot.compose_update import update_index
from bot.settings import Settings
from corpus.lexicon import read_aliases, read_concepts
from index.embedding.bundled import bundled_fingerprint
from index.text import Terms
from index.types import Embedder, Hit
from tests.benchmark.texts import Asked
from tests.benchmark.types import Options
from tests.settings import settings_for

Search = Callable[[Asked], list[Hit]]
LIMIT = 10


def embedder(options: Options, threads: int = 1) -> Embedder:
    """Opens the bundled model."""
    return open_model(settings_for(options.work), options.say, threads)


def model_folder() -> Path:
    """Returns the bundled model's folder, which sentence-transformers can open too."""
    return Settings().cache / bundled_fingerprint()


def own_terms() -> Terms:
    """Returns what counts as a word."""
    return Terms(read_aliases(), read_concepts())


def take_in(options: Options, data: Path, news: Path) -> None:
    """Makes an index of a folder of articles anew."""
    shutil.rmtree(data, ignore_errors=True)
    update_index(settings_for(data), [str(news)], False, _no_progress, options.say)


@contextmanager
def searching(options: Options, data: Path, limit: int = LIMIT) -> Iterator[Search]:
    """Yields a function that searches an index."""
    with open_searcher(settings_for(data), options.say) as searcher:
        yield lambda asked: searcher.use(lambda s: s.search(asked.text, asked.language, limit))


def _no_progress(done: int, of: int) -> None:
    """Nobody looks at it."""
    del done, of
