"""The peers, each set up as its own documentation does, on the same model folder.

They are optional: `pip install -e ".[bench]"`. Their modules are imported when they are opened, since
they take many seconds and 400 MB.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from index.embedding.layout import PASSAGE, QUERY
from tests.benchmark.measures import distinct
from tests.benchmark.types import Say

Find = Callable[[str], list[str]]
LIMIT = 10
PEERS = ("llama-index", "txtai hybrid")
BATCH = 2_000  # rows that Chroma is given at once
MISSING = 'not installed: pip install -e ".[bench]"'


@dataclass(frozen=True, slots=True)
class Document:
    """A text to be found, with its vector if it is known already."""

    id: str
    text: str
    vector: np.ndarray | None = None


def open_peers(documents: Sequence[Document], model: Path, say: Say) -> dict[str, Find]:
    """Returns by name functions that find the ids of the first ten documents; only peers that are installed."""
    found = {}
    for name, opened in zip(PEERS, (llama_index, txtai_hybrid), strict=True):
        try:
            say(f"{name}: taking in {len(documents)} texts …")
            found[name] = opened(documents, model)
        except ModuleNotFoundError as error:
            say(f"{name}: {MISSING} ({error})")
    return found


def llama_index(documents: Sequence[Document], model: Path) -> Find:
    """SentenceSplitter, ChromaVectorStore in memory, HuggingFaceEmbedding. Texts whose vectors are given
    are taken as they are."""
    core = import_module("llama_index.core")
    embeddings = import_module("llama_index.embeddings.huggingface")
    stores = import_module("llama_index.vector_stores.chroma")
    splitter = import_module("llama_index.core.node_parser").SentenceSplitter()
    embed = embeddings.HuggingFaceEmbedding(
        model_name=str(model), query_instruction=QUERY, text_instruction=PASSAGE, device="cpu"
    )
    store = stores.ChromaVectorStore(chroma_collection=_collection("llama-index"))
    ready = [d for d in documents if d.vector is not None]
    texts = [core.Document(doc_id=d.id, text=d.text) for d in documents if d.vector is None]
    nodes = splitter.get_nodes_from_documents([core.Document(doc_id=d.id, text=d.text) for d in ready])
    by_id = {d.id: d.vector.tolist() for d in documents if d.vector is not None}
    for node in nodes:
        node.embedding = by_id[node.ref_doc_id]
    for at in range(0, len(nodes), BATCH):
        store.add(nodes[at : at + BATCH])
    context = core.StorageContext.from_defaults(vector_store=store)
    index = core.VectorStoreIndex.from_documents(
        texts, storage_context=context, embed_model=embed, transformations=[splitter]
    )
    retriever = index.as_retriever(similarity_top_k=LIMIT)
    return lambda question: distinct([str(n.node.ref_doc_id) for n in retriever.retrieve(question)])


def txtai_hybrid(documents: Sequence[Document], model: Path) -> Find:
    """Hybrid search (dense and BM25) with contents stored, so that a result has its text too."""
    opened: Any = import_module("txtai").Embeddings(
        path=str(model),
        method="sentence-transformers",
        hybrid=True,
        content=True,
        gpu=False,
        instructions={"query": QUERY, "data": PASSAGE},
        encodeargs={"prompt": "", "show_progress_bar": False},
    )
    known = {PASSAGE + d.text: d.vector for d in documents if d.vector is not None}
    if known:
        opened.model.model = _Known(opened.model.model, known)
    opened.index([(d.id, d.text, None) for d in documents])
    return lambda question: distinct([str(hit["id"]) for hit in opened.search(question, LIMIT)])


def _collection(name: str) -> Any:
    chromadb = import_module("chromadb")
    settings = chromadb.Settings(anonymized_telemetry=False)
    client = chromadb.EphemeralClient(settings)
    if name in [c.name for c in client.list_collections()]:
        client.delete_collection(name)
    return client.create_collection(name, embedding_function=None)


class _Known:
    """A model that gives the vectors of texts that are known without computing them again."""

    def __init__(self, model: Any, vectors: dict[str, np.ndarray]) -> None:
        self._model = model
        self._vectors = vectors

    def encode_document(self, texts: Sequence[str], **_: object) -> np.ndarray:
        return np.stack([self._vectors[text] for text in texts])

    def encode_query(self, texts: Sequence[str], **arguments: object) -> Any:
        return self._model.encode_query(texts, **arguments)
