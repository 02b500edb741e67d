"""Facts come and go with their article, in the same generation as its passages."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from corpus.facts.types import Fact
from corpus.types import Article
from index.opening import check_fingerprint, index_fingerprint
from index.store.chroma import Store, open_store
from index.store.client import Client
from index.store.place import Embedded
from index.sync.filling import WINDOW
from index.types import EmbeddingError, FactRow, FingerprintMismatch
from tests.fakes import HashedEmbedder
from tests.index.fact_helpers import a_fact, crate_reader, holding, tokens
from tests.index.index_helpers import Trial, about, write

TWO = {"heron.md": holding(("heron", 3), ("otter", 5)), "crane.md": holding(("crane", 7))}


@pytest.fixture
def trial(store: Store, tmp_path: Path) -> Trial:
    return Trial(store, HashedEmbedder(), tmp_path / "data", crate_reader)


@pytest.fixture
def alone(embedded: Embedded, tmp_path: Path) -> Iterator[Trial]:
    """As `trial`, on a store in a folder only."""
    with open_store(embedded) as store:
        yield Trial(store, HashedEmbedder(), tmp_path / "data", crate_reader)


def kept(trial: Trial) -> list[tuple[FactRow, np.ndarray]]:
    """The facts of the articles that are served, with their vectors."""
    manifest = trial.store.manifest()
    found: list[tuple[FactRow, np.ndarray]] = []
    for segment in manifest.segments:
        rows = (
            [row for page in trial.store.facts.pages(segment.facts) for row in page] if segment.facts else []
        )
        assert len(rows) == segment.fact_rows
        vectors = trial.store.vectors(segment.facts) if segment.facts else []
        live = {e.source.article for e in manifest.entries if e.segment == segment.name}
        found += [(r, v) for r, v in zip(rows, vectors, strict=True) if r.fact.article in live]
    assert len(found) == sum(entry.facts for entry in manifest.entries)
    return found


def stated(trial: Trial) -> dict[str, float | None]:
    return {row.fact.model.name: row.fact.value.number for row, _ in kept(trial)}


def test_facts_come_and_go_with_their_article(trial: Trial, tmp_path: Path) -> None:
    news = write(tmp_path / "news", TWO)
    assert trial.update(news).facts == 3
    assert stated(trial) == {"Heron 1": 3, "Otter 1": 5, "Crane 1": 7}

    write(news, {"heron.md": holding(("heron", 4)), "gull.md": holding(("gull", 9))})
    assert trial.update(news).facts == 3
    assert stated(trial) == {"Heron 1": 4, "Crane 1": 7, "Gull 1": 9}

    (news / "crane.md").unlink()
    assert trial.update(news).facts == 2
    assert stated(trial) == {"Heron 1": 4, "Gull 1": 9}
    trial.store.check()


def test_a_fact_has_its_words_its_sentence_and_its_passages_vector(alone: Trial, tmp_path: Path) -> None:
    news = write(tmp_path / "news", {"heron.md": holding(*((f"heron{n}", n) for n in range(400)))})
    alone.update(news)
    passages = [
        p for s in alone.store.manifest().segments for page in alone.store.all_rows(s.name) for p in page
    ]
    vectors = alone.store.vectors(alone.store.manifest().segments[0].name)
    assert len(passages) > 3
    for row, vector in kept(alone):
        start, end = row.fact.span
        number = next(n for n, p in enumerate(passages) if p.start <= start < p.end)
        assert vector == pytest.approx(vectors[number], abs=1e-6)
        assert row.quote == (news / "heron.md").read_text("utf-8")[start:end]
        name = row.context_quotes[0]
        assert row.sentence == f"The {name} holds {row.quote} crates, as its keeper said."


def test_facts_are_embedded_by_nobody(alone: Trial, tmp_path: Path) -> None:
    alone.update(write(tmp_path / "news", TWO))
    embedder = alone.embedder
    assert isinstance(embedder, HashedEmbedder)
    assert len(embedder.embedded) == len(alone.served())


def test_segments_that_are_merged_keep_their_facts(alone: Trial, tmp_path: Path) -> None:
    news = tmp_path / "news"
    for n in range(12):
        write(news, {f"heron{n}.md": holding((f"heron{n}", n))})
        alone.update(news)
    assert len(alone.store.manifest().segments) <= 2
    assert stated(alone) == {f"Heron{n} 1": n for n in range(12)}
    alone.store.check()


def test_what_the_reader_warns_of_is_reported(alone: Trial, tmp_path: Path) -> None:
    report = alone.update(write(tmp_path / "news", {"heron.md": "# Heron\n\nThe heron holds nothing.\n"}))
    assert [(w.path, w.message) for w in report.warnings] == [("heron.md", "a heron holds nothing")]


def test_a_fact_that_points_nowhere_is_left_out_with_a_warning(alone: Trial, tmp_path: Path) -> None:
    def astray(article: Article) -> tuple[list[Fact], list[str]]:
        fact = replace(a_fact(article.source.article), context=())
        beyond = replace(fact, span=(3, len(article.text) + 1))
        endless = replace(fact, value=tokens(float("inf")))
        return [beyond, fact, endless, replace(fact, span=(5, 5)), replace(fact, context=((-1, 4),))], []

    alone.read_facts = astray
    report = alone.update(write(tmp_path / "news", {"heron.md": about("heron")}))
    assert report.facts == 1
    assert [w.message for w in report.warnings] == [
        "4 facts of it can't be kept: their place or number is none"
    ]


def test_an_index_without_facts_asks_for_a_rebuild(alone: Trial, tmp_path: Path) -> None:
    news = write(tmp_path / "news", TWO)
    alone.update(news)
    manifest = alone.store.manifest()
    older = replace(manifest, generation=2, fingerprint="hashed-1+1")
    alone.store.publish(older)
    for act in (lambda: alone.update(news), lambda: check_fingerprint(older, "hashed-1")):
        with pytest.raises(FingerprintMismatch, match=r"read no facts .*: run `modelscape index --rebuild`"):
            act()
    alone.update(news, rebuild=True)
    assert alone.store.manifest().fingerprint == index_fingerprint("hashed-1")
    assert len(stated(alone)) == 3


class Weary(HashedEmbedder):
    """Fails when it is asked for a second time."""

    def embed_passages(self, texts: Sequence[str]) -> np.ndarray:
        if self.embedded:
            raise EmbeddingError("no more")
        return super().embed_passages(texts)


def test_an_update_that_fails_leaves_no_facts_behind(embedded: Embedded, tmp_path: Path) -> None:
    news = write(tmp_path / "news", {f"heron{n}.md": holding(("heron", n)) for n in range(WINDOW + 1)})
    with open_store(embedded) as store, pytest.raises(EmbeddingError):
        Trial(store, Weary(), tmp_path / "data", crate_reader).update(news)
    client = Client(embedded)
    assert client.names() == {}
    client.close()


def test_the_shelves_hold_what_the_newest_two_generations_need(alone: Trial, tmp_path: Path) -> None:
    news = tmp_path / "news"
    needed: list[set[str]] = []
    for n in range(4):
        alone.update(write(news, {"heron.md": holding(("heron", n))}))
        needed.append({name for s in alone.store.manifest().segments for name in s.collections})
    assert {entry.name for entry in alone.shelves.iterdir()} == needed[-1] | needed[-2]


def test_what_nobody_sees_states_nothing_and_is_not_found(trial: Trial, tmp_path: Path) -> None:
    hidden = "<!-- The otter holds 9 crates. -->"
    news = write(
        tmp_path / "news", {"a.md": holding(("heron", 3)) + f"\n{hidden}\n\nThe gull <b>flies</b>.\n"}
    )
    report = trial.update(news)
    assert report.facts == 1
    assert not any("otter" in text for text in trial.served().values())
