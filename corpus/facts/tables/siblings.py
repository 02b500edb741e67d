"""What the headers of a table's prices lend each other: "Input $/MTok" says what "Cached input" is per, too."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.facts.tables.captions import Caption
from corpus.facts.tables.dispatch import PRICES
from corpus.facts.tables.entries import Entry
from corpus.facts.tables.money import Basis


def with_lent_basis(found: Sequence[Entry], caption: Caption) -> Caption:
    """Returns the caption with the basis that all priced columns share that state one, where it has none."""
    if caption.basis.per is not None:
        return caption
    stated = [e for e in found if e.column.per and e.headers and set(PRICES) & set(e.column.attributes)]
    bases = {(e.column.currency, e.column.per) for e in stated}
    if len(bases) != 1:
        return caption
    currency, per = next(iter(bases))
    return replace(caption, basis=Basis(currency, per), basis_span=stated[0].headers[0].span)
