"""The nouns of pictures."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Bar:
    """A value with its label; `firm` is false for what is only expected or rumoured."""

    label: str
    value: float
    shown: str
    firm: bool = True


@dataclass(frozen=True, slots=True)
class Panel:
    """Bars of one attribute, in one unit."""

    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Dot:
    """An event between two days, which are the same where the day is known."""

    label: str
    first: date
    last: date
    firm: bool = True
