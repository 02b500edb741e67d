"""Finds the articles that mean nearly the same, in one language or in two, by the vectors of their passages."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from index.shelf import Shelf

SAME, OTHER = 0.88, 0.6  # cosines of two articles in one language and in two, from which they are looked at
_MOST = 4  # of each kind
_BLOCK = 256  # articles that are compared with all others at once


@dataclass(frozen=True, slots=True)
class Centres:
    """What each article means as a whole: `vectors` float32 [articles, d] of length one; `places` are segment
    and number of the article in it; `groups` the languages, int [articles]."""

    articles: tuple[str, ...]
    places: tuple[tuple[str, int], ...]
    groups: np.ndarray
    vectors: np.ndarray


def centres(shelves: Mapping[str, Shelf], served: Mapping[str, str]) -> Centres:
    """Returns the centres of the articles that are served; `served` gives by article its segment."""
    articles: list[str] = []
    places: list[tuple[str, int]] = []
    groups: list[str] = []
    vectors: list[np.ndarray] = []
    for segment, shelf in shelves.items():
        mine = [n for n, name in enumerate(shelf.article_names) if served.get(name) == segment]
        first = np.unique(shelf.articles, return_index=True)[1]
        articles += [shelf.article_names[n] for n in mine]
        places += [(segment, n) for n in mine]
        groups += [shelf.language_names[shelf.languages[first[n]]] for n in mine]
        vectors.append(_sums(shelf)[mine])
    found = np.concatenate(vectors) if vectors else np.zeros((0, 1), np.float32)
    found /= np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)
    return Centres(tuple(articles), tuple(places), np.unique(groups, return_inverse=True)[1], found)


def _sums(shelf: Shelf) -> np.ndarray:
    """The sum of each article's vectors, float32 [articles, d], each as much as it has words: a line with the
    author's name says little. An article's rows mostly follow each other."""
    rows = np.asarray(shelf.articles)
    starts = np.flatnonzero(np.diff(rows, prepend=-1))
    weights = np.maximum(shelf.postings.lengths, 1).astype(np.float32)
    sums = np.zeros((len(shelf.article_names), shelf.vectors.shape[1]), np.float32)
    np.add.at(sums, rows[starts], np.add.reduceat(shelf.vectors * weights[:, None], starts, axis=0))
    return sums


def alike(found: Centres, wanted: Iterable[str]) -> Iterator[tuple[int, int, float]]:
    """Yields the numbers of pairs of articles that mean nearly the same, of which one is wanted, each pair once,
    with their cosine."""
    numbers = {name: n for n, name in enumerate(found.articles)}
    rows = np.array([numbers[name] for name in wanted if name in numbers], np.int64)
    done = set[tuple[int, int]]()
    for at in range(0, len(rows), _BLOCK):
        block = rows[at : at + _BLOCK]
        cosines = found.vectors[block] @ found.vectors.T
        for row, own in zip(block.tolist(), cosines, strict=True):
            own[row] = -1
            for other in _nearest(own, found.groups == found.groups[row]):
                pair = (min(row, other), max(row, other))
                if pair not in done:
                    done.add(pair)
                    yield row, other, float(own[other])


def _nearest(cosines: np.ndarray, same: np.ndarray) -> list[int]:
    chosen: list[int] = []
    for kind, least in ((same, SAME), (~same, OTHER)):
        fitting = np.flatnonzero(kind & (cosines >= least))
        best = fitting[np.argsort(-cosines[fitting], kind="stable")[:_MOST]]
        chosen += best.tolist()
    return chosen
