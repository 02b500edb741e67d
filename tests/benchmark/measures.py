"""How good a ranking is: pure functions."""

from collections.abc import Sequence

import numpy as np


def distinct(names: Sequence[str]) -> list[str]:
    """Returns each name once, where it came first."""
    return list(dict.fromkeys(names))


def average_precisions(scores: np.ndarray, relevant: np.ndarray) -> np.ndarray:
    """Returns float [questions] of scores [questions, candidates] and bool relevant of that shape; each
    question has at least one relevant candidate."""
    order = np.argsort(-scores, axis=1, kind="stable")
    hits = np.take_along_axis(relevant, order, axis=1)
    precision = np.cumsum(hits, axis=1) / np.arange(1, hits.shape[1] + 1)
    means: np.ndarray = (precision * hits).sum(axis=1) / hits.sum(axis=1)
    return means


def share_found(found: Sequence[Sequence[int]], exact: Sequence[Sequence[int]]) -> float:
    """Returns the mean share of the exact neighbours that were found."""
    return float(np.mean([len(set(f) & set(e)) / len(e) for f, e in zip(found, exact, strict=True)]))
