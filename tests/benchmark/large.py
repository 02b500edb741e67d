"""Builds large indexes: real passages with a number added, and their real vectors with noise added."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from pathlib import Path

import numpy as np

from bot.places import shelves, store_place
from corpus.types import ArticleFile, Source
from index.opening import index_fingerprint
from index.store.chroma import open_store
from index.store.manifest import Entry, Manifest, Segment
from index.sync.reading import Corpus, find_all
from index.sync.writing import SegmentWriter, windows
from index.text import Terms
from index.types import Embedder, Passage
from tests.benchmark.product import embedder, own_terms
from tests.benchmark.real import digest_of, real_passages, real_vectors
from tests.benchmark.types import Options
from tests.settings import settings_for

NOISE = 0.4  # the length of what is added to a vector of length one
AN_ARTICLE = 20  # passages
WINDOW = 2_000
NOW = datetime(2026, 3, 31, tzinfo=UTC)
BUILT = "built"


@dataclass(frozen=True, slots=True)
class Large:
    """An index and its articles: `data` is the data folder, `news` the corpus folder."""

    data: Path
    news: Path
    passages: list[Passage]
    vectors: np.ndarray


def large_index(options: Options, count: int, an_article: int = AN_ARTICLE) -> Large:
    """Returns an index of `count` passages, so many an article, built where the folder for it has none."""
    model = embedder(options, threads=2)
    real = real_passages(options, model)
    passages = numbered(real, count, an_article)
    vectors = noisy(real_vectors(options, model, real), count)
    size = f"{count}" if an_article == AN_ARTICLE else f"{count}by{an_article}"
    folder = options.work / f"large-{size}-{digest_of(real, index_fingerprint(model.fingerprint))}"
    built = Large(folder / "data", folder / "news", passages, vectors)
    if not (folder / BUILT).is_file():
        shutil.rmtree(folder, ignore_errors=True)
        options.say(f"building an index of {count} passages out of {len(real)} …")
        _build(built, model, own_terms())
        (folder / BUILT).touch()
    return built


def numbered(real: Sequence[Passage], count: int, an_article: int = AN_ARTICLE) -> list[Passage]:
    """Returns `count` passages, whose texts stand one after the other in articles, so many in each."""
    found: list[Passage] = []
    for number in range(count):
        copy, place = divmod(number, len(real))
        text = f"{real[place].text} [{copy}]"
        start = 0 if number % an_article == 0 else found[-1].end + 2
        article = f"news-{number // an_article:06d}"
        ordinal, end = number % an_article, start + len(text)
        found.append(replace(real[place], article=article, ordinal=ordinal, start=start, end=end, text=text))
    return found


def noisy(real: np.ndarray, count: int) -> np.ndarray:
    """Returns unit vectors float32 [count, d] around real ones [n, d], each taken in its turn."""
    random = np.random.default_rng(1)
    dimensions = real.shape[1]
    found = np.empty((count, dimensions), np.float32)
    for at in range(0, count, len(real)):
        part = found[at : at + len(real)]
        noise = random.normal(size=part.shape) * (NOISE / np.sqrt(dimensions))
        part[:] = real[: len(part)] + noise
    found /= np.linalg.norm(found, axis=1, keepdims=True)
    return found


def _build(wanted: Large, model: Embedder, terms: Terms) -> None:
    texts = _texts(wanted.passages)
    wanted.news.mkdir(parents=True)
    for name, text in texts:
        (wanted.news / f"{name}.md").write_bytes(text.encode())
    files = find_all([Corpus(wanted.news)])[0]
    languages = {p.article: p.language for p in wanted.passages}
    sources = {f.article: _source(f, languages[f.article], n) for n, f in enumerate(files)}
    fingerprint = index_fingerprint(model.fingerprint)
    settings = settings_for(wanted.data)
    with open_store(store_place(settings)) as store:
        writer = SegmentWriter(store, fingerprint, terms, NOW)
        done = 0
        for part in windows(wanted.passages, WINDOW):
            writer.add(part, sources, wanted.vectors[done : done + len(part)])
            done += len(part)
        segment = writer.finish(shelves(settings))
        if segment is not None:
            store.publish(_manifest(wanted, files, sources, fingerprint, segment))


def _texts(passages: Sequence[Passage]) -> Iterator[tuple[str, str]]:
    for article, part in groupby(passages, key=lambda p: p.article):
        yield article, "\n\n".join(p.text for p in part)


def _source(file: ArticleFile, language: str, number: int) -> Source:
    published = date(2026, 3, 31) - timedelta(days=number % 400)
    return Source(file.article, file.path, f"News {number}", language, published=published)


def _manifest(
    wanted: Large,
    files: Sequence[ArticleFile],
    sources: dict[str, Source],
    fingerprint: str,
    segment: Segment,
) -> Manifest:
    counts = np.unique([p.article for p in wanted.passages], return_counts=True)
    rows = dict(zip(counts[0].tolist(), counts[1].tolist(), strict=True))
    entries = tuple(
        Entry(sources[f.article], str(f.folder), f.digest, segment.name, rows[f.article], NOW) for f in files
    )
    return Manifest(1, fingerprint, NOW, (segment,), entries)
