"""Looks an article over once: where models, benchmarks, numbers, days and cue words stand in it."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from corpus.facts.cues import Cue, Cues
from corpus.facts.days import days
from corpus.facts.quantities import quantities
from corpus.facts.quantity_types import DayMention, Quantity
from corpus.facts.todays import day_at, todays
from corpus.facts.types import Day, Span
from corpus.names import Names
from corpus.names.types import BenchmarkMention, Mention, Model, OrganisationMention
from corpus.types import Article

_SIZE = re.compile(r"\d{1,4}(?:\.\d{1,2})?b")
_SAME_SIZE = 0.06
LONGEST = 1_200  # characters of a sentence that are read; nobody states more in one


# where a link leads, which says nothing by itself
_LINK = re.compile(r"https?://[^\s()<>\[\]|]{1,2000}|\]\([^()\s]{1,2000}\)|(?:src|href)=\"[^\"\n]{1,2000}\"")


@dataclass(frozen=True, slots=True)
class _Link:
    start: int
    end: int


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


T = TypeVar("T", bound=_Spanned)


@dataclass(frozen=True, slots=True)
class Sentence:
    """What stands in ``text[start:end]``, everything in order. `quantities` and `days` within the names of
    models and benchmarks are left out."""

    text: str
    start: int
    end: int
    models: tuple[Mention, ...]
    organisations: tuple[OrganisationMention, ...]
    benchmarks: tuple[BenchmarkMention, ...]
    quantities: tuple[Quantity, ...]
    days: tuple[DayMention, ...]
    cues: tuple[Cue, ...]

    @property
    def span(self) -> Span:
        """Start and end."""
        return self.start, self.end

    def between(self, start: int, end: int) -> str:
        """The article's text there."""
        return self.text[start:end]

    def cues_in(self, start: int, end: int, *kinds: str) -> list[Cue]:
        """The cues of any of these kinds that lie within."""
        return [c for c in self.cues if start <= c.start and c.end <= end and not c.kinds.isdisjoint(kinds)]


class Scan:
    """Reads sentences of one article. `reference` fills in the year of a day that is written without one;
    `published` is what "today" means."""

    def __init__(
        self,
        article: Article,
        names: Names,
        cues: Cues,
        reference: Day | None,
        published: Day | None = None,
    ) -> None:
        text, body = article.text, article.body
        self._text = text
        links = [_Link(*found.span()) for found in _LINK.finditer(text, body)]
        self._models = _apart(names.mentions(text, body), links)
        self._sizes = _sizes(self._models)
        benchmarks = _apart(names.benchmarks(text, body), links)
        named = _in_order([*self._models, *benchmarks])
        self._benchmarks = _apart(benchmarks, self._models)
        versioned = [mention for mention in self._models if mention.model.versioned]
        self._organisations = _apart(names.organisations(text, body), _in_order([*links, *versioned]))
        self._quantities = _apart(quantities(text, body), named)
        written = days(text, body, None, reference)
        told = todays(text, body, published, written)
        self._days = _apart(sorted([*written, *told], key=_start), named)
        self._above = days(text, 0, body)
        self._cues = _apart(cues.find(text, body), named)

    def is_one_of_sizes(self, model: Model, size: float) -> bool:
        """Whether the article names models of other sizes that are called so too: "Llama 2 70B" beside
        "Llama 2", whose size then is no one number."""
        return any(abs(other - size) > _SAME_SIZE * size for other in self._sizes.get(model.key, ()))

    def year_of(self, mention: DayMention) -> Span | None:
        """Returns where the year is stated that a day without one was filled in with, or the day that "today"
        means, None where the article does not state it."""
        if not any(char.isdigit() for char in self._text[mention.start : mention.end]):
            return day_at(mention.day, [*self._above, *self._days])
        stated = [d for d in self._days if not d.partial and d.day.year == mention.day.year]
        before = [d for d in stated if d.end <= mention.start]
        nearest = before[-1] if before else stated[0] if stated else None
        return (nearest.start, nearest.end) if nearest else None

    def sentence(self, start: int, end: int) -> Sentence:
        """Returns what stands in the first 1,200 characters of ``text[start:end]``."""
        end = min(end, start + LONGEST)
        return Sentence(
            self._text,
            start,
            end,
            _slice(self._models, start, end),
            _slice(self._organisations, start, end),
            _slice(self._benchmarks, start, end),
            _slice(self._quantities, start, end),
            _slice(self._days, start, end),
            _slice(self._cues, start, end),
        )


def _sizes(models: Sequence[Mention]) -> dict[str, set[float]]:
    """The sizes that models of one name are told apart by, by the key without a size."""
    sizes: dict[str, set[float]] = {}
    for key in {mention.model.key for mention in models}:
        family, _, parts = key.partition("|")
        sized = [part for part in parts.split() if _SIZE.fullmatch(part)]
        if len(sized) == 1:
            rest = " ".join(part for part in parts.split() if part != sized[0])
            sizes.setdefault(f"{family}|{rest}", set()).add(float(sized[0][:-1]) * 1e9)
    return sizes


def _slice(found: Sequence[T], start: int, end: int) -> tuple[T, ...]:
    """What lies within, of things in order."""
    first, last = bisect_left(found, start, key=_start), bisect_left(found, end, key=_start)
    return tuple(item for item in found[first:last] if item.end <= end)


def _apart(found: Sequence[T], named: Sequence[_Spanned]) -> list[T]:
    return [item for item in found if not _inside(item, named)]


def _inside(item: _Spanned, named: Sequence[_Spanned]) -> bool:
    at = bisect_left(named, item.end, key=_start)
    return at > 0 and named[at - 1].end > item.start


def _in_order(spans: Sequence[_Spanned]) -> list[_Spanned]:
    return sorted(spans, key=_start)


def _start(span: _Spanned) -> int:
    return span.start
