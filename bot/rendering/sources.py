"""Where what was said comes from: the citations, those of one article together."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from bot.characters import one_line
from bot.types import Citation
from corpus.types import Source

_QUOTE = 160


def grouped_sources(citations: Sequence[Citation]) -> list[str]:
    """Returns a line for each article, and under it a line for each of its quotes with its number."""
    by_article: dict[str, list[Citation]] = {}
    for citation in citations:
        by_article.setdefault(citation.source.article, []).append(citation)
    lines = []
    for cited in by_article.values():
        source = cited[0].source
        lines.append(f"{one_line(credit(source))} ({one_line(source.path)})")
        lines += [f"    [{citation.n}] {_quotes(citation)}" for citation in cited]
    return lines


def credit(source: Source) -> str:
    """Returns title, who published it, when, and the link, as far as they are known."""
    by = source.publisher or _host(source.url)
    known = (by, source.published.isoformat() if source.published else None, source.url)
    rest = ", ".join(part for part in known if part)
    return f"{source.title} — {rest}" if rest else source.title


def _quotes(citation: Citation) -> str:
    """The words cited, with those that they need, in the order of the article."""
    spans = sorted((citation.span, *citation.context), key=lambda span: span.start)
    return " … ".join(f"“{one_line(span.quote, _QUOTE)}”" for span in spans)


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url).hostname if url else None
    except ValueError:  # an address with a broken host: it is still shown as it is
        return None
