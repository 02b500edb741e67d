"""Reads a cell by what its header says of it."""

from collections.abc import Iterator
from dataclasses import replace

from corpus.facts.cues import status_of
from corpus.facts.quantity_types import QuantityKind
from corpus.facts.tables.amounts import experts, size_pair, sizes, token_pair, tokens
from corpus.facts.tables.captions import Caption
from corpus.facts.tables.entries import Entry
from corpus.facts.tables.headers import Column, Kind
from corpus.facts.tables.money import Basis, labelled_prices, price_pair, prices
from corpus.facts.tables.readings import Parts, Reading, parts
from corpus.facts.tables.results import named_scores, score
from corpus.facts.tables.stated import became, dates, licence, maker, modalities, openness
from corpus.facts.tables.states import GONE, cues, status_in
from corpus.facts.types import Attribute, Day
from corpus.names import Names

PRICES = (Attribute.PRICE_INPUT, Attribute.PRICE_OUTPUT, Attribute.PRICE_CACHED_INPUT)
_TOKENS = (
    Attribute.CONTEXT_WINDOW,
    Attribute.INPUT_LIMIT,
    Attribute.OUTPUT_LIMIT,
    Attribute.TRAINING_TOKENS,
)
_EVENT = 200  # characters that say what happened
_TALKING = (Kind.OTHER, Kind.VALUE, Kind.KEY, Kind.NOTE, Kind.SCORE)  # may name models and scores
_SIZES = (Attribute.PARAMETERS_TOTAL, Attribute.PARAMETERS_ACTIVE)
_COUNTED = (*PRICES, *_TOKENS, *_SIZES, Attribute.EXPERTS, Attribute.BENCHMARK)


def read_entry(entry: Entry, caption: Caption, names: Names, reference: Day | None) -> Iterator[Reading]:
    """Yields what a cell states; nothing where a remark says that another model is meant ("80.2% (M2.5)")."""
    entry = _exact(entry, caption)
    column, cell = entry.column, parts(entry.cell)
    if column.kind not in _TALKING and any(
        _names_another(remark.text, entry, names) for remark in cell.remarks
    ):
        return
    basis = Basis(column.currency or caption.basis.currency, column.per or caption.basis.per)
    if column.kind is Kind.STATED:
        found = _stated(entry, cell, basis, names, reference)
    elif column.kind in (Kind.PRICE, Kind.FLOW):
        found = _prices(cell, column, basis, caption)
    elif column.kind is Kind.PROVIDER:
        found = _provider(entry, cell, names)
    elif column.kind is Kind.STATUS:
        found = became(cell)
    elif column.kind is Kind.DATE:
        found = _dated(entry, cell, reference)
    elif column.kind is Kind.SCORE and caption.benchmark:
        found = score(cell, Column(Kind.STATED, column.attributes, caption.benchmark, percent=column.percent))
    elif column.kind in _TALKING:
        found = named_scores(entry.cell.text, names)
    else:
        return
    yield from (r for r in found if not (caption.tuned and r.attribute in PRICES))


def _dated(entry: Entry, cell: Parts, reference: Day | None) -> Iterator[Reading]:
    """The day of a release, or of what else the row says happened on it; where its status says that the model
    is gone, the day may be that on which it went."""
    if entry.status is not None and status_in(entry.status.text) in GONE:
        return
    found = dates(cell, Attribute.RELEASED, reference)
    if entry.event is None:
        yield from found
    elif status := status_of(cues().find(entry.event.text[:_EVENT])):
        yield from (replace(reading, status=status) for reading in found)


def _exact(entry: Entry, caption: Caption) -> Entry:
    """A header that names a benchmark without its variant means the one that stands above the table."""
    named = entry.column.benchmark
    meant = caption.exactly(named) if named else None
    return replace(entry, column=replace(entry.column, benchmark=meant.benchmark)) if meant else entry


def _names_another(remark: str, entry: Entry, names: Names) -> bool:
    mentions = names.mentions(remark)
    own = {subject.model.key for subject in entry.subjects}
    return any(m.model.key not in own or m.end - m.start < len(remark) for m in mentions)


def _stated(
    entry: Entry, cell: Parts, basis: Basis, names: Names, reference: Day | None
) -> Iterator[Reading]:
    column, attribute = entry.column, entry.column.attributes[0]
    if attribute in _COUNTED and names.mentions(cell.main):
        return iter(())  # the number belongs to another model, or to its name: "level with GPT-5.2"
    if len(column.attributes) > 1:
        return _pair(cell, column, basis)
    if attribute in _TOKENS:
        return tokens(cell, column, attribute)
    if attribute in _SIZES:
        return sizes(entry.cell.text, column, attribute)
    if attribute in PRICES:
        return prices(cell, attribute, basis)
    if attribute in (Attribute.RELEASED, Attribute.KNOWLEDGE_CUTOFF):
        return dates(cell, attribute, reference)
    return _worded(entry, cell, names)


def _worded(entry: Entry, cell: Parts, names: Names) -> Iterator[Reading]:
    attribute = entry.column.attributes[0]
    if attribute is Attribute.BENCHMARK:
        return score(cell, entry.column)
    if attribute is Attribute.EXPERTS:
        return experts(cell)
    if attribute is Attribute.DEVELOPER:
        known = any(subject.model.developer for subject in entry.subjects)
        return maker(cell, entry.column, names, known)
    if attribute is Attribute.LICENCE:
        return licence(cell)
    if attribute is Attribute.OPEN_WEIGHTS:
        return openness(cell)
    return modalities(entry.cell.text)


def _pair(cell: Parts, column: Column, basis: Basis) -> Iterator[Reading]:
    if column.attributes[0] in PRICES:
        return price_pair(cell, column, basis)
    return size_pair(cell, column) if column.attributes[0] in _SIZES else token_pair(cell, column)


def _prices(cell: Parts, column: Column, basis: Basis, caption: Caption) -> Iterator[Reading]:
    """Input and output are prices where the cell holds a sum of money, or the caption speaks of prices."""
    if column.kind is Kind.PRICE:
        return labelled_prices(cell, basis)
    money = any(number.kind is QuantityKind.MONEY for number in cell.numbers())
    if money or (caption.basis.currency and caption.basis.per) or column.per:
        return prices(cell, column.attributes[0], basis)
    return iter(())


def _provider(entry: Entry, cell: Parts, names: Names) -> Iterator[Reading]:
    """A provider made the model where that is who is known to have made it; others only serve it."""
    for reading in maker(cell, entry.column, names, known=True):
        if all(s.model.developer == reading.value.text for s in entry.subjects):
            yield reading
