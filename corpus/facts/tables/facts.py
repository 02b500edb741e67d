"""Facts out of the cells of a table."""

import re
from collections.abc import Iterator, Sequence

from corpus.facts.tables.captions import Caption
from corpus.facts.tables.dispatch import PRICES, read_entry
from corpus.facts.tables.entries import Entry
from corpus.facts.tables.headers import Kind
from corpus.facts.tables.readings import Reading, note
from corpus.facts.tables.states import status_in
from corpus.facts.tables.subjects import Subject
from corpus.facts.types import Attribute, Day, Fact, Span, Status
from corpus.names import Names
from corpus.types import Article

_MOST = 20_000  # facts of one table
_SERVED = (*PRICES, Attribute.CONTEXT_WINDOW, Attribute.INPUT_LIMIT, Attribute.OUTPUT_LIMIT)
# a remark on a row that limits its prices and windows: who serves the model, how long the prompt is, a rebate
_LIMITS = re.compile(
    r"平台|报价|報價|托管|部署|翻倍|翻\s?\d\s?倍|超过|超過|以上|以内|缓存|快取|折|via |hosted|served|fp8|int[48]|quanti[sz]|prompt|cache|above|below"
    r"|discount|batch|≤|≥|[<>]\s?\d|提供元|경유|할인",
    re.IGNORECASE,
)


def facts_of(
    article: Article, found: Sequence[Entry], caption: Caption, names: Names, as_of: Day | None
) -> list[Fact]:
    """Returns what the cells of a table state, each fact once."""
    scored = any(entry.column.kind is Kind.SCORE or entry.column.benchmark for entry in found)
    facts: list[Fact] = []
    for entry in found:
        if entry.column.kind is Kind.DATE and scored:
            continue  # of the measurement
        for reading in read_entry(entry, caption, names, as_of):
            facts.extend(_facts(article, entry, reading, caption, as_of))
        if len(facts) > _MOST:
            break
    return list(dict.fromkeys(facts))


def _facts(
    article: Article, entry: Entry, reading: Reading, caption: Caption, as_of: Day | None
) -> Iterator[Fact]:
    for subject in entry.subjects:
        yield Fact(
            article.source.article,
            subject.model,
            reading.attribute,
            reading.value,
            _status(entry, reading, caption, caption.day or as_of),
            caption.day or as_of,
            entry.cell.part(reading.start, reading.end),
            _context(entry, reading, caption, subject),
            reading.benchmark,
            _note(entry, reading),
        )


def _context(entry: Entry, reading: Reading, caption: Caption, subject: Subject) -> tuple[Span, ...]:
    """The model, the header, and what the words around the table add."""
    spans = [subject.span, *(header.span for header in entry.headers)]
    spans += [entry.cell.part(*span) for span in reading.support]
    if reading.attribute in PRICES and caption.basis_span and entry.column.per is None:
        spans.append(caption.basis_span)
    if entry.column.kind is Kind.SCORE and caption.benchmark_span and reading.benchmark == caption.benchmark:
        spans.append(caption.benchmark_span)
    if entry.tier is not None and entry.tier.text and reading.attribute in PRICES:
        spans.append(entry.tier.span)
    if entry.remark is not None and _limits(entry, reading):
        spans.append(entry.remark.span)
    return tuple(dict.fromkeys(spans))


def _limits(entry: Entry, reading: Reading) -> str:
    """The remark on a row, where it limits what this cell states."""
    remark = entry.remark.text if entry.remark is not None and reading.attribute in _SERVED else ""
    return remark if _LIMITS.search(remark) else ""


def _note(entry: Entry, reading: Reading) -> str | None:
    tier = entry.tier.text if entry.tier is not None and reading.attribute in PRICES else ""
    words = [words for words in (tier, reading.note, _limits(entry, reading)) if words]
    return note("; ".join(words))


def _status(entry: Entry, reading: Reading, caption: Caption, day: Day | None) -> Status:
    if reading.status is not None:
        return reading.status
    date = reading.value.day
    if reading.attribute is Attribute.RELEASED and date and day and date.earliest > day.latest:
        return Status.EXPECTED
    said = status_in(" ".join([entry.cell.text, *(header.text for header in entry.headers)]))
    return said or caption.status or Status.RELEASED
