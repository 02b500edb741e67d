"""Warm searches at 10,000 passages: to the parts that a search can't do without, and to the peers."""

from collections.abc import Callable
from pathlib import Path

import chromadb
import numpy as np

from bot.places import store_place
from index.store.chroma import open_store
from index.store.place import Embedded
from index.types import Embedder
from tests.benchmark.large import Large, large_index
from tests.benchmark.peers import MISSING, Document, open_peers
from tests.benchmark.product import LIMIT, embedder, model_folder, searching
from tests.benchmark.texts import Asked, open_questions
from tests.benchmark.timing import in_turns
from tests.benchmark.types import Options, Row
from tests.settings import settings_for

SIZE = 10_000
FLOOR, PEERS = 1.5, 1.5


def measure(options: Options) -> list[Row]:
    """Measures to embedding the question and Chroma's own query."""
    built = large_index(options, SIZE)
    model = embedder(options)
    options.say(f"warm searches at {SIZE:,} passages …")
    chroma = chroma_query(built.data)
    with searching(options, built.data) as search:
        timed: dict[str, Callable[[Asked], object]] = {
            "search": search,
            "floor": lambda asked: chroma(model.embed_query(asked.text)),
            "embedding": lambda asked: model.embed_query(asked.text),
        }
        spent = in_turns(timed, _questions(options))
    p50 = {name: float(np.median(values)) for name, values in spent.items()}
    ratio = p50["search"] / p50["floor"]
    beside = (
        f"search {p50['search']:.1f} ms, embedding + Chroma's query {p50['floor']:.1f} ms"
        f" (embedding alone {p50['embedding']:.1f} ms)"
    )
    what = f"warm search at {SIZE:,} passages, p50, to embedding + Chroma's own query"
    figures = {f"{name}_p50_ms": value for name, value in p50.items()} | {"ratio": ratio}
    return [Row(what, f"at most {FLOOR}", f"{ratio:.2f}", ratio <= FLOOR, beside, figures)]


def measure_peers(options: Options) -> list[Row]:
    """Measures to the peers, which get the same texts and vectors."""
    built = large_index(options, SIZE)
    peers = open_peers(_documents(built), model_folder(), options.say)
    if not peers:
        return [Row("warm search to the peers'", f"{PEERS} times as fast", "-", None, MISSING)]
    options.say(f"warm searches at {SIZE:,} passages, with peers …")
    with searching(options, built.data) as search:
        timed: dict[str, Callable[[Asked], object]] = {"search": search}
        timed |= {name: _by_text(find) for name, find in peers.items()}
        spent = in_turns(timed, _questions(options))
    p50 = {name: float(np.median(values)) for name, values in spent.items()}
    return [_peer_row(name, p50[name], p50["search"]) for name in peers]


def chroma_query(data: Path) -> Callable[[np.ndarray], object]:
    """Returns Chroma's own query for ten rows with their documents and metadata, on the same rows."""
    place = store_place(settings_for(data))
    assert isinstance(place, Embedded)
    with open_store(place) as store:
        segment = store.manifest().segments[0].name
    client = chromadb.PersistentClient(str(place.folder), chromadb.Settings(anonymized_telemetry=False))
    collection = client.get_collection(segment, embedding_function=None)
    return lambda vector: collection.query(
        query_embeddings=[vector], n_results=LIMIT, include=["documents", "metadatas", "distances"]
    )


def query_vectors(model: Embedder, questions: list[Asked]) -> np.ndarray:
    """Returns float32 [questions, d]."""
    return np.stack([model.embed_query(asked.text) for asked in questions])


def _peer_row(name: str, peer: float, search: float) -> Row:
    ratio = peer / search
    figures = {"peer_p50_ms": peer, "search_p50_ms": search, "ratio": ratio}
    beside = f"search {search:.1f} ms, {name} {peer:.1f} ms"
    what = f"warm search at {SIZE:,} passages to {name}"
    return Row(what, f"{PEERS} times as fast", f"{ratio:.2f}", ratio >= PEERS, beside, figures)


def _questions(options: Options) -> list[Asked]:
    questions = open_questions()
    return questions[::3] if options.quick else questions


def _documents(built: Large) -> list[Document]:
    return [
        Document(f"{p.article}#{p.ordinal}", p.text, vector)
        for p, vector in zip(built.passages, built.vectors, strict=True)
    ]


def _by_text(find: Callable[[str], list[str]]) -> Callable[[Asked], object]:
    return lambda asked: find(asked.text)
