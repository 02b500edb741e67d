"""Reads what is typed on a command line, in the way that argparse wants it."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from bot.requests import amounts
from bot.requests.amounts import BadAmount

T = TypeVar("T")
_MOST_TEXT = 200


def amount(value: str) -> float:
    """Returns a number with or without a suffix: "128K", "1M", "1,000,000", "671B"."""
    return _read(amounts.amount, value)


def dollars(value: str) -> float:
    """Returns a price in dollars: "3", "0.25", "$1.10"."""
    return _read(amounts.dollars, value)


def score(value: str) -> float:
    """Returns a score: "80", "80.9%"."""
    return _read(amounts.score, value)


def day(value: str) -> date:
    """Returns a day that exists."""
    return _read(amounts.day, value)


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


def _read(read: Callable[[str], T], value: str) -> T:
    try:
        return read(value)
    except BadAmount as error:
        raise argparse.ArgumentTypeError(str(error)) from error
