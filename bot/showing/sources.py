"""Where what is shown comes from: links below it, and the quoted words behind the button."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from urllib.parse import urlsplit

from bot.phrases import Phrases
from bot.rendering.values import marks
from bot.showing.ages import age
from bot.showing.escaping import cut, escaped
from bot.showing.links import linked
from bot.types import Citation, Span
from corpus.types import Source

_NUMBER = re.compile(r"\[(\d{1,5})\]")
_PUBLISHER, _QUOTE = 60, 3_000
_BETWEEN = " · "
_MORE = " … "  # between words of an article that do not follow each other


def cited_in(text: str, citations: Iterable[Citation]) -> list[Citation]:
    """Returns the citations whose numbers stand in the text."""
    numbers = {int(number) for number in _NUMBER.findall(text)}
    return [citation for citation in citations if citation.n in numbers]


def source_lines(citations: Iterable[Citation], today: date, say: Phrases) -> list[str]:
    """Returns a line for each article: the numbers, the link, who published it and when."""
    return [
        f"{marks([citation.n for citation in cited])} {credited(cited[0].source, today, say)}"
        for cited in by_article(citations).values()
    ]


def credited(source: Source, today: date, say: Phrases) -> str:
    """Returns the title as a link, the publisher, the day and how long ago that is."""
    known = [linked(source.title, source.url)]
    by = source.publisher or _host(source.url)
    known += [escaped(by, _PUBLISHER)] if by else []
    day = source.published
    known += [day.isoformat(), age(day, today, say)] if day else [say.say("sources", "undated")]
    return _BETWEEN.join(part for part in known if part)


def quoted_lines(citations: Iterable[Citation], today: date, say: Phrases) -> list[str]:
    """Returns the words of each article that are cited, as they stand there, below its name."""
    lines = []
    for cited in by_article(citations).values():
        lines.append(credited(cited[0].source, today, say))
        lines += [line for citation in cited for line in _quotes(citation, say)]
        lines.append("")
    return lines[:-1]


def by_article(citations: Iterable[Citation]) -> Mapping[str, Sequence[Citation]]:
    """Returns the citations of each article, in the order of their numbers."""
    found: dict[str, list[Citation]] = {}
    for citation in citations:
        found.setdefault(citation.source.article, []).append(citation)
    return found


def _quotes(citation: Citation, say: Phrases) -> Iterator[str]:
    """The words cited with those that they need, in the order of the article, line by line."""
    spans = sorted({citation.span, *citation.context}, key=lambda span: (span.start, span.end))
    text = _MORE.join(say.say("sources", "quote", words=_words(span)) for span in spans)
    first, *others = (line for line in text.splitlines() if line.strip())
    yield f"**[{citation.n}]** {escaped(first)}"
    yield from map(escaped, others)


def _words(span: Span) -> str:
    return cut(span.quote.strip(), _QUOTE)


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url).hostname if url else None
    except ValueError:  # an address with a broken host is no publisher
        return None
