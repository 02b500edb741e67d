"""A llama-index retriever over this project's search, for those who build on llama-index.

Importing llama-index takes seconds, so nothing else in this project imports this file.
"""

import asyncio
from collections.abc import Sequence
from typing import Protocol

from llama_index.core.retrievers import BaseRetriever
from llama_index.core.schema import (
    NodeRelationship,
    NodeWithScore,
    QueryBundle,
    RelatedNodeInfo,
    TextNode,
)
from llama_index.core.vector_stores.utils import metadata_dict_to_node

from corpus.language import detect
from index.store.record import metadata_of
from index.types import Hit


class Searches(Protocol):
    """Finds passages: index.search.Searcher does."""

    def search(self, query: str, language: str, limit: int) -> Sequence[Hit]:
        """Returns at most `limit` hits, best first."""


class ModelscapeRetriever(BaseRetriever):  # type: ignore[misc]  # llama-index is not checked
    """Retrieves passages as nodes, best first; scores are comparable within one retrieval only. Raises
    what the search raises: StoreError, EmbeddingError."""

    def __init__(self, searcher: Searches, limit: int = 10) -> None:
        super().__init__()
        self._searcher = searcher
        self._limit = limit

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        query = query_bundle.query_str
        hits = self._searcher.search(query, detect(query), self._limit)
        return [NodeWithScore(node=node_of(hit), score=hit.score) for hit in hits]

    async def _aretrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        # In a thread: llama-index's own would hold up the event loop.
        return await asyncio.to_thread(self._retrieve, query_bundle)


def node_of(hit: Hit) -> TextNode:
    """Returns the node that llama-index itself reads from Chroma for this passage, with the article's
    `path` and the passage before it. Its offsets are code points of the article's text; its metadata names
    what is known of the article, and nothing else."""
    passage = hit.passage
    node = metadata_dict_to_node(metadata_of(passage, hit.source), passage.text)
    node.metadata["path"] = hit.source.path
    node.excluded_embed_metadata_keys.append("path")
    node.excluded_llm_metadata_keys.append("path")
    if passage.ordinal:  # which passage is an article's last is not known here, so none names the next
        before = RelatedNodeInfo(node_id=f"{passage.article}#{passage.ordinal - 1}")
        node.relationships[NodeRelationship.PREVIOUS] = before
    return node
