"""Looks an article over once: where models, benchmarks, numbers, days and cue words stand in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus.facts.cues import Cue
from corpus.facts.days import days, days_of
from corpus.facts.even import Even, even
from corpus.facts.placed import Placed, Spanned
from corpus.facts.quantities import quantities_of
from corpus.facts.quantity_types import DayMention, Quantity
from corpus.facts.todays import todays
from corpus.facts.types import Day, Span
from corpus.facts.written_days import WrittenDays
from corpus.names import Names
from corpus.names.types import BenchmarkMention, Mention, Model, OrganisationMention
from corpus.types import Article

# "MMLU-Redux": another benchmark than the one that its name begins with
_GOES_ON = re.compile(r"-[A-Za-z가-힣ァ-ヺ]")
# "Llama 2 Community License" names no model
_OF_LICENCE = re.compile(
    r"[\s-](?:(?:Community|Research)\s)?(?:Licen[cs]e\sAgreement)|[\s-](?:Community|Research)\sLicen[cs]e|\s?コミュニティ\s?ライセンス",
    re.IGNORECASE,
)
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
    """Reads sentences of one article, in which these cues stand. `reference` fills in the year of a day that is
    written without one; `published` is what "today" means."""

    def __init__(
        self,
        article: Article,
        names: Names,
        cues: Sequence[Cue],
        reference: Day | None,
        published: Day | None = None,
    ) -> None:
        text, body = article.text, article.body
        self._text, self._body = text, body
        self._reference, self._published = reference, published
        links = Placed(_Link(*found.span()) for found in _LINK.finditer(text, body))
        named = (m for m in names.mentions(text, body) if not _OF_LICENCE.match(text, m.end))
        self._models = Placed(named).apart_from(links)
        self._sizes = _sizes(self._models.items)
        whole = (b for b in names.benchmarks(text, body) if not _GOES_ON.match(text, b.end))
        benchmarks = Placed(whole).apart_from(links)
        self._named: Placed[Spanned] = Placed([*self._models.items, *benchmarks.items])
        self._benchmarks = benchmarks.apart_from(self._models)
        versioned = [mention for mention in self._models.items if mention.model.versioned]
        no_makers: Placed[Spanned] = Placed([*links.items, *versioned])
        self._organisations = Placed(names.organisations(text, body)).apart_from(no_makers)
        self._cues = Placed(cues).apart_from(self._named)

    @property
    def names_models(self) -> bool:
        """Whether the article names any model at all."""
        return bool(self._models.items)

    @cached_property
    def _even(self) -> Even:
        return even(self._text, self._body)

    @cached_property
    def _quantities(self) -> Placed[Quantity]:
        return Placed(quantities_of(self._even)).apart_from(self._named)

    @cached_property
    def _days(self) -> Placed[DayMention]:
        written = days_of(self._even, self._reference)
        told = todays(self._text, self._body, self._published, written)
        return Placed([*written, *told]).apart_from(self._named)

    @cached_property
    def _above(self) -> WrittenDays:
        return WrittenDays(days(self._text, 0, self._body))

    @cached_property
    def _written(self) -> WrittenDays:
        return WrittenDays(self._days.items)

    def is_one_of_sizes(self, model: Model, size: float) -> bool:
        """Whether the article names models of other sizes that are called so too: "Llama 2 70B" beside
        "Llama 2", whose size then is no one number."""
        return any(abs(other - size) > _SAME_SIZE * size for other in self._sizes.get(model.key, ()))

    def year_of(self, mention: DayMention) -> Span | None:
        """Returns where the year is stated that a day without one was filled in with, or the day that "today"
        means, None where the article does not state it."""
        if not any(char.isdigit() for char in self._text[mention.start : mention.end]):
            return self._above.first(mention.day) or self._written.first(mention.day)
        return self._written.of_year(mention.day.year, mention.start)

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
