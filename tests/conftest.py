"""What takes long to make, and is made once for all tests.

The embedding model lies in the cache that the settings name, so that a machine makes it once.
"""

from pathlib import Path

import pytest

from bot.compose_update import update_index
from bot.settings import Settings
from index.embedding.open import BUNDLED, open_embedder
from index.types import Embedder
from tests.settings import settings_for


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """What `pytest.mark.anyio` runs asynchronous tests on, as the bot runs."""
    return "asyncio"


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """The bundled model, which takes half a minute to make where the cache has none."""
    return open_embedder(BUNDLED, Settings().cache, threads=2, say=print)


@pytest.fixture(scope="session")
def shipped_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the shipped articles indexed. It is shared: read it, or copy it first."""
    data = tmp_path_factory.mktemp("shipped") / "data"
    update_index(settings_for(data), (), False, _unseen, print)
    return data


def _unseen(done: int, of: int) -> None:
    """Progress that nobody looks at."""
    assert 0 <= done <= of
