"""How a passage lies in Chroma: a document with metadata, which llama-index's ChromaVectorStore reads as a
TextNode. Its form is written here by hand, since importing llama-index takes seconds."""

import json
from collections.abc import Mapping

from corpus.types import Source
from index.types import Passage, StoreError

Scalar = str | int | float | bool
Metadata = dict[str, Scalar]

_NOT_EMBEDDED = ["article", "ordinal", "language", "url", "publisher", "published"]
_NOT_FOR_LLM = ["article", "ordinal"]


def metadata_of(passage: Passage, source: Source) -> Metadata:
    """Returns the metadata of a row. Raises StoreError for a text that has no form in UTF-8."""
    shown = _shown(passage, source)
    node = json.dumps(_node(passage, shown), ensure_ascii=False)
    try:
        f"{node}{passage.text}{passage.context}".encode()
    except UnicodeEncodeError as error:
        raise StoreError(
            f"{source.path} holds half of a surrogate pair, which is no character: mend the file's encoding"
        ) from error
    return {
        **shown,
        "start": passage.start,
        "end": passage.end,
        "context": passage.context,
        "tokens": passage.tokens,
        "_node_content": node,
        "_node_type": "TextNode",
        "document_id": passage.article,
        "doc_id": passage.article,
        "ref_doc_id": passage.article,
    }


def passage_of(text: str, metadata: Mapping[str, Scalar]) -> Passage:
    """Returns the passage of a row. Raises KeyError or ValueError for a row of another kind."""
    return Passage(
        article=str(metadata["article"]),
        ordinal=int(metadata["ordinal"]),
        start=int(metadata["start"]),
        end=int(metadata["end"]),
        text=text,
        heading=str(metadata["heading"]),
        context=str(metadata["context"]),
        language=str(metadata["language"]),
        tokens=int(metadata["tokens"]),
    )


def _shown(passage: Passage, source: Source) -> Metadata:
    """What a node's user sees; what is unknown is left out, since Chroma knows no null."""
    values: dict[str, Scalar | None] = {
        "article": passage.article,
        "ordinal": passage.ordinal,
        "title": source.title,
        "heading": passage.heading,
        "language": passage.language,
        "url": source.url,
        "publisher": source.publisher,
        "published": source.published.isoformat() if source.published else None,
    }
    return {key: value for key, value in values.items() if value is not None}


def _node(passage: Passage, shown: Metadata) -> dict[str, object]:
    """A TextNode less its text, in the form of llama-index 0.14 ("1" is the relationship to its source,
    "4" the type of a document)."""
    source = {"node_id": passage.article, "node_type": "4", "hash": None, "class_name": "RelatedNodeInfo"}
    return {
        "id_": f"{passage.article}#{passage.ordinal}",
        "embedding": None,
        "metadata": shown,
        "excluded_embed_metadata_keys": _NOT_EMBEDDED,
        "excluded_llm_metadata_keys": _NOT_FOR_LLM,
        "relationships": {"1": {**source, "metadata": {}}},
        "metadata_template": "{key}: {value}",
        "metadata_separator": "\n",
        "text": "",
        "mimetype": "text/plain",
        "start_char_idx": passage.start,
        "end_char_idx": passage.end,
        "text_template": "{metadata_str}\n\n{content}",
        "class_name": "TextNode",
    }
