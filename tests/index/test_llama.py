import asyncio
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from llama_index.core.llms import MockLLM
from llama_index.core.query_engine import RetrieverQueryEngine
from llama_index.core.schema import MetadataMode, NodeRelationship

from bot.compose import open_searcher
from bot.places import SHIPPED
from corpus.types import Source
from index.llama import ModelscapeRetriever, node_of
from index.types import Hit, Passage
from tests.settings import settings_for

SOURCE = Source(
    "tide-tables",
    "harbour/tides.md",
    "Tide tables",
    "en",
    publisher="The Harbour Gazette",
    url="https://news.example/tides",
    published=date(2026, 2, 3),
)


def a_hit(ordinal: int, source: Source = SOURCE, text: str = "High water at noon.") -> Hit:
    passage = Passage(source.article, ordinal, 40, 40 + len(text), text, "Spring", "Tide tables", "en", 5)
    return Hit(1, 0.5, passage, source)


class Recorded:
    """A search that finds one passage, slowly, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, int]] = []

    def search(self, query: str, language: str, limit: int) -> Sequence[Hit]:
        self.asked.append((query, language, limit))
        time.sleep(0.2)
        return [a_hit(0)]


@pytest.fixture
def retriever(shipped_index: Path) -> Iterator[ModelscapeRetriever]:
    with open_searcher(settings_for(shipped_index), print) as searcher:
        yield searcher.use(lambda found: ModelscapeRetriever(found, limit=4))


def test_the_nodes_are_passages_of_the_articles_best_first(retriever: ModelscapeRetriever) -> None:
    found = retriever.retrieve("how large is the context window of Llama 4 Scout")
    assert len(found) == 4
    assert [n.score for n in found] == sorted((n.score for n in found), reverse=True)
    assert any("Llama 4 Scout" in n.node.text for n in found)
    for node in (n.node for n in found):
        article = (SHIPPED / node.metadata["path"]).read_text("utf-8")
        assert node.text == article[node.start_char_idx : node.end_char_idx]


def test_llama_index_puts_an_answer_together_from_the_nodes(retriever: ModelscapeRetriever) -> None:
    engine = RetrieverQueryEngine.from_args(retriever, llm=MockLLM())
    answer = engine.query("Llama 4 Scout 的上下文窗口有多大")
    assert "Llama 4 Scout" in str(answer)
    assert {n.metadata["language"] for n in answer.source_nodes} <= {"en", "zh"}


def test_a_node_carries_its_place_and_what_is_known_of_its_article() -> None:
    node = node_of(a_hit(3))
    assert (node.node_id, node.ref_doc_id) == ("tide-tables#3", "tide-tables")
    assert (node.start_char_idx, node.end_char_idx, node.text) == (40, 59, "High water at noon.")
    assert node.metadata == {
        "article": "tide-tables",
        "ordinal": 3,
        "title": "Tide tables",
        "heading": "Spring",
        "language": "en",
        "url": "https://news.example/tides",
        "publisher": "The Harbour Gazette",
        "published": "2026-02-03",
        "path": "harbour/tides.md",
    }


def test_a_language_model_sees_the_title_and_the_heading_but_no_path() -> None:
    seen = node_of(a_hit(0)).get_content(MetadataMode.LLM)
    assert "Tide tables" in seen
    assert "Spring" in seen
    assert "tides.md" not in seen


def test_what_is_unknown_of_an_article_is_not_in_the_metadata() -> None:
    node = node_of(a_hit(0, Source("a", "a.txt", "A", "en")))
    assert not {"url", "publisher", "published"} & node.metadata.keys()


def test_a_node_names_the_passage_before_it_and_the_first_names_none() -> None:
    assert node_of(a_hit(2)).relationships[NodeRelationship.PREVIOUS].node_id == "tide-tables#1"
    assert NodeRelationship.PREVIOUS not in node_of(a_hit(0)).relationships


@pytest.mark.parametrize(("query", "language"), [("when is high water", "en"), ("涨潮是什么时候", "zh")])
def test_the_search_is_told_the_language_of_the_query(query: str, language: str) -> None:
    recorded = Recorded()
    ModelscapeRetriever(recorded, limit=3).retrieve(query)
    assert recorded.asked == [(query, language, 3)]


def test_the_event_loop_goes_on_while_it_is_searched() -> None:
    async def beats_while_retrieving() -> int:
        searching = asyncio.create_task(ModelscapeRetriever(Recorded()).aretrieve("when is high water"))
        beats = 0
        while not searching.done():
            await asyncio.sleep(0.01)
            beats += 1
        assert len(await searching) == 1
        return beats

    assert asyncio.run(beats_while_retrieving()) >= 5
