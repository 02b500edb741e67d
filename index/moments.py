"""The mean and covariance of each language's vectors, which put similarities of two languages on one scale.

With q the query, a passage's similarity q·x has in its language the mean q·μ and the variance qᵀΣq; the
distance from that mean in standard deviations can be compared across languages.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

PRIOR = 20  # passages' worth of all languages together that each language's figures are mixed with


@dataclass(frozen=True, slots=True)
class Sums:
    """What has to be added up: counts int64 [groups], sums float32 [groups, d], products float32 [groups, d, d]."""

    counts: np.ndarray
    sums: np.ndarray
    products: np.ndarray


def sums_of(vectors: np.ndarray, groups: np.ndarray, number_of_groups: int) -> Sums:
    """Adds up vectors [n, d] by group, int [n]."""
    dimensions = vectors.shape[1]
    counts = np.bincount(groups, minlength=number_of_groups)
    sums = np.zeros((number_of_groups, dimensions), np.float32)
    products = np.zeros((number_of_groups, dimensions, dimensions), np.float32)
    for group in range(number_of_groups):
        part = vectors[groups == group].astype(np.float32)
        sums[group] = part.sum(axis=0)
        products[group] = part.T @ part
    return Sums(counts, sums, products)


@dataclass(frozen=True, slots=True)
class Moments:
    """means float32 [groups, d], covariances float32 [groups, d, d]."""

    means: np.ndarray
    covariances: np.ndarray

    def standard(self, query: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Returns the mean and the standard deviation [groups] of similarities to a query [d]."""
        variances = self.covariances @ query @ query
        return self.means @ query, np.sqrt(np.maximum(variances, 1e-8))


def moments(parts: Sequence[Sums]) -> Moments:
    """Puts sums together; languages with few passages lean on all languages together."""
    if not parts:
        return Moments(np.zeros((0, 0), np.float32), np.zeros((0, 0, 0), np.float32))
    counts = np.sum([p.counts for p in parts], axis=0).astype(np.float32)
    sums = np.sum([p.sums for p in parts], axis=0)
    products = np.sum([p.products for p in parts], axis=0)
    everything = max(float(counts.sum()), 1.0)
    weights = (counts + PRIOR)[:, None]
    means = (sums + PRIOR * sums.sum(axis=0) / everything) / weights
    second = (products + PRIOR * products.sum(axis=0) / everything) / weights[:, :, None]
    return Moments(means, second - means[:, :, None] * means[:, None, :])
