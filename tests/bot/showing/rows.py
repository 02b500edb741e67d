"""Rows about models that don't exist, as hostile as is wanted."""

from bot.types import Answer, Citation, EventRow, Question, Row, Span
from corpus.types import Source
from tests.bot.samples import SOURCE


def row(model: str = "Quartz 7", n: int = 1, **other: object) -> Row:
    values: dict[str, object] = {
        "model": model,
        "developer": "Birdworks",
        "attribute": "context_window",
        "value": 9_000_000,
        "unit": "tokens",
        "shown": "9M tokens",
        "status": "released",
        "as_of": "2031-05-04",
        "conflict": False,
        "citations": (n,),
    }
    return Row(**{**values, **other})  # type: ignore[arg-type]


def event(n: int = 1, **other: object) -> EventRow:
    values: dict[str, object] = {
        "date": "2031-05-04",
        "model": "Quartz 7",
        "what": "released",
        "before": None,
        "after": None,
        "citations": (n,),
    }
    return EventRow(**{**values, **other})  # type: ignore[arg-type]


def cited(n: int = 1, quote: str = "Quartz 7 reads 9M tokens", source: Source = SOURCE) -> Citation:
    return Citation(n, source, Span(quote, 40, 40 + len(quote)), (Span("Windows", 10, 17),))


def hostile_source(text: str) -> Source:
    return Source("odd", "odd.md", text, "en", publisher=text, url=f"https://news.example/{text}")


def listed(count: int, cut_at: int | None = None) -> Answer:
    """An answer that lists so many models, of which its text names only the first."""
    shown = count if cut_at is None else cut_at
    lines = [f"{count} models are reported with a window of at least 1M tokens:"]
    lines += [f"- Quartz {i} 9M tokens [{i}]" for i in range(1, shown + 1)]
    lines += [f"The list goes on with {count - shown} more."] if shown < count else []
    text = "\n".join([*lines, "Understood as: models with a window"])
    rows = tuple(row(f"Quartz {i}", i) for i in range(1, count + 1))
    citations = tuple(cited(i) for i in range(1, count + 1))
    return Answer(
        Question("Which?", "en"), text, citations, understood={"kind": "filter"}, rows=rows, unknown=()
    )
