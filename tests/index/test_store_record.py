from dataclasses import replace

import chromadb
import pytest

from corpus.types import Source
from index.store.chroma import open_store
from index.store.place import Embedded
from index.store.record import metadata_of, passage_of
from index.types import StoreError
from tests.index.store_helpers import a_source, passages_of, unit_vectors, write_segment


def test_a_passage_is_read_as_it_was_written() -> None:
    passage = replace(passages_of("tin-robots", 3)[2], heading="", text="\0 🎉 表格 | 1")
    assert passage_of(passage.text, metadata_of(passage, a_source())) == passage


def test_what_is_unknown_of_a_source_is_left_out() -> None:
    found = metadata_of(passages_of("a", 1)[0], Source("a", "a.md", "A", "en"))
    assert not {"url", "publisher", "published"} & found.keys()
    assert None not in found.values()


def test_half_a_surrogate_pair_is_refused_with_the_files_name() -> None:
    passage = replace(passages_of("tin-robots", 1)[0], text="tin \ud83d robots")
    with pytest.raises(StoreError, match=r"tin-robots\.md .*surrogate"):
        metadata_of(passage, a_source())


def test_plain_llama_index_retrieves_nodes_with_text_metadata_and_offsets(embedded: Embedded) -> None:
    from llama_index.core import VectorStoreIndex
    from llama_index.core.embeddings import BaseEmbedding
    from llama_index.vector_stores.chroma import ChromaVectorStore

    class ByNumber(BaseEmbedding):  # type: ignore[misc]
        """The vector of the passage whose number is asked for."""

        def _get_query_embedding(self, query: str) -> list[float]:
            return [float(x) for x in unit_vectors(6)[int(query)]]

        async def _aget_query_embedding(self, query: str) -> list[float]:
            return self._get_query_embedding(query)

        def _get_text_embedding(self, text: str) -> list[float]:
            return self._get_query_embedding(text)

    with open_store(embedded) as store:
        segment = write_segment(store, "tin-robots", 6)
    client = chromadb.PersistentClient(
        str(embedded.folder), settings=chromadb.Settings(anonymized_telemetry=False)
    )
    vectors = ChromaVectorStore(
        chroma_collection=client.get_collection(segment.name, embedding_function=None)
    )
    retriever = VectorStoreIndex.from_vector_store(vectors, ByNumber()).as_retriever(similarity_top_k=2)
    node = retriever.retrieve("4")[0].node
    client.close()
    expected = passages_of("tin-robots", 6)[4]
    assert node.get_content() == expected.text
    assert (node.start_char_idx, node.end_char_idx) == (expected.start, expected.end)
    assert (node.node_id, node.ref_doc_id) == ("tin-robots#4", "tin-robots")
    assert node.metadata == {
        "article": "tin-robots",
        "ordinal": 4,
        "title": "Tin robots learn to whistle",
        "heading": "Robots > Tin",
        "language": "en",
        "url": "https://news.example/tin-robots",
        "publisher": "The Harbour Gazette",
        "published": "2026-02-11",
    }
