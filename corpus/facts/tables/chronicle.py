"""Tables that tell what happened on which day: a day, often a company, and what it did."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.facts.days import days
from corpus.facts.drafts import Draft
from corpus.facts.quantity_types import DayMention
from corpus.facts.releases import releases
from corpus.facts.scan import Scan, Sentence
from corpus.facts.spans import dated
from corpus.facts.tables.captions import Caption
from corpus.facts.tables.headers import Column, Kind
from corpus.facts.tables.heads import Head, at, heads
from corpus.facts.tables.readings import is_nothing, parts
from corpus.facts.tables.stated import dates, maker
from corpus.facts.tables.states import cues
from corpus.facts.tables.subjects import subjects
from corpus.facts.tables.types import Cell, Grid, Row
from corpus.facts.types import Attribute, Day, Fact, Span, Status, Value
from corpus.names import Names
from corpus.names.types import Model
from corpus.types import Article

_YEAR = re.compile(r"(?<![\d.,-])20[123]\d(?![\d.,]?\d)")
_TITLE = re.compile(r"#\s|<h1", re.IGNORECASE)
_OF_MAKERS = (Kind.OTHER, Kind.VALUE, Kind.NOTE, Kind.KEY)  # tell events where a column names the makers
_GONE = (Status.DEPRECATED, Status.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where a chronicle holds its days, its makers and its events."""

    day: int
    maker: int | None
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _When:
    """A row's day, and where it stands."""

    value: Value
    span: Span


def chronicle(article: Article, grid: Grid, caption: Caption, names: Names, as_of: Day | None) -> list[Fact]:
    """Returns what a table of days and events states: which models were released on which day, and by whom.

    Days without a year take that of the words above the table, else the one nearest to `as_of`, else the one
    that the article stated last."""
    header = heads(grid, names)
    columns = _columns(header)
    if columns is None:
        return []
    reference = _year(article, grid) or as_of or _last_year(article, grid)
    told = replace(article, text=article.text[: grid.end], body=grid.start)
    scan = Scan(told, names, cues().find(told.text, told.body), reference)
    reader = _Reader(article, scan, names, caption, as_of, header[columns.maker or 0].column)
    when: _When | None = None
    facts: list[Fact] = []
    for row in grid.rows:
        cell = at(row, columns.day)
        if cell is not None and cell.text.strip():
            when = _when(article.text, cell, reference)
        if when is not None:
            facts.extend(reader.row(row, when, columns))
    return list(_first_releases(facts))


def _first_releases(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Leaves out that a model was released where an earlier row says so: the later row tells of an update."""
    first: dict[tuple[str, Status], date] = {}
    dated_facts = [(f, f.value.day.latest) for f in facts if f.value.day]
    for fact, day in dated_facts:
        key = fact.model.key, fact.status
        first[key] = min(day, first.get(key, day))
    late = {id(f) for f, day in dated_facts if day > first[f.model.key, f.status]}
    yield from (fact for fact in facts if id(fact) not in late)


def _columns(header: Sequence[Head]) -> _Columns | None:
    kinds = [head.column.kind for head in header]
    told = [i for i, head in enumerate(header) if head.column.attributes == (Attribute.RELEASED,)]
    if not told or Kind.SCORE in kinds:
        return None
    dates_at = next((i for i in told if kinds[i] is Kind.DATE), told[0])
    makers = [i for i, head in enumerate(header) if head.column.attributes == (Attribute.DEVELOPER,)]
    telling = (Kind.EVENT, *(_OF_MAKERS if makers else ()))
    events = [i for i, kind in enumerate(kinds) if kind in telling or (i in told and i != dates_at)]
    return _Columns(dates_at, makers[0] if makers else None, tuple(events)) if events else None


def _year(article: Article, grid: Grid) -> Day | None:
    """The one year that the words directly above a table name, or the headings above it but the title."""
    text, around = article.text, grid.around
    above = [span for span in around.headings if not _TITLE.match(text, *span)]
    near = [(row[0].start, row[-1].end) for row in grid.header if row and row[0] and row[-1]]
    for start, end in [*near, *([around.before] if around.before else []), *above]:
        years = {int(year[0]) for year in _YEAR.finditer(text, start, end)}
        if len(years) == 1:
            return Day(years.pop())
    return None


def _last_year(article: Article, grid: Grid) -> Day | None:
    found = [day for day in days(article.text, article.body, grid.start) if not day.partial]
    return Day(found[-1].day.year) if found else None


def _when(text: str, cell: Cell, reference: Day | None) -> _When | None:
    """The day of a row, or the span of days."""
    start, end = cell.span
    found = tuple(days(text, start, end, reference))
    sentence = Sentence(text, start, end, (), (), (), (), found, ())
    values = [value for day in found if (value := dated(sentence, day))]
    if found:
        return _When(values[0], (start, end)) if len(values) == 1 else None
    short = next(dates(parts(cell), Attribute.RELEASED, reference), None)
    return _When(short.value, cell.part(short.start, short.end)) if short else None


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the rows of one chronicle."""

    article: Article
    scan: Scan
    names: Names
    caption: Caption
    as_of: Day | None
    made: Column

    def row(self, row: Row, when: _When, columns: _Columns) -> Iterator[Fact]:
        """Yields what a row states."""
        company = at(row, columns.maker)
        for index in columns.events:
            cell = at(row, index)
            if cell is None or cell.struck or is_nothing(cell.text):
                continue
            for draft in self._drafts(cell, when):
                for model in draft.models:
                    yield from self._facts(model, draft, when, company)

    def _drafts(self, cell: Cell, when: _When) -> Iterator[Draft]:
        """What became of models by a cell's words; one that names models and nothing else tells releases."""
        start, end = cell.span
        bare = subjects(cell, self.names)
        for subject in bare:
            yield Draft(Attribute.RELEASED, when.value, *subject.span, (subject.model,))
        if not bare and when.value.day:
            leading = DayMention(*when.span, when.value.day)
            yield from releases(self.scan.sentence(start, end), leading)

    def _facts(self, model: Model, draft: Draft, when: _When, company: Cell | None) -> Iterator[Fact]:
        makers = {m.name for m in self.names.organisations(company.text)} if company is not None else set()
        if makers and model.developer and model.developer not in makers:
            return  # who serves a model, or tells of it, released it on another day
        own = draft.value.day == when.value.day
        value, span = (when.value, when.span) if own else (draft.value, (draft.start, draft.end))
        context = ((draft.start, draft.end),) if own else ()
        status = self._status(draft, value)
        yield self._fact(model, Attribute.RELEASED, value, status, span, context)
        if company is None or status in _GONE or is_nothing(company.text):
            return
        for reading in maker(parts(company), self.made, self.names, bool(model.developer)):
            where = company.part(reading.start, reading.end)
            named = ((draft.start, draft.end),)
            yield self._fact(model, Attribute.DEVELOPER, reading.value, Status.RELEASED, where, named)

    def _status(self, draft: Draft, value: Value) -> Status:
        day, today = value.day, self.caption.day or self.as_of
        ahead = day is not None and today is not None and day.earliest > today.latest
        told = draft.status or Status.RELEASED
        if told is not Status.RELEASED:
            return told
        return Status.EXPECTED if ahead else self.caption.status or told

    def _fact(
        self,
        model: Model,
        attribute: Attribute,
        value: Value,
        status: Status,
        span: Span,
        context: tuple[Span, ...],
    ) -> Fact:
        article = self.article.source.article
        return Fact(article, model, attribute, value, status, self.caption.day or self.as_of, span, context)
