"""The cells of a row that limit what its other cells state."""

import re

from corpus.facts.tables.dispatch import PRICES
from corpus.facts.tables.entries import Entry
from corpus.facts.tables.readings import Reading
from corpus.facts.tables.subjects import Subject
from corpus.facts.tables.types import Cell
from corpus.facts.types import Attribute

_MARKS = " \t\n#*_:："
_LONGEST = 80
_SERVED = (*PRICES, Attribute.CONTEXT_WINDOW, Attribute.INPUT_LIMIT, Attribute.OUTPUT_LIMIT)
# a remark on a row that limits its prices and windows: who serves the model, and how
_SERVING = re.compile(r"平台|托管|部署|via |hosted|served|fp8|int[48]|quanti[sz]|提供元|경유", re.IGNORECASE)
# one that limits its prices alone: how long the prompt is, a rebate, what is cached
_PRICING = re.compile(
    r"报价|報價|翻倍|翻\s?\d\s?倍|超过|超過|以上|以内|缓存|快取|折|prompt|cache|above|below|discount|batch|≤|≥|[<>]\s?\d|할인",
    re.IGNORECASE,
)


def limiting(entry: Entry, reading: Reading) -> list[Cell]:
    """Returns the cells that limit a reading: the tier of a price; who serves the model, and a remark, where
    prices and windows depend on them."""
    priced, served = reading.attribute in PRICES, reading.attribute in _SERVED
    found = (
        entry.tier if priced else None,
        entry.host if served else None,
        entry.remark if served and entry.remark and _limits(entry.remark.text, priced) else None,
    )
    return [cell for cell in found if cell is not None and cell.text and cell is not entry.cell]


def _limits(remark: str, priced: bool) -> bool:
    return bool(_SERVING.search(remark) or (priced and _PRICING.search(remark)))


def limits(entry: Entry, reading: Reading, subject: Subject, condition: str | None) -> str | None:
    """Returns what limits a reading, in words: "up to 200K tokens" is another price than "over 200K tokens"."""
    cells = [cell.text for cell in limiting(entry, reading)]
    words = [subject.note, reading.note, *cells, condition]
    told = "; ".join(word.strip(_MARKS) for word in words if word and word.strip(_MARKS))
    return " ".join(told.split())[:_LONGEST] or None
