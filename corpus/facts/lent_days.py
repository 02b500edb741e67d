"""Days that a sentence takes from elsewhere: from the heading of a change log, from "the same day"."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from corpus.facts.quantity_types import DayMention
from corpus.facts.scan import Sentence
from corpus.structure.types import Block, Kind, Path

SAME_DAY = re.compile(
    r"\b(?:that|the)?\s?same\sday\b|同日|同一天|当天|當天|当日|當日|同じ日|같은\s?날|당일", re.IGNORECASE
)
_FEWEST = 2  # headings of days that make a change log


@dataclass(slots=True)
class LentDays:
    """Told of every sentence in order, it knows which day one without a day of its own may mean.

    `headings` are the days that head sections, where at least two sections are headed by nothing else: the
    entries of a change log or a chronicle.
    """

    headings: dict[Path, DayMention]
    _last: DayMention | None = None
    _path: Path | None = None

    def told(self, sentence: Sentence, path: Path) -> None:
        """Takes in a sentence that has been read."""
        if path != self._path:
            self._last, self._path = None, path
        exact = [day for day in sentence.days if day.day.day]
        self._last = exact[-1] if exact else self._last

    def lent(self, sentence: Sentence, path: Path) -> DayMention | None:
        """Returns the day of the sentence before for "the same day", else that of the section's heading."""
        if SAME_DAY.search(sentence.text, sentence.start, sentence.end):
            return self._last if path == self._path and not sentence.days else None
        depths = range(len(path), 0, -1)
        return next((self.headings[path[:n]] for n in depths if path[:n] in self.headings), None)


def headed(found: Iterable[Block], read: Callable[[int, int], Sentence]) -> dict[Path, DayMention]:
    """Returns the days that are all there is in headings, by the sections below; `read` gives a span's
    sentence."""
    headings = [(block.path, read(block.start, block.end)) for block in found if block.kind is Kind.HEADING]
    days = {path: day for path, heading in headings if (day := _whole(heading))}
    return days if len(days) >= _FEWEST else {}


def _whole(heading: Sentence) -> DayMention | None:
    """The exact day that a heading consists of."""
    if len(heading.days) != 1 or not heading.days[0].day.day:
        return None
    day = heading.days[0]
    beside = heading.between(heading.start, day.start) + heading.between(day.end, heading.end)
    return None if any(c.isalnum() for c in beside) else day
