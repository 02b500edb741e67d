"""One generation of the index, made ready to be searched."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from index.moments import Moments, Sums, moments
from index.postings import Bm25, bm25
from index.shelf import Shelf
from index.types import Served

UNKNOWN_DAY = 0


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All segments of a generation, their rows numbered one after the other from 0.

    `groups` int16 [rows] is the language of a row as a number into `languages`, -1 where its article is
    not served from this segment; `days` int32 [rows] the article's day of publication as an ordinal, 0 if
    unknown; `starts` the first row of each segment.
    """

    generation: int
    segments: tuple[str, ...]
    starts: tuple[int, ...]
    languages: tuple[str, ...]
    groups: np.ndarray
    days: np.ndarray
    vectors: tuple[np.ndarray, ...]
    moments: Moments
    words: Bm25

    @property
    def rows(self) -> int:
        """How many passages are served."""
        return int((self.groups >= 0).sum())

    def segment_of(self, row: int) -> int:
        """Returns the number of the segment that a row lies in."""
        return int(np.searchsorted(self.starts, row, side="right")) - 1

    def vectors_of(self, rows: np.ndarray) -> np.ndarray:
        """Returns float32 [rows, d]."""
        found = np.empty((len(rows), self.moments.means.shape[1]), np.float32)
        places = np.searchsorted(self.starts, rows, side="right") - 1
        for number in np.unique(places):
            mine = places == number
            found[mine] = self.vectors[number][rows[mine] - self.starts[number]]
        return found

    def published_until(self, last: date) -> np.ndarray:
        """Returns bool [rows]: published on that day or before, or at an unknown date."""
        return np.asarray(self.days <= last.toordinal())


def take_snapshot(
    generation: int, served: Mapping[str, Served], segments: Sequence[str], shelves: Sequence[Shelf]
) -> Snapshot:
    """Puts the shelves of a generation's segments together. `served` says by article from which segment it
    is served and when it was published."""
    languages = tuple(dict.fromkeys(name for shelf in shelves for name in shelf.language_names))
    groups, days = [np.zeros(0, np.int16)], [np.zeros(0, np.int32)]
    for name, shelf in zip(segments, shelves, strict=True):
        live, day = _articles(name, shelf, served)
        numbers = np.array([languages.index(language) for language in shelf.language_names], np.int16)
        groups.append(np.where(live[shelf.articles], numbers[shelf.languages], np.int16(-1)))
        days.append(day[shelf.articles])
    every = np.concatenate(groups).astype(np.int16)
    sizes = [len(shelf.articles) for shelf in shelves]
    return Snapshot(
        generation,
        tuple(segments),
        tuple(int(n) for n in np.cumsum([0, *sizes])[:-1]),
        languages,
        every,
        np.concatenate(days),
        tuple(shelf.vectors for shelf in shelves),
        moments([_renumbered(shelf, languages) for shelf in shelves]),
        bm25([shelf.postings for shelf in shelves], every, len(languages)),
    )


def _articles(segment: str, shelf: Shelf, served: Mapping[str, Served]) -> tuple[np.ndarray, np.ndarray]:
    """Of each article of a shelf: is it served from this segment, and its day."""
    found = [served.get(name) for name in shelf.article_names]
    live = np.array([s is not None and s.segment == segment for s in found], bool)
    days = [s.published.toordinal() if s and s.published else UNKNOWN_DAY for s in found]
    return live, np.array(days, np.int32)


def _renumbered(shelf: Shelf, languages: Sequence[str]) -> Sums:
    """The shelf's sums with its languages in the order of all languages."""
    order = [languages.index(name) for name in shelf.language_names]
    sums = shelf.sums
    wide = [
        np.zeros((len(languages), *part.shape[1:]), part.dtype)
        for part in (sums.counts, sums.sums, sums.products)
    ]
    for target, part in zip(wide, (sums.counts, sums.sums, sums.products), strict=True):
        target[order] = part
    return Sums(*wide)
