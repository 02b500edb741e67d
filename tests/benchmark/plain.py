"""The model without the language projection: what it would be like without."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

Embed = Callable[[Sequence[str]], np.ndarray]


def plain_model(folder: Path) -> Embed:
    """Returns a function from texts with their prefix to unit vectors float32 [texts, d]."""
    # Deferred: this import takes many seconds and 400 MB.
    from sentence_transformers import SentenceTransformer

    whole = SentenceTransformer(str(folder), device="cpu")
    plain = SentenceTransformer(modules=list(whole)[:3], device="cpu")
    return lambda texts: np.asarray(
        plain.encode(list(texts), prompt="", normalize_embeddings=True, show_progress_bar=False), np.float32
    )
