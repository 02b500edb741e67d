"""Small indexes of real parts: articles in folders, and the update that takes them in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np

from corpus.lexicon import read_aliases, read_concepts
from index.opening import open_snapshot
from index.search import Searcher
from index.shelf import Shelf, ShelfBuilder
from index.store.chroma import Store
from index.sync.reading import Corpus, ReadFacts, Warn, no_facts, no_warnings
from index.sync.report import Report
from index.sync.update import Options, Tools, update
from index.text import Terms
from index.types import Embedder, Passage

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
TODAY = date(2026, 3, 1)
TERMS = Terms(read_aliases(), read_concepts())


def write(folder: Path, articles: Mapping[str, str]) -> Path:
    """Writes articles, by their path."""
    for path, text in articles.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def about(subject: str, sentences: int = 2, published: str | None = None) -> str:
    """A short article about something that does not exist."""
    matter = f"---\npublished: {published}\n---\n" if published else ""
    body = " ".join(f"The {subject} was seen in harbour {n} by its keeper." for n in range(sentences))
    return f"{matter}# News of the {subject}\n\n{body}\n"


@dataclass
class Trial:
    """An index in the making. `progress` and `said` keep what the update tells."""

    store: Store
    embedder: Embedder
    data: Path
    read_facts: ReadFacts = no_facts
    warn: Warn = no_warnings
    progress: list[tuple[int, int]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    @property
    def shelves(self) -> Path:
        return self.data / "shelves"

    def update(
        self,
        *folders: Path,
        passages: int = 2000,
        rebuild: bool = False,
        taken_in: Path | None = None,
        keep_others: bool = False,
        removed: frozenset[tuple[str, str]] = frozenset(),
    ) -> Report:
        tools = Tools(
            self.store,
            self.embedder,
            TERMS,
            lambda done, of: self.progress.append((done, of)),
            self.said.append,
            self.read_facts,
            self.warn,
        )
        options = Options(self.data, self.shelves, passages, rebuild, keep_others, removed)
        wanted = [Corpus(folder) for folder in folders]
        wanted += [Corpus(taken_in, taken_in=True)] if taken_in else []
        return update(wanted, tools, options, TODAY, NOW)

    def searcher(self) -> Searcher:
        manifest = self.store.manifest()
        snapshot = open_snapshot(self.store, manifest, self.shelves, TERMS, self.said.append)
        sources = {e.source.article: e.source for e in manifest.entries}
        return Searcher(self.store, self.embedder, TERMS, snapshot, sources)

    def served(self) -> dict[tuple[str, int], str]:
        """What is served: each passage's text by its article and ordinal."""
        manifest = self.store.manifest()
        found: dict[tuple[str, int], str] = {}
        for segment in manifest.segments:
            rows = [p for page in self.store.all_rows(segment.name) for p in page]
            assert len(rows) == segment.rows
            for p in rows:
                if manifest.by_article.get(p.article, None) is None:
                    continue
                if manifest.by_article[p.article].segment == segment.name:
                    assert (p.article, p.ordinal) not in found, "a passage is served twice"
                    found[p.article, p.ordinal] = p.text
        return found


def a_passage(article: str, text: str, ordinal: int = 0, language: str = "en") -> Passage:
    return Passage(article, ordinal, 0, len(text), text, "", "", language, len(text.split()))


def a_shelf(rows: Sequence[tuple[str, str, str]], vectors: np.ndarray) -> Shelf:
    """A shelf of rows given as article, language and text."""
    builder = ShelfBuilder(TERMS)
    builder.add([a_passage(a, text, n, language) for n, (a, language, text) in enumerate(rows)], vectors)
    return builder.finish()
