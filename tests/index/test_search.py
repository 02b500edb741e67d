"""Searching with the real model and the real store."""

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.search import Searcher
from index.store.chroma import open_store
from index.store.place import Embedded
from index.types import Embedder, Hit
from tests.fakes import HashedEmbedder
from tests.index.index_helpers import Trial, about, write

ARTICLES = {
    "copper.md": "---\npublished: 2026-01-10\n---\n# Copper\n\nThe price of copper fell by a third in the north, "
    "since two new mines opened beside the railway.\n",
    "copper-again.md": "---\npublished: 2026-02-10\n---\n# Copper\n\nThe price of copper fell by a third in the "
    "north, since two new mines opened beside the railway.\n",
    "otters.md": "---\npublished: 2026-01-20\n---\n# Otters\n\nThe keeper of the zoo feeds nine otters at noon, "
    "and schoolchildren may watch from the bridge.\n",
    "bridge.md": "---\npublished: 2026-02-20\n---\n# A bridge\n\nEngineers closed the old bridge over the fjord "
    "after cracks were found in two of its cables.\n",
    "tea.md": "---\npublished: 2026-01-30\n---\n# 茶叶\n\n山谷里的茶农今年提前两周采摘，因为春天来得特别早。\n",
    "lighthouse.md": "---\npublished: 2026-02-25\n---\n# 灯塔\n\n岛上的旧灯塔改成了图书馆，每个周末都有孩子来听故事。\n",
    "opera.md": "---\npublished: 2026-02-05\n---\n# 歌劇院\n\n城裡的歌劇院因為屋頂漏水而關閉，觀眾可以在秋天以前退票。\n",
    "chess.md": "---\n---\n# Chess\n\nA girl of twelve beat the champion of the village at chess with her knights.\n",
}


@pytest.fixture(scope="module")
def trial(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trial]:
    folder = tmp_path_factory.mktemp("searched")
    with open_store(Embedded(folder / "data" / "chroma")) as store:
        made = Trial(store, embedder, folder / "data")
        made.update(write(folder / "news", ARTICLES))
        yield made


@pytest.fixture(scope="module")
def searcher(trial: Trial) -> Searcher:
    return trial.searcher()


def paths(hits: list[Hit]) -> list[str]:
    return [hit.source.path for hit in hits]


@pytest.mark.parametrize(
    ("query", "language", "path"),
    [
        ("Why did copper become cheaper?", "en", "copper-again.md"),
        ("铜为什么变便宜了？", "zh", "copper-again.md"),
        ("銅為什麼變便宜了？", "zh-Hant", "copper-again.md"),
        ("动物园里什么时候喂水獭？", "zh", "otters.md"),
        ("谁关闭了峡湾上的旧桥？", "zh", "bridge.md"),
        ("What became of the old lighthouse on the island?", "en", "lighthouse.md"),
        ("When did the tea farmers pick their leaves?", "en", "tea.md"),
        ("Why is the opera house closed?", "en", "opera.md"),
        ("茶農什麼時候採摘？", "zh-Hant", "tea.md"),
        ("歌剧院为什么关闭？", "zh", "opera.md"),
        ("Wer hat im Dorf beim Schach gewonnen?", "de", "chess.md"),
    ],
)
def test_a_question_finds_its_paragraph_in_its_own_language_and_in_another(
    searcher: Searcher, query: str, language: str, path: str
) -> None:
    assert paths(searcher.search(query, language, 3))[0] == path


def test_hits_are_numbered_and_lie_in_their_article_where_they_say(searcher: Searcher, trial: Trial) -> None:
    hits = searcher.search("old bridge", "en", 20)
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    folders = {e.source.article: Path(e.corpus) for e in trial.store.manifest().entries}
    for hit in hits:
        text = (folders[hit.source.article] / hit.source.path).read_text("utf-8")
        assert hit.passage.text == text[hit.passage.start : hit.passage.end]
        assert hit.passage.article == hit.source.article


def test_of_two_that_say_the_same_the_newer_comes_first_and_the_other_gives_way(searcher: Searcher) -> None:
    found = paths(searcher.search("price of copper", "en", 8))
    assert found[0] == "copper-again.md"
    assert found.index("copper.md") > 2
    assert "copper.md" not in paths(searcher.search("price of copper", "en", 2))


def test_articles_published_later_are_left_out_and_those_without_a_date_are_not(searcher: Searcher) -> None:
    found = paths(searcher.search("price of copper", "en", 20, as_of=date(2026, 1, 31)))
    assert set(found) == {"copper.md", "otters.md", "tea.md", "chess.md"}
    assert found[0] == "copper.md"
    assert paths(searcher.search("copper", "en", 20, as_of=date(2001, 1, 1))) == ["chess.md"]


@pytest.mark.parametrize("limit", [1, 3, 1000])
def test_no_more_hits_than_asked_for_and_none_twice(searcher: Searcher, limit: int) -> None:
    found = paths(searcher.search("bridge", "en", limit))
    assert len(found) == len(set(found)) <= min(limit, len(ARTICLES))


@pytest.mark.parametrize("limit", [0, -1])
def test_a_limit_below_one_finds_nothing(searcher: Searcher, limit: int) -> None:
    assert searcher.search("bridge", "en", limit) == []


@pytest.mark.parametrize("query", ["", " ", "\n\t\u3000"])
def test_an_empty_query_finds_nothing(searcher: Searcher, query: str) -> None:
    assert searcher.search(query, "en", 3) == []


@pytest.mark.parametrize(
    "query",
    [
        "x" * 100_000,
        "桥" * 100_000,
        "a\x00b",
        "\u202eabc\u202c",
        "😀",
        "'; DROP TABLE passages; --",
        "/etc/passwd",
        "สะพานปิดเมื่อไร",
        "the of what is",
        "@#",
        "%s {0} \\d+ (",
    ],
)
def test_odd_queries_find_something_or_nothing_within_a_second(searcher: Searcher, query: str) -> None:
    began = time.perf_counter()
    assert len(searcher.search(query, "en", 5)) <= 5
    assert time.perf_counter() - began < 2


def test_an_unknown_language_is_no_problem(searcher: Searcher) -> None:
    assert paths(searcher.search("copper price", "xx", 1)) == ["copper-again.md"]


def test_a_change_is_found_after_the_next_update(embedder: Embedder, tmp_path: Path) -> None:
    with open_store(Embedded(tmp_path / "data" / "chroma")) as store:
        trial = Trial(store, embedder, tmp_path / "data")
        news = write(tmp_path / "news", {"a.md": "The market of the harbour sells lamps on Sundays.\n"})
        trial.update(news)
        before = trial.searcher()
        write(news, {"a.md": "A comet was seen over the harbour before dawn.\n"})
        trial.update(news)
        assert before.search("lamps", "en", 1)[0].passage.text.startswith("The market")  # as it was opened
        assert trial.searcher().search("lamps", "en", 1)[0].passage.text.startswith("A comet")


@pytest.fixture(scope="module")
def quick(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    """Without the model."""
    folder = tmp_path_factory.mktemp("quick")
    with open_store(Embedded(folder / "data" / "chroma")) as store:
        made = Trial(store, HashedEmbedder(), folder / "data")
        made.update(
            write(folder / "news", {f"{bird}.md": about(bird, 9) for bird in ("heron", "gull", "tern")})
        )
        yield made.searcher()


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=60), st.sampled_from(["en", "zh", "zh-Hant", "th"]), st.integers(1, 40))
def test_any_text_can_be_searched_for(quick: Searcher, query: str, language: str, limit: int) -> None:
    hits = quick.search(query, language, limit)
    assert len(hits) <= limit
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    assert len({(hit.passage.article, hit.passage.ordinal) for hit in hits}) == len(hits)
