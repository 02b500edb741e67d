"""Reported values as tables for a terminal, with the remarks and sources below them."""

from collections.abc import Sequence

from bot.characters import one_line
from bot.rendering.sources import grouped_sources
from bot.rendering.table import table
from bot.rendering.values import marks, titled, value_said
from bot.types import Card, Citation, EventRow, Happenings, Listing, Row

Column = tuple[str, str | None]  # attribute and benchmark


def models_text(listing: Listing, width: int | None) -> str:
    """Returns a line for each model and a column for each attribute."""
    columns = _columns(listing.rows)
    by_model: dict[str, list[Row]] = {}
    for row in listing.rows:
        by_model.setdefault(row.model, []).append(row)
    header = ["Model", "Developer", *(titled(*column) for column in columns)]
    lines = [
        [name, rows[0].developer or "", *(_cell(rows, c) for c in columns)] for name, rows in by_model.items()
    ]
    return _page(table(header, lines, width) if lines else "", listing.word, listing.citations)


def compared_text(listing: Listing, models: Sequence[str], width: int | None) -> str:
    """Returns a line for each attribute and a column for each model."""
    lines = [
        [titled(*column), *(_cell([r for r in listing.rows if r.model == name], column) for name in models)]
        for column in _columns(listing.rows)
    ]
    shown = table(["", *models], lines, width) if lines else ""
    return _page(shown, listing.word, listing.citations)


def ranked_text(listing: Listing, width: int | None) -> str:
    """Returns a line for each score, in its rank; what is not ranked has none, and comes last."""
    header = ["Rank", "Model", "Developer", "Benchmark", "Score", "As of"]
    lines = [
        [
            str(row.rank) if row.rank else "-",
            row.model,
            row.developer or "",
            row.benchmark or "",
            value_said(row),
            row.as_of or "",
        ]
        for row in listing.rows
    ]
    return _page(table(header, lines, width) if lines else "", listing.word, listing.citations)


def nothing_said(card: Card) -> str | None:
    """Returns that no article states anything of the model, and what may be meant; None where one does."""
    if card.rows:
        return None
    near = " or ".join(map(one_line, card.near))
    return f"No article states anything of {_titled(card)}." + (f" Did you mean {near}?" if near else "")


def _titled(card: Card) -> str:
    return one_line(card.model) + (f" ({one_line(card.developer)})" if card.developer else "")


def card_text(card: Card, width: int | None) -> str:
    """Returns a line for each value; those that articles disagree on stand below each other."""
    if (nothing := nothing_said(card)) is not None:
        return nothing
    seen: set[Column] = set()
    lines = []
    for row in card.rows:
        column = (row.attribute, row.benchmark)
        again = row.conflict and column in seen
        seen.add(column)
        lines.append(["… but also" if again else titled(*column), value_said(row), row.as_of or ""])
    return _page(f"{_titled(card)}\n\n{table(['', 'Reported', 'As of'], lines, width)}", "", card.citations)


def happenings_text(happenings: Happenings, width: int | None) -> str:
    """Returns a line for each event; a value before and after where one changed."""
    if not happenings.events:
        return "No article tells of anything in that time."
    changed = any(event.before or event.after for event in happenings.events)
    header = ["Date", "Model", "What", *(["Before", "After"] if changed else []), "Sources"]
    lines = [_event(event, changed) for event in happenings.events]
    return _page(table(header, lines, width), "", happenings.citations)


def _columns(rows: Sequence[Row]) -> list[Column]:
    return list(dict.fromkeys((row.attribute, row.benchmark) for row in rows))


def _cell(rows: Sequence[Row], column: Column) -> str:
    """All that is reported of one thing, what disagrees after a stroke."""
    return " / ".join(value_said(row) for row in rows if (row.attribute, row.benchmark) == column)


def _event(event: EventRow, changed: bool) -> list[str]:
    values = [event.before or "", event.after or ""] if changed else []
    return [event.date or "unknown", event.model, event.what, *values, marks(event.citations)]


def _page(shown: str, word: str, citations: Sequence[Citation]) -> str:
    """A table with the words below it, and the sources."""
    sources = ["Sources:", *grouped_sources(citations)] if citations else []
    return "\n\n".join(part for part in (shown, word, "\n".join(sources)) if part)
