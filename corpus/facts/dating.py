"""For which day an article speaks."""

from collections.abc import Iterator, Sequence

from corpus.facts.cues import Cue, of_kind
from corpus.facts.days import days
from corpus.facts.types import Day
from corpus.types import Article

_READ = 6_000  # characters at either end of an article in which it may say so
_NEAR = 14


def published_day(article: Article) -> Day | None:
    """Returns the day of publication."""
    day = article.source.published
    return Day(day.year, day.month, day.day) if day else None


def speaks_for(article: Article, cues: Sequence[Cue]) -> Day | None:
    """Returns the day of "as of February 7, 2026", else the day of publication, else None. Where the article
    says "as of February" first and then the day, the day counts. `cues` are all that stand in it."""
    stated = list(_stated(article, cues))
    if not stated:
        return published_day(article)
    first = stated[0]
    finer = (d for d in stated if d.day and first.earliest <= d.earliest and d.latest <= first.latest)
    return next(finer, first)


def _stated(article: Article, cues: Sequence[Cue]) -> Iterator[Day]:
    text, published = article.text, published_day(article)
    ends = [(article.body, min(len(text), article.body + _READ))]
    if len(text) > ends[0][1]:
        ends.append((max(ends[0][1], len(text) - _READ), len(text)))
    for start, end in ends:
        said = [cue for cue in of_kind(cues, "as_of") if start <= cue.start and cue.end <= end]
        found = days(text, start, end, published) if said else []
        for cue in said:
            for mention in found:
                if 0 <= mention.start - cue.end <= _NEAR and mention.day.month:
                    yield mention.day
