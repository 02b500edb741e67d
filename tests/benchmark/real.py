"""Real passages: the shipped articles, the tests' own texts, and the parallel paragraphs, in two sizes."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np

from bot.places import SHIPPED
from corpus.reader import read_article
from corpus.types import UnreadableArticle
from index.splitting import Limits, split
from index.sync.reading import Corpus, find_all
from index.types import Embedder, Passage
from tests.benchmark.texts import EVALUATION, LANGUAGES, parallel_lines
from tests.benchmark.types import Options

TODAY = date(2026, 3, 31)
SIZES = (Limits(), Limits(target=90))


def write_parallel(folder: Path) -> None:
    """Writes the parallel paragraphs as articles of five, in one language each."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = parallel_lines()
    for name in LANGUAGES:
        for at in range(0, len(lines), 5):
            text = "\n\n".join(f"## {line['topic']}\n\n{line[name]}" for line in lines[at : at + 5])
            (folder / f"{name}-{at:03d}.md").write_text(text + "\n", "utf-8")


def real_passages(options: Options, embedder: Embedder) -> list[Passage]:
    """Returns passages of real text, those of a language one after the other."""
    parallel = options.work / "parallel"
    write_parallel(parallel)
    folders = [Corpus(SHIPPED), Corpus(EVALUATION / "calibration"), Corpus(parallel)]
    passages = list(_split_all(folders, embedder))
    return sorted(passages, key=lambda p: p.language)


def real_vectors(options: Options, embedder: Embedder, passages: list[Passage]) -> np.ndarray:
    """Returns their vectors float32 [passages, d], which are kept in the folder for what is built."""
    texts = [p.embedded for p in passages]
    kept = options.work / f"real-{digest_of(passages, embedder.fingerprint)}.npy"
    if not kept.is_file():
        options.say(f"embedding {len(texts)} real passages …")
        np.save(kept, embedder.embed_passages(texts))
    vectors: np.ndarray = np.load(kept)
    return vectors


def digest_of(passages: Sequence[Passage], fingerprint: str) -> str:
    """Returns letters and digits that stand for these passages and for what they were made with."""
    texts = [fingerprint, *(p.embedded for p in passages)]
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:12]


def _split_all(folders: list[Corpus], embedder: Embedder) -> Iterator[Passage]:
    seen = set()
    for file in find_all(folders)[0]:
        try:
            article = read_article(file, TODAY)
        except UnreadableArticle:
            continue
        for limits in SIZES:
            for passage in split(article, embedder.count_tokens, limits)[0]:
                if passage.text not in seen:
                    seen.add(passage.text)
                    yield replace(passage, article="", ordinal=0)
