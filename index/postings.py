"""An inverted index of one segment, in arrays that can be mapped into memory, and BM25 over several.

BM25 is computed at query time from the postings of the query's terms alone, with document frequencies
and lengths of the segments that are served together: a segment is written once and never again, however
the index grows. The formula is Lucene's (k1 = 1.5, b = 0.75), each language a collection of its own.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

K1, B = 1.5, 0.75


@dataclass(frozen=True, slots=True)
class Postings:
    """Of each term, in order of their hashes: the rows it occurs in and how often.

    terms uint64 [t], offsets int64 [t + 1], rows int32 [p], counts float32 [p], lengths int32 [rows].
    """

    terms: np.ndarray
    offsets: np.ndarray
    rows: np.ndarray
    counts: np.ndarray
    lengths: np.ndarray

    def of(self, term: str) -> tuple[np.ndarray, np.ndarray]:
        """Returns the rows that have the term, and how often they have it."""
        key = np.uint64(term_hash(term))
        place = int(np.searchsorted(self.terms, key))
        if place == len(self.terms) or self.terms[place] != key:
            return self.rows[:0], self.counts[:0]
        part = slice(self.offsets[place], self.offsets[place + 1])
        return self.rows[part], self.counts[part]


class PostingsBuilder:
    """Collects the terms of rows, in order of the rows."""

    def __init__(self) -> None:
        self._keys: list[np.ndarray] = []
        self._counts: list[np.ndarray] = []
        self._distinct: list[int] = []
        self._lengths: list[int] = []

    def add(self, terms: Iterable[str]) -> None:
        """Adds the next row."""
        counted = Counter(terms)
        self._keys.append(np.fromiter(map(term_hash, counted), np.uint64, len(counted)))
        self._counts.append(np.fromiter(counted.values(), np.float32, len(counted)))
        self._distinct.append(len(counted))
        self._lengths.append(counted.total())

    def finish(self) -> Postings:
        """Returns the postings of all rows added."""
        keys = np.concatenate([np.zeros(0, np.uint64), *self._keys])
        counts = np.concatenate([np.zeros(0, np.float32), *self._counts])
        rows = np.repeat(np.arange(len(self._distinct), dtype=np.int32), self._distinct)
        order = np.argsort(keys, kind="stable")
        terms, first = np.unique(keys[order], return_index=True)
        offsets = np.append(first, len(keys)).astype(np.int64)
        return Postings(terms, offsets, rows[order], counts[order], np.array(self._lengths, np.int32))


@lru_cache(100_000)
def term_hash(term: str) -> int:
    """Returns 64 bits that stand for a term."""
    digest = hashlib.blake2b(term.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little")


@dataclass(frozen=True, slots=True)
class Bm25:
    """BM25 over the rows of several segments, one after the other.

    `groups` int16 [rows] numbers the collection (here: the language) of a row, -1 for a row that is not
    served; statistics are taken within a group.
    """

    segments: Sequence[Postings]
    groups: np.ndarray
    sizes: np.ndarray
    norms: np.ndarray

    def scores(self, terms: Iterable[str], wanted: np.ndarray) -> np.ndarray:
        """Returns float32 [rows]. `wanted` bool [groups] says in which groups these terms count."""
        scores = np.zeros(len(self.groups), np.float32)
        for term in dict.fromkeys(terms):
            rows, counts = self._find(term)
            groups = self.groups[rows]
            served = groups >= 0
            rows, counts, groups = rows[served], counts[served], groups[served]
            frequency = np.bincount(groups, minlength=len(self.sizes))
            weight = np.log1p((self.sizes - frequency + 0.5) / (frequency + 0.5)) * wanted
            scores[rows] += weight[groups] * counts / (counts + self.norms[rows])
        return scores

    def _find(self, term: str) -> tuple[np.ndarray, np.ndarray]:
        base, rows, counts = 0, [], []
        for segment in self.segments:
            found, often = segment.of(term)
            rows.append(found + base)
            counts.append(often)
            base += len(segment.lengths)
        return np.concatenate(rows), np.concatenate(counts)


def bm25(segments: Sequence[Postings], groups: np.ndarray, number_of_groups: int) -> Bm25:
    """Prepares BM25 over segments for rows in these groups (int16 [rows], -1: not served)."""
    lengths = np.concatenate([np.zeros(0, np.int32), *(s.lengths for s in segments)])
    served = groups >= 0
    sizes = np.bincount(groups[served], minlength=number_of_groups)
    totals = np.bincount(groups[served], weights=lengths[served], minlength=number_of_groups)
    average = np.maximum(totals / np.maximum(sizes, 1), 1)
    norms = K1 * (1 - B + B * lengths / average[np.where(served, groups, 0)])
    return Bm25(segments, groups, sizes, norms.astype(np.float32))
