"""Reads numbers and days as people type them into options."""

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bot.types import BotError

_SUFFIXES = {"": 1, "K": 10**3, "M": 10**6, "B": 10**9, "T": 10**12}
_NUMBER = re.compile(r"(\d{1,15}|\d{1,3}(?:,\d{3}){1,5})(\.\d{1,9})?([KMBT]?)", re.ASCII | re.IGNORECASE)


class Expected(StrEnum):
    """What has to be given."""

    NUMBER = "a number such as 128K, 1M, 671B or 1,000,000"
    PRICE = "a price in US dollars a million tokens, such as 1.25"
    SCORE = "a score such as 80 or 80.9"
    DAY = "a date that exists, such as 2026-02-28"


class BadAmount(BotError):
    """What was given is not what is `expected`; the message says what that is."""

    def __init__(self, expected: Expected) -> None:
        super().__init__(f"give {expected}")
        self.expected = expected


def amount(value: str) -> float:
    """Returns a number with or without a suffix: "128K", "1M", "1,000,000", "671B". Raises BadAmount."""
    match = _NUMBER.fullmatch(value.strip())
    if match is None:
        raise BadAmount(Expected.NUMBER)
    whole, fraction, suffix = match.groups()
    return float(Decimal(whole.replace(",", "") + (fraction or "")) * _SUFFIXES[suffix.upper()])


def dollars(value: str) -> float:
    """Returns a price in dollars: "3", "0.25", "$1.10". Raises BadAmount."""
    return _plain(value.strip().removeprefix("$"), Expected.PRICE)


def score(value: str) -> float:
    """Returns a score: "80", "80.9%". Raises BadAmount."""
    return _plain(value.strip().removesuffix("%"), Expected.SCORE)


def day(value: str) -> date:
    """Returns a day that exists. Raises BadAmount."""
    try:
        return date.fromisoformat(value.strip())
    except ValueError as error:
        raise BadAmount(Expected.DAY) from error


def _plain(value: str, expected: Expected) -> float:
    match = _NUMBER.fullmatch(value)
    if match is None or match[3]:
        raise BadAmount(expected)
    return float(value.replace(",", ""))
