"""Stand-ins for what is slow or far away: they keep a history, and do what they promise."""

import hashlib
import re
from collections.abc import Sequence
from functools import cache

import numpy as np

from index.types import Tokens

_TOKEN = re.compile(r"[A-Za-z0-9]+|[^\sA-Za-z0-9]")


class WordCounter:
    """Counts words and single other characters as tokens; `texts` keeps how many texts were counted."""

    def __init__(self) -> None:
        self.calls = 0
        self.texts = 0
        self.characters = 0

    def __call__(self, texts: Sequence[str]) -> list[int]:
        self.calls += 1
        self.texts += len(texts)
        self.characters += sum(map(len, texts))
        return [len(_TOKEN.findall(text)) for text in texts]


@cache
def _direction(word: str) -> np.ndarray:
    """A unit vector that stands for a word, the same in every process."""
    seed = int.from_bytes(
        hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big"
    )
    found = np.random.default_rng(seed).normal(size=HashedEmbedder.DIMENSIONS).astype(np.float32)
    unit: np.ndarray = found / np.linalg.norm(found)
    return unit


class HashedEmbedder:
    """An Embedder without a model: a text's vector is the sum of its words' vectors, which say nothing but
    whether two words are the same. `embedded` keeps the passages that were asked for."""

    DIMENSIONS = 48

    def __init__(self, fingerprint: str = "hashed-1") -> None:
        self.fingerprint = fingerprint
        self.embedded: list[str] = []

    @property
    def dimensions(self) -> int:
        return self.DIMENSIONS

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(_TOKEN.findall(text)) for text in texts]

    def embed_query(self, text: str) -> np.ndarray:
        return self._of(text)

    def embed_passages(self, texts: Sequence[str]) -> np.ndarray:
        self.embedded += texts
        return np.array([self._of(text) for text in texts], np.float32).reshape(-1, self.DIMENSIONS)

    def embed_tokens(self, text: str, query: bool = False) -> Tokens:  # noqa: ARG002
        found = list(_TOKEN.finditer(text))[:512]
        words = [match.group().lower() for match in found]
        ids = [20_000 + len(word) for word in words]
        vectors = [_direction(word) for word in words]
        return Tokens(
            np.array(ids, np.int64),
            np.array([match.span() for match in found], np.int32).reshape(-1, 2),
            np.array(vectors, np.float32).reshape(-1, self.DIMENSIONS),
        )

    def _of(self, text: str) -> np.ndarray:
        words = _TOKEN.findall(text.lower()) or [""]
        total = np.sum([_direction(word) for word in words], axis=0)
        return np.asarray(total / max(float(np.linalg.norm(total)), 1e-6), np.float32)
