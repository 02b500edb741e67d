"""The folder of the bundled model, opened with sentence-transformers, gives what ONNX Runtime gives."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bot.settings import Settings
from index.embedding.bundled import ensure_bundled
from index.types import Embedder

TEXTS = [
    "Tin robots learned to whistle in the harbour last spring.",
    "港口的机器人在春天学会了吹口哨。",
    "Die Blechroboter lernten im Frühling zu pfeifen.",
    "ロボットは春に口笛を覚えた。",
    "GPT-4.1: 76.8 %",
    "x",
    "word " * 900,  # far beyond the limit of tokens
]


@pytest.fixture(scope="module")
def folder(embedder: Embedder) -> Path:
    assert embedder.dimensions
    return ensure_bundled(Settings().cache, print)


@pytest.fixture(scope="module")
def peer(folder: Path) -> Any:
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(str(folder), device="cpu")


def _least_alike(one: np.ndarray, other: np.ndarray) -> float:
    return float((one * other).sum(axis=1).min())


def test_queries_are_the_same_vectors(embedder: Embedder, peer: Any) -> None:
    ours = np.stack([embedder.embed_query(text) for text in TEXTS])
    assert _least_alike(ours, peer.encode_query(TEXTS)) > 0.999


def test_passages_are_the_same_vectors(embedder: Embedder, peer: Any) -> None:
    assert _least_alike(embedder.embed_passages(TEXTS), peer.encode_document(TEXTS)) > 0.999


def test_vectors_have_length_one(embedder: Embedder) -> None:
    assert np.linalg.norm(embedder.embed_passages(TEXTS), axis=1) == pytest.approx(1, abs=1e-4)
    assert embedder.embed_passages(TEXTS).shape == (len(TEXTS), embedder.dimensions)
    assert embedder.embed_passages([]).shape == (0, embedder.dimensions)


def test_the_prefixes_are_those_that_the_model_was_trained_with(embedder: Embedder, peer: Any) -> None:
    assert peer.prompts["query"] == "query: "
    assert peer.prompts["document"] == "passage: "
    query, passage = embedder.embed_query(TEXTS[0]), embedder.embed_passages(TEXTS[:1])[0]
    assert query @ peer.encode("query: " + TEXTS[0], prompt="") > 0.999
    assert passage @ peer.encode("passage: " + TEXTS[0], prompt="") > 0.999


def test_without_their_prefixes_the_vectors_are_others(embedder: Embedder, peer: Any) -> None:
    bare = peer.encode(TEXTS[0], prompt="")
    query, passage = embedder.embed_query(TEXTS[0]), embedder.embed_passages(TEXTS[:1])[0]
    assert max(query @ bare, passage @ bare, query @ passage) < 0.99


def test_tokens_are_counted_alike(embedder: Embedder, peer: Any) -> None:
    ids = peer.tokenizer(TEXTS[:-1], add_special_tokens=False)["input_ids"]
    assert embedder.count_tokens(TEXTS[:-1]) == [len(i) for i in ids]


def test_how_texts_are_put_together_does_not_move_their_vectors(embedder: Embedder) -> None:
    together = embedder.embed_passages(TEXTS)
    alone = np.concatenate([embedder.embed_passages([text]) for text in TEXTS])
    assert _least_alike(together, alone) > 0.9999
