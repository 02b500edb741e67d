"""Puts the evidence for passages on one scale: pure functions over a snapshot's rows.

Dense similarities are counted in standard deviations within the passage's language; words count within a
language, never between them. Plain reciprocal rank fusion would throw the other languages' passages away.
"""

from collections.abc import Sequence

import numpy as np

from index.shelf import language_group
from index.snapshot import Snapshot
from index.text import STOPWORDS, is_name, is_unspaced

WORDS = 2.0  # standard deviations between the best and the worst match by words
SAME, TRANSLATED = 0.97, 0.82  # cosines from which a passage repeats one of its language, of another one
TIE = 0.05  # standard deviations that count as nothing


def query_terms(terms: Sequence[str]) -> list[str]:
    """Returns the terms of a query that say something."""
    return [t for t in dict.fromkeys(terms) if t not in STOPWORDS]


def word_evidence(snapshot: Snapshot, terms: Sequence[str], language: str) -> np.ndarray:
    """Returns float32 [rows]: what the words of a query in `language` say for each passage.

    All words count in passages of that language; in another language's passages only what is written
    alike there: names, numbers, and Latin words of a query among unspaced scripts or the reverse.
    """
    own = language_group(language)
    score = np.zeros(len(snapshot.groups), np.float32)
    for number, group in enumerate(snapshot.languages):
        mine = snapshot.groups == number
        shared = list(terms) if group == own else [t for t in terms if _crosses(t, own, group)]
        wanted = np.arange(len(snapshot.languages)) == number
        found = snapshot.words.scores(shared, wanted)
        best = float(found.max(initial=0))
        if best > 0:
            score[mine] = WORDS * (found[mine] / best - 0.5)
    return score


def dense_evidence(snapshot: Snapshot, query: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """Returns float32 [rows]: similarities in standard deviations from the mean of the row's language."""
    mean, deviation = snapshot.moments.standard(query)
    groups = snapshot.groups[rows]
    return np.asarray((snapshot.vectors_of(rows) @ query - mean[groups]) / deviation[groups])


def best_first(snapshot: Snapshot, rows: np.ndarray, scores: np.ndarray) -> np.ndarray:
    """Returns the order [rows]: best first, the newer of two that tie, an earlier row before a later."""
    return np.lexsort((rows, -snapshot.days[rows], -np.round(scores / TIE)))


def different_first(snapshot: Snapshot, rows: np.ndarray) -> list[int]:
    """Returns places into `rows`, which are best first, with those that only repeat or translate one
    before them moved to the end."""
    vectors = snapshot.vectors_of(rows)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    groups = snapshot.groups[rows]
    limit = np.where(groups[:, None] == groups, SAME, TRANSLATED)
    repeats = vectors @ vectors.T >= limit
    first: list[int] = []
    later: list[int] = []
    for place in range(len(rows)):
        (later if repeats[place, first].any() else first).append(place)
    return first + later


def _crosses(term: str, asked: str, written: str) -> bool:
    if is_name(term):
        return True
    unspaced = {"zh", "ja", "ko", "th"}
    return not is_unspaced(term) and (asked in unspaced) != (written in unspaced)
