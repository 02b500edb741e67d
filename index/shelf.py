"""What a process keeps at hand about a segment, so that most of a search needs no store.

A shelf is derived from the segment and can be made again from it at any time. It is a folder of arrays
that are mapped into memory, not read.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.moments import Sums, sums_of
from index.postings import Postings, PostingsBuilder
from index.text import Terms
from index.types import Passage

VERSION = 1
_ARRAYS = ("terms", "offsets", "rows", "counts", "lengths", "articles", "languages", "vectors")
_SUMS = ("sum_counts", "sum_sums", "sum_products")


@dataclass(frozen=True, slots=True)
class Shelf:
    """`terms` is the fingerprint of what counted as a word. `article_names` and `language_names` are what the numbers in `articles` int32 [rows] and `languages`
    int16 [rows] stand for; vectors float16 [rows, d]; sums by language."""

    terms: str
    article_names: tuple[str, ...]
    language_names: tuple[str, ...]
    articles: np.ndarray
    languages: np.ndarray
    vectors: np.ndarray
    postings: Postings
    sums: Sums


class ShelfBuilder:
    """Collects the rows of a segment in their order."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._postings = PostingsBuilder()
        self._articles: dict[str, int] = {}
        self._languages: dict[str, int] = {}
        self._rows: list[tuple[int, int]] = []
        self._vectors: list[np.ndarray] = []

    def add(self, passages: Sequence[Passage], vectors: np.ndarray) -> None:
        """Adds the next rows; vectors float [passages, d]."""
        for passage in passages:
            self._postings.add(self._terms(passage.embedded))
            article = self._articles.setdefault(passage.article, len(self._articles))
            language = self._languages.setdefault(language_group(passage.language), len(self._languages))
            self._rows.append((article, language))
        self._vectors.append(np.asarray(vectors, np.float16))

    def finish(self) -> Shelf:
        """Returns the shelf of all rows added."""
        rows = np.array(self._rows, np.int32).reshape(-1, 2)
        vectors = np.concatenate(self._vectors)
        languages = rows[:, 1].astype(np.int16)
        sums = sums_of(vectors, languages, len(self._languages))
        return Shelf(
            self._terms.fingerprint,
            tuple(self._articles),
            tuple(self._languages),
            rows[:, 0],
            languages,
            vectors,
            self._postings.finish(),
            sums,
        )


def language_group(language: str) -> str:
    """Returns the language without its script: both scripts of Chinese are one language to the search."""
    return language.split("-")[0]


def write_shelf(shelf: Shelf, folder: Path) -> None:
    """Writes a shelf whole or not at all; one of the same terms that is there already is left as it is."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    if folder.is_dir() and read_shelf(folder, shelf.terms) is None:
        shutil.rmtree(folder, ignore_errors=True)
    workshop = Path(tempfile.mkdtemp(dir=folder.parent, prefix="making-"))
    try:
        for name, array in _arrays(shelf).items():
            np.save(workshop / f"{name}.npy", array)
        names = {
            "version": VERSION,
            "terms": shelf.terms,
            "articles": shelf.article_names,
            "languages": shelf.language_names,
        }
        (workshop / "shelf.json").write_text(json.dumps(names), "utf-8")
        os.rename(workshop, folder)
    except OSError:
        shutil.rmtree(workshop, ignore_errors=True)
        if not folder.is_dir():
            raise


def read_shelf(folder: Path, terms: str) -> Shelf | None:
    """Returns the shelf in a folder, or None where there is none that can be used, since it was written by
    another version or with other terms than those of this fingerprint."""
    try:
        names = json.loads((folder / "shelf.json").read_text("utf-8"))
        if (names["version"], names["terms"]) != (VERSION, terms):
            return None
        found = {n: np.load(folder / f"{n}.npy", mmap_mode="r") for n in (*_ARRAYS, *_SUMS)}
    except (OSError, ValueError, KeyError, TypeError, EOFError):
        return None
    postings = Postings(*(found[n] for n in ("terms", "offsets", "rows", "counts", "lengths")))
    sums = Sums(*(found[n] for n in _SUMS))
    articles, languages, vectors = (found[n] for n in ("articles", "languages", "vectors"))
    return Shelf(
        terms,
        tuple(names["articles"]),
        tuple(names["languages"]),
        articles,
        languages,
        vectors,
        postings,
        sums,
    )


def drop_shelves(folder: Path, keep: Iterable[str]) -> None:
    """Removes the shelves of segments that are not kept."""
    kept = set(keep)
    for entry in folder.iterdir() if folder.is_dir() else ():
        if entry.name not in kept:
            shutil.rmtree(entry, ignore_errors=True)


def _arrays(shelf: Shelf) -> dict[str, np.ndarray]:
    postings, sums = shelf.postings, shelf.sums
    return {
        "terms": postings.terms,
        "offsets": postings.offsets,
        "rows": postings.rows,
        "counts": postings.counts,
        "lengths": postings.lengths,
        "articles": shelf.articles,
        "languages": shelf.languages,
        "vectors": shelf.vectors,
        "sum_counts": sums.counts,
        "sum_sums": sums.sums,
        "sum_products": sums.products,
    }
