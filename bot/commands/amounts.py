"""Reads numbers and days as they are typed on a command line."""

import argparse
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

_SUFFIXES = {"": 1, "K": 10**3, "M": 10**6, "B": 10**9, "T": 10**12}
_NUMBER = re.compile(r"(\d{1,15}|\d{1,3}(?:,\d{3}){1,5})(\.\d{1,9})?([KMBT]?)", re.ASCII | re.IGNORECASE)
_MOST_TEXT = 200


def amount(value: str) -> float:
    """Returns a number with or without a suffix: "128K", "1M", "1,000,000", "671B"."""
    match = _NUMBER.fullmatch(value.strip())
    if match is None:
        raise argparse.ArgumentTypeError("give a number such as 128K, 1M, 671B or 1,000,000")
    whole, fraction, suffix = match.groups()
    return float(Decimal(whole.replace(",", "") + (fraction or "")) * _SUFFIXES[suffix.upper()])


def dollars(value: str) -> float:
    """Returns a price in dollars: "3", "0.25", "$1.10"."""
    return _plain(
        value.strip().removeprefix("$"), "give a price in US dollars a million tokens, such as 1.25"
    )


def score(value: str) -> float:
    """Returns a score: "80", "80.9%"."""
    return _plain(value.strip().removesuffix("%"), "give a score such as 80 or 80.9")


def day(value: str) -> date:
    """Returns a day that exists."""
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise argparse.ArgumentTypeError("give a date that exists, such as 2026-02-28") from error


def name(value: str) -> str:
    """Returns a name, which is not empty."""
    if not value.strip():
        raise argparse.ArgumentTypeError("it is empty: give a name")
    return value.strip()[:_MOST_TEXT]


def picture(value: str) -> Path:
    """Returns the path of a picture, which is a PNG."""
    path = Path(name(value))
    if path.suffix.lower() != ".png":
        raise argparse.ArgumentTypeError("only PNG is drawn: give a name that ends in .png")
    return path


def _plain(value: str, otherwise: str) -> float:
    match = _NUMBER.fullmatch(value)
    if match is None or match[3]:
        raise argparse.ArgumentTypeError(otherwise)
    return float(value.replace(",", ""))
