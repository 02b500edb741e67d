"""Rows that lost a cell, so that the others stand under the wrong headers."""

import re
from collections.abc import Sequence

from corpus.facts.tables.headers import Column, Kind
from corpus.facts.tables.types import Row
from corpus.facts.types import Attribute

_AMOUNT = re.compile(
    r"\s{0,3}[~≈$¥￥]?\s?\d[\d.,]{0,12}\s?[KMBkm]?(?:\s?tokens?)?\s{0,3}(?:\(.{0,60}\)|/.{0,20})?"
)
_SUM = re.compile(r"[$¥￥]\s?\d")
_SIZE = re.compile(r"\s{0,3}\d[\d.,]{0,12}\s?[KM](?:\s?tokens?)?\s{0,3}", re.IGNORECASE)
_TOKENS = (Attribute.CONTEXT_WINDOW, Attribute.INPUT_LIMIT, Attribute.OUTPUT_LIMIT)
_PRICES = (Attribute.PRICE_INPUT, Attribute.PRICE_OUTPUT, Attribute.PRICE_CACHED_INPUT)


def is_shifted(row: Row, columns: Sequence[Column]) -> bool:
    """Whether a cell holds what its header can't mean: a number for a maker, money for tokens, tokens for
    money."""
    return any(
        cell is not None and bool(cell.text) and _misplaced(cell.text, column)
        for cell, column in zip(row, columns, strict=False)
    )


def _misplaced(words: str, column: Column) -> bool:
    if column.kind is Kind.PROVIDER or column.attributes == (Attribute.DEVELOPER,):
        return _AMOUNT.fullmatch(words) is not None
    if len(column.attributes) != 1:
        return False
    if column.attributes[0] in _TOKENS:
        return _SUM.search(words) is not None
    return column.attributes[0] in _PRICES and _SIZE.fullmatch(words) is not None
