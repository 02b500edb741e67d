"""Runs any sentence-transformers model, by name or folder."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from index.text import simplified
from index.types import EmbeddingError, Tokens

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

CHARACTERS = 10_000


class OtherModel:
    """An Embedder over a SentenceTransformer. Prefixes are the model's own prompts for queries and
    documents; where it has none and is of the E5 family, that family's."""

    def __init__(self, model: SentenceTransformer, name: str) -> None:
        self._model = model
        prompts = model.prompts or {}
        e5 = "e5" in Path(name).name.lower()
        self._query = prompts.get("query") or ("query: " if e5 else "")
        self._passage = prompts.get("document") or prompts.get("passage") or ("passage: " if e5 else "")
        probe = self.embed_passages(["modelscape"]).round(3).tobytes()
        self.fingerprint = f"{Path(name).name}-{hashlib.sha256(probe).hexdigest()[:12]}"

    @property
    def dimensions(self) -> int:
        return int(self._model.get_embedding_dimension() or 0)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        ids = self._model.tokenizer(list(texts), add_special_tokens=False)["input_ids"]
        return [len(i) for i in ids]

    def embed_query(self, text: str) -> np.ndarray:
        return np.asarray(self._embed([self._query + simplified(text[:CHARACTERS])])[0])

    def embed_passages(self, texts: Sequence[str]) -> np.ndarray:
        return self._embed([self._passage + simplified(text[:CHARACTERS]) for text in texts])

    def embed_tokens(self, text: str, query: bool = False) -> Tokens:
        prefix = self._query if query else self._passage
        encoding = self._model.tokenizer(
            prefix + text[:CHARACTERS],
            truncation=True,
            max_length=self._model.max_seq_length,
            return_offsets_mapping=True,
            return_special_tokens_mask=True,
        )
        found = self._model.encode(
            [prefix + text[:CHARACTERS]], prompt="", output_value="token_embeddings", show_progress_bar=False
        )[0]
        vectors = np.asarray(found.cpu(), np.float32)[: len(encoding["input_ids"])]
        vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
        spans = np.array(encoding["offset_mapping"], np.int32) - len(prefix)
        inside = (spans[:, 1] > 0) & ~np.array(encoding["special_tokens_mask"], bool)
        ids = np.array(encoding["input_ids"], np.int64)
        return Tokens(ids[inside], np.maximum(spans[inside], 0), vectors[inside])

    def _embed(self, texts: list[str]) -> np.ndarray:
        vectors = self._model.encode(texts, prompt="", normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, np.float32)


def open_other(name: str) -> OtherModel:
    """Opens a sentence-transformers model by its name on the hub or its folder. Raises EmbeddingError."""
    # Deferred: this import takes many seconds and 400 MB, which the bundled model does without.
    from sentence_transformers import SentenceTransformer

    try:
        return OtherModel(SentenceTransformer(name, device="cpu"), name)
    except (OSError, ValueError, RuntimeError, KeyError, AttributeError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise EmbeddingError(
            f"the embedding model {name!r} can't be opened ({reason}): check MODELSCAPE_EMBEDDING_MODEL, "
            "and that the model is in the cache or its hub can be reached"
        ) from error
