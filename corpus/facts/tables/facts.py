"""Facts out of the cells of a table."""

from collections.abc import Iterator, Sequence

from corpus.facts.tables.captions import Caption
from corpus.facts.tables.dispatch import PRICES, read_entry
from corpus.facts.tables.entries import Entry
from corpus.facts.tables.headers import Kind
from corpus.facts.tables.limiting import limiting, limits
from corpus.facts.tables.readings import Reading, parts
from corpus.facts.tables.siblings import with_lent_basis
from corpus.facts.tables.states import GONE, status_in
from corpus.facts.tables.subjects import Subject
from corpus.facts.tables.types import Cell
from corpus.facts.types import Attribute, Day, Fact, Span, Status
from corpus.names import Names
from corpus.types import Article

_MOST = 20_000  # facts of one table
_TOLD = 20  # characters of a remark that its note begins with, which may be shortened


def facts_of(
    article: Article, found: Sequence[Entry], caption: Caption, names: Names, as_of: Day | None
) -> list[Fact]:
    """Returns what the cells of a table state, each fact once."""
    caption = with_lent_basis(found, caption)
    scored = any(entry.column.kind is Kind.SCORE or entry.column.benchmark for entry in found)
    facts: list[Fact] = []
    for entry in found:
        if entry.column.kind is Kind.DATE and scored:
            continue  # of the measurement
        for reading in read_entry(entry, caption, names, as_of):
            facts.extend(_facts(article, entry, reading, caption, as_of))
        if len(facts) > _MOST:
            break
    facts += _due(article, found, caption, as_of)
    return list(dict.fromkeys(facts))


def _due(article: Article, found: Sequence[Entry], caption: Caption, as_of: Day | None) -> Iterator[Fact]:
    """Yields that the models of a table of what is to come are to be released, and when."""
    if caption.due is None or caption.status is None:
        return
    for subject in dict.fromkeys(subject for entry in found for subject in entry.subjects):
        yield Fact(
            article.source.article,
            subject.model,
            Attribute.RELEASED,
            caption.due.value,
            caption.status,
            caption.day or as_of,
            caption.due.span,
            tuple(span for span in (subject.span, caption.due.sentence) if span != caption.due.span),
        )


def without_contradictions(facts: Sequence[Fact]) -> tuple[list[Fact], list[Fact]]:
    """Returns the facts of one table that it does not contradict itself, and one of each group of those that
    it does: two rows of one name are two models that the table tells apart by something else."""
    groups: dict[object, list[Fact]] = {}
    for fact in facts:
        if fact.attribute is Attribute.RELEASED and fact.value.day is None:
            continue  # a status says nothing against a day
        key = (fact.model.key, fact.attribute, fact.benchmark, fact.note, fact.status)
        groups.setdefault(key, []).append(fact)
    clashing = [group for group in groups.values() if len({fact.value for fact in group}) > 1]
    dropped = {fact for group in clashing for fact in group}
    return [fact for fact in facts if fact not in dropped], [group[0] for group in clashing]


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
            limits(entry, reading, subject, _condition(article, reading, caption)),
        )


def _condition(article: Article, reading: Reading, caption: Caption) -> str | None:
    """What the words above the table limit its prices to."""
    if reading.attribute not in PRICES or caption.condition is None:
        return None
    return article.text[slice(*caption.condition)]


def _context(entry: Entry, reading: Reading, caption: Caption, subject: Subject) -> tuple[Span, ...]:
    """The model, the header, and what the words around the table add."""
    above = [subject.above.span] if subject.above else []
    spans = [*above, subject.span, *(header.span for header in entry.headers)]
    spans += [entry.cell.part(*span) for span in reading.support]
    spans += _remarks(entry.cell, reading)
    if reading.attribute in PRICES and caption.basis_span and entry.column.per is None:
        spans.append(caption.basis_span)
    if reading.attribute in PRICES and caption.condition:
        spans.append(caption.condition)
    if entry.column.benchmark and (meant := caption.exactly(entry.column.benchmark)):
        spans.append((meant.start, meant.end))
    if entry.column.kind is Kind.SCORE and caption.benchmark_span and reading.benchmark == caption.benchmark:
        spans.append(caption.benchmark_span)
    spans += [cell.span for cell in limiting(entry, reading)]
    if entry.status not in (None, entry.cell) and status_in(entry.status.text):
        spans.append(entry.status.span)
    if entry.event is not None and entry.column.kind is Kind.DATE:
        spans.append(entry.event.span)
    return tuple(dict.fromkeys(spans))


def _remarks(cell: Cell, reading: Reading) -> list[Span]:
    """The words in brackets that say what a value is limited to, or how firm it is."""
    return [
        cell.part(remark.start, remark.end)
        for remark in parts(cell).remarks
        if remark.text
        and not remark.start <= reading.start < remark.end
        and (remark.text[:_TOLD] in (reading.note or "") or status_in(remark.text))
    ]


def _status(entry: Entry, reading: Reading, caption: Caption, day: Day | None) -> Status:
    if reading.status is not None:
        return reading.status
    own = status_in(" ".join(cell.text for cell in (entry.cell, *entry.headers)))
    row = status_in(entry.status.text) if entry.status is not None else None
    date = reading.value.day
    if reading.attribute is not Attribute.RELEASED or date is None:
        return _first(own, row) or caption.status or Status.RELEASED
    if own in GONE:
        return own  # the day on which it went
    if day and date.earliest > day.latest:
        return Status.EXPECTED
    said = _first(own, row)
    return Status.RELEASED if said in GONE else said or caption.status or Status.RELEASED


def _first(own: Status | None, row: Status | None) -> Status | None:
    """What is to come is not yet there, whichever of the two says so."""
    return min((s for s in (own, row) if s), key=lambda s: s.rank, default=None)
