"""The nouns of this room: how what was written is found; and what can go wrong in finding it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

import numpy as np

from corpus.facts.types import Fact
from corpus.types import Source


class ModelscapeIndexError(Exception):
    """Something about the index is wrong; the message is a sentence that a user may read."""


class EmbeddingError(ModelscapeIndexError):
    """The embedding model can't be made, opened or run."""


class StoreError(ModelscapeIndexError):
    """The store can't be read or written."""


class StoreUnreachable(StoreError):
    """The Chroma server does not answer, or not in time."""


class StoreDamaged(StoreError):
    """The store answers with what this project did not write."""


class SegmentGone(StoreError):
    """What is asked for was dropped after a newer generation was published: look at the pointer again."""


class FingerprintMismatch(StoreError):
    """The index was made with another embedding model or another way of splitting."""


class NoIndex(StoreError):
    """There is no index yet."""


class UpdateUnderWay(StoreError):
    """Another process is updating the same index."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of an article: ``text == article_text[start:end]``.

    `ordinal` counts the article's passages from 0. `heading` is the path of headings above it, joined by
    " > ". `context` is what the embedding sees before the text: title, headings, a table's header row.
    `tokens` is the number of the embedder's tokens in context and text.
    """

    article: str
    ordinal: int
    start: int
    end: int
    text: str
    heading: str
    context: str
    language: str
    tokens: int

    @property
    def embedded(self) -> str:
        """The text that is embedded and indexed for words."""
        return f"{self.context}\n{self.text}" if self.context else self.text


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact as it is kept. `quote` and `context_quotes` are the words of its span and of its context's;
    `sentence` is what holds the span: a sentence, or a table's row or cell below the words of its context."""

    fact: Fact
    quote: str
    context_quotes: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found for a query. `rank` counts from 1; a higher `score` is better, and is
    comparable within one search only."""

    rank: int
    score: float
    passage: Passage
    source: Source


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text's tokens in their context: ids int64 [t], spans int32 [t, 2] in code points of the text,
    vectors float32 [t, d] of length one."""

    ids: np.ndarray
    spans: np.ndarray
    vectors: np.ndarray


class Embedder(Protocol):
    """Turns texts into unit vectors. One instance may be used by several threads."""

    @property
    def fingerprint(self) -> str:
        """Names the model and everything about it that moves the vectors."""

    @property
    def dimensions(self) -> int:
        """The length of a vector."""

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Returns the number of tokens of each text, prefix and special tokens not counted."""

    def embed_passages(self, texts: Sequence[str]) -> np.ndarray:
        """Returns float32 [texts, dimensions]; a text is cut at the model's limit."""

    def embed_query(self, text: str) -> np.ndarray:
        """Returns float32 [dimensions]."""

    def embed_tokens(self, text: str, query: bool = False) -> Tokens:
        """Returns the vectors of the tokens of a passage or a query, as far as the model's limit."""


@dataclass(frozen=True, slots=True)
class Served:
    """From which segment an article is served, and when it was published."""

    segment: str
    published: date | None
