"""Looks an article over once: where models, benchmarks, numbers, days and cue words stand in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.facts.cues import Cue, Cues
from corpus.facts.days import days, days_of
from corpus.facts.even import even
from corpus.facts.placed import Placed, Spanned
from corpus.facts.quantities import quantities_of
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
        links = Placed(_Link(*found.span()) for found in _LINK.finditer(text, body))
        self._models = Placed(names.mentions(text, body)).apart_from(links)
        self._sizes = _sizes(self._models.items)
        benchmarks = Placed(names.benchmarks(text, body)).apart_from(links)
        named: Placed[Spanned] = Placed([*self._models.items, *benchmarks.items])
        self._benchmarks = benchmarks.apart_from(self._models)
        versioned = [mention for mention in self._models.items if mention.model.versioned]
        no_makers: Placed[Spanned] = Placed([*links.items, *versioned])
        self._organisations = Placed(names.organisations(text, body)).apart_from(no_makers)
        plain = even(text, body)
        self._quantities = Placed(quantities_of(plain)).apart_from(named)
        written = days_of(plain, reference)
        told = todays(text, body, published, written)
        self._days = Placed([*written, *told]).apart_from(named)
        self._above = days(text, 0, body)
        self._cues = Placed(cues.find(text, body)).apart_from(named)

    def is_one_of_sizes(self, model: Model, size: float) -> bool:
        """Whether the article names models of other sizes that are called so too: "Llama 2 70B" beside
        "Llama 2", whose size then is no one number."""
        return any(abs(other - size) > _SAME_SIZE * size for other in self._sizes.get(model.key, ()))

    def year_of(self, mention: DayMention) -> Span | None:
        """Returns where the year is stated that a day without one was filled in with, or the day that "today"
        means, None where the article does not state it."""
        if not any(char.isdigit() for char in self._text[mention.start : mention.end]):
            return day_at(mention.day, [*self._above, *self._days.items])
        stated = [d for d in self._days.items if not d.partial and d.day.year == mention.day.year]
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
            self._models.within(start, end),
            self._organisations.within(start, end),
            self._benchmarks.within(start, end),
            self._quantities.within(start, end),
            self._days.within(start, end),
            self._cues.within(start, end),
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
